/** A list that lies beside files and says something of each: one of its columns names the files. */
import { fileOf, stemOf } from "./labelSource";

/** The cells of a list, which is a table. */
export interface ListTable {
  readonly path: string;
  readonly names: readonly string[];
  /** [columns][rows] */
  readonly columns: readonly (readonly string[])[];
}

export interface LabelList {
  readonly path: string;
  /** What each other column says of the files, by their paths. */
  readonly columns: ReadonlyMap<string, ReadonlyMap<string, string>>;
}

/** How a file may be named in a list; a number is that of "MovementAAL_RSS_12.csv". */
const keysOf: readonly ((path: string) => string | null)[] = [
  (path) => path.toLowerCase(),
  (path) => fileOf(path).toLowerCase(),
  (path) => stemOf(path).toLowerCase(),
  (path) => {
    const digits = /(\d+)\D*$/.exec(stemOf(path));
    return digits && String(Number(digits[1]));
  },
];

const leastFound = 0.8;

/** Null where no column names the files. */
export function labelList({ path, names, columns }: ListTable, paths: readonly string[]): LabelList | null {
  for (const keyOf of keysOf) {
    const wanted = new Map(paths.map((one) => [keyOf(one), one]));
    wanted.delete(null);
    // A number that two files have says nothing.
    if (wanted.size < leastFound * paths.length) continue;
    for (const [c, cells] of columns.entries()) {
      const rowOf = new Map<string, number>();
      for (const [row, cell] of cells.entries()) {
        const file = wanted.get(keyIn(cell));
        if (file !== undefined && !rowOf.has(file)) rowOf.set(file, row);
      }
      if (rowOf.size < leastFound * paths.length) continue;
      const others = columns.flatMap((other, k) =>
        k === c ? [] : [[names[k], labelsOf(other, rowOf)] as const],
      );
      return { path, columns: new Map(others) };
    }
  }
  return null;
}

const keyIn = (cell: string): string => {
  const text = cell.trim().toLowerCase().replaceAll("\\", "/");
  return /^\d+$/.test(text) ? String(Number(text)) : text;
};

function labelsOf(cells: readonly string[], rowOf: ReadonlyMap<string, number>): ReadonlyMap<string, string> {
  const labels = Array.from(rowOf, ([file, row]) => [file, cells[row].trim()] as const);
  return new Map(labels.filter(([, label]) => label !== ""));
}
