/** What the rows of a series are called after their times. */
import type { Breathing } from "../breathing";
import type { GivenName } from "../givenName";
import { type RowNames, RowTextWriter } from "../rowNames";
import type { DescribedTable } from "./describeTable";
import { readRuns } from "./readRuns";
import type { SequenceTable } from "./sequenceTable";
import type { Cells } from "./tableRows";
import type { DateOrder, ForecastQuestion } from "./tableTypes";

type Rows = Pick<SequenceTable, "rows" | "times">;

/** Orders of which a cell tells no date to a reader: numbers of ten digits and more. */
const clocks: ReadonlySet<DateOrder> = new Set(["unixSeconds", "unixMilliseconds", "unixMixed"]);
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
  if (times && isWritten({ interpretation }, { time }, times)) {
    const length = isoLength(times);
    return (i) => isoName(times[i], length);
  }
  return (i) => table.columns[first].at(rows[i]).trim();
}

/** Whether times are written anew, and not as they stand in the file. */
function isWritten(
  { interpretation }: Pick<DescribedTable, "interpretation">,
  { time }: Pick<ForecastQuestion, "time">,
  times: Float64Array | null,
): boolean {
  const type = interpretation.types[time[0]];
  const isClock = type.kind === "date" && clocks.has(type.order);
  return times !== null && (isClock || time.length > 1);
}

export async function timeNames(
  described: DescribedTable,
  question: Pick<ForecastQuestion, "time">,
  part: Rows,
  breathing: Breathing,
): Promise<RowNames> {
  const { rows, times } = part;
  const { length } = rows;
  const [first] = question.time;
  const numbers = first === undefined ? new Int32Array(length) : null;
  const texts = new RowTextWriter(numbers ? 0 : length);
  const isAsInFile = first !== undefined && !isWritten(described, question, times);
  const asInFile = isAsInFile ? cellWriter(described.table.columns[first], rows, texts) : null;
  const nameOf = timeNamer(described, question, part);
  for (let from = 0; from < length; from += rowsOfTurn) {
    const to = Math.min(length, from + rowsOfTurn);
    if (asInFile) asInFile(from, to);
    else
      for (let i = from; i < to; i++) {
        const name = nameOf(i);
        if (numbers) numbers[i] = Number(name);
        else texts.push(String(name));
      }
    await breathing.breathe();
  }
  return numbers ?? texts.finish();
}

/** Writes the cells of some of these rows, without the space around them, from byte to byte: half a million strings take a second. */
function cellWriter(column: Cells, rows: Int32Array, texts: RowTextWriter) {
  const read = column.reader<string | null>((cell) => cell.trim(), {
    ofBytes: (bytes, start, end) => {
      let [from, to] = [start, end];
      while (from < to && isAsciiSpace(bytes[from])) from++;
      while (to > from && isAsciiSpace(bytes[to - 1])) to--;
      // What else is a space has more bytes than one.
      const isTrimmed = from === to || (bytes[from] < 0x80 && bytes[to - 1] < 0x80);
      if (!isTrimmed) return decoder.decode(bytes.subarray(from, to)).trim();
      texts.pushBytes(bytes, from, to);
      return null;
    },
  });
  const push = (text: string | null) => {
    if (text !== null) texts.push(text);
  };
  return (from: number, to: number) => readRuns(read, rows, push, { from, to });
}

const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
const isAsciiSpace = (byte: number) => byte === 0x20 || (byte >= 0x09 && byte <= 0x0d);

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
