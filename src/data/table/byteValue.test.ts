import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { byteValue } from "./byteValue";
import { cellValue } from "./cellValue";
import { type ColumnType, type DateOrder, defaultMissing, type TableFormat } from "./tableTypes";
import { utf8 } from "./testing";

const format: TableFormat = {
  form: "delimited",
  sheet: null,
  encoding: "utf-8",
  delimiter: ";",
  quote: '"',
  header: true,
  skipped: 0,
  headerRows: 1,
  footer: true,
  timesDown: false,
  timesJoined: false,
  decimalsJoined: false,
  decimal: ".",
  thousands: "",
  missing: defaultMissing,
};

/** Undefined, or what the text is worth. */
function expectAlike(cell: string, type: ColumnType, of: TableFormat = format): boolean {
  const bytes = utf8(`<${cell}>`);
  const found = byteValue(type, of)?.ofBytes(bytes, 1, bytes.length - 1);
  if (found === undefined) return false;
  expect([cell, found]).toEqual([cell, cellValue(type, of)(cell)]);
  return true;
}

describe("the bytes of a number", () => {
  const number: ColumnType = { kind: "number" };

  it("are worth as much as a whole number and its decimals", () => {
    const value = byteValue(number, { ...format, missing: ["-999"] })?.ofDecimal;
    const point = ".".charCodeAt(0);
    fc.assert(
      fc.property(fc.integer({ min: -(10 ** 15) + 1, max: 10 ** 15 - 1 }), fc.nat(15), (whole, decimals) => {
        const digits = String(Math.abs(whole)).padStart(decimals + 1, "0");
        const at = digits.length - decimals;
        const text = `${whole < 0 ? "-" : ""}${digits.slice(0, at)}.${digits.slice(at)}`;
        fc.pre(Number(text) !== -999);
        expect(value?.(whole, decimals, point)).toBe(Number(text));
      }),
    );
    expect(value?.(-99900, 2, point)).toBeUndefined();
    // A comma may stand between thousands.
    expect(value?.(1234, 3, ",".charCodeAt(0))).toBeUndefined();
    expect(value?.(1234, 0, ",".charCodeAt(0))).toBe(1234);
  });

  it("are worth what its text is, to the last bit", () => {
    const decimals = fc.tuple(fc.maxSafeNat(), fc.integer({ min: 0, max: 15 }), fc.boolean());
    fc.assert(
      fc.property(decimals, fc.constantFrom(".", ","), ([digits, places, isNegative], decimal) => {
        const text = String(digits % 1e15).padStart(places + 1, "0");
        const cell = `${isNegative ? "-" : ""}${text.slice(0, text.length - places)}${decimal}${text.slice(text.length - places)}`;
        const isTold = expectAlike(cell, number, { ...format, decimal });
        expect(isTold).toBe(text.length <= 15);
      }),
      { numRuns: 1000 },
    );
  });

  it("are worth nothing else, whatever they are", () => {
    const cell = fc.string({ unit: fc.constantFrom(..."0123456789+-.,eE nNaA\u2212"), maxLength: 8 });
    fc.assert(
      fc.property(cell, fc.constantFrom(".", ","), (text, decimal) => {
        expectAlike(text, number, { ...format, decimal });
      }),
      { numRuns: 3000 },
    );
    for (const told of ["0", "-0", "+5", " 12 ", "5.", ".5", "007"])
      expect(expectAlike(told, number)).toBe(true);
    for (const untold of ["", "-", ".", "1e5", "1 2", "NA", "1,5", "--1", "1.2.3"])
      expect(expectAlike(untold, number)).toBe(false);
  });

  it("are left to the text where they may say that there is none", () => {
    const missing = [...defaultMissing, "-999"];
    expect(expectAlike("-999", number, { ...format, missing })).toBe(false);
    expect(expectAlike("-998", number, { ...format, missing })).toBe(true);
  });
});

describe("the bytes of a date", () => {
  it("are worth what its text is", () => {
    const order = fc.constantFrom<DateOrder>("iso", "yearMonthDay", "dayMonthYear", "monthDayYear", "year");
    const digits = fc.constantFrom("00", "01", "12", "13", "24", "29", "31", "59", "60", "19", "20");
    const sign = fc.constantFrom("-", "/", ".", " ", ":", "T");
    const cell = fc
      .tuple(
        fc.array(digits, { minLength: 3, maxLength: 8 }),
        fc.array(sign, { minLength: 8, maxLength: 8 }),
        fc.nat(2),
      )
      .map(([parts, signs, year]) => {
        // A year is two of the parts.
        const joined = parts.flatMap((part, i) => (i === year ? [part + part] : [part]));
        return joined.map((part, i) => part + (i < joined.length - 1 ? signs[i] : "")).join("");
      });
    fc.assert(
      fc.property(cell, order, (text, of) => {
        expectAlike(text, { kind: "date", order: of });
      }),
      { numRuns: 5000 },
    );
  });

  it("are told where they are written as most are", () => {
    const cases: readonly (readonly [string, DateOrder])[] = [
      ["2024-02-29", "iso"],
      ["2024-02-29 23:59", "iso"],
      ["2024-02-29T23:59:58", "iso"],
      ["1969/12/31", "yearMonthDay"],
      ["31.12.1969 07:05", "dayMonthYear"],
      ["12/31/1969 07:05:00", "monthDayYear"],
    ];
    for (const [cell, order] of cases)
      expect([cell, expectAlike(cell, { kind: "date", order })]).toEqual([cell, true]);
    for (const cell of ["2023-02-29", "2024-02-29 25:00", "2024-02-29 12:00:00Z", "2024-2-29", "24-02-29"])
      expect([cell, expectAlike(cell, { kind: "date", order: "iso" })]).toEqual([cell, false]);
  });
});
