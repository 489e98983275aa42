/** Tables as people keep them, and what is proposed for each: a kind of trouble each. */
import { describe, expect, it } from "vitest";
import { identityOf, type Message, message } from "../../words/message";
import { atOnce } from "../inTurns";
import { numericColumn } from "./columnValues";
import { describeTable } from "./describeTable";
import type { ForecastTarget, Unfit } from "./forecastColumns";
import { listedNames, listedParts } from "./listed";
import { nothingToAsk } from "./nothingToAsk";
import { askTable } from "./prepareTable";
import { problemsOf } from "./problemsOf";
import { proposalFor } from "./proposal";
import { readTable } from "./readTable";
import { describedOf, sourceOf, timesOf, utf8 } from "./testing";
import { timeSpacing } from "./timeSpacing";

const rowsOf = (count: number, row: (i: number) => string) =>
  Array.from({ length: count }, (_, i) => row(i)).join("\n");
const wave = (i: number, period: number) => (50 + 20 * Math.sin((2 * Math.PI * i) / period)).toFixed(1);
const at = (i: number, stepMinutes: number) => new Date(Date.UTC(2024, 0, 1) + i * stepMinutes * 60_000);
const day = (i: number) => at(i, 1440).toISOString().slice(0, 10);
const minuteOf = (date: Date) => date.toISOString().slice(0, 16).replace("T", " ");
const random = (i: number) => ((i * 7919) % 101) / 100 - 0.5;
const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** The columns that are not read, each with the reason. */
const notRead = (...columns: readonly (readonly [string, Exclude<Unfit, "binary">])[]) =>
  message("table.notInputs", {
    columns: listedParts(columns.map(([column, why]) => message("table.notInput", { column, why }))),
  });

/** What a user is shown who accepts everything. */
async function proposed(text: string) {
  const described = await describedOf(text);
  const { questions, options } = atOnce(proposalFor(described));
  const [question] = questions;
  const { names } = described.table;
  const outcome = await askTable(described, question, options);
  const { data, decisions } = outcome;
  const shared = {
    rows: described.table.rowCount,
    names,
    decisions,
    problems: problemsOf(described, options, outcome),
  };
  if (question?.kind !== "forecast") throw new Error(`It is asked to ${question?.kind}.`);
  const spacing = timeSpacing(described, question.time);
  return {
    ...shared,
    targets: question.targets.map((column) => names[column]),
    inputs: question.inputs.map((column) => names[column]),
    time: question.time.map((column) => names[column]),
    spacing: spacing && `${spacing.count} ${spacing.unit}`,
    season: question.period,
    window: question.window,
    calendar: question.calendar,
    values: Array.from(numericColumn(described, question.targets[0]).values),
    times: data?.kind === "series" ? timesOf(data) : [],
    trainRows: data?.kind === "series" ? data.trainRows : 0,
    future: data?.kind === "series" ? data.futureRows : 0,
  };
}

describe("time in several columns", () => {
  const daily = { spacing: "1 hour", season: 24, problems: [] };

  it("is joined of year, month, day and hour", async () => {
    const rows = rowsOf(240, (i) => {
      const date = at(i, 60);
      return `${i + 1},${date.getUTCFullYear()},${date.getUTCMonth() + 1},${date.getUTCDate()},${date.getUTCHours()},${wave(i, 24)}`;
    });
    const found = await proposed(`No,year,month,day,hour,load\n${rows}`);
    expect(found).toMatchObject({ ...daily, targets: ["load"], inputs: [], rows: 240 });
    expect(found).toMatchObject({
      time: ["year", "month", "day", "hour"],
      calendar: ["hourOfDay", "dayOfWeek"],
    });
    expect([found.times[0], found.times[30]]).toEqual(["2024-01-01 00:00", "2024-01-02 06:00"]);
    expect(found.decisions).toContainEqual(
      message("table.timeJoinedEvery", {
        columns: listedNames(["year", "month", "day", "hour"]),
        spacing: message("table.spacing", { count: 1, unit: "hour" }),
      }),
    );
  });

  it("is joined of year and month, of few rows as well", async () => {
    const rows = rowsOf(10, (i) => `2022,${i + 1},${100 + ((i * 3) % 7)}`);
    const found = await proposed(`year,month,sales\n${rows}`);
    expect(found).toMatchObject({
      time: ["year", "month"],
      spacing: "1 month",
      targets: ["sales"],
      season: null,
    });
  });

  it("is joined of a date and a time of day, also where a decimal comma stands beside them", async () => {
    const rows = rowsOf(240, (i) => `${minuteOf(at(i, 60)).replace(" ", ",")},${wave(i, 24)}`);
    expect(await proposed(`date,time,load\n${rows}`)).toMatchObject({
      ...daily,
      time: ["date", "time"],
      targets: ["load"],
    });
    const points = rowsOf(336, (i) => {
      const [date, time] = minuteOf(at(i, 60)).split(" ");
      return `${date.split("-").reverse().join("/")};${time.replace(":", ".")}.00;${wave(i, 24).replace(".", ",")}`;
    });
    const air = await proposed(`Date;Time;CO\n${points}`);
    expect(air).toMatchObject({ ...daily, time: ["Date", "Time"], targets: ["CO"] });
    expect(air.times[25]).toBe("2024-01-02 01:00");
  });

  it("is joined of a date and the number of an hour, beside parts that the date has already", async () => {
    const rows = rowsOf(240, (i) => {
      const date = at(i, 60);
      return `${i + 1},${day(Math.floor(i / 24))},${date.getUTCMonth() + 1},${date.getUTCHours()},${date.getUTCDay()},${((i * 7) % 11) / 10},${wave(i, 24)}`;
    });
    const found = await proposed(`instant,dteday,mnth,hr,weekday,hum,cnt\n${rows}`);
    expect(found).toMatchObject({
      ...daily,
      time: ["dteday", "hr"],
      targets: ["cnt"],
      inputs: ["weekday", "hum"],
    });
    expect(found.decisions).toContainEqual(notRead(["instant", "counter"], ["mnth", "constant"]));
  });
});

describe("a time of day without a date", () => {
  const clock = (count: number) =>
    rowsOf(count, (i) => `${at(i, 10).toISOString().slice(11, 16)},${wave(i, 7.5)}`);

  it("is the time of one day, and of no more", async () => {
    expect(await proposed(`clock,load\n${clock(140)}`)).toMatchObject({
      time: ["clock"],
      spacing: "10 minute",
      calendar: [],
    });
    expect(await proposed(`clock,load\n${clock(300)}`)).toMatchObject({
      time: [],
      spacing: null,
      inputs: [],
    });
  });
});

describe("time in other ways of writing", () => {
  it.each<[string, number, (i: number) => string, string, number | null, string]>([
    ["an offset", 240, (i) => `${minuteOf(at(i, 60))}:00+02`, "1 hour", 24, "2024-01-01 00:00:00+02"],
    ["half hours", 600, (i) => minuteOf(at(i, 30)), "30 minute", 48, "2024-01-01 00:00"],
    ["quarters of an hour", 600, (i) => minuteOf(at(i, 15)), "15 minute", 96, "2024-01-01 00:00"],
    ["10 minutes", 600, (i) => minuteOf(at(i, 10)), "10 minute", 144, "2024-01-01 00:00"],
    ["months as Jan-49", 72, (i) => `${months[i % 12]}-${49 + Math.floor(i / 12)}`, "1 month", 12, "Jan-49"],
    [
      "months as 2013-06",
      72,
      (i) => `${2013 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, "0")}`,
      "1 month",
      12,
      "2013-01",
    ],
    ["quarters", 40, (i) => `${2013 + (i >> 2)} Q${(i % 4) + 1}`, "1 quarter", 4, "2013 Q1"],
    ["weeks", 40, (i) => `2013-W${String(i + 1).padStart(2, "0")}`, "1 week", null, "2013-W01"],
    ["seconds since 1970", 240, (i) => `${at(i, 60).getTime() / 1000}`, "1 hour", 24, "2024-01-01 00:00"],
    [
      "seconds and milliseconds",
      240,
      (i) => `${at(i, 60).getTime() / (i < 40 ? 1000 : 1)}`,
      "1 hour",
      24,
      "2024-01-01 00:00",
    ],
    ["years with a fraction", 120, (i) => (1950 + i / 12).toFixed(3), "1 month", 12, "1950.000"],
    [
      "fractions that come and go",
      240,
      (i) => `${minuteOf(at(i, 60))}:00${i % 3 ? "" : ".5"}`,
      "1 hour",
      24,
      "2024-01-01 00:00:00.5",
    ],
    [
      "am and pm",
      240,
      (i) => at(i, 60).toLocaleString("en-US", { timeZone: "UTC" }).replace(",", ""),
      "1 hour",
      24,
      "1/1/2024 12:00:00 AM",
    ],
  ])("%s", async (_, count, timeOf, spacing, season, first) => {
    const rows = rowsOf(count, (i) => `${timeOf(i)},${wave(i, season ?? 7.5)}`);
    const found = await proposed(`timestamp year,load\n${rows}`);
    expect(found).toMatchObject({ time: ["timestamp year"], targets: ["load"], spacing, rows: count });
    if (season !== null) expect(found.season).toBe(season);
    expect(found.times[0]).toBe(first);
    expect(found.problems).toEqual([]);
  });

  it("says windows in the table's own steps", async () => {
    const found = await proposed(`at,load\n${rowsOf(600, (i) => `${minuteOf(at(i, 30))},${wave(i, 48)}`)}`);
    const halfHour = message("table.spacing", { count: 30, unit: "minute" });
    const ofADay = message("table.stepsOfLasting", {
      steps: 48,
      spacing: halfHour,
      duration: message("table.duration", { value: 24, unit: "hour" }),
    });
    expect(found.decisions).toContainEqual(
      message("table.forecastNext", { targets: listedNames(["load"]), step: halfHour, window: ofADay }),
    );
    expect(found.decisions).toContainEqual(message("table.season", { steps: ofADay }));
  });
});

describe("the same time twice", () => {
  const price = (i: number) => [10, 11, 12, 13][i % 4] + (i % 3);

  it.each([
    ["seconds", "timestamp", (i: number) => `${at(i, 1440).getTime() / 1000}`],
    ["a year with a fraction", "decimal_year", (i: number) => (2024 + i / 366).toFixed(4)],
    // A spreadsheet has rounded the milliseconds.
    ["a spoilt clock", "unix", (i: number) => (i < 22 ? `${at(i, 1440).getTime() / 1000}` : "1.70E+12")],
  ])("is read once: %s", async (_, name, clock) => {
    const found = await proposed(
      `${name},date,price\n${rowsOf(30, (i) => `${clock(i)},${day(i)},${price(i)}`)}`,
    );
    expect(found).toMatchObject({
      time: ["date"],
      targets: ["price"],
      inputs: [],
      spacing: "1 day",
      problems: [],
    });
    expect(found.decisions).toContainEqual(notRead([name, "anotherTime"]));
  });

  it("takes the finer of two, where the coarser repeats", async () => {
    const rows = rowsOf(240, (i) => `${day(Math.floor(i / 24))},${at(i, 60).getTime()},${wave(i, 24)}`);
    expect(await proposed(`date,timestamp,load\n${rows}`)).toMatchObject({
      time: ["timestamp"],
      spacing: "1 hour",
    });
  });

  it("is no input where it is a number of hours", async () => {
    const rows = rowsOf(60, (i) => `${day(i)},${(24.5 * i).toFixed(1)},${(i * 5) % 7},${wave(i, 9.3)}`);
    expect(await proposed(`date,elapsed,rain,temperature\n${rows}`)).toMatchObject({
      targets: ["temperature"],
      inputs: ["rain"],
    });
  });
});

describe("files as other programs save them", () => {
  it("has a day and its hour in ten digits, which are no seconds since 1970", async () => {
    const cell = (i: number) => at(i, 60).toISOString().slice(0, 13).replace(/[-T]/g, "");
    const rows = rowsOf(240, (i) => `433;${cell(i)};${wave(i, 24)}`);
    const found = await proposed(`STATIONS_ID;MESS_DATUM;TT_TU\n${rows}`);
    expect(found).toMatchObject({ time: ["MESS_DATUM"], spacing: "1 hour", season: 24, problems: [] });
    expect(found.times.at(-1)).toBe("2024011023");
  });

  it("has minutes and seconds in twelve and fourteen digits", async () => {
    for (const [length, step] of [
      [16, 1],
      [19, 1 / 6],
    ]) {
      const cell = (i: number) => at(i, step).toISOString().slice(0, length).replace(/[-T:]/g, "");
      const text = `stamp,v\n${rowsOf(90, (i) => `${cell(i)},${wave(i, 9.7)}`)}`;
      expect(await proposed(text)).toMatchObject({
        time: ["stamp"],
        spacing: step === 1 ? "1 minute" : "10 second",
      });
    }
  });

  it("says when something began and when it ended: the first is the time", async () => {
    const clock = (i: number) => at(i, 60).toISOString().slice(11, 16);
    const row = (i: number) =>
      `${at(i, 60).toISOString().slice(0, 10)},${clock(i)},${clock(i).slice(0, 3)}59,${wave(i, 24)}`;
    expect(await proposed(`DATE,START TIME,END TIME,USAGE\n${rowsOf(240, row)}`)).toMatchObject({
      time: ["DATE", "START TIME"],
      spacing: "1 hour",
      problems: [],
    });
  });

  it("says how long something took beside a date with its time of day", async () => {
    const row = (i: number) =>
      `${at(i, 1437).toISOString().slice(0, 19).replace("T", " ")},00:${30 + (i % 20)}:0${i % 10},5:${10 + (i % 40)},${wave(i, 9)}`;
    expect(await proposed(`Date,Time,Avg Pace,Max HR\n${rowsOf(90, row)}`)).toMatchObject({ time: ["Date"] });
  });

  it("has a remark on each payment, and the amounts are what is forecast", async () => {
    const date = (i: number) => day(i).split("-").reverse().join(".");
    const row = (i: number) =>
      `${date(i)};Payment no ${i} of this year;${["A", "B", "C"][(i * 7) % 3]};${wave(i, 9.7).replace(".", ",")}`;
    expect(await proposed(`Buchungstag;Zweck;Art;Betrag\n${rowsOf(120, row)}`)).toMatchObject({
      time: ["Buchungstag"],
      targets: ["Betrag"],
    });
  });

  it("has a table of its own above, wider than the one that is meant", async () => {
    const above = "Id;Type;From;To;Unit;Step\n123;curve;01/01/2023;15/01/2023;W;30\n";
    const rows = rowsOf(96, (i) => `${at(i, 30).toISOString().slice(0, 19)};${wave(i, 48)}`);
    const found = await proposed(`${above}Time;Value\n${rows}`);
    expect(found).toMatchObject({ names: ["Time", "Value"], rows: 96, spacing: "30 minute" });
    expect(found.problems).toMatchObject([{ kind: "rowsOutside", row: 3 }]);
  });

  it("has pages of settings above, some as wide as the table", async () => {
    const above = "Separator\tTab\nDate\t2023/01/05\n***\t\nSamples\t30\t30\nX0\t0.0\t0.0\nDelta\t0.1\t0.1\n";
    const rows = rowsOf(60, (i) => `${(i / 10).toFixed(1)}\t${wave(i, 9)}\t${wave(i, 7)}`);
    const found = await proposed(`${above}X_Value\tA\tB\n${rows}`);
    expect(found).toMatchObject({ names: ["X_Value", "A", "B"], rows: 60, time: ["X_Value"], inputs: ["A"] });
  });

  it("has rows without names, of which the first column is a clock", async () => {
    const row = (i: number) => [1.7e12 + i * 60_000, wave(i, 9), `${(i * 7) % 11}`];
    const text = `[${Array.from({ length: 90 }, (_, i) => JSON.stringify(row(i))).join(",")}]`;
    expect(await proposed(text)).toMatchObject({ time: ["#1"], spacing: "1 minute", inputs: ["#2"] });
  });

  it("has lists of pairs in an object, as prices beside their times", async () => {
    const pair = (i: number) => JSON.stringify([1.7e12 + i * 3_600_000, Number(wave(i, 24))]);
    const text = `{"prices":[${Array.from({ length: 90 }, (_, i) => pair(i)).join(",")}]}`;
    expect(await proposed(text)).toMatchObject({
      time: ["#1"],
      targets: ["#2"],
      spacing: "1 hour",
      problems: [],
    });
  });

  it("has an object of records by their dates, the newest first", async () => {
    const record = (i: number) =>
      `"${day(89 - i)}":{"1. open":"${wave(i, 7)}","4. close":"${wave(i, 9)}","5. volume":"${(i * 7919) % 10007}"}`;
    const all = Array.from({ length: 90 }, (_, i) => record(i)).join(",");
    const found = await proposed(`{"Meta Data":{"Symbol":"X"},"Time Series (Daily)":{${all}}}`);
    expect(found).toMatchObject({
      names: ["#1", "1. open", "4. close", "5. volume"],
      rows: 90,
      time: ["#1"],
      targets: ["4. close"],
      spacing: "1 day",
    });
  });

  it("has comments of as many cells above its names", async () => {
    const above =
      "#group,false,false,true\n#datatype,dateTime,double,string\n#default,,,\n,_time,_value,host\n";
    const rows = rowsOf(120, (i) => `,${at(i % 60, 5).toISOString()},${wave(i, 12)},${i < 60 ? "a" : "b"}`);
    const found = await proposed(`${above}${rows}`);
    expect(found).toMatchObject({ names: ["#1", "_time", "_value", "host"], rows: 120, time: ["_time"] });
  });

  it("has a series each row, which all end where they end", async () => {
    const columns = Array.from({ length: 60 }, (_, i) => `"V${i + 1}"`).join(",");
    const row = (k: number) =>
      [
        `"M${k + 1}"`,
        ...Array.from({ length: 59 }, (_, i) => (i < 30 + ((k * 7) % 29) ? `"${wave(i + k, 12)}"` : "")),
      ].join(",");
    const found = await proposed(`${columns}\n${rowsOf(30, row)}`);
    expect(found).toMatchObject({ names: ["V1", "step", "value"], time: ["step"], targets: ["value"] });
  });

  it("marks what is preliminary, and what is not there, as offices of statistics do", async () => {
    const years = Array.from({ length: 28 }, (_, i) => `${1995 + i} `);
    const cell = (g: number, i: number) =>
      i < 2 ? ": " : `${1000 + 100 * g + 3 * i}.${(i * 7) % 10} ${(i + g) % 4 ? "" : "bp"[i % 2]}`;
    const rows = rowsOf(8, (g) => [`A,MIO,G${g}`, ...years.map((_, i) => cell(g, i))].join("\t"));
    const found = await proposed(`freq,unit,geo\\TIME\t${years.join("\t")}\n${rows}`);
    expect(found).toMatchObject({ time: ["year"], targets: ["value"], rows: 224 });
    expect(found.problems.map(({ kind }) => kind)).not.toContain("invalidCells");
    expect(found.values.filter(Number.isNaN)).toHaveLength(16);
    expect(found.values[2]).toBe(1006.4);
  });

  it.each([
    ["in English", (i: number) => `Tue, ${at(i, 1440).toUTCString().slice(5, 16)}`],
    ["in Chinese, behind", (i: number) => `${day(i)}（周${"一二三四五六日"[i % 7]}）`],
    ["in Japanese", (i: number) => `${day(i).replaceAll("-", "/")}(${"月火水木金土日"[i % 7]})`],
    ["in German, cut off", (i: number) => `Mo. ${day(i).split("-").reverse().join(".")}`],
  ])("has a day of the week beside the date: %s", async (_, cell) => {
    const text = `Day;v\n${rowsOf(60, (i) => `${cell(i)};${wave(i, 9.7)}`)}`;
    expect(await proposed(text)).toMatchObject({ time: ["Day"], spacing: "1 day" });
  });
});

describe("numbers that cannot be read as they are written", () => {
  const lines = (names: string, cell: (i: number) => string) =>
    `${names}\n${rowsOf(40, (i) => `${i},${cell(i)},${i % 3 ? "up" : "down"}`)}`;
  const problemOf = async (text: string) => {
    const described = await describedOf(text);
    const found = described.preview.problems.filter(({ kind }) => kind === "unreadNumbers");
    const asked = atOnce(proposalFor(described)).questions.map(({ kind }) => kind);
    return { described, found, asked, why: nothingToAsk(described.preview) };
  };

  it("are said where the decimal sign changes from row to row, with both places", async () => {
    const cell = (i: number) => `${i}${i % 4 ? "." : ","}${25 + i}`;
    const { found, why } = await problemOf(`v;w\n${rowsOf(40, (i) => `${cell(i)};x${i}`)}`);
    const said = message("table.bothDecimals", {
      column: "v",
      cell: "0,25",
      row: 2,
      pointed: "1.26",
      pointedRow: 3,
    });
    expect(found).toMatchObject([{ severity: "warns", column: "v", row: 2, message: said }]);
    expect(why).toEqual(said);
  });

  it.each([
    ["brackets", (i: number) => `"[${i}, 2.5, ${3 * i}]"`, "[0, 2.5, 0]"],
    ["semicolons", (i: number) => `"${i};2.5;${3 * i};7;8"`, "0;2.5;0;7;8"],
    ["spaces", (i: number) => `${i} 2.5 ${3 * i} 7 8`, "0 2.5 0 7 8"],
    [
      "different lengths",
      (i: number) =>
        `"(${Array(2 + (i % 5))
          .fill(0.5)
          .join(",")})"`,
      "(0.5,0.5)",
    ],
  ])("are said where cells hold lists, which are no text: %s", async (_, cell, first) => {
    const { described, found, asked } = await problemOf(lines("n,values,label", cell));
    expect(described.table.names).toEqual(["n", "values", "label"]);
    expect(found).toMatchObject([{ column: "values", row: 2, message: { values: { cell: first } } }]);
    expect(asked).not.toContain("classifyText");
  });

  it.each([
    ["telephone numbers", (i: number) => `030 ${200 + i} 45 67`],
    ["addresses", (i: number) => `192.168.0.${i}`],
    ["words with numbers", (i: number) => `page ${i}, line 2, 3, 4`],
    ["dates", (i: number) => `2024 01 ${10 + (i % 15)}`],
  ])("are none of these: %s", async (_, cell) => {
    expect((await problemOf(lines("n,what,label", (i) => `"${cell(i)}"`))).found).toEqual([]);
  });
});

describe("elapsed time", () => {
  const third = (i: number, digits: number) => (i / 3).toFixed(digits);
  it.each([
    ["thirds to three places", "Elapsed time,force", (i: number) => third(i, 3)],
    ["thirds to two places, with a unit", "t [s],force", (i: number) => third(i, 2)],
    ["sevenths to one place", "time_s,force", (i: number) => (i / 7).toFixed(1)],
    ["a clock that trembles", "Time (ms),force", (i: number) => (20 * i + ((i * 7919) % 13) / 10).toFixed(2)],
    ["a clock without a name for it", "x,force", (i: number) => third(i, 3)],
    ["a German clock", "Zeit (s),Kraft", (i: number) => third(i, 3)],
    ["a Chinese clock", "时间（秒）,力", (i: number) => third(i, 3)],
  ])("is the time, and no input: %s", async (_, names, clock) => {
    const [time, force] = names.split(",");
    const text = `${names},other\n${rowsOf(200, (i) => `${clock(i)},${wave(i, 9.7)},${wave(i, 14.3)}`)}`;
    const found = await proposed(text);
    expect(found).toMatchObject({ time: [time], inputs: [force], targets: ["other"] });
    // Rounding makes no step longer than another.
    expect(found.problems).toEqual([]);
  });

  it("is said to have a gap where there is one", async () => {
    const rows = rowsOf(200, (i) => `${((i < 90 ? i : i + 40) / 7).toFixed(1)},${wave(i, 9.7)}`);
    expect((await proposed(`t,v\n${rows}`)).problems).toMatchObject([
      { kind: "unevenTimes", row: 92, count: 1 },
    ]);
  });

  it("is no input beside a date", async () => {
    const rows = rowsOf(90, (i) => `${day(i)},${i * i + 3 * i},${wave(i, 9.7)}`);
    expect(await proposed(`date,run_time,v\n${rows}`)).toMatchObject({ time: ["date"], inputs: [] });
  });

  it("is measured where it does not rise", async () => {
    const rows = rowsOf(90, (i) => `${day(i)},${(3 + random(i)).toFixed(2)},${wave(i, 9.7)}`);
    expect(await proposed(`date,run_time,v\n${rows}`)).toMatchObject({ inputs: ["run_time"] });
  });
});

describe("what is forecast", () => {
  it.each<[string, string, readonly ((i: number) => string)[], string, ForecastTarget["reason"] | null]>([
    [
      "the last column of numbers",
      "noise,other,third",
      [(i) => `${random(i)}`, (i) => `${random(3 * i)}`, (i) => wave(i, 7)],
      "third",
      "last",
    ],
    [
      "the one whose name says so",
      "visitors,noise",
      [(i) => wave(i, 7), (i) => `${random(i)}`],
      "visitors",
      "name",
    ],
    [
      "of several such names the last one that says nothing else",
      "price,sales,sales_tax",
      [(i) => `${random(i)}`, (i) => wave(i, 7), (i) => `${random(i)}`],
      "sales",
      null,
    ],
    [
      "a close before a volume",
      "open,close,volume",
      [(i) => `${random(i)}`, (i) => wave(i, 7), (i) => `${random(i)}`],
      "close",
      null,
    ],
    ["no counter", "load,step_no", [(i) => wave(i, 7), (i) => `${3 * i}`], "load", null],
    ["no constant", "reading,version", [(i) => wave(i, 7), () => "2"], "reading", null],
    [
      "no part of the date",
      "reading,month,weekday",
      [(i) => wave(i, 7), (i) => `${1 + (Math.floor(i / 30) % 12)}`, (i) => `${i % 7}`],
      "reading",
      null,
    ],
    [
      "no place or telephone number",
      "reading,lat,phone",
      [(i) => wave(i, 7), (i) => `${48 + random(i)}`, (i) => `${5550000 + ((i * 77) % 991)}`],
      "reading",
      null,
    ],
    [
      "no yes or no",
      "reading,holiday",
      [(i) => wave(i, 7), (i) => `${Number(i % 9 === 0)}`],
      "reading",
      null,
    ],
    [
      "what is there, before what is mostly missing",
      "reading,extra",
      [(i) => wave(i, 7), (i) => (i % 5 ? "" : `${random(i)}`)],
      "reading",
      null,
    ],
    ["a counter where there is nothing else", "counted", [(i) => `${3 * i}`], "counted", null],
  ])("%s", async (_, names, columns, target, reason) => {
    const rows = rowsOf(120, (i) => [day(i), ...columns.map((cell) => cell(i))].join(","));
    const found = await proposed(`date,${names}\n${rows}`);
    expect(found.targets).toEqual([target]);
    if (reason)
      expect(found.decisions).toContainEqual(message("table.guessedTarget", { column: target, reason }));
  });

  it("reads neither what is constant nor what is mostly missing", async () => {
    const rows = rowsOf(120, (i) => `${day(i)},2,${i % 5 ? "" : (i * i) % 13},${random(i)},${wave(i, 7)}`);
    const found = await proposed(`date,version,extra,rain,load\n${rows}`);
    expect(found).toMatchObject({ targets: ["load"], inputs: ["rain"], season: 7 });
    expect(found.decisions).toContainEqual(notRead(["version", "constant"], ["extra", "mostlyMissing"]));
  });
});

describe("a table that does not begin in row 1, or end in the last", () => {
  const weekly = rowsOf(60, (i) => `${day(7 * i)},${20 + ((i * 3) % 5)}`);
  const outside = (found: Awaited<ReturnType<typeof proposed>>) =>
    found.problems.filter(({ kind }) => kind === "rowsOutside").map(({ message }) => message);

  const namesIn = (from: number, to: number, ...leftOut: readonly Message[]) =>
    message("table.rowsOutside", { hasNames: true, from, to, leftOut });

  it("has a title and an empty line above", async () => {
    const found = await proposed(`Report: weekly visits\n\nWeek,visits\n${weekly}`);
    expect(found).toMatchObject({
      rows: 60,
      names: ["Week", "visits"],
      spacing: "1 week",
      targets: ["visits"],
    });
    expect(outside(found)).toEqual([
      namesIn(3, 3, message("table.rowsAbove", { rows: 1, text: "Report: weekly visits" })),
    ]);
    expect(found.decisions[0]).toMatchObject({ key: "table.readFrom", values: { namesRow: 3 } });
    expect(found.times[0]).toBe("2024-01-01");
  });

  it("has a line for the spreadsheet above, of which nothing needs to be said", async () => {
    const rows = rowsOf(30, (i) => `${day(i).split("-").reverse().join(".")};${5 + ((i * 3) % 7)},${i % 10}`);
    const found = await proposed(`sep=;\nday;temp\n${rows}`);
    expect(found).toMatchObject({ rows: 30, names: ["day", "temp"], spacing: "1 day", problems: [] });
    expect(found.values.slice(0, 3)).toEqual([5, 8.1, 11.2]);
  });

  it("has comments above, of which the last may have the names", async () => {
    const found = await proposed(`# measured on the roof\n# by hand\nday,load\n${weekly}`);
    expect(found).toMatchObject({ rows: 60, names: ["day", "load"] });
    const named = await proposed(`# measured on the roof\n# day,load\n${weekly}`);
    expect(named).toMatchObject({ rows: 60, names: ["day", "load"] });
  });

  it("has names and values above", async () => {
    const rows = rowsOf(40, (i) => `${day(i)},${i % 7},${(i * 3) % 11},${i % 3},${(i * 5) % 13}`);
    const found = await proposed(
      `"Station","Roof",,,\n"Updated","2024-05-01",,,\n\ndate,a,b,c,load\n${rows}`,
    );
    expect(found).toMatchObject({ rows: 40, names: ["date", "a", "b", "c", "load"], targets: ["load"] });
    expect(outside(found)).toEqual([
      namesIn(4, 4, message("table.rowsAbove", { rows: 2, text: "Station, Roof" })),
    ]);
  });

  it("has names in several rows", async () => {
    const rows = rowsOf(40, (i) => `${day(i)},${10 + (i % 7)},${11 + (i % 5)},${(i * 37) % 101}`);
    const stock = await proposed(`Price,Close,High,Volume\nTicker,ABC,ABC,ABC\nDate,,,\n${rows}`);
    expect(stock).toMatchObject({
      rows: 40,
      names: ["Date", "Close", "High", "Volume"],
      targets: ["Close"],
      time: ["Date"],
    });
    expect(outside(stock)).toEqual([namesIn(1, 3)]);
    const two = await proposed(`Price,Close,Close,Volume\nTicker,ABC,XYZ,ABC\nDate,,,\n${rows}`);
    expect(two.names).toEqual(["Date", "Close ABC", "Close XYZ", "Volume ABC"]);
    const units = await proposed(`date,temp,wind,load\n,°C,m/s,MW\n${rows}`);
    expect(units).toMatchObject({ rows: 40, names: ["date", "temp (°C)", "wind (m/s)", "load (MW)"] });
  });

  it("has a source or a sum below", async () => {
    const monthly = rowsOf(72, (i) => `${months[i % 12]}-${49 + Math.floor(i / 12)},${wave(i, 12)}`);
    const found = await proposed(`Month,passengers\n${monthly}\n,\nPassengers per month (thousands),\n`);
    expect(found).toMatchObject({ rows: 72, season: 12, spacing: "1 month" });
    expect(outside(found)).toEqual([
      namesIn(1, 1, message("table.rowsBelow", { rows: 2, text: "Passengers per month (thousands)" })),
    ]);
    const single = await proposed(
      `Month,passengers\n${monthly}\n\nInternational passengers: monthly totals\n`,
    );
    expect(single).toMatchObject({ rows: 72 });
    expect(single.problems.map(({ kind }) => kind)).toEqual(["rowsOutside"]);
    const sum = await proposed(`Month,passengers\n${monthly}\nTotal,3600\n`);
    expect(sum).toMatchObject({ rows: 72 });
  });

  it("has sums below whose name stands in a column of words, before the values", async () => {
    const of = (region: string, level: number) =>
      rowsOf(
        48,
        (i) =>
          `${region};${String((i % 12) + 1).padStart(2, "0")}.${2018 + Math.floor(i / 12)};${level}.${100 + i},50`,
      );
    const found = await proposed(
      `Region;Monat;Umsatz\n${of("Nord", 8)}\n${of("Ost", 2)}\nSumme;;123456,00\nQuelle: Controlling;;\n`,
    );
    expect(found).toMatchObject({ rows: 96, targets: ["Umsatz"], time: ["Monat"] });
    expect(found.values[0]).toBe(8100.5);
    expect(outside(found)).toEqual([
      namesIn(1, 1, message("table.rowsBelow", { rows: 2, text: "Summe, 123456,00" })),
    ]);
  });

  it("says its years with two letters, beside month, day and hour", async () => {
    const rows = rowsOf(240, (i) => {
      const date = new Date(Date.UTC(2022, 4, 1, i));
      return [
        date.getUTCFullYear(),
        date.getUTCMonth() + 1,
        date.getUTCDate(),
        date.getUTCHours(),
        wave(i, 24),
      ].join(" ");
    });
    expect(await proposed(`YY MM DD hh WTMP\n${rows}`)).toMatchObject({
      rows: 240,
      spacing: "1 hour",
      targets: ["WTMP"],
      time: ["YY", "MM", "DD", "hh"],
    });
  });

  it("keeps rows that only look empty: a mistake, a missing value, a time alone", async () => {
    expect(await proposed(`week,visits\n${weekly}\noops,20`)).toMatchObject({ rows: 61 });
    expect(await proposed(`week,visits\n${weekly}\n,20`)).toMatchObject({ rows: 61 });
    expect(await proposed(`week,visits\n2023-12-25,\n${weekly}\n${day(420)},`)).toMatchObject({ rows: 62 });
  });

  it("is read as somebody says instead", async () => {
    const text = `Report: weekly visits\n\nWeek,visits\n${weekly}\n,\nSource: us,`;
    const first = await describedOf(text, { format: { header: true, skipped: 0, headerRows: 1 } });
    expect(first.table.names).toEqual(["Report: weekly visits", "#2"]);
    expect(first.table.rowCount).toBe(61);
    const none = await describedOf(text, { format: { header: false, skipped: 2, footer: true } });
    expect([none.table.names, none.table.rowCount]).toEqual([["#1", "#2"], 62]);
    expect(none.preview.rowNumbers.slice(0, 2)).toEqual([4, 5]);
    expect(none.preview.head.slice(0, 3)).toEqual([
      { number: 1, cells: ["Report: weekly visits"] },
      { number: 3, cells: ["Week", "visits"] },
      { number: 4, cells: [day(0), "20"] },
    ]);
  });

  it("numbers its rows as a spreadsheet does, empty lines and all", async () => {
    const rows = rowsOf(30, (i) => `${i < 2 ? "\n" : ""}${day(i)},${i === 2 ? "oops" : i % 7}`);
    const described = await describedOf(`date,x\n${rows}`);
    const wrong = described.preview.problems.find(({ kind }) => kind === "invalidCells");
    const row = described.preview.rows.findIndex((cells) => cells.includes("oops"));
    expect(wrong?.row).toBe(6);
    expect(described.preview.rowNumbers[row]).toBe(6);
  });
});

it("numbers that could be a thousand times as large are said to be, with both readings at hand", async () => {
  const text = `month;sales\n${rowsOf(24, (i) => `2024-${String((i % 12) + 1).padStart(2, "0")};${100 + i}.${i % 2 ? "000" : "500"}`)}`;
  const [thousands, decimals] = [
    { decimal: ",", thousands: "." },
    { decimal: ".", thousands: "" },
  ] as const;
  const isSaid = (value: number) => ({
    kind: "doubtfulNumbers",
    severity: "warns",
    row: 2,
    column: "sales",
    message: message("table.doubtfulNumbers", {
      cell: "100.500",
      columns: message("table.names", { names: ["sales"], more: 0 }),
      value,
    }),
    choices: [
      {
        label: message("table.readNumberAs", { value: 100.5 }),
        change: { kind: "format", format: decimals },
      },
      {
        label: message("table.readNumberAs", { value: 100_500 }),
        change: { kind: "format", format: thousands },
      },
    ],
  });
  const first = await describedOf(text);
  expect(first.preview.problems).toMatchObject([isSaid(100_500)]);
  expect(first.preview.problems[0].choices.map(({ chosen }) => chosen)).toEqual([false, true]);
  expect(first.preview.columns[1]).toMatchObject({ type: { kind: "number" }, max: "123.000" });
  const other = await describedOf(text, { format: decimals });
  expect(other.preview.problems).toMatchObject([isSaid(100.5)]);
  expect(other.preview.problems[0].choices.map(({ chosen }) => chosen)).toEqual([true, false]);
});

describe("quotes", () => {
  const messages = [
    "see you",
    "win a prize now",
    "at home already",
    "free gift today",
    "call me",
    "ask again",
  ];
  const lines = (first: string, third: string) =>
    rowsOf(
      36,
      (i) => `${i % 3 ? "spam" : "ham"}\t${i === 0 ? first : i === 2 ? third : `${messages[i % 6]} ${i}`}`,
    );

  it("are characters where as signs around cells they join rows", async () => {
    // Closed two rows later; never closed, many times.
    for (const text of [
      lines('"ok see you', 'she said "no"'),
      rowsOf(36, (i) => `ham\t${i % 3 ? "" : '"'}${messages[i % 6]} ${i}`),
    ]) {
      const { preview } = await describedOf(text);
      expect(preview).toMatchObject({ rowCount: 36, format: { quote: "", header: false } });
      expect(preview.rows[0][1]).toMatch(/^"(ok )?see you/);
      const [problem] = preview.problems;
      expect(problem).toMatchObject({
        kind: "quotesAsCharacters",
        severity: "warns",
        choices: [{ label: message("table.quotesEnclose") }],
      });
      expect(problem.choices[0].change).toEqual({ kind: "format", format: { quote: '"' } });
    }
    const back = await describedOf(lines('"ok see you', 'she said "no"'), { format: { quote: '"' } });
    expect(back.preview.rowCount).toBe(34);
    expect(back.preview.problems[0]).toMatchObject({
      kind: "joinedLines",
      row: 1,
      message: message("table.joinedLines", { lines: 2, row: 1 }),
      choices: [{ label: message("table.quotesAreCharacters") }],
    });
  });

  it("enclose cells that hold line ends and delimiters where the rows are even so", async () => {
    const text = `text,label\n${rowsOf(30, (i) => `"${messages[i % 6]}, and\nso on, ${i}",${i % 2 ? "a" : "b"}`)}`;
    const { preview } = await describedOf(text);
    expect(preview).toMatchObject({ rowCount: 30, format: { quote: '"', delimiter: "," } });
    expect(preview.problems).toEqual([]);
  });

  it("that join rows further down are told of", async () => {
    const before = rowsOf(20_000, (i) => `ham\t${messages[i % 6]} ${i}`);
    const text = `${before}\n${lines('"ok see you', 'she said "no"')}`;
    const read = await readTable(sourceOf(utf8(text), [10_000]), { sampleBytes: 10_000 });
    if (!read.ok) throw new Error(identityOf(read.problem));
    const { preview } = await describeTable(read.value);
    expect(preview).toMatchObject({ rowCount: 20_034, format: { quote: '"' } });
    expect(preview.problems[0]).toMatchObject({
      kind: "joinedLines",
      row: 20_001,
      choices: [{ label: message("table.quotesAreCharacters") }],
    });
  });

  it("that join lines without a delimiter are only mentioned", async () => {
    const text = `day,note,load\n${rowsOf(30, (i) => `${day(i)},"${i}\nand",${i % 7}`)}`;
    const found = await proposed(text);
    expect(found.problems).toEqual([]);
    expect(found.decisions[0]).toMatchObject({ key: "table.readFrom", values: { joinedLines: 30 } });
  });
});

describe("numbers with something around them", () => {
  it("are read where most of a column has them, and the rule is said", async () => {
    const weeks = rowsOf(60, (i) => `${day(7 * i)},${i % 7 === 3 ? "<1" : 20 + (i % 5)}`);
    const visits = await proposed(`week,visits\n${weeks}`);
    expect(visits).toMatchObject({ rows: 60, targets: ["visits"], problems: [] });
    expect(visits.values.slice(0, 5)).toEqual([20, 21, 22, 1, 24]);
    const rules = [message("table.boundRead", { sign: "<" })];
    const columns = listedParts([message("table.signsIn", { column: "visits", rules })]);
    expect(visits.decisions).toContainEqual(message("table.signs", { columns }));
    const units = rowsOf(
      60,
      (i) => `${day(i)},${(100 + (i % 9)).toFixed(2)}K,${(((i * 7) % 20) / 10 - 1).toFixed(1)}%`,
    );
    const stock = await proposed(`date,volume,change\n${units}`);
    expect(stock).toMatchObject({ targets: ["volume"], inputs: ["change"], problems: [] });
    expect(stock.values.slice(0, 2)).toEqual([100_000, 101_000]);
  });

  it("are read where somebody says that they are numbers", async () => {
    const text = `day,size\n${rowsOf(20, (i) => `${day(i)},${i % 3 ? `${i}K` : "large"}`)}`;
    const words = await describedOf(text);
    expect(words.interpretation.types[1].kind).not.toBe("number");
    const { preview } = await describedOf(text, { types: { 1: { kind: "number" } } });
    expect(preview.columns[1]).toMatchObject({
      type: { kind: "number", signs: { suffixes: ["K"] } },
      invalid: 7,
    });
  });

  it("says so where no cell is of the type that was chosen", async () => {
    const text = `name,x\n${rowsOf(20, (i) => `${["Anna", "Ben"][i % 2]},${i}`)}`;
    const { preview } = await describedOf(text, { types: { 0: { kind: "date", order: "iso" } } });
    expect(preview.problems[0].message).toEqual(
      message("table.invalidCells", {
        column: "name",
        count: 20,
        expected: "date",
        everyCell: true,
        cell: "Anna",
        row: 2,
        how: "missing",
      }),
    );
  });
});

describe("rows at the end whose target is empty", () => {
  const month = (i: number) => `${2018 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, "0")}`;
  const table = (count: number, sales: (i: number) => string) =>
    `month,price,sales\n${rowsOf(count, (i) => `${month(i)},${10 + (i % 4)},${sales(i)}`)}`;

  it("are the future: counted, but neither filled in nor held out", async () => {
    const found = await proposed(table(84, (i) => (i < 72 ? wave(i, 12) : "")));
    expect(found).toMatchObject({
      targets: ["sales"],
      inputs: ["price"],
      season: 12,
      window: 12,
      future: 12,
      trainRows: 58,
    });
    expect([found.times.length, found.times[71]]).toEqual([72, "2023-12"]);
    expect(found.problems).toEqual([]);
    expect(found.decisions).toContainEqual(
      message("table.futureRows", { rows: 12, first: "2024-01", targets: listedNames(["sales"]) }),
    );
    const months = (value: number) => message("table.duration", { value, unit: "month" });
    expect(found.decisions).toContainEqual(
      message("table.lastHeldOut", { heldOut: months(14), first: "2022-11", train: months(58) }),
    );
  });

  it("are not empty cells within, and not a column without any value", async () => {
    const found = await proposed(table(72, (i) => (i === 40 || i === 71 ? "" : wave(i, 12))));
    expect(found).toMatchObject({ future: 1 });
    expect(found.problems).toMatchObject([{ kind: "missingValues", count: 1, row: 42 }]);
    expect(found.decisions).toContainEqual(
      message("table.futureRow", { place: "2023-12", targets: listedNames(["sales"]) }),
    );
  });

  it("may stand anywhere in the file, as long as they are the latest", async () => {
    const text = table(84, (i) => (i < 72 ? wave(i, 12) : ""));
    const [header, ...rows] = text.split("\n");
    const found = await proposed([header, ...rows.reverse()].join("\n"));
    expect(found).toMatchObject({ future: 12, trainRows: 58 });
    expect(found.times[71]).toBe("2023-12");
  });
});

describe("a number that stands for no value", () => {
  const co = (i: number) => (2 + ((i * 7) % 10) / 10).toFixed(1);
  const asked = (found: Awaited<ReturnType<typeof proposed>>) =>
    found.problems.filter(({ kind }) => kind === "sentinel");

  it("is asked about, and missing with one click", async () => {
    const text = `date,co\n${rowsOf(60, (i) => `${day(i)},${i % 6 === 4 ? "-999" : co(i)}`)}`;
    const [problem, ...others] = asked(await proposed(text));
    expect(others).toEqual([]);
    expect(problem).toMatchObject({
      severity: "warns",
      column: "co",
      count: 10,
      row: 6,
      message: message("table.sentinel", { cell: "-999", count: 10, columns: listedNames(["co"]), row: 6 }),
      choices: [{ label: message("table.treatAsMissing", { cell: "−999" }), chosen: false }],
    });
    const { change } = problem.choices[0];
    if (change.kind !== "format") throw new Error("It is a matter of the format.");
    const { preview } = await describedOf(text, { format: change.format });
    expect(preview.columns[1]).toMatchObject({ missing: 10, min: "2.0", max: "2.9" });
    expect(preview.problems).toEqual([]);
  });

  it("is asked about once for all columns, however it is written", async () => {
    const rows = rowsOf(
      80,
      (i) => `${day(i)},${i % 9 ? co(i) : "-200"},${i % 8 ? 900 + 5 * ((i * 7) % 31) : "-200.0"},${i}`,
    );
    const [problem, ...others] = asked(await proposed(`date,co,sensor,n\n${rows}`));
    expect(others).toEqual([]);
    expect(problem.message).toMatchObject({
      key: "table.sentinel",
      values: { cell: "-200", count: 19, columns: listedNames(["co", "sensor"]) },
    });
    expect(problem.choices[0].change).toMatchObject({
      format: { missing: expect.arrayContaining(["-200", "-200.0"]) },
    });
  });

  it.each<[string, (i: number) => string]>([
    ["a high one", (i) => (i % 6 === 4 ? "1e31" : co(i))],
    ["nines near the rest", (i) => (i % 6 === 4 ? "9999" : `${3000 + 50 * ((i * 7) % 31)}`)],
  ])("is found: %s", async (_, value) => {
    expect(asked(await proposed(`date,v\n${rowsOf(60, (i) => `${day(i)},${value(i)}`)}`))).toHaveLength(1);
  });

  it.each<[string, (i: number) => string]>([
    ["a single peak", (i) => (i === 30 ? "999" : co(i))],
    ["nothing on closed days", (i) => (i % 7 > 4 ? "0" : `${1000 + ((i * 7) % 31)}`)],
    ["a limit that is reached", (i) => `${Math.min(99, 3 * ((i * 7) % 41))}`],
    ["few kinds of values", (i) => ["1", "2", "500"][i % 3]],
    ["a bound", (i) => (i % 7 === 3 ? "<2" : `${200 + ((i * 7) % 5)}`)],
  ])("is not: %s", async (_, value) => {
    expect(asked(await proposed(`date,v\n${rowsOf(60, (i) => `${day(i)},${value(i)}`)}`))).toEqual([]);
  });
});

describe("when", () => {
  it.each(["Hour Ending", "HE", "hour_ending"])("may be a date and the hour that ends: %s", async (name) => {
    const rows = rowsOf(240, (i) => `${day(Math.floor(i / 24))},${(i % 24) + 1},${wave(i, 24)}`);
    const found = await proposed(`Date,${name},load\n${rows}`);
    expect(found).toMatchObject({ time: ["Date", name], spacing: "1 hour", season: 24, targets: ["load"] });
    expect([found.times[0], found.times[23]]).toEqual(["2024-01-01 01:00", "2024-01-02 00:00"]);
  });

  it("is no duration beside dates that are all different", async () => {
    const pace = (i: number) => `0${4 + (i % 2)}:${String((7 * i) % 60).padStart(2, "0")}`;
    const rows = (name: string) =>
      `date,${name},km\n${rowsOf(120, (i) => `${day(i)},${pace(i)},${wave(i, 7)}`)}`;
    expect(await proposed(rows("pace"))).toMatchObject({ time: ["date"], spacing: "1 day", season: 7 });
    expect(await proposed(rows("time"))).toMatchObject({ time: ["date", "time"] });
  });

  it("stands across: such series are forecast, whatever words stand beside them", async () => {
    const names = Array.from({ length: 40 }, (_, i) => `d_${i + 1}`).join();
    const shops = rowsOf(8, (r) => {
      const [shop, state] = [`shop_${r}`, r % 2 ? "CA" : "TX"];
      return `${shop},${state},${Array.from({ length: 40 }, (_, i) => wave(i + r, 7))}`;
    });
    const found = await proposed(`id,state,${names}\n${shops}`);
    expect(found).toMatchObject({ targets: ["value"], time: ["step"], rows: 320 });
  });
});
