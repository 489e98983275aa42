import { expect, it } from "vitest";
import { describedOf } from "./testing";
import { timeSpacing } from "./timeSpacing";

const rows = (cells: readonly string[]) => ["at,v", ...cells.map((cell, i) => `${cell},${i}`)].join("\n");

it("is that of the rows in order of time, whatever order they stand in", async () => {
  const weeks = ["2024-01-29", "2024-01-01", "2024-01-15", "", "2024-01-08", "2024-01-22"];
  const described = await describedOf(rows(weeks), {
    types: { 0: { kind: "date", order: "iso" } },
  });
  expect(timeSpacing(described, [0])).toEqual({ unit: "week", count: 1 });
});

it("has no name where there is no time, no date, or an unusual distance", async () => {
  const eightDays = await describedOf(rows(["2024-01-01", "2024-01-09", "2024-01-17", "2024-01-25"]));
  expect(eightDays.interpretation.types[0].kind).toBe("date");
  expect([timeSpacing(eightDays, [0]), timeSpacing(eightDays, [1]), timeSpacing(eightDays, [])]).toEqual([
    null,
    null,
    null,
  ]);
});
