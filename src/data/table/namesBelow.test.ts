import { expect, it } from "vitest";
import { message } from "../../words/message";
import { readTable } from "./readTable";
import { cellsOf, describedOf, sourceOf, utf8 } from "./testing";

const lines = (count: number, lineOf: (i: number) => string) =>
  Array.from({ length: count }, (_, i) => `${lineOf(i)}\n`).join("");
const hour = (i: number) => `"2023-01-01 ${String(i).padStart(2, "0")}:00:00"`;

it.each([
  ["wider", "TOA5,Station1,CR1000,1234,CR1000.Std.27,CPU:prog.CR1,5555,Table1"],
  ["as wide", "TOA5,Station1,CR1000,1234,5555"],
])("reads names and units below a first row about the logger that is %s", async (_, first) => {
  const { preview } = await describedOf(
    `${first}\nTIMESTAMP,RECORD,AirTC_Avg,RH,Rain\nTS,RN,Deg C,%,mm\n,,Avg,Smp,Tot\n${lines(20, (i) => `${hour(i)},${i},1${i % 7}.5,70.${i % 9},0.0`)}`,
  );
  expect(preview).toMatchObject({ rowCount: 20, format: { skipped: 1, headerRows: 3 } });
  expect(preview.columns.map(({ name }) => name)).toEqual([
    "TIMESTAMP",
    "RECORD",
    "AirTC_Avg (Deg C)",
    "RH (%) (Smp)",
    "Rain (mm) (Tot)",
  ]);
});

it("leaves a first row that has the names above units", async () => {
  const { preview } = await describedOf(
    `time,temp,wind\n,K,m/s\n,Avg,Max\n${lines(20, (i) => `${hour(i)},28${i % 7}.5,${i % 9}`)}`,
  );
  expect(preview.format).toMatchObject({ skipped: 0, headerRows: 3 });
  expect(preview.columns.map(({ name }) => name)).toEqual(["time", "temp (K) (Avg)", "wind (m/s) (Max)"]);
});

it("reads months across above numbers of which most have a mark, or no value", async () => {
  const months = Array.from({ length: 12 }, (_, i) => `2015-${String(i + 1).padStart(2, "0")} `);
  const cell = (row: number, i: number) =>
    (row + i) % 11 === 5 ? ": " : `1${row}${i % 10}.${i % 7} ${["", "p", "b", "p", ""][(row + i) % 5]}`;
  const rows = lines(5, (row) => [`M,P${row}`, ...months.map((_, i) => cell(row, i))].join("\t"));
  const { table, preview } = await describedOf(`freq,geo\\TIME_PERIOD\t${months.join("\t")}\n${rows}`);
  expect(preview.columns.map(({ name, type }) => [name, type.kind])).toEqual([
    ["freq,geo\\TIME_PERIOD", "category"],
    ["date", "date"],
    ["value", "number"],
  ]);
  expect(preview).toMatchObject({
    rowCount: 60,
    columns: [{}, {}, { missing: 5, invalid: 0, max: "149.2 p" }],
  });
  expect(cellsOf(table)[1]).toEqual(["M,P0", "2015-02", "101.1 p"]);
});

it("says of many columns together that cells are not numbers", async () => {
  const names = Array.from({ length: 10 }, (_, i) => `v${i}`);
  const text = `date,${names.join(",")}\n${lines(30, (i) => `2023-01-${String((i % 28) + 1).padStart(2, "0")},${names.map((_, c) => (i === 9 ? "broken" : `${(i * (c + 2)) % 17}.5`)).join(",")}`)}`;
  const { preview } = await describedOf(text);
  const problems = preview.problems.filter(({ kind }) => kind === "invalidCells");
  expect(problems.map((problem) => problem.message)).toEqual([
    message("table.invalidColumns", {
      columns: message("table.names", { names: names.slice(0, 7), more: 3 }),
      ...{ count: 10, column: "v0", cell: "broken", row: 11, how: "missing" },
    }),
  ]);
  expect(problems[0].choices.map(({ change }) => change)).toEqual([
    { kind: "options", options: { invalid: "missing" } },
    { kind: "options", options: { invalid: "dropRow" } },
  ]);
});

it("says that a pointer of Git LFS is not the file", async () => {
  const pointer =
    "version https://git-lfs.github.com/spec/v1\noid sha256:4d7a214614ab2935c943f9e0ff69d22eadbb8f32b1258daaa5e2ca24d17e2393\nsize 12345\n";
  const problem = message("table.lfsPointer", { name: "a.csv" });
  expect(await readTable(sourceOf(utf8(pointer)))).toEqual({ ok: false, problem });
  expect((await readTable(sourceOf(utf8("version,oid\n1,2\n2,3\n")))).ok).toBe(true);
});
