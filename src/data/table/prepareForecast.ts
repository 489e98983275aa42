/** One long series, and the rows that are to be forecast from windows of it. */

import { type Message, message, type Said } from "../../words/message";
import type { Quantity, SeriesData, SeriesPart, SuggestedSettings } from "../examples";
import { giveBack } from "../giveBack";
import { nameGiven } from "../givenName";
import { inTurns, type Pieces } from "../inTurns";
import type { RowNames } from "../rowNames";
import type { ColumnForm, TargetTransform } from "../targetForm";
import { type Arrangement, arrangeRows } from "./arrangeRows";
import { circlePoint } from "./calendar";
import { columnsOfId, idName } from "./columnsOf";
import { type CompleteSeries, completeSeries, countWindows, spansOf, trainSpansOf } from "./completeSeries";
import type { DescribedTable } from "./describeTable";
import {
  type Encoded,
  encodeColumns,
  quantityOf,
  quantityWithin,
  type ReadyFeature,
  type RowSpan,
} from "./encodeColumns";
import { evenStep } from "./evenClock";
import { nearestSpacing } from "./evenSpacings";
import { farInputs, fewRows, leavesRange } from "./farValues";
import { forecastTarget, namesAgain, unfitColumns } from "./forecastColumns";
import { formSentences, impossibleForm, seasonSentences } from "./formSentences";
import { futureRows } from "./futureRows";
import { furtherInputs, inputsOf } from "./inputsOf";
import { intervalsOf } from "./intervals";
import { listedNames, listedParts } from "./listed";
import { momentText } from "./moments";
import type { PrepareContext } from "./prepareContext";
import { prepareFuture } from "./prepareFuture";
import { type QuestionOutcome, stopped } from "./questionOutcome";
import { isDated } from "./rowTimes";
import {
  countMissing,
  giveTablesBack,
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
  readingSentences,
  signsSentence,
  wordyInput,
} from "./tableSentences";
import type { ForecastQuestion, PrepareOptions, TableChoice, TableProblem } from "./tableTypes";
import { wayOf } from "./tableWay";
import { leadOfQuestion, rhythmsOf } from "./targetRhythm";
import { columnInForm, formsWithin, readColumns, readForms, transformOf } from "./targetTransform";
import { timeNamer, timeNames } from "./timeNames";
import { timeSpacing } from "./timeSpacing";
import { windowLimits } from "./windowLimits";

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
  const { id, idWith, time } = question;
  const arrangement = lastRows(await arrangeRows(described, { id, idWith, time, used }, context));
  await context.breathing.breathe();
  const all = await sequenceTable(described, arrangement, used, context);
  await context.breathing.breathe();
  const future = futureRows(all, question.targets.length);
  const gathered = withoutFuture(all, future);
  await context.breathing.breathe();
  const missing = countMissing(gathered);
  await context.breathing.breathe();
  const complete = await completeSeries(gathered, arrangement.ids, context, heldOutFrom(described, question));
  const isAlone = question.id !== null && options.seriesScaling === "each";
  const far = await farInputs(described, { ...complete, isAlone }, question.targets.length, context);
  const part = { ...complete, table: far.table };
  await context.breathing.breathe();
  const uneven = unevenTimes(described, part.table, question);
  await context.breathing.breathe();
  const problems = [
    ...arrangement.problems,
    ...missingProblems(described, missing, options),
    ...uneven,
    ...far.problems,
  ];
  const short = tooShort(described, part, question);
  if (short) return stopped({ kind: "tooFewRows", message: short, count: part.table.rows.length }, problems);
  const calendar = calendarFeatures(question, part.table);
  const alone = isAlone ? spansOf(part.table) : [];
  const targets = part.table.columns.slice(0, question.targets.length);
  const quantities: Quantity[] = [];
  for (const column of targets) {
    quantities.push(quantityOf(column, part.isTrain, options.scaling));
    await context.breathing.breathe();
  }
  const unfit = impossibleForm(described, question, targets, trainSpansOf(part));
  if (unfit) return stopped(unfit, problems);
  const fit = { question, options, spans: spansOf(part.table), trains: trainSpansOf(part) };
  await context.breathing.breathe();
  const transform = await inTurns(transformOf(targets, quantities, fit), context.breathing);
  const { columns } = part.table;
  const forms = await inTurns(readForms(columns, transform, fit), context.breathing);
  const read = readColumns(columns, forms);
  const encoded = await encodeColumns(columns, calendar, part.isTrain, context, {
    alone,
    inForm: (column, c) => columnInForm(column, fit.spans, forms[c]),
  });
  if (!encoded.ok) return stopped({ kind: "question", message: encoded.problem }, problems);
  const decisions = [
    ...readingSentences(described),
    ...signsSentence(described, used),
    ...arrangement.decisions,
    ...missingSentence(missing, options),
    ...(missing.length > 0 && options.missing === "interpolate" ? [message("table.heldOutCarries")] : []),
    ...(part.known.slice(0, question.targets.length).some((rows) => rows.includes(0))
      ? [message("table.filledNotMeasured")]
      : []),
    ...futureSentence(described, question, { all, future }),
    ...(await inTurns(
      sentences(described, { ...question, inputs: far.read(question.inputs) }, part),
      context.breathing,
    )),
    ...(await inTurns(formSentences(described, question, { transform, read }), context.breathing)),
    ...categoriesSentence(described, used),
    message("table.scaled", { how: options.scaling }),
    ...(alone.length > 0 && options.scaling !== "none" ? [message("table.scaledEach")] : []),
  ];
  const own: OwnTargets[] = [];
  for (const [series, span] of alone.entries()) {
    const within = targets.map((column) => quantityWithin(column, part.isTrain, options.scaling, span));
    const forms = transform && formsWithin(transform, targets, within, { ...fit, series });
    own.push({ targets: within, ...(forms && { forms }) });
    await context.breathing.breathe();
  }
  const times = await timeNames(described, question, part.table, context.breathing);
  const data = seriesData(described, question, {
    ...part,
    times,
    future,
    quantities,
    transform,
    own,
    encoded: encoded.value,
    options,
  });
  const given = { all, ids: arrangement.ids, toCome: future, part, read, encoded: encoded.value };
  await context.breathing.breathe();
  const next = await inTurns(prepareFuture(described, question, given), context.breathing);
  const leaving = leavesRange(described, question, { ...part, isAlone });
  await context.breathing.breathe();
  const more = [
    ...constantTargets(described, question, part.table),
    ...leaving,
    ...fewRows(described, question, part),
  ];
  giveTablesBack([all, gathered, part.table]);
  return {
    problems: [...problems, ...more],
    decisions,
    data: { ...data, decisions, ...(next && { future: next }) },
  };
}

/** Of even steps, the whole one that the time lies in: what is in it is not to train. */
function heldOutFrom({ even }: DescribedTable, { heldOutFrom: from }: ForecastQuestion): number | null {
  if (from === undefined || !even) return from ?? null;
  const { indexOf, startOf } = intervalsOf(even.steps.spacing);
  return startOf(indexOf(from));
}

/** Without the last rows of each series that are still to come. */
export function withoutFuture(all: SequenceTable, future: Int32Array): SequenceTable {
  const isFuture = new Uint8Array(all.rows.length);
  for (const [series, count] of future.entries())
    isFuture.fill(1, all.starts[series + 1] - count, all.starts[series + 1]);
  return keepRows(all, (i) => isFuture[i] === 0);
}

/** How the targets of one series are scaled, where it is scaled by itself. */
interface OwnTargets {
  /** K of them, as the values are kept. */
  readonly targets: readonly Quantity[];
  /** As they are answered. */
  readonly forms?: readonly ColumnForm[];
}

function seriesData(
  described: DescribedTable,
  question: ForecastQuestion,
  part: CompleteSeries & {
    future: Int32Array;
    times: RowNames;
    quantities: readonly Quantity[];
    transform: TargetTransform | null;
    /** Of each series; none where they are scaled in common. */
    own: readonly OwnTargets[];
    encoded: Encoded;
    options: PrepareOptions;
  },
): Omit<SeriesData, "decisions"> {
  const { horizon, window } = question;
  const targets = part.table.columns.slice(0, question.targets.length);
  const { quantities, transform, own } = part;
  const { features, inputs, ofSpans } = part.encoded;
  const trainRows = sumOf(part.trainRows);
  const parts = spansOf(part.table).map(
    ({ start, end }, series): SeriesPart => ({
      name: part.ids[series],
      start,
      end,
      trainRows: part.trainRows[series],
      ...(own.length > 0 && {
        quantities: { features: ofSpans[series], outputs: outputsOf(own[series].targets, horizon) },
        ...(own[series].forms && { forms: own[series].forms }),
      }),
    }),
  );
  return {
    kind: "series",
    name: described.table.origin.name,
    sizeBytes: described.table.origin.sizeBytes,
    suggested: suggestedFor(window, trainRows),
    input: { kind: "features", features, display: { kind: "lines" } },
    answer: {
      kind: "numbers",
      at: "last",
      outputs: outputsOf(quantities, horizon),
      forecast: {
        horizon,
        columns: quantities.map(({ name }) => name),
        periods: rhythmsOf(question).map(({ period }) => period),
        ...(transform && { transform }),
      },
    },
    rows: inputs,
    targets: interleaved(targets),
    known: knownTargets(part, targets.length),
    times: part.times,
    trainRows,
    futureRows: sumOf(part.future),
    way: wayOf(described, question, part.options, part.encoded.fitted),
    ...(question.id !== null && { parts }),
  };
}

const sumOf = (values: Int32Array) => values.reduce((sum, value) => sum + value, 0);

function questionFlaw({ table, interpretation, preview }: DescribedTable, question: ForecastQuestion) {
  const { targets, window, horizon, time, calendar } = question;
  if (targets.length === 0) return { message: message("table.noTarget") };
  const words = targets.find((column) => interpretation.types[column].kind !== "number");
  if (words !== undefined) {
    const column = table.names[words];
    return { column, message: message("table.targetNotNumbers", { column }) };
  }
  const isWindow = isCount(window) && window >= windowLimits.min && window <= windowLimits.max;
  if (!isWindow || !isCount(horizon)) return { message: message("table.windowNotWhole", windowLimits) };
  if (rhythmsOf(question).some(({ period }) => period !== null && !isCount(period)))
    return { message: message("table.seasonNotWhole") };
  if (calendar.length > 0 && !isDated(preview.columns, time))
    return { message: message("table.calendarNeedsDates") };
  return null;
}

const isCount = (rows: number) => Number.isInteger(rows) && rows >= 1;

/** Of series that are too long together, the same share of each; the arrays of all of them are given back. */
function lastRows(whole: Arrangement): Arrangement {
  const { rows, starts, times, repeated } = whole;
  if (rows.length <= mostRows) return whole;
  const firstOf = Array.from(starts.subarray(1), (end, series) => {
    const length = end - starts[series];
    return end - Math.floor((length / rows.length) * mostRows);
  });
  const newStarts = new Int32Array(starts.length);
  for (const [series, first] of firstOf.entries())
    newStarts[series + 1] = newStarts[series] + starts[series + 1] - first;
  const used = newStarts[firstOf.length];
  const lastOf = <A extends Int32Array | Float64Array | Uint8Array>(values: A, kept: A): A => {
    for (const [series, first] of firstOf.entries())
      kept.set(values.subarray(first, starts[series + 1]), newStarts[series]);
    return kept;
  };
  const last = {
    ...whole,
    rows: lastOf(rows, new Int32Array(used)),
    starts: newStarts,
    times: times && lastOf(times, new Float64Array(used)),
    repeated: repeated && lastOf(repeated, new Uint8Array(used)),
    decisions: [...whole.decisions, message("table.lastRowsUsed", { rows: rows.length, used })],
  };
  giveBack([rows, starts, ...(times ? [times] : []), ...(repeated ? [repeated] : [])]);
  return last;
}

/** Told of the longest series. */
function tooShort(
  described: DescribedTable,
  part: CompleteSeries,
  question: ForecastQuestion,
): Message | null {
  const { train: trains, heldOut: held } = countWindows(part, question);
  if (trains > 0 && held > 0) return null;
  const { window, horizon } = question;
  const spans = spansOf(part.table);
  const longest = spans.reduce(
    (a, { start, end }, i) => (end - start > spans[a].end - spans[a].start ? i : a),
    0,
  );
  const train = part.trainRows[longest] ?? 0;
  const heldOut = spans.length > 0 ? spans[longest].end - spans[longest].start - train : 0;
  const lead = leadOfQuestion(question);
  const divided = badlyDivided(described, question, {
    times: part.table.times && spans.length > 0 ? rowsOf(part.table.times, spans[longest]) : null,
    train,
    heldOut,
  });
  if (divided) return divided;
  const possible = Math.min(train - horizon - lead, windowLimits.max);
  return message("table.tooFewRows", {
    train,
    heldOut,
    window,
    horizon,
    lead,
    largestWindow: possible >= windowLimits.min && heldOut >= horizon ? possible : null,
    shorterHelps: horizon > 1 && train > lead + windowLimits.min && heldOut >= 1,
  });
}

const rowsOf = (times: Float64Array, { start, end }: RowSpan) => times.subarray(start, end);

interface DividedRows {
  readonly times: Float64Array | null;
  readonly train: number;
  readonly heldOut: number;
}

/** Where another time to hold out from is what helps: none of the rows lie on one side of it, or there are enough for both. */
function badlyDivided(
  { preview }: DescribedTable,
  question: ForecastQuestion,
  { times, train, heldOut }: DividedRows,
): Message | null {
  const { heldOutFrom, window, horizon, time } = question;
  if (heldOutFrom === undefined || !times || times.length === 0) return null;
  const lead = leadOfQuestion(question);
  const isEnough = train + heldOut >= lead + window + 2 * horizon;
  if (train > 0 && heldOut > 0 && !isEnough) return null;
  const isDate = isDated(preview.columns, time);
  return message("table.heldOutFromUnfit", {
    from: momentText(heldOutFrom, isDate),
    first: momentText(times[0], isDate),
    last: momentText(times[times.length - 1], isDate),
    train,
    heldOut,
    trainNeeded: lead + window + horizon,
    heldOutNeeded: horizon,
    earlier: heldOut < horizon,
  });
}

export function calendarFeatures(
  { calendar }: ForecastQuestion,
  { times }: SequenceTable,
): readonly ReadyFeature[] {
  if (!times) return [];
  return calendar.flatMap((feature) =>
    (["sine", "cosine"] as const).map((part, k) => ({
      name: message("table.calendarFeature", { feature, part }),
      at: (row: number) => circlePoint(feature, times[row])[k],
    })),
  );
}

/** [rows, K]: which targets the file has. */
export function knownTargets({ known, table }: CompleteSeries, K: number): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(K * table.rows.length);
  for (let k = 0; k < K; k++)
    for (let row = 0; row < table.rows.length; row++) all[row * K + k] = known[k][row];
  return all;
}

/** Output h·K + k is column k, h + 1 rows ahead. */
export function outputsOf(targets: readonly Quantity[], horizon: number): readonly Quantity[] {
  return Array.from({ length: horizon }, (_, h) =>
    targets.map((quantity) =>
      horizon === 1
        ? quantity
        : { ...quantity, name: message("files.ahead", { name: quantity.name, steps: h + 1 }) },
    ),
  ).flat();
}

/** [rows, K], as they are. */
export function interleaved(columns: readonly SequenceColumn[]): Float64Array<ArrayBuffer> {
  const K = columns.length;
  const result = new Float64Array(K * columns[0].values.length);
  for (const [k, { values }] of columns.entries())
    for (let row = 0; row < values.length; row++) result[row * K + k] = values[row];
  return result;
}

/** Of the i-th row of these, for a sentence. */
function placeOf(
  described: DescribedTable,
  question: ForecastQuestion,
  part: Pick<SequenceTable, "rows" | "times">,
  i: number,
): Said {
  return nameGiven(timeNamer(described, question, part)(i));
}

/**
 * A series of a few thousand rows is learned by heart within a minute: a small network, a little decay, and an end when the
 * held-out part gets no better.
 */
function suggestedFor(window: number, trainRows: number): SuggestedSettings {
  return {
    hiddenSizes: [trainRows < 100_000 ? 32 : 64],
    sequenceLength: window,
    batchSize: trainRows < 500 ? 16 : 32,
    learningRate: 0.003,
    optimizer: "adamw",
    weightDecay: 0.01,
    patience: trainRows < 10_000 ? 8 : 20,
  };
}

function* sentences(
  described: DescribedTable,
  question: ForecastQuestion,
  part: CompleteSeries,
): Pieces<readonly Message[]> {
  const { dropped } = part;
  const { calendar } = question;
  const spacing = timeSpacing(described, question.time, question);
  yield;
  const others = furtherInputs(question);
  return [
    ...(dropped > 0 ? [message("table.rowsBeforeFirstOut", { count: dropped })] : []),
    ...seriesSentences(described, question, part),
    ...timeSentence(described, question, spacing),
    forecastSentence(described, question, spacing),
    ...(yield* targetSentence(described, question)),
    ...(others.length > 0 ? [message("table.otherInputs", { columns: namesOf(described, others) })] : []),
    ...(calendar.length > 0 ? [message("table.calendarRead", { features: calendar })] : []),
    heldOutSentence(described, question, part, spacing),
    ...(yield* seasonSentences(described, question, spacing)),
  ];
}

/** How many series there are, of how many rows, and that none is mixed with another. */
function seriesSentences(
  { table: { names } }: DescribedTable,
  question: ForecastQuestion,
  part: CompleteSeries,
): readonly Message[] {
  if (question.id === null) return [];
  const lengths = spansOf(part.table).map(({ start, end }) => end - start);
  const { without } = countWindows(part, question);
  return [
    message("table.seriesFound", {
      column: idName(names, question),
      count: part.ids.length,
      series: listedNames(part.ids),
      shortest: Math.min(...lengths),
      longest: Math.max(...lengths),
    }),
    ...(without > 0 ? [message("table.shortSeries", { count: without })] : []),
  ];
}

function heldOutSentence(
  described: DescribedTable,
  question: ForecastQuestion,
  { table, trainRows, isTrain }: CompleteSeries,
  spacing: Spacing | null,
): Message {
  const trained = sumOf(trainRows);
  if (question.id !== null)
    return message("table.lastOfEachHeldOut", { heldOut: isTrain.length - trained, train: trained });
  return message("table.lastHeldOut", {
    heldOut: stepsMessage(isTrain.length - trained, spacing),
    first: placeOf(described, question, table, trained),
    train: stepsMessage(trained, spacing),
  });
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
function* targetSentence(described: DescribedTable, question: ForecastQuestion): Pieces<readonly Message[]> {
  const { targets, time } = question;
  const { names } = described.table;
  const unfit = yield* unfitColumns(described, time, question);
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
    type.kind === "date" && !columnsOfId(question).includes(column) && !time.includes(column)
      ? [message("table.notInput", { column: names[column], why: "anotherTime" })]
      : [],
  );
  const again = (yield* namesAgain(described, question))
    .filter((column) => !used.includes(column) && !targets.includes(column))
    .map((column) => message("table.notInput", { column: names[column], why: "namesSeries" }));
  const left = [...dates, ...out, ...again];
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
  { all, future: counts }: { readonly all: SequenceTable; readonly future: Int32Array },
): readonly Message[] {
  const future = sumOf(counts);
  if (future === 0) return [];
  const series = counts.findIndex((count) => count > 0);
  const first = placeOf(described, question, all, all.starts[series + 1] - counts[series]);
  const targets = namesOf(described, question.targets);
  if (question.id !== null) return [message("table.futureRowsOfSeries", { rows: future, first, targets })];
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

/** Of the first rows, where they are those of an even clock. */
const clockRows = 2000;

function clockStep(times: Float64Array, starts: Int32Array): number | null {
  const end = Math.min(clockRows, times.length);
  const parts = Array.from(
    starts.filter((start) => start < end),
    (start, k) => times.subarray(start, Math.min(end, starts[k + 1] ?? end)),
  );
  return evenStep(parts);
}

/** Steps within a series of more than one and a half times the usual distance, or less than half of it. */
function unevenTimes(
  described: DescribedTable,
  { times, rows, starts }: SequenceTable,
  question: ForecastQuestion,
): readonly TableProblem[] {
  const { time } = question;
  if (!times || time.length === 0 || times.length < 3) return [];
  const begins = new Uint8Array(times.length + 1);
  for (const start of starts) begins[start] = 1;
  const distances = new Float64Array(times.length);
  let steps = 0;
  for (let i = 0; i < times.length; i++) if (begins[i] === 0) distances[steps++] = times[i] - times[i - 1];
  const usual = clockStep(times, starts) ?? distances.subarray(0, steps).sort()[steps >> 1];
  // Where most rows have the time of another one, a step between rows is none of time.
  if (usual === 0) return [];
  const isUneven = (distance: number) => distance > 1.5 * usual || (distance > 0 && distance < 0.5 * usual);
  let count = 0;
  let first = -1;
  for (let i = 0; i < times.length; i++)
    if (begins[i] === 0 && isUneven(times[i] - times[i - 1]) && count++ === 0) first = rows[i];
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
      choices: evenChoices(described, question, usual),
    },
  ];
}

/** Rows may be brought to even steps instead, of the distance that is usual. */
function evenChoices(
  described: DescribedTable,
  { time, id, idWith }: ForecastQuestion,
  usualMs: number,
): readonly TableChoice[] {
  if (described.even || !isDated(described.preview.columns, time)) return [];
  const spacing = timeSpacing(described, time, { id, idWith }) ?? nearestSpacing(usualMs);
  const ways = (["mean", "sum", "last"] as const).map(
    (how): TableChoice => ({
      label: message("table.evenChoice", { spacing: spacingMessage(spacing), how }),
      change: { kind: "even", even: { time, id, ...(idWith && { idWith }), spacing, how } },
      chosen: false,
    }),
  );
  return [{ label: message("table.asTheyAre"), change: { kind: "even", even: null }, chosen: true }, ...ways];
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
