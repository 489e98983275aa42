/** All that was measured, one figure a row, with all its digits. */
import type { CsvCell } from "../../data/csv/csvWriter";
import type {
  ClassEvaluation,
  ClassMeasures,
  Evaluation,
  ForecastEvaluation,
  ForecastRow,
  LanguageEvaluation,
  NumbersEvaluation,
} from "../../data/evaluation/evaluationTypes";
import type { AllWords } from "../../words/catalogue";
import type { Say } from "../../words/message";

type Rows = readonly (readonly CsvCell[])[];

export function measureRows(all: AllWords, say: Say, evaluation: Evaluation): Rows {
  const { takeAlong: words } = all;
  const headings = [words.measured, words.ahead, words.model, words.measure, words.value];
  return [headings, ...rowsOf(all, say, evaluation)];
}

function rowsOf(all: AllWords, say: Say, evaluation: Evaluation): Rows {
  switch (evaluation.kind) {
    case "language":
      return languageRows(all, evaluation);
    case "classes":
      return classRows(all, say, evaluation);
    case "numbers":
      return numberRows(all, say, evaluation);
    case "forecast":
      return forecastRows(all, say, evaluation);
  }
}

function languageRows({ evaluation: words }: AllWords, found: LanguageEvaluation): Rows {
  const bits = words.bitsPer({ unit: found.unit });
  return [
    [null, null, words.network, bits, found.bits],
    [null, null, words.network, words.accuracy, found.accuracy],
    [null, null, words.bigram, bits, found.bigramBits],
    [null, null, words.unigram, bits, found.unigramBits],
    [null, null, words.unigram, words.accuracy, found.mostFrequent.share],
  ];
}

function classRows({ evaluation: words, second }: AllWords, say: Say, found: ClassEvaluation): Rows {
  const measures = (model: string, { accuracy, balancedAccuracy, macroF1 }: ClassMeasures): Rows => [
    [null, null, model, words.accuracy, accuracy],
    [null, null, model, words.balancedAccuracy, balancedAccuracy],
    [null, null, model, words.macroF1, macroF1],
  ];
  const labels = found.labels.map(say);
  return [
    ...measures(words.network, found),
    [null, null, words.network, second.loss, found.loss],
    ...measures(words.majorityClass({ label: labels[found.majority.label] }), found.majority),
    ...found.classes.flatMap(
      ({ support, precision, recall, f1 }, c): Rows => [
        [labels[c], null, words.network, words.answers, support],
        [labels[c], null, words.network, words.precision, precision],
        [labels[c], null, words.network, words.recall, recall],
        [labels[c], null, words.network, words.f1, f1],
      ],
    ),
    ...confusionRows({ evaluation: words }, labels, found),
  ];
}

/** Cells that are not empty. */
function confusionRows(
  { evaluation: words }: Pick<AllWords, "evaluation">,
  labels: readonly string[],
  { counts }: ClassEvaluation,
): Rows {
  const C = labels.length;
  return Array.from(counts).flatMap((count, i) => {
    const [truth, predicted] = [labels[Math.floor(i / C)], labels[i % C]];
    return count === 0 ? [] : [[truth, null, words.network, words.confusion({ truth, predicted }), count]];
  });
}

function numberRows({ evaluation: words }: AllWords, say: Say, { outputs }: NumbersEvaluation): Rows {
  return outputs.flatMap(({ name, rmse, mae, r2, mean }): Rows => {
    const of = say(name);
    return [
      [of, null, words.network, words.rmse, rmse],
      [of, null, words.network, words.mae, mae],
      [of, null, words.network, words.r2, r2],
      [of, null, words.trainingMean, words.rmse, mean.rmse],
      [of, null, words.trainingMean, words.mae, mean.mae],
    ];
  });
}

const models = ["network", "naive", "seasonal", "drift", "mean"] as const;

function forecastRows(all: AllWords, say: Say, found: ForecastEvaluation): Rows {
  const { evaluation: words } = all;
  const namesWith = (period: number | null): Readonly<Record<(typeof models)[number], string>> => ({
    network: words.network,
    naive: words.lastValue,
    seasonal: words.seasonalNaive({ period: period ?? 1 }),
    drift: words.drift,
    mean: words.trainingMean,
  });
  const ofRow = (series: string | null, row: ForecastRow): Rows => {
    const { name, period } = found.columns[row.column];
    const [column, names] = [say(name), namesWith(period)];
    const of = series === null ? column : words.futureChart({ name: column, unit: null, series });
    const whole = found.horizon > 1 ? words.wholeHorizon({ horizon: found.horizon }) : found.horizon;
    const ahead = row.ahead ?? whole;
    return models.flatMap((model): Rows => {
      const errors = row[model];
      if (!errors) return [];
      return [
        [of, ahead, names[model], words.rmse, errors.rmse],
        [of, ahead, names[model], words.mae, errors.mae],
        [of, ahead, names[model], words.mase, errors.mase],
        [of, ahead, names[model], words.r2, errors.r2],
      ];
    });
  };
  return [
    ...found.rows.flatMap((row) => ofRow(null, row)),
    ...(found.series ?? []).flatMap(({ name, rows }) => rows.flatMap((row) => ofRow(say(name), row))),
  ];
}
