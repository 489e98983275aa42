/** Files as programs, devices and offices save them: what each is taken for as it is opened, and what is proposed for it. */
import { describe, expect, it } from "vitest";
import { identityOf, message } from "../../words/message";
import { kindOfFile } from "../fileKind";
import { atOnce } from "../inTurns";
import { idName } from "./columnsOf";
import { numericColumn } from "./columnValues";
import { describeAsRead } from "./describeAsRead";
import { askTable } from "./prepareTable";
import { problemsOf } from "./problemsOf";
import { proposalFor } from "./proposal";
import { readTable } from "./readTable";
import { timesOf, utf8 } from "./testing";
import { timeSpacing } from "./timeSpacing";

const rowsOf = (count: number, row: (i: number) => string) =>
  Array.from({ length: count }, (_, i) => row(i)).join("\n");
const wave = (i: number, period: number) => 50 + 20 * Math.sin((2 * Math.PI * i) / period);
const at = (i: number, stepMinutes: number) => new Date(Date.UTC(2024, 0, 1) + i * stepMinutes * 60_000);
const minuteOf = (date: Date) => date.toISOString().slice(0, 16).replace("T", " ");

/** What a user is shown who opens a file and accepts everything. */
async function opened(name: string, content: string | Uint8Array<ArrayBuffer>) {
  const file = new File([typeof content === "string" ? utf8(content) : content], name);
  expect(await kindOfFile(file)).toBe("table");
  const read = await readTable(file);
  if (!read.ok) throw new Error(identityOf(read.problem));
  const described = await describeAsRead(read.value);
  const { questions, options } = atOnce(proposalFor(described));
  const [question] = questions;
  const outcome = await askTable(described, question, options);
  const { names } = described.table;
  const nameOf = (column: number) => names[column];
  const time = "time" in question ? question.time : [];
  const ids = "id" in question ? question : { id: null };
  const spacing = timeSpacing(described, time, ids);
  const isForecast = question.kind === "forecast";
  const targets = isForecast ? question.targets : [question.label];
  const { data } = outcome;
  return {
    kind: question.kind,
    rows: described.table.rowCount,
    names,
    id: ids.id === null ? null : idName(names, ids),
    time: time.map(nameOf),
    spacing: spacing && `${spacing.count} ${spacing.unit}`,
    targets: targets.map(nameOf),
    season: isForecast ? question.period : null,
    values: isForecast ? Array.from(numericColumn(described, targets[0]).values) : [],
    times: data?.kind === "series" ? timesOf(data) : [],
    problems: problemsOf(described, options, outcome).map(({ kind }) => kind),
    decisions: outcome.decisions.map(identityOf),
    question,
    described,
  };
}

describe("texts of aligned columns", () => {
  const seconds = (i: number) => (i / 128).toFixed(3);
  const signal = (i: number) => (wave(i, 40) / 100).toFixed(3);

  it("have names of several words, with units below them", async () => {
    const names = "   Elapsed time       ECG I      ECG II\n        seconds        (mV)        (mV)\n";
    const row = (i: number) =>
      `${seconds(i).padStart(15)}${signal(i).padStart(12)}${signal(i + 9).padStart(12)}`;
    const found = await opened("record.txt", `${names}${rowsOf(200, row)}\n`);
    expect(found).toMatchObject({
      rows: 200,
      names: ["Elapsed time", "ECG I", "ECG II"],
      time: ["Elapsed time"],
      targets: ["ECG II"],
      season: 40,
    });
    expect(found.values.slice(0, 2)).toEqual([Number(signal(9)), Number(signal(10))]);
  });

  it("have names in quotes, tabs or not", async () => {
    const names = "'Sample time' 'Air temp' p\n'[s]' '[deg C]' '[hPa]'\n";
    const row = (i: number) => `${10 * i} ${wave(i, 12).toFixed(1)} ${1000 + (i % 7)}`;
    expect(await opened("log.txt", `${names}${rowsOf(60, row)}\n`)).toMatchObject({
      rows: 60,
      names: ["Sample time (s)", "Air temp (deg C)", "p (hPa)"],
    });
  });

  it("have dates in five columns, below two comments, and words for what is missing", async () => {
    const names = "#YY  MM DD hh mm  WSPD  WTMP\n#yr  mo dy hr mn  m/s   degC\n";
    const row = (i: number) => {
      const [date, clock] = at(i, 60).toISOString().split("T");
      const speed = i % 9 === 4 ? "MM" : (wave(i, 7) / 10).toFixed(1);
      return `${date.replaceAll("-", " ")} ${clock.slice(0, 2)} 00 ${speed.padStart(5)} ${wave(i, 24).toFixed(1)}`;
    };
    const found = await opened("buoy.txt", `${names}${rowsOf(240, row)}\n`);
    expect(found).toMatchObject({
      rows: 240,
      time: ["YY (yr)", "MM (mo)", "DD (dy)", "hh (hr)", "mm (mn)"],
      spacing: "1 hour",
      targets: ["WTMP (degC)"],
      season: 24,
      problems: ["rowsOutside", "missingValues"],
    });
    expect(found.times[25]).toBe("2024-01-02 01:00");
  });

  it("have a preamble, or the factor that all numbers were divided by, above", async () => {
    const row = (i: number) =>
      `${at(i, 1440).toISOString().slice(0, 10).replaceAll("-", "")}  ${wave(i, 7).toFixed(1)} ${i % 5}`;
    const station = `STATION: 1234\nUNITS: mm\n\nDATE   TMAX RAIN\n${rowsOf(70, row)}\n`;
    expect(await opened("station.txt", station)).toMatchObject({
      rows: 70,
      names: ["DATE", "TMAX", "RAIN"],
      spacing: "1 day",
      targets: ["RAIN"],
      season: 5,
    });
    const matrix = `   1.0e+03 *\n\n${rowsOf(50, (i) => `   ${(i / 1000).toFixed(4)}    ${(wave(i, 5) / 1000).toFixed(4)}`)}\n`;
    expect(await opened("matrix.txt", matrix)).toMatchObject({ rows: 50, problems: ["rowsOutside"] });
  });
});

describe("what loggers save", () => {
  it("has two blocks of settings, and a name more than columns (LabVIEW)", async () => {
    const settings = (decimal: string) =>
      `LabVIEW Measurement\t\nSeparator\tTab\nDecimal_Separator\t${decimal}\nDate\t2024/01/05\n***End_of_Header***\t\n\t\nChannels\t2\t\t\nSamples\t200\t200\t\nY_Unit_Label\tVolts\tVolts\t\nX0\t0${decimal}0E+0\t0${decimal}0E+0\t\nDelta_X\t0${decimal}010000\t0${decimal}010000\t\n***End_of_Header***\t\t\t\nX_Value\tVoltage_0\tVoltage_1\tComment\n`;
    for (const decimal of [".", ","]) {
      const row = (i: number) =>
        [i / 100, wave(i, 40), wave(i + 3, 40)]
          .map((value) => value.toFixed(6).replace(".", decimal))
          .join("\t");
      const text = `${settings(decimal)}${rowsOf(200, row)}\n`;
      for (const name of ["run.lvm", "run.txt"]) {
        const found = await opened(name, text);
        expect(found).toMatchObject({
          rows: 200,
          names: ["X_Value", "Voltage_0", "Voltage_1"],
          time: ["X_Value"],
          problems: ["rowsOutside"],
        });
        expect(found.described.preview.rows[0][2]).toBe(wave(3, 40).toFixed(6).replace(".", decimal));
      }
    }
  });

  it("has a line of its own above names, units and what was done with the values (Campbell)", async () => {
    const above =
      '"TOA5","CR1000","CR1000","12345","OS.32","CPU:a.CR1","4567","Hourly"\n"TIMESTAMP","RECORD","AirTC","RH"\n"TS","RN","Deg C","%"\n"","","Avg","Smp"\n';
    const row = (i: number) => `"${minuteOf(at(i, 60))}:00",${i},${wave(i, 24).toFixed(2)},${40 + (i % 2)}`;
    const found = await opened("station.dat", `${above}${rowsOf(240, row)}\n`);
    expect(found).toMatchObject({
      rows: 240,
      names: ["TIMESTAMP", "RECORD", "AirTC (Deg C) (Avg)", "RH (%) (Smp)"],
      time: ["TIMESTAMP"],
      spacing: "1 hour",
      season: 24,
      problems: ["rowsOutside"],
    });
  });
});

describe("names over several rows", () => {
  it("tell columns apart, with an empty row among them (Japan's office of meteorology)", async () => {
    const above =
      ",東京,東京,東京,大阪,大阪,大阪\n年月日,平均気温(℃),平均気温(℃),平均気温(℃),平均気温(℃),平均気温(℃),平均気温(℃)\n,,,,,,\n,,品質情報,均質番号,,品質情報,均質番号\n";
    const row = (i: number) => {
      const date = at(i, 1440);
      return `${date.getUTCFullYear()}/${date.getUTCMonth() + 1}/${date.getUTCDate()},${wave(i, 7).toFixed(1)},8,1,${wave(i, 7).toFixed(1)},8,1`;
    };
    expect(
      await opened("data.csv", `ダウンロードした時刻：2024/05/01\n\n${above}${rowsOf(100, row)}\n`),
    ).toMatchObject({
      rows: 100,
      names: [
        "年月日",
        "東京 平均気温(℃)",
        "東京 平均気温(℃) 品質情報",
        "東京 平均気温(℃) 均質番号",
        "大阪 平均気温(℃)",
        "大阪 平均気温(℃) 品質情報",
        "大阪 平均気温(℃) 均質番号",
      ],
      time: ["年月日"],
      spacing: "1 day",
      season: 7,
      problems: ["rowsOutside"],
    });
    const hourly = `,札幌,札幌,札幌\n年月日時,気温(℃),気温(℃),気温(℃)\n,,,\n,,品質情報,均質番号\n`;
    const hour = (i: number) =>
      `2024/1/${Math.floor(i / 24) + 1} ${i % 24}:00:00,${wave(i, 24).toFixed(1)},8,1`;
    expect(await opened("data.csv", `${hourly}${rowsOf(240, hour)}\n`)).toMatchObject({
      names: ["年月日時", "札幌 気温(℃)", "札幌 気温(℃) 品質情報", "札幌 気温(℃) 均質番号"],
      targets: ["札幌 気温(℃)"],
      season: 24,
    });
  });
});

describe("numbers and dates of other countries", () => {
  it("has pairs of digits before the last three, as in India", async () => {
    const crores = (i: number) => `"1,2${i % 7},34,${String(100 + ((i * 37) % 900))}.50"`;
    const text = `Date,Turnover (₹)\n${rowsOf(70, (i) => `${at(i, 1440).toISOString().slice(0, 10)},${crores(i)}`)}\n`;
    const found = await opened("turnover.csv", text);
    expect(found).toMatchObject({ targets: ["Turnover (₹)"], spacing: "1 day", problems: [] });
    expect(found.values.slice(0, 2)).toEqual([12034100.5, 12134137.5]);
  });

  it.each([
    [
      "buddhist",
      "๐",
      (date: Date) => `${date.getUTCDate()}/${date.getUTCMonth() + 1}/${date.getUTCFullYear() + 543}`,
    ],
    [
      "japanese",
      "0",
      (date: Date) =>
        `令和${date.getUTCFullYear() - 2018}年${date.getUTCMonth() + 1}月${date.getUTCDate()}日`,
    ],
    // The first day of 1403 is 20 March 2024; months of 31 days come first.
    ["solarHijri", "۰", (_: Date, i: number) => `1403/${Math.floor(i / 31) + 1}/${(i % 31) + 1}`],
  ] as const)("has days of another era, which is said: %s", async (era, zero, dateOf) => {
    const digits = (text: string) =>
      text.replace(/\d/g, (digit) => String.fromCharCode(zero.charCodeAt(0) + Number(digit)));
    const value = (i: number) => digits(wave(i, 7).toFixed(1));
    const text = `day,value\n${rowsOf(93, (i) => `${digits(dateOf(at(i, 1440), i))},${value(i)}`)}\n`;
    const found = await opened("days.csv", text);
    expect(found).toMatchObject({
      time: ["day"],
      spacing: "1 day",
      season: 7,
      targets: ["value"],
      problems: [],
    });
    expect(found.values[0]).toBe(Number(wave(0, 7).toFixed(1)));
    const cell = digits(dateOf(at(0, 1440), 0));
    const date = era === "solarHijri" ? "2024-03-20" : "2024-01-01";
    expect(found.decisions).toContain(identityOf(message("table.era", { column: "day", era, cell, date })));
  });

  it("counts days as spreadsheets do, by its name, or where fractions of days go on evenly", async () => {
    const days = `Date,Close\n${rowsOf(70, (i) => `${45292 + i},${wave(i, 7).toFixed(2)}`)}\n`;
    const found = await opened("close.csv", days);
    expect(found).toMatchObject({ time: ["Date"], spacing: "1 day", season: 7 });
    expect(found.times[1]).toBe("2024-01-02");
    const hours = `Timestamp;kWh\n${rowsOf(96, (i) => `${(45292 + i / 24).toFixed(6)};${wave(i, 24).toFixed(2)}`.replaceAll(".", ","))}\n`;
    expect(await opened("meter.csv", hours)).toMatchObject({
      time: ["Timestamp"],
      spacing: "1 hour",
      season: 24,
    });
    const elapsed = `time,v\n${rowsOf(70, (i) => `${45292 + i},${wave(i, 7).toFixed(2)}`)}\n`;
    expect(await opened("elapsed.csv", elapsed)).toMatchObject({ spacing: null });
  });

  it("has spans of time, seconds before 1970, and years and months with their signs", async () => {
    const span = (i: number) => `${minuteOf(at(i, 60))} - ${minuteOf(at(i + 1, 60))}`;
    const load = `MTU (CET),Load\n${rowsOf(96, (i) => `${span(i)},${wave(i, 24).toFixed(0)}`)}\n`;
    expect(await opened("load.csv", load)).toMatchObject({
      time: ["MTU (CET)"],
      spacing: "1 hour",
      season: 24,
    });
    const old = `time,v\n${rowsOf(90, (i) => `${-631152000 + 86400 * i},${wave(i, 7).toFixed(1)}`)}\n`;
    expect((await opened("old.csv", old)).times[0]).toBe("1950-01-01");
    const months = `年,月,売上\n${rowsOf(120, (i) => `${2010 + Math.floor(i / 12)}年,${(i % 12) + 1}月,${wave(i, 12).toFixed(0)}`)}\n`;
    expect(await opened("sales.csv", months)).toMatchObject({
      time: ["年", "月"],
      spacing: "1 month",
      season: 12,
    });
  });
});

describe("rows that are no data", () => {
  const month = (i: number) => `2021-${String((i % 12) + 1).padStart(2, "0")}`;
  const regions = ["North", "South", "East"];

  it("have the names again, in a small file and behind the part that is read as bytes", async () => {
    for (const block of [50, 3000]) {
      const row = (i: number) => `${minuteOf(at(i, 10))},${wave(i, 144).toFixed(2)}`;
      const blocks = [0, 1, 2].map((k) => `time,temp\n${rowsOf(block, (i) => row(k * block + i))}\n`);
      const found = await opened("log.csv", blocks.join(""));
      expect(found).toMatchObject({ rows: 3 * block, spacing: "10 minute", problems: ["rowsOutside"] });
      expect(found.described.table.rowNumber(block)).toBe(block + 3);
      expect(found.values[block]).toBe(Number(wave(block, 144).toFixed(2)));
    }
  });

  it("have names and units again", async () => {
    const block = (k: number) =>
      `t;U\ns;V\n${rowsOf(40, (i) => `${40 * k + i};${wave(40 * k + i, 20).toFixed(2)}`)}\n`;
    const found = await opened("blocks.csv", [0, 1, 2].map(block).join(""));
    expect(found).toMatchObject({
      rows: 120,
      names: ["t (s)", "U (V)"],
      season: 20,
      problems: ["rowsOutside"],
    });
  });

  it("have sums of the rows above", async () => {
    const groups = regions.map(
      (region, k) =>
        `${rowsOf(12, (i) => `${region},${month(i)},${100 * (k + 1) + ((i * 7) % 5)}`)}\n${region} Total,,${5000 * k}`,
    );
    const found = await opened("sales.csv", `Region,Month,Sales\n${groups.join("\n")}\nGrand Total,,9999\n`);
    expect(found).toMatchObject({
      id: "Region",
      time: ["Month"],
      spacing: "1 month",
      problems: ["rowsOutside"],
    });
    expect([found.rows, found.described.table.rowNumber(12)]).toEqual([36, 15]);
    const years = [2020, 2021, 2022].map(
      (year) => `${rowsOf(12, (i) => `${year};${i + 1};${100 + ((i * 7) % 5)}`)}\nSumme ${year};;1224`,
    );
    const yearly = await opened("umsatz.csv", `Jahr;Monat;Umsatz\n${years.join("\n")}\n`);
    expect(yearly).toMatchObject({ rows: 36, time: ["Jahr", "Monat"], spacing: "1 month" });
    const shares = `Sex,Month,Share\n${rowsOf(36, (i) => `${["Total", "Women", "Men"][i % 3]},${month(Math.floor(i / 3))},${(i * 7) % 11}`)}\n`;
    expect((await opened("shares.csv", shares)).problems).not.toContain("rowsOutside");
  });

  it("have the name of their group in its first row alone, as merged cells are saved", async () => {
    const rows = regions.map((region) =>
      rowsOf(12, (i) => `${i === 0 ? region : ""},${month(i)},${(i * 7) % 11}`),
    );
    const found = await opened("merged.csv", `Region,Month,Sales\n${rows.join("\n")}\n`);
    expect(found).toMatchObject({ id: "Region", time: ["Month"], problems: ["filledDown"] });
    expect(found.described.table.columns[0].at(23)).toBe("South");
    const remarks = `Day,Value,Remark\n${rowsOf(60, (i) => `${at(i, 1440).toISOString().slice(0, 10)},${i % 7},${i % 20 === 0 ? "cleaned" : ""}`)}\n`;
    expect((await opened("remarks.csv", remarks)).described.table.columns[2].at(1)).toBe("");
  });
});

describe("what is asked of texts and of what is the same everywhere", () => {
  it("is the mark beside sentences, named or not", async () => {
    const words = ["good", "bad", "fine", "dull", "warm"];
    const sentence = (i: number) => `It was ${words[i % 5]} and ${words[(i * 3) % 5]} on day ${i}.`;
    const bare = await opened("reviews.tsv", `${rowsOf(120, (i) => `${sentence(i)}\t${(i * 7) % 2}`)}\n`);
    expect(bare.question).toMatchObject({ kind: "classifyText", text: 0, label: 1 });
    const named = `id,review,rating\n${rowsOf(120, (i) => `${i},"${sentence(i)}\nEnd, at last.",${1 + (i % 5)}`)}\n`;
    expect((await opened("ratings.csv", named)).question).toMatchObject({
      kind: "classifyText",
      text: 1,
      label: 2,
    });
  });

  it("is no state that all rows have", async () => {
    const row = (i: number) => `${minuteOf(at(i, 15))},${wave(i, 96).toFixed(3)},W`;
    const found = await opened("meter.csv", `Zeit,Verbrauch,Status\n${rowsOf(480, row)}\n`);
    expect(found).toMatchObject({ kind: "forecast", targets: ["Verbrauch"], season: 96 });
  });
});

describe("durations", () => {
  const two = (value: number) => String(value).padStart(2, "0");
  const lasted = (i: number) => 3600 + 60 * ((i * 29) % 50) + ((i * 13) % 60);

  it("are numbers of seconds, forecast or read, and a clock beside days stays one", async () => {
    const clock = (s: number) => `${Math.floor(s / 3600)}:${two(Math.floor(s / 60) % 60)}:${two(s % 60)}`;
    const row = (i: number) => `${at(i, 1440).toISOString().slice(0, 10)},${clock(lasted(i))}`;
    const found = await opened("rides.csv", `date,duration\n${rowsOf(90, row)}\n`);
    expect(found).toMatchObject({ time: ["date"], targets: ["duration"], spacing: "1 day" });
    expect(found.values.slice(0, 3)).toEqual([0, 1, 2].map(lasted));
    const laps = `Lap,Lap Time,Avg HR\n${rowsOf(60, (i) => `${i + 1},4:${two((i * 7) % 60)}.${i % 10},${130 + ((i * 11) % 37)}`)}\n`;
    expect((await opened("laps.csv", laps)).described.interpretation.types[1]).toMatchObject({
      kind: "number",
    });
  });

  it("of laps are how long each took, whatever the column is called, and no time of the table", async () => {
    const lap = (i: number) => 250 + ((i * 37) % 60);
    const said = (s: number) => `${Math.floor(s / 60)}:${two(s % 60)}`;
    const heart = (i: number) => 130 + ((i * 11) % 37);
    for (const [names, more] of [
      ["Laps,Time,Distance,Avg HR", ""],
      ["圈,时间,距离,心率", ""],
      ["Laps,Time,Distance,Avg HR", ".2"],
    ]) {
      const text = `${names}\n${rowsOf(60, (i) => `${i + 1},${said(lap(i))}${i % 3 ? more : ""},1.00,${heart(i)}`)}\n`;
      const found = await opened("laps.csv", text);
      expect(found).toMatchObject({ kind: "forecast", time: [] });
      expect(found.described.interpretation.types[1]).toMatchObject({ signs: { durations: true } });
    }
    const start = (i: number) => minuteOf(at(i, 1440 + ((i * 97) % 300)));
    const rides = `Date,Distance,Calories,Time\n${rowsOf(60, (i) => `${start(i)},${5 + (i % 9)},${400 + heart(i)},0${said(lap(i))}:10`)}\n`;
    const ride = await opened("rides.csv", rides);
    expect(ride.time).toEqual(["Date"]);
    expect(ride.described.interpretation.types[3]).toMatchObject({ signs: { durations: true } });
  });

  it("are none where a clock goes on, or stands beside days", async () => {
    const speed = (i: number) => (wave(i, 24) / 7).toFixed(2);
    const day = await opened(
      "day.csv",
      `Time,Speed\n${rowsOf(90, (i) => `${minuteOf(at(i, 15)).slice(11)},${speed(i)}`)}\n`,
    );
    expect(day.described.interpretation.types[0]).toEqual({ kind: "date", order: "timeOfDay" });
    const days = `Date,Time,Speed\n${rowsOf(60, (i) => `${minuteOf(at(i, 7 * 60)).replace(" ", ",")},${speed(i)}`)}\n`;
    expect((await opened("days.csv", days)).time).toEqual(["Date", "Time"]);
    const meter = `date,time,total\n${rowsOf(96, (i) => `${minuteOf(at(i, 60)).replace(" ", ",")},${wave(i, 24).toFixed(1)}`)}\n`;
    expect(await opened("meter.csv", meter)).toMatchObject({ time: ["date", "time"], spacing: "1 hour" });
  });
});
