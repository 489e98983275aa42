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
