import { describe, expect, it } from "vitest";
import { Random } from "../../random";
import { type AheadError, errorBounds, errorMiddle, fanCoverage } from "./futureFan";

describe("errorBounds", () => {
  it("takes the second and the eighteenth of nineteen errors for 80 %, and the fifth and fifteenth for half", () => {
    const errors = Array.from({ length: 19 }, (_, i) => ((i * 7) % 19) - 9);
    expect(errorBounds(errors, 0.8)).toEqual({ low: -8, high: 8 });
    expect(errorBounds(errors, 0.5)).toEqual({ low: -5, high: 5 });
  });

  it("says nothing of fewer than ten", () => {
    expect(errorBounds(new Float64Array(9), 0.8)).toEqual({ low: Number.NaN, high: Number.NaN });
    expect(errorBounds(new Float64Array(10), 0.8)).toEqual({ low: 0, high: 0 });
  });

  it("holds its promise for errors to come, however they are distributed and however few there are", () => {
    const random = Random.fromSeed(4);
    const skewed = () => Math.exp(random.normal());
    for (const m of [12, 30, 150]) {
      let within = 0;
      const tries = 6000;
      for (let i = 0; i < tries; i++) {
        const { low, high } = errorBounds(Float64Array.from({ length: m }, skewed), 0.8);
        const next = skewed();
        if (next >= low && next <= high) within++;
      }
      // At least 80 %, and at most by 2 / (m + 1) more; four standard errors are 0.021.
      expect(within / tries).toBeGreaterThan(0.8 - 0.021);
      expect(within / tries).toBeLessThan(0.8 + 2 / (m + 1) + 0.021);
    }
  });
});

it("the middle of errors is their median, and nothing of fewer than ten", () => {
  const errors = [9, -3, 4, 1, 8, 0, 7, 2, 6, 5];
  expect(errorMiddle(errors)).toBe(4.5);
  expect(errorMiddle([...errors, 100])).toBe(5);
  expect(errorMiddle(errors.slice(1))).toBeNaN();
});

describe("fanCoverage", () => {
  /** @param mean of the errors of the last fifth; all others have 0 */
  const errorsOf = (mean: number): AheadError[] => {
    const random = Random.fromSeed(9);
    return Array.from({ length: 4000 }, (_, i) => {
      const fold = Math.floor((5 * i) / 4000);
      return { ahead: 1 + (i % 5), error: (fold === 4 ? mean : 0) + 3 * random.normal(), fold };
    });
  };

  it("is that of the fan where all err alike", () => {
    const { share = 0, count } = fanCoverage(errorsOf(0), 0.8) ?? {};
    expect(count).toBe(4000);
    expect(Math.abs(share - 0.8)).toBeLessThan(0.03);
  });

  it("tells of a time that errs far more than others", () => {
    expect(fanCoverage(errorsOf(30), 0.8)?.share).toBeLessThan(0.75);
  });

  it("is null where there is too little beside a time", () => {
    expect(
      fanCoverage(
        errorsOf(0).filter(({ fold }) => fold === 2),
        0.8,
      ),
    ).toBeNull();
    expect(fanCoverage([], 0.8)).toBeNull();
  });
});
