/** One long series, and the rows that are to be forecast from windows of it. */

import type { Quantity, SeriesData, SuggestedSettings } from "../examples";
import { counted, formatCount, listed, quoted } from "../phrases";
import { type Arrangement, arrangeRows } from "./arrangeRows";
import { circlePoint, cycles } from "./calendar";
import { detached } from "./cellColumn";
import type { DescribedTable } from "./describeTable";
import { type Encoded, encodeColumns, quantityOf, type ReadyFeature } from "./encodeColumns";
import { forecastTarget, unfitColumns, unfitWords } from "./forecastColumns";
import { futureRows } from "./futureRows";
import { furtherInputs, inputsOf } from "./inputsOf";
import type { PrepareContext } from "./prepareContext";
import { type QuestionOutcome, stopped } from "./questionOutcome";
import { isDated } from "./rowTimes";
import {
  countMissing,
  dropMissing,
  fillSeries,
  keepRows,
  type SequenceColumn,
  type SequenceTable,
  sequenceTable,
} from "./sequenceTable";
import { oneStepInWords, type Spacing, spacingWords, stepsInWords } from "./spacing";
import {
  categoriesSentence,
  missingProblems,
  missingSentence,
  readingSentence,
  scalingSentence,
  signsSentence,
  wordyInput,
} from "./tableSentences";
import type { ForecastQuestion, PrepareOptions, TableProblem } from "./tableTypes";
import { timeSpacing } from "./timeSpacing";

/** Of a longer series the last rows are used. */
const mostRows = 500_000;

const heldOutCarries =
  "In the held-out part they take the last value: the next one is what is to be forecast.";

const notMeasured =
  "How good forecasts are is measured on values that the file has, not on those that were filled in.";

export async function prepareForecast(
  described: DescribedTable,
  question: ForecastQuestion,
  context: PrepareContext,
): Promise<QuestionOutcome> {
  const { options } = context;
  const flaw = questionFlaw(described, question);
  if (flaw) return stopped({ kind: "question", ...flaw });
  const wordy = wordyInput(described, furtherInputs(question));
  if (wordy) return stopped(wordy);
  const used = inputsOf(question);
  const whole = arrangeRows(described, { id: null, time: question.time, used }, options);
  const arrangement = lastRows(whole);
  const all = await sequenceTable(described, arrangement, used, context);
  const future = futureRows(all, question.targets.length);
  const gathered = keepRows(all, (i) => i < all.rows.length - future);
  const missing = countMissing(gathered);
  const part = completed(gathered, options);
  const problems = [
    ...arrangement.problems,
    ...missingProblems(described, missing, options),
    ...unevenTimes(described, part.table, question),
  ];
  const short = tooShort(part, question);
  if (short) return stopped({ kind: "tooFewRows", message: short, count: part.table.rows.length }, problems);
  const isTrain = new Uint8Array(part.table.rows.length).fill(1, 0, part.trainRows);
  const calendar = calendarFeatures(question, part.table);
  const encoded = await encodeColumns(part.table.columns, calendar, isTrain, context);
  if (!encoded.ok) return stopped({ kind: "question", message: encoded.problem }, problems);
  const decisions = [
    readingSentence(described),
    ...signsSentence(described, used),
    ...arrangement.decisions,
    ...missingSentence(missing, options),
    ...(missing.length > 0 && options.missing === "interpolate" ? [heldOutCarries] : []),
    ...(part.known.slice(0, question.targets.length).some((rows) => rows.includes(0)) ? [notMeasured] : []),
    ...futureSentence(described, question, { all, future }),
    ...sentences(described, question, part),
    ...categoriesSentence(described, used),
    scalingSentence(options.scaling),
  ];
  const data = seriesData(described, question, { ...part, future, isTrain, encoded: encoded.value, options });
  return {
    problems: [...problems, ...constantTargets(described, question, part.table)],
    decisions,
    data: { ...data, decisions },
  };
}

/** A series without missing values, and which part of it trains. */
interface SeriesPart {
  readonly table: SequenceTable;
  /** Of each column, [rows]: 1 where the file has a value, 0 where one was filled in. */
  readonly known: readonly Uint8Array[];
  readonly trainRows: number;
  /** Rows that were left out at the beginning, because nothing came before them that could fill them. */
  readonly dropped: number;
}

function seriesData(
  described: DescribedTable,
  question: ForecastQuestion,
  part: SeriesPart & { future: number; isTrain: Uint8Array; encoded: Encoded; options: PrepareOptions },
): Omit<SeriesData, "decisions"> {
  const { horizon, period, window } = question;
  const targets = part.table.columns.slice(0, question.targets.length);
  const quantities = targets.map((column) => quantityOf(column, part.isTrain, part.options.scaling));
  const { features, inputs } = part.encoded;
  return {
    kind: "series",
    name: described.table.origin.name,
    sizeBytes: described.table.origin.sizeBytes,
    suggested: suggestedFor(window, part.trainRows),
    input: { kind: "features", features, display: { kind: "lines" } },
    answer: {
      kind: "numbers",
      at: "last",
      outputs: outputsOf(quantities, horizon),
      forecast: { horizon, columns: quantities.map(({ name }) => name), period },
    },
    rows: inputs,
    targets: interleaved(targets, quantities),
    known: knownTargets(part, targets.length),
    times: timeNames(described, question, part.table),
    trainRows: part.trainRows,
    futureRows: part.future,
  };
}

function questionFlaw({ table, interpretation, preview }: DescribedTable, question: ForecastQuestion) {
  const { targets, window, horizon, time, calendar, period } = question;
  if (targets.length === 0) return { message: "There is no column to forecast. Choose one with numbers." };
  const words = targets.find((column) => interpretation.types[column].kind !== "number");
  if (words !== undefined) {
    return {
      column: table.names[words],
      message: `Column “${table.names[words]}” has no numbers, so it cannot be forecast. Choose another one, or make it a number.`,
    };
  }
  if (!isCount(window) || !isCount(horizon))
    return { message: "Window and horizon must be whole numbers of rows, one at least. Choose others." };
  if (period !== null && !isCount(period))
    return { message: "A season must be a whole number of rows, one at least. Choose another, or none." };
  if (calendar.length > 0 && !isDated(preview.columns, time))
    return {
      message: "Features of the calendar need a column with dates. Choose it as the time, or leave them out.",
    };
  return null;
}

const isCount = (rows: number) => Number.isInteger(rows) && rows >= 1;

function lastRows(whole: Arrangement): Arrangement {
  const surplus = whole.rows.length - mostRows;
  if (surplus <= 0) return whole;
  return {
    ...whole,
    rows: whole.rows.slice(surplus),
    starts: Int32Array.of(0, mostRows),
    times: whole.times?.slice(surplus) ?? null,
    repeated: whole.repeated?.slice(surplus) ?? null,
    decisions: [
      ...whole.decisions,
      `Of the ${formatCount(whole.rows.length)} rows the last ${formatCount(mostRows)} are used.`,
    ],
  };
}

/** Without missing values, as far as earlier ones can fill them. */
function completed(gathered: SequenceTable, options: PrepareOptions): SeriesPart {
  const table = options.missing === "drop" ? dropMissing(gathered) : gathered;
  const heldOut = Math.round(table.rows.length * options.heldOutShare);
  const known = table.columns.map(({ values }) =>
    Uint8Array.from(values, (value) => Number(!Number.isNaN(value))),
  );
  fillSeries(table, options.missing, table.rows.length - heldOut);
  let first = 0;
  const lacks = (row: number) => table.columns.some(({ values }) => Number.isNaN(values[row]));
  while (first < table.rows.length && lacks(first)) first++;
  const rest = keepRows(table, (i) => i >= first);
  return {
    table: rest,
    known: known.map((rows) => rows.subarray(first)),
    trainRows: Math.max(0, rest.rows.length - heldOut),
    dropped: first,
  };
}

function tooShort({ table, trainRows }: SeriesPart, { window, horizon }: ForecastQuestion): string | null {
  const heldOut = table.rows.length - trainRows;
  if (trainRows >= window + horizon && heldOut >= horizon) return null;
  const possible = trainRows - horizon;
  const way =
    possible >= 1 && heldOut >= horizon
      ? `Set the window to ${formatCount(possible)} or less.`
      : "Use a file with more rows, or a smaller horizon.";
  return `There are too few rows: ${formatCount(trainRows)} to train and ${formatCount(heldOut)} held out, where a window of ${formatCount(window)} and a horizon of ${formatCount(horizon)} need ${formatCount(window + horizon)} and ${formatCount(horizon)}. ${way}`;
}

function calendarFeatures({ calendar }: ForecastQuestion, { times }: SequenceTable): readonly ReadyFeature[] {
  if (!times) return [];
  return calendar.flatMap((feature) =>
    (["sine", "cosine"] as const).map((part, k) => ({
      name: `${cycles[feature].words}, ${part}`,
      at: (row: number) => circlePoint(feature, times[row])[k],
    })),
  );
}

/** To the day, or to the minute or second where any of them needs it. */
function isoTimes(times: Float64Array): readonly string[] {
  const isEven = (ms: number) => times.every((time) => time % ms === 0);
  const length = isEven(86_400_000) ? 10 : isEven(60_000) ? 16 : 19;
  return Array.from(times, (time) => new Date(time).toISOString().slice(0, length).replace("T", " "));
}

/** [rows, K]: which targets the file has. */
function knownTargets({ known, table }: SeriesPart, K: number): Uint8Array<ArrayBuffer> {
  return Uint8Array.from({ length: K * table.rows.length }, (_, i) => known[i % K][Math.floor(i / K)]);
}

/** Output h·K + k is column k, h + 1 rows ahead. */
function outputsOf(targets: readonly Quantity[], horizon: number): readonly Quantity[] {
  return Array.from({ length: horizon }, (_, h) =>
    targets.map((quantity) =>
      horizon === 1 ? quantity : { ...quantity, name: `${quantity.name} +${h + 1}` },
    ),
  ).flat();
}

/** [rows, K], scaled. */
function interleaved(
  columns: readonly SequenceColumn[],
  quantities: readonly Quantity[],
): Float32Array<ArrayBuffer> {
  const K = columns.length;
  const result = new Float32Array(K * columns[0].values.length);
  columns.forEach(({ values }, k) => {
    const { shift, scale } = quantities[k];
    for (let row = 0; row < values.length; row++) result[row * K + k] = (values[row] - shift) / scale;
  });
  return result;
}

/** As the file has them; of several columns in the way of ISO 8601. */
function timeNames(
  { table }: DescribedTable,
  { time }: ForecastQuestion,
  { rows, times }: Pick<SequenceTable, "rows" | "times">,
): readonly string[] {
  if (time.length === 0) return Array.from(rows, (row) => `row ${formatCount(table.rowNumber(row))}`);
  const [first] = time;
  if (time.length === 1 || !times)
    return Array.from(rows, (row) => detached(table.columns[first].at(row).trim()));
  return isoTimes(times);
}

/**
 * A series of a few thousand rows is learned by heart within a minute: a small network, a little decay, and an end when the
 * held-out part gets no better.
 */
function suggestedFor(window: number, trainRows: number): SuggestedSettings {
  return {
    hiddenSizes: [trainRows < 100_000 ? 32 : 64],
    sequenceLength: Math.min(1024, Math.max(2, window)),
    batchSize: trainRows < 500 ? 16 : 32,
    learningRate: 0.003,
    optimizer: "adamw",
    weightDecay: 0.01,
    patience: trainRows < 10_000 ? 8 : 20,
  };
}

function sentences(
  described: DescribedTable,
  question: ForecastQuestion,
  { table, trainRows, dropped }: SeriesPart,
): readonly string[] {
  const { window, horizon, targets, calendar, period } = question;
  const spacing = timeSpacing(described, question.time);
  const names = (columns: readonly number[]) =>
    listed(columns.map((column) => quoted(described.table.names[column])));
  const steps = (count: number) => stepsInWords(count, spacing);
  const ahead = horizon === 1 ? `${oneStepInWords(spacing)} ahead` : `the next ${steps(horizon)}`;
  const heldOut = table.rows.length - trainRows;
  const [firstHeldOut] = timeNames(described, question, {
    rows: table.rows.subarray(trainRows, trainRows + 1),
    times: table.times?.subarray(trainRows, trainRows + 1) ?? null,
  });
  const others = furtherInputs(question);
  return [
    ...(dropped > 0
      ? [
          `${counted(dropped, "row")} before the first value of every column ${dropped === 1 ? "is" : "are"} left out.`,
        ]
      : []),
    ...timeSentence(names, question, spacing),
    `Asked: ${names(targets)}, ${ahead}, from the ${steps(window)} before.`,
    ...targetSentence(described, question),
    ...(others.length > 0 ? [`Further inputs: ${names(others)}.`] : []),
    ...(calendar.length > 0
      ? [`From the calendar: ${listed(calendar.map((name) => cycles[name].words))}, as points on a circle.`]
      : []),
    `The last ${steps(heldOut)}, from ${firstHeldOut} on, are held out; the ${steps(trainRows)} before train.`,
    period === null
      ? "No season was found or chosen, so the naive forecast is the last value."
      : `A season has ${steps(period)}, so forecasts are also compared with the value of one season before.`,
  ];
}

/** Why, where nobody has chosen another one, and which columns say nothing about it. */
function targetSentence(described: DescribedTable, question: ForecastQuestion): readonly string[] {
  const { targets, time } = question;
  const { names } = described.table;
  const unfit = unfitColumns(described, time);
  const guessed = forecastTarget(described, unfit);
  const others = [...unfit].filter(([, why]) => why === null || why === "binary").length;
  const isGuess = guessed && targets.length === 1 && targets[0] === guessed.column && others > 1;
  const used = inputsOf(question);
  const out = [...unfit].flatMap(([column, why]) =>
    why === null || why === "binary" || used.includes(column)
      ? []
      : [`${quoted(names[column])} (${unfitWords[why]})`],
  );
  const dates = described.preview.columns.flatMap(({ type }, column) =>
    type.kind === "date" && !time.includes(column) ? [`${quoted(names[column])} (another time)`] : [],
  );
  const left = [...dates, ...out];
  return [
    ...(isGuess
      ? [
          `${quoted(names[guessed.column])} is forecast because ${guessed.reason}; any other column of numbers can be chosen.`,
        ]
      : []),
    ...(left.length > 0 ? [`Not read: ${listed(left)}.`] : []),
  ];
}

/** Rows that are still to come. */
function futureSentence(
  described: DescribedTable,
  question: ForecastQuestion,
  { all, future }: { readonly all: SequenceTable; readonly future: number },
): readonly string[] {
  if (future === 0) return [];
  const first = all.rows.length - future;
  const [name] = timeNames(described, question, {
    rows: all.rows.subarray(first, first + 1),
    times: all.times?.subarray(first, first + 1) ?? null,
  });
  const targets = listed(question.targets.map((column) => quoted(described.table.names[column])));
  return [
    future === 1
      ? `The last row, ${name}, has no value of ${targets}: it is the future, neither filled in nor counted.`
      : `The last ${counted(future, "row")}, from ${name} on, have no value of ${targets}: they are the future, neither filled in nor counted.`,
  ];
}

/** Where more than one column says when, or they are of another spacing than their names tell. */
function timeSentence(
  names: (columns: readonly number[]) => string,
  { time }: ForecastQuestion,
  spacing: Spacing | null,
): readonly string[] {
  if (time.length < 2) return [];
  const each = spacing ? `, a row every ${spacingWords(spacing)}` : "";
  return [`Time: ${names(time)} together${each}.`];
}

/** Steps of more than one and a half times the usual distance, or less than half of it. */
function unevenTimes(
  described: DescribedTable,
  { times, rows }: SequenceTable,
  { time }: ForecastQuestion,
): readonly TableProblem[] {
  if (!times || time.length === 0 || times.length < 3) return [];
  const distances = Float64Array.from(times.subarray(1), (value, i) => value - times[i]);
  const usual = distances.slice().sort()[distances.length >> 1];
  const isUneven = (distance: number) => distance > 1.5 * usual || (distance > 0 && distance < 0.5 * usual);
  let count = 0;
  let first = -1;
  distances.forEach((distance, i) => {
    if (isUneven(distance) && count++ === 0) first = rows[i + 1];
  });
  if (count === 0) return [];
  const name = described.table.names[time[0]];
  const row = described.table.rowNumber(first);
  return [
    {
      kind: "unevenTimes",
      severity: "warns",
      message: `Column “${name}”: ${counted(count, "step is", "steps are")} much longer or shorter than the others; the first ends in row ${formatCount(row)}. Rows are forecast, not times, so such steps count as one.`,
      row,
      column: name,
      count,
      choices: [],
    },
  ];
}

function constantTargets(
  { table }: DescribedTable,
  { targets }: ForecastQuestion,
  { columns }: SequenceTable,
): readonly TableProblem[] {
  return targets.flatMap((column, k) => {
    const { values } = columns[k];
    if (values.some((value) => value !== values[0])) return [];
    const message = `Column “${table.names[column]}” has the same value in all ${formatCount(values.length)} rows, from row ${formatCount(table.rowNumber(0))} on: there is nothing to learn about it. Choose another one.`;
    return [
      {
        kind: "constantColumn",
        severity: "warns",
        message,
        row: table.rowNumber(0),
        column: table.names[column],
        count: values.length,
        choices: [],
      },
    ];
  });
}
