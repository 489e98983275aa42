import { describe, expect, it } from "vitest";
import { message } from "../../words/message";
import { describeAsRead } from "./describeAsRead";
import { detectDialect } from "./detectDialect";
import { readTable } from "./readTable";
import { readingSentences } from "./tableSentences";
import { cellsOf, sourceOf, tableOf, utf8 } from "./testing";

const rowsOf = (count: number, row: (i: number) => string, end = "\n") =>
  Array.from({ length: count }, (_, i) => row(i)).join(end);
const day = (i: number) => new Date(Date.UTC(2024, 0, 1 + i)).toISOString().slice(0, 10);

const bookings = rowsOf(30, (i) => `${day(i)};Rent;${i % 7},5;${100 + i},25`);
const statement = `Account;Opening;Closing\nDE1;100,00;120,50\nDE2;7,00;9,10\n\nDate;Text;Amount;Balance\n${bookings}\n`;

describe("several tables in one text, one below the other", () => {
  it("reads the one with the most rows, and names the others with their places", async () => {
    const table = await tableOf(statement);
    expect(table.names).toEqual(["Date", "Text", "Amount", "Balance"]);
    expect([table.rowCount, table.raggedRows.length, table.rowNumber(0)]).toEqual([30, 0, 6]);
    expect(cellsOf(table)[29]).toEqual(["2024-01-30", "Rent", "1,5", "129,25"]);
    expect(table.format).toMatchObject({ sheet: "Date, Text, Amount, … (5–35)", skipped: 0, header: true });
    expect(table.sheets).toEqual(["Account, Opening, Closing (1–3)", "Date, Text, Amount, … (5–35)"]);
    expect(readingSentences(await describeAsRead(table))).toContainEqual(
      message("table.otherSheets", {
        form: "delimited",
        count: 1,
        names: message("table.names", { names: ["Account, Opening, Closing (1–3)"], more: 0 }),
      }),
    );
  });

  it("reads any other that is asked for, and all as one", async () => {
    const sheet = "Account, Opening, Closing (1–3)";
    const first = await tableOf(statement, { format: { sheet } });
    expect(cellsOf(first)).toEqual([
      ["DE1", "100,00", "120,50"],
      ["DE2", "7,00", "9,10"],
    ]);
    const asOne = await tableOf(statement, { format: { sheet: "", skipped: 0 } });
    expect([asOne.format.sheet, asOne.sheets.length, asOne.rowCount]).toEqual(["", 2, 33]);
    expect(readingSentences(await describeAsRead(asOne)).map(({ key }) => key)).not.toContain(
      "table.otherSheets",
    );
  });

  it("takes no remark for names of fewer columns than have values below it", async () => {
    const steps = (from: number) => rowsOf(20, (i) => `${from + i},${i % 5},${i % 3}`);
    const table = await tableOf(`t,x,y\n${steps(0)}\n,,\npaused,by operator,\n${steps(20)}\n`);
    expect([table.sheets, table.rowCount]).toEqual([[], 42]);
  });

  it("knows them by headings, by empty rows of spreadsheets and by other names for as many columns", async () => {
    const sections = `[Offsets]\nstep,offset,sd\n1,0.5,1\n2,0.25,1\n[Data]\nt,x,y\n${rowsOf(12, (i) => `${i},${i % 5},${i % 3}`)}\n[Fit]\nname,value,error\nbias,1,2\ngain,3,4\n`;
    const data = await tableOf(sections);
    expect(data.sheets).toEqual(["Offsets (2–4)", "Data (6–18)", "Fit (20–22)"]);
    expect([data.names, data.rowCount, data.format.skipped]).toEqual([["t", "x", "y"], 12, 1]);
    const padded = `Per day;;;\r\nDate;Sold;;\r\n${rowsOf(12, (i) => `${day(i)};${i % 4};;`, "\r\n")}\r\n;;;\r\nPer region;;;\r\nRegion;2022;2023;2024\r\nNorth;1;2;3\r\nSouth;3;4;5\r\n`;
    const sold = await tableOf(padded);
    expect(sold.sheets).toEqual(["Per day (2–14)", "Per region (17–19)"]);
    expect([sold.names, sold.rowCount]).toEqual([["Date", "Sold"], 12]);
    const summary = `t,v\n${rowsOf(9, (i) => `${i},${i % 2}`)}\n\n"Opening balance","Closing balance"\n"$1,000.00","$2,345.67"\n`;
    expect((await tableOf(summary)).sheets).toEqual([
      "t, v (1–10)",
      "Opening balance, Closing balance (12–13)",
    ]);
  });

  it("tells a summary of one row, as wide as the table below, from settings", async () => {
    const rows = rowsOf(12, (i) => `${day(i)},-${i % 4}.25,${100 + i}.75`);
    const summary = `Account,Opening,Closing\n6222,100.00,120.50\n\nBookings\nDate,Amount,Balance\n${rows}\n`;
    const table = await tableOf(summary);
    expect(table.sheets).toEqual(["Account, Opening, Closing (1–2)", "Bookings (5–17)"]);
    expect([table.names, table.rowCount, cellsOf(table)[0]]).toEqual([
      ["Date", "Amount", "Balance"],
      12,
      ["2024-01-01", "-0.25", "100.75"],
    ]);
    const skipped = await tableOf(`Device,Gain\nX12,3\n\nt,v,w\n${rowsOf(12, (i) => `${i},1,2`)}\n`);
    expect([skipped.sheets, skipped.format.skipped, skipped.names]).toEqual([[], 2, ["t", "v", "w"]]);
  });

  it("finds what divides cells where the tables are as long as each other", () => {
    const part = (names: string) =>
      `${names}\n${rowsOf(20, (i) => [i, ...Array(names.split(" ").length - 1).fill(0.5)].join(" "))}`;
    const text = `${["run loss", "step acc val", "t lr norm gpu"].map(part).join("\n\n")}\n`;
    expect(detectDialect(text, true).delimiter).toBe(" ");
    expect(detectDialect(text.replaceAll(" ", ","), true).delimiter).toBe(",");
  });

  it("finds those behind the beginning of a larger file, in any encoding", async () => {
    const beginning = rowsOf(40, (i) => `${i},${i % 9}`);
    const text = `step,loss\n${beginning}\n\nPrüfung\nt,Güte,f1\n${rowsOf(90, (i) => `${i},${i % 5},${i % 3}`)}\n`;
    const latin = Uint8Array.from(text, (letter) => letter.charCodeAt(0));
    const read = await readTable(sourceOf(latin, [64, 300, 700]), { sampleBytes: 64 });
    expect(read.ok && [read.value.names, read.value.rowCount, read.value.rowNumber(0)]).toEqual([
      ["t", "Güte", "f1"],
      90,
      45,
    ]);
    expect(read.ok && read.value.sheets).toEqual(["step, loss (1–41)", "Prüfung (44–134)"]);
  });

  it("keeps line ends in quotes with their rows", async () => {
    const text = `name,note,n\r\na,"two\r\nlines, here",3\r\nb,x,4\r\n\r\nt,co2,flow\r\n${rowsOf(9, (i) => `${i},${i % 4},5`, "\r\n")}\r\n`;
    expect(cellsOf(await tableOf(text))[0]).toEqual(["0", "0", "5"]);
    const first = await tableOf(text, { format: { sheet: "name, note, n (1–3)" } });
    expect(cellsOf(first)).toEqual([
      ["a", "two\nlines, here", "3"],
      ["b", "x", "4"],
    ]);
  });

  it.each([
    ["empty lines between rows", `date,n,m\n${rowsOf(20, (i) => `${day(i)},${i % 4},x`, "\n\n")}\n`],
    [
      "the same names again",
      `t,v\n${rowsOf(9, (i) => `${i},1`)}\n\nt,v\n${rowsOf(9, (i) => `${i + 9},2`)}\n`,
    ],
    ["a comment between rows", `t,v,w\n${rowsOf(9, (i) => `${i},1,2`)}\n\npaused, by hand\n9,1,2\n10,1,2\n`],
    ["units below an empty line", `t,v,w\n\n[s],[V],[%]\n\n${rowsOf(9, (i) => `${i},1,2`)}\n`],
    ["settings above", `Device,X12\nGain,3\nRate,100\n\nt,v,w\n${rowsOf(9, (i) => `${i},1,2`)}\n`],
    ["one row of settings above", `Id;Unit;Step\n7;W;30\nt;v\n${rowsOf(9, (i) => `${i};1`)}\n`],
    ["sentences below", `text,label\n${rowsOf(9, (i) => `hello ${i},a`)}\n\nsee you,a\nfoo 3,b\n`],
    [
      "a sum and a source below",
      `d,n,m\n${rowsOf(9, (i) => `${day(i)},1,2`)}\n\nTotal,9,18\nSource: x, 2024\n`,
    ],
  ])("takes %s for one table", async (_, text) => {
    const table = await tableOf(text);
    expect([table.format.sheet, table.sheets]).toEqual([null, []]);
  });

  it("hears that it is to stop", async () => {
    const aborted = AbortSignal.abort(new Error("stop"));
    await expect(readTable(sourceOf(utf8(statement)), { signal: aborted })).rejects.toThrow("stop");
  });
});
