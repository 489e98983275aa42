/**
 * Numbers with a decimal comma where cells end at commas: "3,7" without quotes is two cells, and the rows have more cells than the
 * header has names.
 */
import { timeName } from "./timeName";

export interface CutNumbers {
  /** Names in the header. */
  readonly names: number;
  /** Cells of the rows below, as they stand. */
  readonly cells: number;
  /** The cell before each comma, counted in the rows as they stand; they rise. Null where it may be others as well. */
  readonly before: readonly number[] | null;
  /** The first of them: "3,7". */
  readonly example: string;
}

type Rows = readonly (readonly string[])[];

const fewestRows = 4;
/** Digits behind a comma that need not be as many in each row. */
const mostDigits = 6;
const whole = /^\s*[-+−]?\d+\s*$/;
const digits = /^\s*\d+\s*$/;
const idName = /(?:^|[_\W])(?:id|nr|no|num|number|index|idx|key)$|^[nit#]$|编号|序号/i;

/** @param below rows as they stand; those of another length do not count */
export function cutNumbers(header: readonly string[], below: Rows, cells: number): CutNumbers | null {
  const rows = below.filter(({ length }) => length === cells);
  const surplus = cells - header.length;
  if (surplus < 1 || surplus > header.length || rows.length < fewestRows) return null;
  // A delimiter at the end of each row is no cell.
  if (rowsAreNamed(header, rows) || haveEmptyEnds(rows)) return null;
  const places = Array.from({ length: cells - 1 }, (_, c) => c).filter((c) => mayBeCut(rows, c));
  const even = places.filter((c) => haveEvenEnds(rows, c));
  const ways = waysToJoin(places, surplus);
  if (ways.length === 0) return null;
  // Programs write a number of decimals; whole numbers side by side have no such end.
  const evenWays = ways.length > 1 ? waysToJoin(even, surplus) : ways;
  const [first] = evenWays.length > 0 ? evenWays : ways;
  const [at] = first;
  const row = rows.find((one) => one[at].trim() !== "") ?? rows[0];
  return {
    names: header.length,
    cells,
    before: evenWays.length === 1 ? first : null,
    example: `${row[at].trim()},${row[at + 1].trim()}`,
  };
}

/** A row with its numbers whole; one that has another length stays as it is. */
export function joinedCells(
  cells: readonly string[],
  { before, cells: length }: CutNumbers,
): readonly string[] {
  if (before === null || cells.length !== length) return cells;
  const firsts = new Set(before);
  return cells.flatMap((cell, c) => {
    if (firsts.has(c - 1)) return [];
    if (!firsts.has(c) || cells[c + 1].trim() === "") return [cell];
    return [`${cell.trim()},${cells[c + 1].trim()}`];
  });
}

/**
 * Whether the first column has a name for each row and none itself, as R writes it: all words, or numbers that count the rows.
 *
 * @param rows with one cell more than the header has names
 */
export function rowsAreNamed(header: readonly string[], rows: Rows): boolean {
  const [row] = rows;
  if (row === undefined || row.length !== header.length + 1 || rows.length < fewestRows) return false;
  if (header.length === 0 || header.some((name) => name.trim() === "")) return false;
  if (haveEmptyEnds(rows)) return false;
  const first = rows.map(([cell]) => bare(cell));
  if (new Set(first).size < first.length) return false;
  const name = bare(header[0]);
  const isCount = idName.test(name) || timeName.test(name);
  const from = Number(first[0]);
  const counts =
    (from === 0 || from === 1) && first.every((cell, i) => /^\d+$/.test(cell) && Number(cell) === from + i);
  return !isCount && (counts || first.every((cell) => /^\p{L}[^:/]*$/u.test(cell)));
}

const haveEmptyEnds = (rows: Rows): boolean => rows.every((cells) => cells[cells.length - 1].trim() === "");

/** Between spaces, cells keep their quotes. */
const bare = (cell: string): string => cell.trim().replace(/^"(.*)"$/, "$1");

function mayBeCut(rows: Rows, c: number): boolean {
  const filled = rows.filter((row) => row[c].trim() !== "" || row[c + 1].trim() !== "");
  const lengths = filled.map((row) => row[c + 1].trim().length);
  const isEven = lengths.every((length) => length === lengths[0]);
  return (
    filled.length > 0 &&
    filled.every((row) => whole.test(row[c]) && digits.test(row[c + 1])) &&
    (isEven || lengths.every((length) => length <= mostDigits))
  );
}

/** Two digits or more behind each comma, as many in all rows. */
function haveEvenEnds(rows: Rows, c: number): boolean {
  const lengths = new Set(rows.map((row) => row[c + 1].trim().length).filter((length) => length > 0));
  return lengths.size === 1 && !lengths.has(1) && rows.some((row) => row[c + 1].trim().startsWith("0"));
}

/** Up to two of the ways to take so many places of which no two are neighbours. */
function waysToJoin(places: readonly number[], count: number): readonly (readonly number[])[] {
  const ways: (readonly number[])[] = [];
  const take = (from: number, taken: readonly number[]) => {
    if (ways.length > 1) return;
    if (taken.length === count) {
      ways.push(taken);
      return;
    }
    for (let i = from; i <= places.length - (count - taken.length); i++) {
      const last = taken.at(-1);
      if (last === undefined || places[i] > last + 1) take(i + 1, [...taken, places[i]]);
    }
  };
  take(0, []);
  return ways;
}
