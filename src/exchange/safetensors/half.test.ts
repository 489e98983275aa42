import fc from "fast-check";
import { expect, it } from "vitest";
import { mostHalf, ofHalf, toHalf } from "./half";

const finite = Array.from({ length: 2 ** 16 }, (_, bits) => bits).filter((bits) => ((bits >> 10) & 31) < 31);

it("gives every finite number of half precision its own bits again", () => {
  expect(finite).toHaveLength(2 ** 16 - 2 ** 11);
  for (const bits of finite) expect(toHalf(ofHalf(bits)), String(bits)).toBe(bits);
});

it("takes the nearest, and of two as near the even one", () => {
  const sorted = Float64Array.from(new Set(finite.map(ofHalf))).sort();
  const number = fc.oneof(
    fc.float({ min: -mostHalf, max: mostHalf, noNaN: true }),
    fc.float({ min: -Math.fround(2e-4), max: Math.fround(2e-4), noNaN: true }),
  );
  fc.assert(
    fc.property(number, (value) => {
      const distance = Math.abs(ofHalf(toHalf(value)) - value);
      const after = sorted.findIndex((one) => one >= value);
      expect(distance).toBe(
        Math.min(Math.abs(sorted[after] - value), Math.abs(value - (sorted[after - 1] ?? Infinity))),
      );
    }),
    { numRuns: 500 },
  );
  expect(
    [1 + 2 ** -11, 1 + 3 * 2 ** -11, 2 ** -25, 3 * 2 ** -25].map((value) => ofHalf(toHalf(value))),
  ).toEqual([1, 1 + 2 ** -9, 0, 2 ** -23]);
});
