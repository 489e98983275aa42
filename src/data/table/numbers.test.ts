import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { detectNumberFormat, numberParser } from "./numbers";

describe("numberParser", () => {
  it.each([
    [".", "", "-1.5e3", -1500],
    [".", "", " .5 ", 0.5],
    [".", "", "\u22127", -7],
    [".", "", "1,5", Number.NaN],
    [".", "", "0x10", Number.NaN],
    [".", "", "", Number.NaN],
    [".", "", "1 2", Number.NaN],
    [".", "", "-Infinity", Number.NEGATIVE_INFINITY],
    [".", "", "1e999", Number.POSITIVE_INFINITY],
    [".", ",", "1,234,567.5", 1234567.5],
    [".", ",", "12,34", Number.NaN],
    [",", "", "1,5", 1.5],
    [",", ".", "-1.234,5", -1234.5],
    [",", " ", "1\u202f234\u00a0567,5", 1234567.5],
    [".", "'", "1'234", 1234],
  ] as const)("decimal %j, thousands %j: %j is %d", (decimal, thousands, cell, value) => {
    expect(numberParser({ decimal, thousands })(cell)).toBe(value);
  });

  it("reads any number back that it is given", () => {
    const parse = numberParser({ decimal: ".", thousands: "" });
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        // "0" is not −0.
        expect(parse(String(value))).toBe(value === 0 ? 0 : value);
      }),
    );
  });
});

describe("detectNumberFormat", () => {
  it.each([
    [["1", "2"], ".", ""],
    [["1.5", "0.123"], ".", ""],
    [["1,5", "2,25"], ",", ""],
    [["0,125", "0,250"], ",", ""],
    [["1,234", "5,678"], ".", ","],
    [["1.234,5", "2,5"], ",", "."],
    [["1,234.5"], ".", ","],
    [["1 234,5"], ",", " "],
    [["1'234.5"], ".", "'"],
    [["2.125", "1,5", "2,5"], ",", "."],
    [["1.234.567"], ",", "."],
    [["01.2018", "8.039,23", "02.2018", "11.2018"], ",", "."],
  ] as const)("%j", (cells, decimal, thousands) => {
    expect(detectNumberFormat(cells)).toEqual({ decimal, thousands });
  });
});
