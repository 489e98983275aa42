import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { longestPacked, packCells, unpackAll, unpackCell } from "./packedCells";

const encoder = new TextEncoder();
const decoder = new TextDecoder();

function cellsOf(cells: readonly string[]) {
  const encoded = cells.map((cell) => encoder.encode(cell));
  const starts = new Uint32Array(cells.length + 1);
  for (const [i, { length }] of encoded.entries()) starts[i + 1] = starts[i] + length;
  const bytes = new Uint8Array(starts[cells.length]);
  for (const [i, cell] of encoded.entries()) bytes.set(cell, starts[i]);
  return { bytes, starts, rows: cells.length };
}

/** What comes back, one by one and all at once; null where cells stay as they are. */
function backOf(cells: readonly string[]): readonly string[] | null {
  const page = packCells(cellsOf(cells));
  if (!page) return null;
  const into = new Uint8Array(longestPacked);
  const each = cells.map((_, row) => decoder.decode(into.subarray(0, unpackCell(page, row, into, 0))));
  const { bytes, starts } = unpackAll(page);
  expect(cells.map((_, row) => decoder.decode(bytes.subarray(starts[row], starts[row + 1])))).toEqual(each);
  return each;
}

const bytesACell = (cells: readonly string[]) =>
  (packCells(cellsOf(cells))?.codes.byteLength ?? Number.NaN) / cells.length;

describe("cells of one form", () => {
  it.each([
    ["fixed decimals", 4, (i: number) => (1013 + 90_000 * Math.sin(i)).toFixed(3)],
    ["as few decimals as they need", 2, (i: number) => `${Math.round(300 * Math.sin(i)) / 100}`],
    ["at least one decimal", 1, (i: number) => `${(i % 100) / 10}`.replace(/^(\d+)$/, "$1.0")],
    ["a decimal comma, and gaps", 4, (i: number) => (i % 7 ? `-${i},25` : "")],
    ["whole numbers", 8, (i: number) => `${123_456_789 * i}`],
    ["minutes of a day", 2, (i: number) => new Date(60_000 * i).toISOString().slice(0, 16)],
    ["hours of weeks", 2, (i: number) => new Date(3_600_000 * i).toISOString().slice(0, 19)],
    ["days", 2, (i: number) => new Date(86_400_000 * i).toLocaleDateString("de", { dateStyle: "medium" })],
    ["codes", 2, (i: number) => `Nº ${String(i).padStart(6, "0")}`],
  ])("come back from fewer bytes: %s", (_, bytes, cellOf) => {
    const cells = Array.from({ length: 2000 }, (_, i) => cellOf(i));
    expect(backOf(cells)).toEqual(cells);
    expect(bytesACell(cells)).toBe(bytes);
  });

  it.each([
    ["a zero too many", ["1.5", "2.50"]],
    ["less than nothing", ["1", "-0"]],
    ["a zero before", ["1", "02"]],
    ["no digit before the sign", ["1.5", ".5"]],
    ["no digit behind it", ["1.5", "2."]],
    ["two signs", ["1.5", "2,5"]],
    ["a plus", ["1", "+2"]],
    ["a space", ["1", "2 "]],
    ["an exponent", ["1.5", "2e5"]],
    ["more digits than a number has", ["1234567890.123456", "2"]],
    ["words", ["a1", "b2"]],
    ["nothing", ["", ""]],
  ])("are others with %s", (_, cells) => {
    expect(backOf(cells)).toBeNull();
  });

  it("are told without loss, whatever they are", () => {
    const number = fc
      .tuple(fc.integer({ min: -(10 ** 15), max: 10 ** 15 }), fc.nat(14))
      .map(([value, decimals]) => `${value / 10 ** decimals}`);
    const digits = fc.stringMatching(/^-?[0-9]{1,16}(\.[0-9]{0,16})?$/);
    const fixed = fc.tuple(fc.nat(99), fc.nat(9)).map(([a, b]) => `2${b}-${String(a).padStart(2, "0")} x`);
    const kinds = [number, digits, fixed, fc.constant(""), fc.nat().map(String)].map((one) => fc.array(one));
    fc.assert(
      fc.property(fc.oneof(...kinds, fc.array(fc.oneof(number, fc.constant("")))), (cells) => {
        expect(backOf(cells) ?? cells).toEqual(cells);
      }),
      { numRuns: 2000 },
    );
  });
});
