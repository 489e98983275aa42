/**
 * One lane of the stage: a label that stays in view and a plot that is as wide as all the others, so that one time step
 * is one column from the symbols down to the slider. Wide stages put the label to the left, narrow ones above.
 */
import type { ReactNode } from "react";
import styles from "./StageLane.module.css";

interface StageLaneProps {
  readonly label: ReactNode;
  readonly children: ReactNode;
  /** Whether the label of tools stands in their row where there is little room, and all of them stay in sight. */
  readonly isToolbar?: boolean;
}

export function StageLane({ label, children, isToolbar = false }: StageLaneProps) {
  return (
    <div className={styles.lane} data-toolbar={isToolbar || undefined}>
      <div className={styles.label}>{label}</div>
      <div className={styles.plot}>{children}</div>
    </div>
  );
}
