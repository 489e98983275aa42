/** What will be done with the table, in sentences, as soon as it is known. */
import type { TableCheck } from "../../../store/imports/tableImport";
import note from "../../styles/note.module.css";
import text from "../../styles/text.module.css";
import { useAllWords, useSay } from "../../words/useWords";
import styles from "./TablePlan.module.css";

export function TablePlan({ check }: { readonly check: TableCheck | null }) {
  const say = useSay();
  const { tableDialog } = useAllWords();
  const decisions = check?.decisions ?? [];
  return (
    <section className={`${note.info} ${styles.plan}`} aria-label={tableDialog.plan} aria-live="polite">
      <h3 className={styles.heading}>{tableDialog.plan}</h3>
      {decisions.length > 0 ? (
        <ul className={styles.list}>
          {decisions.map(say).map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      ) : (
        <p className={text.quiet}>{check ? tableDialog.nothingPlanned : tableDialog.planning}</p>
      )}
    </section>
  );
}
