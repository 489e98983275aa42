import { expect, it } from "vitest";
import { areaUnderCurve } from "./areaUnderCurve";

it("is the share of pairs in the right order, ties by half", () => {
  expect(areaUnderCurve([1, 2, 3, 4], [0, 0, 1, 1])).toBe(1);
  expect(areaUnderCurve([4, 3, 2, 1], [0, 0, 1, 1])).toBe(0);
  expect(areaUnderCurve([5, 5, 5], [1, 0, 1])).toBe(0.5);
  expect(areaUnderCurve([1, 2], [1, 1])).toBeNaN();
  const scores = [0.3, 0.1, 0.3, 0.8, 0.5, 0.1, 0.9];
  const holds = [0, 0, 1, 1, 0, 1, 1];
  const pairs = scores.flatMap((high, i) =>
    scores.flatMap((low, j) => (holds[i] > holds[j] ? [Math.sign(high - low)] : [])),
  );
  const expected = pairs.reduce((sum, sign) => sum + (sign + 1) / 2, 0) / pairs.length;
  expect(areaUnderCurve(scores, holds)).toBeCloseTo(expected, 12);
});
