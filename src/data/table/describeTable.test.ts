import { describe, expect, it } from "vitest";
import { identityOf, message } from "../../words/message";
import { describeTable } from "./describeTable";
import type { TableCorrections } from "./interpretTable";
import { defaultPrepareOptions, type TableProblemKind } from "./tableTypes";
import { describedOf, tableOf } from "./testing";

const previewOf = async (text: string, corrections: TableCorrections = {}) =>
  (await describedOf(text, corrections)).preview;

async function problemOf(text: string, kind: TableProblemKind, corrections: TableCorrections = {}) {
  const { problems } = await previewOf(text, corrections);
  return problems.find((problem) => problem.kind === kind);
}

const rowsOf = (count: number, row: (i: number) => string) =>
  Array.from({ length: count }, (_, i) => row(i)).join("\n");

describe("columns", () => {
  it("are what they look like, with their counts", async () => {
    const text = [
      "id;Datum;Preis (€);Art;Notiz",
      "007;31.12.2020;1.234,5;neu;ein langer Satz hier",
      "008;01.01.2021;NA;alt;noch ein anderer Satz",
      "009;02.01.2021;-0,5;neu;",
      "010;03.01.2021;7;alt;und ein letzter Satz",
    ].join("\n");
    const { format, columns, rowCount, rows } = await previewOf(text);
    expect(format).toMatchObject({
      delimiter: ";",
      header: true,
      decimal: ",",
      thousands: ".",
      encoding: "utf-8",
    });
    expect(rowCount).toBe(4);
    expect(rows[1]).toEqual(["008", "01.01.2021", "NA", "alt", "noch ein anderer Satz"]);
    expect(columns.map(({ type }) => type)).toEqual([
      { kind: "id" },
      { kind: "date", order: "dayMonthYear" },
      { kind: "number" },
      { kind: "category" },
      { kind: "text" },
    ]);
    expect(columns[2]).toMatchObject({
      name: "Preis (€)",
      missing: 1,
      invalid: 0,
      distinct: 3,
      min: "-0,5",
      max: "1.234,5",
    });
    expect(columns[1]).toMatchObject({ min: "31.12.2020", max: "03.01.2021" });
    expect(columns[3]).toMatchObject({ distinct: 2, examples: ["neu", "alt"], min: null });
    expect(columns[4].missing).toBe(1);
  });

  it.each<[string, string, object]>([
    ["years by their name", "year,v\n1990,1\n1991,2\n1992,3", { kind: "date", order: "year" }],
    ["seconds since 1970", "timestamp,v\n1700000000,1\n1700000060,2", { kind: "date", order: "unixSeconds" }],
    [
      "months without a sign between",
      "period,v\n202011,1\n202012,2\n202101,3\n202102,4",
      { kind: "date", order: "yearMonth" },
    ],
    ["numbers that are none", "v,w\n202011,1\n202012,2\n202013,3\n202014,4", { kind: "number" }],
    [
      "months in German",
      "Monat,v\nJan 2020,1\nFeb 2020,2\nMärz 2020,3",
      { kind: "date", order: "monthYear" },
    ],
    ["compact dates", "day,v\n20200101,1\n20200102,2", { kind: "date", order: "yearMonthDay" }],
    ["ids by their name", "sequence_id,v\n1,1\n1,2\n2,3", { kind: "id" }],
    ["a column that only counts rows", ",v\n0,1\n1,2\n2,3", { kind: "id" }],
  ])("%s", async (_, text, type) => {
    expect((await previewOf(text)).columns[0].type).toEqual(type);
  });

  it("can be corrected, and say what was detected", async () => {
    const table = await tableOf("a,b\n1,x\n2,y\n1,x");
    const first = await describeTable(table);
    const { preview } = await describeTable(table, {
      corrections: { types: { 0: { kind: "category" } } },
      earlier: first,
    });
    expect(preview.columns[0]).toMatchObject({
      type: { kind: "category" },
      detected: { kind: "number" },
      min: null,
    });
    expect(preview.columns[1]).toEqual(first.preview.columns[1]);
    const missing = await describeTable(table, {
      corrections: { format: { missing: ["2"] } },
      earlier: first,
    });
    expect(missing.preview.columns[0]).toMatchObject({ missing: 1, max: "1" });
  });

  it("counts different cells to ten thousand", async () => {
    const { columns } = await previewOf(`a\n${rowsOf(10_050, (i) => `w${i} x`)}`);
    expect(columns[0]).toMatchObject({ distinct: 10_000, distinctAtLeast: true });
  });
});

describe("problems", () => {
  it("says which rows are ragged, and what is done", async () => {
    const text = "a,b\n1,2\n3\n4,5,6\n7,8\n9,10";
    expect(await problemOf(text, "raggedRows")).toMatchObject({
      severity: "warns",
      row: 3,
      count: 2,
      message: message("table.raggedRows", { count: 2, columns: 2, row: 3, cells: 1, how: "fill" }),
    });
    const { preview } = await describeTable(await tableOf(text), {
      prepare: { ...defaultPrepareOptions, ragged: "drop" },
    });
    expect(preview.problems[0].message).toMatchObject({ key: "table.raggedRows", values: { how: "drop" } });
    expect(preview.problems[0].choices.map(({ chosen }) => chosen)).toEqual([false, true]);
  });

  it("counts empty lines as rows of the file, but not of the table", async () => {
    const text = "a,b\n\n1,2\n\n\n3\n4,5";
    expect((await previewOf(text)).rowCount).toBe(3);
    expect(await problemOf(text, "raggedRows")).toMatchObject({ row: 6 });
  });

  it("says where a number is none", async () => {
    const text = `a,b\n${rowsOf(20, (i) => `${i},${i === 7 ? "oops" : i === 9 ? "?" : i}`)}`;
    expect(await problemOf(text, "invalidCells")).toMatchObject({
      row: 9,
      column: "b",
      count: 1,
      message: message("table.invalidCells", {
        column: "b",
        count: 1,
        expected: "number",
        everyCell: false,
        cell: "oops",
        row: 9,
        how: "missing",
      }),
    });
    const choices = (await problemOf(text, "invalidCells"))?.choices ?? [];
    const missing = choices.find(
      ({ label }) => identityOf(label) === identityOf(message("table.meansMissing", { cell: "oops" })),
    );
    expect(missing?.change.kind === "format" && missing.change.format.missing).toContain("oops");
    expect(
      (await problemOf(text, "invalidCells", { format: { missing: ["?", "oops"] } })) ?? null,
    ).toBeNull();
  });

  it("says where a number is infinite, also by its size", async () => {
    const text = `a\n${rowsOf(20, (i) => (i === 3 ? "-Infinity" : i === 8 ? "1e999" : `${i}`))}`;
    expect(await problemOf(text, "infinity")).toMatchObject({ row: 5, column: "a", count: 2 });
  });

  it("says where quotes are never closed, and where text follows them", async () => {
    expect(await problemOf('a,b\n1,2\n3,"4\n5,6\n7,8\n', "unclosedQuote")).toMatchObject({
      row: 3,
      count: 1,
    });
    expect(
      await problemOf('a,b\n1,2\n3,"4"x,"\n5,6\n7,8\n', "strayQuote", { format: { quote: '"' } }),
    ).toMatchObject({ row: 3 });
  });

  it("says where bytes are not of the encoding", async () => {
    const text = `a,b\n${rowsOf(40, (i) => `${i},ü${i === 5 ? "\uFFFD" : ""}`)}`;
    expect(await problemOf(text, "undecodable")).toMatchObject({
      row: 7,
      column: "b",
      count: 1,
      message: message("table.undecodable", { count: 1, encoding: "UTF-8", row: 7, column: "b" }),
    });
  });

  it("renames columns of the same name", async () => {
    const { columns, problems } = await previewOf("a,b,a\n1,2,3\n4,5,6");
    expect(columns.map(({ name }) => name)).toEqual(["a", "b", "a (2)"]);
    expect(problems[0]).toMatchObject({ kind: "duplicateHeader", row: 1, column: "a" });
  });

  it("lets the user choose what day and month are", async () => {
    const text = "d,v\n01/01/2020,1\n02/02/2020,2\n03/03/2020,3";
    const problem = await problemOf(text, "ambiguousDates");
    expect(problem?.choices.map(({ label, chosen }) => [label, chosen])).toEqual([
      [message("table.monthFirst"), true],
      [message("table.dayFirst"), false],
    ]);
    const types = { 0: { kind: "date", order: "dayMonthYear" } } as const;
    expect((await problemOf(text, "ambiguousDates", { types })) ?? null).toBeNull();
  });

  it("stops at a header without rows", async () => {
    expect((await previewOf("a,b\n")).problems).toMatchObject([
      {
        kind: "onlyHeader",
        severity: "stops",
        row: 1,
        choices: [{ label: message("table.firstRowIsData") }],
      },
    ]);
    expect((await previewOf("\n\n\n")).problems).toMatchObject([{ severity: "stops" }]);
  });
});
