import { describe, expect, it } from "vitest";
import { nextTimes } from "./nextTimes";

const dates = (times: ArrayLike<number> | null) =>
  Array.from(times ?? [], (time) => new Date(time).toISOString().slice(0, 10));

/** What comes behind rows at these dates. */
const behind = (rows: readonly string[], count = 3) =>
  dates(nextTimes(Float64Array.from(rows, Date.parse), true, count));

const monthly = (months: number, count: number) =>
  Array.from({ length: count }, (_, i) => new Date(Date.UTC(2020, months * i)).toISOString().slice(0, 10));

describe("rows of one day of the month", () => {
  it.each([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 18, 24])("go on with it after %i months", (months) => {
    const all = monthly(months, 11);
    expect(behind(all.slice(0, 8))).toEqual(all.slice(8));
  });

  it("keep it over a month that is missing", () => {
    const all = monthly(4, 11);
    expect(behind(all.slice(0, 8).filter((_, i) => i !== 3))).toEqual(all.slice(8));
  });

  it("keep it over shorter months, wherever they end", () => {
    const thirtieths = ["2022-10-30", "2022-11-30", "2022-12-30", "2023-01-30", "2023-02-28"];
    expect(behind(thirtieths)).toEqual(["2023-03-30", "2023-04-30", "2023-05-30"]);
    expect(behind(thirtieths.slice(0, 4))).toEqual(["2023-02-28", "2023-03-30", "2023-04-30"]);
  });

  it("that is the last one keep the last one", () => {
    expect(behind(["2022-11-30", "2022-12-31", "2023-01-31", "2023-02-28"])).toEqual([
      "2023-03-31",
      "2023-04-30",
      "2023-05-31",
    ]);
    expect(behind(["2023-03-31", "2023-06-30", "2023-09-30"], 2)).toEqual(["2023-12-31", "2024-03-31"]);
    expect(behind(["2022-06-30", "2022-09-30"], 2)).toEqual(["2022-12-31", "2023-03-31"]);
  });
});

describe("other rows", () => {
  const every = (days: number, count: number) =>
    dates(Float64Array.from({ length: count }, (_, i) => Date.UTC(2024, 0, 1 + days * i)));

  it.each([1, 3, 7, 28, 30, 150])("go on after %i days", (days) => {
    const all = every(days, 23);
    expect(behind(all.slice(0, 20))).toEqual(all.slice(20));
  });

  it("go on after weekends, where none has a row", () => {
    const workdays = every(1, 40).filter((_, i) => i % 7 < 5);
    expect(behind(workdays.slice(0, 20), 5)).toEqual(workdays.slice(20, 25));
  });

  it("within one day go on with the hour", () => {
    const hours = Float64Array.from({ length: 10 }, (_, i) => Date.UTC(2024, 4, 1, i));
    expect(Array.from(nextTimes(hours, true, 2) ?? [])).toEqual(
      [10, 11].map((hour) => Date.UTC(2024, 4, 1, hour)),
    );
  });
});
