import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { inEnglish } from "../../../words/english";
import { message } from "../../../words/message";
import { changedZip, setSize } from "../../zip/testing";
import { describeTable } from "../describeTable";
import { readTable } from "../readTable";
import type { Table } from "../table";
import { tableProblems } from "../tableProblems";
import { readingSentences } from "../tableSentences";
import { defaultPrepareOptions, type TableFormat } from "../tableTypes";
import { questionsOf, sourceOf } from "../testing";
import { tableForm } from "./tableForm";
import { type SheetCell, workbookFiles, workbookOf } from "./testing";

const utf8 = (text: string) => new TextEncoder().encode(text);

interface Given {
  readonly name?: string;
  readonly cuts?: readonly number[];
  readonly sampleBytes?: number;
  readonly format?: Partial<TableFormat>;
}

async function read(content: string | Uint8Array, { name = "a.txt", cuts = [], ...options }: Given = {}) {
  const bytes = typeof content === "string" ? utf8(content) : content;
  return readTable({ ...sourceOf(bytes, cuts), name }, options);
}

async function tableOf(...given: Parameters<typeof read>): Promise<Table> {
  const table = await read(...given);
  if (!table.ok) throw new Error(inEnglish(table.problem));
  return table.value;
}

const rowsOf = (table: Table) =>
  Array.from({ length: table.rowCount }, (_, row) => table.columns.map((column) => column.at(row)));

async function problemOf(...given: Parameters<typeof read>) {
  const table = await read(...given);
  return table.ok ? null : table.problem;
}

async function problemsOf(...given: Parameters<typeof read>) {
  return tableProblems(await describeTable(await tableOf(...given)), defaultPrepareOptions);
}

describe("columns between runs of spaces", () => {
  it("are found where all rows have as many, with names or without", async () => {
    const table = await tableOf("  1  0.0e+00   -3.5\n 12  1.5e-01    2\n  3  2\t4  \n");
    expect(table.format).toMatchObject({ form: "delimited", delimiter: " ", header: false });
    expect(rowsOf(table)).toEqual([
      ["1", "0.0e+00", "-3.5"],
      ["12", "1.5e-01", "2"],
      ["3", "2", "4"],
    ]);
    const named = await tableOf("kind x y\na 1 2\nb 3 4\na 5 6\n");
    expect(named.names).toEqual(["kind", "x", "y"]);
    expect(rowsOf(named)[1]).toEqual(["b", "3", "4"]);
  });

  it("are none where another delimiter explains the file, or words stand in most of them", async () => {
    expect((await tableOf("a, b\n1, 2\n3, 4\n")).format.delimiter).toBe(",");
    expect((await tableOf("2024-01-01 10:00:00,5\n2024-01-01 11:00:00,6\n")).format.delimiter).toBe(",");
    expect((await tableOf("2024-01-01 10:00:00\n2024-01-01 11:00:00\n")).columns).toHaveLength(1);
    expect((await tableOf("name\nAnna Lee\nBo Li\nCy Fox\n")).columns).toHaveLength(1);
  });

  it("60 series with their class in front are asked as one row a sequence", async () => {
    const line = (i: number) =>
      [
        String((i % 3) + 1).padStart(3),
        ...Array.from({ length: 20 }, (_, t) => Math.sin(i + t / 3).toExponential(4)),
      ].join("  ");
    const described = await describeTable(
      await tableOf(Array.from({ length: 60 }, (_, i) => line(i)).join("\n")),
    );
    expect([described.table.rowCount, described.table.columns.length]).toEqual([60, 21]);
    expect(questionsOf(described)[0]).toMatchObject({ kind: "classifyWide", label: 0 });
  });
});

describe("JSON", () => {
  const expected = [
    ["2024-01-01", "5", "north", ""],
    ["2024-01-02", "", "", "true"],
    ["2024-01-03", "-0.5", 'a, "b"\n', ""],
  ];
  const records = [
    { day: "2024-01-01", v: { temp: 5, at: "north" } },
    { day: "2024-01-02", v: { temp: null }, wet: true },
    { day: "2024-01-03", v: { temp: -0.5, at: 'a, "b"\n' } },
  ];
  const lines = records.map((record) => JSON.stringify(record));

  it.each([
    ["an object a line", lines.join("\n")],
    ["with Windows' line ends and blank lines", `\uFEFF${lines.join("\r\n\r\n")}\r\n`],
    ["an array", `[${lines.join(",")}]`],
    ["an array over many lines", JSON.stringify(records, null, 2)],
    ["an array within an object", JSON.stringify({ info: { n: 3 }, data: records }, null, 1)],
  ])("%s is a table, whatever the pieces", async (_, text) => {
    for (const cuts of [[], [1], [20, 21, 22, 40], Array.from({ length: 90 }, (_, i) => i + 1)]) {
      const table = await tableOf(text, { name: "a.json", cuts });
      expect(table.names).toEqual(["day", "v.temp", "v.at", "wet"]);
      expect(rowsOf(table)).toEqual(expected);
      // Names stand in no row: the first record is number 1.
      expect(table.rowNumber(0)).toBe(1);
    }
  });

  it.each([
    ["lists", JSON.stringify({ x: [1, 2], y: ["a", null] })],
    ["objects, as pandas writes them", JSON.stringify({ x: { 0: 1, 1: 2 }, y: { 0: "a", 1: null } })],
  ])("columns that are %s are a table", async (_, text) => {
    const table = await tableOf(text, { name: "a.json" });
    expect(table.names).toEqual(["x", "y"]);
    expect(rowsOf(table)).toEqual([
      ["1", "a"],
      ["2", ""],
    ]);
  });

  const dates = Array.from({ length: 12 }, (_, i) => `2024-03-${String(i + 1).padStart(2, "0")}`);
  const visits = [4, 7, 5, 9, 8, 3, 6, 2, 8, 5, 7, 1];
  const milliseconds = dates.map((day) => Date.parse(day));
  it.each<[string, unknown, readonly string[], readonly (string | number)[]]>([
    ["lists beside what is said of all", { city: "Bern", day: dates, visits }, ["day", "visits"], dates],
    [
      "lists in and beside an only record",
      { chart: { result: [{ meta: { at: "Bern" }, day: dates, quote: [{ visits }] }], error: null } },
      ["day", "visits"],
      dates,
    ],
    [
      "pandas, split",
      {
        columns: ["day", "visits"],
        index: dates.map((_, i) => i),
        data: dates.map((day, i) => [day, visits[i]]),
      },
      ["day", "visits"],
      dates,
    ],
    [
      "pandas, split, with dates for an index",
      { columns: ["visits"], index: milliseconds, data: visits.map((n) => [n]) },
      ["#1", "visits"],
      milliseconds,
    ],
    [
      "pandas, columns, with dates for an index",
      { visits: Object.fromEntries(dates.map((day, i) => [day, visits[i]])) },
      ["#1", "visits"],
      dates,
    ],
    [
      "pandas, columns of some rows",
      {
        day: Object.fromEntries(dates.map((day, i) => [i + 7, day])),
        visits: Object.fromEntries(visits.map((n, i) => [i + 7, n])),
      },
      ["#1", "day", "visits"],
      dates.map((_, i) => i + 7),
    ],
  ])("is a table by columns: %s", async (_, value, names, first) => {
    for (const text of [JSON.stringify(value), JSON.stringify(value, null, 2)]) {
      expect(tableForm("", text)).toBe("json");
      const table = await tableOf(text, { name: "a.json" });
      expect(table.names).toEqual(names);
      expect(table.columns[0].at(11)).toBe(String(first[11]));
      expect(table.columns.at(-1)?.at(11)).toBe("1");
      expect(table.rowCount).toBe(12);
    }
  });

  it("has a table for each length of its lists, the largest first, and settings are none", async () => {
    const table = await tableOf(JSON.stringify({ day: dates, visits, week: [1, 2], mean: [5.7, 5] }));
    expect([table.names, table.sheets]).toEqual([
      ["day", "visits"],
      ["", "week"],
    ]);
    const records = { tags: ["a", "b"], rows: dates.map((day) => ({ day })) };
    expect((await tableOf(JSON.stringify(records))).names).toEqual(["day"]);
    const settings = { name: "page", files: ["a.ts", "b.ts"], paths: { a: ["b"], size: [3] } };
    expect(tableForm("", JSON.stringify(settings, null, 2))).toBe("delimited");
  });

  it("has its names in no row, and says nothing of rows around the table where there are none", async () => {
    const days = Array.from({ length: 30 }, (_, i) => `{"day": "2024-01-${i + 1}", "n": ${(i * 7) % 5}}`);
    expect(await problemsOf(days.join("\n"))).toEqual([]);
    const [found] = await problemsOf([...days, '{"day": "Source: the office"}'].join("\n"));
    const leftOut = [message("table.rowsBelow", { rows: 1, text: "Source: the office" })];
    expect(found.message).toEqual(message("table.rowsOutside", { hasNames: false, from: 1, to: 1, leftOut }));
    expect(found.choices.map(({ label }) => label)).toEqual([message("table.lastRowsAreData")]);
  });

  it("says which fields it leaves out because no record has them that was asked for its names", async () => {
    const first = Array.from({ length: 500 }, (_, i) => `{"day": ${i}, "n": 1}`);
    const late = [
      '{"day": 500, "wind": {"speed": 3}}',
      '{"day": 501, "n": 2, "x": null}',
      '{"day": 502, "x": 1, "y": 2}',
    ];
    for (const text of [[...first, ...late].join("\n"), `[${[...first, ...late].join(",")}]`]) {
      const table = await tableOf(text, { name: "a.json", sampleBytes: 1000 });
      expect([table.names, table.rowCount]).toEqual([["day", "n"], 503]);
      expect(await problemsOf(text, { name: "a.json" })).toContainEqual({
        kind: "otherFields",
        severity: "warns",
        message: message("table.otherFields", {
          names: message("table.names", { names: ["wind.speed", "x", "y"], more: 0 }),
          count: 2,
          row: 501,
        }),
        row: 501,
        column: null,
        count: 2,
        choices: [],
      });
    }
    expect(await problemsOf(first.slice(0, 9).join("\n"), { name: "a.json" })).toEqual([]);
  });

  it("rows in brackets are a table, whose first may have the names; numbers alone are one column", async () => {
    const table = await tableOf('[["day","n"],["2024-01-01",1],["2024-01-02",2],["2024-01-03",4]]');
    expect(table.names).toEqual(["day", "n"]);
    expect(rowsOf(table)[2]).toEqual(["2024-01-03", "4"]);
    expect(rowsOf(await tableOf("[1, 2.5, -3]", { name: "a.json" }))).toEqual([["1"], ["2.5"], ["-3"]]);
  });

  it("of several lists the longest is read, and any other that is asked for", async () => {
    const days = Array.from({ length: 30 }, (_, i) => ({ day: i, n: (i * 7) % 5 }));
    const stations = [{ id: "a" }, { id: "b" }];
    const hourly = { time: [1, 2, 3], wind: [4, 5, 6] };
    const text = JSON.stringify({ info: { stations }, data: { daily: days, hourly }, units: { n: "mm" } });
    const found = await tableOf(text);
    expect(found).toMatchObject({ names: ["day", "n"], rowCount: 30 });
    expect([found.format.sheet, found.sheets]).toEqual([
      "data.daily",
      ["info.stations", "data.daily", "data.hourly"],
    ]);
    const other = await tableOf(text, { format: { sheet: "data.hourly" } });
    expect([other.format.sheet, other.names]).toEqual(["data.hourly", ["time", "wind"]]);
    expect(rowsOf(other)).toEqual([
      ["1", "4"],
      ["2", "5"],
      ["3", "6"],
    ]);
    const alone = await tableOf(JSON.stringify({ info: { note: "x" }, data: days }));
    expect([alone.format.sheet, alone.sheets, alone.rowCount]).toEqual([null, [], 30]);
  });

  it("what is written comes back, whatever it is and however it is cut", async () => {
    const values = fc.oneof(fc.integer(), fc.boolean(), fc.string({ unit: "grapheme" }), fc.constant(null));
    const record = fc.record({ a: values, 'b"{': values, "c,[": values });
    await fc.assert(
      fc.asyncProperty(
        fc.array(record, { minLength: 2, maxLength: 20 }),
        fc.boolean(),
        fc.array(fc.integer({ min: 1, max: 300 }), { maxLength: 5 }),
        async (all, asLines, cuts) => {
          const text = asLines ? all.map((one) => JSON.stringify(one)).join("\n") : JSON.stringify(all);
          if (text.includes("\\u0000")) return;
          const table = await tableOf(text, {
            name: "a.json",
            cuts,
            format: { footer: true, encoding: "utf-8" },
          });
          expect(table.names.length).toBe(3);
          const cells = all.map((one) =>
            Object.values(one).map((value) => (value === null ? "" : String(value))),
          );
          expect(rowsOf(table)).toEqual(cells);
        },
      ),
      { numRuns: 60 },
    );
  });

  it("that is broken, or no table, is refused with what to do", async () => {
    const name = "a.json";
    expect(await problemOf('{"a":1}\n{"a":2}\n{"a":', { name })).toEqual(
      message("table.brokenRecord", { name, record: 3 }),
    );
    expect(await problemOf('[{"a":1},{"a" 2}]', { name })).toEqual(
      message("table.brokenRecord", { name, record: 2 }),
    );
    expect(await problemOf('{"name": "x", "tags": ["a"]}', { name })).toEqual(
      message("table.jsonWithoutRecords", { name }),
    );
    expect(await problemOf('{"a": [1, 2', { name })).toEqual(message("table.brokenJson", { name }));
    expect(await problemOf("<!DOCTYPE html><table>", { name: "a.html" })).toEqual(
      message("table.markup", { name: "a.html" }),
    );
  });

  it("can be read as delimited text all the same", async () => {
    const table = await tableOf('{"a":1,"b":2}\n{"a":3,"b":4}\n', { format: { form: "delimited" } });
    expect([table.format.form, table.foundForm, table.columns.length]).toEqual(["delimited", "json", 2]);
  });
});

describe("time series of the UEA archive", () => {
  const head = (more: string) =>
    `#A comment, with a comma\n@problemName Test\n${more}\n@classLabel true up down\n@data\n`;

  it("of one dimension and one length are a row each", async () => {
    const table = await tableOf(`${head("@univariate true\n@equalLength true")}1,2,?:up\n3, 4,5.5:down\n`);
    expect(table.format.form).toBe("ts");
    expect(table.names).toEqual(["t1", "t2", "t3", "class"]);
    expect(rowsOf(table)).toEqual([
      ["1", "2", "?", "up"],
      ["3", "4", "5.5", "down"],
    ]);
  });

  it("of several dimensions or lengths are a row a step, with the number of their sequence", async () => {
    const table = await tableOf(`${head("@univariate false")}1,2:10,20:up\r\n3:30:down\r\n`);
    expect(table.names).toEqual(["sequence_id", "step", "dimension 1", "dimension 2", "class"]);
    expect(rowsOf(table)).toEqual([
      ["1", "1", "1", "10", "up"],
      ["1", "2", "2", "20", "up"],
      ["2", "1", "3", "30", "down"],
    ]);
    const uneven = await tableOf(`${head("@equalLength false")}1,2:up\n3:down\n`);
    expect(rowsOf(uneven)).toHaveLength(3);
  });

  it("are asked as sequences of a class", async () => {
    const series = Array.from({ length: 12 }, (_, i) => {
      const values = Array.from({ length: 5 + (i % 3) }, (_, t) =>
        Math.sin(t * (1 + (i % 2))).toFixed(3),
      ).join(",");
      return `${values}:${values}:${["up", "down"][i % 2]}`;
    });
    const described = await describeTable(
      await tableOf(`${head("@univariate false")}${series.join("\n")}\n`),
    );
    expect(questionsOf(described)[0]).toMatchObject({
      kind: "classifyLong",
      id: 0,
      features: [2, 3],
      label: 4,
    });
  });

  it("with a time beside each value, or no data, are refused with what to do", async () => {
    const name = "a.txt";
    expect(await problemOf(`${head("@timestamps true")}(0,1),(1,2):up\n`)).toEqual(
      message("table.tsTimestamps", { name }),
    );
    expect(await problemOf("@problemName X\n@univariate true\n")).toEqual(
      message("table.formWithoutData", { name, form: "ts" }),
    );
  });
});

describe("ARFF", () => {
  const head =
    "% by hand\n@RELATION 'two words'\n@attribute 'wind speed' NUMERIC\n@ATTRIBUTE place {'New York',Rome}\n\n@DATA\n";

  it("has its names above its rows, quotes of both kinds, and sparse rows", async () => {
    const table = await tableOf(
      `${head}1.5,'New York'\n% a comment\n?,"Ro\\"me"\n2, Rome\n{0 3}\n{1 Rome}\n`,
    );
    expect(table.format.form).toBe("arff");
    expect(table.names).toEqual(["wind speed", "place"]);
    expect(rowsOf(table)).toEqual([
      ["1.5", "New York"],
      ["?", 'Ro"me'],
      ["2", "Rome"],
      ["3", "New York"],
      ["0", "Rome"],
    ]);
  });

  it("with series in a cell, or without data, is refused with what to do", async () => {
    const relational =
      "@relation r\n@attribute bag relational\n@attribute a numeric\n@end bag\n@data\n'1\\n2',x\n";
    expect(await problemOf(relational)).toEqual(message("table.arffRelational", { name: "a.txt" }));
    expect(await problemOf("@relation r\n@attribute a numeric\n")).toEqual(
      message("table.formWithoutData", { name: "a.txt", form: "arff" }),
    );
  });
});

describe("an Excel workbook", () => {
  const name = "book.xlsx";
  /** 45292 is 2024-01-01. */
  const days = (count: number): SheetCell[][] =>
    Array.from({ length: count }, (_, i) => [{ serial: 45292 + i / 2 }, i / 10, i % 2 ? "a & b" : "c"]);
  const sheets = {
    "Notes & more": [["Only words"]],
    Data: [["Sales of a year"], [], ["when", "value", "kind"], ...days(5), [], ...days(3)],
  };
  const escaped = (rows: SheetCell[][]) =>
    rows.map((cells) =>
      cells.map((cell) => (typeof cell === "string" ? cell.replaceAll("&", "&amp;") : cell)),
    );
  const book = { ...sheets, Data: escaped(sheets.Data) };

  it("gives the first sheet that is seen, and names them all", async () => {
    const table = await tableOf(workbookOf(book, { hidden: ["Notes & more"] }), { name });
    expect(table.sheets).toEqual(["Notes & more", "Data"]);
    expect(table.format).toMatchObject({ form: "workbook", sheet: "Data", skipped: 1, header: true });
    expect((await tableOf(workbookOf(book), { name })).format.sheet).toBe("Notes & more");
  });

  it("gives the sheet that is chosen, dates as dates, with the numbers of its rows", async () => {
    const table = await tableOf(workbookOf(book), { name, format: { sheet: "Data" } });
    expect(table.names).toEqual(["when", "value", "kind"]);
    expect(rowsOf(table)).toEqual([
      ["2024-01-01", "0", "c"],
      ["2024-01-01 12:00:00", "0.1", "a & b"],
      ["2024-01-02", "0.2", "c"],
      ["2024-01-02 12:00:00", "0.3", "a & b"],
      ["2024-01-03", "0.4", "c"],
      ["2024-01-01", "0", "c"],
      ["2024-01-01 12:00:00", "0.1", "a & b"],
      ["2024-01-02", "0.2", "c"],
    ]);
    expect([0, 4, 5].map((row) => table.rowNumber(row))).toEqual([4, 8, 10]);
    expect(table.faults.ragged.length).toBe(0);
    const { preview } = await describeTable(table);
    expect(preview.columns.map(({ type }) => type.kind)).toEqual(["date", "number", "category"]);
  });

  const stacked = {
    Data: [
      ["Setting", "Value", "Unit"],
      ["rate", 50, "Hz"],
      ["gain", 7, "dB"],
      [],
      ["Run of May"],
      ["when", "value"],
      ...days(9).map((cells) => cells.slice(0, 2)),
    ],
    Rest: sheets.Data,
  };
  const [settings, run] = ["Data: Setting, Value, Unit (1–3)", "Data: Run of May (6–15)"];

  it("with several tables in a sheet, one below the other, gives the one with the most rows, and names them all", async () => {
    const table = await tableOf(workbookOf(stacked), { name });
    expect([table.names, table.rowCount, table.faults.ragged.length]).toEqual([["when", "value"], 9, 0]);
    expect(rowsOf(table)[1]).toEqual(["2024-01-01 12:00:00", "0.1"]);
    expect([0, 8].map((row) => table.rowNumber(row))).toEqual([7, 15]);
    expect(table.format).toMatchObject({ form: "workbook", sheet: run, skipped: 1 });
    expect(table.sheets).toEqual([settings, run, "Data:", "Rest"]);
    expect(readingSentences(await describeTable(table))).toContainEqual(
      message("table.otherSheets", {
        ...{ form: "delimited", count: 2 },
        names: message("table.names", { names: [settings, "Rest"], more: 0 }),
      }),
    );
  });

  it("gives any other of them, or all of a sheet as one", async () => {
    const read = (sheet: string, format: Partial<TableFormat> = {}) =>
      tableOf(workbookOf(stacked), { name, format: { ...format, sheet } });
    expect(rowsOf(await read(settings))).toEqual([
      ["rate", "50", "Hz"],
      ["gain", "7", "dB"],
    ]);
    expect((await read("Data")).format.sheet).toBe(run);
    const asOne = await read("Data:", { skipped: 0 });
    expect([asOne.format.sheet, asOne.rowCount]).toEqual(["Data:", 13]);
    const [reading, others] = readingSentences(await describeTable(asOne));
    expect(reading).toMatchObject({ values: { sheet: "Data" } });
    expect(others).toMatchObject({ values: { form: "workbook", count: 1 } });
    const rest = await read("Rest");
    expect([rest.format.sheet, rest.sheets]).toEqual(["Rest", ["Data", "Rest"]]);
  });

  it("with more rows than are looked at first, too", async () => {
    const many: SheetCell[][] = Array.from({ length: 66_000 }, (_, i) => [i, i % 7]);
    const table = await tableOf(
      workbookOf({ Data: [["t", "x"], ...many, [], ["name", "rate"], ["gain", 3]] }),
      { name },
    );
    expect([table.rowCount, table.sheets]).toEqual([
      66_000,
      ["Data: t, x (1–66001)", "Data: name, rate (66003–66004)", "Data:"],
    ]);
  });

  it("has the columns that are named, where the last ones end early below a row with what they are of", async () => {
    const rows = Array.from({ length: 20 }, (_, i) => [i, i / 2, ...(i < 6 ? [i * 3, i % 5] : [])]);
    const table = await tableOf(workbookOf({ A: [["left", null, "right"], ["a", "b", "c", "d"], ...rows] }), {
      name,
    });
    expect([table.names, table.format.skipped, table.faults.ragged.length]).toEqual([
      ["a", "b", "c", "d"],
      1,
      0,
    ]);
  });

  it("may count its days from 1904", async () => {
    const table = await tableOf(
      workbookOf({ A: [["d"], [{ serial: 45292 - 1462 }], [{ serial: 45293 - 1462 }]] }, { date1904: true }),
      { name },
    );
    expect(rowsOf(table)).toEqual([["2024-01-01"], ["2024-01-02"]]);
  });

  it("is unpacked to no more than it states, and refused where it states too much", async () => {
    const files = workbookFiles(book);
    const large = { ...files, "xl/worksheets/sheet1.xml": new Uint8Array(40 * 2 ** 20) };
    const lies = changedZip(large, (headers) => {
      if (headers.path === "xl/worksheets/sheet1.xml") setSize(headers, 1000);
    });
    expect(await problemOf(new Uint8Array(await lies.arrayBuffer()), { name })).toEqual(
      message("reading.zipFileTooLarge", { path: "xl/worksheets/sheet1.xml", stated: 1000 }),
    );
    const states = changedZip(large, (headers) => {
      if (headers.path === "xl/worksheets/sheet1.xml") setSize(headers, 600 * 2 ** 20);
    });
    expect(await problemOf(new Uint8Array(await states.arrayBuffer()), { name })).toMatchObject({
      key: "reading.unpacksTooLarge",
    });
  });

  it("without a sheet, or a damaged one, is refused with what to do", async () => {
    const files = workbookFiles(book);
    const { "xl/workbook.xml": _, ...without } = files;
    const zip = changedZip(without, () => undefined);
    expect(await problemOf(new Uint8Array(await zip.arrayBuffer()), { name })).toEqual(
      message("table.notWorkbook", { name }),
    );
    const half = zip.slice(0, 40);
    expect(await problemOf(new Uint8Array(await half.arrayBuffer()), { name })).toEqual(
      message("table.workbookDamaged", { name }),
    );
    const cut = {
      ...files,
      "xl/worksheets/sheet1.xml": utf8(
        '<worksheet><sheetData><row r="1"><c r="ZZZZ1"/></row></sheetData></worksheet>',
      ),
    };
    const damaged = changedZip(cut, () => undefined);
    expect(await problemOf(new Uint8Array(await damaged.arrayBuffer()), { name })).toMatchObject({
      key: "table.sheetDamaged",
    });
  });
});
