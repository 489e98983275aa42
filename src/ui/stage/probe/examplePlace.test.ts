import fc from "fast-check";
import { expect, it } from "vitest";
import { firstOfSeries, indexAt, indexOfVisit, placeOf, seriesAt } from "./examplePlace";

const counts = { train: 7, heldOut: 3 };

it("counts each part from one", () => {
  expect(placeOf(counts, 0)).toEqual({ part: "train", number: 1 });
  expect(placeOf(counts, 6)).toEqual({ part: "train", number: 7 });
  expect(placeOf(counts, 7)).toEqual({ part: "heldOut", number: 1 });
  expect(placeOf(counts, 99)).toEqual({ part: "heldOut", number: 3 });
  expect([indexAt(counts, "train", 0), indexAt(counts, "heldOut", 99)]).toEqual([0, 9]);
});

it("finds every example where it says that it is", () => {
  const part = fc.integer({ min: 1, max: 50 });
  fc.assert(
    fc.property(part, part, fc.nat(99), (train, heldOut, at) => {
      const index = at % (train + heldOut);
      const { part: found, number } = placeOf({ train, heldOut }, index);
      expect(indexAt({ train, heldOut }, found, number)).toBe(index);
    }),
  );
});

it("begins other examples at the first that is held out, however many they are", () => {
  const visit = { of: counts, index: 2 };
  expect(indexOfVisit(visit, counts)).toBe(2);
  expect(indexOfVisit(visit, { train: 90, heldOut: 10 })).toBe(90);
  expect(indexOfVisit(visit, { ...counts })).toBe(7);
});

it("knows the series of every window, and where each begins", () => {
  const series = [
    { name: "north", train: [0, 5], heldOut: [9, 10] },
    { name: "south", train: [5, 9], heldOut: [10, 10] },
  ] as const;
  expect([0, 4, 5, 9].map((index) => seriesAt(series, index))).toEqual([0, 0, 1, 0]);
  expect(series.map((one) => firstOfSeries(one, "heldOut"))).toEqual([9, 5]);
  expect(series.map((one) => firstOfSeries(one, "train"))).toEqual([0, 5]);
});
