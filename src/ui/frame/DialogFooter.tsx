/** The ways out of a dialog, the one that it is for last; left of them what there is to say of them. */
import type { ReactNode } from "react";
import styles from "./DialogFrame.module.css";

interface DialogFooterProps {
  readonly words?: ReactNode;
  readonly children: ReactNode;
}

export function DialogFooter({ words, children }: DialogFooterProps) {
  return (
    <footer className={styles.footer}>
      {words && <div className={styles.words}>{words}</div>}
      <div className={styles.actions}>{children}</div>
    </footer>
  );
}
