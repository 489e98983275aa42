/**
 * Other data behind the training part of what a network was trained on: with all of it held out, it is measured as anything that is
 * held out, beside what the training part says without a network.
 */
import type { ExampleData } from "./exampleData";
import type { SequencesData, SeriesData, SeriesPart } from "./examples";
import { countNames, joinedNames } from "./rowNames";
import { seriesParts } from "./seriesParts";

/** Throws where they are of different kinds, which whoever prepares the second sees to. */
export function joinSecond(first: ExampleData, second: ExampleData): SequencesData | SeriesData {
  if (first.kind === "sequences" && second.kind === "sequences") return joinSequences(first, second);
  if (first.kind === "series" && second.kind === "series") return joinSeries(first, second);
  throw new Error(`Data of kind ${second.kind} cannot stand behind ${first.kind}.`);
}

function joinSequences(first: SequencesData, second: SequencesData): SequencesData {
  const { featuresOf: _, groups: _groups, ...data } = second;
  const offset = first.lengths.length;
  return {
    ...data,
    input: first.input,
    lengths: joined(Int32Array, first.lengths, second.lengths),
    inputs:
      first.inputs instanceof Int32Array
        ? joined(Int32Array, first.inputs, second.inputs)
        : joined(Float32Array, first.inputs, second.inputs),
    answers:
      first.answers instanceof Int32Array
        ? joined(Int32Array, first.answers, second.answers)
        : joined(Float32Array, first.answers, second.answers),
    names: [...first.names, ...second.names],
    train: first.train,
    heldOut: Int32Array.from(second.heldOut, (i) => offset + i),
  };
}

/** Of the first what trains, a part of its own for each series, and then the second. */
function joinSeries(first: SeriesData, second: SeriesData): SeriesData {
  const I = first.input.features.length;
  const K = first.answer.forecast.columns.length;
  const trained = seriesParts(first).map((part) => ({ ...part, end: part.start + part.trainRows }));
  const rowsOf = <A extends Float32Array | Float64Array>(values: A, width: number) =>
    trained.map(({ start, end }) => values.subarray(start * width, end * width));
  let at = 0;
  const parts: SeriesPart[] = [];
  for (const part of trained) {
    const rows = part.end - part.start;
    parts.push({ ...part, start: at, end: at + rows });
    at += rows;
  }
  for (const part of seriesParts(second)) {
    const trainedAs = trained.findIndex(({ name }) => name === part.name);
    parts.push({
      ...part,
      start: at + part.start,
      end: at + part.end,
      ...(trainedAs >= 0 && { trainedAs }),
    });
  }
  const knownOf = (data: SeriesData) => data.known ?? new Uint8Array(data.targets.length).fill(1);
  const { future: _, ...data } = second;
  return {
    ...data,
    input: first.input,
    answer: first.answer,
    rows: joined(Float32Array, ...rowsOf(first.rows, I), second.rows),
    targets: joined(Float64Array, ...rowsOf(first.targets, K), second.targets),
    known: joined(
      Uint8Array,
      ...trained.map(({ start, end }) => knownOf(first).subarray(start * K, end * K)),
      knownOf(second),
    ),
    times: joinedNames([
      ...trained.map(({ start, end }) => ({ names: first.times, start, end })),
      { names: second.times, start: 0, end: countNames(second.times) },
    ]),
    trainRows: at,
    parts,
  };
}

type Numbers =
  | Int32Array<ArrayBuffer>
  | Float32Array<ArrayBuffer>
  | Float64Array<ArrayBuffer>
  | Uint8Array<ArrayBuffer>;

function joined<A extends Numbers>(Kind: new (length: number) => A, ...all: readonly ArrayLike<number>[]): A {
  const result = new Kind(all.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const values of all) {
    result.set(values, at);
    at += values.length;
  }
  return result;
}
