import { expect, it } from "vitest";
import { examplesOf } from "../../data/exampleData";
import type { SequencesData } from "../../data/examples";
import { identityOf } from "../../words/message";
import { classCountsOf } from "./trainingStatistics";

/** One in a thousand is rare, and lies where no even spacing looks. */
function rareClass(count: number, at: "last" | "every"): SequencesData {
  const lengths = Int32Array.from({ length: count }, (_, i) => 1 + (i % 2));
  const steps = lengths.reduce((sum, length) => sum + length, 0);
  const answers = Int32Array.from({ length: at === "last" ? count : steps }, (_, i) =>
    i % 1000 === 7 ? 1 : 0,
  );
  const train = Int32Array.from({ length: count - 5 }, (_, i) => i);
  return {
    kind: "sequences",
    name: "rare",
    sizeBytes: 1,
    decisions: [],
    suggested: {},
    input: {
      kind: "features",
      features: [{ name: "x", unit: null, shift: 0, scale: 1 }],
      display: { kind: "lines" },
    },
    answer: { kind: "class", at, labels: ["usual", "rare", "never"] },
    lengths,
    inputs: new Float32Array(steps),
    answers,
    names: Array.from({ length: count }, String),
    train,
    heldOut: Int32Array.from({ length: 5 }, (_, i) => count - 5 + i),
  };
}

it.each(["last", "every"] as const)("counts every answer for training, at the %s step", (at) => {
  const data = rareClass(10_000, at);
  const examples = examplesOf(data, 10);
  if (!examples.ok) throw new Error(identityOf(examples.problem));
  const counts = Array.from(classCountsOf(data, examples.value, 3));
  const all = at === "last" ? 9995 : data.lengths.slice(0, 9995).reduce((sum, length) => sum + length, 0);
  const rare = at === "last" ? 10 : 15;
  expect(counts).toEqual([all - rare, rare, 0]);
});
