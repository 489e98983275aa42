import { describe, expect, it } from "vitest";
import type {
  ClassEvaluation,
  LanguageEvaluation,
  NumbersEvaluation,
} from "../data/evaluation/evaluationTypes";
import { heldOutMeasure, type RaceOutcome, standingsOf, verdictOf } from "./raceVerdict";

/** Of a text, whose pairs of symbols need 3 bits. */
const language = (bits: number, reach: number | null): LanguageEvaluation => ({
  kind: "language",
  unit: "characters",
  unknownShare: 0,
  bits,
  unigramBits: 4,
  bigramBits: 3,
  intervals: {
    unigram: null,
    bigram: reach === null ? null : { low: 3 - bits - reach, high: 3 - bits + reach },
  },
  symbols: 1000,
  accuracy: 0.5,
  mostFrequent: { symbol: " ", share: 0.2 },
});

const outcome = (
  variant: number,
  loss: number | null,
  bits: number,
  reach: number | null = 0.1,
): RaceOutcome => ({
  variant,
  seed: 1,
  loss,
  evaluation: language(bits, reach),
});

describe("a winner with one seed", () => {
  it("has the lowest validation loss, and is clear where the held-out intervals lie apart", () => {
    expect(verdictOf([outcome(0, 1.4, 2.1), outcome(1, 1.2, 1.8), outcome(2, 1.9, 2.9)])).toMatchObject({
      kind: "won",
      winner: { variant: 1, mean: 1.2, deviation: null },
      runnerUp: { variant: 0 },
      by: "heldOut",
      isClear: true,
      isReversed: false,
    });
  });

  it("is not clear where they overlap, or there are none", () => {
    const overlap = verdictOf([outcome(0, 1.4, 1.95), outcome(1, 1.2, 1.8)]);
    expect(overlap).toMatchObject({ winner: { variant: 1 }, isClear: false, isReversed: false });
    const few = verdictOf([outcome(0, 1.4, 2.9, null), outcome(1, 1.2, 1.8)]);
    expect(few).toMatchObject({ winner: { variant: 1 }, isClear: false, isReversed: false });
  });

  it("is not clear where what is held out says the opposite, which is said", () => {
    const verdict = verdictOf([outcome(0, 1.4, 1.5), outcome(1, 1.2, 1.9)]);
    expect(verdict).toMatchObject({ winner: { variant: 1 }, isClear: false, isReversed: true });
  });

  it("is nobody where nothing was measured, and has no runner-up where nothing else was", () => {
    expect(verdictOf([outcome(0, null, 2), outcome(1, Number.NaN, 2)])).toEqual({ kind: "nobody" });
    expect(verdictOf([outcome(0, null, 2), outcome(1, 1.3, 2)])).toMatchObject({
      winner: { variant: 1 },
      runnerUp: null,
      isClear: false,
    });
  });
});

describe("a winner over seeds", () => {
  const seeded = (variant: number, losses: readonly number[]) =>
    losses.map((loss, i): RaceOutcome => ({ variant, seed: i + 1, loss, evaluation: null }));

  it("has the lowest mean, and is clear where the paired differences are", () => {
    // The seeds differ more than the cells, but alike: differences 0.1, 0.11, 0.12.
    const outcomes = [...seeded(0, [1.1, 1.61, 2.12]), ...seeded(1, [1, 1.5, 2])];
    const verdict = verdictOf(outcomes);
    expect(verdict).toMatchObject({
      kind: "won",
      winner: { variant: 1, seeds: 3 },
      by: "seeds",
      isClear: true,
    });
    if (verdict.kind !== "won" || !verdict.difference) throw new Error("There is no difference.");
    // 0.11 ± 4.303 · 0.01 / √3
    expect(verdict.difference.low).toBeCloseTo(0.11 - (4.303 * 0.01) / Math.sqrt(3), 10);
    expect(verdict.difference.high).toBeCloseTo(0.11 + (4.303 * 0.01) / Math.sqrt(3), 10);
  });

  it("is not clear where they are as often the other way round, or only one seed is left of a value", () => {
    const mixed = verdictOf([...seeded(0, [1.2, 1.4, 1.3]), ...seeded(1, [1.3, 1.1, 1.2])]);
    expect(mixed).toMatchObject({ winner: { variant: 1 }, isClear: false });
    const [one] = seeded(0, [9]);
    expect(verdictOf([one, ...seeded(1, [1, 1.1])])).toMatchObject({
      by: "seeds",
      isClear: false,
      difference: null,
    });
  });

  it("says mean and spread alone where the seed alone differs", () => {
    const verdict = verdictOf(seeded(0, [1, 1.2, 1.4]));
    expect(verdict).toEqual({
      kind: "spread",
      standing: { variant: 0, seeds: 3, mean: expect.closeTo(1.2, 12), deviation: expect.closeTo(0.2, 12) },
    });
  });
});

it("standings are by their means, and leave out what was not measured", () => {
  const outcomes = [outcome(0, 3, 2), outcome(1, 2, 2), outcome(0, 1, 2), outcome(2, null, 2)];
  expect(standingsOf(outcomes)).toEqual([
    { variant: 0, seeds: 2, mean: 2, deviation: Math.SQRT2 },
    { variant: 1, seeds: 1, mean: 2, deviation: null },
  ]);
});

it("a held-out measure has its interval in its own units", () => {
  expect(heldOutMeasure(language(1.8, 0.1))).toEqual({
    value: 1.8,
    interval: { low: expect.closeTo(1.7, 12), high: expect.closeTo(1.9, 12) },
    isShare: false,
    isBetter: "low",
  });
  const classes: Pick<ClassEvaluation, "kind" | "accuracy" | "majority" | "interval"> = {
    kind: "classes",
    accuracy: 0.9,
    majority: { label: 0, accuracy: 0.5, balancedAccuracy: 0.5, macroF1: 0.3 },
    interval: { low: 0.35, high: 0.45 },
  };
  expect(heldOutMeasure({ ...emptyClasses, ...classes }).interval).toEqual({
    low: 0.85,
    high: expect.closeTo(0.95, 12),
  });
  const numbers: NumbersEvaluation = {
    kind: "numbers",
    evaluated: 50,
    heldOut: 50,
    outputs: [],
    squaredError: 0.25,
    meanSquaredError: 1,
    interval: { low: 0.4, high: 0.6 },
    withoutMemory: null,
  };
  // (1 − 0.6)² to (1 − 0.4)² of the mean's error.
  expect(heldOutMeasure(numbers)).toEqual({
    value: 0.25,
    interval: { low: expect.closeTo(0.16, 12), high: expect.closeTo(0.36, 12) },
    isShare: false,
    isBetter: "low",
  });
});

it("is clear by nothing where losses are not measured alike", () => {
  const of = (variant: number, loss: number) =>
    [1, 2, 3].map((seed) => ({ variant, seed, loss: loss + seed / 1000, evaluation: null }));
  const outcomes = [...of(0, 1), ...of(1, 2)];
  expect(verdictOf(outcomes)).toMatchObject({ winner: { variant: 0 }, isClear: true });
  expect(verdictOf(outcomes, false)).toMatchObject({
    winner: { variant: 0 },
    isClear: false,
    difference: null,
  });
});

it("a share lies between none and all, and of too few examples there is no interval", () => {
  const wide = { ...emptyClasses, accuracy: 1, interval: { low: -0.6, high: 1 } };
  expect(heldOutMeasure(wide).interval).toEqual({ low: 0, high: 1 });
  const few = heldOutMeasure({ ...wide, evaluated: 6, heldOut: 6 });
  expect(few).toMatchObject({ value: 1, interval: null });
});

const emptyClasses: ClassEvaluation = {
  kind: "classes",
  at: "last",
  labels: [],
  answers: 100,
  evaluated: 100,
  heldOut: 100,
  accuracy: 0,
  balancedAccuracy: 0,
  macroF1: 0,
  counts: new Int32Array(),
  classes: [],
  majority: { label: 0, accuracy: 0.5, balancedAccuracy: 0.5, macroF1: 0.3 },
  interval: null,
  loss: 0,
  frequencyLoss: 0,
  lossInterval: null,
  withoutMemory: null,
  examples: [],
};
