/** Data of readers that were kept, held to their own shapes: what trains on them trusts every index and every length. */
import * as v from "valibot";
import type { ExampleData } from "../data/exampleData";
import type { SequencesData, SeriesData, SeriesFuture, SeriesPart } from "../data/examples";
import { fewestDigits } from "../data/fewestDigits";
import { failure, type Result, success } from "../data/result";
import { countNames, type RowNames } from "../data/rowNames";
import { partAt } from "../data/seriesParts";
import { targetForms } from "../data/targetForm";
import { message } from "../words/message";
import type { Lost } from "./lost";
import { count, doubles, floats, integers, octets, said, whole } from "./plainSchemas";
import { isWayFor, tableWay } from "./tableWaySchema";

const finite = v.pipe(v.number(), v.finite());

const quantity = v.object({ name: said, unit: v.nullable(v.string()), shift: finite, scale: finite });
export const quantities = v.array(quantity);
const givenName = v.union([said, finite]);

export const display = v.variant("kind", [
  v.object({ kind: v.literal("lines") }),
  v.object({
    kind: v.literal("image"),
    channels: v.picklist([1, 3]),
    steps: v.picklist(["rows", "columns"]),
  }),
  v.object({ kind: v.literal("spectrogram"), secondsPerStep: finite, heardBands: whole }),
  v.object({ kind: v.literal("stroke") }),
]);

const features = v.object({
  kind: v.literal("features"),
  features: v.pipe(quantities, v.minLength(1)),
  display,
});
const input = v.variant("kind", [
  v.object({ kind: v.literal("symbols"), symbols: v.pipe(v.array(v.string()), v.minLength(1)) }),
  features,
]);

const columnForm = v.object({
  form: v.picklist(targetForms),
  season: count,
  link: v.nullable(v.object({ offset: finite, least: finite })),
  scale: finite,
  shifts: v.array(finite),
  limits: v.object({
    least: v.nullable(finite),
    most: v.nullable(finite),
    isWhole: v.exactOptional(v.boolean()),
  }),
});

export const forecast = v.object({
  horizon: count,
  columns: v.pipe(v.array(said), v.minLength(1)),
  periods: v.array(v.nullable(count)),
  transform: v.exactOptional(v.object({ columns: v.array(columnForm) })),
});

const numbers = v.object({
  kind: v.literal("numbers"),
  at: v.picklist(["last", "every"]),
  ahead: v.exactOptional(v.literal(true)),
  outputs: v.pipe(quantities, v.minLength(1)),
  forecast: v.nullable(forecast),
});

const answer = v.variant("kind", [
  v.object({
    kind: v.literal("class"),
    at: v.picklist(["last", "every"]),
    ahead: v.exactOptional(v.literal(true)),
    labels: v.pipe(v.array(said), v.minLength(1)),
  }),
  numbers,
]);

const described = {
  name: said,
  sizeBytes: whole,
  way: v.exactOptional(tableWay),
  decisions: v.array(said),
  suggested: v.object({
    hiddenSizes: v.exactOptional(v.array(count)),
    embeddingSize: v.exactOptional(count),
    sequenceLength: v.exactOptional(count),
    batchSize: v.exactOptional(count),
    learningRate: v.exactOptional(finite),
    recurrentDropout: v.exactOptional(finite),
    optimizer: v.exactOptional(v.literal("adamw")),
    weightDecay: v.exactOptional(finite),
    patience: v.exactOptional(whole),
  }),
};

const labels = v.nullable(
  v.variant("kind", [
    v.object({ kind: v.literal("fileName") }),
    v.object({ kind: v.literal("namePart"), part: whole }),
    v.object({ kind: v.literal("nameLetters") }),
    v.object({ kind: v.literal("list"), path: v.string(), column: v.string() }),
  ]),
);

const files = v.variant("kind", [
  v.object({ kind: v.literal("sounds"), labels }),
  v.object({
    kind: v.literal("pictures"),
    labels,
    options: v.object({
      width: count,
      height: count,
      colour: v.picklist(["grey", "colour"]),
      steps: v.picklist(["rows", "columns"]),
      fit: v.picklist(["pad", "crop", "stretch"]),
    }),
  }),
]);

const sequences = v.object({
  ...described,
  kind: v.literal("sequences"),
  input,
  answer,
  lengths: integers,
  inputs: v.union([integers, floats]),
  answers: v.union([integers, floats]),
  names: v.array(givenName),
  groups: v.exactOptional(integers),
  featuresOf: v.exactOptional(v.array(quantities)),
  files: v.exactOptional(files),
  train: integers,
  heldOut: integers,
});

const future = v.object({
  rows: count,
  times: v.array(givenName),
  inputs: floats,
  known: integers,
  isChange: octets,
});

const part = v.object({
  name: givenName,
  start: whole,
  end: whole,
  trainRows: whole,
  trainedAs: v.exactOptional(whole),
  quantities: v.exactOptional(v.object({ features: quantities, outputs: quantities })),
  forms: v.exactOptional(v.array(columnForm)),
});

const series = v.object({
  ...described,
  kind: v.literal("series"),
  input: features,
  answer: v.object({ ...numbers.entries, forecast }),
  rows: floats,
  targets: v.union([doubles, floats]),
  known: v.exactOptional(octets),
  times: v.union([
    v.array(givenName),
    integers,
    v.object({ kind: v.literal("texts"), bytes: octets, ends: integers }),
  ]),
  trainRows: whole,
  futureRows: v.exactOptional(whole),
  future: v.exactOptional(future),
  parts: v.exactOptional(v.array(part)),
});

/** The compiler refuses whatever is lost. */
type Nothing<T extends never> = T;
export type Complete = Nothing<
  Lost<SequencesData, v.InferOutput<typeof sequences>> | Lost<KeptSeries, v.InferOutput<typeof series>>
>;

/** Until they had all digits of the file, targets were kept as they were trained on: scaled, in single precision. */
type KeptSeries = Omit<SeriesData, "targets"> & {
  readonly targets: SeriesData["targets"] | Float32Array<ArrayBuffer>;
};

/** Which task there is, and with which parameters, the engine checks when it makes the examples. */
const exampleData = v.variant("kind", [sequences, series]);

export function readExampleData(value: unknown): Result<ExampleData> {
  const parsed = v.safeParse(exampleData, value);
  if (!parsed.success) return failure(message("kept.damaged"));
  const data = parsed.output;
  const fits = data.kind === "sequences" ? sequencesFit(data) : seriesFit(data);
  const I = data.input.kind === "features" ? data.input.features.length : 0;
  if (!fits || (data.way && !isWayFor(data.way, I))) return failure(message("kept.damaged"));
  return success(data.kind === "series" ? { ...data, targets: inUnits(data) } : data);
}

function inUnits({ targets, answer, parts }: KeptSeries): SeriesData["targets"] {
  if (targets instanceof Float64Array) return targets;
  const K = answer.forecast.columns.length;
  return Float64Array.from(targets, (stored, i) => {
    const own = parts?.[partAt(parts, Math.floor(i / K))].quantities?.outputs ?? [];
    return fewestDigits(stored, own[i % K] ?? answer.outputs[i % K]);
  });
}

const within = (values: Int32Array, end: number) => values.every((value) => value >= 0 && value < end);

function sequencesFit(data: SequencesData): boolean {
  const { input, answer, lengths, inputs, answers, names, groups, featuresOf, train, heldOut } = data;
  if (!lengths.every((length) => length >= 1)) return false;
  const n = lengths.length;
  const steps = lengths.reduce((sum, length) => sum + length, 0);
  const isRead =
    input.kind === "symbols"
      ? inputs instanceof Int32Array && inputs.length === steps && within(inputs, input.symbols.length)
      : inputs instanceof Float32Array && inputs.length === steps * input.features.length;
  const asked = answer.at === "every" ? steps : n;
  const isAnswered =
    answer.kind === "class"
      ? answers instanceof Int32Array && answers.length === asked && within(answers, answer.labels.length)
      : answers instanceof Float32Array && answers.length === asked * answer.outputs.length;
  const width = input.kind === "features" ? input.features.length : 0;
  return (
    isRead &&
    isAnswered &&
    names.length === n &&
    (groups?.length ?? n) === n &&
    (!featuresOf || (featuresOf.length === n && featuresOf.every((one) => one.length === width))) &&
    within(train, n) &&
    within(heldOut, n) &&
    new Set([...train, ...heldOut]).size === train.length + heldOut.length
  );
}

function seriesFit(data: KeptSeries): boolean {
  const { input, answer, rows, targets, known, times, trainRows, future, parts } = data;
  const n = countNames(times);
  const { horizon, columns, periods, transform } = answer.forecast;
  const [I, K] = [input.features.length, columns.length];
  const formsFit = (forms: SeriesPart["forms"]) =>
    !forms || (forms.length === K && forms.every(({ shifts }) => shifts.length === horizon));
  return (
    namesFit(times) &&
    rows.length === n * I &&
    targets.length === n * K &&
    (known?.length ?? n * K) === n * K &&
    answer.at === "last" &&
    answer.outputs.length === horizon * K &&
    periods.length === K &&
    trainRows <= n &&
    formsFit(transform?.columns) &&
    (!future || futureFits(future, parts?.length ?? 1, I)) &&
    (!parts || partsFit(parts, n, trainRows)) &&
    (parts ?? []).every(
      ({ quantities, forms }) =>
        formsFit(forms) &&
        (!quantities ||
          (quantities.features.length === I && [0, horizon * K].includes(quantities.outputs.length))),
    )
  );
}

/** Texts lie one after the other, and there are as many bytes. */
const namesFit = (names: RowNames): boolean =>
  !("kind" in names) ||
  ((names.ends[names.ends.length - 1] ?? 0) === names.bytes.length &&
    names.ends.every((end, row) => end >= (row === 0 ? 0 : names.ends[row - 1])));

/** @param S series @param I features */
function futureFits({ rows, times, inputs, known, isChange }: SeriesFuture, S: number, I: number): boolean {
  return (
    times.length === S * rows &&
    inputs.length === S * rows * I &&
    known.length === S * I &&
    within(known, rows + 1) &&
    isChange.length === I
  );
}

/** One after the other, and all rows in them. */
function partsFit(parts: readonly SeriesPart[], rows: number, trainRows: number): boolean {
  let at = 0;
  for (const { start, end, trainRows: own } of parts) {
    if (start !== at || end < start || own > end - start) return false;
    at = end;
  }
  return at === rows && parts.reduce((sum, part) => sum + part.trainRows, 0) === trainRows;
}
