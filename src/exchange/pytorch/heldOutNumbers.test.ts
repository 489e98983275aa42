import { expect, it } from "vitest";
import type { SeriesData } from "../../data/examples";
import { rowNamesFrom } from "../../data/rowNames";
import { weather } from "../../data/samples/weather";
import { seriesExamples } from "../../data/seriesExamples";
import { targetsOf } from "../../data/seriesTargets";
import type { ColumnForm } from "../../data/targetForm";
import { inEnglish } from "../../words/english";
import { worstOf } from "../testNetworks";
import { heldOutNumbers } from "./heldOutNumbers";

const { future: _, ...whole } = weather();
const [N, K] = [400, whole.answer.forecast.columns.length];
const short: SeriesData = {
  ...whole,
  rows: whole.rows.slice(0, N * whole.input.features.length),
  targets: whole.targets.slice(0, N * K),
  times: rowNamesFrom(whole.times, 0, N),
  trainRows: 300,
};
const { outputs, forecast } = short.answer;
const column: ColumnForm = {
  form: "relativeChange",
  season: 1,
  link: { offset: 60, least: 0.5 },
  scale: 0.02,
  shifts: Array.from({ length: forecast.horizon }, (_, h) => 0.01 * h),
  limits: { least: -2, most: 21, isWhole: true },
};
const columns = forecast.columns.map(() => column);
const inForms: SeriesData = {
  ...short,
  answer: { ...short.answer, forecast: { ...forecast, transform: { columns } } },
};
const quantities = { features: short.input.features, outputs: outputs.map((one) => ({ ...one, scale: 3 })) };
const parts = [0, 200].map((start) => ({
  name: `from ${start}`,
  start,
  end: start + 200,
  trainRows: 150,
  ...(start > 0 && { quantities, forms: columns.map((one) => ({ ...one, scale: 0.03 })) }),
}));

/** As `measure.py` has it. */
function inUnits(
  answer: number,
  base: number,
  {
    scale,
    offset,
    least,
    most,
    isWhole,
  }: NonNullable<ReturnType<typeof heldOutNumbers>>["units"]["series"][number][number],
): number {
  const linear = answer * scale + base;
  const exact = offset === null ? linear : Math.exp(linear) - offset;
  const value = isWhole ? Math.floor(exact + 0.5) : exact;
  return Math.min(most ?? Infinity, Math.max(least ?? -Infinity, value));
}

it.each([
  ["values", short],
  ["relative changes of counts with limits", inForms],
  ["several series, each in its own form", { ...inForms, parts }],
] as const)("%s become numbers in units as the page makes them", (_, data) => {
  const examples = seriesExamples(data, 12);
  if (!examples.ok) throw new Error(inEnglish(examples.problem));
  const { train, heldOut, rowOf } = examples.value;
  const indices = Array.from({ length: heldOut }, (_, i) => train + i);
  const found = heldOutNumbers(examples.value, data, indices, inEnglish);
  if (!found) throw new Error("They are numbers.");
  const values = (name: string) => Array.from<number>(found.tensors.get(name)?.values ?? []);
  const [truth, base, series] = ["heldOutTruth", "heldOutBase", "heldOutSeries"].map(values);
  const targets = targetsOf({
    targets: data.targets,
    answer: data.answer,
    ...(data.parts && { parts: data.parts }),
  });
  const O = outputs.length;
  const each = indices.flatMap((index, i) =>
    outputs.map((_, output) => ({ row: rowOf?.(index) ?? 0, output, place: i * O + output, of: series[i] })),
  );
  expect(each.length).toBeGreaterThan(50);
  expect(truth).toEqual(each.map(({ row, output }) => targets.came(row, output)));
  const answers = each.map((_, i) => Math.sin(i));
  const said = each.map(({ place, output, of }, i) =>
    inUnits(answers[i], base[place], found.units.series[of][output % K]),
  );
  const page = each.map(({ row, output }, i) => targets.forecast(row, output, answers[i]));
  expect(worstOf(said, page)).toBeLessThan(1e-9);
  expect(new Set(said).size).toBeGreaterThan(10);
});

it("knows no truth where the file has none", () => {
  const examples = seriesExamples(short, 12);
  if (!examples.ok) throw new Error(inEnglish(examples.problem));
  const { train, rowOf } = examples.value;
  const known = new Uint8Array(N * K).fill(1);
  known[((rowOf?.(train) ?? 0) + 1) * K] = 0;
  const found = heldOutNumbers(examples.value, { ...short, known }, [train, train + 1], inEnglish);
  const truth = Array.from<number>(found?.tensors.get("heldOutTruth")?.values ?? []);
  expect(truth.map(Number.isNaN).indexOf(true)).toBe(0);
  expect(truth.filter(Number.isNaN)).toHaveLength(1);
});
