/** What went wrong in the engine, and what to do about it. */

import { TriangleAlert, X } from "lucide-react";
import { Action } from "../controls/Action";
import { usePlayground, usePlaygroundStore } from "../usePlaygroundStore";
import { useSay, useWords } from "../words/useWords";
import styles from "./FailureBanner.module.css";

export function FailureBanner() {
  const store = usePlaygroundStore();
  const say = useSay();
  const { transport } = useWords();
  const failure = usePlayground((state) => state.failure);
  if (failure === null) return null;
  return (
    <div className={styles.banner} role="alert">
      <TriangleAlert size={18} aria-hidden="true" className={styles.icon} />
      <p className={styles.words}>
        <strong>{say(failure.message)}</strong> {say(failure.advice)}
      </p>
      <Action weight="quiet" aria-label={transport.dismissMessage} onPress={store.getState().dismissFailure}>
        <X size={16} aria-hidden="true" />
      </Action>
    </div>
  );
}
