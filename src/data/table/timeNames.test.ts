import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { startBreathing } from "../breathing";
import { rowNamesFrom } from "../rowNames";
import { describeTable } from "./describeTable";
import { readTable } from "./readTable";
import { timeNamer, timeNames } from "./timeNames";

const question = { time: [0] };

async function describedOf(cells: readonly string[]) {
  const file = new File([`when,value\n${cells.map((cell, row) => `${cell},${row}\n`).join("")}`], "t.csv");
  const table = await readTable(file, { format: { delimiter: ",", header: true, footer: false } });
  if (!table.ok) throw new Error("It is a table.");
  return describeTable(table.value, { corrections: { types: { 0: { kind: "text" } } } });
}

describe("names of rows by their time", () => {
  it("are the cells without the space around them, whatever stands there and in whatever order", async () => {
    const spaces = ["", " ", "\t ", "\u00a0", "\u3000", "\ufeff"];
    const cell = fc
      .tuple(
        fc.constantFrom(...spaces),
        fc.constantFrom("2024-01-05 10:00", "2024年3月5日", "上午9时", "é", "5 é", "x".repeat(50)),
        fc.constantFrom(...spaces),
      )
      .map((parts) => parts.join(""));
    await fc.assert(
      fc.asyncProperty(
        fc.array(cell, { minLength: 12, maxLength: 40 }),
        fc.boolean(),
        async (cells, turned) => {
          const described = await describedOf(cells);
          const order = Array.from({ length: described.table.rowCount }, (_, row) => row);
          const rows = Int32Array.from(turned ? order.reverse() : order.filter((row) => row % 3 !== 1));
          const names = await timeNames(described, question, { rows, times: null }, startBreathing());
          const nameOf = timeNamer(described, question, { rows, times: null });
          expect(rowNamesFrom(names, 0, rows.length)).toEqual(Array.from(rows, (_, i) => nameOf(i)));
        },
      ),
      { numRuns: 60 },
    );
  });

  it("take no more than their letters, of many of one length", async () => {
    const cells = Array.from({ length: 40_000 }, (_, i) =>
      new Date(Date.UTC(2024, 0, 1) + 60_000 * i).toISOString().slice(0, 16),
    );
    const described = await describedOf(cells);
    const rows = Int32Array.from(cells, (_, row) => row);
    const names = await timeNames(described, question, { rows, times: null }, startBreathing());
    if (!("kind" in names)) throw new Error("Times are texts.");
    expect(names.bytes.buffer.byteLength).toBe(16 * 40_000);
    expect(rowNamesFrom(names, 39_998, 40_000)).toEqual(cells.slice(-2));
  });
});
