import { expect, it } from "vitest";
import { forecastFixture, labelStepsFixture } from "../../../store/imports/tableFixture";
import { roleOf, withoutOverlap } from "./columnRoles";

it("knows the part of each column", () => {
  const roles = (question: Parameters<typeof roleOf>[1]) => [0, 1, 2, 3].map((c) => roleOf(c, question));
  expect(roles(forecastFixture)).toEqual(["time", "forecast", "input", "unused"]);
  expect(roles({ ...labelStepsFixture, id: 3 })).toEqual(["time", "input", "label", "sequence"]);
  expect(roles({ kind: "classifyWide", steps: [0, 1], label: 3 })).toEqual([
    "step",
    "step",
    "unused",
    "label",
  ]);
  expect(roles(null)).toEqual(["unused", "unused", "unused", "unused"]);
});

it("reads no column that is the label, the id or the time, and none twice", () => {
  expect(withoutOverlap({ ...forecastFixture, targets: [1, 2], inputs: [0, 2, 3], time: [1] })).toMatchObject(
    {
      targets: [2],
      inputs: [0, 3],
    },
  );
  expect(withoutOverlap({ ...labelStepsFixture, features: [0, 1, 2, 3], id: 3 })).toMatchObject({
    features: [1],
  });
  expect(withoutOverlap({ kind: "classifyWide", steps: [0, 1, 2], label: 1 })).toMatchObject({
    steps: [0, 2],
  });
});
