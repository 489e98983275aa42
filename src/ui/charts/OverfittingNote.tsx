/** Says when the curves of training and validation part, and what to try. */
import { useMemo } from "react";
import { type LossPoint, overfittingOf } from "../../data/evaluation/overfitting";
import note from "../styles/note.module.css";
import { useAllWords, useSay } from "../words/useWords";
import styles from "./OverfittingNote.module.css";
import { overfittingInWords, type Remedies } from "./overfittingInWords";

interface OverfittingNoteProps {
  readonly train: readonly LossPoint[];
  readonly validation: readonly LossPoint[];
  readonly remedies: Remedies;
}

export function OverfittingNote({ train, validation, remedies }: OverfittingNoteProps) {
  const say = useSay();
  const { parted } = useAllWords().charts;
  // Only a new validation tells more.
  // biome-ignore lint/correctness/useExhaustiveDependencies: training moves every moment.
  const found = useMemo(() => overfittingOf(train, validation), [validation]);
  const words = overfittingInWords(found, remedies);
  return (
    <>
      {/* Said once: the numbers in the note change with every validation. */}
      <span className="visually-hidden" role="status">
        {found.kind === "parted" && parted}
      </span>
      {words !== null && <p className={`${note.note} ${styles.note}`}>{say(words)}</p>}
    </>
  );
}
