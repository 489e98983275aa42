/** The first rows of the table in use, and the way back to what was chosen for it. */

import { SlidersHorizontal } from "lucide-react";
import { formatCount } from "../../../data/phrases";
import { columnsOf } from "../../../data/table/columnsOf";
import { Action } from "../../controls/Action";
import text from "../../styles/text.module.css";
import { usePlayground, usePlaygroundStore } from "../../usePlaygroundStore";
import styles from "./UsedTableFacts.module.css";

const shownRows = 4;
const shownColumns = 6;

export function UsedTableFacts() {
  const store = usePlaygroundStore();
  const used = usePlayground((state) => state.usedTable);
  if (!used) return null;
  const { preview, question } = used;
  const inUse = [...new Set(columnsOf(question))].sort((a, b) => a - b);
  const columns = inUse.slice(0, shownColumns);
  return (
    <div className={styles.facts}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and is to scroll with the keyboard as well */}
      <section className={styles.scroll} tabIndex={0} aria-label="First rows of the table">
        <table className={styles.table}>
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column} scope="col" className={styles.head}>
                  {preview.columns[column].name}
                </th>
              ))}
              {inUse.length > columns.length && (
                <th scope="col" className={`${text.hint} ${styles.more}`}>
                  and {formatCount(inUse.length - columns.length)} more
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {preview.rows.slice(0, shownRows).map((cells, row) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the first rows of a file have no other identity
              <tr key={row}>
                {columns.map((column) => (
                  <td key={column} className={styles.cell}>
                    {cells[column]}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <Action onPress={store.getState().reopenTable}>
        <SlidersHorizontal size={15} aria-hidden="true" />
        Change the choices
      </Action>
    </div>
  );
}
