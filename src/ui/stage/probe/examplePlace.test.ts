import fc from "fast-check";
import { expect, it } from "vitest";
import { indexAt, indexOfVisit, placeOf } from "./examplePlace";

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
