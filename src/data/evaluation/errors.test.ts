import fc from "fast-check";
import { expect, it } from "vitest";
import { errorsOf, rSquared } from "./errors";

it("measures errors, worked out by hand", () => {
  expect(errorsOf([1, 2, 3], [1, 4, 2])).toEqual({ mae: 1, rmse: Math.sqrt(5 / 3), bias: 1 / 3 });
  // scikit-learn's example of r2_score.
  expect(rSquared([3, -0.5, 2, 7], [2.5, 0, 2, 8])).toBeCloseTo(0.9486, 4);
});

it("has an R² of 0 for the mean of the truth, and none where the truth does not vary", () => {
  expect(rSquared([1, 2, 6], [3, 3, 3])).toBe(0);
  expect(rSquared([2, 2, 2], [2, 2, 2])).toBeNull();
  expect(rSquared([], [])).toBeNull();
  expect(errorsOf([], [])).toEqual({ mae: 0, rmse: 0, bias: 0 });
});

it("is not better for knowing which of several series is the larger", () => {
  const truth = [1, 3, 1001, 1003];
  const said = [3, 1, 1003, 1001];
  expect(rSquared(truth, said)).toBeGreaterThan(0.9999);
  // Each is off by twice as much as its own mean is.
  expect(rSquared(truth, said, [0, 0, 1, 1])).toBe(-3);
  expect(rSquared(truth, [2, 2, 1002, 1002], [0, 0, 1, 1])).toBe(0);
});

it("never has a mean absolute error above the root of the mean squared one, nor a larger bias", () => {
  const value = fc.integer({ min: -1e6, max: 1e6 });
  fc.assert(
    fc.property(fc.array(fc.tuple(value, value), { minLength: 1 }), (pairs) => {
      const { mae, rmse, bias } = errorsOf(
        pairs.map(([truth]) => truth),
        pairs.map(([, said]) => said),
      );
      expect(mae).toBeLessThanOrEqual(rmse * (1 + 1e-9));
      expect(Math.abs(bias)).toBeLessThanOrEqual(mae * (1 + 1e-9));
    }),
  );
});
