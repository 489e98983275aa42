/** How far the reader is, in bytes where it reads, and a way to stop it. */
import { Label, ProgressBar } from "react-aria-components";
import { shareDone } from "../../../store/imports/importState";
import type { TableImport } from "../../../store/imports/tableImport";
import { Action } from "../../controls/Action";
import { formatBytes } from "../../format";
import styles from "./TableProgressBar.module.css";

interface TableProgressBarProps {
  readonly table: TableImport;
  readonly onStop: () => void;
}

export function TableProgressBar({ table, onStop }: TableProgressBarProps) {
  const { work, progress } = table;
  // The place is kept, so that nothing moves when work begins and ends.
  if (work === null) return <div className={styles.rail} />;
  return (
    <ProgressBar
      className={styles.bar}
      value={shareDone(table) * 100}
      isIndeterminate={progress === null}
      valueLabel={amountInWords(table)}
    >
      {({ percentage, valueText }) => (
        <>
          <div className={styles.words}>
            <Label>{stageInWords(table)}</Label>
            <span className={styles.amount}>{valueText}</span>
            {work !== "loading" && (
              <Action weight="quiet" onPress={onStop}>
                Stop
              </Action>
            )}
          </div>
          <div className={styles.rail}>
            <div
              className={styles.fill}
              {...(progress ? { style: { width: `${percentage ?? 0}%` } } : { "data-waiting": "" })}
            />
          </div>
        </>
      )}
    </ProgressBar>
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
