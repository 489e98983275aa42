/** One number with its name. Renders again only when its text changes. */

import type { RunState } from "../../store/state";
import { useRun } from "../usePlaygroundStore";
import styles from "./Readout.module.css";

interface ReadoutProps {
  readonly label: string;
  readonly text: (run: RunState) => string;
  readonly unit?: string;
  readonly title?: string;
  /** Whether a phone has it beside the controls. */
  readonly isMain?: boolean;
}

export function Readout({ label, text, unit, title, isMain = false }: ReadoutProps) {
  const value = useRun(text);
  return (
    <div className={styles.readout} title={title} data-main={isMain || undefined}>
      <dt className={styles.label}>
        {label}
        {unit && <span className={styles.unit}>{unit}</span>}
      </dt>
      <dd className={styles.value}>{value}</dd>
    </div>
  );
}
