/** Who has won a race, and whether that may be chance. Pure. */
import type { Interval } from "../data/evaluation/blockBootstrap";
import { type Evaluation, fewestJudged } from "../data/evaluation/evaluationTypes";

/** What one run has come to. */
export interface RaceOutcome {
  readonly variant: number;
  readonly seed: number;
  /** On the validation set, with the weights that it has at the end; null where it was not measured. */
  readonly loss: number | null;
  readonly evaluation: Evaluation | null;
}

/** A measure of what is held out, with its 95 % interval; null of too few answers. */
export interface HeldOutMeasure {
  readonly value: number;
  readonly interval: Interval | null;
  readonly isShare: boolean;
  readonly isBetter: "low" | "high";
}

/** All runs of one value. */
export interface Standing {
  readonly variant: number;
  readonly seeds: number;
  readonly mean: number;
  /** Of the sample, n − 1; null of one. */
  readonly deviation: number | null;
}

export type Verdict =
  | { readonly kind: "nobody" }
  /** Only the seed differs: of chance there is no winner. */
  | { readonly kind: "spread"; readonly standing: Standing }
  | {
      readonly kind: "won";
      readonly winner: Standing;
      /** Null where no other was measured. */
      readonly runnerUp: Standing | null;
      /** By what it is told whether the difference is clear. */
      readonly by: "heldOut" | "seeds";
      readonly isClear: boolean;
      /** What is held out says clearly that it is the other way round. */
      readonly isReversed: boolean;
      /** By seeds: 95 % of how much higher the runner-up's loss is, seed by seed. */
      readonly difference: Interval | null;
    };

/** Of the headline of an evaluation: without an interval where no verdict is given either, of too few examples. */
export function heldOutMeasure(evaluation: Evaluation): HeldOutMeasure {
  const measure = measureOf(evaluation);
  const isJudged = evaluation.kind === "language" || evaluation.evaluated >= fewestJudged;
  return isJudged ? measure : { ...measure, interval: null };
}

/** No share is less than none, or more than all. */
const share = (value: number): number => Math.min(1, Math.max(0, value));

/** The intervals in an evaluation are of the distance to a baseline, which is the same for all runs of a race. */
function measureOf(evaluation: Evaluation): HeldOutMeasure {
  switch (evaluation.kind) {
    case "language": {
      const { bits, bigramBits, intervals } = evaluation;
      const interval = intervals.bigram && turned(intervals.bigram, (gain) => bigramBits - gain);
      return { value: bits, interval, isShare: false, isBetter: "low" };
    }
    case "classes": {
      const { accuracy, majority, interval: gain } = evaluation;
      const within = (distance: number) => share(majority.accuracy + distance);
      const interval = gain && { low: within(gain.low), high: within(gain.high) };
      return { value: accuracy, interval, isShare: true, isBetter: "high" };
    }
    case "numbers": {
      const { squaredError, meanSquaredError, interval: gain } = evaluation;
      const interval = gain && turned(gain, (share) => meanSquaredError * Math.max(0, 1 - share) ** 2);
      return { value: squaredError, interval, isShare: false, isBetter: "low" };
    }
    case "forecast": {
      const { improvement = null, interval = null } = evaluation.rows[0] ?? {};
      return { value: improvement ?? Number.NaN, interval, isShare: true, isBetter: "high" };
    }
  }
}

/** Where more of one is less of the other. */
const turned = ({ low, high }: Interval, by: (value: number) => number): Interval => ({
  low: by(high),
  high: by(low),
});

/** The lowest mean first; runs that were not measured do not count. */
export function standingsOf(outcomes: readonly RaceOutcome[]): readonly Standing[] {
  const losses = new Map<number, number[]>();
  for (const { variant, loss } of outcomes)
    if (isMeasured(loss)) losses.set(variant, [...(losses.get(variant) ?? []), loss]);
  return [...losses]
    .map(([variant, all]) => ({ variant, seeds: all.length, mean: meanOf(all), deviation: deviationOf(all) }))
    .toSorted((a, b) => a.mean - b.mean);
}

/**
 * The lowest mean validation loss wins; several seeds, or what is held out, tell whether the difference to the next is clear.
 * @param isAlike whether the losses are measured alike: else nothing is clear
 */
export function verdictOf(outcomes: readonly RaceOutcome[], isAlike = true): Verdict {
  const [winner, runnerUp = null] = standingsOf(outcomes);
  if (!winner) return { kind: "nobody" };
  if (outcomes.every(({ variant }) => variant === winner.variant))
    return { kind: "spread", standing: winner };
  const of = (standing: Standing) => outcomes.filter(({ variant }) => variant === standing.variant);
  const by = winner.seeds > 1 || (runnerUp?.seeds ?? 0) > 1 ? "seeds" : "heldOut";
  const won = { kind: "won", winner, runnerUp, by } as const;
  if (!runnerUp || !isAlike) return { ...won, isClear: false, isReversed: false, difference: null };
  if (by === "heldOut") {
    const [best, next] = [of(winner)[0], of(runnerUp)[0]];
    return {
      ...won,
      isClear: isClearlyBetter(best, next),
      isReversed: isClearlyBetter(next, best),
      difference: null,
    };
  }
  const difference = differenceOf(of(winner), of(runnerUp));
  return { ...won, isClear: difference !== null && difference.low > 0, isReversed: false, difference };
}

function isClearlyBetter({ evaluation: a }: RaceOutcome, { evaluation: b }: RaceOutcome): boolean {
  if (!a || !b) return false;
  const { interval: one, isBetter } = heldOutMeasure(a);
  const { interval: other } = heldOutMeasure(b);
  if (!one || !other) return false;
  return isBetter === "low" ? one.high < other.low : one.low > other.high;
}

/** 95 % of the mean of b − a over the seeds that both have (paired t): the same seed has the same batches in the same order. */
function differenceOf(a: readonly RaceOutcome[], b: readonly RaceOutcome[]): Interval | null {
  const differences = a.flatMap(({ seed, loss }) => {
    const other = b.find((one) => one.seed === seed)?.loss ?? null;
    return isMeasured(loss) && isMeasured(other) ? [other - loss] : [];
  });
  const deviation = deviationOf(differences);
  if (deviation === null) return null;
  const n = differences.length;
  const reach = (studentT[n - 2] ?? studentT[studentT.length - 1]) * (deviation / Math.sqrt(n));
  const mean = meanOf(differences);
  return { low: mean - reach, high: mean + reach };
}

/** Quantiles 0.975 of Student's t with 1, 2, … degrees of freedom. */
const studentT = [
  12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.16, 2.145, 2.131,
];

const isMeasured = (loss: number | null): loss is number => loss !== null && Number.isFinite(loss);

export const meanOf = (values: readonly number[]): number =>
  values.reduce((sum, one) => sum + one, 0) / values.length;

/** Of the sample, n − 1; null of fewer than two. */
export function deviationOf(values: readonly number[]): number | null {
  if (values.length < 2) return null;
  const mean = meanOf(values);
  return Math.sqrt(values.reduce((sum, one) => sum + (one - mean) ** 2, 0) / (values.length - 1));
}
