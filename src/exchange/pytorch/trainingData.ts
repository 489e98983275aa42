import type { Examples, SeriesData } from "../../data/examples";
import { readingBegin, validationPieces } from "../../data/windows";
import { ExampleSequences } from "../../engine/train/exampleSequences";
import type { Sequences } from "../../engine/train/sequences";
import { validationEvery } from "../../engine/train/trainer";
import type { Say } from "../../words/message";
import type { Tensor } from "../safetensors/writeSafetensors";
import { heldOutNumbers } from "./heldOutNumbers";

/** Data that is opened for a training: what it is trained on, and what that was made of. */
export interface OpenedData {
  readonly sequences: Sequences;
  readonly heldOut:
    | { readonly kind: "text"; readonly tokens: Int32Array; readonly trainLength: number }
    | {
        readonly kind: "examples";
        readonly examples: Examples;
        /** Of which the examples are windows, if they are. */
        readonly series: SeriesData | null;
      };
}

/** What `train.py` reads: the tensors of `data.safetensors`, and which of them train, validate and are held out, for `config.json`. */
export interface TrainingData {
  readonly tensors: ReadonlyMap<string, Tensor>;
  readonly split: unknown;
}

interface Measured {
  /** The indices of those examples that the network is measured on. */
  readonly indices: ArrayLike<number>;
  readonly say: Say;
}

export function trainingData({ sequences, heldOut }: OpenedData, { indices, say }: Measured): TrainingData {
  const validateEvery = validationEvery(sequences);
  if (heldOut.kind === "text") {
    const { tokens, trainLength } = heldOut;
    const pieces = validationPieces(trainLength, tokens.length);
    return {
      tensors: new Map([["tokens", { shape: [tokens.length], values: tokens }]]),
      split: {
        kind: "text",
        trainLength,
        validation: pieces.map(({ start, end }) => [readingBegin(start), start, end]),
        validateEvery,
      },
    };
  }
  if (!(sequences instanceof ExampleSequences)) throw new Error("Examples are trained on as examples.");
  const { trainIndices, validationIndices } = sequences;
  const measured = Array.from(indices);
  const validation = validationIndices.flatMap((some) => [...some]);
  // Those that train stand first, in the order that each epoch shuffles.
  const stored = [...new Set([...trainIndices, ...validation, ...measured])];
  const placeOf = new Map(stored.map((index, place) => [index, place]));
  const places = (some: ArrayLike<number>) => Array.from(some, (index) => placeOf.get(index) ?? 0);
  const { examples, series } = heldOut;
  const numbers = heldOutNumbers(examples, series, measured, say);
  return {
    tensors: new Map([
      ...exampleTensors(examples, stored, series?.rows ?? null),
      ...(numbers?.tensors ?? []),
    ]),
    split: {
      kind: "examples",
      train: trainIndices.length,
      validation: validationIndices.map(places),
      validateEvery,
      heldOut: places(measured),
      units: numbers?.units ?? null,
    },
  };
}

/** Inputs and answers of all, one after the other, and where those of each begin; windows of a series share its rows. */
function exampleTensors(
  { input, answer, example, rowOf }: Examples,
  indices: readonly number[],
  rows: Float32Array | null,
): ReadonlyMap<string, Tensor> {
  const all = indices.map(example);
  const lengths = all.map(({ steps }) => steps);
  const sharesRows = rows !== null && rowOf !== undefined;
  const starts = sharesRows
    ? indices.map((index, i) => rowOf(index) + 1 - lengths[i])
    : all.map(startsAfter(({ steps }) => steps));
  const width = input.kind === "features" ? input.features.length : 1;
  const outputs = answer.kind === "numbers" ? answer.outputs.length : 1;
  const answers = joined(all.map((one) => one.answer));
  return new Map([
    [
      "inputs",
      inRows(
        sharesRows ? rows : joined(all.map((one) => one.input)),
        input.kind === "features" ? width : null,
      ),
    ],
    ["answers", inRows(answers, answer.kind === "numbers" ? outputs : null)],
    ["starts", integers(starts)],
    ["lengths", integers(lengths)],
    ["answerStarts", integers(all.map(startsAfter((one) => one.answer.length / outputs)))],
  ]);
}

/** How many came before, for `map`. */
function startsAfter<T>(count: (one: T) => number): (one: T) => number {
  let sum = 0;
  return (one) => {
    const start = sum;
    sum += count(one);
    return start;
  };
}

const integers = (values: readonly number[]): Tensor => ({
  shape: [values.length],
  values: Int32Array.from(values),
});

/** [N] where there is no width. */
const inRows = (values: Float32Array | Int32Array, width: number | null): Tensor => ({
  shape: width === null ? [values.length] : [values.length / width, width],
  values,
});

function joined(parts: readonly (Float32Array | Int32Array)[]): Float32Array | Int32Array {
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  const all = parts[0] instanceof Int32Array ? new Int32Array(length) : new Float32Array(length);
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
