/** One long series, and the rows that are to be forecast from windows of it. */

import { type Message, message, type Said } from "../../words/message";
import type { Quantity, SeriesData, SuggestedSettings } from "../examples";
import { type GivenName, nameGiven } from "../givenName";
import type { TargetTransform } from "../targetForm";
import { type Arrangement, arrangeRows } from "./arrangeRows";
import { circlePoint } from "./calendar";
import { detached } from "./cellColumn";
import type { DescribedTable } from "./describeTable";
import { type Encoded, encodeColumns, quantityOf, type ReadyFeature } from "./encodeColumns";
import { farInputs, fewRows, leavesRange } from "./farValues";
import { forecastTarget, unfitColumns } from "./forecastColumns";
import { formSentences, impossibleForm } from "./formSentences";
import { futureRows } from "./futureRows";
import { furtherInputs, inputsOf } from "./inputsOf";
import { listedNames, listedParts } from "./listed";
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
import { oneStepMessage, type Spacing, spacingMessage, stepsMessage } from "./spacing";
import {
  categoriesSentence,
  missingProblems,
  missingSentence,
  readingSentence,
  signsSentence,
  wordyInput,
} from "./tableSentences";
import type { ForecastQuestion, PrepareOptions, TableProblem } from "./tableTypes";
import { leadOfQuestion, readColumns, transformOf } from "./targetTransform";
import { timeSpacing } from "./timeSpacing";

/** Of a longer series the last rows are used. */
const mostRows = 500_000;

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
  const complete = completed(gathered, options);
  const far = farInputs(described, complete, question.targets.length, options);
  const part = { ...complete, table: far.table };
  const problems = [
    ...arrangement.problems,
    ...missingProblems(described, missing, options),
    ...unevenTimes(described, part.table, question),
    ...far.problems,
  ];
  const short = tooShort(part, question);
  if (short) return stopped({ kind: "tooFewRows", message: short, count: part.table.rows.length }, problems);
  const isTrain = new Uint8Array(part.table.rows.length).fill(1, 0, part.trainRows);
  const calendar = calendarFeatures(question, part.table);
  const targets = part.table.columns.slice(0, question.targets.length);
  const quantities = targets.map((column) => quantityOf(column, isTrain, options.scaling));
  const unfit = impossibleForm(described, question, targets);
  if (unfit) return stopped(unfit, problems);
  const transform = transformOf(targets, quantities, { question, options, trainRows: part.trainRows });
  const read = readColumns(part.table.columns, transform, part.trainRows);
  const encoded = await encodeColumns(read, calendar, isTrain, context);
  if (!encoded.ok) return stopped({ kind: "question", message: encoded.problem }, problems);
  const decisions = [
    readingSentence(described),
    ...signsSentence(described, used),
    ...arrangement.decisions,
    ...missingSentence(missing, options),
    ...(missing.length > 0 && options.missing === "interpolate" ? [message("table.heldOutCarries")] : []),
    ...(part.known.slice(0, question.targets.length).some((rows) => rows.includes(0))
      ? [message("table.filledNotMeasured")]
      : []),
    ...futureSentence(described, question, { all, future }),
    ...sentences(described, { ...question, inputs: far.read(question.inputs) }, part),
    ...formSentences(described, question, { transform, read }),
    ...categoriesSentence(described, used),
    message("table.scaled", { how: options.scaling }),
  ];
  const data = seriesData(described, question, {
    ...part,
    future,
    quantities,
    transform,
    encoded: encoded.value,
  });
  return {
    problems: [
      ...problems,
      ...constantTargets(described, question, part.table),
      ...leavesRange(described, question, part),
      ...fewRows(described, question, part),
    ],
    decisions,
    data: { ...data, decisions },
  };
}

/** A series without missing values, and which part of it trains. */
export interface SeriesPart {
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
  part: SeriesPart & {
    future: number;
    quantities: readonly Quantity[];
    transform: TargetTransform | null;
    encoded: Encoded;
  },
): Omit<SeriesData, "decisions"> {
  const { horizon, period, window } = question;
  const targets = part.table.columns.slice(0, question.targets.length);
  const { quantities, transform } = part;
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
      forecast: {
        horizon,
        columns: quantities.map(({ name }) => name),
        period,
        ...(transform && { transform }),
      },
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
  if (targets.length === 0) return { message: message("table.noTarget") };
  const words = targets.find((column) => interpretation.types[column].kind !== "number");
  if (words !== undefined) {
    const column = table.names[words];
    return { column, message: message("table.targetNotNumbers", { column }) };
  }
  if (!isCount(window) || !isCount(horizon)) return { message: message("table.windowNotWhole") };
  if (period !== null && !isCount(period)) return { message: message("table.seasonNotWhole") };
  if (calendar.length > 0 && !isDated(preview.columns, time))
    return { message: message("table.calendarNeedsDates") };
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
      message("table.lastRowsUsed", { rows: whole.rows.length, used: mostRows }),
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

function tooShort({ table, trainRows }: SeriesPart, question: ForecastQuestion): Message | null {
  const { window, horizon } = question;
  const lead = leadOfQuestion(question);
  const heldOut = table.rows.length - trainRows;
  if (trainRows >= lead + window + horizon && heldOut >= horizon) return null;
  const possible = trainRows - horizon - lead;
  return message("table.tooFewRows", {
    train: trainRows,
    heldOut,
    window,
    horizon,
    lead,
    largestWindow: possible >= 1 && heldOut >= horizon ? possible : null,
  });
}

function calendarFeatures({ calendar }: ForecastQuestion, { times }: SequenceTable): readonly ReadyFeature[] {
  if (!times) return [];
  return calendar.flatMap((feature) =>
    (["sine", "cosine"] as const).map((part, k) => ({
      name: message("table.calendarFeature", { feature, part }),
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
      horizon === 1
        ? quantity
        : { ...quantity, name: message("files.ahead", { name: quantity.name, steps: h + 1 }) },
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
): readonly GivenName[] {
  if (time.length === 0) return Array.from(rows, (row) => table.rowNumber(row));
  const [first] = time;
  if (time.length === 1 || !times)
    return Array.from(rows, (row) => detached(table.columns[first].at(row).trim()));
  return isoTimes(times);
}

/** Of the i-th row of these, for a sentence. */
function placeOf(
  described: DescribedTable,
  question: ForecastQuestion,
  { rows, times }: Pick<SequenceTable, "rows" | "times">,
  i: number,
): Said {
  const [name] = timeNames(described, question, {
    rows: rows.subarray(i, i + 1),
    times: times?.subarray(i, i + 1) ?? null,
  });
  return nameGiven(name);
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
): readonly Message[] {
  const { calendar, period } = question;
  const spacing = timeSpacing(described, question.time);
  const others = furtherInputs(question);
  return [
    ...(dropped > 0 ? [message("table.rowsBeforeFirstOut", { count: dropped })] : []),
    ...timeSentence(described, question, spacing),
    forecastSentence(described, question, spacing),
    ...targetSentence(described, question),
    ...(others.length > 0 ? [message("table.otherInputs", { columns: namesOf(described, others) })] : []),
    ...(calendar.length > 0 ? [message("table.calendarRead", { features: calendar })] : []),
    message("table.lastHeldOut", {
      heldOut: stepsMessage(table.rows.length - trainRows, spacing),
      first: placeOf(described, question, table, trainRows),
      train: stepsMessage(trainRows, spacing),
    }),
    period === null
      ? message("table.noSeason")
      : message("table.season", { steps: stepsMessage(period, spacing) }),
  ];
}

const namesOf = ({ table }: DescribedTable, columns: readonly number[]): Message =>
  listedNames(columns.map((column) => table.names[column]));

function forecastSentence(
  described: DescribedTable,
  { targets: columns, horizon, window: rows }: ForecastQuestion,
  spacing: Spacing | null,
): Message {
  const targets = namesOf(described, columns);
  const window = stepsMessage(rows, spacing);
  return horizon === 1
    ? message("table.forecastNext", { targets, step: oneStepMessage(spacing), window })
    : message("table.forecastAhead", { targets, horizon: stepsMessage(horizon, spacing), window });
}

/** Why, where nobody has chosen another one, and which columns say nothing about it. */
function targetSentence(described: DescribedTable, question: ForecastQuestion): readonly Message[] {
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
      : [message("table.notInput", { column: names[column], why })],
  );
  const dates = described.preview.columns.flatMap(({ type }, column) =>
    type.kind === "date" && !time.includes(column)
      ? [message("table.notInput", { column: names[column], why: "anotherTime" })]
      : [],
  );
  const left = [...dates, ...out];
  return [
    ...(isGuess
      ? [message("table.guessedTarget", { column: names[guessed.column], reason: guessed.reason })]
      : []),
    ...(left.length > 0 ? [message("table.notInputs", { columns: listedParts(left) })] : []),
  ];
}

/** Rows that are still to come. */
function futureSentence(
  described: DescribedTable,
  question: ForecastQuestion,
  { all, future }: { readonly all: SequenceTable; readonly future: number },
): readonly Message[] {
  if (future === 0) return [];
  const first = placeOf(described, question, all, all.rows.length - future);
  const targets = namesOf(described, question.targets);
  return [
    future === 1
      ? message("table.futureRow", { place: first, targets })
      : message("table.futureRows", { rows: future, first, targets }),
  ];
}

/** Where more than one column says when, or they are of another spacing than their names tell. */
function timeSentence(
  described: DescribedTable,
  { time }: ForecastQuestion,
  spacing: Spacing | null,
): readonly Message[] {
  if (time.length < 2) return [];
  const columns = namesOf(described, time);
  return [
    spacing
      ? message("table.timeJoinedEvery", { columns, spacing: spacingMessage(spacing) })
      : message("table.timeJoined", { columns }),
  ];
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
  const column = described.table.names[time[0]];
  const row = described.table.rowNumber(first);
  return [
    {
      kind: "unevenTimes",
      severity: "warns",
      message: message("table.unevenTimes", { column, count, row }),
      row,
      column,
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
    const name = table.names[column];
    const row = table.rowNumber(0);
    return [
      {
        kind: "constantColumn",
        severity: "warns",
        message: message("table.constantColumn", { column: name, rows: values.length, row }),
        row,
        column: name,
        count: values.length,
        choices: [],
      },
    ];
  });
}
