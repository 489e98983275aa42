/** A control, and behind it what it means. */
import type { ReactNode } from "react";
import styles from "./Explained.module.css";
import { Explanation } from "./Explanation";

interface ExplainedProps {
  readonly label: string;
  readonly about: ReactNode;
  readonly children: ReactNode;
}

export function Explained({ label, about, children }: ExplainedProps) {
  return (
    <div className={styles.line}>
      {children}
      <Explanation of={label}>{about}</Explanation>
    </div>
  );
}
