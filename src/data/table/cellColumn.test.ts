import fc from "fast-check";
import { expect, it } from "vitest";
import { CellColumn, detached } from "./cellColumn";

function columnOf(cells: readonly string[], rowsPerPage: number): CellColumn {
  const column = new CellColumn(rowsPerPage);
  for (const cell of cells) column.push(cell);
  return column;
}

/** Cells that repeat for a while, and cells that do not. */
const cells = fc
  .array(
    fc.oneof(
      fc.array(fc.constantFrom("", "yes", "no", "perhaps, but a long one"), { maxLength: 60 }),
      fc.array(fc.string({ unit: "binary", maxLength: 20 }), { maxLength: 60 }),
      fc.array(
        fc.nat({ max: 70_000 }).map((length) => `é${"x".repeat(length)}`),
        { maxLength: 3 },
      ),
    ),
    { maxLength: 4 },
  )
  .map((parts) => parts.flat());

it("gives every cell back, in any order and in one go", () => {
  fc.assert(
    fc.property(cells, fc.integer({ min: 1, max: 70 }), (texts, rowsPerPage) => {
      const column = columnOf(texts, rowsPerPage);
      expect(column.length).toBe(texts.length);
      const backward = texts.map((_, i) => column.at(texts.length - 1 - i));
      expect(backward.reverse()).toEqual(texts);
      const read: [string, number][] = [];
      const half = texts.length >> 1;
      const each = column.reader((cell) => `<${cell}>`);
      each(0, half, (value, row) => read.push([value, row]));
      each(half, texts.length, (value, row) => read.push([value, row]));
      expect(read).toEqual(texts.map((text, row) => [`<${text}>`, row]));
    }),
  );
});

it("asks for the meaning of a word once", () => {
  const column = columnOf(
    Array.from({ length: 1000 }, (_, i) => (i % 2 ? "odd" : "even")),
    100,
  );
  const asked: string[] = [];
  const each = column.reader((cell) => asked.push(cell));
  each(0, 500, () => {});
  each(500, 1000, () => {});
  expect(asked).toEqual(["even", "odd"]);
});

it("takes a byte for a cell that repeats, and little more than its text for one that does not", () => {
  const rows = 4 * 1024;
  expect(
    columnOf(
      Array.from({ length: rows }, (_, i) => `word ${i % 200}`),
      1024,
    ).sizeBytes,
  ).toBe(rows);
  const words = Array.from({ length: rows }, (_, i) => `${"abc"[i % 3]} ${(i / 7).toFixed(3)}`);
  const characters = words.join("").length;
  // Of a page of 1,024 cells, two bytes each and one more, and where each 256 of them begin.
  expect(columnOf(words, 1024).sizeBytes).toBe(characters + 2 * (rows + 4) + 4 * 4 * 5);
  // Numbers of one form are the numbers, in four bytes at most where they reach no further.
  const numbers = words.map((word) => word.slice(2));
  expect(columnOf(numbers, 1024).sizeBytes).toBe(4 * rows);
});

it("detaches a text as it is", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 40 }), (text) => {
      expect(detached(text)).toBe(text);
    }),
  );
});
