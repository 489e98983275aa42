import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { decodeCheckpoint } from "../src/engine/train/decodeCheckpoint";
import { main } from "./accuracy";
import type { TableAnswer } from "./accuracy/tableAnswer";

let folder: string;
const said = vi.spyOn(console, "log");
const complained = vi.spyOn(console, "error");

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "accuracy-"));
});
afterAll(() => rm(folder, { recursive: true }));
beforeEach(() => {
  said.mockReset().mockImplementation(() => {});
  complained.mockReset().mockImplementation(() => {});
});

const inFolder = (name: string) => path.join(folder, name);

async function file(name: string, content: string | Uint8Array): Promise<string> {
  await writeFile(inFolder(name), content);
  return inFolder(name);
}

const csv = (header: string, rows: readonly (readonly (string | number)[])[]) =>
  `${[header, ...rows.map((row) => row.join(","))].join("\n")}\n`;

/** What is printed, which is one object and nothing else. */
async function answered(place: string, ...options: readonly string[]): Promise<TableAnswer> {
  const code = await main(["--table", place, "--json", ...options]);
  expect({ code, complaints: complained.mock.calls }).toEqual({ code: 0, complaints: [] });
  expect(said).toHaveBeenCalledTimes(1);
  return JSON.parse(said.mock.calls[0][0]);
}

/** The one line that it is refused with. */
async function refused(argv: readonly string[]): Promise<string> {
  expect(await main([...argv])).toBe(2);
  expect(said).not.toHaveBeenCalled();
  expect(complained).toHaveBeenCalledTimes(1);
  const [line] = complained.mock.calls[0];
  expect(line).not.toMatch(/\n/);
  return line;
}

const day = (i: number) => new Date(Date.UTC(2024, 0, 1 + i)).toISOString().slice(0, 10);
const week = [10, 12, 15, 13, 11, 30, 28];
/** Ten weeks, each a little different. */
const visits = Array.from({ length: 70 }, (_, i) => week[i % 7] + (i % 3));
const visitsTable = csv(
  "day,visits",
  visits.map((value, i) => [day(i), value]),
);

describe("a daily series with a week in it", () => {
  it("is forecast, and compared with the last value and the last week", async () => {
    const answer = await answered(await file("visits.csv", visitsTable), "--seconds", "0");
    expect(answer).toMatchObject({
      file: "visits.csv",
      rows: 70,
      question: {
        kind: "forecast",
        targets: ["visits"],
        inputs: ["visits"],
        id: null,
        time: ["day"],
        spacing: "day",
        season: 7,
        lookback: 7,
        horizon: 1,
        form: "value",
      },
      sequences: 1,
      // The last 14 rows are held out. Of 49 windows before them 7 validate, and 7 between share rows with both.
      parts: { train: 35, validation: 7, heldOut: 14 },
      asks: [],
      problems: [],
      network: null,
    });
    expect(answer.decisions).toContain("Forecast: “visits”, one day ahead, from the previous 7 days.");
    const errors = (ago: number) => visits.slice(56).map((value, i) => value - visits[56 + i - ago]);
    const mean = (values: readonly number[]) => values.reduce((a, b) => a + b) / values.length;
    const expected = (name: string, ago: number) => ({
      name,
      rmse: expect.closeTo(Math.sqrt(mean(errors(ago).map((error) => error ** 2))), 4),
      mae: expect.closeTo(mean(errors(ago).map(Math.abs)), 4),
    });
    const [last, season, drift, always] = answer.baselines;
    expect([last, season]).toEqual([expected("last value", 1), expected("last season", 7)]);
    const usual = mean(visits.slice(0, 56));
    const squares = visits.slice(56).map((value) => (value - usual) ** 2);
    expect(always).toMatchObject({ name: "mean", rmse: expect.closeTo(Math.sqrt(mean(squares)), 4) });
    expect(drift.name).toBe("drift");
  });

  it("is read of one shop alone, or of some days, where that is asked for", async () => {
    const shops = csv(
      "day,shop,visits",
      visits.flatMap((value, i) => [
        [day(i), "a", value],
        [day(i), "b", 3 * i],
      ]),
    );
    const place = await file("shops.csv", shops);
    const ofShop = await answered(place, "--seconds", "0", "--where", "shop=a");
    expect(ofShop).toMatchObject({ rows: 70, question: { id: null, targets: ["visits"], season: 7 } });
    expect(ofShop.decisions[1]).toBe(
      "Only the rows are read in which “shop” has the value “a”: 70 rows of 140.",
    );
    said.mockClear();
    const ofWeeks = await answered(place, "--seconds", "0", "--where", "shop=a", "--every", "week,sum");
    expect(ofWeeks).toMatchObject({ rows: 10, question: { spacing: "week" } });
    expect(ofWeeks.decisions[2]).toMatch(/^Even steps \(week\): 70 rows become 10 steps, each with the sum/);
    said.mockClear();
    const ofDays = await answered(place, "--seconds", "0", "--where", `day=${day(10)}..`);
    expect(ofDays).toMatchObject({ rows: 120, question: { id: "shop" } });
  });

  it("trains a network, and keeps it", async () => {
    const place = await file("visits.csv", visitsTable);
    const kept = inFolder("visits.checkpoint");
    const { network, baselines } = await answered(place, "--seconds", "0.1", "--cell", "rnn", "--save", kept);
    expect(network).toEqual({ name: "network", rmse: expect.any(Number), mae: expect.any(Number) });
    expect(baselines).toHaveLength(4);
    const { step, config } = decodeCheckpoint(await readFile(kept));
    expect(step).toBeGreaterThan(0);
    expect(config.cell).toBe("rnn");
  });

  it("is said in words without --json", async () => {
    expect(await main(["--table", await file("visits.csv", visitsTable), "--seconds", "0"])).toBe(0);
    expect(said.mock.calls.map(([line]) => line)).toEqual([
      "visits.csv: gru, H = 32, T = 7, B = 16, rate 0.003, 0 steps in 0 s",
      expect.stringMatching(
        /visits, 14 forecasts: RMSE .*\n.*the strongest baseline, seasonal, better by .*\n.*same as the last value: RMSE .*\n.*last season/,
      ),
    ]);
  });
});

describe("sequences in long form", () => {
  const steps = (label: (sequence: number, t: number) => string) =>
    csv(
      "sequence_id,t,x,label",
      Array.from({ length: 100 }, (_, i) => [
        Math.floor(i / 5),
        i % 5,
        (i * 7) % 13,
        label(Math.floor(i / 5), i % 5),
      ]),
    );

  it("are classified by their id", async () => {
    const place = await file(
      "gestures.csv",
      steps((sequence) => (sequence % 4 === 0 ? "wave" : "nod")),
    );
    const answer = await answered(place, "--seconds", "0");
    expect(answer).toMatchObject({
      rows: 100,
      question: {
        kind: "classify",
        targets: ["label"],
        inputs: ["x"],
        id: "sequence_id",
        time: ["t"],
        spacing: null,
        season: null,
        lookback: null,
        horizon: null,
      },
      sequences: 20,
      // A fifth of 15 nods and of 5 waves.
      parts: { heldOut: 4 },
      baselines: [{ name: "majority class", accuracy: 0.75 }],
      network: null,
    });
    expect(answer.parts.train + answer.parts.validation).toBe(16);
  });

  it("whose label changes are labelled at every step", async () => {
    const place = await file(
      "phases.csv",
      steps((_, t) => (t < 3 ? "rest" : "move")),
    );
    const { question, sequences, baselines } = await answered(place, "--seconds", "0");
    expect(question).toMatchObject({ kind: "label", targets: ["label"], id: "sequence_id", lookback: null });
    expect(sequences).toBe(20);
    expect(baselines).toEqual([{ name: "majority class", accuracy: 0.6 }]);
  });
});

it("tells what the page would ask first, with both readings", async () => {
  const counted = csv(
    "a,b,v",
    Array.from({ length: 200 }, (_, i) => [Math.floor(i / 20) + 1, i % 20, (i * i * 7919) % 101]),
  );
  const { question, asks } = await answered(await file("counted.csv", counted), "--seconds", "0");
  expect(question).toMatchObject({ kind: "forecast", id: "a", time: ["b"] });
  expect(asks).toEqual([
    {
      text: "Several series, or one?",
      readings: [
        { text: "A series for each “a”", chosen: true },
        { text: "All rows form one series", chosen: false },
      ],
    },
  ]);
});

it("tells what is wrong with the cells, with the row of the file", async () => {
  const cells = visits.map(String);
  cells[3] = "oops";
  cells[20] = "oops";
  cells[60] = "";
  const rows = cells.map((cell, i) => [day(i), cell]);
  rows[50] = [...rows[50], "more"];
  const answer = await answered(await file("faulty.csv", csv("day,visits", rows)), "--seconds", "0");
  expect(answer.problems).toEqual([
    {
      kind: "raggedRows",
      row: 52,
      column: null,
      count: 1,
      text: expect.stringMatching(/^1 row does not have 2 cells; the first is row 52, with 3\./),
    },
    {
      kind: "invalidCells",
      row: 5,
      column: "visits",
      count: 2,
      text: "Column “visits”: 2 cells are not numbers; the first is “oops” in row 5. They count as missing.",
    },
    {
      kind: "missingValues",
      row: 5,
      column: "visits",
      count: 3,
      text: expect.stringMatching(/^Column “visits”: 3 values are missing; the first is in row 5\./),
    },
  ]);
  // Row 60 is carried from the row before, and is nothing that a forecast could be measured on.
  const carried = visits.with(60, visits[59]);
  const errors = carried.flatMap((value, i) =>
    i >= 56 && i !== 60 ? [Math.abs(value - carried[i - 1])] : [],
  );
  expect(answer.baselines[0]).toMatchObject({
    name: "last value",
    mae: expect.closeTo(errors.reduce((a, b) => a + b) / 13, 4),
  });
});

describe("in one line, with exit code 2, it refuses", () => {
  const png = Uint8Array.from("\x89PNG\r\n\x1a\n", (c) => c.charCodeAt(0));

  it.each([
    ["a text", "poem.txt", "Shall I compare thee\nto a summer's day?\n", /“poem.txt” is read as a text/],
    ["a picture by another name", "photo.csv", png, /“photo.csv” is a picture/],
    ["bytes that are no text", "dump.csv", "day,visits\n2024-01-01,1\0\n", /NUL/],
    ["an empty file", "empty.csv", "", /“empty.csv” is empty/],
    ["a header alone", "header.csv", "day,visits\n", /a header with 2 columns, but no rows/],
    ["too few rows", "short.csv", "day,visits\n2024-01-01,1\n", /too few rows/],
    ["a table of words", "words.csv", csv("a", [["x y z"], ["u v w"], ["r s t"]]), /Nothing can be asked/],
  ])("%s", async (_, name, content, reason) => {
    expect(await refused(["--table", await file(name, content), "--json", "--seconds", "0"])).toMatch(reason);
  });

  it.each([
    [
      "a file that is not there",
      ["--table", "nowhere.csv", "--json"],
      /“nowhere.csv” could not be read \(ENOENT/,
    ],
    ["--json without a table", ["--json"], /one --table/],
    ["--json with two", ["--json", "--table", "a.csv", "--table", "b.csv"], /one --table/],
    ["--json with samples", ["--json", "--table", "a.csv", "--only", "weather"], /one --table/],
    ["an unknown option", ["--table", "a.csv", "--sesons", "3"], /Unknown option '--sesons'/],
    ["rows of no table", ["--where", "shop=a"], /--where and --every are of the rows of a table/],
    ["no time", ["--seconds", "soon"], /--seconds: “soon” is no time/],
    ["an unknown cell", ["--cell", "tree"], /“Cell” \(cell\) has to be one of gru, gruResetBefore, /],
    ["an unknown sample", ["--only", "weather,wether"], /there is no wether\. There are: pictures/],
    ["to keep several runs", ["--only", "echo,adding", "--save", "a.checkpoint"], /--save keeps one run/],
  ])("%s", async (_, argv, reason) => {
    expect(await refused(argv)).toMatch(reason);
  });

  it("rows by a column that is not there", async () => {
    const argv = ["--table", await file("visits.csv", visitsTable), "--seconds", "0"];
    expect(await refused([...argv, "--where", "shop=a"])).toMatch(/“shop=a” names no column of the table/);
    complained.mockClear();
    expect(await refused([...argv, "--where", "day=monday.."])).toMatch(/“monday” is no date/);
    complained.mockClear();
    expect(await refused([...argv, "--every", "moon"])).toMatch(/“moon” is no spacing/);
  });

  it("a run that cannot be written", async () => {
    const place = await file("visits.csv", visitsTable);
    const nowhere = inFolder("nowhere/visits.checkpoint");
    const argv = ["--table", place, "--json", "--seconds", "0", "--save", nowhere];
    expect(await refused(argv)).toMatch(/visits\.checkpoint” could not be written \(ENOENT/);
  });
});
