/** Why not, if not; and the two ways out of the dialog. */

import { isStopped, type TableImport } from "../../../store/imports/tableImport";
import { Action } from "../../controls/Action";
import { DialogFooter } from "../../frame/DialogFooter";
import { usePlaygroundStore } from "../../usePlaygroundStore";
import { useAllWords, useSay } from "../../words/useWords";
import styles from "./TableFooter.module.css";

interface TableFooterProps {
  readonly table: TableImport;
  /** While a field shows a text that is not in use. */
  readonly isHeldBack: boolean;
}

export function TableFooter({ table, isHeldBack }: TableFooterProps) {
  const store = usePlaygroundStore();
  const say = useSay();
  const { tableDialog } = useAllWords();
  const { closeTable, useTable } = store.getState();
  const { refusal, check, preview, question, work } = table;
  // Where nothing can be asked, what stops stands among the problems, and needs no second place.
  const stops =
    work === "reading" || question === null
      ? []
      : (check?.problems ?? preview?.problems ?? []).filter(({ severity }) => severity === "stops");
  const problem = refusal ?? stops[0]?.message ?? (isHeldBack ? tableDialog.fieldRefused : undefined);
  return (
    <DialogFooter
      words={
        preview &&
        problem !== undefined && (
          <p className={styles.problem} {...(refusal !== null && { role: "alert" })}>
            {say(problem)}
          </p>
        )
      }
    >
      <Action onPress={closeTable}>{preview ? tableDialog.cancel : tableDialog.close}</Action>
      {(preview || refusal === null) && (
        <Action
          weight="primary"
          isDisabled={!table.opened || isStopped(table) || isHeldBack || work !== null}
          onPress={useTable}
        >
          {tableDialog.useThisData}
        </Action>
      )}
    </DialogFooter>
  );
}
