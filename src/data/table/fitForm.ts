/** What a form needs to know of a column: its logarithm, its limits, and the scales of what the network is to answer. */
import {
  type ColumnForm,
  formParts,
  type Limits,
  type LogarithmLink,
  leadOf,
  linked,
  referenceRow,
  type TargetForm,
} from "../targetForm";
import { fitScale } from "./scaling";
import type { PrepareOptions } from "./tableTypes";

/** What all values of a column have in common, NaN left out. */
export interface ValueRange {
  readonly least: number;
  readonly most: number;
  /** The least above 0; null where there is none. */
  readonly leastPositive: number | null;
  readonly allWhole: boolean;
}

/** @param among [values]: only those that have this flag count, where there are flags */
export function rangeOf(
  values: ArrayLike<number>,
  among?: { readonly flags: Uint8Array; readonly flag: number },
): ValueRange {
  let [least, most, positive] = [
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
    Number.POSITIVE_INFINITY,
  ];
  let allWhole = true;
  for (let i = 0; i < values.length; i++) {
    const value = values[i];
    if (Number.isNaN(value) || (among && among.flags[i] !== among.flag)) continue;
    if (value < least) least = value;
    if (value > most) most = value;
    if (value > 0 && value < positive) positive = value;
    if (!Number.isInteger(value)) allWhole = false;
  }
  return { least, most, leastPositive: Number.isFinite(positive) ? positive : null, allWhole };
}

/** Degrees below zero come, even where a file has none. */
const temperatureName = /temp|°\s*[cf]\b|celsius|fahrenheit|温度|气温/i;

/** Of values within these spans alone. */
export function rangeWithin(
  values: Float64Array,
  spans: readonly { readonly start: number; readonly end: number }[],
): ValueRange {
  const flags = new Uint8Array(values.length);
  for (const { start, end } of spans) flags.fill(1, start, end);
  return rangeOf(values, { flags, flag: 1 });
}

/** What is never below 0, or a share of 0 to 1, is not forecast to be, and counts are whole: yes and no are none. */
export function limitsOf(name: string, { least, most, allWhole }: ValueRange): Limits {
  if (!(least >= 0) || temperatureName.test(name)) return { least: null, most: null };
  if (allWhole) return { least: 0, most: null, ...(most > 1 && { isWhole: true }) };
  return { least: 0, most: most <= 1 ? 1 : null };
}

/** The logarithm, of counts with zeros of one more: null where a value is below 0, or none above. */
export function logarithmOf({ least, leastPositive }: ValueRange): LogarithmLink | null {
  if (!(least >= 0) || leastPositive === null) return null;
  const offset = least > 0 ? 0 : leastPositive;
  return { offset, least: (least + offset) / 2 };
}

/** Whether a column can be forecast in this form. */
export function isPossible(form: TargetForm, range: ValueRange, period: number | null): boolean {
  const { reference, logarithm } = formParts[form];
  return (reference !== "season" || period !== null) && (!logarithm || logarithmOf(range) !== null);
}

/** More do not change a scale by much. */
const mostAnswers = 200_000;

interface FormFit {
  readonly form: TargetForm;
  /** 1 where there is none. */
  readonly season: number;
  readonly horizon: number;
  readonly limits: Limits;
  readonly link: LogarithmLink | null;
  readonly scaling: PrepareOptions["scaling"];
}

/**
 * Shifts and scale from the training part alone. Answers to all rows ahead share a scale, so that their squared errors are
 * those of the values; each has its own mean, so that an answer of 0 is the value they are relative to and its usual change.
 *
 * @param parts the training part: one contiguous series, or several
 */
export function fitForm(parts: readonly ArrayLike<number>[], fit: FormFit): ColumnForm {
  const { form, horizon, limits, link, scaling, season } = fit;
  const rows = parts.reduce((sum, part) => sum + part.length, 0);
  const stride = Math.max(1, Math.ceil((rows * horizon) / mostAnswers));
  const answers = Array.from({ length: horizon }, (_, h) =>
    answersOf(parts, h + 1, { form, season, link, stride }),
  );
  if (scaling !== "standard") {
    const { shift, scale } = fitScale(joined(answers), scaling);
    return { form, season, link, scale, shifts: answers.map(() => shift), limits };
  }
  const shifts = answers.map((values) => fitScale(values, "standard").shift);
  for (const [h, values] of answers.entries()) for (let i = 0; i < values.length; i++) values[i] -= shifts[h];
  const { scale } = fitScale(joined(answers), "standard");
  return { form, season, link, scale, shifts, limits };
}

function joined([first, ...rest]: readonly Float64Array[]): Float64Array {
  if (rest.length === 0) return first;
  const all = new Float64Array(rest.reduce((sum, { length }) => sum + length, first.length));
  let at = 0;
  for (const values of [first, ...rest]) {
    all.set(values, at);
    at += values.length;
  }
  return all;
}

/** Unscaled, of all parts. */
function answersOf(
  parts: readonly ArrayLike<number>[],
  ahead: number,
  { form, season, link, stride }: Pick<FormFit, "form" | "season" | "link"> & { readonly stride: number },
): Float64Array {
  const found = new Float64Array(parts.reduce((sum, { length }) => sum + Math.ceil(length / stride), 0));
  let count = 0;
  for (const part of parts)
    for (let row = 0; row + ahead < part.length; row += stride) {
      const from = referenceRow({ form, season }, row, ahead);
      if (from !== null && from < 0) continue;
      const answer = linked(link, part[row + ahead]) - (from === null ? 0 : linked(link, part[from]));
      if (!Number.isNaN(answer)) found[count++] = answer;
    }
  return found.subarray(0, count);
}

/**
 * What the network reads of a column in this form, row by row of one contiguous series: the value, or how it has changed since
 * the last row, or since the last season; NaN where nothing lies so far back.
 *
 * @param read where it is written to
 */
export function readInForm(
  values: ArrayLike<number>,
  { form, season, link }: Pick<FormFit, "form" | "season" | "link">,
  read: Float64Array = new Float64Array(values.length),
): Float64Array {
  const back = leadOf({ form, season });
  read.fill(Number.NaN, 0, back);
  for (let row = back; row < values.length; row++)
    read[row] = linked(link, values[row]) - (back === 0 ? 0 : linked(link, values[row - back]));
  return read;
}
