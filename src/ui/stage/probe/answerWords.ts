/** What the network answers at the step on show, in a sentence. */

import { formatPercent, missing } from "../format";
import type { AnswerShape } from "../lanes/answerShape";
import type { StageView } from "../stageView";
import { quotedSymbol, symbolGlyph } from "../symbols";
import { quantityText } from "./quantityText";

/** Beside the row of answers. */
export function answerTitle(shape: AnswerShape): string {
  if (shape.kind === "class") return shape.next ? "expects" : "answers";
  return shape.forecast ? "forecasts" : "answers";
}

/** Of the panel beside the cell. */
export function answerPanelTitle(shape: AnswerShape | null): string {
  if (!shape || (shape.kind === "class" && shape.next)) return "Next symbol";
  if (shape.kind === "class") return "Class";
  return shape.forecast ? "Forecast" : "Answer";
}

/** What was said at all steps, or what is said at the one on show where there is but one answer. */
export function answerText(view: StageView): string {
  const { answer, steps, time } = view;
  if (!answer) return "";
  if (answer.kind === "numbers") return numbersText(view, time);
  if (answer.at === "every") return scoreText(view);
  const says = verdictText(view, time);
  return time === steps - 1 ? `answers ${says}` : `if it ended here: ${says}`;
}

function scoreText({ answer, predictions }: StageView): string {
  const known = predictions.filter(({ right }) => right !== null);
  const what = answer?.kind === "class" && answer.next ? "expects" : "answers";
  return `${what}: ${known.filter(({ right }) => right).length}/${known.length} right`;
}

/** "circle (97 %), right" */
function verdictText({ predictions }: StageView, time: number): string {
  const prediction = predictions[time];
  if (!prediction) return missing;
  const { symbol, probability, right } = prediction;
  const verdict = right === null ? "" : right ? ", right" : ", wrong";
  return `${symbolGlyph(symbol)} (${Math.round(probability * 100)} %)${verdict}`;
}

/** What is answered once the whole sequence is read; "" where there are answers at every step. */
export function finalText(view: StageView): string {
  const { answer, steps } = view;
  if (!answer || answer.at === "every") return "";
  if (answer.kind === "class") return `answers ${verdictText(view, steps - 1)}`;
  return numbersText(view, steps - 1);
}

/** Of the first output: of a forecast the next row. */
function numbersText({ answer, snapshot, came, steps }: StageView, time: number): string {
  if (answer?.kind !== "numbers" || snapshot?.answer.kind !== "numbers") return missing;
  const O = answer.outputs.length;
  const [first] = answer.outputs;
  const value = quantityText(first, snapshot.answer.values[time * O]);
  const truth = came?.[time * O] ?? Number.NaN;
  const known = Number.isNaN(truth) ? "" : quantityText(first, truth);
  if (answer.forecast) return `forecasts ${value}${known && `, came ${known}`}`;
  const says = answer.at === "last" && time < steps - 1 ? "if it ended here:" : "answers";
  return `${says} ${value}${known && `, right is ${known}`}`;
}

/** Over the list of the most probable: what is right, and how probable the network held it. */
export function actualText({ answer, next }: StageView): string {
  if (!next || answer?.kind !== "class") return missing;
  if (!next.actual) return answer.next ? "The text ends here." : "Nobody knows what is right.";
  const { symbol, probability, rank } = next.actual;
  const what = answer.next ? `Next is ${quotedSymbol(symbol)}` : `Right is ${symbolGlyph(symbol)}`;
  return `${what}: ${formatPercent(probability)}, place ${rank}`;
}
