import { expect, it } from "vitest";
import { drawnBy, penPath } from "./penPath";

// Through the air to (1, 1), right, down, through the air, and a stroke left.
const movements = Float32Array.from(
  [
    [1, 1, 0],
    [2, 0, 1],
    [0, 2, 1],
    [1, 0, 0],
    [-1, 0, 1],
  ].flat(),
);

it("follows the pen", () => {
  const { points, down } = penPath(movements);
  expect(Array.from(points)).toEqual([0, 0, 1, 1, 3, 1, 3, 3, 4, 3, 3, 3]);
  expect(down).toEqual([false, true, true, false, true]);
});

it("draws what is drawn by a step, and nothing through the air", () => {
  const path = penPath(movements);
  expect(drawnBy(path, 1)).toBe("");
  expect(drawnBy(path, 2)).toBe("M1.000 1.000L3.000 1.000");
  expect(drawnBy(path, 5)).toBe("M1.000 1.000L3.000 1.000L3.000 3.000M4.000 3.000L3.000 3.000");
});

it("shows all that is drawn in a square, without the way there", () => {
  const [x, y, width, height] = penPath(movements).viewBox;
  expect(width).toBe(height);
  expect(x).toBeLessThan(1);
  expect(x).toBeGreaterThan(0);
  expect(x + width).toBeGreaterThan(4);
  expect(y + height).toBeGreaterThan(3);
});
