import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { penInk } from "./penInk";

const paper = { width: 5, height: 5, radius: 1 };

/**
 * How far off an edge may lie, in pixels: ink falls from 1 to 0 over a distance of 1, and rows of pixels see that ramp every h.
 * By Euler and Maclaurin a sum over them errs by h² / 2 times the difference of the periodic B₂ = x² - x + 1/6 at the ramp's two
 * ends, 1 / h apart. Upright edges have h = 1 and are exact; the worst are diagonal ones, h² = 1/2: 0.2426 / 4. Round ends come on top.
 */
const edgeError = 0.0607;

describe("penInk", () => {
  it("is full inside of the pen, none outside, and between by distance", () => {
    const line = [
      { x: -3, y: 2.25 },
      { x: 8, y: 2.25 },
    ];
    // Middles of rows are 0.5, 1.5, …: 1.75, 0.75, 0.25, 1.25 and 2.25 from the line.
    const rows = [0, 0.75, 1, 0.25, 0];
    expect([...penInk([line], paper)]).toEqual(rows.flatMap((ink) => [ink, ink, ink, ink, ink]));
  });

  it("does not add up where lines cross, and makes a dot of a point", () => {
    const point = { x: 2.5, y: 2.5 };
    const dot = penInk([[point]], paper);
    expect([...dot.subarray(10, 15)]).toEqual([0, 0.5, 1, 0.5, 0]);
    expect(dot[6]).toBeCloseTo(1.5 - Math.SQRT2, 6);
    expect(penInk([[point], [point]], paper)).toEqual(dot);
    expect(Math.max(...penInk([[]], paper))).toBe(0);
  });

  it("has the area of a line with round ends, wherever it lies", () => {
    const place = fc.record({
      x: fc.double({ min: 8, max: 32, noNaN: true }),
      y: fc.double({ min: 8, max: 32, noNaN: true }),
    });
    const radius = fc.double({ min: 1, max: 5, noNaN: true });
    fc.assert(
      fc.property(place, place, radius, (from, to, radius) => {
        const ink = penInk([[from, to]], { width: 40, height: 40, radius });
        const length = Math.hypot(to.x - from.x, to.y - from.y);
        const area = 2 * radius * length + Math.PI * radius ** 2;
        const sum = ink.reduce((total, value) => total + value, 0);
        expect(Math.abs(sum - area)).toBeLessThan(2 * edgeError * length + 1.2);
      }),
    );
  });
});
