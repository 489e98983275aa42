/** Values side by side, each with its name below it. */
import type { ReactNode } from "react";
import styles from "./Facts.module.css";

export function Facts({ children }: { readonly children: ReactNode }) {
  return <dl className={styles.facts}>{children}</dl>;
}

interface FactProps {
  readonly label: string;
  readonly value: string;
}

export function Fact({ label, value }: FactProps) {
  return (
    <div className={styles.fact}>
      <dt className={styles.label}>{label}</dt>
      <dd className={styles.value}>{value}</dd>
    </div>
  );
}
