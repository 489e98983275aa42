import fc from "fast-check";
import { expect, it } from "vitest";
import { startBreathing } from "../breathing";
import { csvFeeder } from "./csvFeeder";
import { CsvRows } from "./csvRows";
import { Table } from "./table";
import { TextFeeder } from "./tableFeeder";
import type { TableFormat } from "./tableTypes";
import { cellsOf, utf8 } from "./testing";

const format = {
  form: "delimited",
  sheet: null,
  encoding: "utf-8",
  delimiter: ",",
  quote: '"',
  header: true,
  skipped: 0,
  headerRows: 1,
  footer: true,
  timesDown: false,
  timesJoined: false,
  decimalsJoined: false,
} as const satisfies Partial<TableFormat>;

const plainCell = fc.constantFrom(
  "",
  "1",
  "-2.5",
  "word",
  "é",
  "温度",
  "😀 and more than a dozen bytes",
  '"a, b"',
);
const plain = fc.array(plainCell, { minLength: 3, maxLength: 3 }).map((cells) => cells.join(","));
/** Quotes that are doubled, stray, joining or never closed; rows too short and too long; lines that are empty, or end in CR. */
const odd = fc.constantFrom(
  'a,"b ""c""",d',
  'a,"b"c,d',
  'a,b"c",d',
  'a,"b\nc",d',
  'a,"b,c',
  "",
  "a",
  "a,b,c,d",
  "a,b\rc,d,e",
  "\u0000,b,c",
  "\uFFFD,,",
);
const lines = fc
  .record({
    end: fc.constantFrom("\n", "\r\n"),
    blocks: fc.array(
      fc.oneof(
        { arbitrary: fc.array(plain, { minLength: 1, maxLength: 8 }), weight: 3 },
        { arbitrary: odd.map((line) => [line]), weight: 2 },
      ),
      { maxLength: 12 },
    ),
  })
  .map(({ end, blocks }) => `x,y,z${end}${`1,2,3${end}`.repeat(20)}${blocks.flat().join(end)}`);

/** All that a table knows of its rows. */
function everything(table: Table) {
  const { faults, head } = table;
  return {
    cells: cellsOf(table),
    head,
    blank: [...faults.blankLines.values()],
    ragged: [...faults.ragged.values()],
    firstRaggedCells: faults.firstRaggedCells,
    tallies: [
      faults.unclosedQuotes,
      faults.strayQuotes,
      faults.joined,
      faults.doubtfullyJoined,
      faults.undecodable,
    ],
    joinedLines: faults.joinedLines,
    givenUp: faults.quotesGivenUpAt,
  };
}

/** As a parser of texts alone reads it. */
async function asText(bytes: Uint8Array): Promise<Table> {
  const table = new Table({ name: "a", sizeBytes: 1 }, format, { columnCount: 3, firstRow: ["x", "y", "z"] });
  const { faults } = table;
  const feeder = new TextFeeder(new TextDecoder(), (mayHaveFlaws) => {
    const rows: CsvRows = new CsvRows(format, {
      row: (cells) => table.addRow(cells, mayHaveFlaws()),
      blankLine: () => table.addBlankLine(),
      unclosedQuote: () => faults.unclosedQuotes.add(table.nextRow, 0),
      strayQuote: () => faults.strayQuotes.add(table.nextRow, 0),
      joinedLines: (count, isDoubtful) => {
        faults.joined.add(table.nextRow, 0);
        faults.joinedLines += count;
        if (isDoubtful) faults.doubtfullyJoined.add(table.nextRow, 0);
      },
    });
    return rows;
  });
  await feeder.push(bytes, startBreathing());
  await feeder.finish(startBreathing());
  return table;
}

async function inPieces(bytes: Uint8Array, cuts: readonly number[]): Promise<Table> {
  const table = new Table({ name: "a", sizeBytes: 1 }, format, { columnCount: 3, firstRow: ["x", "y", "z"] });
  const feeder = csvFeeder(table, new TextDecoder());
  const ends = [...cuts.map((cut) => Math.min(cut, bytes.length)), bytes.length].sort((a, b) => a - b);
  let from = 0;
  for (const end of ends) {
    await feeder.push(bytes.subarray(from, end), startBreathing());
    from = end;
  }
  await feeder.finish(startBreathing());
  return table;
}

it("reads lines as bytes just as the parser of texts reads them, however they are cut", async () => {
  await fc.assert(
    fc.asyncProperty(lines, fc.array(fc.nat({ max: 600 }), { maxLength: 12 }), async (text, cuts) => {
      const bytes = utf8(text);
      expect(everything(await inPieces(bytes, cuts))).toEqual(everything(await asText(bytes)));
    }),
    { numRuns: 300 },
  );
});

it("counts what cannot be decoded between plain lines", async () => {
  const bytes = utf8(`x,y,z\n${"1,2,3\n".repeat(40)}`);
  bytes[6 + 6 * 30] = 0xff;
  const table = await inPieces(bytes, [100]);
  expect(table.faults.undecodable).toMatchObject({ count: 1, first: { row: 30, column: 0 } });
  expect(table.columns[0].at(30)).toBe("\uFFFD");
});

it("takes quotes that were given up for characters", async () => {
  const table = new Table({ name: "a", sizeBytes: 1 }, format, { columnCount: 2, firstRow: ["x", "y"] });
  const feeder = csvFeeder(table, new TextDecoder());
  await feeder.push(utf8(`x,y\n${"1,2\n".repeat(20)}`), startBreathing());
  table.faults.quotesGivenUpAt = 20;
  await feeder.push(utf8('"a,3\n"4,b"\n'), startBreathing());
  expect(cellsOf(table).slice(20)).toEqual([
    ['"a', "3"],
    ['"4', 'b"'],
  ]);
});
