import type { Quantity } from "../examples";
import { errorsOf, rSquared } from "./errors";
import type { Coverage, NumbersEvaluation } from "./evaluationTypes";

export interface NumberAnswers extends Coverage {
  readonly outputs: readonly Quantity[];
  /** [n, O], scaled, as the network sees them. */
  readonly truth: ArrayLike<number>;
  readonly said: ArrayLike<number>;
  /** Of the training part, scaled, [O]. */
  readonly trainingMean: ArrayLike<number>;
  readonly withoutMemory: number | null;
}

export function evaluateNumbers(given: NumberAnswers): NumbersEvaluation {
  const { outputs, truth, said, trainingMean, withoutMemory, evaluated, heldOut } = given;
  const O = outputs.length;
  const mean = Float64Array.from(truth, (_, i) => trainingMean[i % O]);
  const rows = outputs.map(({ name, unit, shift, scale }, output) => {
    const column = (values: ArrayLike<number>) =>
      Float64Array.from({ length: truth.length / O }, (_, i) => values[i * O + output] * scale + shift);
    const known = column(truth);
    return {
      name,
      unit,
      ...errorsOf(known, column(said)),
      r2: rSquared(known, column(said)),
      mean: errorsOf(known, column(mean)),
    };
  });
  return {
    kind: "numbers",
    evaluated,
    heldOut,
    outputs: rows,
    squaredError: errorsOf(truth, said).rmse ** 2,
    meanSquaredError: errorsOf(truth, mean).rmse ** 2,
    withoutMemory,
  };
}
