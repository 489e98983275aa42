import { expect, it } from "vitest";
import { describedOf } from "./testing";
import { timeSpacing } from "./timeSpacing";

const rows = (cells: readonly string[]) => ["at,v", ...cells.map((cell, i) => `${cell},${i}`)].join("\n");

it("is that of the rows in order of time, whatever order they stand in", async () => {
  const weeks = ["2024-01-29", "2024-01-01", "2024-01-15", "", "2024-01-08", "2024-01-22"];
  const described = await describedOf(rows(weeks), {
    types: { 0: { kind: "date", order: "iso" } },
  });
  expect(timeSpacing(described, 0)).toBe("week");
});

it("has no name where there is no time, no date, or an unusual distance", async () => {
  const threeDays = await describedOf(rows(["2024-01-01", "2024-01-04", "2024-01-07", "2024-01-10"]));
  expect(threeDays.interpretation.types[0].kind).toBe("date");
  expect([timeSpacing(threeDays, 0), timeSpacing(threeDays, 1), timeSpacing(threeDays, null)]).toEqual([
    null,
    null,
    null,
  ]);
});
