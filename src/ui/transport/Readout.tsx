/** One number with its name. Renders again only when its text changes. */
import { useStore } from "zustand";
import type { Playground, PlaygroundStore } from "../../store/store";
import styles from "./Readout.module.css";

interface ReadoutProps {
  readonly store: PlaygroundStore;
  readonly label: string;
  readonly text: (state: Playground) => string;
  readonly unit?: string;
  readonly title?: string;
}

export function Readout({ store, label, text, unit, title }: ReadoutProps) {
  const value = useStore(store, text);
  return (
    <div className={styles.readout} title={title}>
      <dt className={styles.label}>
        {label}
        {unit && <span className={styles.unit}>, {unit}</span>}
      </dt>
      <dd className={styles.value}>{value}</dd>
    </div>
  );
}
