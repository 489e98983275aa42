import { describe, expect, it } from "vitest";
import { maxSeriesPoints } from "./chartRows";
import { measuresOf } from "./measures";
import { type Curves, isToBeSeen } from "./useShownCurves";

const [nats, bits] = measuresOf(null);

const curves = (last: number, change: Partial<Curves> = {}): Curves => ({
  runId: 1,
  measure: nats,
  rows: [1, last].map((step) => ({ step, train: 2, validation: null })),
  ticks: [1, 2, 3],
  training: true,
  ...change,
});

describe("curves of a run that trains", () => {
  it("are drawn anew with each step as long as each is a point of its own", () => {
    for (let last = 1; last < maxSeriesPoints; last++)
      expect(isToBeSeen(curves(last + 1), curves(last))).toBe(true);
  });

  it("later when they have another point to show", () => {
    const drawn = curves(1000 * maxSeriesPoints);
    expect(isToBeSeen(curves(1000 * maxSeriesPoints + 1000), drawn)).toBe(false);
    expect(isToBeSeen(curves(1000 * maxSeriesPoints + 1007), drawn)).toBe(true);
  });

  it("at once where they leave the axis, are of another run or measure, go back, or rest", () => {
    const drawn = curves(100_000);
    expect(isToBeSeen(curves(100_001), drawn)).toBe(false);
    expect(isToBeSeen(curves(100_001, { ticks: [1, 2, 3, 4] }), drawn)).toBe(true);
    expect(isToBeSeen(curves(100_001, { ticks: [0, 2, 4] }), drawn)).toBe(true);
    expect(isToBeSeen(curves(100_001, { runId: 2 }), drawn)).toBe(true);
    expect(isToBeSeen(curves(100_001, { measure: bits }), drawn)).toBe(true);
    expect(isToBeSeen(curves(99_999), drawn)).toBe(true);
    expect(isToBeSeen(curves(100_001, { training: false }), drawn)).toBe(true);
  });

  it("that were never drawn are", () => {
    expect(isToBeSeen(curves(1), curves(0, { rows: [] }))).toBe(true);
  });
});
