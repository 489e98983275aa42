/** What will be done with the table, in sentences, as soon as it is known. */
import type { TableCheck } from "../../../store/imports/tableImport";
import note from "../../styles/note.module.css";
import text from "../../styles/text.module.css";
import { useSay } from "../../words/useWords";
import styles from "./TablePlan.module.css";

export function TablePlan({ check }: { readonly check: TableCheck | null }) {
  const say = useSay();
  const decisions = check?.decisions ?? [];
  return (
    <section className={`${note.info} ${styles.plan}`} aria-label="What will be done" aria-live="polite">
      <h3 className={styles.heading}>What will be done</h3>
      {decisions.length > 0 ? (
        <ul className={styles.list}>
          {decisions.map(say).map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      ) : (
        <p className={text.quiet}>
          {check ? "Nothing, until what stops it is changed." : "It is being worked out."}
        </p>
      )}
    </section>
  );
}
