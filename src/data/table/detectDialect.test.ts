import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { detectDialect } from "./detectDialect";
import { delimiters } from "./tableTypes";

const dialectOf = (text: string) => detectDialect(text, true);

describe("delimiter", () => {
  it.each([
    ["a,b\n1,2\n3,4\n", ",", 2],
    ["a;b\n1,5;2,5\n3,5;4,25\n", ";", 2],
    ["a\tb\tc\n1\t2\t3\n", "\t", 3],
    ["a|b\n1|2\n", "|", 2],
    ["1,5;2,5\n3,5;4,25\n5,75;6,5\n", ";", 2],
    ['a,b\n"x;y;z",1\n"u;v;w",2\n', ",", 2],
    ["name;note\nAnna;one, two\nBen;three\nCarl;four, five, six\n", ";", 2],
    ["value\n1\n2\n3\n", ",", 1],
    ["date,text\n2020-01-01,it's\n2020-01-02,what's that\n", ",", 2],
  ])("%j", (text, delimiter, columnCount) => {
    expect(dialectOf(text)).toMatchObject({ delimiter, columnCount, quote: '"' });
  });

  it("is found among numbers of any table", () => {
    const number = fc.oneof(
      fc.integer(),
      fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value.toFixed(2)),
    );
    const table = fc.integer({ min: 2, max: 6 }).chain((columns) =>
      fc.array(fc.array(number, { minLength: columns, maxLength: columns }), {
        minLength: 3,
        maxLength: 20,
      }),
    );
    fc.assert(
      fc.property(table, fc.constantFrom(...delimiters), (rows, delimiter) => {
        const text = rows.map((row) => row.join(delimiter)).join("\n");
        expect(dialectOf(text)).toMatchObject({ delimiter, columnCount: rows[0].length });
      }),
    );
  });
});

it("finds single quotes where cells begin with them", () => {
  expect(dialectOf("a,b\n'x, y',1\n'z, u',2\n'v',3\n")).toMatchObject({ quote: "'", columnCount: 2 });
});

describe("header", () => {
  it.each([
    ["Date,Temp\n1981-01-01,20.7\n1981-01-02,17.9\n", true],
    ["1981-01-01,20.7\n1981-01-02,17.9\n", false],
    ["1,2,3\n4,5,6\n", false],
    ["country,1990,1991,1992\nA,1.5,2.5,3.5\nB,2.5,3.5,4.5\n", true],
    ["text,label\nsome words,good\nother words,bad\nmore words,good\nlast words,bad\n", true],
    ["good,bad\nbad,good\ngood,good\nbad,bad\n", false],
    [",a,b\n0,1.5,x\n1,2.5,y\n", true],
    ["a,b\n", true],
    ["1,2\n", false],
  ])("%j: %s", (text, header) => {
    expect(dialectOf(text).header).toBe(header);
  });
});

it("keeps to what is known", () => {
  expect(detectDialect("a,b;c\n1,2;3\n", true, { delimiter: ";", header: false })).toMatchObject({
    delimiter: ";",
    header: false,
    columnCount: 2,
    firstRow: ["a,b", "c"],
  });
});
