/** How good the network is on what was held out, beside what needs no network. */

import { Gauge } from "lucide-react";
import { Action } from "../controls/Action";
import { Panel } from "../controls/Panel";
import { ElsewhereButton } from "../elsewhere/ElsewhereButton";
import { AnotherFile } from "../second/AnotherFile";
import text from "../styles/text.module.css";
import { TakeAlong } from "../takeAlong/TakeAlong";
import { usePlayground, usePlaygroundStore, useRun } from "../usePlaygroundStore";
import { WaitingFor } from "../waiting/WaitingFor";
import { useAllWords } from "../words/useWords";
import styles from "./EvaluationPanel.module.css";
import { EvaluationResult } from "./EvaluationResult";
import { thingOf } from "./thingOf";

export function EvaluationPanel() {
  const words = useAllWords().evaluation;
  const evaluated = useRun((run) => run.evaluated);
  const data = usePlayground((state) => state.data);
  return (
    <Panel title={words.title} aside={<Measure />}>
      <WaitingFor isHere={({ type }) => type === "evaluate"} />
      {evaluated ? (
        <>
          <EvaluationResult evaluation={evaluated.evaluation} thing={thingOf(data)} />
          <TakeAlong />
          <AnotherFile />
        </>
      ) : (
        <p className={text.hint}>{words.notYet}</p>
      )}
      <div>
        <ElsewhereButton />
      </div>
    </Panel>
  );
}

/** While it trains, measuring comes by itself. */
function Measure() {
  const words = useAllWords().evaluation;
  const store = usePlaygroundStore();
  const measuredAt = useRun((run) => run.evaluated?.step ?? null);
  const needed = useRun(
    ({ summary, training, evaluated, step }) => summary !== null && !training && evaluated?.step !== step,
  );
  return (
    <div className={styles.measure}>
      {measuredAt !== null && <span className={text.hint}>{words.atStep({ step: measuredAt })}</span>}
      {needed && (
        <Action onPress={() => store.getState().evaluate()}>
          <Gauge size={15} aria-hidden="true" />
          {words.measure}
        </Action>
      )}
    </div>
  );
}
