/** Series without missing values, and which part of each trains. */
import { heldOutWindows, trainWindows } from "../seriesExamples";
import type { RowSpan } from "./encodeColumns";
import type { PrepareContext } from "./prepareContext";
import { dropMissing, fillSeries, keepRows, keepSequences, type SequenceTable } from "./sequenceTable";
import type { ForecastQuestion } from "./tableTypes";
import { leadOfQuestion } from "./targetRhythm";

export interface CompleteSeries {
  /** Series one after the other, none without rows. */
  readonly table: SequenceTable;
  /** Of each series: what its id says; one empty word where there is no id. */
  readonly ids: readonly string[];
  /** Of each column, [rows]: 1 where the file has a value, 0 where one was filled in. */
  readonly known: readonly Uint8Array[];
  /** [series]. */
  readonly trainRows: Int32Array;
  /** [rows]: 1 for those that train. */
  readonly isTrain: Uint8Array;
  /** Rows that were left out at the beginning of a series, because nothing came before them that could fill them. */
  readonly dropped: number;
}

/**
 * Missing values are filled as far as earlier ones can fill them.
 * @param heldOutFrom the time from which rows are held out; null: the last share of each series
 */
export async function completeSeries(
  gathered: SequenceTable,
  allIds: readonly string[],
  { options, breathing }: PrepareContext,
  heldOutFrom: number | null = null,
): Promise<CompleteSeries> {
  const whole = options.missing === "drop" ? dropMissing(gathered) : gathered;
  const hasRows = (series: number) => whole.starts[series + 1] > whole.starts[series];
  await breathing.breathe();
  const table = keepSequences(whole, hasRows);
  await breathing.breathe();
  const heldOut = heldOutRows(table, heldOutFrom, options.heldOutShare);
  const known: Uint8Array[] = [];
  for (const { values } of table.columns) {
    known.push(knownIn(values));
    await breathing.breathe();
  }
  const trainRows = lengthsOf(table).map((rows, series) => rows - heldOut[series]);
  fillSeries(table, options.missing, trainRows);
  await breathing.breathe();
  const stays = lateEnough(table);
  const rest = keepRows(table, (i) => stays[i] === 1);
  await breathing.breathe();
  const trained = lengthsOf(rest).map((rows, series) => Math.max(0, rows - heldOut[series]));
  const isTrain = new Uint8Array(rest.rows.length);
  for (let series = 0; series + 1 < rest.starts.length; series++)
    isTrain.fill(1, rest.starts[series], rest.starts[series] + trained[series]);
  return {
    table: rest,
    ids: allIds.filter((_, series) => hasRows(series)),
    known: rest === table ? known : known.map((rows) => rows.filter((_, i) => stays[i] === 1)),
    trainRows: trained,
    isTrain,
    dropped: table.rows.length - rest.rows.length,
  };
}

/** [series]: how many of its last rows are held out. */
function heldOutRows(table: SequenceTable, from: number | null, share: number): Int32Array {
  const { times, starts } = table;
  if (from === null || times === null) return lengthsOf(table).map((rows) => Math.round(rows * share));
  return lengthsOf(table).map((_, series) =>
    times
      .subarray(starts[series], starts[series + 1])
      .reduce((count, time) => count + (time >= from ? 1 : 0), 0),
  );
}

function knownIn(values: Float64Array): Uint8Array {
  const known = new Uint8Array(values.length);
  for (let i = 0; i < values.length; i++) if (!Number.isNaN(values[i])) known[i] = 1;
  return known;
}

const lengthsOf = ({ starts }: SequenceTable) =>
  Int32Array.from({ length: starts.length - 1 }, (_, series) => starts[series + 1] - starts[series]);

/** [rows]: 1 from the first row of a series on in which nothing is missing. */
function lateEnough({ starts, rows, columns }: SequenceTable): Uint8Array {
  const stays = new Uint8Array(rows.length);
  const lacks = (row: number) => columns.some(({ values }) => Number.isNaN(values[row]));
  for (let series = 0; series + 1 < starts.length; series++) {
    let first = starts[series];
    while (first < starts[series + 1] && lacks(first)) first++;
    stays.fill(1, first, starts[series + 1]);
  }
  return stays;
}

export const spansOf = ({ starts }: SequenceTable): readonly RowSpan[] =>
  Array.from(starts.subarray(1), (end, series) => ({ start: starts[series], end }));

/** Of each series the rows that train. */
export const trainSpansOf = ({ table, trainRows }: CompleteSeries): readonly RowSpan[] =>
  spansOf(table).map(({ start }, series) => ({ start, end: start + trainRows[series] }));

/** Windows of all series: of the training part, and of what is held out; and how many series have neither. */
export function countWindows(
  { table, trainRows }: CompleteSeries,
  question: ForecastQuestion,
): { readonly train: number; readonly heldOut: number; readonly without: number } {
  const { window, horizon } = question;
  const size = { T: window, horizon, lead: leadOfQuestion(question) };
  let [train, heldOut, without] = [0, 0, 0];
  for (const [series, span] of spansOf(table).entries()) {
    const rows = { ...span, trainRows: trainRows[series] };
    const trains = trainWindows(rows, size).count;
    const held = heldOutWindows(rows, size).count;
    train += trains;
    heldOut += held;
    if (trains + held === 0) without++;
  }
  return { train, heldOut, without };
}
