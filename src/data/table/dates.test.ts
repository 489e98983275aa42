import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dateParser, detectDateOrder } from "./dates";
import type { DateOrder } from "./tableTypes";

const time = (order: DateOrder, cell: string) => {
  const ms = dateParser(order)(cell);
  return Number.isNaN(ms) ? null : new Date(ms).toISOString();
};

describe("dateParser", () => {
  it.each<[DateOrder, string, string | null]>([
    ["iso", "1981-01-31", "1981-01-31T00:00:00.000Z"],
    ["iso", "2024-02-29T13:05", "2024-02-29T13:05:00.000Z"],
    ["iso", "2024-03-31 23:59:58.250+02:00", "2024-03-31T21:59:58.250Z"],
    ["iso", "2023-02-29", null],
    ["iso", "1981-13-01", null],
    ["iso", "1981-01-01 25:00", null],
    ["yearMonth", "1949-01", "1949-01-01T00:00:00.000Z"],
    ["yearMonth", "1949 March", "1949-03-01T00:00:00.000Z"],
    ["monthYear", "03/1949", "1949-03-01T00:00:00.000Z"],
    ["dayMonthYear", "31/12/2020", "2020-12-31T00:00:00.000Z"],
    ["dayMonthYear", "1.2.99 7:05", "1999-02-01T07:05:00.000Z"],
    ["dayMonthYear", "5 March 2020", "2020-03-05T00:00:00.000Z"],
    ["monthDayYear", "12/31/2020 12:30 AM", "2020-12-31T00:30:00.000Z"],
    ["monthDayYear", "Mar 5, 2020", "2020-03-05T00:00:00.000Z"],
    ["monthDayYear", "31/12/2020", null],
    ["yearMonthDay", "2020/7/4", "2020-07-04T00:00:00.000Z"],
    ["yearMonthDay", "20200704", "2020-07-04T00:00:00.000Z"],
    ["yearMonthDay", "2020年7月4日", "2020-07-04T00:00:00.000Z"],
    ["year", "0079", "0079-01-01T00:00:00.000Z"],
    ["unixSeconds", "1700000000", "2023-11-14T22:13:20.000Z"],
    ["unixMilliseconds", "1700000000000", "2023-11-14T22:13:20.000Z"],
    ["unixSeconds", "soon", null],
  ])("%s: %j", (order, cell, expected) => {
    expect(time(order, cell)).toBe(expected);
  });

  it("reads every day of three centuries as the platform writes it", () => {
    const day = fc.date({ min: new Date("1800-01-01"), max: new Date("2100-01-01"), noInvalidDate: true });
    fc.assert(
      fc.property(day, (date) => {
        const iso = date.toISOString();
        const [year, month, dayOfMonth] = iso.slice(0, 10).split("-");
        expect(time("iso", iso)).toBe(iso);
        expect(time("dayMonthYear", `${dayOfMonth}/${month}/${year}`)).toBe(
          `${iso.slice(0, 10)}T00:00:00.000Z`,
        );
      }),
    );
  });
});

describe("detectDateOrder", () => {
  it.each<[string, readonly string[], DateOrder | null, boolean]>([
    ["ISO", ["1981-01-01", "1981-01-02"], "iso", false],
    ["months", ["1949-01", "1949-02"], "yearMonth", false],
    ["day first, as a 13 tells", ["01/02/2020", "13/02/2020"], "dayMonthYear", false],
    ["month first, as a 13 tells", ["01/02/2020", "02/13/2020"], "monthDayYear", false],
    [
      "day first, as their order tells",
      ["01/02/2020", "02/02/2020", "03/02/2020", "01/03/2020"],
      "dayMonthYear",
      false,
    ],
    ["month first, as their order tells", ["01/02/2020", "01/03/2020", "02/01/2020"], "monthDayYear", false],
    ["either", ["01/01/2020", "02/02/2020", "03/03/2020"], "monthDayYear", true],
    ["points", ["01.01.2020", "02.02.2020"], "dayMonthYear", false],
    ["one mistake in twenty", [...Array.from({ length: 19 }, () => "1981-01-02"), "soon"], "iso", false],
    ["words", ["one", "two"], null, false],
    ["no cells", [], null, false],
  ])("%s", (_, cells, order, ambiguous) => {
    expect(detectDateOrder(cells)).toEqual(order && { order, ambiguous });
  });
});
