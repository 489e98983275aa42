/** How good the network is on what was held out, beside what needs no network. */

import { Gauge } from "lucide-react";
import type { Evaluation } from "../../data/evaluation/evaluationTypes";
import { Action } from "../controls/Action";
import { Panel } from "../controls/Panel";
import { ElsewhereButton } from "../elsewhere/ElsewhereButton";
import text from "../styles/text.module.css";
import { TakeAlong } from "../takeAlong/TakeAlong";
import { usePlayground, usePlaygroundStore, useRun } from "../usePlaygroundStore";
import { WaitingFor } from "../waiting/WaitingFor";
import { useAllWords, useSay } from "../words/useWords";
import { ClassResult } from "./ClassResult";
import styles from "./EvaluationPanel.module.css";
import { classesInWords, languageInWords, numbersInWords } from "./evaluationWords";
import { ForecastResult } from "./ForecastResult";
import { LanguageResult } from "./LanguageResult";
import { NumbersResult } from "./NumbersResult";
import { type Thing, thingOf } from "./thingOf";

export function EvaluationPanel() {
  const words = useAllWords().evaluation;
  const evaluated = useRun((run) => run.evaluated);
  const data = usePlayground((state) => state.data);
  return (
    <Panel title={words.title} aside={<Measure />}>
      <WaitingFor isHere={({ type }) => type === "evaluate"} />
      {evaluated ? (
        <>
          <Result evaluation={evaluated.evaluation} thing={thingOf(data)} />
          <TakeAlong />
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

interface ResultProps {
  readonly evaluation: Evaluation;
  readonly thing: Thing;
}

function Result({ evaluation, thing }: ResultProps) {
  const say = useSay();
  switch (evaluation.kind) {
    case "language":
      return (
        <>
          <p>{say(languageInWords(evaluation))}</p>
          <LanguageResult evaluation={evaluation} />
        </>
      );
    case "classes":
      return (
        <>
          <p>{say(classesInWords(evaluation, thing))}</p>
          <ClassResult evaluation={evaluation} thing={thing} />
        </>
      );
    case "numbers":
      return (
        <>
          <p>{say(numbersInWords(evaluation, thing))}</p>
          <NumbersResult evaluation={evaluation} />
        </>
      );
    case "forecast":
      return <ForecastResult evaluation={evaluation} />;
  }
}
