import { expect, it } from "vitest";
import { Copying } from "./copying";

it("copies a few elements at a time, across its sources, and leaves what is copied as it was", () => {
  const memory = Float32Array.from({ length: 11 }, (_, i) => i + 1);
  const source = (start: number, length: number) => ({
    length,
    elements: (from: number, to: number) => memory.subarray(start + from, start + to),
  });
  const copying = new Copying([source(0, 5), source(5, 0), source(5, 6)]);
  expect(copying.goOn(3)).toBe(true);
  memory.fill(0, 0, 3);
  expect(copying.goOn(4)).toBe(true);
  memory.fill(0, 3, 7);
  expect(copying.goOn(Number.POSITIVE_INFINITY)).toBe(false);
  expect(copying.values.map((values) => [...values])).toEqual([[1, 2, 3, 4, 5], [], [6, 7, 8, 9, 10, 11]]);
  expect(copying.goOn(1)).toBe(false);
});
