/** Which column of a table is likely to be forecast, and which ones say nothing about it. */
import type { Pieces } from "../inTurns";
import { determines, idColumn, numericColumn, type WordColumn, wordColumn } from "./columnValues";
import { dateParser } from "./dates";
import type { DescribedTable } from "./describeTable";
import { isCategory } from "./isCategory";
import { isElapsedName } from "./namesOfRoles";
import { isDated, rowTimes } from "./rowTimes";
import { type Grouping, groupRows } from "./seriesReading";
import type { SeriesId } from "./tableTypes";
import { calendarPartOf } from "./timeParts";

/** Why a column is nothing to forecast, the likelier to be meant after all first. */
export type Unfit =
  | "binary"
  | "mostlyMissing"
  | "anotherTime"
  | "counter"
  | "calendar"
  | "place"
  | "perSeries"
  | "constant";

/** What tells series apart, if anything does, and the times within them. */
export interface RowOrder extends SeriesId {
  readonly time: readonly number[];
}

const order: readonly (Unfit | null)[] = [
  null,
  "binary",
  "mostlyMissing",
  "anotherTime",
  "counter",
  "calendar",
  "place",
  "perSeries",
  "constant",
];

/** So many rows are looked at. */
const mostRows = 2000;
/** Of a counter's steps, this share is the same. */
const evenShare = 0.98;
const placeName =
  /(^|[\W_])(lat|lon|lng|latitude|longitude|phone|telephone|tel|zip|zipcode|postcode|postal[\W_]?code)($|[\W_])/i;

/**
 * What speaks against each column of numbers; columns against which nothing does have null.
 *
 * @param of what tells series apart, if there are several
 */
export function* unfitColumns(
  described: DescribedTable,
  time: readonly number[],
  { id, idWith = [] }: SeriesId = { id: null },
): Pieces<ReadonlyMap<number, Unfit | null>> {
  const { columns, rowCount } = described.preview;
  const rows = Math.min(rowCount, mostRows);
  const times = time.length > 0 ? rowTimes(described, time, rows) : null;
  const series = id === null ? null : groupRows(idColumn(described, { id, idWith }, rows));
  const found = new Map<number, Unfit | null>();
  for (const [column, { type }] of columns.entries()) {
    if (type.kind !== "number" || column === id || idWith.includes(column) || time.includes(column)) continue;
    yield;
    found.set(column, unfitness(described, column, { rows, times, series }));
  }
  return found;
}

interface LookedAt {
  readonly rows: number;
  readonly times: Float64Array | null;
  readonly series: Grouping | null;
}

function unfitness(
  described: DescribedTable,
  column: number,
  { rows, times, series }: LookedAt,
): Unfit | null {
  const { name, distinct, missing, invalid } = described.preview.columns[column];
  if (distinct <= 1) return "constant";
  if (placeName.test(name)) return "place";
  if (saysCalendar(described, column)) return "calendar";
  const { values } = numericColumn(described, column, rows);
  if (isCounter([values]) || (series && isCounter(parted(series, values)))) return "counter";
  if (times && isLinear(times, values)) return "anotherTime";
  if (isElapsedName(name) && (series ? parted(series, values) : [values]).every(rises)) return "anotherTime";
  if (series && series.count > 1 && parted(series, values).every(isConstant)) return "perSeries";
  if (missing + invalid > 0.5 * described.preview.rowCount) return "mostlyMissing";
  return distinct === 2 ? "binary" : null;
}

/** The values of each series. */
const parted = ({ rows, starts, count }: Grouping, values: Float64Array) =>
  Array.from({ length: count }, (_, group) =>
    Float64Array.from(rows.subarray(starts[group], starts[group + 1]), (row) => values[row]),
  );

const isConstant = (values: Float64Array) =>
  values.every((value) => value === values[0] || Number.isNaN(value));

function saysCalendar({ table, preview }: DescribedTable, column: number): boolean {
  const part = calendarPartOf(preview.columns[column].name);
  if (part === null) return false;
  if (part === "weekday" || part === "year") return true;
  const parse = dateParser(part);
  const cells = preview.rows.map((row) => row[column]).filter((cell) => cell.trim() !== "");
  return table.rowCount > 0 && cells.every((cell) => !Number.isNaN(parse(cell)));
}

/** Numbers that go up or down by the same all the time, in each of the parts. */
function isCounter(parts: readonly Float64Array[]): boolean {
  const steps = new Map<number, number>();
  let count = 0;
  for (const values of parts)
    for (let i = 1; i < values.length; i++) {
      const step = values[i] - values[i - 1];
      if (Number.isNaN(step)) continue;
      count++;
      if (Number.isInteger(step)) steps.set(step, (steps.get(step) ?? 0) + 1);
    }
  const [commonest] = [...steps].sort((a, b) => b[1] - a[1]);
  return count >= 3 && commonest !== undefined && commonest[0] !== 0 && commonest[1] >= evenShare * count;
}

const rises = (values: Float64Array) => values.every((value, i) => i === 0 || value > values[i - 1]);

/** Whether one is a line of the other, as seconds since 1970 are of dates. */
function isLinear(times: Float64Array, values: Float64Array): boolean {
  const rows = Array.from(times.keys()).filter((i) => !Number.isNaN(times[i]) && !Number.isNaN(values[i]));
  if (rows.length < 8) return false;
  const mean = (of: Float64Array) => rows.reduce((sum, i) => sum + of[i], 0) / rows.length;
  const [meanTime, meanValue] = [mean(times), mean(values)];
  let [tt, tv, vv] = [0, 0, 0];
  for (const i of rows) {
    const [t, v] = [times[i] - meanTime, values[i] - meanValue];
    tt += t * t;
    tv += t * v;
    vv += v * v;
  }
  return tt > 0 && vv > 0 && (tv * tv) / (tt * vv) > 1 - 1e-6;
}

/** So many rows are looked at for names. */
const mostNamed = 50_000;

/** Categories that only say once more what tells series apart: the name of a store beside its number. */
export function* namesAgain(
  described: DescribedTable,
  { id, idWith = [] }: SeriesId,
): Pieces<readonly number[]> {
  if (id === null) return [];
  const { columns, rowCount } = described.preview;
  const ids = [id, ...idWith];
  const rows = Math.min(rowCount, mostNamed);
  const words: WordColumn[] = [];
  for (const one of ids) {
    words.push(wordColumn(described, one, rows));
    yield;
  }
  const found: number[] = [];
  for (const [column, one] of columns.entries()) {
    if (!["category", "id"].includes(one.type.kind) || ids.includes(column)) continue;
    const alike = words.filter((_, k) => columns[ids[k]].distinct === one.distinct);
    if (alike.length === 0) continue;
    const own = wordColumn(described, column, rows);
    if (alike.some((each) => areOneToOne(own, each))) found.push(column);
    yield;
  }
  return found;
}

const areOneToOne = (first: WordColumn, second: WordColumn) =>
  determines(first, second) && determines(second, first);

/** Columns of words of which one of several that tell series apart says all: the region of a shop, where shops have the same items. */
export function* ofOneId(
  described: DescribedTable,
  { id, idWith = [] }: SeriesId,
): Pieces<readonly number[]> {
  if (id === null || idWith.length === 0) return [];
  const { columns, rowCount } = described.preview;
  const rows = Math.min(rowCount, mostNamed);
  const ids: WordColumn[] = [];
  for (const one of [id, ...idWith]) {
    ids.push(wordColumn(described, one, rows));
    yield;
  }
  const found: number[] = [];
  for (const [column, one] of columns.entries()) {
    if (!isCategory(one, rowCount) || column === id || idWith.includes(column)) continue;
    const own = wordColumn(described, column, rows);
    if (ids.some((each) => determines(each, own))) found.push(column);
    yield;
  }
  return found;
}

/** Names of what people forecast, the plainest first. */
const answerNames: readonly RegExp[] = [
  /^(label|target|y|outcome)$/,
  /(^| )(values?|prices?|close|sales?|sold|demand|counts?|cnt|load|consumption|passengers?|visitors?|visits?|users?|riders?|ridership|customers?|orders?|revenue|turnover|quantity|qty|amount|traffic|usage|births?|deaths?|cases|sunspots?|pm ?2 ?5|pm ?10|total|power|energy|ot)( |$)/,
  // The same in German, French and Spanish, and in Chinese, which has no spaces.
  /(^| )(werte?|preis|schlusskurs|umsatz|absatz|verbrauch|last|leistung|menge|anzahl|besucher|valeurs?|prix|ventes?|consommation|demande|quantité|nombre|valor|precio|ventas|consumo|demanda|cantidad)( |$)/,
  /收盘|价格|价$|销量|销售|需求|客流|人数|数量|用电|负荷|流量|收入|金额|产量|数值/,
  /(^| )(temp|temperature|volume|rate|level|flow|index|temperatur|température|temperatura)( |$)|温度|气温/,
];

export interface ForecastTarget {
  readonly column: number;
  readonly reason: "only" | "name" | "last";
}

/** The column that is forecast until somebody chooses another one; null where there are no numbers. */
export function forecastTarget(
  { preview: { columns } }: DescribedTable,
  unfit: ReadonlyMap<number, Unfit | null>,
): ForecastTarget | null {
  const least = order.find((one) => [...unfit.values()].includes(one));
  const fit = [...unfit.keys()].filter((column) => unfit.get(column) === least);
  if (least === undefined || fit.length === 0) return null;
  if (fit.length === 1) return { column: fit[0], reason: "only" };
  for (const pattern of answerNames) {
    const named = fit.filter((column) => pattern.test(plain(columns[column].name)));
    // A name that says nothing else: of several the last one, as answers stand at the end.
    const exact = named.findLast((column) => plain(columns[column].name).replace(pattern, "") === "");
    const column = exact ?? named[0];
    if (column !== undefined) return { column, reason: "name" };
  }
  return { column: fit[fit.length - 1], reason: "last" };
}

/** Lower-case words with a space between them. */
const plain = (name: string) =>
  name
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

/**
 * Whether a forecast reads a column besides, until somebody decides otherwise.
 *
 * @param series how many there are
 */
export function isGoodInput(
  described: DescribedTable,
  { time, series }: { readonly time: readonly number[]; readonly series: number },
  column: number,
  unfit: Unfit | null,
): boolean {
  const { columns } = described.preview;
  if (unfit === null || unfit === "binary") return true;
  // As many values as there are series are their names again.
  if (unfit === "perSeries") return columns[column].distinct < series;
  if (unfit !== "calendar") return false;
  // What the date says already; a day of the week is more than a number of a date's.
  return calendarPartOf(columns[column].name) === "weekday" || !isDated(columns, time);
}
