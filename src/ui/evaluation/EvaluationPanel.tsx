/** How good the network is on what was held out, beside what needs no network. */

import { Gauge } from "lucide-react";
import type { Evaluation } from "../../data/evaluation/evaluationTypes";
import { formatCount } from "../../data/phrases";
import { Action } from "../controls/Action";
import { Panel } from "../controls/Panel";
import text from "../styles/text.module.css";
import { usePlayground, usePlaygroundStore, useRun } from "../usePlaygroundStore";
import { WaitingFor } from "../waiting/WaitingFor";
import { ClassResult } from "./ClassResult";
import styles from "./EvaluationPanel.module.css";
import { classesInWords, languageInWords, numbersInWords } from "./evaluationWords";
import { ForecastResult } from "./ForecastResult";
import { LanguageResult } from "./LanguageResult";
import { NumbersResult } from "./NumbersResult";
import { type Things, thingsOf } from "./thingsOf";

export function EvaluationPanel() {
  const evaluated = useRun((run) => run.evaluated);
  const data = usePlayground((state) => state.data);
  return (
    <Panel title="How good it is" aside={<Measure />}>
      <WaitingFor isHere={({ type }) => type === "evaluate"} />
      {evaluated ? (
        <Result evaluation={evaluated.evaluation} things={thingsOf(data)} />
      ) : (
        <p className={text.hint}>
          Not measured yet. While it trains, the network is measured now and then on what is held out and
          never trained on, and again when it pauses. Measure does it now.
        </p>
      )}
    </Panel>
  );
}

/** While it trains, measuring comes by itself. */
function Measure() {
  const store = usePlaygroundStore();
  const measuredAt = useRun((run) => run.evaluated?.step ?? null);
  const needed = useRun(
    ({ summary, training, evaluated, step }) => summary !== null && !training && evaluated?.step !== step,
  );
  return (
    <div className={styles.measure}>
      {measuredAt !== null && <span className={text.hint}>At step {formatCount(measuredAt)}</span>}
      {needed && (
        <Action onPress={() => store.getState().evaluate()}>
          <Gauge size={15} aria-hidden="true" />
          Measure
        </Action>
      )}
    </div>
  );
}

interface ResultProps {
  readonly evaluation: Evaluation;
  readonly things: Things;
}

function Result({ evaluation, things }: ResultProps) {
  switch (evaluation.kind) {
    case "language":
      return (
        <>
          <p>{languageInWords(evaluation)}</p>
          <LanguageResult evaluation={evaluation} />
        </>
      );
    case "classes":
      return (
        <>
          <p>{classesInWords(evaluation, things)}</p>
          <ClassResult evaluation={evaluation} things={things} />
        </>
      );
    case "numbers":
      return (
        <>
          <p>{numbersInWords(evaluation, things)}</p>
          <NumbersResult evaluation={evaluation} />
        </>
      );
    case "forecast":
      return <ForecastResult evaluation={evaluation} things={things} />;
  }
}
