/** Where units are ordered by their effect, has it computed: when that is chosen, asked for anew, for another run, and after training. */
import { useEffect, useRef } from "react";
import type { AnswerPlace } from "../../../session/protocol";
import { usePlayground, usePlaygroundStore, useRun } from "../../usePlaygroundStore";
import type { StageView, StageViewStore } from "../stageView";

export function useEffects(view: StageViewStore): void {
  const store = usePlaygroundStore();
  const isWanted = usePlayground(({ unitOrder }) => unitOrder === "effect");
  const run = usePlayground(({ shownId, sortings }) => `${shownId} ${sortings}`);
  const isShown = useRun(({ snapshot }) => snapshot !== null);
  const training = useRun((one) => one.training);
  const asked = useRef("");
  useEffect(() => {
    if (!isWanted || !isShown) {
      asked.current = "";
      return;
    }
    // Rows that jump while a network trains say nothing.
    if (training && asked.current === run) return;
    asked.current = run;
    store.getState().look("effects", answerOnShow(view.getState()));
  }, [store, view, isWanted, isShown, run, training]);
}

/** The most probable class at the selected step, or the first number. */
function answerOnShow({ snapshot, selectedTime: time }: StageView): AnswerPlace {
  if (snapshot?.answer.kind !== "class") return { time, output: 0 };
  const { labels, probabilities } = snapshot.answer;
  const row = probabilities.subarray(time * labels.length, (time + 1) * labels.length);
  return { time, output: row.indexOf(Math.max(...row)) };
}
