import type { Example, Examples } from "../data/examples";
import { yieldToEventLoop } from "../engine/backends/host/pacer";
import type { Run } from "./run";

export interface HeldOutAnswer {
  readonly index: number;
  readonly example: Example;
  /** The head's outputs: [O], or [T, O] where there is an answer at every step. */
  readonly outputs: Float32Array;
}

/** What the network answers to at most `most` of the examples that are held out, evenly spaced if there are more. */
export async function heldOutAnswers(run: Run, examples: Examples, most: number): Promise<HeldOutAnswer[]> {
  const { batchSize } = run;
  const { train, heldOut } = examples;
  const count = Math.min(heldOut, most);
  const indices = Int32Array.from({ length: count }, (_, i) => train + Math.floor((i * heldOut) / count));
  const predictor = await run.predictor();
  const answers: HeldOutAnswer[] = [];
  for (let start = 0; start < count; start += batchSize) {
    const some = indices.subarray(start, start + batchSize);
    const outputs = await predictor.predict(examples, some);
    for (const [b, index] of some.entries())
      answers.push({ index, example: examples.example(index), outputs: outputs[b] });
    await yieldToEventLoop();
  }
  return answers;
}
