/** What was deleted can be had back for a while. */
import type { ListedRun } from "../../kept/runStore";
import { Action } from "../controls/Action";
import { usePlaygroundStore } from "../usePlaygroundStore";
import { useAllWords, useSay } from "../words/useWords";
import styles from "./RunsDialog.module.css";
import { deletedRows } from "./runRows";

export function DeletedRuns({ runs }: { readonly runs: readonly ListedRun[] }) {
  const store = usePlaygroundStore();
  const { kept } = useAllWords();
  const say = useSay();
  const deleted = deletedRows(runs);
  if (deleted.length === 0) return null;
  return (
    <ul className={styles.runs} aria-label={kept.deleted}>
      {deleted.map(({ id, name }) => (
        <li key={id} className={styles.note}>
          <span>{kept.wasDeleted({ name: say(name) })}</span>
          <Action weight="link" onPress={() => store.getState().keeper({ type: "restore", id })}>
            {kept.undo}
          </Action>
        </li>
      ))}
    </ul>
  );
}
