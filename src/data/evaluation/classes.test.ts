import fc from "fast-check";
import { expect, it } from "vitest";
import { type ClassAnswers, evaluateClasses } from "./classes";
import { examplesPerCell } from "./evaluationTypes";

function answers(truth: readonly number[], predicted: readonly number[], C: number): ClassAnswers {
  return {
    at: "last",
    labels: Array.from({ length: C }, (_, c) => `class ${c}`),
    truth,
    predicted,
    owners: Array.from(truth.keys()),
    losses: truth.map(() => 1),
    trainingCounts: Array.from({ length: C }, (_, c) => truth.filter((label) => label === c).length),
    withoutMemory: null,
    evaluated: truth.length,
    heldOut: truth.length,
    exampleOf: (i) => ({ index: i, name: `sequence ${i}` }),
  };
}

const evaluated = (truth: readonly number[], predicted: readonly number[], C: number) =>
  evaluateClasses(answers(truth, predicted, C));

/** C, and pairs of truth and prediction below it. */
const someAnswers = fc
  .integer({ min: 2, max: 5 })
  .chain((C) =>
    fc.tuple(
      fc.constant(C),
      fc.array(fc.tuple(fc.nat(C - 1), fc.nat(C - 1)), { minLength: 1, maxLength: 40 }),
    ),
  );

const unzip = (pairs: readonly (readonly [number, number])[]) => [
  pairs.map(([truth]) => truth),
  pairs.map(([, predicted]) => predicted),
];

it("gives what scikit-learn's documentation gives", () => {
  // precision_recall_fscore_support and f1_score, their example.
  const { classes, macroF1, accuracy, counts } = evaluated([0, 1, 2, 0, 1, 2], [0, 2, 1, 0, 0, 1], 3);
  expect(macroF1).toBeCloseTo(0.2667, 4);
  expect(accuracy).toBeCloseTo(1 / 3, 12);
  expect([...counts]).toEqual([2, 0, 0, 1, 0, 1, 0, 2, 0]);
  expect(classes.map(({ f1 }) => f1)).toEqual([0.8, 0, 0]);
  // balanced_accuracy_score's.
  expect(evaluated([0, 1, 0, 0, 1, 0], [0, 1, 0, 0, 0, 1], 2).balancedAccuracy).toBe(0.625);
});

it("measures each class, worked out by hand", () => {
  // Of 4 cats 3 are found, and 1 of 4 that are called cats is a dog; of 2 dogs 1 is found.
  const { classes } = evaluated([0, 0, 0, 0, 1, 1], [0, 0, 0, 1, 0, 1], 2);
  expect(classes).toEqual([
    { support: 4, precision: 0.75, recall: 0.75, f1: 0.75 },
    { support: 2, precision: 0.5, recall: 0.5, f1: 0.5 },
  ]);
});

it("gives classes of equal support a balanced accuracy that is their accuracy to the last digit", () => {
  // Right of 100 of each of eight classes: 778 of 800 in all.
  const right = [99, 98, 97, 97, 97, 97, 97, 96];
  const truth = right.flatMap((_, c) => Array(100).fill(c));
  const predicted = right.flatMap((count, c) =>
    Array.from({ length: 100 }, (_, i) => (i < count ? c : (c + 1) % 8)),
  );
  const { accuracy, balancedAccuracy } = evaluated(truth, predicted, 8);
  expect([accuracy, balancedAccuracy]).toEqual([0.9725, 0.9725]);
});

it("leaves undefined what is 0 / 0, and counts it in no mean", () => {
  const { classes, balancedAccuracy, macroF1 } = evaluated([0, 0, 1], [0, 0, 2], 4);
  expect(classes[1]).toEqual({ support: 1, precision: null, recall: 0, f1: 0 });
  // Said but never true: its F1 is 0, and counts.
  expect(classes[2]).toEqual({ support: 0, precision: 0, recall: null, f1: 0 });
  expect(classes[3]).toEqual({ support: 0, precision: null, recall: null, f1: null });
  expect(balancedAccuracy).toBe(1 / 2);
  expect(macroF1).toBeCloseTo(1 / 3, 12);
  const nothing = evaluated([], [], 2);
  expect([nothing.accuracy, nothing.balancedAccuracy, nothing.macroF1]).toEqual([0, 0, 0]);
});

it("compares with who always says the class that is the most frequent in training", () => {
  const truth = [0, 1, 1, 1, 0];
  const { majority } = evaluateClasses({ ...answers(truth, truth, 2), trainingCounts: [7, 3] });
  expect(majority.label).toBe(0);
  expect(majority.accuracy).toBe(0.4);
  expect(majority.balancedAccuracy).toBe(0.5);
  // F1 of class 0: 2·2 / (2·2 + 3); of class 1: 0.
  expect(majority.macroF1).toBeCloseTo(4 / 7 / 2, 12);
});

it("says what knowing only the frequencies costs", () => {
  const { frequencyLoss } = evaluateClasses({ ...answers([0, 0, 1], [0, 0, 0], 2), trainingCounts: [5, 1] });
  expect(frequencyLoss).toBeCloseTo(-(2 * Math.log(6 / 8) + Math.log(2 / 8)) / 3, 12);
});

it("lists some examples of each cell, each once", () => {
  const truth = [...Array(90).fill(1), 0, 0];
  const predicted = [...Array(90).fill(0), 0, 0];
  const { examples } = evaluateClasses({
    ...answers(truth, predicted, 2),
    // Two answers belong to one example.
    exampleOf: (i) => ({ index: 100 + Math.floor(i / 2), name: `sequence ${Math.floor(i / 2)}` }),
  });
  const wrong = examples.filter((example) => example.truth === 1);
  expect(wrong).toHaveLength(examplesPerCell);
  expect(wrong[0]).toEqual({ truth: 1, predicted: 0, index: 100, name: "sequence 0" });
  expect(new Set(wrong.map(({ index }) => index)).size).toBe(examplesPerCell);
  expect(examples.filter((example) => example.truth === 0)).toEqual([
    { truth: 0, predicted: 0, index: 145, name: "sequence 45" },
  ]);
});

it("has as accuracy the trace of the matrix over its sum, and 1 when all is right", () => {
  fc.assert(
    fc.property(someAnswers, ([C, pairs]) => {
      const [truth, predicted] = unzip(pairs);
      const { counts, accuracy, classes } = evaluated(truth, predicted, C);
      const trace = Array.from({ length: C }, (_, c) => counts[c * C + c]).reduce((a, b) => a + b, 0);
      const sum = counts.reduce((a, b) => a + b, 0);
      expect(sum).toBe(pairs.length);
      expect(accuracy).toBeCloseTo(trace / sum, 12);
      expect(classes.reduce((all, { support }) => all + support, 0)).toBe(sum);
      const perfect = evaluated(truth, truth, C);
      expect([perfect.accuracy, perfect.balancedAccuracy, perfect.macroF1]).toEqual([1, 1, 1]);
    }),
  );
});

it("permutes with the labels", () => {
  fc.assert(
    fc.property(someAnswers, ([C, pairs]) => {
      const [truth, predicted] = unzip(pairs);
      const renamed = (label: number) => (label + 1) % C;
      const before = evaluated(truth, predicted, C);
      const after = evaluated(truth.map(renamed), predicted.map(renamed), C);
      for (let t = 0; t < C; t++) {
        expect(after.classes[renamed(t)]).toEqual(before.classes[t]);
        for (let p = 0; p < C; p++)
          expect(after.counts[renamed(t) * C + renamed(p)]).toBe(before.counts[t * C + p]);
      }
      expect(after.macroF1).toBeCloseTo(before.macroF1, 12);
      expect(after.balancedAccuracy).toBeCloseTo(before.balancedAccuracy, 12);
    }),
  );
});

it("has an interval for what a loss is less than that of the frequencies, of whole examples", () => {
  const truth = Array.from({ length: 60 }, (_, i) => i % 2);
  const given = answers(truth, truth, 2);
  // −ln of a half each costs ln 2: every answer is better by the same.
  const half = evaluateClasses({ ...given, losses: truth.map(() => Math.LN2 / 2) });
  expect(half.frequencyLoss).toBeCloseTo(Math.LN2, 12);
  expect(half.lossInterval?.low).toBeCloseTo(Math.LN2 / 2, 12);
  expect(half.lossInterval?.high).toBeCloseTo(Math.LN2 / 2, 12);
  // Sometimes much better and sometimes much worse, it is neither: and with two answers each, examples are drawn whole.
  const better = (i: number) => i % 4 < 2 === i % 24 < 12;
  const losses = truth.map((_, i) => Math.LN2 + (better(i) ? 0.5 : -0.49));
  const noise = evaluateClasses({ ...given, losses });
  expect(noise.lossInterval?.low).toBeLessThan(0);
  expect(noise.lossInterval?.high).toBeGreaterThan(0);
  const owners = truth.map((_, i) => Math.floor(i / 4));
  const whole = evaluateClasses({ ...given, losses, owners, evaluated: 15, heldOut: 15 });
  expect(whole.lossInterval?.low).toBeCloseTo(-0.005, 12);
  expect(whole.lossInterval?.high).toBeCloseTo(-0.005, 12);
});
