/** How far the reader is, in bytes where it reads, and a way to stop it. */
import { shareDone } from "../../../store/imports/importState";
import type { TableImport } from "../../../store/imports/tableImport";
import { Action } from "../../controls/Action";
import { WorkProgress } from "../../controls/WorkProgress";
import { formatBytes } from "../../format";
import styles from "./TableProgress.module.css";

interface TableProgressProps {
  readonly table: TableImport;
  readonly onStop: () => void;
}

export function TableProgress({ table, onStop }: TableProgressProps) {
  return (
    <div className={styles.progress}>
      <WorkProgress
        label={stageInWords(table)}
        share={table.progress && shareDone(table)}
        amount={amountInWords(table)}
        isEdge
      />
      <div className={styles.stop}>
        <Action weight="quiet" onPress={onStop}>
          Stop
        </Action>
      </div>
    </div>
  );
}

const stages = {
  reading: "Reading the file",
  counting: "Looking at the columns",
  preparing: "Making sequences",
} as const;

function stageInWords({ work, progress }: TableImport): string {
  if (work === "loading") return "Starting a network on it";
  return stages[progress?.stage ?? (work === "preparing" ? "preparing" : "reading")];
}

function amountInWords(table: TableImport): string {
  const { progress } = table;
  if (!progress) return "";
  if (progress.stage === "reading") return `${formatBytes(progress.done)} of ${formatBytes(progress.total)}`;
  return `${Math.floor(shareDone(table) * 100)} %`;
}
