/** Rows of several series that take turns, each row at a time of its own: readings of sensors as they came in. */
import type { Pieces } from "../inTurns";
import { numericColumn, wordColumn } from "./columnValues";
import type { DescribedTable } from "./describeTable";
import { labelName } from "./labelName";
import { isSeriesName, isWords } from "./namesOfRoles";
import { roughness } from "./roughness";
import { groupRows } from "./seriesReading";
import { areWeekdays } from "./weekdayNames";

export interface Turns {
  readonly id: number;
  /** Whether that needs no question. */
  readonly isCertain: boolean;
}

const mostRows = 10_000;
const mostSeries = 200;
const fewestEach = 8;
const mostMeasured = 6;
/** Of what rows of different series would differ by, if they were mixed at random. */
const leastMixed = 0.8;
const cyclic = 0.98;
/** Apart, the series are so much smoother than all rows together. */
const muchSmoother = 0.5;
const smoother = 0.9;

/**
 * Of the columns that can tell series apart the one whose rows take turns and go on smoothly for each of its values. A state that comes
 * and goes would look alike: only what is called as things are that measure is certain.
 *
 * @param ids columns that may tell series apart, the likeliest first
 * @param time in which the rows stand; none: they stand as they came
 */
export function* turnStructure(
  described: DescribedTable,
  ids: readonly number[],
  time: readonly number[],
): Pieces<Turns | null> {
  const { columns, rowCount } = described.preview;
  const rows = Math.min(rowCount, mostRows);
  const found: (Turns & { readonly ratio: number })[] = [];
  for (const id of ids) {
    const { name } = columns[id];
    const named = isSeriesName(name);
    if (time.includes(id) || labelName.test(name.trim()) || !(named || isWords(columns[id]))) continue;
    const own = wordColumn(described, id, rows);
    const count = own.words.length;
    yield;
    if (count < 2 || count > mostSeries || rows < count * fewestEach || areWeekdays(own.words)) continue;
    if (!takesTurns(own.ids, count)) continue;
    const ratio = yield* smoothness(described, { id, time, ids: own.ids, words: own.words, rows });
    const isCyclic = repeatsEach(own.ids, count) >= cyclic;
    const isSure = named && (isCyclic || ratio <= muchSmoother);
    if (isSure || ratio <= muchSmoother || (named && ratio <= smoother))
      found.push({ id, isCertain: isSure && ratio <= smoother, ratio });
  }
  const [best] = found.sort((a, b) => Number(b.isCertain) - Number(a.isCertain) || a.ratio - b.ratio);
  return best ? { id: best.id, isCertain: best.isCertain } : null;
}

function takesTurns(ids: Int32Array, count: number): boolean {
  const rowsOf = new Float64Array(count);
  let [changes, known] = [0, 0];
  for (let row = 0; row < ids.length; row++) {
    if (ids[row] < 0) continue;
    known++;
    rowsOf[ids[row]]++;
    if (row > 0 && ids[row] !== ids[row - 1]) changes++;
  }
  const mixed = 1 - rowsOf.reduce((sum, rows) => sum + (rows / known) ** 2, 0);
  return changes >= leastMixed * mixed * known;
}

/** Of the rows those that have the id of the row one round before. */
function repeatsEach(ids: Int32Array, count: number): number {
  let same = 0;
  for (let row = count; row < ids.length; row++) if (ids[row] === ids[row - count]) same++;
  return same / Math.max(1, ids.length - count);
}

interface Apart {
  readonly id: number;
  readonly time: readonly number[];
  readonly ids: Int32Array<ArrayBuffer>;
  readonly words: readonly string[];
  readonly rows: number;
}

/** How much smoother a measured column is within the series than over all rows: the least of those of the columns. */
function* smoothness(described: DescribedTable, { id, time, ids, words, rows }: Apart): Pieces<number> {
  const { columns } = described.preview;
  const apart = groupRows({ ids, words });
  const together = groupRows({ ids: new Int32Array(rows), words: [""] });
  const places = Float64Array.from({ length: rows }, (_, row) => row);
  const measured = columns.flatMap(({ type }, c) =>
    type.kind === "number" && c !== id && !time.includes(c) ? [c] : [],
  );
  let least = Number.POSITIVE_INFINITY;
  for (const column of measured.slice(0, mostMeasured)) {
    const { values } = numericColumn(described, column, rows);
    const whole = roughness(together, places, values);
    if (whole > 0 && Number.isFinite(whole))
      least = Math.min(least, roughness(apart, places, values) / whole);
    yield;
  }
  return least;
}
