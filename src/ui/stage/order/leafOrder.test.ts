import { readFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import * as v from "valibot";
import { describe, expect, it } from "vitest";
import { clusterUnits, type Join } from "./clusterUnits";
import { leafOrder } from "./leafOrder";
import { toEnd } from "./toEnd";
import { unitDistances } from "./unitDistances";

const goldenSchema = v.array(
  v.object({
    points: v.array(v.array(v.number())),
    heights: v.array(v.number()),
    shortest: v.number(),
    scipy: v.number(),
  }),
);
const golden = v.parse(
  goldenSchema,
  JSON.parse(readFileSync(path.join(import.meta.dirname, "leafOrder.golden.json"), "utf8")),
);

function distancesOf(points: readonly (readonly number[])[]): Float64Array {
  const n = points.length;
  return Float64Array.from({ length: n * n }, (_, i) =>
    Math.hypot(...points[Math.floor(i / n)].map((x, d) => x - points[i % n][d])),
  );
}

const lengthOf = (order: readonly number[], distances: Float64Array) => {
  const n = Math.sqrt(distances.length);
  return order.slice(1).reduce((sum, leaf, i) => sum + distances[order[i] * n + leaf], 0);
};

/** Every order that turning joins can make. */
function allOrders(joins: readonly Join[], n: number, id = n + joins.length - 1): number[][] {
  if (id < n) return [[id]];
  const { left, right } = joins[id - n];
  const [lefts, rights] = [allOrders(joins, n, left), allOrders(joins, n, right)];
  return lefts.flatMap((a) =>
    rights.flatMap((b) => [
      [...a, ...b],
      [...b, ...a],
    ]),
  );
}

describe("clusterUnits and leafOrder", () => {
  it.each(golden.map((one) => [one.points.length, one] as const))(
    "make SciPy's tree of %i points, and the shortest order of it",
    (n, one) => {
      const distances = distancesOf(one.points);
      const joins = toEnd(clusterUnits(distances, n));
      const heights = joins.map(({ height }) => height).toSorted((a, b) => a - b);
      for (const [i, height] of heights.entries()) expect(height).toBeCloseTo(one.heights[i], 10);
      const length = lengthOf(toEnd(leafOrder(joins, distances, n)), distances);
      expect(length).toBeCloseTo(one.shortest, 10);
      expect(length).toBeLessThanOrEqual(one.scipy + 1e-9);
    },
  );

  it("find the shortest of all orders that the tree allows, also where points are in one place", () => {
    const points = fc.array(
      fc.tuple(fc.integer({ min: 0, max: 3 }), fc.double({ min: 0, max: 1, noNaN: true })),
      {
        minLength: 1,
        maxLength: 7,
      },
    );
    fc.assert(
      fc.property(points, (some) => {
        const [n, distances] = [some.length, distancesOf(some)];
        const joins = toEnd(clusterUnits(distances, n));
        const order = toEnd(leafOrder(joins, distances, n));
        expect(order.toSorted((a, b) => a - b)).toEqual(some.map((_, i) => i));
        const shortest = Math.min(...allOrders(joins, n).map((other) => lengthOf(other, distances)));
        expect(lengthOf(order, distances)).toBeCloseTo(shortest, 10);
      }),
      { numRuns: 60 },
    );
  });
});

describe("unitDistances", () => {
  it("are those of the units' lines over time", () => {
    const data = Float32Array.from([9, 0, 3, 1, 0, 3, 5, 4, 3]);
    const plane = { data, first: 1, stride: 4, width: 2 };
    // Unit 0 does 0, 3; unit 1 does 3, 5 — hence 3 and 2 apart.
    expect(Array.from(toEnd(unitDistances(plane, 2)))).toEqual(
      [0, Math.sqrt(13), Math.sqrt(13), 0].map((d) => expect.closeTo(d, 6)),
    );
  });

  it("are finite where a network has diverged", () => {
    const data = Float32Array.from([Number.NaN, 1, Number.NaN, 1]);
    expect(
      Array.from(toEnd(unitDistances({ data, first: 0, stride: 2, width: 2 }, 2))).every(Number.isFinite),
    ).toBe(true);
  });
});
