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
    expect(detectNumberFormat([cells])).toMatchObject({ decimal, thousands });
  });

  const [aPoint, aComma] = [
    { decimal: ",", thousands: "." },
    { decimal: ".", thousands: "," },
  ] as const;

  it.each([
    // The German way of writing 950, 1050 and 2300; as decimals they would lie a thousand times apart.
    [["950", "1.050", "2.300", "780"], ",", aPoint],
    [["950", "1,050", "2,300", "780"], ";", aComma],
    [["-950 €", "1.050 €", "880 €"], ";", aPoint],
    // What drops zeros at the end has whole numbers between its decimals.
    [["12", "12.345", "11.998", "13"], ",", { decimal: ".", thousands: "" }],
    [["12", "12,345", "11,998", "13"], ";", { decimal: ",", thousands: "" }],
  ] as const)("%j beside each other tell, whatever divides cells: %s", (cells, delimiter, format) => {
    expect(detectNumberFormat([cells], delimiter)).toEqual({ ...format, doubt: null });
    expect(detectNumberFormat([["7", "8"], cells], delimiter)).toEqual({ ...format, doubt: null });
  });

  it.each([
    [["112.000", "118.000", "1.000"], ";", aPoint],
    [["112.482", "118.103", "9.655"], ";", { decimal: ".", thousands: "" }],
    [["112.000", "118.000"], "\t", { decimal: ".", thousands: "" }],
    [["112,482", "118,103"], ";", { decimal: ",", thousands: "" }],
    [["112,000", "118,000"], "\t", aComma],
  ] as const)(
    "%j can be read either way beside %j: the likelier is taken, and it is said",
    (cells, delimiter, format) => {
      expect(detectNumberFormat([["1", "2"], cells], delimiter)).toEqual({
        ...format,
        doubt: { columns: [1], cell: cells[0] },
      });
      // A cell of any column that can be read in one way alone ends the doubt.
      const other = format.decimal === "," ? "0,5" : "0.5";
      expect(detectNumberFormat([[other], cells], delimiter)).toMatchObject({
        decimal: format.decimal,
        doubt: null,
      });
    },
  );

  it("words with such numbers among them, and months, are in no doubt", () => {
    expect(detectNumberFormat([["a", "b 1.234", "c"]], ";").doubt).toBeNull();
    expect(detectNumberFormat([["01.2018", "02.2018"]], ";").doubt).toBeNull();
    expect(detectNumberFormat([["112.482", "118.103"]], ",").doubt).toBeNull();
  });
});
