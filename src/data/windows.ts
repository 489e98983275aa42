/** Which parts of a text train, which validate, and in which pieces. */

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
  const validationLength = Math.max(heldOutTenth(length), span);
  return success({ trainLength: length - validationLength, validationLength });
}

/** How many symbols of a text are held out, unless one sequence is longer. */
export const heldOutTenth = (length: number): number => Math.floor(length / 10);

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

/** A piece of a text: what follows each of its symbols is measured. */
export interface Piece {
  /** The place of its first symbol, and the one behind its last. */
  readonly start: number;
  readonly end: number;
}

/** Symbols that are read before a piece, so that the first of it find a memory: what is further back changes no loss by a thousandth. */
const contextLength = 64;

/** Where one has to begin to read, for a piece that begins at `start`. */
export const readingBegin = (start: number): number => Math.max(0, start - contextLength);

const pieceLength = 256;
/** Enough for a steady estimate, and no more than a few steps' work. */
const mostPieces = 64;

/** All places from `start` to before `end`, cut into pieces of at most 256. */
export const piecesOf = (start: number, end: number): readonly Piece[] =>
  spacedPieces(start, end, Math.ceil((end - start) / pieceLength));

/**
 * Where a text is validated: on all of the held-out part, or on 64 pieces of 256 symbols at even distances. They depend on nothing but
 * the text, so that losses of networks with other sequence lengths and batch sizes are of the same symbols, read in the same way. Powers
 * of two, as most batch sizes are.
 */
export function validationPieces(trainLength: number, length: number): readonly Piece[] {
  const fitting = Math.max(1, Math.floor((length - trainLength) / (pieceLength / 2)));
  const count = Math.min(mostPieces, 2 ** Math.floor(Math.log2(fitting)));
  // The first symbol that is held out follows the last of training.
  return spacedPieces(trainLength - 1, length - 1, count);
}

function spacedPieces(start: number, end: number, count: number): readonly Piece[] {
  const begin = (i: number) => start + Math.floor((i * (end - start)) / count);
  return Array.from({ length: count }, (_, i) => ({
    start: begin(i),
    end: Math.min(begin(i) + pieceLength, begin(i + 1)),
  }));
}
