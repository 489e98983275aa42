import { expect, it } from "vitest";
import { CsvRows, longestQuotedCell } from "./csvRows";

function drain(turns: Iterable<void>): void {
  for (const _ of turns);
}

function collector() {
  const rows: string[][] = [];
  const unclosedAt: number[] = [];
  const joined: [number, number, boolean][] = [];
  const csv = new CsvRows(
    { delimiter: ",", quote: '"' },
    {
      row: (cells) => rows.push(cells),
      blankLine() {},
      unclosedQuote: () => unclosedAt.push(rows.length),
      strayQuote() {},
      joinedLines: (count, isDoubtful) => joined.push([rows.length, count, isDoubtful]),
    },
  );
  return { rows, unclosedAt, joined, csv };
}

it("does not wait for the end of a quote that is not closed within a million characters", () => {
  const { rows, unclosedAt, csv } = collector();
  drain(csv.push('1,"2\n'));
  const line = "3,4\n";
  const lines = Math.ceil((1.5 * longestQuotedCell) / line.length);
  drain(csv.push(line.repeat(lines)));
  expect(rows[0]).toEqual(["1", '"2']);
  expect(rows).toHaveLength(1 + lines);
  expect(unclosedAt).toEqual([0]);
  expect(csv.waiting).toBe(0);
});

it("waits for the end of one that is", () => {
  const { rows, unclosedAt, csv } = collector();
  const long = "x\n".repeat(longestQuotedCell / 4);
  drain(csv.push('1,"'));
  drain(csv.push(long));
  expect(rows).toEqual([]);
  drain(csv.push('",2\n'));
  drain(csv.finish());
  expect(rows).toEqual([["1", long, "2"]]);
  expect(unclosedAt).toEqual([]);
});

it("tells which rows go on over line ends, and where a delimiter lies between them", () => {
  const { rows, joined, csv } = collector();
  drain(csv.push('1,2\n3,"4\n4\n4"\n\n5,"6\n7,8"\n9,"0"\n'));
  drain(csv.push('1,"2\n2"'));
  drain(csv.finish());
  expect(rows).toHaveLength(5);
  expect(joined).toEqual([
    [1, 2, false],
    [2, 1, true],
    [4, 1, false],
  ]);
});
