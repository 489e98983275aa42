/** In which form a column is best forecast, until somebody decides otherwise. */
import type { Pieces } from "../inTurns";
import { formParts, linked, referenceRow, type TargetForm, targetForms, unlinked } from "../targetForm";
import { isPossible, logarithmOf, rangeOf } from "./fitForm";
import { kpssCritical, kpssStatistic } from "./stationarity";

export interface GuessedForm {
  readonly form: TargetForm;
  /**
   * `steady`: it keeps its level. `moves`: it does not, and the form has the least error. `best`: it does not, but no change errs
   * less than the mean. `few`: too few rows to tell. Of several series: whether most do; `mixed`: most keep their level, but the
   * form is better over all of them.
   */
  readonly reason: "steady" | "moves" | "mixed" | "best" | "few";
  readonly several: boolean;
}

/** Fewer tell nothing of a level. */
const fewestRows = 24;
/** The end of the training part on which forms are compared. */
const comparedShare = 0.2;
/** A more complicated form is taken only where it is better by this share. */
const worthwhile = 0.02;

/**
 * Two questions, of the training part alone. Does the series keep its level (`kpssStatistic`, with its season or without)? Then its values are forecast. If it
 * does not, they leave what a network has been trained on, and of all forms the one is taken whose simplest forecast, the usual
 * change of the first part, errs least on the last fifth: rolling forecasts of the next row, as Hyndman and Athanasopoulos,
 * Forecasting: principles and practice, compare simple methods. Each of several series is judged so; they have one form, which
 * is that of the least error over all of them, relative to that of the values of each. One that keeps its level gains nothing from
 * a change, but may lose by it.
 *
 * @param series of each the training part, NaN where there is no value
 */
export function* guessForm(series: readonly Float64Array[], period: number | null): Pieces<GuessedForm> {
  const several = series.length > 1;
  const long = series.filter((values) => knownIn(values) >= fewestRows);
  if (long.length === 0) return { form: "value", reason: "few", several };
  const judged: Judged[] = [];
  for (const values of long) {
    const isSteady = (yield* keepsLevel(values)) || (yield* keepsLevel(withoutSeason(values, period)));
    judged.push({ values, isSteady });
    yield;
  }
  const moving = long.filter((_, i) => !judged[i].isSteady);
  if (moving.length === 0) return { form: "value", reason: "steady", several };
  const isMost = 2 * rowsOf(moving) >= rowsOf(long);
  const shortest = Math.min(...long.map(({ length }) => length));
  const season = period !== null && period < (1 - comparedShare) * shortest ? period : null;
  let [best, least] = ["value" as TargetForm, 1];
  for (const form of targetForms) {
    const isFit = long.every((values) => isPossible(form, rangeOf(values), season));
    if (formParts[form].reference === "none" || !isFit) continue;
    yield;
    const error = errorBesideValues(judged, form, season);
    if (error < (1 - worthwhile) * least) [best, least] = [form, error];
  }
  if (best === "value") return { form: best, reason: isMost ? "best" : "steady", several };
  return { form: best, reason: isMost ? "moves" : "mixed", several };
}

const knownIn = (values: Float64Array): number =>
  values.reduce((count, value) => count + Number(!Number.isNaN(value)), 0);

const rowsOf = (series: readonly Float64Array[]): number =>
  series.reduce((sum, { length }) => sum + length, 0);

interface Judged {
  readonly values: Float64Array;
  /** Whether it keeps its level. */
  readonly isSteady: boolean;
}

/** The error of a form as a share of that of values, the mean of all rows of all series. */
function errorBesideValues(series: readonly Judged[], form: TargetForm, season: number | null): number {
  const shares = series.map(({ values, isSteady }) => {
    const ofValues = simpleError(values, "value", season);
    const share = ofValues > 0 ? simpleError(values, form, season) / ofValues : 1;
    return (isSteady ? Math.max(1, share) : share) * values.length;
  });
  return shares.reduce((sum, share) => sum + share, 0) / rowsOf(series.map(({ values }) => values));
}

function* keepsLevel(values: Float64Array): Pieces<boolean> {
  return (yield* kpssStatistic(values)) < kpssCritical;
}

/** Minus the mean of each place in the season: part of a season more would otherwise look like another level. */
function withoutSeason(values: Float64Array, period: number | null): Float64Array {
  if (period === null || period < 2) return values;
  const [sums, counts] = [new Float64Array(period), new Float64Array(period)];
  for (let row = 0; row < values.length; row++)
    if (!Number.isNaN(values[row])) {
      sums[row % period] += values[row];
      counts[row % period]++;
    }
  return values.map((value, row) => value - sums[row % period] / counts[row % period]);
}

/** Root of the mean squared error, in the units of the file, of the usual change until then. */
function simpleError(values: Float64Array, form: TargetForm, period: number | null): number {
  const { logarithm } = formParts[form];
  const link = logarithm ? logarithmOf(rangeOf(values)) : null;
  const first = Math.floor((1 - comparedShare) * values.length);
  const at = { form, season: period ?? 1 };
  const before = (row: number): number => {
    const from = referenceRow(at, row - 1, 1);
    return from === null ? 0 : from < 0 ? Number.NaN : linked(link, values[from]);
  };
  let [sum, count] = [0, 0];
  for (let row = 1; row < first; row++) {
    const change = linked(link, values[row]) - before(row);
    if (!Number.isNaN(change)) [sum, count] = [sum + change, count + 1];
  }
  const usual = sum / Math.max(1, count);
  let [squares, compared] = [0, 0];
  for (let row = first; row < values.length; row++) {
    const said = before(row) + usual;
    const error = unlinked(link, said) - values[row];
    if (!Number.isNaN(error)) [squares, compared] = [squares + error * error, compared + 1];
  }
  return compared > 0 ? Math.sqrt(squares / compared) : Number.POSITIVE_INFINITY;
}
