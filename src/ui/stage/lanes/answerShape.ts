/** What kind of answer the stage shows: everything about it that does not change while a network trains. */
import type { ShownAnswer } from "../../../session/protocol";
import { sameQuantities } from "../../../session/sameQuantities";
import { sameTexts } from "../../../session/sameTexts";

type Without<A, K extends PropertyKey> = A extends unknown ? Omit<A, K> : never;
export type AnswerShape = Without<ShownAnswer, "probabilities" | "values" | "truth">;
export type ClassShape = Extract<AnswerShape, { kind: "class" }>;
export type NumbersShape = Extract<AnswerShape, { kind: "numbers" }>;

/** Every snapshot brings its own copies; `previous` is kept where nothing is different. */
export function answerShape(answer: ShownAnswer, previous: AnswerShape | null): AnswerShape {
  const found = shapeOf(answer);
  return previous && sameShape(previous, found) ? previous : found;
}

function shapeOf(answer: ShownAnswer): AnswerShape {
  if (answer.kind === "class") {
    const { kind, at, labels, next } = answer;
    return { kind, at, labels, next };
  }
  const { kind, at, outputs, forecast } = answer;
  return { kind, at, outputs, forecast };
}

function sameShape(a: AnswerShape, b: AnswerShape): boolean {
  if (a.at !== b.at) return false;
  if (a.kind === "class") return b.kind === "class" && a.next === b.next && sameTexts(a.labels, b.labels);
  return (
    b.kind === "numbers" &&
    sameQuantities(a.outputs, b.outputs) &&
    a.forecast?.horizon === b.forecast?.horizon &&
    sameTexts(a.forecast?.columns ?? [], b.forecast?.columns ?? [])
  );
}
