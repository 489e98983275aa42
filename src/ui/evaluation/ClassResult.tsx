/** How well classes are told apart: measures beside the majority class's, each class, and what is taken for what. */

import { useState } from "react";
import type { ClassEvaluation, ClassMeasures } from "../../data/evaluation/evaluationTypes";
import { formatCount } from "../../data/phrases";
import { formatDecimal, formatShare } from "../format";
import text from "../styles/text.module.css";
import { CellExamples } from "./CellExamples";
import styles from "./ClassResult.module.css";
import { ConfusionMatrix } from "./ConfusionMatrix";
import type { CellPlace } from "./confusion";
import { ResultTable } from "./ResultTable";
import type { Things } from "./thingsOf";
import { WorstConfusions } from "./WorstConfusions";

interface ClassResultProps {
  readonly evaluation: ClassEvaluation;
  readonly things: Things;
}

/** A larger matrix cannot be taken in, and its worst cells are listed instead. */
const largestMatrix = 40;

export function ClassResult({ evaluation, things }: ClassResultProps) {
  const [chosen, setChosen] = useState<CellPlace | null>(null);
  const View = evaluation.labels.length > largestMatrix ? WorstConfusions : ConfusionMatrix;
  return (
    <>
      <Measures evaluation={evaluation} />
      <View evaluation={evaluation} chosen={chosen} onChoose={setChosen} />
      {chosen && <CellExamples evaluation={evaluation} cell={chosen} things={things} />}
      <EachClass evaluation={evaluation} />
    </>
  );
}

function Measures({ evaluation }: { readonly evaluation: ClassEvaluation }) {
  const { majority, labels, loss, frequencyLoss, withoutMemory } = evaluation;
  const shares = ({ accuracy, balancedAccuracy, macroF1 }: ClassMeasures) => [
    formatShare(accuracy),
    formatShare(balancedAccuracy),
    formatDecimal(macroF1),
  ];
  return (
    <>
      <ResultTable
        caption="Told apart"
        columns={["Accuracy", "Balanced", "Macro F1"]}
        rows={[
          { name: "Network", own: true, values: shares(evaluation) },
          { name: `Always “${labels[majority.label]}”`, values: shares(majority) },
        ]}
      />
      <p className={text.hint}>
        Loss: {formatDecimal(loss)} nats per answer; who only knows how frequent the classes are pays{" "}
        {formatDecimal(frequencyLoss)}
        {withoutMemory !== null &&
          `, and without memory nobody pays less than ${formatDecimal(withoutMemory)}`}
        . Balanced: the mean share found of each class, however rare.
      </p>
    </>
  );
}

function EachClass({ evaluation }: { readonly evaluation: ClassEvaluation }) {
  const { labels, classes } = evaluation;
  return (
    <details className={styles.details}>
      <summary>Each class</summary>
      <ResultTable
        caption="Precision: how often it is right when it is said. Recall: how often it is found."
        columns={["Answers", "Precision", "Recall", "F1"]}
        rows={classes.map(({ support, precision, recall, f1 }, c) => ({
          name: labels[c],
          own: true,
          values: [formatCount(support), formatShare(precision), formatShare(recall), formatDecimal(f1)],
        }))}
      />
    </details>
  );
}
