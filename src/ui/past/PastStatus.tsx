/** In the place of the run's status while the stage shows the past: of which step it is, and the ways back. */

import { ChevronLeft, ChevronRight } from "lucide-react";
import type { HistoryFrame } from "../../session/trainingHistory";
import { frameOnShow, keptStepBeside, readsAnother } from "../../store/pastFrames";
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
  const { past, common } = useAllWords();
  const { step } = frame.snapshot;
  const another = usePlayground((state) => readsAnother(state, frame));
  const hasState = useRun((run) => run.checkpoints.some((one) => one.step === step));
  return (
    <div className={styles.shown}>
      <p className={styles.line}>
        {common.sentences({
          parts: [
            past.shown({ step, loss: frame.loss }),
            ...(another ? [past.another] : []),
            ...(frame.sample !== null && !another ? [past.wrote({ text: inOneLine(frame.sample) })] : []),
          ],
        })}
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
        <KeptStep way="before" />
        <KeptStep way="after" />
      </p>
    </div>
  );
}

/** The way to the next step that the run can go on from. */
function KeptStep({ way }: { readonly way: "before" | "after" }) {
  const store = usePlaygroundStore();
  const { past } = useAllWords();
  const step = usePlayground((state) => keptStepBeside(state, way));
  const Icon = way === "before" ? ChevronLeft : ChevronRight;
  if (step === null) return null;
  return (
    <Action
      weight="link"
      aria-label={past.keptStep({ way, step })}
      onPress={() => store.getState().showStep(step)}
    >
      <Icon size={15} aria-hidden="true" />
    </Action>
  );
}

const inOneLine = (text: string) => text.replaceAll(/\s+/gu, " ").trim();
