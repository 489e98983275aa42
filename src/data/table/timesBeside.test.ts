import { describe, expect, it } from "vitest";
import { message } from "../../words/message";
import { startBreathing } from "../breathing";
import { describeTable } from "./describeTable";
import { workbookOf } from "./forms/testing";
import { canJoin } from "./joinTimes";
import { askTable } from "./prepareTable";
import { readTable } from "./readTable";
import type { Table } from "./table";
import { defaultPrepareOptions, type TableFormat } from "./tableTypes";
import { cellsOf, describedOf, questionsOf, sourceOf, tableOf } from "./testing";
import { timesBeside } from "./timesBeside";

type Column = readonly (string | number)[];

const many = (count: number, cell: (i: number) => string | number): Column =>
  Array.from({ length: count }, (_, i) => cell(i));
const dayMs = 86_400_000;
const iso = (day: number) => new Date(Date.UTC(2024, 0, 1) + day * dayMs).toISOString().slice(0, 10);
/** From a day on, every so many days. */
const days = (count: number, from = 0, every = 1) => many(count, (i) => iso(from + every * i));
const counts = (count: number, from = 0) => many(count, (i) => from + ((7 * i) % 10));

const trading = days(120).filter((_, i) => i % 7 < 5);

/** Columns of their own lengths side by side. */
function side(names: string, ...columns: readonly Column[]): string {
  const rows = Math.max(...columns.map(({ length }) => length));
  const lines = Array.from({ length: rows }, (_, row) => columns.map((column) => column[row] ?? "").join());
  return `${names}\n${lines.join("\n")}\n`;
}

const read = (text: string, format: Partial<TableFormat> = {}) => tableOf(text, { format });
const rowsOf = (table: Table) => cellsOf(table).map((cells) => cells.join(" "));

const two = side("Date,PX_LAST,Date,PX_LAST", days(10), counts(10), days(8, 3), counts(8, 50));

describe("series side by side with times of their own", () => {
  it("have a row for each time, with empty cells where one has none", async () => {
    const table = await read(side("date1,a,date2,b", days(6), counts(6), days(3, 4), counts(3, 50)));
    expect(table.beside).toBeNull();
    const joined = await read(side("date1,a,date2,b", days(9), counts(9), days(6, 6), counts(6, 50)));
    expect(joined.names).toEqual(["date", "a", "b"]);
    expect(rowsOf(joined)).toEqual([
      ...many(6, (i) => `${iso(i)} ${(7 * i) % 10} `),
      ...many(3, (i) => `${iso(6 + i)} ${(7 * (6 + i)) % 10} ${50 + ((7 * i) % 10)}`),
      ...many(3, (i) => `${iso(9 + i)}  ${50 + ((7 * (3 + i)) % 10)}`),
    ]);
    expect([joined.rowNumber(-1), joined.rowNumber(0), joined.rowNumber(11)]).toEqual([1, 2, 13]);
  });

  it("say so, and stay as they stand where somebody wants them to", async () => {
    const said = async (format: Partial<TableFormat>) => {
      const { preview } = await describeTable(await read(two, format), { corrections: { format } });
      return [preview.columns.map(({ name }) => name), preview.rowCount, preview.problems[0]];
    };
    const values = {
      columns: message("table.names", { names: ["Date", "Date (2)"], more: 0 }),
      ...{ isCertain: true, leftOut: null, untimed: 0 },
    };
    const change = (timesJoined: boolean) => ({ kind: "format", format: { timesJoined } });
    expect(await said({})).toEqual([
      ["Date", "PX_LAST", "PX_LAST (2)"],
      11,
      expect.objectContaining({
        kind: "timesBeside",
        severity: "warns",
        message: message("table.timesBeside", { ...values, timesJoined: true }),
        choices: [
          expect.objectContaining({ change: change(true), chosen: true }),
          expect.objectContaining({ change: change(false), chosen: false }),
        ],
      }),
    ]);
    expect(await said({ timesJoined: false })).toEqual([
      ["Date", "PX_LAST", "Date (2)", "PX_LAST (2)"],
      10,
      expect.objectContaining({
        message: message("table.timesBeside", { ...values, timesJoined: false }),
        choices: [expect.objectContaining({ chosen: false }), expect.objectContaining({ chosen: true })],
      }),
    ]);
  });

  const values = [counts(20), counts(16, 50)] as const;
  const clock = (step: number) => (i: number) =>
    new Date(Date.UTC(2024, 0, 1) + i * step * 60_000).toISOString().slice(0, 16).replace("T", " ");

  it.each<[string, string, readonly Column[], readonly string[], number]>([
    [
      "another in each of the names",
      "Datum,Öl,Datum,Gas",
      [days(20), values[0], days(16, 6), values[1]],
      ["Datum", "Öl", "Gas"],
      22,
    ],
    [
      "no names of times",
      "Unnamed: 0,A,Unnamed: 2,B",
      [days(20), values[0], days(16, 6), values[1]],
      ["date", "A", "B"],
      22,
    ],
    [
      "empty columns between",
      "Date,A,,Date,B,",
      [days(20), values[0], [], days(16, 6), values[1], []],
      ["Date", "A", "B"],
      22,
    ],
    ["names above alone", "A,,B,", [days(20), values[0], days(16, 6), values[1]], ["date", "A", "B"], 22],
    [
      "names above",
      "A,,B,\nDate,PX,Date,PX",
      [days(20), values[0], days(16, 6), values[1]],
      ["Date", "A", "B"],
      22,
    ],
    [
      "names above several values",
      "A,,,B,,\nDate,Lo,Hi,Date,Lo,Hi",
      [days(20), values[0], values[0], days(16, 6), values[1], values[1]],
      ["Date", "A Lo", "A Hi", "B Lo", "B Hi"],
      22,
    ],
    [
      "the last first",
      "Date,A,Date,B",
      [days(20).toReversed(), values[0], days(16, 6).toReversed(), values[1]],
      ["Date", "A", "B"],
      22,
    ],
    [
      "days of other forms",
      "Date,A,Date,B",
      [
        days(20),
        values[0],
        many(16, (i) =>
          iso(6 + i)
            .split("-")
            .reverse()
            .join("."),
        ),
        values[1],
      ],
      ["Date", "A", "B"],
      22,
    ],
    [
      "times at other steps",
      "t_a,a,t_b,b",
      [many(20, clock(10)), values[0], many(16, clock(15)), values[1]],
      ["t", "a", "b"],
      29,
    ],
    [
      "days and clocks in columns of their own",
      "Date,Time,a,Date,Time,b",
      [
        many(20, (i) => clock(10)(i).slice(0, 10)),
        many(20, (i) => clock(10)(i).slice(11)),
        values[0],
        many(16, (i) => clock(15)(i).slice(0, 10)),
        many(16, (i) => clock(15)(i).slice(11)),
        values[1],
      ],
      ["Date", "a", "b"],
      29,
    ],
    [
      "seconds from the start",
      "Time (s),a,Time (s),b",
      [many(20, (i) => i / 4), values[0], many(16, (i) => i / 2), values[1]],
      ["Time (s)", "a", "b"],
      26,
    ],
    [
      "years",
      "year,a,year,b",
      [many(20, (i) => 1990 + i), values[0], many(16, (i) => 2000 + i), values[1]],
      ["year", "a", "b"],
      26,
    ],
    [
      "the rows of pandas",
      ",Date,a,Date.1,b",
      [many(20, (i) => i), days(20), values[0], days(16, 6), values[1]],
      ["Date", "a", "b"],
      22,
    ],
    [
      "an end long before",
      "A date,a,B date,b",
      [days(20), values[0], days(10, 3), values[1].slice(0, 10)],
      ["date", "a", "b"],
      20,
    ],
    [
      "a later start on days of trading",
      "A date,a,B date,b",
      [trading.slice(0, 60), counts(60), trading.slice(20, 60), counts(40)],
      ["date", "a", "b"],
      60,
    ],
    [
      "another calendar",
      "Date,a,Date,b",
      [days(20), values[0], [...days(9), ...days(11, 10)], counts(20)],
      ["Date", "a", "b"],
      21,
    ],
  ])("with %s", async (_, names, columns, expected, rows) => {
    const table = await read(side(names, ...columns));
    expect([table.names, table.rowCount, table.format.timesJoined]).toEqual([expected, rows, true]);
    const times = cellsOf(table).map(([time]) => (time.includes("-") ? Date.parse(time) : Number(time)));
    expect(times.filter((time, i) => i === 0 || time > times[i - 1])).toHaveLength(rows);
  });

  it("are called by what stands above, which is not left out then", async () => {
    const text = side("A,,B,\nDate,PX,Date,PX", days(20), counts(20), days(16, 6), counts(16, 50));
    const said = async (format: Partial<TableFormat>) => {
      const described = await describedOf(text, { format });
      const { rowNumbers, columns, problems } = described.preview;
      return [rowNumbers[0], columns[1].name, problems.map(({ kind }) => kind).slice(0, 2)];
    };
    expect(await said({})).toEqual([3, "A", ["timesBeside"]]);
    expect(await said({ timesJoined: false })).toEqual([3, "PX", ["rowsOutside", "timesBeside"]]);
  });

  it("keep all values of a time that comes several times, the k-th beside the k-th", async () => {
    const text = side("Date,a,Date,b", [...days(3), ...days(8, 2)], counts(11), days(6, 2, 2), counts(6, 50));
    expect(rowsOf(await read(text)).slice(2, 5)).toEqual([`${iso(2)} 4 50`, `${iso(2)} 1 `, `${iso(3)} 8 `]);
  });

  it("may end in rows that are short, and begin with what is no time yet", async () => {
    const rows = many(19, (i) =>
      i < 14 ? `${iso(i)},${i},${i === 0 ? "#N/A Requesting," : `${iso(3 * i)},${i}`}` : `${iso(i)},${i}`,
    );
    const table = await read(`Date,a,Date,b\n${rows.join("\n")}\n`);
    expect([table.names, table.rowCount]).toEqual([["Date", "a", "b"], 26]);
  });

  it("are told to whoever reads another table alike", async () => {
    const wayOf = async (text: string, format: Partial<TableFormat> = {}) => {
      const described = await describedOf(text, { format });
      const data = (await askTable(described, questionsOf(described)[0], defaultPrepareOptions)).data;
      return data && data.kind !== "task" ? data.way : null;
    };
    const text = side("Date,a,Date,b", days(60), counts(60), days(50, 20), counts(50));
    expect(await wayOf(text)).toMatchObject({ names: ["Date", "a", "b"], timesJoined: true });
    expect(await wayOf(text, { timesJoined: false })).toMatchObject({ timesJoined: false });
    expect(await wayOf(side("Date,a,b", days(60), counts(60), counts(60)))).not.toHaveProperty("timesJoined");
  });

  it("are so in a workbook as well, and in the table of several that is read", async () => {
    const cells = two
      .trimEnd()
      .split("\n")
      .map((line) => line.split(",").map((cell) => (/^\d+$/.test(cell) ? Number(cell) : cell || null)));
    const book = await readTable(sourceOf(workbookOf({ Prices: cells }), [], "a.xlsx"));
    if (!book.ok) throw new Error("It is read.");
    expect(rowsOf(book.value)).toEqual(rowsOf(await read(two)));
    const below = await read(`Setting,Value,Unit\nrate,5,Hz\ngain,7,dB\n\n${two}`);
    expect([rowsOf(below), below.sheets.length]).toEqual([rowsOf(await read(two)), 2]);
  });
});

describe("several times of one row stay in it", () => {
  const later = (lag: (i: number) => number) => many(20, (i) => iso(2 * i + lag(i)));
  const amounts = counts(20);

  it.each<[string, string, readonly Column[]]>([
    ["the same", "date,a,date2,b", [days(20), amounts, days(20), amounts]],
    ["the same as far as there are some", "Date,a,Date,b", [days(20), amounts, days(12), counts(12)]],
    [
      "deliveries of orders",
      "ordered,a,delivered,b",
      [days(20, 0, 2), amounts, later((i) => 2 + ((5 * i) % 7)), amounts],
    ],
    ["a beginning and an end", "start,end,a", [days(20, 0, 2), days(20, 1, 2), amounts]],
    [
      "the time of the highest",
      "date,high,at",
      [days(20), amounts, many(20, (i) => `${iso(i)} 1${i % 10}:00`)],
    ],
    [
      "a second visit that some did not make",
      "day1,a,day2,b",
      [days(20), amounts, many(20, (i) => (i % 4 === 1 ? "" : iso(90 + i))), amounts],
    ],
    [
      "beside a name",
      "who,date1,a,date2,b",
      [many(20, (i) => `p${i}`), days(20), amounts, days(16, 6), counts(16)],
    ],
    ["one date", "date,a,b", [days(20), amounts, amounts]],
    [
      "words beside the second",
      "Date,a,Date,note",
      [days(20), amounts, days(16, 6), many(16, (i) => `n${i}`)],
    ],
    [
      "times that begin again",
      "Date,a,Date,b",
      [[...days(10), ...days(10)], amounts, days(16, 6), counts(16)],
    ],
  ])("%s", async (_, names, columns) => {
    const table = await read(side(names, ...columns));
    expect([table.beside, table.columns.length, table.format.timesJoined]).toEqual([
      null,
      columns.length,
      false,
    ]);
  });

  it.each<[string, string, Column, Column, number]>([
    ["a beginning and an end of each", "start,a,end,b", days(20), days(20, 1), 21],
    ["a delivery always as long after", "ordered,a,delivered,b", days(20), days(20, 3), 23],
    [
      "a delivery days of trading later",
      "ordered,a,delivered,b",
      trading.slice(0, 60),
      trading.slice(4, 64),
      64,
    ],
    ["the last deliveries still to come", "ordered,a,delivered,b", days(20), days(17, 3), 20],
    ["a year beside the one before it", "Date,Value,Date,Value", days(40), days(40, 365), 80],
    ["visits of those who are counted", ",day1,a,day2,b", days(20), days(20, 90), 40],
  ])("or are asked about: %s", async (_, names, first, second, joined) => {
    const numbers = names.startsWith(",") ? [many(20, (i) => i + 1)] : [];
    const text = side(names, ...numbers, first, counts(first.length), second, counts(second.length));
    const table = await read(text);
    expect([table.format.timesJoined, table.rowCount]).toEqual([false, first.length]);
    expect([table.beside?.isCertain, table.columns.length]).toEqual([false, 4 + numbers.length]);
    expect((await read(text, { timesJoined: true })).rowCount).toBe(joined);
  });

  it("are asked about where rows have more cells than names, or values no time", async () => {
    const asked = async (text: string) => (await read(text)).beside;
    expect(await asked(two.replace(/^(2024-01-05.*)$/m, "$1,9"))).toMatchObject({ isCertain: false });
    expect(await asked(two.replace("2024-01-05,8,", ",8,"))).toMatchObject({ isCertain: false, untimed: 1 });
  });

  it("are joined where there is room for a row for each time", async () => {
    const table = await read(two, { timesJoined: false });
    const beside = await timesBeside(table, {}, startBreathing());
    if (!beside) throw new Error("They are found.");
    const ofTimes = (count: number) => {
      const [one, other] = beside.series;
      const times = Float64Array.from({ length: count }, (_, i) => i);
      return {
        series: [
          { ...one, times },
          { ...other, times: times.subarray(0, 8) },
        ],
      };
    };
    expect(await canJoin(table, beside, startBreathing())).toBe(true);
    expect(await canJoin(table, ofTimes(1_333_333), startBreathing())).toBe(true);
    expect(await canJoin(table, ofTimes(1_333_334), startBreathing())).toBe(false);
  });
});
