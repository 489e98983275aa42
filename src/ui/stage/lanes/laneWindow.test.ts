import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rowOrder } from "../order/rowOrder";
import { boxBetween, rowGroups } from "./boxBetween";
import {
  cellsToPaint,
  fittedHeight,
  heldPlace,
  isPainted,
  laneHeight,
  laneRoom,
  leastSizes,
  rowPixels,
  rowSteps,
  samples,
  topWithin,
} from "./laneWindow";

describe("the height of rows", () => {
  it("is at least 2 pixels a unit, and more where few units would make a lane too low", () => {
    expect([64, 512, 19].map((units) => rowPixels(units, null, leastSizes.usual))).toEqual([2, 2, 4]);
    expect([64, 512, 16].map((units) => rowPixels(units, null, leastSizes.phone))).toEqual([1, 1, 4]);
    expect(rowPixels(64, 1, leastSizes.usual)).toBe(1);
  });

  it("has steps, from any of which there is a way back to the one at first", () => {
    expect(rowSteps(64, leastSizes.usual)).toEqual([1, 2, 3, 4, 6, 8, 12, 16]);
    expect(rowSteps(32, leastSizes.usual)).toEqual([1, 2, 76 / 32, 3, 4, 6, 8, 12, 16]);
    expect(rowSteps(4, leastSizes.usual)).toEqual([1, 2, 3, 4, 6, 8, 12, 16, 19]);
  });

  it("makes lanes that hold all units, or scroll", () => {
    expect([laneHeight(64, 2, 160), laneHeight(19, 4, 160), laneHeight(512, 2, 101)]).toEqual([128, 76, 101]);
    expect([fittedHeight(3), fittedHeight(60), fittedHeight(900)]).toEqual([76, 120, 160]);
  });
});

it("scrolls no further than there are rows", () => {
  const tops = [-3, 70, 5000].map((top) => topWithin(512, 2, 160, top));
  expect(tops).toEqual([0, 70, 864]);
  expect([topWithin(64, 2, 160, 9), topWithin(64, 2, 100, 90)]).toEqual([0, 28]);
});

it("zooms by buttons around what is selected, as long as it is in sight", () => {
  expect([40, 0, 600].map((selected) => heldPlace(selected, 600))).toEqual([40, 0, 600]);
  expect([-1, 601].map((selected) => heldPlace(selected, 600))).toEqual([300, 300]);
});

describe("the cells to paint", () => {
  it("are those in sight and half as many around them", () => {
    expect(cellsToPaint(1000, 600, 12, 2000)).toEqual({ first: 58, end: 159 });
    expect(cellsToPaint(0, 600, 3, 200)).toEqual({ first: 0, end: 200 });
  });

  it("cover all that is in sight, and a little scrolling more", () => {
    const places = fc.record({
      offset: fc.nat(4000),
      extent: fc.integer({ min: 1, max: 900 }),
      cell: fc.double({ min: 0.2, max: 24, noNaN: true }),
      count: fc.integer({ min: 1, max: 2000 }),
    });
    fc.assert(
      fc.property(places, ({ offset, extent, cell, count }) => {
        const at = Math.min(offset, Math.max(0, count * cell - extent));
        const painted = cellsToPaint(at, extent, cell, count);
        expect(isPainted(painted, at, extent, cell, count)).toBe(true);
        const further = Math.min(at + extent / 3, Math.max(0, count * cell - extent));
        expect(isPainted(painted, further, extent, cell, count)).toBe(true);
      }),
    );
  });

  it("are painted anew when others come into sight", () => {
    const painted = cellsToPaint(0, 600, 12, 2000);
    expect(isPainted(painted, 1200, 600, 12, 2000)).toBe(false);
  });

  it("have a pixel each, or share it where they are smaller than one", () => {
    expect(Array.from(samples({ first: 3, end: 7 }, 2))).toEqual([3, 4, 5, 6]);
    expect(Array.from(samples({ first: 0, end: 9 }, 1 / 3))).toEqual([1, 4, 7]);
    expect(Array.from(samples({ first: 4, end: 4 }, 1))).toEqual([]);
    expect(Array.from(samples({ first: 4, end: 6 }, 0.01))).toEqual([5]);
  });
});

describe("a box", () => {
  const view = { order: rowOrder([4, 2, 0, 1, 3]), layerIndex: 2 };

  it("has the units whose rows lie between its corners", () => {
    expect(boxBetween(view, { time: 9, row: 3 }, { time: 5, row: 1 })).toEqual({
      layer: 2,
      units: [2, 0, 1],
      from: 5,
      to: 9,
    });
  });

  it("is drawn as one rectangle for rows under each other", () => {
    expect(rowGroups([1, 2, 3])).toEqual([[1, 3]]);
    expect(rowGroups([7, 2, 3, 0])).toEqual([
      [0, 1],
      [2, 2],
      [7, 1],
    ]);
  });
});

it("lanes of units share the height that there is, within bounds, and leave the lines of a unit whole where they can", () => {
  expect([laneRoom(300, 6), laneRoom(5000, 4)]).toEqual([84, 160]);
  // 4 × (128 + 4) + 68 + 4 = 600; with less than 488 there would be less than 100 for each.
  expect([laneRoom(600, 4), laneRoom(488, 4), laneRoom(487, 4), laneRoom(416, 4)]).toEqual([
    128, 100, 117, 100,
  ]);
});
