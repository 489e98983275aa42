/** Labels of another table as the classes that a network knows. */
import type { Said } from "../../../words/message";
import { wordColumn } from "../columnValues";
import type { DescribedTable } from "../describeTable";

export interface KnownClasses {
  /** [rows]: −1 where there is no label, or one that the network does not know. */
  readonly ids: Int32Array;
  /** Labels that it does not know. */
  readonly unknown: readonly string[];
  /** Rows without a label. */
  readonly without: number;
}

/** @param column −1 where the table has none */
export function knownClasses(
  described: DescribedTable,
  column: number,
  labels: readonly Said[],
): KnownClasses {
  const { rowCount } = described.table;
  if (column < 0) return { ids: new Int32Array(rowCount).fill(-1), unknown: [], without: rowCount };
  const { ids, words } = wordColumn(described, column);
  // The class of all that is rare is named by the page.
  const others = labels.findIndex((label) => typeof label === "object");
  const classes = words.map((word) => {
    const known = labels.indexOf(word);
    return known >= 0 ? known : others;
  });
  return {
    ids: ids.map((id) => (id < 0 ? -1 : classes[id])),
    unknown: words.filter((_, id) => classes[id] < 0),
    without: ids.reduce((sum, id) => sum + (id < 0 ? 1 : 0), 0),
  };
}
