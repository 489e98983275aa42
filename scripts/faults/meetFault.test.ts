import { expect, it } from "vitest";
import { lossOf } from "./meetFault";

const steps = { shown: 130, saved: 120, after: 120, isAnew: false, kept: 0 };

it("counts a run as lost that does not go on from what was saved, unless it can be gone back to", () => {
  expect(lossOf(steps)).toMatchObject({ isLost: false, stepsLost: 10 });
  expect(lossOf({ ...steps, after: 0 })).toMatchObject({ isLost: true, stepsLost: 130 });
  expect(lossOf({ ...steps, after: 0, kept: 120 })).toMatchObject({ isLost: false, stepsLost: 10 });
});

it("is not misled by the steps of the weights that the page opens with", () => {
  expect(lossOf({ ...steps, after: 4000, isAnew: true })).toMatchObject({ isLost: true, stepsLost: 130 });
  expect(lossOf({ ...steps, after: 4000, isAnew: true, kept: 125 })).toMatchObject({ isLost: false });
});
