/** Rows brought to even steps of time: those of one interval become one row, and an interval without any is a row without values. */
import type { Breathing } from "../breathing";
import { CellColumn } from "./cellColumn";
import { columnsOfId } from "./columnsOf";
import { idColumn, numbersAt, type WordColumn } from "./columnValues";
import type { DescribedTable } from "./describeTable";
import { missingTest } from "./interpretTable";
import { type Intervals, intervalsOf } from "./intervals";
import { mostSteps } from "./mostSteps";
import { rowTimes } from "./rowTimes";
import type { Cells, TableRows } from "./tableRows";
import type { ColumnType, EvenCounts, EvenSteps } from "./tableTypes";

export interface EvenTable {
  readonly table: TableRows;
  readonly types: readonly ColumnType[];
  readonly counts: EvenCounts;
}

const rowsPerPage = 2 ** 12;
/** Of the distances between rows; behind a series that is longer ended it may go on. */
const usualShare = 0.9;

/** Of more steps than can be made, the table that was given. */
export async function evenTable(
  described: DescribedTable,
  steps: EvenSteps,
  breathing: Breathing,
): Promise<EvenTable> {
  const { table, interpretation } = described;
  const intervals = intervalsOf(steps.spacing);
  const slots = slotsOf(described, steps, intervals);
  await breathing.breathe();
  const { order, starts, counts } = slots;
  if (counts.steps > mostSteps) return { table, types: interpretation.types, counts };
  const [first, ...others] = steps.time;
  const ids = columnsOfId(steps);
  const columns: Cells[] = [];
  for (let column = 0; column < table.columns.length; column++) {
    columns.push(
      column === first
        ? cells(counts.steps, (step) => intervals.nameOf(slots.intervalAt[step]))
        : others.includes(column)
          ? cells(counts.steps, () => "")
          : interpretation.types[column].kind === "number" && !ids.includes(column)
            ? numbersTaken(described, column, slots, steps)
            : wordsTaken(described, column, slots, ids.includes(column)),
    );
    await breathing.breathe();
  }
  // A step without a row bears the number of the one before it.
  const rowOf = Int32Array.from({ length: counts.steps }, (_, step) =>
    starts[step + 1] > starts[step] ? order[starts[step]] : (order[starts[step] - 1] ?? -1),
  );
  return {
    table: {
      whole: table.whole,
      origin: table.origin,
      format: table.format,
      names: table.names,
      columns,
      rowCount: counts.steps,
      raggedRows: [],
      rowNumber: (row) => table.rowNumber(row < 0 ? row : (rowOf[row] ?? table.rowCount)),
    },
    types: interpretation.types.map((type, column) => evenType(type, column, steps, intervals)),
    counts,
  };
}

function evenType(type: ColumnType, column: number, { time }: EvenSteps, { order }: Intervals): ColumnType {
  if (column === time[0]) return { kind: "date", order };
  if (time.includes(column)) return { kind: "text" };
  // What stands around the numbers of the file does not stand around these.
  return type.kind === "number" ? { kind: "number" } : type;
}

interface Slots {
  /** Rows of the table that are used, those of one step together, in order of time. */
  readonly order: Int32Array;
  /** [steps + 1]: where those of each step begin in `order`. */
  readonly starts: Int32Array;
  /** [steps] */
  readonly intervalAt: Float64Array;
  readonly counts: EvenCounts;
}

/** A run of neighbouring intervals of one series. */
interface Run {
  readonly from: number;
  /** Places in `order`. */
  readonly begin: number;
  readonly end: number;
  readonly length: number;
}

function slotsOf(described: DescribedTable, steps: EvenSteps, intervals: Intervals): Slots {
  const times = rowTimes(described, steps.time);
  const groups = steps.id === null ? null : idColumn(described, { ...steps, id: steps.id });
  const used = usedRows(times, groups);
  const groupOf = (row: number) => groups?.ids[row] ?? 0;
  const sorted = used.sort((a, b) => groupOf(a) - groupOf(b) || times[a] - times[b] || a - b);
  const isFirst = (i: number) => i === 0 || groupOf(sorted[i]) !== groupOf(sorted[i - 1]);
  const firsts = Array.from(sorted.keys()).filter(isFirst);
  const usual = steps.how === "sum" ? usualDistance(sorted, times, isFirst) : null;
  const runs = firsts.map((begin, k) =>
    runOf({ sorted, times, intervals, usual }, begin, firsts[k + 1] ?? sorted.length),
  );
  const total = runs.reduce((sum, { length }) => sum + length, 0);
  const unfinished = runs.reduce((sum, { cut }) => sum + cut, 0);
  const rows = runs.reduce((sum, { begin, end }) => sum + end - begin, 0);
  const counts = { rows, leftOut: times.length - sorted.length, steps: total, empty: 0, unfinished };
  const none = { order: sorted, starts: new Int32Array(1), intervalAt: new Float64Array(0), counts };
  return total > mostSteps ? none : filledSlots(runs, { sorted, times, intervals, counts });
}

function usedRows(times: Float64Array, groups: WordColumn | null): Int32Array {
  const used = new Int32Array(times.length);
  let count = 0;
  for (let row = 0; row < times.length; row++)
    if (!Number.isNaN(times[row]) && (groups === null || groups.ids[row] >= 0)) used[count++] = row;
  return used.slice(0, count);
}

/** That nine of ten rows are no further apart than; null where there is none. */
function usualDistance(
  sorted: Int32Array,
  times: Float64Array,
  isFirst: (i: number) => boolean,
): number | null {
  const distances = Float64Array.from(sorted, (row, i) =>
    isFirst(i) ? 0 : times[row] - times[sorted[i - 1]],
  )
    .filter((distance) => distance > 0)
    .sort();
  return distances[Math.floor(usualShare * (distances.length - 1))] ?? null;
}

interface Sorted {
  readonly sorted: Int32Array;
  readonly times: Float64Array;
  readonly intervals: Intervals;
  /** Only of sums. */
  readonly usual: number | null;
}

/** Of a series; of sums without its first and last interval where another row would have had room in them. */
function runOf(
  { sorted, times, intervals, usual }: Sorted,
  begin: number,
  end: number,
): Run & { cut: number } {
  const { indexOf, startOf } = intervals;
  const indexAt = (i: number) => indexOf(times[sorted[i]]);
  let [from, to, cut] = [indexAt(begin), indexAt(end - 1), 0];
  let [first, last] = [begin, end];
  if (usual !== null && times[sorted[begin]] - usual >= startOf(from)) {
    while (first < last && indexAt(first) === from) first++;
    from = first < last ? indexAt(first) : from + 1;
    cut++;
  }
  if (usual !== null && first < last && times[sorted[end - 1]] + usual < startOf(to + 1)) {
    while (first < last && indexAt(last - 1) === to) last--;
    to = first < last ? indexAt(last - 1) : to - 1;
    cut++;
  }
  return { from, begin: first, end: last, length: first < last ? to - from + 1 : 0, cut };
}

function filledSlots(
  runs: readonly Run[],
  { sorted, times, intervals, counts }: Omit<Sorted, "usual"> & { readonly counts: EvenCounts },
): Slots {
  const order = new Int32Array(counts.rows);
  const starts = new Int32Array(counts.steps + 1);
  const intervalAt = new Float64Array(counts.steps);
  let [step, row, empty] = [0, 0, 0];
  for (const { from, begin, end, length } of runs) {
    let i = begin;
    for (let k = 0; k < length; k++, step++) {
      intervalAt[step] = from + k;
      starts[step] = row;
      while (i < end && intervals.indexOf(times[sorted[i]]) === from + k) order[row++] = sorted[i++];
      if (row === starts[step]) empty++;
    }
  }
  starts[counts.steps] = row;
  return { order, starts, intervalAt, counts: { ...counts, empty } };
}

function cells(count: number, cellOf: (step: number) => string): Cells {
  const column = new CellColumn(rowsPerPage);
  for (let step = 0; step < count; step++) column.push(cellOf(step));
  return column;
}

function numbersTaken(
  described: DescribedTable,
  column: number,
  { order, starts, counts }: Slots,
  { how }: EvenSteps,
): Cells {
  const values = numbersAt(described, column, order);
  const { decimal } = described.interpretation.format;
  return cells(counts.steps, (step) => {
    return written(taken(values.subarray(starts[step], starts[step + 1]), how), decimal);
  });
}

interface Taken {
  readonly value: number;
  /** How many numbers it was made of; 0 where no row has a value. */
  readonly of: number;
}

function taken(values: Float64Array, how: EvenSteps["how"]): Taken {
  let [sum, count, last] = [0, 0, 0];
  for (const value of values) {
    if (Number.isNaN(value)) continue;
    [sum, count, last] = [sum + value, count + 1, value];
  }
  if (how === "last") return { value: last, of: Math.min(count, 1) };
  return { value: how === "sum" ? sum : sum / count, of: count };
}

/** Without what adding leaves behind the digits of the file; one number alone has all of its own. */
const written = ({ value, of }: Taken, decimal: "." | ","): string =>
  of === 0 ? "" : String(of === 1 ? value : Number(value.toPrecision(14))).replace(".", decimal);

/** The last that there is; a series has its name in all of its steps. */
function wordsTaken(
  { table, interpretation }: DescribedTable,
  column: number,
  { order, starts, counts }: Slots,
  isId: boolean,
): Cells {
  const isMissing = missingTest(interpretation.format.missing);
  const source = table.columns[column];
  let last = "";
  return cells(counts.steps, (step) => {
    for (let i = starts[step + 1] - 1; i >= starts[step]; i--) {
      const cell = source.at(order[i]);
      if (!isMissing(cell)) {
        last = cell;
        return cell;
      }
    }
    // The first interval of a series is never empty.
    return isId ? last : "";
  });
}
