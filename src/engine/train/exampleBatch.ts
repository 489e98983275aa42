import type { Example, Examples } from "../../data/examples";
import type { Batch } from "./sequences";

/** Examples side by side in one batch of T steps, time-major; shorter ones are filled up with zeros, which `lengths` masks. */
export function exampleBatch(examples: Examples, indices: ArrayLike<number>, T: number): Batch {
  const B = indices.length;
  const { input, answer, varies } = examples;
  const I = input.kind === "features" ? input.features.length : 1;
  const O = answer.kind === "numbers" ? answer.outputs.length : 1;
  const inputs = input.kind === "features" ? new Float32Array(T * B * I) : new Int32Array(T * B);
  const rows = answer.at === "every" ? T * B : B;
  const targets = answer.kind === "numbers" ? new Float32Array(rows * O) : new Int32Array(rows);
  const lengths = new Int32Array(B);
  for (let b = 0; b < B; b++) {
    const example: Example = examples.example(indices[b]);
    lengths[b] = example.steps;
    for (let t = 0; t < example.steps; t++) copyRow(example.input, t, inputs, t * B + b, I);
    const answers = answer.at === "every" ? example.steps : 1;
    for (let t = 0; t < answers; t++) copyRow(example.answer, t, targets, t * B + b, O);
  }
  return { input: inputs, targets, ...((varies || T > examples.longest) && { lengths }) };
}

type Values = Int32Array | Float32Array;

function copyRow(from: Values, fromRow: number, to: Values, toRow: number, width: number): void {
  for (let i = 0; i < width; i++) to[toRow * width + i] = from[fromRow * width + i];
}
