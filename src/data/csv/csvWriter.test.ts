import fc from "fast-check";
import Papa from "papaparse";
import { describe, expect, it } from "vitest";
import { type CsvCell, type CsvFormat, csvWriter } from "./csvWriter";

const plain: CsvFormat = { decimal: ".", byteOrderMark: false };

const parsed = (text: string, delimiter: string) =>
  Papa.parse<string[]>(text.replace(/^\uFEFF/, ""), { delimiter }).data.slice(0, -1);

describe("csvWriter", () => {
  it.each<CsvFormat>([plain, { decimal: ",", byteOrderMark: true }])(
    "is read again as what was written, with %o",
    (format) => {
      const cell = fc.oneof(
        fc.string({ unit: "binary" }),
        fc.double({ noNaN: true, noDefaultInfinity: true }),
      );
      fc.assert(
        fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 5 }), { minLength: 1 }), (rows) => {
          const { line } = csvWriter(format);
          const text = rows.map(line).join("");
          const read = parsed(text, format.decimal === "," ? ";" : ",");
          expect(read).toHaveLength(rows.length);
          for (const [i, row] of rows.entries())
            for (const [k, given] of row.entries())
              if (typeof given === "number")
                expect(Number(read[i][k].replace(",", "."))).toBe(given === 0 ? 0 : given);
              else expect([given, `'${given}`]).toContain(read[i][k]);
        }),
      );
    },
  );

  it("keeps every digit of a number", () => {
    const { line } = csvWriter(plain);
    expect(line([0.1 + 0.2, 1 / 3, -1e-7, 123456789012345, Number.NaN, null])).toBe(
      "0.30000000000000004,0.3333333333333333,-1e-7,123456789012345,,\r\n",
    );
  });

  it("takes the power from what a spreadsheet would run, and counts it; numbers are left alone", () => {
    const writer = csvWriter(plain);
    const cells: readonly CsvCell[] = ["=1+1", "+SUM(A1)", "-2+3", "@x", "\tx", "-5", "+1,5", "-", "", -5];
    expect(writer.line(cells)).toBe(`'=1+1,'+SUM(A1),'-2+3,'@x,'\tx,-5,"+1,5",-,,-5\r\n`);
    expect(writer.harmless).toBe(5);
  });

  it("has the mark of UTF-8 once, at the beginning", () => {
    const { line } = csvWriter({ decimal: ",", byteOrderMark: true });
    expect([line(["a;b", 1.5]), line(["c"])]).toEqual(['\uFEFF"a;b";1,5\r\n', "c\r\n"]);
  });
});
