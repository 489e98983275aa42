/** Files as programs, devices and offices save them: what each is taken for as it is opened, and what is proposed for it. */
import { describe, expect, it } from "vitest";
import { identityOf } from "../../words/message";
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
      names: ["TIMESTAMP (TS)", "RECORD (RN)", "AirTC (Deg C) (Avg)", "RH (%) (Smp)"],
      time: ["TIMESTAMP (TS)"],
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
