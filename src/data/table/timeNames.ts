/** What the rows of a series are called after their times. */
import type { Breathing } from "../breathing";
import type { GivenName } from "../givenName";
import { type RowNames, RowTextWriter } from "../rowNames";
import type { DescribedTable } from "./describeTable";
import type { SequenceTable } from "./sequenceTable";
import type { DateOrder, ForecastQuestion } from "./tableTypes";

type Rows = Pick<SequenceTable, "rows" | "times">;

/** Orders of which a cell tells no date to a reader: numbers of ten digits and more. */
const clocks: ReadonlySet<DateOrder> = new Set(["unixSeconds", "unixMilliseconds", "unixMixed", "serialDay"]);
const rowsOfTurn = 2 ** 13;

/**
 * Of the i-th row: the time as the file has it; of several columns, and of clocks that count from 1970, in the way of ISO 8601;
 * the number of the row where there is no time.
 */
export function timeNamer(
  { table, interpretation }: DescribedTable,
  { time }: Pick<ForecastQuestion, "time">,
  { rows, times }: Rows,
): (i: number) => GivenName {
  if (time.length === 0) return (i) => table.rowNumber(rows[i]);
  const [first] = time;
  const type = interpretation.types[first];
  const isClock = type.kind === "date" && clocks.has(type.order);
  if (times && (isClock || time.length > 1)) {
    const length = isoLength(times);
    return (i) => isoName(times[i], length);
  }
  return (i) => table.columns[first].at(rows[i]).trim();
}

export async function timeNames(
  described: DescribedTable,
  question: Pick<ForecastQuestion, "time">,
  part: Rows,
  breathing: Breathing,
): Promise<RowNames> {
  const nameOf = timeNamer(described, question, part);
  const { length } = part.rows;
  const numbers = question.time.length === 0 ? new Int32Array(length) : null;
  const texts = new RowTextWriter(numbers ? 0 : length);
  for (let i = 0; i < length; i++) {
    const name = nameOf(i);
    if (numbers) numbers[i] = Number(name);
    else texts.push(String(name));
    if (i % rowsOfTurn === 0) await breathing.breathe();
  }
  return numbers ?? texts.finish();
}

/** All to the same length. */
export function isoTimes(times: Float64Array): readonly string[] {
  const length = isoLength(times);
  return Array.from(times, (time) => isoName(time, length));
}

/** Whether a column's cells count from 1970, and are no names. */
export const isClock = (order: DateOrder): boolean => clocks.has(order);

const isoName = (time: number, length: number): string =>
  new Date(time).toISOString().slice(0, length).replace("T", " ");

/** To the day, or to the minute, second or millisecond where any of them needs it. */
function isoLength(times: Float64Array): number {
  const isEven = (ms: number) => times.every((time) => time % ms === 0);
  return isEven(86_400_000) ? 10 : isEven(60_000) ? 16 : isEven(1000) ? 19 : 23;
}
