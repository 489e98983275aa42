/** Forecasts step after step, beside a loop around PyTorch's GRU (`scripts/golden/forecasts/rollouts.py`). */
import { describe, expect, it } from "vitest";
import golden from "../../../scripts/golden/forecasts/rollouts.json";
import type { SeriesData } from "../../data/examples";
import { type ForeseenSeries, isForeseen, rolloutFrom } from "../../data/rollout";
import { countNames } from "../../data/rowNames";
import { type TargetForm, type TargetTransform, targetForms } from "../../data/targetForm";
import type { Backend } from "../../engine/backends/backend";
import { createCpuBackend } from "../../engine/backends/cpu/cpu";
import { createReferenceBackend } from "../../engine/backends/reference/reference";
import { parameterTable, simpleNetwork } from "../../engine/model/config";
import { buildPlan } from "../../engine/model/network";
import { Predictor } from "../../engine/train/predictor";
import { Random } from "../../random";
import { FutureReading } from "./futureReading";

type GoldenCase = (typeof golden)[number];

const formNamed = (name: string): TargetForm => {
  const form = targetForms.find((one) => one === name);
  if (!form) throw new Error(`${name} is no form.`);
  return form;
};

const inForm = <Column extends object>(
  column: Column,
  { form, season }: { form: string; season: number },
) => ({
  ...column,
  form: formNamed(form),
  season,
});

function seriesOf({ data, window }: GoldenCase): ForeseenSeries {
  const { features, outputs, horizon, columns, transform, rows, values, trainRows, parts, future } = data;
  const I = features.length;
  const made: SeriesData = {
    kind: "series",
    name: "golden",
    sizeBytes: 0,
    decisions: [],
    suggested: { sequenceLength: window },
    input: { kind: "features", features, display: { kind: "lines" } },
    answer: {
      kind: "numbers",
      at: "last",
      outputs,
      forecast: {
        horizon,
        columns,
        periods: columns.map(() => null),
        ...(transform && {
          transform: {
            columns: transform.columns.map((own) => inForm(own, transform)),
          } satisfies TargetTransform,
        }),
      },
    },
    rows: Float32Array.from(rows.flat()),
    targets: Float64Array.from(values.flat()),
    times: values.map((_, row) => `row ${row}`),
    trainRows,
    ...(parts && {
      parts: parts.map((part) => ({ ...part, forms: part.forms.map((own) => inForm(own, transform)) })),
    }),
    future: {
      rows: future.rows,
      times: Array.from({ length: future.rows * (parts?.length ?? 1) }, (_, j) => `to come ${j}`),
      inputs: Float32Array.from(future.inputs.flat()),
      known: Int32Array.from(future.known.flat()),
      isChange: Uint8Array.from(future.isChange),
    },
  };
  if (!isForeseen(made) || made.future.known.length !== (parts?.length ?? 1) * I)
    throw new Error("Not as asked.");
  return made;
}

/** The network of a case, asked for a batch of three at a time. */
async function networkOf({ network, params, window }: GoldenCase, backend: Backend) {
  const { inputSize, hiddenSize, outputs } = network;
  const simple = simpleNetwork({
    cell: "gru",
    input: { kind: "features", size: inputSize },
    hiddenSizes: [hiddenSize],
    outputs,
  });
  const config = {
    ...simple,
    head: { ...simple.head, at: "last" },
    loss: { kind: "meanSquaredError" },
  } as const;
  const weights = await backend.load(
    buildPlan(config, { batchSize: 1, sequenceLength: 1 }, { mode: "predict" }),
  );
  const { entries, length } = parameterTable(config);
  const bank = new Float64Array(length);
  const given = new Map(Object.entries(params));
  for (const { name, offset } of entries) bank.set(given.get(name) ?? [], offset);
  weights.write("parameters", bank);
  const shape = { batchSize: 3, sequenceLength: window };
  const predictor = await Predictor.create(backend, config, shape, weights);
  return { ...shape, predictor: async () => predictor };
}

const backends = { reference: createReferenceBackend(), cpu: createCpuBackend() };

describe.each(golden)("$name", (one) => {
  it.each(["reference", "cpu"] as const)("is as PyTorch's loop has it, on %s", async (name) => {
    const data = seriesOf(one);
    const run = await networkOf(one, backends[name]);
    const predictor = await run.predictor();
    for (const { row, forecast } of one.expected) {
      const rollout = rolloutFrom(data, row, one.window);
      while (!rollout.isDone) {
        const { length } = rollout.window();
        const alone = rollout.window();
        const B = run.batchSize;
        const I = length / one.window;
        const input = new Float32Array(length * B);
        for (let t = 0; t < one.window; t++)
          for (let b = 0; b < B; b++) input.set(alone.subarray(t * I, (t + 1) * I), (t * B + b) * I);
        const answers = await predictor.run({ input }, new Int32Array(B).fill(one.window));
        rollout.take(answers.subarray(0, one.network.outputs));
      }
      const expected = forecast.flat();
      expect(rollout.forecast.length).toBe(expected.length);
      for (const [i, value] of expected.entries())
        expect(Math.abs(rollout.forecast[i] - value)).toBeLessThan(1e-5 + 1e-5 * Math.abs(value));
    }
  });

  it("is told of every series, whatever is held out beside it", async () => {
    const data = seriesOf(one);
    const reading = new FutureReading(await networkOf(one, backends.cpu), data);
    await reading.read(Number.POSITIVE_INFINITY, () => false);
    expect([reading.isDone, reading.isTold]).toEqual([true, true]);
    const { series, left, horizon } = reading.told();
    const K = data.answer.forecast.columns.length;
    const ends = (data.parts ?? [{ end: countNames(data.times) }]).map(({ end }) => end);
    expect([series.length, left, horizon]).toEqual([ends.length, 0, one.data.horizon]);
    for (const [s, { forecast, past, pastNames, names, knownInputs }] of series.entries()) {
      const known = one.data.future.known[s].slice(K);
      expect(knownInputs).toBe(known.length > 0 ? Math.min(...known) : null);
      const expected = one.expected.find(({ row }) => row === ends[s] - 1)?.forecast ?? [];
      for (const [j, row] of expected.entries())
        for (const [k, value] of row.entries())
          expect(Math.abs(forecast[j * K + k] - value)).toBeLessThan(1e-5 + 1e-5 * Math.abs(value));
      expect(pastNames.at(-1)).toBe(`row ${ends[s] - 1}`);
      expect(past[past.length - K]).toBeCloseTo(one.data.values[ends[s] - 1][0], 3);
      expect(names[0]).toBe(`to come ${s * data.future.rows}`);
    }
  });
});

it("takes no more of what came than will be known of the future", async () => {
  const one = golden[1];
  const data = seriesOf(one);
  const I = data.input.features.length;
  const row = one.expected[1].row;
  const windowsOf = (rows: Float32Array<ArrayBuffer>) => {
    const rollout = rolloutFrom({ ...data, rows }, row, one.window);
    const found: number[] = [];
    while (!rollout.isDone) {
      found.push(...rollout.window());
      rollout.take(new Float32Array(one.network.outputs));
    }
    return found;
  };
  // Behind the last row that is known, of every feature only so many rows are read as the future has.
  const changed = data.rows.slice();
  for (let i = 0; i < I; i++)
    for (let j = data.future.known[i] + 1; row + j < countNames(data.times); j++)
      changed[(row + j) * I + i] = 99;
  expect(windowsOf(changed)).toEqual(windowsOf(data.rows));
  expect(windowsOf(changed).some((value) => value === 99)).toBe(false);
});

/** Always says 0, the mean, of a series of noise: so its errors are the noise. */
function noise(rows: number, trainRows: number, deviation: number, mean = 50): ForeseenSeries {
  const random = Random.fromSeed(8);
  const plain = { name: "x", unit: null, shift: 50, scale: 10 };
  const values = Float32Array.from(
    { length: rows },
    () => (mean - 50) / 10 + (deviation / 10) * random.normal(),
  );
  return {
    kind: "series",
    name: "noise",
    sizeBytes: 0,
    decisions: [],
    suggested: {},
    input: { kind: "features", features: [plain], display: { kind: "lines" } },
    answer: {
      kind: "numbers",
      at: "last",
      outputs: [plain],
      forecast: { horizon: 1, columns: ["x"], periods: [null] },
    },
    rows: values,
    targets: Float64Array.from(values, (value) => value * plain.scale + plain.shift),
    times: Array.from(values, (_, row) => row),
    trainRows,
    future: {
      rows: 4,
      times: [1, 2, 3, 4],
      inputs: new Float32Array(4),
      known: Int32Array.of(0),
      isChange: Uint8Array.of(0),
    },
  };
}

async function silent(T: number) {
  const config = simpleNetwork({
    cell: "gru",
    input: { kind: "features", size: 1 },
    hiddenSizes: [2],
    outputs: 1,
  });
  const network = {
    ...config,
    head: { ...config.head, at: "last" },
    loss: { kind: "meanSquaredError" },
  } as const;
  const { cpu } = backends;
  const weights = await cpu.load(
    buildPlan(network, { batchSize: 1, sequenceLength: 1 }, { mode: "predict" }),
  );
  weights.write("parameters", new Float32Array(parameterTable(network).length));
  const shape = { batchSize: 16, sequenceLength: T };
  const predictor = await Predictor.create(cpu, network, shape, weights);
  return { ...shape, predictor: async () => predictor };
}

it("has a fan as wide as the noise, in the units of the data, in which 80 % of what is held out lies", async () => {
  const reading = new FutureReading(await silent(5), noise(1400, 400, 20));
  await reading.read(Number.POSITIVE_INFINITY, () => false);
  const { series, coverage, origins } = reading.told();
  expect(origins).toBe(256);
  const [{ forecast, low80, high80, low50, high50 }] = series;
  expect(Array.from(forecast)).toEqual([50, 50, 50, 50]);
  for (let j = 0; j < 4; j++) {
    // Of a normal distribution, 80 % and 50 % lie within 1.2816 and 0.6745 deviations; of 256 errors that is off by a tenth or so.
    expect(Math.abs(high80[j] - (50 + 1.2816 * 20))).toBeLessThan(8);
    expect(Math.abs(low80[j] - (50 - 1.2816 * 20))).toBeLessThan(8);
    expect(Math.abs(high50[j] - (50 + 0.6745 * 20))).toBeLessThan(6);
    expect(Math.abs(low50[j] - (50 - 0.6745 * 20))).toBeLessThan(6);
  }
  const { share = 0, count = 0 } = coverage[0] ?? {};
  expect(count).toBeGreaterThan(1000);
  // Three standard errors of 256 forecasts.
  expect(Math.abs(share - 0.8)).toBeLessThan(3 * Math.sqrt((0.8 * 0.2) / 256));
});

it("leaves a forecast where it is that held-out ones as far ahead were too low, and says where the middle of the fan is", async () => {
  const reading = new FutureReading(await silent(5), noise(1400, 400, 20, 75));
  await reading.read(Number.POSITIVE_INFINITY, () => false);
  const [{ forecast, middle, low50, high50 }] = reading.told().series;
  expect(Array.from(forecast)).toEqual([50, 50, 50, 50]);
  for (let j = 0; j < 4; j++) {
    // The median of 256 errors: its standard error is 1.25 · 20 / 16.
    expect(Math.abs(middle[j] - 75)).toBeLessThan(3 * 1.6);
    expect(low50[j]).toBeLessThan(middle[j]);
    expect(low50[j]).toBeGreaterThan(50);
    expect(high50[j]).toBeGreaterThan(middle[j]);
  }
});

it("has no fan where fewer than ten rows are held out", async () => {
  const reading = new FutureReading(await silent(5), noise(60, 51, 20));
  await reading.read(Number.POSITIVE_INFINITY, () => false);
  const { series, coverage } = reading.told();
  expect(Array.from(series[0].low80)).toEqual([Number.NaN, Number.NaN, Number.NaN, Number.NaN]);
  expect(coverage).toEqual([null]);
});

it("stops between two passes when something else waits, and goes on", async () => {
  const reading = new FutureReading(await silent(5), noise(1400, 400, 20), {
    mostSeries: 1,
    mostHeldOut: 40,
  });
  await reading.read(0, () => false);
  expect([reading.isTold, reading.isDone]).toEqual([true, false]);
  expect(reading.told().series).toHaveLength(1);
  while (!reading.isDone) await reading.read(0, () => false);
  expect(reading.told().origins).toBe(40);
});
