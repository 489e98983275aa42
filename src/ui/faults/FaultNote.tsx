/** In the place of a part of the page that is not there: what happened, and another attempt. */
import { Action } from "../controls/Action";
import layout from "../styles/layout.module.css";
import note from "../styles/note.module.css";
import { useWords } from "../words/useWords";
import styles from "./FaultNote.module.css";
import { type FaultPart, faultInWords } from "./faultWords";

interface FaultNoteProps {
  readonly what: FaultPart;
  readonly error: unknown;
  readonly onRetry: () => void;
  /** Over the page, and not in the place of the part. */
  readonly over: boolean;
  readonly onClose: (() => void) | undefined;
}

export function FaultNote({ what, error, onRetry, over, onClose }: FaultNoteProps) {
  const words = useWords();
  return (
    <div className={`${note.problem} ${styles.fault} ${over ? styles.over : ""}`} role="alert">
      <p>{faultInWords(words, what, error)}</p>
      <div className={layout.actions}>
        <Action onPress={onRetry}>{words.faults.retry}</Action>
        {onClose && <Action onPress={onClose}>{words.faults.close}</Action>}
      </div>
    </div>
  );
}
