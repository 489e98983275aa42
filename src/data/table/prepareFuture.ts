/** What is known of the rows behind the last one of each series, before they come. */
import type { SeriesFuture } from "../examples";
import type { GivenName } from "../givenName";
import type { Pieces } from "../inTurns";
import { circlePoint } from "./calendar";
import type { CompleteSeries } from "./completeSeries";
import { dateWriter } from "./dateWriter";
import type { DescribedTable } from "./describeTable";
import type { EncodedColumn } from "./encodeColumns";
import { mostAhead } from "./mostAhead";
import { nextTimes } from "./nextTimes";
import type { SequenceTable } from "./sequenceTable";
import type { ForecastQuestion } from "./tableTypes";
import type { ReadColumn } from "./targetTransform";
import { isClock, isoTimes, timeNamer } from "./timeNames";

/** Rows that are forecast where neither horizon nor season asks for more. */
const fewRows = 24;
/** Of a long season not all is: errors grow, and every row takes a step of all held-out forecasts. */
const mostOfSeasons = 100;
/** 16 MB. */
const mostInputs = 4e6;

interface Given {
  /** All rows, those to come among them. */
  readonly all: SequenceTable;
  /** The series of `all`, and how many of the last rows of each are to come. */
  readonly ids: readonly string[];
  readonly toCome: ArrayLike<number>;
  readonly part: CompleteSeries;
  /** How the columns of the part are read. */
  readonly read: readonly ReadColumn[];
  readonly encoded: { readonly columns: readonly EncodedColumn[]; readonly features: readonly unknown[] };
}

/** Null where not one row can be told of. It leaves off after each series. */
export function* prepareFuture(
  described: DescribedTable,
  question: ForecastQuestion,
  given: Given,
): Pieces<SeriesFuture | null> {
  const { ids, part, read, encoded, toCome } = given;
  const I = encoded.features.length;
  const S = part.ids.length;
  const known = Array.from(toCome).reduce((most, count) => Math.max(most, count), 0);
  const rows = Math.min(rowsAhead(question, known), Math.floor(mostInputs / (S * I)));
  if (rows < question.horizon) return null;
  const future = { rows, inputs: new Float32Array(S * rows * I), known: new Int32Array(S * I) };
  const isChange = new Uint8Array(I);
  isChange.set(
    read.flatMap(({ readAs }, c) =>
      Array.from({ length: encoded.columns[c].width }, () => Number(readAs === "change")),
    ),
  );
  const times: GivenName[] = [];
  const places = new Map(ids.map((id, place) => [id, place]));
  for (let series = 0; series < S; series++) {
    const rowsOf = seriesRows(given, series, places.get(part.ids[series]) ?? 0);
    const next = timesOf(described, question, rowsOf, rows);
    for (const name of next.names) times.push(name);
    fillColumns(given, question.targets.length, { series, rowsOf, I, future });
    fillCalendar(question, next.times, { series, I, future });
    yield;
  }
  return { ...future, isChange, times };
}

const rowsAhead = ({ horizon, period, ahead }: ForecastQuestion, known: number): number =>
  ahead === undefined
    ? Math.max(horizon, fewRows, Math.min(2 * (period ?? 0), mostOfSeasons), Math.min(known, mostAhead))
    : Math.max(horizon, Math.min(ahead, mostAhead));

/** The rows of one series: those that it has, in the part, and those that are to come, in all. */
interface SeriesRows {
  readonly start: number;
  readonly end: number;
  readonly times: Float64Array | null;
  readonly tableRows: Int32Array;
  /** In `all`: the first that is to come, and the one behind the last. */
  readonly from: number;
  readonly to: number;
  readonly all: SequenceTable;
}

/** @param place of the series in `all` */
function seriesRows({ all, toCome, part }: Given, series: number, place: number): SeriesRows {
  const { starts, times, rows } = part.table;
  const [start, end] = [starts[series], starts[series + 1]];
  const to = all.starts[place + 1];
  return {
    start,
    end,
    times: times?.subarray(start, end) ?? null,
    tableRows: rows.subarray(start, end),
    from: to - toCome[place],
    to,
    all,
  };
}

interface NextTimes {
  readonly names: readonly GivenName[];
  /** Null where nobody knows when they are. */
  readonly times: Float64Array | null;
}

/** Of the rows to come as they stand in the file, then at even steps, written as the file writes them. */
function timesOf(
  described: DescribedTable,
  question: ForecastQuestion,
  { times, tableRows, from, to, all }: SeriesRows,
  rows: number,
): NextTimes {
  const { time } = question;
  const toCome = { rows: all.rows.slice(from, to), times: all.times?.slice(from, to) ?? null };
  const given = namesOf(described, question, toCome).slice(0, rows);
  const more = rows - given.length;
  if (time.length === 0 || !times || !toCome.times) {
    const last = described.table.rowNumber(toCome.rows.at(-1) ?? tableRows[tableRows.length - 1]);
    return { names: [...given, ...Array.from({ length: more }, (_, i) => last + i + 1)], times: null };
  }
  const known = Float64Array.from([...times.slice(-mostTimes), ...toCome.times]);
  const { types } = described.interpretation;
  const next = nextTimes(
    known,
    time.every((column) => types[column].kind === "date"),
    more,
  );
  if (!next)
    return {
      names: [...given, ...Array.from({ length: more }, (_, i) => `+${given.length + i + 1}`)],
      times: null,
    };
  const cells = namesOf(described, question, {
    rows: Int32Array.from([...tableRows.slice(-mostCells), ...toCome.rows]).slice(-mostCells),
    times: known.slice(-mostCells),
  });
  return {
    names: [...given, ...written(described, question, cells.map(String), next)],
    times: Float64Array.from([...toCome.times.slice(0, rows), ...next]),
  };
}

function namesOf(
  described: DescribedTable,
  question: ForecastQuestion,
  part: Pick<SequenceTable, "rows" | "times">,
): readonly GivenName[] {
  const nameOf = timeNamer(described, question, part);
  return Array.from(part.rows, (_, i) => nameOf(i));
}

/** So many of the last rows say when the next ones are, and how that is written. */
const mostTimes = 500;
const mostCells = 40;

function written(
  { interpretation }: DescribedTable,
  { time }: ForecastQuestion,
  cells: readonly string[],
  next: Float64Array,
): readonly string[] {
  if (time.length > 1) return isoTimes(next);
  const type = interpretation.types[time[0]];
  if (type.kind === "date") {
    const write = isClock(type.order) ? null : dateWriter(type.order, cells);
    return write ? Array.from(next, write) : isoTimes(next);
  }
  const decimals = Math.max(...cells.map((cell) => (/[.,](\d+)$/.exec(cell)?.[1] ?? "").length));
  return Array.from(next, (value) => value.toFixed(decimals));
}

interface Filled {
  readonly series: number;
  readonly I: number;
  readonly future: Pick<SeriesFuture, "rows" | "inputs" | "known">;
}

/** What the file has of the other columns; what is missing between two rows stays as it was. */
function fillColumns(
  { part, read, encoded }: Given,
  targets: number,
  { series, rowsOf, I, future }: Filled & { readonly rowsOf: SeriesRows },
): void {
  const { from, to, end, all } = rowsOf;
  const count = Math.min(future.rows, to - from);
  let feature = 0;
  for (const [c, column] of read.entries()) {
    const { width, encode } = encoded.columns[c];
    const values = all.columns.find((one) => one.column === column.column)?.values;
    let last = part.table.columns[c].values[end - 1];
    let known = 0;
    for (let j = 0; values && c >= targets && j < count; j++) {
      const given = values[from + j];
      const value = Number.isNaN(given) ? last : given;
      const as = column.readAs === "change" ? value - last : value;
      for (let k = 0; k < width; k++)
        future.inputs[(series * future.rows + j) * I + feature + k] = encode(as, k, series);
      last = value;
      if (!Number.isNaN(given)) known = j + 1;
    }
    future.known.fill(known, series * I + feature, series * I + feature + width);
    feature += width;
  }
}

/** The last features are the calendar's. */
function fillCalendar(
  { calendar }: ForecastQuestion,
  times: Float64Array | null,
  { series, I, future }: Filled,
): void {
  if (!times) return;
  const first = I - 2 * calendar.length;
  for (let j = 0; j < future.rows; j++)
    for (const [place, name] of calendar.entries())
      future.inputs.set(circlePoint(name, times[j]), (series * future.rows + j) * I + first + 2 * place);
  future.known.fill(future.rows, series * I + first, (series + 1) * I);
}
