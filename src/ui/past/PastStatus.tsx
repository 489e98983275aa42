/** In the place of the run's status while the stage shows the past: of which step it is, and the ways back. */

import type { HistoryFrame } from "../../session/trainingHistory";
import { frameOnShow, readsAnother } from "../../store/pastFrames";
import { Action } from "../controls/Action";
import { usePlayground, usePlaygroundStore, useRun } from "../usePlaygroundStore";
import { useAllWords } from "../words/useWords";
import styles from "./PastStatus.module.css";

export function PastStatus() {
  const frame = usePlayground(frameOnShow);
  return frame && <Shown frame={frame} />;
}

function Shown({ frame }: { readonly frame: HistoryFrame }) {
  const store = usePlaygroundStore();
  const { past } = useAllWords();
  const { step } = frame.snapshot;
  const another = usePlayground((state) => readsAnother(state, frame));
  const hasState = useRun((run) => run.checkpoints.some((one) => one.step === step));
  return (
    <div className={styles.shown}>
      <p className={styles.line}>
        {past.shown({ step, loss: frame.loss })} {another && past.another}
        {frame.sample !== null && !another && past.wrote({ text: inOneLine(frame.sample) })}
      </p>
      <p className={styles.ways}>
        <Action weight="link" onPress={() => store.getState().showStep(null)}>
          {past.backToNow}
        </Action>
        {hasState ? (
          <Action weight="link" onPress={() => store.getState().goOnFrom(step)}>
            {past.goOn}
          </Action>
        ) : (
          <span>{past.noState}</span>
        )}
      </p>
    </div>
  );
}

const inOneLine = (text: string) => text.replaceAll(/\s+/gu, " ").trim();
