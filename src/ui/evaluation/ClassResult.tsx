/** How well classes are told apart: measures beside those of the majority class, each class, and the confusion matrix. */

import { useState } from "react";
import type { ClassEvaluation, ClassMeasures } from "../../data/evaluation/evaluationTypes";
import text from "../styles/text.module.css";
import { useAllWords, useSay } from "../words/useWords";
import { CellExamples } from "./CellExamples";
import styles from "./ClassResult.module.css";
import { ConfusionMatrix } from "./ConfusionMatrix";
import type { CellPlace } from "./confusion";
import { classLossInWords } from "./evaluationWords";
import { ResultTable } from "./ResultTable";
import type { Thing } from "./thingOf";
import { WorstConfusions } from "./WorstConfusions";

interface ClassResultProps {
  readonly evaluation: ClassEvaluation;
  readonly thing: Thing;
  /** Of another file, whose examples the stage does not have. */
  readonly isSecond?: boolean;
}

/** A larger matrix cannot be taken in, and its worst cells are listed instead. */
const largestMatrix = 40;

export function ClassResult({ evaluation, thing, isSecond = false }: ClassResultProps) {
  const [chosen, setChosen] = useState<CellPlace | null>(null);
  const View = evaluation.labels.length > largestMatrix ? WorstConfusions : ConfusionMatrix;
  return (
    <>
      <Measures evaluation={evaluation} />
      <View evaluation={evaluation} chosen={chosen} onChoose={isSecond ? null : setChosen} />
      {chosen && <CellExamples evaluation={evaluation} cell={chosen} thing={thing} />}
      <EachClass evaluation={evaluation} />
    </>
  );
}

function Measures({ evaluation }: { readonly evaluation: ClassEvaluation }) {
  const { evaluation: words, formats } = useAllWords();
  const say = useSay();
  const { majority, labels } = evaluation;
  const shares = ({ accuracy, balancedAccuracy, macroF1 }: ClassMeasures) => [
    formats.share(accuracy),
    formats.share(balancedAccuracy),
    formats.decimal(macroF1),
  ];
  return (
    <>
      <ResultTable
        caption={words.classMeasures}
        columns={[words.accuracy, words.balancedAccuracy, words.macroF1]}
        rows={[
          { name: words.network, own: true, values: shares(evaluation) },
          { name: words.majorityClass({ label: say(labels[majority.label]) }), values: shares(majority) },
        ]}
      />
      <p className={text.hint}>{say(classLossInWords(evaluation))}</p>
    </>
  );
}

function EachClass({ evaluation }: { readonly evaluation: ClassEvaluation }) {
  const { evaluation: words, formats } = useAllWords();
  const say = useSay();
  const { labels, classes } = evaluation;
  return (
    <details className={styles.details}>
      <summary>{words.perClass}</summary>
      <ResultTable
        caption={words.perClassCaption}
        columns={[words.answers, words.precision, words.recall, words.f1]}
        rows={classes.map(({ support, precision, recall, f1 }, c) => ({
          name: say(labels[c]),
          own: true,
          values: [
            formats.count(support),
            formats.share(precision),
            formats.share(recall),
            formats.decimal(f1),
          ],
        }))}
      />
    </details>
  );
}
