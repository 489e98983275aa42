import type { Evaluation } from "../data/evaluation/evaluationTypes";
import type { Run } from "./run";

/** Measures a network on at most `most` of the examples that are held out. */
export async function evaluate(run: Run, _most: number): Promise<Evaluation> {
  const { loss } = await run.trainer.validate();
  return { kind: "language", bitsPerSymbol: loss / Math.LN2 };
}
