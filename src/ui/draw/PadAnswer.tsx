/** The classes that the network holds most probable for what is drawn or recorded. */

import { useShallow } from "zustand/react/shallow";
import type { RunState } from "../../store/state";
import rail from "../styles/rail.module.css";
import text from "../styles/text.module.css";
import { usePlayground, useRun } from "../usePlaygroundStore";
import { useAllWords, useSay } from "../words/useWords";
import styles from "./PadAnswer.module.css";

const shown = 5;

interface PadAnswerProps {
  readonly isEmpty: boolean;
  /** How one is made. */
  readonly act?: "draw" | "record";
}

export function PadAnswer({ isEmpty, act = "draw" }: PadAnswerProps) {
  const { draw: words, stage } = useAllWords();
  const probabilities = useRun(useShallow(finalProbabilities));
  const say = useSay();
  const answer = usePlayground(({ data }) => (data?.kind === "examples" ? data.answer : null));
  const labels = answer?.kind === "class" ? answer.labels.map(say) : [];
  if (isEmpty || probabilities === null)
    return (
      <p className={text.quiet}>
        {act === "draw" ? words.drawFirst({ labels }) : words.recordFirst({ labels })}
      </p>
    );
  const best = labels
    .map((label, id) => ({ label, probability: probabilities[id] ?? 0 }))
    .sort((a, b) => b.probability - a.probability)
    .slice(0, shown);
  return (
    <ol className={styles.list} aria-label={act === "draw" ? words.seen : words.heard}>
      {best.map(({ label, probability }) => (
        <li key={label} className={styles.item}>
          <span className={`${text.line} ${styles.label}`} title={label}>
            {label}
          </span>
          <span className={rail.rail}>
            <span className={rail.bar} style={{ transform: `scaleX(${probability})` }} />
          </span>
          <span className={styles.percent}>{stage.percent({ percent: Math.round(100 * probability) })}</span>
        </li>
      ))}
    </ol>
  );
}

/** After the last step of a sequence of one's own; null while the stage shows another. */
function finalProbabilities({ snapshot }: RunState): readonly number[] | null {
  if (snapshot?.sequence.part !== "own" || snapshot.answer.kind !== "class") return null;
  const { probabilities, labels } = snapshot.answer;
  return Array.from(probabilities.subarray(probabilities.length - labels.length));
}
