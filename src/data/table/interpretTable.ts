/** What the cells of a table mean: how numbers are written, and what each column is. */
import { detectColumnType, withSigns } from "./columnType";
import { areDurations, durationOf } from "./numberSigns";
import { type DetectedNumbers, detectNumberFormat, numberParser } from "./numbers";
import { findSentinels, type Sentinel } from "./sentinels";
import type { Table } from "./table";
import {
  type ColumnType,
  defaultMissing,
  type EvenSteps,
  missingAmongNumbers,
  type RowFilter,
  type TableFormat,
} from "./tableTypes";
import { bareName, knownOf, type SampledColumn, timeParts } from "./timeParts";
import { type UnreadNumbers, unreadNumbers } from "./unreadNumbers";
import { valueClocks } from "./valueClocks";

export interface TableCorrections {
  readonly format?: Partial<TableFormat>;
  /** By the index of the column. */
  readonly types?: Readonly<Record<number, ColumnType>>;
  /** Which rows are read; left out: all. */
  readonly filter?: RowFilter;
  /** Steps that rows are brought to; left out: they stay as they are. */
  readonly even?: EvenSteps;
}

export interface Interpretation {
  readonly format: TableFormat;
  /** One a column: as chosen, else as detected. */
  readonly types: readonly ColumnType[];
  readonly detected: readonly ColumnType[];
  /** Columns of dates whose day and month could be the other way round, and that nobody has decided. */
  readonly ambiguous: readonly number[];
  /** Columns of numbers such as "1.234" that could be a thousand times as large, and nothing in the table tells. */
  readonly doubtfulNumbers: DetectedNumbers["doubt"];
  /** Columns of numbers that cannot be read as they are written. */
  readonly unread: readonly UnreadNumbers[];
  /** By column: a number that seems to say that there is no value. */
  readonly sentinels: ReadonlyMap<number, Sentinel>;
}

const sampleBlocks = 40;
const rowsOfBlock = 50;

export function interpretTable(table: Table, { format = {}, types = {} }: TableCorrections): Interpretation {
  const sampled = sampledRows(table.rowCount);
  const cells = table.columns.map((column) => sampled.map((row) => column.at(row)));
  const missing = format.missing ?? [...defaultMissing, ...missingFound(cells)];
  const isMissing = missingTest(missing);
  const samples = cells.map((own) => own.filter((cell) => !isMissing(cell)));
  const { doubt, ...written } = detectNumberFormat(samples, table.format.delimiter);
  const numbers = { ...written, ...withoutUndefined(format) };
  const whole: TableFormat = {
    ...table.format,
    decimal: numbers.decimal,
    thousands: numbers.thousands,
    missing,
  };
  const parse = numberParser(whole);
  const first = samples.map((cells, c) => detectColumnType(givenName(table, c), cells, parse));
  const areLaps = isOfLaps(first.map(({ type }, c) => ({ name: table.names[c], type, cells: samples[c] })));
  const found = first.map((one, c) =>
    isDuration(givenName(table, c), one.type, samples[c], areLaps)
      ? { type: withSigns(samples[c], parse), ambiguous: false }
      : one,
  );
  const parts = timeParts(
    found.map(({ type }, c) => ({ name: givenName(table, c), type, cells: samples[c] })),
  );
  const clocks = valueClocks(found.map(({ type }, c) => ({ type, values: samples[c].map(parse) })));
  const detected = found.map(({ type }, c): ColumnType => {
    const order = parts.get(c) ?? clocks.get(c);
    return order ? { kind: "date", order } : type;
  });
  const inForce = detected.map((type, c) => chosenType(types[c], samples[c], parse) ?? type);
  return {
    format: whole,
    types: inForce,
    detected,
    doubtfulNumbers: doubt,
    ambiguous: found.flatMap(({ ambiguous }, c) => (ambiguous && !types[c] ? [c] : [])),
    unread: inForce.flatMap((type, c) => unreadNumbers(c, type, samples[c]) ?? []),
    sentinels: findSentinels(
      inForce.flatMap(({ kind }, column) => {
        const cells = samples[column];
        return kind === "number" ? [{ column, cells, values: cells.map(parse) }] : [];
      }),
    ),
  };
}

const durationName = new RegExp(
  [
    /durat|dauer|durée|duración|\bpace\b|时长|用时|耗时|配速|所要時間/,
    /\b(lap|split|moving|elapsed|finish|total|avg|best|swim|bike|run|sleep|pause)[\s_]*(time|pace)?\b/,
    /\b(activity|active|screen|driving|travel|trip|ride|walk(ing)?|work(ing|out)?|training|reading|play(ing)?|waiting|response|processing|cycle|cook(ing)?)[\s_]*time\b/,
    /(runden|lauf|fahr|reise|geh|arbeits|trainings|bildschirm|spiel|lese|warte|bearbeitungs|schlaf)zeit/,
  ]
    .map(({ source }) => source)
    .join("|"),
  "i",
);

/** Of a time of day as well as of how long something took. */
const timeName =
  /^(time|times|zeit|temps|tiempo|tempo|tijd|tid|czas|s[üu]re|время|час|时间|時間|タイム|시간|زمان|الوقت|समय|เวลา)$/i;
/** Of what is measured of a lap, or of a training. */
const lapName =
  /\b(laps?|splits?|runden?|intervals?|sets?|distan\w*|strecke|dystans|pace|cadence|calor\w*|kcal|heart ?rate|hr|bpm|swolf|strokes?|lengths?|ascent|stride|watts?|speed|power)\b|圈|距离|距離|配速|心率|步频|卡路里/i;

/** Whether a time beside such columns says how long each took: none of them is a day whose hour it could be. */
function isOfLaps(columns: readonly SampledColumn[]): boolean {
  const known = columns.map(({ type, cells }) =>
    type.kind === "date" && type.order !== "timeOfDay" ? knownOf(type.order, cells) : null,
  );
  if (known.includes("day")) return false;
  return columns.some(({ name }) => lapName.test(name.replaceAll("_", " ")));
}

/** By its name, and because what it says goes up and down: a clock, or the time since a beginning, goes on. */
function isDuration(name: string, type: ColumnType, cells: readonly string[], areLaps: boolean): boolean {
  if (type.kind !== "date" || type.order !== "timeOfDay" || !areDurations(cells)) return false;
  if (!durationName.test(name) && !(areLaps && timeName.test(bareName(name)))) return false;
  const back = cells.filter((cell, i) => i > 0 && durationOf(cell) < durationOf(cells[i - 1])).length;
  return back >= 0.2 * cells.length;
}

/** Whoever says that a column has numbers need not say what stands around them. */
function chosenType(
  type: ColumnType | undefined,
  cells: readonly string[],
  parse: (cell: string) => number,
): ColumnType | undefined {
  return type?.kind === "number" && !type.signs ? withSigns(cells, parse) : type;
}

/** A column whose name is our own is better judged without one. */
const givenName = ({ names }: Table, column: number) =>
  names[column] === `#${column + 1}` ? "" : names[column];

function withoutUndefined({ decimal, thousands }: Partial<TableFormat>) {
  return { ...(decimal !== undefined && { decimal }), ...(thousands !== undefined && { thousands }) };
}

/** What says among the numbers of these columns that there is none. */
function missingFound(columns: readonly (readonly string[])[]): readonly string[] {
  const isDefault = missingTest(defaultMissing);
  const isNumeric = (cells: readonly string[]) => {
    const known = cells.filter((cell) => !isDefault(cell) && !missingAmongNumbers.includes(cell.trim()));
    return known.length > 0 && known.filter((cell) => /\d/.test(cell)).length >= 0.8 * known.length;
  };
  return missingAmongNumbers.filter((word) =>
    columns.some((cells) => cells.some((cell) => cell.trim() === word) && isNumeric(cells)),
  );
}

/** Blocks of rows that are spread evenly, in order; all rows of a short table. */
function sampledRows(rowCount: number): number[] {
  if (rowCount <= sampleBlocks * rowsOfBlock) return Array.from({ length: rowCount }, (_, row) => row);
  const room = rowCount - rowsOfBlock;
  return Array.from({ length: sampleBlocks }, (_, block) =>
    Math.floor((block * room) / (sampleBlocks - 1)),
  ).flatMap((first) => Array.from({ length: rowsOfBlock }, (_, i) => first + i));
}

/** Whether a cell says that there is no value. */
export function missingTest(words: readonly string[]): (cell: string) => boolean {
  const known = new Set(words.map((word) => word.trim().toLowerCase()));
  const longest = Math.max(0, ...[...known].map(({ length }) => length));
  return (cell) => {
    if (known.has(cell)) return true;
    const text = cell.trim();
    return text.length <= longest && known.has(text.toLowerCase());
  };
}
