/** How far some work is: its name, how much of it is done, and the share of it on a rail. */
import type { ReactNode } from "react";
import { Label, ProgressBar } from "react-aria-components";
import rail from "../styles/rail.module.css";
import styles from "./WorkProgress.module.css";

interface WorkProgressProps {
  readonly label: ReactNode;
  /** 0 to 1; null while it is not known. */
  readonly share: number | null;
  /** What is done, in words; without them, the share in percent. */
  readonly amount?: string;
  /** The rail is the lower edge of what it stands in. */
  readonly isEdge?: boolean;
}

export function WorkProgress({ label, share, amount, isEdge = false }: WorkProgressProps) {
  return (
    <ProgressBar
      className={styles.progress}
      value={100 * (share ?? 0)}
      isIndeterminate={share === null}
      {...(amount !== undefined && { valueLabel: amount })}
      data-edge={isEdge || undefined}
    >
      {({ percentage, valueText }) => (
        <>
          <Label className={styles.label}>{label}</Label>
          <span className={styles.amount}>{valueText}</span>
          <span className={`${rail.rail} ${styles.rail}`}>
            <span
              className={`${rail.bar} ${styles.bar}`}
              {...(share === null ? { "data-waiting": "" } : { style: { width: `${percentage ?? 0}%` } })}
            />
          </span>
        </>
      )}
    </ProgressBar>
  );
}
