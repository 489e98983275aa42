import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Drawing, maxStrokeSteps, penMovements, penPoints, resampled, strokeSequence } from "./strokes";

/** Whole numbers, so that moving them and doubling them is exact. */
const point = fc.record({ x: fc.integer({ min: -500, max: 500 }), y: fc.integer({ min: -500, max: 500 }) });
const drawing = fc.array(fc.array(point, { minLength: 1, maxLength: 12 }), { minLength: 1, maxLength: 4 });

/** What points and movements have at most between them after sums of float32. */
function expectClose(actual: Drawing, expected: Drawing): void {
  expect(actual.map((line) => line.length)).toEqual(expected.map((line) => line.length));
  actual.flat().forEach(({ x, y }, i) => {
    expect(Math.hypot(x - expected.flat()[i].x, y - expected.flat()[i].y)).toBeLessThan(1e-5);
  });
}

describe("strokeSequence", () => {
  it("begins in the middle, pen up, and goes round a square in equal movements", () => {
    const square = [
      { x: 10, y: 10 },
      { x: 30, y: 10 },
      { x: 30, y: 30 },
      { x: 10, y: 30 },
      { x: 10, y: 10 },
    ];
    const sequence = strokeSequence([square]) ?? [];
    const rows = Array.from({ length: sequence.length / 3 }, (_, t) =>
      [0, 1, 2].map((i) => Math.round(sequence[3 * t + i] * 1000) / 1000),
    );
    const side = (dx: number, dy: number) => Array.from({ length: 10 }, () => [dx, dy, 1]);
    expect(rows).toEqual(
      [[-0.5, -0.5, 0], ...side(0.1, 0), ...side(0, 0.1), ...side(-0.1, 0), ...side(0, -0.1)].map((row) =>
        row.map((value) => value + 0),
      ),
    );
  });

  it("lifts the pen between two lines", () => {
    const cross = [
      [
        { x: 0, y: 0 },
        { x: 10, y: 10 },
      ],
      [
        { x: 10, y: 0 },
        { x: 0, y: 10 },
      ],
    ];
    const sequence = strokeSequence(cross) ?? [];
    const ups = Array.from({ length: sequence.length / 3 }, (_, t) => t).filter(
      (t) => sequence[3 * t + 2] === 0,
    );
    expect(ups).toEqual([0, 15]);
    expect([sequence[45], sequence[46]]).toEqual([0, -1]);
  });

  it("makes a sequence of a dot, and none of nothing", () => {
    expect([...(strokeSequence([[{ x: 7, y: 7 }]]) ?? [])]).toEqual([0, 0, 0]);
    expect(strokeSequence([[]])).toBeNull();
  });

  it("does not depend on place or size", () => {
    fc.assert(
      fc.property(drawing, point, fc.integer({ min: -3, max: 6 }), (lines, { x: dx, y: dy }, power) => {
        const moved = lines.map((line) =>
          line.map(({ x, y }) => ({ x: (x + dx) * 2 ** power, y: (y + dy) * 2 ** power })),
        );
        expect(strokeSequence(moved)).toEqual(strokeSequence(lines));
      }),
    );
  });

  it("is finite, within its limit, and as large as the drawing", () => {
    fc.assert(
      fc.property(drawing, (lines) => {
        const sequence = strokeSequence(lines) ?? new Float32Array();
        expect(sequence.length).toBeGreaterThan(0);
        expect(sequence.length / 3).toBeLessThanOrEqual(maxStrokeSteps);
        expect(sequence.every(Number.isFinite)).toBe(true);
        for (const { x, y } of penPoints(sequence).flat()) {
          expect(Math.max(Math.abs(x), Math.abs(y))).toBeLessThan(0.5 + 1e-5);
        }
      }),
    );
  });
});

describe("penMovements", () => {
  it("and penPoints are each other's inverse", () => {
    fc.assert(
      fc.property(drawing, (lines) => {
        const small = lines.map((line) => line.map(({ x, y }) => ({ x: x / 1000, y: y / 1000 })));
        expectClose(penPoints(penMovements(small)), small);
      }),
    );
  });

  it("gives the points of a part of a sequence too", () => {
    expect(penPoints([1, 0, 1, 0, 2, 1])).toEqual([
      [
        { x: 0, y: 0 },
        { x: 1, y: 0 },
        { x: 1, y: 2 },
      ],
    ]);
  });
});

describe("resampled", () => {
  it("has both ends, points on the line, and pieces of one length", () => {
    // A straight line with uneven points: what is on it and how far apart is plain to see.
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 0, max: 1000 }), { minLength: 2 }), (places) => {
        const sorted = places.sort((a, b) => a - b).map((x) => ({ x, y: 2 * x }));
        const result = resampled(sorted, 50);
        const first = sorted[0];
        const last = sorted[sorted.length - 1];
        expect(result[0]).toEqual(first);
        expect(result[result.length - 1]).toEqual(last);
        const piece = (last.x - first.x) / (result.length - 1);
        result.forEach(({ x, y }, i) => {
          expect(Math.abs(x - first.x - i * piece)).toBeLessThan(1e-6);
          expect(Math.abs(y - 2 * x)).toBeLessThan(1e-6);
        });
        expect(result.length - 1).toBe(
          Math.max(1, Math.round(Math.hypot(last.x - first.x, last.y - first.y) / 50)),
        );
      }),
    );
  });
});
