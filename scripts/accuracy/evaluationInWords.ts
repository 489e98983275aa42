/** An evaluation in a few lines of text. */
import type { Evaluation, ForecastErrors } from "../../src/data/evaluation/evaluationTypes";
import { plainEnglish } from "./plainEnglish";

const percent = (share: number) => `${(100 * share).toFixed(1)} %`;
const number = (value: number | null) => (value === null ? "–" : String(Number(value.toPrecision(4))));

export function evaluationInWords(evaluation: Evaluation): string {
  switch (evaluation.kind) {
    case "language": {
      const { bits, unigramBits, bigramBits, accuracy, unit } = evaluation;
      return `  ${number(bits)} bits per symbol (${unit}); unigram ${number(unigramBits)}, bigram ${number(bigramBits)}; ${percent(accuracy)} right`;
    }
    case "classes": {
      const { accuracy, balancedAccuracy, macroF1, majority, evaluated, loss, withoutMemory } = evaluation;
      const memory = withoutMemory === null ? "" : `, without memory ${number(withoutMemory)}`;
      return `  ${evaluated} held out: ${percent(accuracy)} right (majority class ${percent(majority.accuracy)}), balanced ${percent(balancedAccuracy)}, macro F1 ${number(macroF1)}, loss ${number(loss)} nats${memory}`;
    }
    case "numbers": {
      const { outputs, squaredError, meanSquaredError, withoutMemory, evaluated } = evaluation;
      const memory = withoutMemory === null ? "" : `, without memory ${number(withoutMemory)}`;
      return [
        `  ${evaluated} held out: squared error of the scaled values ${number(squaredError)} (always the mean: ${number(meanSquaredError)}${memory})`,
        ...outputs.map(
          ({ name, rmse, mae, r2, mean }) =>
            `    ${plainEnglish(name)}: RMSE ${number(rmse)}, MAE ${number(mae)}, R² ${number(r2)} (always the mean: RMSE ${number(mean.rmse)}, MAE ${number(mean.mae)})`,
        ),
      ].join("\n");
    }
    case "forecast": {
      const errors = ({ mae, rmse, mase, r2 }: ForecastErrors) =>
        `RMSE ${number(rmse)}, MAE ${number(mae)}, MASE ${number(mase)}, R² ${number(r2)}`;
      return evaluation.rows
        .filter(({ ahead }) => ahead === null)
        .map(({ column, network, naive, seasonal, drift, mean, strongest, improvement, interval, lagging }) =>
          [
            `  ${plainEnglish(evaluation.columns[column].name)}, ${evaluation.evaluated} forecasts: ${errors(network)}${lagging ? ", only lags" : ""}`,
            `    than the strongest baseline, ${strongest}, better by ${improvement === null ? "–" : percent(improvement)}${interval ? ` (95 %: ${percent(interval.low)} to ${percent(interval.high)})` : ""}`,
            `    same as the last value: ${errors(naive)}`,
            ...(seasonal ? [`    same as last season: ${errors(seasonal)}`] : []),
            `    drift: ${errors(drift)}`,
            `    mean: ${errors(mean)}`,
          ].join("\n"),
        )
        .join("\n");
    }
  }
}
