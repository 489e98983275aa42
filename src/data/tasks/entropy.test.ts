import { expect, it } from "vitest";
import { conditionalEntropy, entropy } from "./entropy";

it("is the logarithm of the number of equal cases, to any scale", () => {
  expect(entropy([3, 3, 3, 3])).toBeCloseTo(Math.log(4), 12);
  expect(entropy([0, 5, 0])).toBe(0);
  // A fair coin of which one side is two equal cases: 1½ bits.
  expect(entropy([2, 1, 1])).toBeCloseTo(1.5 * Math.LN2, 12);
});

it("means the entropy of y over x, each as often as it comes", () => {
  const joint = [
    [1, 1, 0],
    [0, 0, 6],
    [0, 0, 0],
  ];
  expect(conditionalEntropy(joint)).toBeCloseTo((2 / 8) * Math.LN2, 12);
});
