import { describe, expect, it } from "vitest";
import { identityOf, message } from "../../words/message";
import { describeTable } from "./describeTable";
import { readTable } from "./readTable";
import type { TableFormat } from "./tableTypes";
import { sourceOf, utf8 } from "./testing";

async function read(text: string, format: Partial<TableFormat> = {}) {
  const table = await readTable(sourceOf(utf8(text)), { format });
  if (!table.ok) throw new Error(identityOf(table.problem));
  return (await describeTable(table.value, { corrections: { format } })).preview;
}

const cellsOf = async (text: string) => (await read(text)).rows.map((row) => row.join(" "));
const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const numbers = (count: number, from = 0) => Array.from({ length: count }, (_, i) => from + i);

describe("times across", () => {
  it("of countries and years become a row each, as far as each has values", async () => {
    const text = "Country,Code,2000,2001,2002,2003,2004\nA,a,,2,3,,5\n\nB,b,6,7,8,9,\n";
    const preview = await read(text);
    expect(preview.columns.map(({ name }) => name)).toEqual(["Country", "Code", "year", "value"]);
    expect(preview.columns[2].type).toEqual({ kind: "date", order: "year" });
    expect(preview.rows.map((row) => row.join(" "))).toEqual([
      ...["A a 2001 2", "A a 2002 3", "A a 2003 ", "A a 2004 5"],
      ...["B b 2000 6", "B b 2001 7", "B b 2002 8", "B b 2003 9"],
    ]);
    // Each row of the file, as a spreadsheet numbers it.
    expect(preview.rowNumbers).toEqual([2, 2, 2, 2, 4, 4, 4, 4]);
    const [problem] = preview.problems;
    expect(problem).toMatchObject({
      kind: "timesAcross",
      severity: "warns",
      message: message("table.timesAcross", {
        from: "2000",
        to: "2004",
        isSeriesPerRow: true,
        isCertain: true,
        timesDown: true,
        leftOut: null,
      }),
    });
    expect(problem.choices.map(({ change, chosen }) => [change, chosen])).toEqual([
      [{ kind: "format", format: { timesDown: true } }, true],
      [{ kind: "format", format: { timesDown: false } }, false],
    ]);
  });

  it("stay across where somebody wants them to, and can be had down again", async () => {
    const text = "Country,2000,2001,2002,2003,2004\nA,1,4,3,2,5\nB,6,9,8,7,1\n";
    const { rowCount, columns, problems } = await read(text, { timesDown: false });
    expect([rowCount, columns.length]).toEqual([2, 6]);
    expect(problems[0].kind).toBe("timesAcross");
    expect(problems[0].choices.map(({ chosen }) => chosen)).toEqual([false, true]);
  });

  it.each([
    ["days of the American form", ["1/22/20", "1/23/20", "1/24/20", "1/25/20", "1/26/20", "1/27/20"]],
    ["ISO days", numbers(8, 1).map((d) => `2015-07-0${d}`)],
    ["months", numbers(9, 1).map((m) => `2015-0${m}`)],
    [
      "from the last on",
      numbers(9, 1)
        .map((m) => `2015-0${m}`)
        .reverse(),
    ],
    ["years with a letter", numbers(6).map((i) => `X${1990 + i}`)],
    ["years of accounts", numbers(6).map((i) => `FY${1990 + i}`)],
    ["the World Bank's years", numbers(6).map((i) => `${1990 + i} [YR${1990 + i}]`)],
  ])("%s", async (_, names) => {
    const values = numbers(names.length);
    const times = names.map((name) => name.replace(/^(?:X|FY)| .*$/g, ""));
    expect(await cellsOf(`shop,${names.join()}\nA,${values.join()}\n`)).toEqual(
      values.map((value) => `A ${times[value]} ${value}`),
    );
  });

  it("of rows without any name beside them have the number of the row", async () => {
    const text = "2000,2001,2002,2003,2004\n1,4,3,2,5\n6,7,9,8,1\n";
    expect((await cellsOf(text)).slice(4, 6)).toEqual(["1 2004 5", "2 2000 6"]);
  });

  it("of years and their months follow each other, without what sums them up", async () => {
    const rows = numbers(3).map((y) => `${1990 + y},${numbers(12, 12 * y).join()},${y}`);
    const preview = await read(`Year,${months.join()},Total\n${rows.join("\n")}\n`);
    expect(preview.columns.map(({ name }) => name)).toEqual(["month", "value"]);
    expect(preview.rowCount).toBe(36);
    expect(preview.rows[5]).toEqual(["1990-06", "5"]);
    expect(preview.columns[0]).toMatchObject({ type: { kind: "date", order: "yearMonth" }, distinct: 36 });
    expect(preview.problems[0].message).toMatchObject({
      values: { leftOut: message("table.names", { names: ["Total"], more: 0 }) },
    });
  });

  it("of days and their hours follow each other, beside what tells stations apart", async () => {
    const day = (station: string, d: number) => `${station};0${d}.03.2024;${numbers(24, 100 * d).join(";")}`;
    const hours = numbers(24, 1).map((h) => `${String(h).padStart(2, "0")}:00`);
    const days = [day("N", 1), day("N", 2), day("S", 1)];
    const preview = await read(`station;day;${hours.join(";")}\n${days.join("\n")}\n`);
    expect(preview.columns.map(({ name }) => name)).toEqual(["station", "day", "value"]);
    expect(preview.columns[1].type).toEqual({ kind: "date", order: "dayMonthYear" });
    expect(preview.rowCount).toBe(72);
    expect(preview.rows[7]).toEqual(["N", "01.03.2024 08:00", "107"]);
  });

  const week = (from: number) => numbers(7, from).join(";");

  it.each([
    ["en", "Mon;Tue;Wed;Thu;Fri;Sat;Sun"],
    ["de", "Montag;Dienstag;Mittwoch;Donnerstag;Freitag;Samstag;Sonntag"],
    ["de, short", "Mo;Di;Mi;Do;Fr;Sa;So"],
    ["fr", "lun.;mar.;mer.;jeu.;ven.;sam.;dim."],
    ["es", "lunes;martes;miércoles;jueves;viernes;sábado;domingo"],
    ["it", "Lun;Mar;Mer;Gio;Ven;Sab;Dom"],
    ["pt", "segunda-feira;terça-feira;quarta-feira;quinta-feira;sexta-feira;sábado;domingo"],
    ["nl", "ma;di;wo;do;vr;za;zo"],
    ["zh", "周一;周二;周三;周四;周五;周六;周日"],
    ["zh, long", "星期一;星期二;星期三;星期四;星期五;星期六;星期天"],
  ])("of weeks and their days follow each other (%s)", async (_, days) => {
    const preview = await read(
      `week;${days}\n2024-W01;${week(0)}\n2024-W02;${week(7)}\n2024-W03;${week(14)}\n`,
    );
    expect(preview.columns.map(({ name }) => name)).toEqual(["date", "value"]);
    expect(preview.rowCount).toBe(21);
    expect(preview.rows[0]).toEqual(["2024-01-01", "0"]);
    expect(preview.rows[20]).toEqual(["2024-01-21", "20"]);
  });

  it.each([
    ["its first day", "date", "Mon,Tue,Wed,Thu,Fri,Sat,Sun", ["2024-01-01", "2024-01-08"], "2024-01-01"],
    [
      "its last day",
      "week ending",
      "Mon,Tue,Wed,Thu,Fri,Sat,Sun",
      ["07.01.2024", "14.01.2024"],
      "2024-01-01",
    ],
    ["a Sunday first", "from", "Sun,Mon,Tue,Wed,Thu,Fri,Sat", ["2024-01-07", "2024-01-14"], "2024-01-07"],
    ["a Monday, Sundays first", "w", "Sun,Mon,Tue,Wed,Thu,Fri,Sat", ["2024-W02", "2024-W03"], "2024-01-07"],
    // With the month first, 1 January and 1 August are different days of the week.
    ["a day before a month", "d", "Mon,Tue,Wed,Thu,Fri,Sat,Sun", ["01/01/2024", "08/01/2024"], "2024-01-01"],
    ["year and number", "year,week", "Mon,Tue,Wed,Thu,Fri,Sat,Sun", ["2024,1", "2024,2"], "2024-01-01"],
  ])("of weeks begin with %s", async (_, name, days, weeks, first) => {
    const rows = weeks.map((cell, w) => `${cell},${numbers(7, 7 * w).join()}`);
    const preview = await read(`${name},${days},Total\n${rows.map((row) => `${row},9`).join("\n")}\n`);
    expect(preview.columns.map(({ name }) => name)).toEqual(["date", "value"]);
    expect([preview.rowCount, ...preview.rows[0]]).toEqual([14, first, "0"]);
    expect(preview.columns[0].type.kind).toBe("date");
  });

  it.each([
    ["weeks that are counted", "KW", ["KW 1", "KW 2"], ["1 0", "8 7", "14 13"]],
    ["weeks of shops", "shop", ["north", "south"], ["north 1 0", "south 1 7", "south 7 13"]],
  ])("of %s have the number of their day", async (_, name, rows, [first, eighth, last]) => {
    const table = rows.map((cell, w) => `${cell};${week(7 * w)}`).join("\n");
    const cells = await cellsOf(`${name};Mo;Di;Mi;Do;Fr;Sa;So\n${table}\n`);
    expect([cells[0], cells[7], cells[13]]).toEqual([first, eighth, last]);
  });

  it("of years and their quarters follow each other", async () => {
    for (const names of [
      "Q1,Q2,Q3,Q4",
      "1. Quartal,2. Quartal,3. Quartal,4. Quartal",
      "一季度,二季度,三季度,四季度",
    ]) {
      const preview = await read(`Year,${names},Total\n1990,1,2,3,4,10\n1991,5,6,7,8,26\n`);
      expect(preview.columns.map(({ name }) => name)).toEqual(["quarter", "value"]);
      expect([preview.rowCount, ...preview.rows[6]]).toEqual([8, "1991 Q3", "7"]);
      expect(preview.columns[0].type).toEqual({ kind: "date", order: "quarter" });
    }
  });

  it.each([
    ["month", ["2024-01", "2024-02"]],
    ["month", ["Jan 2024", "Feb 2024"]],
    ["year,month", ["2024,1", "2024,2"]],
    ["Jahr,Monat", ["2024,Jän", "2024,Feb"]],
  ])("of months and their days are the days that there are (%s: %s)", async (names, [jan, feb]) => {
    const header = `${names},${numbers(31, 1).join()}`;
    const preview = await read(`${header}\n${jan},${numbers(31)}\n${feb},${numbers(29, 31)},,\n`, {
      header: true,
    });
    expect(preview.columns.map(({ name }) => name)).toEqual(["date", "value"]);
    expect(preview.rowCount).toBe(60);
    expect([preview.rows[30], preview.rows[31], preview.rows[59]]).toEqual([
      ["2024-01-31", "30"],
      ["2024-02-01", "31"],
      ["2024-02-29", "59"],
    ]);
  });

  it.each([
    ["half-hours from midnight on", 0, "2024-01-02 00:30", "49"],
    ["half-hours to midnight", 30, "2024-01-02 01:00", "49"],
  ])("of days and their clock follow each other: %s", async (_, from, time, value) => {
    const clock = (m: number) =>
      `${String(Math.floor(m / 60)).padStart(2, "0")}:${String(m % 60).padStart(2, "0")}`;
    const header = numbers(48)
      .map((i) => clock(from + 30 * i))
      .join();
    const text = `date,${header}\n2024-01-01,${numbers(48)}\n2024-01-02,${numbers(48, 48)}\n`;
    const preview = await read(text);
    expect([preview.rowCount, ...preview.rows[49]]).toEqual([96, time, value]);
    expect(preview.columns[0].type.kind).toBe("date");
  });

  it("of months without a year are a series for each shop, or year after year", async () => {
    const header = months.join();
    const shops = await read(`shop,${header}\nnorth,${numbers(12)}\nsouth,${numbers(12, 12)}\n`);
    expect(shops.columns.map(({ name }) => name)).toEqual(["shop", "month", "value"]);
    expect([shops.rows[11], shops.rows[12]]).toEqual([
      ["north", "12", "11"],
      ["south", "1", "12"],
    ]);
    expect(shops.problems[0].kind).toBe("timesAcross");
    const years = await read(`${header}\n${numbers(12)}\n${numbers(12, 12)}\n`, { header: true });
    expect(years.rows[12]).toEqual(["13", "12"]);
  });

  it.each([
    [
      "the days of the M5 competition",
      "id,item_id,store_id",
      (i: number) => `d_${i + 1}`,
      ["a_1,a,1", "b_1,b,1", "c_1,c,1"],
    ],
    ["counted times", "sensor", (i: number) => `t${i}`, ["north", "south", "east"]],
    ["no names beside", "", (i: number) => `t${i}`, ["", "", ""]],
  ])("are steps that columns count: %s", async (_, names, step, beside) => {
    const header = [...names.split(",").filter(Boolean), ...numbers(10).map(step)].join();
    const rows = beside.map((cell, r) => [...(cell ? [cell] : []), ...numbers(10, 10 * r)].join());
    const { rowCount, columns, rows: read0, problems } = await read(`${header}\n${rows.join("\n")}\n`);
    expect(rowCount).toBe(30);
    expect(columns.slice(-2).map(({ name }) => name)).toEqual(["step", "value"]);
    expect(read0[11].slice(-2)).toEqual([step(1).replace(/\D/g, ""), "11"]);
    expect(problems[0].choices.map(({ chosen }) => chosen)).toEqual([true, false]);
  });

  it.each([
    ["letters that say nothing", "station", (i: number) => `V${i + 2}`, ["north", "south", "east"]],
    ["numbers alone", "", (i: number) => `x${i + 1}`, ["", "", ""]],
  ])("may be steps that columns count, which is asked: %s", async (_, name, step, beside) => {
    const header = [...(name ? [name] : []), ...numbers(10).map(step)].join();
    const rows = beside.map((cell, r) => [...(cell ? [cell] : []), ...numbers(10, 10 * r)].join());
    const text = `${header}\n${rows.join("\n")}\n`;
    const { rowCount, problems } = await read(text);
    expect(rowCount).toBe(3);
    expect(problems[0].message).toMatchObject({ values: { isCertain: false, timesDown: false } });
    expect(problems[0].choices.map(({ chosen }) => chosen)).toEqual([false, true]);
    expect((await read(text, { timesDown: true })).rowCount).toBe(30);
  });

  it("of rows of unequal length are left where they are, which is said", async () => {
    const text = "a,2000,2001,2002,2003,2004\nx,1,4,3,2,5\ny,1,7\n";
    const preview = await read(text);
    expect(preview.rowCount).toBe(2);
    const problem = preview.problems.find(({ kind }) => kind === "timesAcross");
    expect(problem?.message).toMatchObject({ values: { timesDown: false } });
    expect(problem?.choices.map(({ chosen }) => chosen)).toEqual([false, true]);
    const down = await read(text, { timesDown: true });
    expect(down.rows.map((row) => row.join(" ")).slice(4)).toEqual(["x 2004 5", "y 2000 1", "y 2001 7"]);
  });

  it("of the World Bank: a preamble, a delimiter too many, and a source below", async () => {
    const years = numbers(6, 1990);
    const rows = ["A", "B", "C"].map(
      (c, r) => `"${c}land","${c}",${years.map((y) => `"${(y * (r + 3)) % 97}"`)},`,
    );
    const text = `"Data Source","Indicators",\n\n"Country","Code",${years.map((y) => `"${y}"`)},\n${rows.join("\n")}\n`;
    const preview = await read(text);
    expect(preview.columns.map(({ name }) => name)).toEqual(["Country", "Code", "year", "value"]);
    expect(preview.rows.slice(5, 7)).toEqual([
      ["Aland", "A", "1995", String((1995 * 3) % 97)],
      ["Bland", "B", "1990", String((1990 * 4) % 97)],
    ]);
    expect(preview.rowNumbers[6]).toBe(5);
  });

  it.each([
    ["a label beside each row", `label,${numbers(6, 2000).join()}\na,1,2,3,4,5,6\nb,6,5,4,3,2,1\n`],
    ["times both ways", "date,2019,2020,2021,2022,2023\n2024-01-01,1,2,3,4,5\n2024-01-02,1,2,3,4,5\n"],
    ["years that jump about", "a,2000,1990,2010,1970,2020\nx,1,2,3,4,5\n"],
    ["words below them", "a,2000,2001,2002,2003,2004\nx,u,v,w,x,y\n"],
    ["few columns", "a,2000,2001,2002\nx,1,2,3\n"],
    ["steps with a class", `class,${numbers(9).map((i) => `t${i}`)}\na,${numbers(9)}\nb,${numbers(9)}\n`],
    [
      "steps with what may be one",
      `kind,${numbers(9).map((i) => `t${i}`)}\na,${numbers(9)}\na,${numbers(9)}\n`,
    ],
    ["sensors at times", `time,${numbers(9).map((i) => `s${i}`)}\n1,${numbers(9)}\n2,${numbers(9)}\n`],
    ["five days of a week", "w,Mon,Tue,Wed,Thu,Fri\n1,1,2,3,4,5\n2,1,2,3,4,5\n"],
    ["counted features", `id,${numbers(24).map((i) => `f${i}`)}\n2024-01-01,${numbers(24)}\n`],
    ["months without a year", `${months.join()}\n${numbers(12).join()}\n`],
  ])("are none: %s", async (_, text) => {
    const { problems, rowCount } = await read(text, { header: true });
    expect(problems.map(({ kind }) => kind)).not.toContain("timesAcross");
    expect(rowCount).toBe(text.trim().split("\n").length - 1);
  });
});
