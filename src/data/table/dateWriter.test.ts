import { expect, it } from "vitest";
import { dateParser } from "./dates";
import { dateWriter } from "./dateWriter";
import { nextTimes } from "./nextTimes";
import type { DateOrder } from "./tableTypes";

/** What comes after these cells, three times, as the file writes it. */
function after(order: DateOrder, cells: readonly string[]): readonly string[] | null {
  const next = nextTimes(Float64Array.from(cells, dateParser(order)), true, 3);
  const write = dateWriter(order, cells);
  return next && write && Array.from(next, write);
}

it.each<[DateOrder, readonly string[], readonly string[]]>([
  ["iso", ["2024-02-27", "2024-02-28"], ["2024-02-29", "2024-03-01", "2024-03-02"]],
  [
    "iso",
    ["2024-12-31 22:00", "2024-12-31 23:00"],
    ["2025-01-01 00:00", "2025-01-01 01:00", "2025-01-01 02:00"],
  ],
  [
    "iso",
    ["2024-12-31T23:59:40Z", "2024-12-31T23:59:50Z"],
    ["2025-01-01T00:00:00Z", "2025-01-01T00:00:10Z", "2025-01-01T00:00:20Z"],
  ],
  [
    "iso",
    ["2024-01-01T00:00:00+02:00", "2024-01-01T01:00:00+02:00"],
    ["2024-01-01T02:00:00+02:00", "2024-01-01T03:00:00+02:00", "2024-01-01T04:00:00+02:00"],
  ],
  ["dayMonthYear", ["9.3.2024", "10.3.2024"], ["11.3.2024", "12.3.2024", "13.3.2024"]],
  ["dayMonthYear", ["30/12/24", "31/12/24"], ["01/01/25", "02/01/25", "03/01/25"]],
  [
    "monthDayYear",
    ["12/31/2024 10:00 PM", "12/31/2024 11:00 PM"],
    ["01/01/2025 12:00 AM", "01/01/2025 01:00 AM", "01/01/2025 02:00 AM"],
  ],
  ["monthYear", ["Nov-60", "Dec-60"], ["Jan-61", "Feb-61", "Mar-61"]],
  ["yearMonth", ["1960-11", "1960-12"], ["1961-01", "1961-02", "1961-03"]],
  ["yearMonth", ["202311", "202312"], ["202401", "202402", "202403"]],
  ["yearMonthDay", ["20240228", "20240229"], ["20240301", "20240302", "20240303"]],
  ["yearMonthDay", ["2024年1月30日", "2024年1月31日"], ["2024年2月1日", "2024年2月2日", "2024年2月3日"]],
  ["quarter", ["2013 Q3", "2013 Q4"], ["2014 Q1", "2014 Q2", "2014 Q3"]],
  ["quarter", ["1T1980", "2T1980"], ["3T1980", "4T1980", "1T1981"]],
  ["quarter", ["2020年第三季度", "2020年第四季度"], ["2021年第一季度", "2021年第二季度", "2021年第三季度"]],
  [
    "halfYear",
    ["1. Halbjahr 1960", "2. Halbjahr 1960"],
    ["1. Halbjahr 1961", "2. Halbjahr 1961", "1. Halbjahr 1962"],
  ],
  ["isoWeek", ["KW 51/2020", "KW 52/2020"], ["KW 53/2020", "KW 01/2021", "KW 02/2021"]],
  ["isoWeek", ["2021 KW 8", "2021 KW 9"], ["2021 KW 10", "2021 KW 11", "2021 KW 12"]],
  ["year", ["1997/98", "1998/99"], ["1999/00", "2000/01", "2001/02"]],
  ["isoWeek", ["2020-W52", "2020-W53"], ["2021-W01", "2021-W02", "2021-W03"]],
  ["year", ["1999", "2000"], ["2001", "2002", "2003"]],
  ["unixSeconds", ["1700000000", "1700003600"], ["1700007200", "1700010800", "1700014400"]],
])("%s goes on as it was written", (order, cells, next) => {
  expect(after(order, cells)).toEqual(next);
});

it("keeps the last day of months, and the day where months are long enough", () => {
  expect(after("iso", ["2023-11-30", "2023-12-31", "2024-01-31"])).toEqual([
    "2024-02-29",
    "2024-03-31",
    "2024-04-30",
  ]);
  expect(after("iso", ["2023-10-30", "2023-11-30", "2023-12-30"])).toEqual([
    "2024-01-30",
    "2024-02-29",
    "2024-03-30",
  ]);
});

it("leaves weekends out where no row is on one", () => {
  const days = Array.from({ length: 12 }, (_, day) => new Date(Date.UTC(2024, 2, 4 + day)))
    .filter((date) => ![0, 6].includes(date.getUTCDay()))
    .map((date) => date.toISOString().slice(0, 10));
  expect(days.at(-1)).toBe("2024-03-15");
  expect(after("iso", days)).toEqual(["2024-03-18", "2024-03-19", "2024-03-20"]);
});

it("says that it does not know how where cells are written in two ways", () => {
  expect(dateWriter("monthYear", ["Nov-60", "December 1960"])).toBeNull();
  expect(nextTimes(Float64Array.of(5, 5, 5), false, 2)).toBeNull();
});
