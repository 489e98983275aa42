import { describe, expect, it } from "vitest";
import { table as chinese } from "../zh/table";
import { table } from "./table";

/** Lines are not to end within a number and its unit; what is read is the same. */
const plain = (text: string) => text.replaceAll("\u00a0", " ");

describe("lengths of time", () => {
  const { spacing, oneStep, duration, stepsOf, stepsOfLasting } = table;

  it("have the names that people give them", () => {
    const names = [
      spacing({ count: 1, unit: "day" }),
      spacing({ count: 15, unit: "minute" }),
      spacing({ count: 30, unit: "minute" }),
      spacing({ count: 6, unit: "hour" }),
      spacing({ count: 2, unit: "quarter" }),
      spacing({ count: 100, unit: "millisecond" }),
      oneStep({ unit: "row" }),
      duration({ value: 12.5, unit: "day" }),
      duration({ value: 1, unit: "row" }),
      duration({ value: 2000, unit: "row" }),
    ];
    expect(names.map(plain)).toEqual([
      "day",
      "15 min",
      "half an hour",
      "6 hours",
      "half a year",
      "100 ms",
      "one row",
      "12.5 days",
      "1 row",
      "2,000 rows",
    ]);
  });

  it("tell how long steps are", () => {
    const halfHour = spacing({ count: 30, unit: "minute" });
    expect(plain(stepsOf({ steps: 1, spacing: halfHour }))).toBe("1 step of half an hour");
    const ofADay = { steps: 48, spacing: halfHour, duration: duration({ value: 24, unit: "hour" }) };
    expect(plain(stepsOfLasting(ofADay))).toBe("48 steps of half an hour (24 hours)");
  });

  it("are told in Chinese as well, with spaces at numbers alone", () => {
    const step = chinese.spacing({ count: 30, unit: "minute" });
    const window = chinese.stepsOfLasting({
      steps: 48,
      spacing: step,
      duration: chinese.duration({ value: 24, unit: "hour" }),
    });
    expect(plain(chinese.forecastNext({ targets: "“load”", step, window }))).toBe(
      "预测：根据此前 48 个时间步（每步半小时，共 24 小时），预测半小时后的“load”。",
    );
    const months = (value: number) => chinese.duration({ value, unit: "month" });
    expect(plain(chinese.lastHeldOut({ heldOut: months(14), first: "2022-11", train: months(58) }))).toBe(
      "测试集：最后 14 个月，从 2022-11 起。训练集：此前的 58 个月。",
    );
    expect(plain(chinese.lastHeldOut({ heldOut: "3 行", first: "第 9 行", train: "7 行" }))).toBe(
      "测试集：最后 3 行，从第 9 行起。训练集：此前的 7 行。",
    );
  });
});

it("names the first columns of many, and how many more there are", () => {
  expect(plain(table.names({ names: ["a", "b"], more: 0 }))).toBe("“a” and “b”");
  expect(plain(table.names({ names: ["a", "b"], more: 4000 }))).toBe("“a”, “b” and 4,000 more");
  expect(plain(chinese.names({ names: ["a", "b"], more: 0 }))).toBe("“a”和“b”");
  expect(plain(chinese.names({ names: ["a", "b"], more: 4000 }))).toBe("“a”“b”等 4,002 列");
});

it("says how large a file is to a tenth of a megabyte", () => {
  const mostBytes = 200e6;
  expect(plain(table.tooLargeFile({ name: "a.csv", megabytes: 200.1, mostBytes }))).toBe(
    "“a.csv” is too large: it has 200.1 MB, and the limit is 200 MB. Use a part of its rows or columns.",
  );
});

it("tells one from many", () => {
  const told = (count: number) =>
    plain(
      table.invalidCells({
        column: "b",
        count,
        expected: "number",
        everyCell: false,
        cell: "oops",
        row: 9,
        how: "missing",
      }),
    );
  expect(told(1)).toBe(
    "Column “b”: 1 cell is not a number; the first is “oops” in row 9. It counts as missing.",
  );
  expect(told(2)).toBe(
    "Column “b”: 2 cells are not numbers; the first is “oops” in row 9. They count as missing.",
  );
});

it("names what is read, and parts of sequences", () => {
  const { calendarFeature, windowFrom } = table;
  expect(calendarFeature({ feature: "hourOfDay", part: "sine" })).toBe("hour of the day, sine");
  expect(plain(windowFrom({ name: null, row: 7 }))).toBe("from row 7");
  expect(plain(windowFrom({ name: "patient 3", row: 1200 }))).toBe("patient 3, from row 1,200");
  expect(plain(chinese.windowFrom({ name: null, row: 7 }))).toBe("从第 7 行起");
});
