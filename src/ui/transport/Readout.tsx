/** One number with its name. Renders again only when its text changes. */

import type { RunState } from "../../store/state";
import { useRun } from "../usePlaygroundStore";
import styles from "./Readout.module.css";

interface ReadoutProps {
  readonly label: string;
  readonly text: (run: RunState) => string;
  readonly unit?: string;
  readonly title?: string;
}

export function Readout({ label, text, unit, title }: ReadoutProps) {
  const value = useRun(text);
  return (
    <div className={styles.readout} title={title}>
      <dt className={styles.label}>
        {label}
        {unit && <span className={styles.unit}>{unit}</span>}
      </dt>
      <dd className={styles.value}>{value}</dd>
    </div>
  );
}
