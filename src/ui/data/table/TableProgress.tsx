/** How far the reader is, in bytes where it reads, and a way to stop it. */
import { shareDone } from "../../../store/imports/importState";
import type { TableImport } from "../../../store/imports/tableImport";
import type { AllWords } from "../../../words/catalogue";
import { Action } from "../../controls/Action";
import { WorkProgress } from "../../controls/WorkProgress";
import { useAllWords } from "../../words/useWords";
import styles from "./TableProgress.module.css";

interface TableProgressProps {
  readonly table: TableImport;
  readonly onStop: () => void;
}

export function TableProgress({ table, onStop }: TableProgressProps) {
  const words = useAllWords();
  return (
    <div className={styles.progress}>
      <WorkProgress
        label={stageInWords(words, table)}
        share={table.progress && shareDone(table)}
        amount={amountInWords(words, table)}
        isEdge
      />
      <div className={styles.stop}>
        <Action weight="quiet" onPress={onStop}>
          {words.tableDialog.stop}
        </Action>
      </div>
    </div>
  );
}

function stageInWords({ tableDialog: { stages } }: AllWords, { work, progress }: TableImport): string {
  if (work === "loading") return stages.loading;
  return stages[progress?.stage ?? (work === "preparing" ? "preparing" : "reading")];
}

function amountInWords({ tableDialog }: AllWords, table: TableImport): string {
  const { progress } = table;
  if (!progress) return "";
  const { stage, done, total } = progress;
  if (stage === "reading") return tableDialog.amountRead({ done, total });
  return tableDialog.percentDone({ percent: Math.floor(shareDone(table) * 100) });
}
