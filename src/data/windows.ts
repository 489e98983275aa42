/** Which parts of a text train, which validate, and where the validation sequences begin. */

import { type Message, message } from "../words/message";
import { failure, type Result, success } from "./result";
import type { TextUnit } from "./textUnit";

export interface TextSplit {
  /** Characters before the validation part; also the index of its first character. */
  readonly trainLength: number;
  readonly validationLength: number;
}

/**
 * Splits a text by position: the end validates, so that no validation character was ever trained on.
 * A sequence of T characters needs T + 1, for the last one's successor, in each part.
 *
 * @param length characters or words of the text
 * @param sequenceLength T
 * @param smallestSequenceLength the least T that may be proposed as a way out
 */
export function splitByPosition(
  length: number,
  sequenceLength: number,
  smallestSequenceLength = 1,
  unit: TextUnit = "characters",
): Result<TextSplit> {
  const span = sequenceLength + 1;
  if (length < 2 * span) return failure(tooShort(length, sequenceLength, smallestSequenceLength, unit));
  const validationLength = Math.max(Math.floor(length / 10), span);
  return success({ trainLength: length - validationLength, validationLength });
}

function tooShort(
  length: number,
  sequenceLength: number,
  smallestSequenceLength: number,
  unit: TextUnit,
): Message {
  const facts = { unit, length, sequenceLength, needed: 2 * (sequenceLength + 1) };
  const possible = Math.floor(length / 2) - 1;
  return possible >= smallestSequenceLength
    ? message("files.textTooShortFor", { ...facts, possible })
    : message("files.textTooShort", facts);
}

/** Enough for a steady estimate, and no more than a few steps' work. */
const maxValidationWindows = 256;
const maxValidationBatches = 16;

/**
 * On how many batches of B windows of T a text is validated.
 * @param validationLength symbols that are held out
 * @param sequenceLength T
 * @param batchSize B
 */
export function validationBatches(
  validationLength: number,
  sequenceLength: number,
  batchSize: number,
): number {
  const windows = Math.floor((validationLength - 1) / sequenceLength);
  const limit = Math.min(maxValidationBatches, Math.ceil(maxValidationWindows / batchSize));
  return Math.max(1, Math.min(limit, Math.floor(windows / batchSize)));
}

/**
 * Where `count` windows of T + 1 characters begin, evenly spaced over [start, end), the first at the start and the
 * last at the end. The T inputs of two windows do not overlap if `count` windows have room; in a shorter range they
 * do, and where there are fewer places than windows, places repeat.
 */
export function fixedWindows(start: number, end: number, sequenceLength: number, count: number): number[] {
  const room = end - start - sequenceLength - 1;
  if (room < 0) {
    throw new RangeError(`No window of ${sequenceLength} + 1 characters fits between ${start} and ${end}.`);
  }
  const gaps = Math.max(1, count - 1);
  return Array.from({ length: count }, (_, i) => start + Math.floor((i * room) / gaps));
}
