/** Why a text was not taken. What was loaded before is still there. */
import { X } from "lucide-react";
import type { Said } from "../../words/message";
import { Action } from "../controls/Action";
import note from "../styles/note.module.css";
import { useAllWords, useSay } from "../words/useWords";
import styles from "./Rejection.module.css";

interface RejectionProps {
  readonly name: Said;
  readonly message: Said;
  /** Null where it is no file that may be one. */
  readonly onTable: (() => void) | null;
  readonly onDismiss: () => void;
}

export function Rejection({ name, message, onTable, onDismiss }: RejectionProps) {
  const say = useSay();
  const { data } = useAllWords();
  return (
    <div className={`${note.problem} ${styles.rejection}`} role="alert">
      <div className={styles.words}>
        <p>
          <strong>{say(name)}</strong> {data.rejected} {say(message)}
        </p>
        {onTable && (
          <Action weight="link" onPress={onTable}>
            {data.asTable}
          </Action>
        )}
      </div>
      <Action weight="quiet" aria-label={data.dismiss} onPress={onDismiss}>
        <X size={16} aria-hidden="true" />
      </Action>
    </div>
  );
}
