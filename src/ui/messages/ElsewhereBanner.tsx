/** Says that another tab has the run on the stage, and takes it over. */
import { Files } from "lucide-react";
import { Action } from "../controls/Action";
import { usePlayground, usePlaygroundStore } from "../usePlaygroundStore";
import { useWords } from "../words/useWords";
import styles from "./FailureBanner.module.css";

export function ElsewhereBanner() {
  const store = usePlaygroundStore();
  const { transport } = useWords();
  const isElsewhere = usePlayground(({ keeping }) => keeping.kind === "elsewhere");
  if (!isElsewhere) return null;
  return (
    <div className={`${styles.banner} ${styles.quiet}`} role="status">
      <Files size={18} aria-hidden="true" className={styles.icon} />
      <p className={styles.words}>{transport.elsewhere}</p>
      <Action onPress={() => store.getState().keeper({ type: "takeOver" })}>{transport.takeOver}</Action>
    </div>
  );
}
