import { describe, expect, it, test } from "vitest";
import type { Example, ExampleAnswer, Examples } from "../../data/examples";
import { WebgpuUnavailableError } from "../../engine/backends/webgpu/webgpu";
import { evaluateExamples } from "./evaluate";
import type { HeldOutAnswer } from "./heldOutReading";
import { TestSession } from "./testing";

const plain = { name: "x", unit: null, shift: 0, scale: 1 } as const;

/** One step each; `answers` of the training part first. */
function examplesOf(answer: ExampleAnswer, answers: readonly Example["answer"][], train: number): Examples {
  return {
    input: { kind: "features", features: [plain], display: { kind: "lines" } },
    answer,
    longest: 1,
    varies: false,
    train,
    heldOut: answers.length - train,
    nameOf: (index) => `example ${index}`,
    example: (index) => ({ steps: 1, input: Float32Array.of(0), answer: answers[index] }),
  };
}

const evaluated = (examples: Examples, outputs: readonly (readonly number[])[]) => {
  const answers = outputs.map((row, i): HeldOutAnswer => {
    const index = examples.train + i;
    return { index, answer: examples.example(index).answer, outputs: Float32Array.from(row) };
  });
  return evaluateExamples({ kind: "examples", examples, series: null, withoutMemory: null }, answers);
};

describe("evaluateExamples", () => {
  it("compares classes with those that are frequent in the training part", () => {
    const answer = { kind: "class", at: "last", labels: ["a", "b"] } as const;
    // "b" is the most frequent in training, and "a" in what is held out.
    const ids = [1, 1, 0, 1, 0, 0, 0, 1].map((id) => Int32Array.of(id));
    const evaluation = evaluated(examplesOf(answer, ids, 4), [
      [Math.log(3), 0],
      [Math.log(3), 0],
      [0, Math.log(3)],
      [0, Math.log(3)],
    ]);
    if (evaluation.kind !== "classes") throw new Error("These are classes.");
    expect(Array.from(evaluation.counts)).toEqual([2, 1, 0, 1]);
    expect(evaluation.majority).toMatchObject({ label: 1, accuracy: 0.25, balancedAccuracy: 0.5 });
    // In nats: three times −ln ¾, once −ln ¼.
    expect(evaluation.loss).toBeCloseTo(-(3 * Math.log(0.75) + Math.log(0.25)) / 4, 6);
    // Two a's of six after one more of each, and four b's.
    expect(evaluation.frequencyLoss).toBeCloseTo(-(3 * Math.log(2 / 6) + Math.log(4 / 6)) / 4, 12);
    expect(evaluation.examples).toContainEqual({ truth: 0, predicted: 1, index: 6, name: "example 6" });
  });

  it("compares numbers with the means of the training part, output by output", () => {
    const answer = {
      kind: "numbers",
      at: "last",
      outputs: [{ ...plain, shift: 10, scale: 2 }, plain],
      forecast: null,
    } as const;
    const numbers = [
      [0, 1],
      [2, 5],
      [4, 0],
      [3, 3],
    ].map((row) => Float32Array.from(row));
    const evaluation = evaluated(examplesOf(answer, numbers, 2), [
      [3, 1],
      [3, 1],
    ]);
    if (evaluation.kind !== "numbers") throw new Error("These are numbers.");
    // Means of 1 and 3, so that the errors of always saying them are 3, 2 and 3, 0; the first column's units are doubled.
    expect(evaluation.outputs.map(({ mean }) => mean.mae)).toEqual([5, 1.5]);
    expect(evaluation.outputs.map(({ mae }) => mae)).toEqual([1, 1.5]);
    expect(evaluation.squaredError).toBeCloseTo((1 + 1 + 0 + 4) / 4, 12);
    expect(evaluation.meanSquaredError).toBeCloseTo((9 + 9 + 4 + 0) / 4, 12);
  });
});

test("what is evaluated is held out", async () => {
  const session = new TestSession(() => Promise.reject(new WebgpuUnavailableError("No adapter here.")));
  await session.open("cpu");
  session.send({ type: "loadData", loadId: 1, source: { kind: "generated", sample: "strokes" } });
  const { data } = await session.until("dataLoaded", ({ loadId }) => loadId === 1);
  if (data.kind !== "examples") throw new Error("These are examples.");
  session.send({ type: "evaluate" });
  const { evaluation } = await session.next("evaluated");
  if (evaluation.kind !== "classes") throw new Error("These are classes.");
  expect([evaluation.evaluated, evaluation.answers]).toEqual([data.heldOut, data.heldOut]);
  expect(Math.min(...evaluation.examples.map(({ index }) => index))).toBeGreaterThanOrEqual(data.train);
  // All classes are held out in the same share.
  expect(evaluation.classes.map(({ support }) => support)).toEqual(Array(10).fill(data.heldOut / 10));
});
