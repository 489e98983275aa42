/** How far numbers are from the truth, in the data's own units. */
import type { NumberErrors, NumbersEvaluation } from "../../data/evaluation/evaluationTypes";
import { formatDecimal } from "../format";
import { ResultTable } from "./ResultTable";

export function NumbersResult({ evaluation }: { readonly evaluation: NumbersEvaluation }) {
  const { outputs, squaredError, meanSquaredError, withoutMemory } = evaluation;
  const single = outputs.length === 1;
  return (
    <>
      <ResultTable
        caption="Errors in the data’s own units"
        columns={["RMSE", "MAE", "R²"]}
        rows={outputs.flatMap(({ name, unit, mean, ...own }) => {
          const title = unit ? `${name}, ${unit}` : name;
          return [
            { name: single ? "Network" : title, own: true, values: valuesOf(own, own.r2) },
            { name: single ? "Always the mean" : `${name}: always the mean`, values: valuesOf(mean, null) },
          ];
        })}
      />
      <ResultTable
        caption="Mean squared error of the scaled numbers, which is what is trained"
        columns={["Squared error"]}
        rows={[
          { name: "Network", own: true, values: [formatDecimal(squaredError)] },
          { name: "Always the mean", values: [formatDecimal(meanSquaredError)] },
          ...(withoutMemory === null
            ? []
            : [{ name: "The best without memory", values: [formatDecimal(withoutMemory)] }]),
        ]}
      />
    </>
  );
}

const valuesOf = ({ rmse, mae }: NumberErrors, r2: number | null) => [rmse, mae, r2].map(formatDecimal);
