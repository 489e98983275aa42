/** Twelve years of days at a place that does not exist: a yearly wave, weather that lasts for some days, and noise. */
import { Random } from "../../random";
import { message } from "../../words/message";
import type { SeriesData } from "../examples";
import { fewestDigits } from "../fewestDigits";

const days = 12 * 365;
const daysRead = 30;
const daysAhead = 30;
const trainShare = 0.8;
const firstDay = Date.UTC(2001, 0, 1);
const dayMs = 86_400_000;
/** The share of a day's deviation from the season that the next day keeps. */
const persistence = 0.4;

export function weather(): SeriesData {
  const values = temperatures(Random.fromSeed(2001));
  const trainRows = Math.round(trainShare * days);
  const { mean, deviation } = moments(values.subarray(0, trainRows));
  const rows = values.map((value) => (value - mean) / deviation);
  const temperature = { name: message("samples.temperature"), unit: "°C", shift: mean, scale: deviation };
  return {
    kind: "series",
    name: message("samples.weather"),
    sizeBytes: 0,
    decisions: [
      message("samples.weatherMade", { days }),
      message("samples.weatherRead", { days: daysRead }),
      message("samples.weatherSplit", { percent: 100 * trainShare }),
    ],
    suggested: {
      hiddenSizes: [32],
      sequenceLength: daysRead,
      batchSize: 32,
      learningRate: 0.003,
      patience: 20,
    },
    input: { kind: "features", features: [temperature], display: { kind: "lines" } },
    answer: {
      kind: "numbers",
      at: "last",
      outputs: [temperature],
      forecast: { horizon: 1, columns: [temperature.name], periods: [null] },
    },
    rows,
    targets: Float64Array.from(rows, (stored) => fewestDigits(stored, temperature)),
    times: datesFrom(0, days),
    trainRows,
    future: {
      rows: daysAhead,
      times: datesFrom(days, daysAhead),
      inputs: new Float32Array(daysAhead),
      known: Int32Array.of(0),
      isChange: Uint8Array.of(0),
    },
  };
}

const datesFrom = (first: number, count: number): readonly string[] =>
  Array.from({ length: count }, (_, day) =>
    new Date(firstDay + (first + day) * dayMs).toISOString().slice(0, 10),
  );

function temperatures(random: Random): Float32Array<ArrayBuffer> {
  const values = new Float32Array(days);
  let deviation = 0;
  for (let day = 0; day < days; day++) {
    deviation = persistence * deviation + 2.2 * random.normal();
    const season = 11 - 9 * Math.cos((2 * Math.PI * (day - 20)) / 365.25);
    values[day] = season + deviation + 0.8 * random.normal();
  }
  return values;
}

function moments(values: Float32Array): { mean: number; deviation: number } {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
  return { mean, deviation: Math.sqrt(variance) };
}
