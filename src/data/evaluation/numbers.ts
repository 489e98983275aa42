import type { Quantity } from "../examples";
import { blockInterval, blockLengthFor } from "./blockBootstrap";
import { errorsOf, rSquared } from "./errors";
import type { Coverage, NumberErrors, NumbersEvaluation } from "./evaluationTypes";

export interface NumberTruth {
  readonly outputs: readonly Quantity[];
  /** [n, O], scaled, as the network sees them. */
  readonly truth: ArrayLike<number>;
  /** Of the training part, scaled, [O]. */
  readonly trainingMean: ArrayLike<number>;
}

export interface NumberAnswers extends NumberTruth, Coverage {
  /** [n, O], scaled. */
  readonly said: ArrayLike<number>;
  readonly withoutMemory: number | null;
  /** [n]: which of the evaluated examples each row of the truth is of. */
  readonly owners: ArrayLike<number>;
}

export function evaluateNumbers(given: NumberAnswers): NumbersEvaluation {
  const { outputs, truth, said, withoutMemory, evaluated, heldOut } = given;
  const means = meanErrorsOf(given);
  const rows = outputs.map(({ name, unit }, output) => {
    const known = columnOf(given, truth, output);
    const answers = columnOf(given, said, output);
    return {
      name,
      unit,
      ...errorsOf(known, answers),
      r2: rSquared(known, answers),
      mean: means[output],
    };
  });
  return {
    kind: "numbers",
    evaluated,
    heldOut,
    outputs: rows,
    squaredError: errorsOf(truth, said).rmse ** 2,
    meanSquaredError: errorsOf(truth, alwaysTheMean(given)).rmse ** 2,
    interval: improvementInterval(given),
    withoutMemory,
  };
}

/** [O]: of whoever always says the mean of the training part, in the data's own units. */
export function meanErrorsOf(given: NumberTruth): readonly NumberErrors[] {
  const mean = alwaysTheMean(given);
  return given.outputs.map((_, output) =>
    errorsOf(columnOf(given, given.truth, output), columnOf(given, mean, output)),
  );
}

const replicates = 1000;

function improvementInterval(given: NumberAnswers) {
  const { truth, said, evaluated, owners, outputs } = given;
  const mean = alwaysTheMean(given);
  const squares = (values: ArrayLike<number>): Float64Array => {
    const sums = new Float64Array(evaluated);
    for (let i = 0; i < truth.length; i++)
      sums[owners[Math.floor(i / outputs.length)]] += (values[i] - truth[i]) ** 2;
    return sums;
  };
  return blockInterval([squares(said), squares(mean)], ([own, other]) => 1 - Math.sqrt(own / other), {
    blockLength: blockLengthFor(evaluated, 1),
    replicates,
  });
}

/** [n, O], scaled. */
function alwaysTheMean({ outputs, truth, trainingMean }: NumberTruth): Float64Array {
  return Float64Array.from(truth, (_, i) => trainingMean[i % outputs.length]);
}

/** One output of [n, O], as people know it, [n]. */
function columnOf({ outputs }: NumberTruth, values: ArrayLike<number>, output: number): Float64Array {
  const O = outputs.length;
  const { shift, scale } = outputs[output];
  return Float64Array.from({ length: values.length / O }, (_, i) => values[i * O + output] * scale + shift);
}
