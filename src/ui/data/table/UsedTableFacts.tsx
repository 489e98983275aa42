/** The first rows of the table in use, and the way back to what was chosen for it. */

import { SlidersHorizontal } from "lucide-react";
import { columnsOf } from "../../../data/table/columnsOf";
import type { UsedTable } from "../../../store/state";
import { Action } from "../../controls/Action";
import text from "../../styles/text.module.css";
import { usePlayground, usePlaygroundStore } from "../../usePlaygroundStore";
import { useAllWords } from "../../words/useWords";
import styles from "./UsedTableFacts.module.css";

const shownRows = 4;
const shownColumns = 6;

/** There is one only after the dialog, whose words are there by then. */
export function UsedTableFacts() {
  const used = usePlayground((state) => state.usedTable);
  return used && <Facts used={used} />;
}

function Facts({ used: { preview, question } }: { readonly used: UsedTable }) {
  const store = usePlaygroundStore();
  const { tableDialog } = useAllWords();
  const inUse = [...new Set(columnsOf(question))].sort((a, b) => a - b);
  const columns = inUse.slice(0, shownColumns);
  return (
    <div className={styles.facts}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and is to scroll with the keyboard as well */}
      <section className={styles.scroll} tabIndex={0} aria-label={tableDialog.firstRowsOfTable}>
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
                  {tableDialog.moreColumns({ columns: inUse.length - columns.length })}
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
        {tableDialog.changeChoices}
      </Action>
    </div>
  );
}
