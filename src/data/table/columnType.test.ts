import { expect, it } from "vitest";
import { detectColumnType } from "./columnType";

it.each([
  ["years that end in the next one", ["2000-01", "2001-02", "2002-03"], "year"],
  ["seasons", ["1998/99", "1999/00", "2000/01"], "year"],
  ["fiscal years", ["FY2019", "FY2020", "FY2021"], "year"],
  ["months", ["2000-01", "2000-02", "2000-03"], "yearMonth"],
])("%s", (_, cells, order) => {
  expect(detectColumnType("when", cells, Number).type).toEqual({ kind: "date", order });
});
