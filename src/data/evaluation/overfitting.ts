/** Whether a network has begun to learn by heart, seen from its two curves. */

/** A loss in nats or as a squared error, after so many training steps. */
export interface LossPoint {
  readonly step: number;
  readonly loss: number;
}

export type Overfitting =
  /** Too few validations to say anything. */
  | { readonly kind: "early" }
  /** Validation is still as good as it has ever been, or as good as its noise lets one see. */
  | { readonly kind: "together" }
  /** Validation has risen, and so has training, or it no longer falls: something else is wrong. */
  | { readonly kind: "worse"; readonly best: LossPoint; readonly loss: number }
  /** Validation has risen while training went on falling. */
  | { readonly kind: "parted"; readonly best: LossPoint; readonly loss: number };

const fewestValidations = 10;
/** Validations in a running median, as a share of all. It ignores outliers of less than half its width. */
const windowShare = 0.1;
const narrowestWindow = 5;
const widestWindow = 31;
/** How far validation must have risen: in standard errors of the noise between neighbours, and as a share of the best. */
const noticeableErrors = 7;
const noticeableShare = 0.03;
/** Training falls when its second half is below its first by so many standard errors. */
const fallingErrors = 2;

/**
 * Compares the best running median of the validation losses with the last one:
 *
 *     parted    last − best > 7·σ/√w and > 3 % of best, and training has fallen since the best
 *
 * σ is the noise of one validation, estimated from the differences of neighbours (1.4826/√2 times their median), which a slow
 * trend does not disturb; w the width of the window. It must lie wholly behind that of the best one, so that a validation has to
 * be bad for a while. Training has fallen when the median of its losses in the second half of the time since the best is
 * below that of the first half by two standard errors. `best` is the lowest validation in the best window: its middle
 * could not be one of the first.
 *
 * Prechelt 1998, Early stopping, but when?, compares such criteria. Losses that are not finite are left out.
 */
export function overfittingOf(train: readonly LossPoint[], validation: readonly LossPoint[]): Overfitting {
  const measured = validation.filter(({ loss }) => Number.isFinite(loss));
  if (measured.length < fewestValidations) return { kind: "early" };
  const width = windowOf(measured.length);
  const medians = runningMedians(measured, width);
  const lowest = lowestOf(medians);
  const place = medians.indexOf(lowest);
  const { loss } = medians[medians.length - 1];
  const noise = noiseOf(measured.map((point) => point.loss)) / Math.sqrt(width);
  const rise = loss - lowest.loss;
  const risen = rise > Math.max(noticeableErrors * noise, noticeableShare * Math.abs(lowest.loss));
  if (!risen || medians.length - 1 - place < width) return { kind: "together" };
  const best = lowestOf(measured.slice(place, place + width));
  return { kind: isFalling(train, best.step) ? "parted" : "worse", best, loss };
}

const lowestOf = (points: readonly LossPoint[]) => points.reduce((a, b) => (b.loss < a.loss ? b : a));

/** An odd number of validations. */
const windowOf = (count: number) =>
  Math.min(widestWindow, Math.max(narrowestWindow, 2 * Math.floor((windowShare * count) / 2) + 1));

/** Of each window of `width` points: the step in its middle, the median of its losses. */
function runningMedians(points: readonly LossPoint[], width: number): LossPoint[] {
  const losses = Float64Array.from(points, ({ loss }) => loss);
  const window = new Float64Array(width);
  const middle = (width - 1) / 2;
  return points.slice(middle, points.length - middle).map(({ step }, i) => {
    window.set(losses.subarray(i, i + width));
    return { step, loss: window.sort()[middle] };
  });
}

function isFalling(train: readonly LossPoint[], since: number): boolean {
  const losses = train
    .filter(({ step, loss }) => step >= since && Number.isFinite(loss))
    .map(({ loss }) => loss);
  const half = losses.length >> 1;
  if (half < 2) return false;
  const fall = median(losses.slice(0, half)) - median(losses.slice(half));
  // The difference of two medians of `half` values each.
  return fall > fallingErrors * noiseOf(losses) * Math.sqrt(Math.PI / half);
}

/** Standard deviation of what is added to a slow trend. */
function noiseOf(values: readonly number[]): number {
  const changes = values.slice(1).map((value, i) => Math.abs(value - values[i]));
  return (1.4826 / Math.SQRT2) * median(changes);
}

function median(values: readonly number[]): number {
  if (values.length === 0) return 0;
  const sorted = Float64Array.from(values).sort();
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
