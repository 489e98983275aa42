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
    ["the World Bank's years", numbers(6).map((i) => `${1990 + i} [YR${1990 + i}]`)],
  ])("%s", async (_, names) => {
    const values = numbers(names.length);
    const times = names.map((name) => name.replace(/^X| .*$/g, ""));
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
    expect(preview.rows[7]).toEqual(["N", "01.03.2024 07:00", "107"]);
  });

  it.each([
    ["a label beside each row", `label,${numbers(6, 2000).join()}\na,1,2,3,4,5,6\nb,6,5,4,3,2,1\n`],
    ["times both ways", "date,2019,2020,2021,2022,2023\n2024-01-01,1,2,3,4,5\n2024-01-02,1,2,3,4,5\n"],
    ["years that jump about", "a,2000,1990,2010,1970,2020\nx,1,2,3,4,5\n"],
    ["words below them", "a,2000,2001,2002,2003,2004\nx,u,v,w,x,y\n"],
    ["few columns", "a,2000,2001,2002\nx,1,2,3\n"],
    ["counted features", `id,${numbers(24).map((i) => `f${i}`)}\n2024-01-01,${numbers(24)}\n`],
    ["months without a year", `${months.join()}\n${numbers(12).join()}\n`],
    ["rows of unequal length", "a,2000,2001,2002,2003,2004\nx,1,2,3,4,5\ny,1,2\n"],
  ])("are none: %s", async (_, text) => {
    const { problems, rowCount } = await read(text, { header: true });
    expect(problems.map(({ kind }) => kind)).not.toContain("timesAcross");
    expect(rowCount).toBe(text.trim().split("\n").length - 1);
  });
});
