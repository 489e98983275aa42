import { describe, expect, it } from "vitest";
import { snapshotOf } from "../store/sessionFixture";
import {
  emptyTrainingHistory,
  type HistoryFrame,
  historyBytes,
  historyUpTo,
  isFrameDue,
  isStateKept,
  type TrainingHistory,
  withFrame,
} from "./trainingHistory";

const frame = (step: number, symbols = ["a", "b", "a"]): HistoryFrame => ({
  snapshot: { ...snapshotOf(symbols, 5), step },
  loss: step === 0 ? null : 4 / step,
  sample: "ab",
});
const due = (from: number, to: number) =>
  Array.from({ length: to + 1 }, (_, n) => n)
    .filter(isFrameDue)
    .map((n) => from + n);
const grown = (steps: readonly number[], limits = {}): TrainingHistory =>
  steps.reduce((history, step) => withFrame(history, frame(step), limits), emptyTrainingHistory);
const stepsOf = ({ frames }: TrainingHistory) => frames.map(({ snapshot }) => snapshot.step);

describe("frames", () => {
  it("are due at the first twelve steps and at eight to a doubling from there on, powers of two among them", () => {
    expect(due(0, 40).slice(0, 14)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13]);
    expect(due(0, 8192).filter((n) => n >= 4096)).toEqual([
      4096, 4467, 4871, 5312, 5793, 6317, 6889, 7512, 8192,
    ]);
    for (let n = 1; n < 1e6; n *= 2) expect([isFrameDue(n), isStateKept(n)]).toEqual([true, true]);
    expect(isStateKept(0)).toBe(true);
    expect(isStateKept(3)).toBe(false);
  });

  it("are all kept as long as there are no more than 64, and thinned by halving: a stretch of the logarithm keeps its first", () => {
    expect(stepsOf(grown(due(0, 500)))).toEqual(due(0, 500));
    for (const last of [2000, 20_000, 200_000]) {
      const history = grown(due(0, last));
      expect(history.frames.length).toBeLessThanOrEqual(64);
      expect(history.frames.length).toBeGreaterThan(28);
      const steps = stepsOf(history);
      expect(steps[0]).toBe(0);
      const powers = Array.from({ length: Math.floor(Math.log2(last)) + 1 }, (_, k) => 2 ** k);
      expect(steps).toEqual(expect.arrayContaining(powers));
      // Neighbours are apart by less than two stretches.
      const ratios = steps.slice(1).map((step, i) => step / Math.max(1, steps[i]));
      expect(Math.max(...ratios)).toBeLessThanOrEqual(2);
    }
    expect(grown(due(0, 200_000)).perDoubling).toBe(2);
  });

  it("hold no more than their bytes, and none where one alone would", () => {
    const one = historyBytes(grown([0]));
    const history = grown(due(0, 3000), { mostBytes: 10 * one });
    expect(historyBytes(history)).toBeLessThanOrEqual(10 * one);
    expect(history.frames.length).toBeGreaterThan(4);
    expect(stepsOf(history)[0]).toBe(0);
    expect(grown(due(0, 30), { mostBytes: one - 1 }).frames).toEqual([]);
    expect(stepsOf(grown([0, 1], { mostBytes: one }))).toEqual([0]);
  });

  it("count their steps from where the run has begun, and never come twice", () => {
    const history = grown([2400, ...due(2400, 40).slice(1), 2410, 2400]);
    expect(history.from).toBe(2400);
    expect(stepsOf(history)).toEqual(due(2400, 40));
    expect(stepsOf(historyUpTo(history, 2404))).toEqual([2400, 2401, 2402, 2403, 2404]);
  });

  it("go on after the run went back to one, at whatever steps they come then", () => {
    const before = historyUpTo(grown(due(0, 600)), 512);
    const after = due(512, 600).reduce((history, step) => withFrame(history, frame(step)), before);
    const later = stepsOf(after).filter((step) => step > 512);
    expect(later.length).toBeGreaterThanOrEqual(8);
    expect(later.length).toBeLessThan(14);
  });

  it("share what they have in common, and keep their own numbers", () => {
    const history = grown([0, 1]);
    const [a, b] = history.frames.map(({ snapshot }) => snapshot);
    expect(b.sequence).toBe(a.sequence);
    expect(b.layers[0].gates).not.toBe(a.layers[0].gates);
    const other = withFrame(history, frame(2, ["b"]));
    expect(other.frames[2].snapshot.sequence).not.toBe(a.sequence);
  });
});
