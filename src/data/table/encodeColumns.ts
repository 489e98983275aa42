/** Columns as features: a number is one, a category has one of 0 or 1 for each of its words. */

import { type Message, message, type Said } from "../../words/message";
import type { FittedColumn, Quantity } from "../examples";
import { inTurns, type Pieces } from "../inTurns";
import { failure, type Result, success } from "../result";
import { formParts } from "../targetForm";
import type { PrepareContext } from "./prepareContext";
import { fitScale, unscaled } from "./scaling";
import type { SequenceColumn } from "./sequenceTable";
import type { PrepareOptions } from "./tableTypes";

export interface Encoded {
  /** I of them. */
  readonly features: readonly Quantity[];
  /** [rows, I], scaled. */
  readonly inputs: Float32Array<ArrayBuffer>;
  /** Of each span that is scaled by itself: its I features. */
  readonly ofSpans: readonly (readonly Quantity[])[];
  /** Of each column, without the further features. */
  readonly columns: readonly EncodedColumn[];
  readonly fitted: readonly FittedColumn[];
}

/** What was fitted before, by which other columns become the same features. */
export interface FittedBefore {
  readonly columns: readonly FittedColumn[];
  /** Of each span that is scaled by itself: its I features, or null where it is a new one. */
  readonly ofSpans: readonly (readonly Quantity[] | null)[];
}

/** How the values of a column become features. */
export interface EncodedColumn {
  readonly width: number;
  /** The k-th feature, scaled, of a value in a span that is scaled by itself; of the spans that are not, 0. */
  encode(value: number, k: number, span: number): number;
}

/** Rows from `start` to before `end`. */
export interface RowSpan {
  readonly start: number;
  readonly end: number;
}

const mostWords = 200;
/** 512 MB of float32. */
const mostInputs = 2 ** 27;

/** Further features, already as they are to be. */
export interface ReadyFeature {
  readonly name: Said;
  at(row: number): number;
}

export interface EncodeWays {
  /** Spans of rows that are scaled each by itself: by what trains of it or, where nothing does, by all of it. */
  readonly alone?: readonly RowSpan[];
  /** Where nothing is to be fitted: what was, of the same columns in their order. */
  readonly before?: FittedBefore | null;
  /** A column of numbers as it is read; its values are made one column after the other, and live no longer. */
  readonly inForm?: (column: SequenceColumn, c: number) => SequenceColumn;
}

/** @param isTrain [rows]: 1 for rows of the training part, from which alone scales and words come */
export async function encodeColumns(
  columns: readonly SequenceColumn[],
  ready: readonly ReadyFeature[],
  isTrain: Uint8Array,
  { options: { scaling }, breathing }: PrepareContext,
  { alone = [], before = null, inForm = (column) => column }: EncodeWays = {},
): Promise<Result<Encoded>> {
  const words: (ColumnPart | null)[] = [];
  for (const [c, column] of columns.entries()) {
    const known = before?.columns[c];
    const part =
      column.kind === "category"
        ? wordPart(column, isTrain, known?.kind === "category" ? known.words : null)
        : success(null);
    if (!part.ok) return part;
    words.push(part.value);
    await breathing.breathe();
  }
  const I = ready.length + words.reduce((sum, part) => sum + (part?.quantities.length ?? 1), 0);
  const rows = isTrain.length;
  if (rows * I > mostInputs) return failure(tooMuch(rows, I));
  const inputs = new Float32Array(rows * I);
  const parts: ColumnPart[] = [];
  let place = 0;
  for (const [c, column] of columns.entries()) {
    const known = before?.columns[c];
    const given = known?.kind === "number" ? known : null;
    const ownOf = (span: number) => before?.ofSpans[span]?.[place] ?? null;
    const read = words[c] ? column : inForm(column, c);
    const part =
      words[c] ?? (await inTurns(numberPart(read, { isTrain, scaling, alone, given, ownOf }), breathing));
    parts.push(part);
    for (let k = 0; k < part.quantities.length; k++, place++) {
      await inTurns(filledFeature(inputs, { place, I, k }, { part, values: read.values, alone }), breathing);
      await breathing.breathe();
    }
  }
  for (const { at } of ready) {
    for (let row = 0; row < rows; row++) inputs[row * I + place] = at(row);
    place++;
    await breathing.breathe();
  }
  const plain = ready.map(({ name }): Quantity => ({ name, unit: null, ...unscaled }));
  return success({
    features: [...parts.flatMap(({ quantities }) => quantities), ...plain],
    inputs,
    ofSpans: alone.map((_, span) => [
      ...parts.flatMap(({ quantities, ofSpans: own }) => (own ? [own[span]] : quantities)),
      ...plain,
    ]),
    columns: parts.map(({ quantities, encode }) => ({ width: quantities.length, encode })),
    fitted: parts.map(({ fitted }) => fitted),
  });
}

/** Of one column. */
interface ColumnPart extends Pick<EncodedColumn, "encode"> {
  readonly quantities: readonly Quantity[];
  /** The only feature of a column of numbers, of each span that is scaled by itself. */
  readonly ofSpans?: readonly Quantity[];
  readonly fitted: FittedColumn;
}

interface FilledFeature {
  readonly part: ColumnPart;
  readonly values: Float64Array;
  readonly alone: readonly RowSpan[];
}

/** The k-th feature of a column in its place among the I of every row. It leaves off after each span that is scaled by itself. */
function* filledFeature(
  inputs: Float32Array,
  { place, I, k }: { readonly place: number; readonly I: number; readonly k: number },
  { part: { encode, ofSpans }, values, alone }: FilledFeature,
): Pieces<void> {
  const spans = ofSpans ? alone : [{ start: 0, end: values.length }];
  for (const [span, { start, end }] of spans.entries()) {
    for (let row = start; row < end; row++) inputs[row * I + place] = encode(values[row], k, span);
    yield;
  }
}

interface NumberFit {
  readonly isTrain: Uint8Array;
  readonly scaling: PrepareOptions["scaling"];
  readonly alone: readonly RowSpan[];
  /** What was fitted before, in common and of a span. */
  readonly given: Extract<FittedColumn, { kind: "number" }> | null;
  readonly ownOf: (span: number) => Quantity | null;
}

/** It leaves off after each span that is scaled by itself. */
function* numberPart(column: SequenceColumn, fit: NumberFit): Pieces<ColumnPart> {
  const { isTrain, scaling, alone, given, ownOf } = fit;
  const quantity = given?.quantity ?? quantityOf(column, isTrain, scaling);
  const { values } = column;
  // What nothing could fill is the mean of the training part.
  const mean =
    given?.mean ?? (scaling === "standard" ? quantity.shift : quantityOf(column, isTrain, "standard").shift);
  const readAs = column.readAs ?? null;
  const fitted = { kind: "number", column: column.column, readAs, quantity, mean } as const;
  if (alone.length === 0 || isOfSeries(values, quantity, fit)) {
    const { shift, scale } = quantity;
    const encode = (value: number) => ((Number.isNaN(value) ? mean : value) - shift) / scale;
    return { quantities: [quantity], encode, fitted };
  }
  const ofSpans: Quantity[] = [];
  for (const [i, span] of alone.entries()) {
    ofSpans.push(ownOf(i) ?? quantityWithin(column, isTrain, scaling, span));
    yield;
  }
  const encode = (value: number, _: number, span: number) => {
    const { shift, scale } = ofSpans[span];
    return Number.isNaN(value) ? 0 : (value - shift) / scale;
  };
  return { quantities: [quantity], encode, ofSpans, fitted };
}

/** What is the same in all rows of a series tells it from others: scaled by itself, it would be 0 in all of them. */
function isOfSeries(values: Float64Array, common: Quantity, { alone, ownOf }: NumberFit): boolean {
  const known = alone.flatMap((_, span) => ownOf(span) ?? []);
  if (known.length > 0)
    return known.every(({ shift, scale }) => shift === common.shift && scale === common.scale);
  return alone.every(({ start, end }) => {
    const own = values.subarray(start, end).filter((value) => !Number.isNaN(value));
    return own.every((value) => value === own[0]);
  });
}

/** By the rows of the span that train or, where none do, by all of them. */
export function quantityWithin(
  column: SequenceColumn,
  isTrain: Uint8Array,
  scaling: PrepareOptions["scaling"],
  { start, end }: RowSpan,
): Quantity {
  const own = { ...column, values: column.values.subarray(start, end) };
  const trains = isTrain.subarray(start, end);
  return quantityOf(own, trains.includes(1) ? trains : new Uint8Array(end - start).fill(1), scaling);
}

/** @param given the words that have a feature, where that is known */
function wordPart(
  column: SequenceColumn,
  isTrain: Uint8Array,
  given: readonly string[] | null,
): Result<ColumnPart> {
  const ids = given ? given.map((word) => column.words.indexOf(word)) : trainWords(column, isTrain);
  const words = given ?? ids.map((id) => column.words[id]);
  if (words.length > mostWords) return failure(tooManyWords(column, words.length));
  // A word that the column does not have is none of its values.
  const encode = (value: number, k: number) => (value === ids[k] && ids[k] >= 0 ? 1 : 0);
  return success({
    quantities: words.map((word) => ({ name: `${column.name} = ${word}`, unit: null, ...unscaled })),
    encode,
    fitted: { kind: "category", column: column.column, words },
  });
}

export function quantityOf(
  { name, values, readAs }: Pick<SequenceColumn, "name" | "values" | "readAs">,
  isTrain: Uint8Array,
  scaling: PrepareOptions["scaling"],
): Quantity {
  const scale = fitScale(values, scaling, isTrain);
  const named = namedUnit(name);
  if (!readAs || readAs === "value") return { ...named, ...scale };
  const { logarithm } = formParts[readAs];
  const read = message("table.featureInForm", { column: named.name, form: readAs });
  return { name: read, unit: logarithm ? null : named.unit, ...scale };
}

/** "Temp (°C)" is a temperature in °C. */
function namedUnit(name: string): Pick<Quantity, "name" | "unit"> {
  const match = /^(.*\S)\s*[([]\s*([^()[\]]{1,12}?)\s*[)\]]$/.exec(name);
  return match ? { name: match[1], unit: match[2] } : { name, unit: null };
}

/** Ids of the words that the training part has, the alphabetically first one first. */
function trainWords({ values, words }: SequenceColumn, isTrain: Uint8Array): readonly number[] {
  const found = new Set<number>();
  values.forEach((id, row) => {
    if (isTrain[row] === 1 && !Number.isNaN(id)) found.add(id);
  });
  return [...found].sort((a, b) => naturalOrder(words[a], words[b]));
}

const collator = new Intl.Collator("en", { numeric: true });
/** "step 9" comes before "step 10". */
export const naturalOrder = (a: string, b: string): number => collator.compare(a, b) || (a < b ? -1 : 1);

function tooManyWords({ name }: SequenceColumn, words: number): Message {
  return message("table.tooManyWords", { column: name, words, most: mostWords });
}

function tooMuch(rows: number, features: number): Message {
  return message("table.tooManyNumbers", { rows, features, most: mostInputs });
}
