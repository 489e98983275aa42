/** What a dialog holds, which scrolls where it is more than fits; and below it why nothing came of the last attempt. */
import type { ReactNode } from "react";
import type { Said } from "../../words/message";
import note from "../styles/note.module.css";
import { useSay } from "../words/useWords";
import styles from "./DialogFrame.module.css";

interface DialogBodyProps {
  readonly refusal?: Said | null;
  readonly children: ReactNode;
}

export function DialogBody({ refusal, children }: DialogBodyProps) {
  const say = useSay();
  return (
    <div className={styles.body}>
      {children}
      {refusal && (
        <p className={note.problem} role="alert">
          {say(refusal)}
        </p>
      )}
    </div>
  );
}
