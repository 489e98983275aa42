/** Why not, if not; and the two ways out of the dialog. */

import { isStopped, type TableImport } from "../../../store/imports/tableImport";
import { Action } from "../../controls/Action";
import { usePlaygroundStore } from "../../usePlaygroundStore";
import styles from "./TableFooter.module.css";

interface TableFooterProps {
  readonly table: TableImport;
}

export function TableFooter({ table }: TableFooterProps) {
  const store = usePlaygroundStore();
  const { closeTable, useTable } = store.getState();
  const { refusal, check, preview, work } = table;
  const stops =
    work === "reading"
      ? []
      : (check?.problems ?? preview?.problems ?? []).filter(({ severity }) => severity === "stops");
  return (
    <footer className={styles.footer}>
      <div className={styles.words}>
        {refusal !== null && preview ? (
          <p role="alert" className={styles.problem}>
            {refusal}
          </p>
        ) : (
          stops.length > 0 && <p className={styles.problem}>{stops[0].message}</p>
        )}
      </div>
      <div className={styles.actions}>
        <Action onPress={closeTable}>{preview ? "Cancel" : "Close"}</Action>
        {(preview || refusal === null) && (
          <Action
            weight="primary"
            isDisabled={!table.opened || isStopped(table) || work !== null}
            onPress={useTable}
          >
            Use this data
          </Action>
        )}
      </div>
    </footer>
  );
}
