/** What of a dataset decides which settings mean anything for it. */
import type { ExampleAnswer, ExampleInput } from "../data/examples";
import type { TextUnit } from "../data/textUnit";

export interface DataShape {
  /** What a time step is to people. */
  readonly step: "character" | "word" | "row" | "step";
  /** Whether it is a running text, whose next symbol is asked for at every step. */
  readonly isText: boolean;
  readonly reads: ExampleInput["kind"];
  readonly answers: ExampleAnswer["kind"];
  /** Whether the answers are what is read at later steps. */
  readonly ahead: boolean;
  /** Whether the data itself says how long its sequences are. */
  readonly hasLength: boolean;
}

export function shapeOfText(unit: TextUnit): DataShape {
  const step = unit === "words" ? "word" : "character";
  return { step, isText: true, reads: "symbols", answers: "class", ahead: true, hasLength: false };
}

/** @param hasLength whether the data itself says how long its sequences are, as a task does */
export function shapeOfExamples(input: ExampleInput, answer: ExampleAnswer, hasLength: boolean): DataShape {
  return {
    step: answer.kind === "numbers" && answer.forecast !== null ? "row" : "step",
    isText: false,
    reads: input.kind,
    answers: answer.kind,
    ahead: answer.ahead === true,
    hasLength,
  };
}
