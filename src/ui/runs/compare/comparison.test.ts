import { describe, expect, it } from "vitest";
import { recordFixture } from "../../../kept/recordFixture";
import type { RunRecord } from "../../../kept/runRecord";
import { defaultSettings, type RunSettings } from "../../../session/settings";
import { message, verbatim } from "../../../words/message";
import { runRow, runRows } from "../runRows";
import { type AxisName, comparedCurves, comparisonRows } from "./comparedCurve";
import { comparisonOf } from "./comparison";
import { smoothed } from "./smoothed";

const comparisonOfAll = (records: readonly RunRecord[]) => comparisonOf(records.map(runRow));

const withSettings = (
  id: string,
  change: Partial<RunSettings>,
  rest: Partial<RunRecord> = {},
): RunRecord => ({
  ...recordFixture,
  id,
  settings: { ...defaultSettings, ...change },
  ...rest,
});

function withLoss(
  step: readonly number[],
  loss: readonly number[],
  rest: Partial<RunRecord> = {},
): RunRecord {
  const columns = {
    step: Float64Array.from(step),
    loss: Float64Array.from(loss),
    accuracy: new Float64Array(step.length),
  };
  const points = { ...columns, gradientNorm: new Float64Array(step.length) };
  return { ...recordFixture, curves: { ...recordFixture.curves, points, validation: columns }, ...rest };
}

describe("smoothed", () => {
  it("is the mean of what was before, the less the longer ago, without the bias of its beginning", () => {
    const tau = 1 / Math.LN2;
    // Half is kept from step to step: (2 / 2 + 4) / 1.5, ((2 / 2 + 4) / 2 + 8) / 1.75.
    const found = smoothed([1, 2, 3], [2, 4, 8], tau);
    expect(found[0]).toBeCloseTo(2, 12);
    expect(found[1]).toBeCloseTo(10 / 3, 12);
    expect(found[2]).toBeCloseTo(6, 12);
  });

  it("is the same where points stand for two steps each, of a curve that is even", () => {
    expect(smoothed([2, 4, 9], [5, 5, 5], 3)).toEqual([5, 5, 5].map((value) => expect.closeTo(value, 12)));
    const far = smoothed([0, 1, 101], [1, 1, 9], 1);
    expect(far[2]).toBeCloseTo(9, 12);
  });

  it("leaves a curve as it is where it is asked for nothing, and has nothing of nothing", () => {
    expect(smoothed([1, 2, 3], [2, 4, 8], 0)).toEqual([2, 4, 8]);
    expect(smoothed([7], [3], 2)).toEqual([3]);
    expect(smoothed([], [], 2)).toEqual([]);
  });
});

describe("compared curves", () => {
  it("lie along steps, epochs, seconds and floating-point operations", () => {
    const run = withLoss([2, 4, 8], [3, 2, 1]);
    const placesBy = (axis: AxisName) => comparedCurves([run], "training", axis)[0]?.map(({ x }) => x);
    expect(placesBy("step")).toEqual([2, 4, 8]);
    expect(placesBy("epoch")).toEqual([0.5, 1, 2]);
    expect(placesBy("seconds")).toEqual([0.5, 1, 2]);
    expect(placesBy("flop")).toEqual([6e6, 12e6, 24e6]);
  });

  it("leave out a run that was kept before the operations of a step were counted", () => {
    const { stepFlop: _, ...summary } = recordFixture.summary;
    const older = withLoss([1, 2], [3, 2], { summary });
    const placed = withLoss([1], [3]);
    expect(comparedCurves([older, placed], "training", "flop")).toEqual([
      null,
      [{ x: 3e6, raw: 3, smooth: 3 }],
    ]);
  });

  it("leave out a run without the time of a step, and losses that are no numbers", () => {
    const { timed: _, ...untimed } = withLoss([1, 2], [3, 2]);
    expect(comparedCurves([untimed, withLoss([1, 2], [Number.NaN, 2])], "training", "seconds")).toEqual([
      null,
      [{ x: 0.5, raw: 2, smooth: 2 }],
    ]);
    expect(comparedCurves([withLoss([], [])], "training", "step")).toEqual([[]]);
  });

  it("are smoothed before they are thinned, as far as the longest of them says", () => {
    const n = 1500;
    const steps = Array.from({ length: n }, (_, i) => i + 1);
    const zigzag = steps.map((step) => (step % 2 === 0 ? 1 : 3));
    const [curve] = comparedCurves([withLoss(steps, zigzag)], "training", "step");
    expect(curve).toHaveLength(150);
    // The mean of ten neighbours; the smoothed curve ends each ten on a low one, and is near their mean all the same.
    expect(curve?.[149]).toMatchObject({ x: 1500, raw: 2 });
    const tau = 0.01 * (n - 1);
    expect(curve?.[149].smooth).toBeCloseTo(smoothed(steps, zigzag, tau)[1499], 12);
    expect(curve?.[149].smooth).toBeGreaterThan(1.9);
    const short = withLoss(steps.slice(0, 100), zigzag.slice(0, 100));
    const beside = comparedCurves([withLoss(steps, zigzag), short], "training", "step")[1];
    expect(beside?.[99].smooth).toBeCloseTo(smoothed(steps.slice(0, 100), zigzag, tau)[99], 12);
  });

  it("are not smoothed where they are validations", () => {
    const [curve] = comparedCurves([withLoss([50, 100, 150], [3, 1, 2])], "validation", "step");
    expect(curve?.map(({ smooth }) => smooth)).toEqual([3, 1, 2]);
  });

  it("come as one table by their places", () => {
    const at = (x: number, value: number) => ({ x, raw: value, smooth: value });
    expect(comparisonRows([[at(2, 5), at(3, 4)], null, [at(1, 9), at(3, 8)]])).toEqual([
      { x: 1, points: [undefined, undefined, at(1, 9)] },
      { x: 2, points: [at(2, 5), undefined, undefined] },
      { x: 3, points: [at(3, 4), undefined, at(3, 8)] },
    ]);
  });
});

describe("a comparison", () => {
  it("names the settings that differ, in the order of their table, and nothing else", () => {
    const { settings } = comparisonOfAll([
      withSettings("a", { learningRate: 0.01 }),
      withSettings("b", { cell: "lstm" }),
      withSettings("c", { cell: "lstm", hiddenSizes: [32, 16] }),
    ]);
    expect(settings).toEqual([
      {
        name: "cell",
        values: [message("choiceNames.cell:gru"), ...Array(2).fill(message("choiceNames.cell:lstm"))],
      },
      { name: "hiddenSizes", values: [verbatim("64"), verbatim("64"), verbatim("32 + 16")] },
      { name: "learningRate", values: [verbatim("0.01"), verbatim("0.005"), verbatim("0.005")] },
    ]);
    expect(comparisonOfAll([withSettings("a", {}), withSettings("b", {})]).settings).toEqual([]);
  });

  it("says nothing of a setting that means nothing beside the others", () => {
    const sgd = withSettings("a", { optimizer: "sgd", momentum: 0.9 });
    const adam = withSettings("b", { momentum: 0.5 });
    expect(comparisonOfAll([sgd, adam]).settings.find(({ name }) => name === "momentum")?.values).toEqual([
      verbatim("0.9"),
      null,
    ]);
    expect(comparisonOfAll([withSettings("a", {}), adam]).settings).toEqual([]);
  });

  it("keeps runs on other data apart, and those on the same bytes together", () => {
    const sha256 = "ab".repeat(32);
    const file = { kind: "file", sha256, name: "a.txt" } as const;
    const { groups, runs } = comparisonOfAll([
      withSettings("a", {}, { data: file, dataName: "a.txt" }),
      withSettings("b", {}),
      withSettings("c", {}, { data: { ...file, name: "copy.txt" }, dataName: "copy.txt" }),
      withSettings("d", {}, { data: { ...file, unit: "words" }, dataName: "a.txt" }),
    ]);
    expect(groups.map((group) => group.runs.map(({ row }) => row.id))).toEqual([["a", "c"], ["b"], ["d"]]);
    // Each keeps its colour.
    expect(groups[0].runs.map(({ number }) => number)).toEqual([1, 3]);
    expect(runs.map(({ stepMs }) => stepMs)).toEqual([250, 250, 250, 250]);
  });

  it("says of each set of data by what validation losses are not measured alike", () => {
    const unlikeOf = (a: Partial<RunSettings>, rest: Partial<RunRecord> = {}) =>
      comparisonOfAll([withSettings("a", a, rest), withSettings("b", {}, rest)]).groups.map(
        ({ unlike }) => unlike,
      );
    expect(unlikeOf({ cell: "lstm" })).toEqual([null]);
    expect(unlikeOf({ sequenceLength: 128 })).toEqual(["sequenceLength"]);
    expect(unlikeOf({ sequenceLength: 128 }, { data: { kind: "generated", sample: "sounds" } })).toEqual([
      null,
    ]);
  });

  it("knows the lowest validation loss and the result of each", () => {
    const { runs } = comparisonOfAll([withLoss([1, 2, 3], [2, 0.5, 1]), recordFixture]);
    expect(runs.map(({ row }) => row.best)).toEqual([0.5, null]);
    expect(runs.map(({ row }) => row.result)).toEqual([null, null]);
  });

  it("calls each by the name that it has in the list", () => {
    const rows = runRows(
      ["a", "b"].map((id, i) => ({
        id,
        hasCheckpoint: true,
        read: { ok: true, record: { ...recordFixture, id, beganMs: i } },
      })),
    );
    const { runs } = comparisonOf(rows);
    expect(runs.map(({ row }) => row.name)).toEqual([
      recordFixture.dataName,
      message("kept.numbered", { name: recordFixture.dataName, number: 2 }),
    ]);
  });
});
