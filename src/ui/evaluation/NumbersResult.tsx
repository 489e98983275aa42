/** How far numbers are from the truth, in the data's own units. */
import type { NumberErrors, NumbersEvaluation } from "../../data/evaluation/evaluationTypes";
import { useAllWords, useSay } from "../words/useWords";
import { ResultTable } from "./ResultTable";

export function NumbersResult({ evaluation }: { readonly evaluation: NumbersEvaluation }) {
  const { outputs, squaredError, meanSquaredError, withoutMemory } = evaluation;
  const say = useSay();
  const { evaluation: words, formats } = useAllWords();
  const { decimal, thousandths } = formats;
  const valuesOf = ({ rmse, mae }: NumberErrors, r2: number | null) => [
    decimal(rmse),
    decimal(mae),
    thousandths(r2),
  ];
  const single = outputs.length === 1;
  return (
    <>
      <ResultTable
        caption={words.errorsInUnits}
        columns={[words.rmse, words.mae, words.r2]}
        rows={outputs.flatMap(({ name: named, unit, mean, ...own }) => {
          const name = say(named);
          const title = words.nameAndUnit({ name, unit });
          return [
            { name: single ? words.network : title, own: true, values: valuesOf(own, own.r2) },
            {
              name: single ? words.trainingMean : words.trainingMeanOf({ name }),
              values: valuesOf(mean, null),
            },
          ];
        })}
      />
      <ResultTable
        caption={words.squaredErrorCaption}
        columns={[words.mse]}
        rows={[
          { name: words.network, own: true, values: [decimal(squaredError)] },
          { name: words.trainingMean, values: [decimal(meanSquaredError)] },
          ...(withoutMemory === null
            ? []
            : [{ name: words.withoutMemory, values: [decimal(withoutMemory)] }]),
        ]}
      />
    </>
  );
}
