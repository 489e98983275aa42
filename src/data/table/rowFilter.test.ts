import { describe, expect, it } from "vitest";
import { inEnglish } from "../../words/english";
import { startBreathing } from "../breathing";
import type { ExampleData } from "../exampleData";
import { describeTable } from "./describeTable";
import { boundOf, boundText } from "./moments";
import { askTable } from "./prepareTable";
import { secondTable } from "./second/secondTable";
import { trainedOn } from "./second/trainedOn";
import { defaultPrepareOptions, type PrepareOptions, type RowFilter, type TableQuestion } from "./tableTypes";
import { cellsOf, describedOf, questionsOf, tableOf, timesOf } from "./testing";

const dayOf = (i: number) => new Date(Date.UTC(2024, 0, 1 + i)).toISOString().slice(0, 10);

/** Two shops in turns, an empty line among them, and one row that says no shop. */
const shops = [
  "day,shop,sales",
  ...Array.from({ length: 60 }, (_, i) => [
    `${dayOf(i)},north,${100 + (i % 7)}`,
    `${dayOf(i)},south,${5 * i}`,
    ...(i === 10 ? ["", `${dayOf(i)},,77`] : []),
  ]).flat(),
  "",
].join("\n");

const values = (column: number, ...chosen: readonly string[]): RowFilter => ({
  kind: "values",
  column,
  values: chosen,
});
const range = (column: number, from: number | null, to: number | null): RowFilter => ({
  kind: "range",
  column,
  from,
  to,
});

async function columnOf(text: string, filter: RowFilter, column: number) {
  const { table } = await describedOf(text, { filter });
  return Array.from({ length: table.rowCount }, (_, row) => table.columns[column].at(row));
}

const weekly: TableQuestion = {
  ...{ kind: "forecast", targets: [2], inputs: [], id: null, time: [0], window: 7, horizon: 1 },
  ...{ calendar: [], period: null },
};

async function prepared(text: string, filter?: RowFilter, options: Partial<PrepareOptions> = {}) {
  const described = await describedOf(text, filter && { filter });
  const outcome = await askTable(described, weekly, { ...defaultPrepareOptions, ...options });
  if (outcome.data?.kind !== "series") throw new Error("A series is made.");
  return outcome.data;
}

describe("rows that are chosen by values", () => {
  it("are all that is read, with the numbers that the file gives them", async () => {
    const { table, preview } = await describedOf(shops, { filter: values(1, "south") });
    expect(table.rowCount).toBe(60);
    expect(preview).toMatchObject({ rowCount: 60, filter: { of: 121 } });
    expect(preview.filter?.values).toEqual([
      { value: "north", rows: 60 },
      { value: "south", rows: 60 },
    ]);
    expect(preview.rows[11]).toEqual([dayOf(11), "south", "55"]);
    expect(preview.rowNumbers.slice(9, 12)).toEqual([21, 23, 27]);
    expect(table.rowNumber(-1)).toBe(1);
    expect(preview.columns[2]).toMatchObject({ distinct: 60, min: "0", max: "295" });
  });

  it("decide what is proposed: one shop is one series", async () => {
    const [whole] = questionsOf(await describedOf(shops));
    const [south] = questionsOf(await describedOf(shops, { filter: values(1, "south") }));
    expect(whole).toMatchObject({ kind: "forecast", id: 1 });
    expect(south).toMatchObject({ kind: "forecast", id: null, time: [0], targets: [2], inputs: [] });
  });

  it("are said in the plan with their counts, and kept with how the table was read", async () => {
    const { decisions, way, times } = await prepared(shops, values(1, "south"));
    expect(decisions.map(inEnglish).slice(0, 2)).toEqual([
      expect.stringContaining("121\u00a0rows"),
      "Only the rows are read in which “shop” has the value “south”: 60\u00a0rows of 121.",
    ]);
    expect(way?.filter).toEqual(values(1, "south"));
    expect(timesOf({ times })).toHaveLength(60);
    expect((await prepared(shops)).way).not.toHaveProperty("filter");
  });

  it("are the same where numbers are written in several ways", async () => {
    const text = "store;v\n1;a\n1,0;b\n2;c\n01;d\n3;e\n";
    expect(await columnOf(text, values(0, "1", "3"), 1)).toEqual(["a", "b", "d", "e"]);
  });

  it("are all while none is chosen, and where the column is none", async () => {
    const open = await describedOf(shops, { filter: values(1) });
    expect(open.table.rowCount).toBe(121);
    expect(open.filter).toBeNull();
    expect(open.preview.filter).toMatchObject({ of: 121, values: [{ value: "north" }, { value: "south" }] });
    expect((await describedOf(shops, { filter: values(9, "a") })).preview.filter).toBeNull();
  });

  it("may be none, which stops everything and offers all of them", async () => {
    const { preview } = await describedOf(shops, { filter: values(1, "west") });
    expect(preview.problems).toEqual([
      expect.objectContaining({
        kind: "noRowLeft",
        severity: "stops",
        choices: [expect.objectContaining({ change: { kind: "filter", filter: null } })],
      }),
    ]);
    // So that it can be taken back.
    expect(preview.filter?.values).toContainEqual({ value: "west", rows: 0 });
  });

  it("leave ragged rows ragged, and count none of the others", async () => {
    const text = "a,b,c\nx,1,2\ny,1\nx,3\nx,5,6\ny,7\n";
    const described = await describedOf(text, { filter: values(0, "x") });
    expect([...described.table.raggedRows]).toEqual([1]);
    expect(described.preview.problems.find(({ kind }) => kind === "raggedRows")).toMatchObject({
      count: 1,
      row: 4,
    });
  });

  it("are counted anew when the filter changes, and only then", async () => {
    const table = await tableOf(shops);
    const north = await describeTable(table, { corrections: { filter: values(1, "north") } });
    const south = await describeTable(table, { corrections: { filter: values(1, "south") }, earlier: north });
    expect(south.facts[2]).toMatchObject({ min: "0", max: "295" });
    const again = await describeTable(table, { corrections: { filter: values(1, "south") }, earlier: south });
    expect(again.facts[2]).toBe(south.facts[2]);
    expect(cellsOf(table)).toHaveLength(121);
  });
});

describe("rows of a range", () => {
  it("are those of numbers from one to another, both included, whatever the decimal sign", async () => {
    const text = `n;v\n${Array.from({ length: 20 }, (_, i) => `${i},5;${i}`).join("\n")}\nx;20\n;21\n`;
    expect(await columnOf(text, range(0, 16.5, null), 1)).toEqual(["16", "17", "18", "19"]);
    expect(await columnOf(text, range(0, 3.5, 5.5), 1)).toEqual(["3", "4", "5"]);
    const { decisions } = await prepared(shops, range(2, null, 90), { duplicateTimes: "first" });
    expect(decisions.map(inEnglish)[1]).toMatch(/“sales” is at most 90: \d+\u00a0rows of 121\.$/);
  });

  it("are those of dates, the last day with all its hours", async () => {
    const text = `at,v\n${Array.from({ length: 96 }, (_, i) => `${new Date(Date.UTC(2024, 1, 28, i)).toISOString().slice(0, 16).replace("T", " ")},${i}`).join("\n")}\n`;
    const to = boundOf("2024-02-29", true, "to");
    expect(await columnOf(text, range(0, boundOf("2024-02-28 22:00", true, "from"), to), 1)).toEqual(
      Array.from({ length: 26 }, (_, i) => String(22 + i)),
    );
    expect(boundText(to ?? 0, true, "to")).toBe("2024-02-29");
    expect(boundOf("2024-02", true, "to")).toBe(to);
    expect(boundOf("2024-02", true, "from")).toBe(Date.UTC(2024, 1, 1));
    expect(boundOf("2024-02-30", true, "to")).toBeNull();
  });
});

describe("another table for a network of some rows", () => {
  const second = async (first: ExampleData, text: string) => {
    const trained = trainedOn(first);
    if (!trained) throw new Error("It is of a table.");
    return secondTable(await describedOf(text), trained, {}, startBreathing());
  };

  it("goes through the same filter, which is said", async () => {
    const first = await prepared(shops, values(1, "south"));
    const { data, columns, notes } = await second(first, shops);
    expect(columns).toContainEqual(expect.objectContaining({ name: "shop", part: "filter", found: 1 }));
    expect(notes.map(inEnglish)).toEqual([
      "Only the rows are read in which “shop” has the value “south”: 60\u00a0rows of 121.",
    ]);
    if (data?.kind !== "series") throw new Error("It is read.");
    expect(data.targets).toEqual(first.targets);
    expect(data.times).toEqual(first.times);
  });

  it("is read whole where it has no such column", async () => {
    const first = await prepared(shops, values(1, "south"));
    const alone = `day,sales\n${Array.from({ length: 20 }, (_, i) => `${dayOf(i)},${5 * i}`).join("\n")}\n`;
    const { data, problems, notes } = await second(first, alone);
    expect(problems).toEqual([]);
    expect(notes.map(inEnglish)).toEqual([expect.stringContaining("“shop”, which the file does not have")]);
    expect(data?.kind === "series" && timesOf(data).length).toBe(20);
  });

  it("has nothing to be answered where none of its rows is left", async () => {
    const first = await prepared(shops, values(1, "south"));
    const { data, problems } = await second(first, shops.replaceAll("south", "west"));
    expect(data).toBeNull();
    expect(problems.map(inEnglish)).toEqual(["The file has nothing that the network could read."]);
  });
});
