/** A table of series that have their times beside them (`timesBeside.ts`), joined by these: a row for each time. */
import type { Breathing } from "../breathing";
import { ArrangedTable } from "./arrangedTable";
import type { Table } from "./table";
import { isUnnamed, type TimedSeries, type TimesBeside } from "./timesBeside";

const rowsBetweenBreaths = 256;
/** Cells for each of the file's: series that share no time need the more the more there are. */
const mostGrowth = 4;
/** So many are too few to be worth a word. */
const fewCells = 4_000_000;
const dayMs = 86_400_000;

const columnsOf = (series: readonly TimedSeries[]) =>
  1 + series.reduce((sum, { values }) => sum + values.length, 0);

/** Whether there is room for a row for each time. */
export async function canJoin(
  file: Table,
  { series }: Pick<TimesBeside, "series">,
  breathing: Breathing,
): Promise<boolean> {
  const most = Math.max(fewCells, mostGrowth * file.rowCount * file.columns.length) / columnsOf(series);
  let rows = 0;
  for (const _ of joinedTimes(series)) {
    if (++rows > most) return false;
    if (rows % rowsBetweenBreaths === 0) await breathing.breathe();
  }
  return true;
}

/**
 * Goes over the times of all series, in their order: with the place in each series that has it, −1 where one has none. What a series has
 * several times comes as often, the k-th with the k-th of the others.
 */
function* joinedTimes(series: readonly TimedSeries[]): Generator<readonly number[]> {
  const next = series.map(() => 0);
  const places = series.map(() => -1);
  for (;;) {
    let time = Number.POSITIVE_INFINITY;
    for (let s = 0; s < series.length; s++)
      if (next[s] < series[s].times.length) time = Math.min(time, series[s].times[next[s]]);
    if (time === Number.POSITIVE_INFINITY) return;
    for (let s = 0; s < series.length; s++) places[s] = series[s].times[next[s]] === time ? next[s]++ : -1;
    yield places;
  }
}

/** Its rows are of several of the file: they are counted from the names on, as if it had been saved so. */
class JoinedTable extends ArrangedTable {
  override rowNumber(row: number): number {
    return this.file.rowNumber(-1) + 1 + row;
  }
}

/** An outer join: cells are empty where a series has no value at a time. */
export async function joinTimes(file: Table, beside: TimesBeside, breathing: Breathing): Promise<Table> {
  const { series, isOneForm } = beside;
  const table = new JoinedTable(file, joinedNames(file, series), { timesJoined: true });
  const isDays = isWholeDays(series);
  const written = ({ time, rows, times }: TimedSeries, place: number) =>
    isOneForm
      ? time.map((column) => file.columns[column].at(rows[place]).trim()).join(" ")
      : isoText(times[place], isDays);
  let count = 0;
  for (const places of joinedTimes(series)) {
    const first = places.findIndex((place) => place >= 0);
    const values = series.flatMap((one, s) =>
      one.values.map((column) => (places[s] < 0 ? "" : file.columns[column].at(one.rows[places[s]]))),
    );
    table.addRow([written(series[first], places[first]), ...values], false);
    if (++count % rowsBetweenBreaths === 0) await breathing.breathe();
  }
  table.showFile();
  return table;
}

const isWholeDays = (series: readonly TimedSeries[]): boolean =>
  series.every(({ times }) => times.every((time) => time % dayMs === 0));

const isoText = (ms: number, isDays: boolean) => {
  const text = new Date(ms).toISOString();
  return isDays ? text.slice(0, 10) : text.replace("T", " ").replace(/(\.000)?Z$/, "");
};

/** Of the time what its columns' names have in common; of values their own, with what stands above each series where these are alike. */
function joinedNames(file: Table, series: readonly TimedSeries[]): readonly string[] {
  const given = (column: number) => (isUnnamed(file.names[column]) ? "" : asInFile(file, column));
  const times = series.map(({ time: [column] }) => given(column));
  const common = wordsInCommon(times);
  const titles = titlesAbove(file, series)?.titles;
  const areSingle = series.every(({ values }) => values.length === 1);
  const isOfTimes = common === "" && areSingle && new Set(times).size === times.length;
  const own = series.map(({ values }, s) =>
    isOfTimes && given(values[0]) === "" ? [times[s]] : values.map(given),
  );
  const areOne = areSingle && new Set(own.flat()).size === 1;
  const named = own.flatMap((names, s) =>
    titles ? names.map((name) => (areOne ? titles[s] : `${titles[s]} ${name}`.trim())) : names,
  );
  return [common === "" ? (isWholeDays(series) ? "date" : "time") : common, ...named];
}

/** Without the number that a name gets, here or by pandas, that another column has as well. */
function asInFile({ names, duplicateNames }: Table, column: number): string {
  const [, before, mark] = /^(.*?)(?: (\(\d+\))|\.\d+)$/.exec(names[column]) ?? [];
  if (before === undefined) return names[column];
  return (mark ? duplicateNames : names).includes(before) ? before : names[column];
}

/** The name itself where it is one, "date" of "date1" and "date2", "Date" of "AAPL Date" and "MSFT Date". */
function wordsInCommon(names: readonly string[]): string {
  const wordsOf = (name: string): readonly string[] => name.match(/\p{L}[\p{L}\p{M}]*/gu) ?? [];
  if (new Set(names).size === 1) return names[0];
  const [first, ...others] = names.map(wordsOf);
  return first.filter((word) => others.every((words) => words.includes(word))).join(" ");
}

/** Another above each series, in the row nearest to the names, with the place of this among those above; null where there is none. */
export function titlesAbove(
  { above, columns }: Table,
  series: readonly TimedSeries[],
): { readonly row: number; readonly titles: readonly string[] } | null {
  for (let row = above.length - 1; row >= 0; row--) {
    const titles = series.map(({ time: [from] }, s) => {
      const own = above[row].slice(from, series[s + 1]?.time[0] ?? columns.length);
      return (own.find((cell) => cell.trim() !== "") ?? "").trim();
    });
    if (titles.every((title) => title !== "") && new Set(titles).size === titles.length)
      return { row, titles };
  }
  return null;
}
