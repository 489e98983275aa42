/** What a dialog holds, which scrolls where it is more than fits; and below it why nothing came of the last attempt. */
import type { ReactNode } from "react";
import note from "../styles/note.module.css";
import styles from "./DialogFrame.module.css";

interface DialogBodyProps {
  readonly refusal?: string | null;
  readonly children: ReactNode;
}

export function DialogBody({ refusal, children }: DialogBodyProps) {
  return (
    <div className={styles.body}>
      {children}
      {refusal && (
        <p className={note.problem} role="alert">
          {refusal}
        </p>
      )}
    </div>
  );
}
