/**
 * Sequences of features that each have a label, split and scaled: what pictures, strokes and sounds come to.
 *
 * Symbols: T time steps, I features of a step.
 */

import { type Message, message, type Said } from "../words/message";
import type { FeatureDisplay, Quantity, SequencesData, SuggestedSettings } from "./examples";
import type { Split } from "./split";

export interface LabelledSequence {
  /** What the user can find it by. */
  readonly name: Said;
  /** One for all sequences that have it: it is compared as it is. */
  readonly label: Said;
  /** [T, I] in the data's own units. */
  readonly values: Float32Array;
}

export interface SequencesDescription {
  readonly name: Said;
  readonly sizeBytes: number;
  readonly features: readonly Quantity[];
  readonly display: FeatureDisplay;
  readonly decisions: readonly Said[];
  readonly suggested: SuggestedSettings;
}

/** Labels by class id, in the order in which they first occur. */
export function labelsOf(sequences: readonly { readonly label: Said }[]): readonly Said[] {
  return [...new Set(sequences.map(({ label }) => label))];
}

export function classesOf(
  sequences: readonly { readonly label: Said }[],
  labels: readonly Said[],
): Int32Array<ArrayBuffer> {
  const ids = new Map(labels.map((label, id) => [label, id]));
  return Int32Array.from(sequences, ({ label }) => ids.get(label) ?? 0);
}

/** Why nothing can be learned from such labels, or null. `singles`: a label may have one example, if not all have. */
export function labelProblem(
  noun: "picture" | "recording" | "text",
  sequences: readonly { readonly label: Said }[],
  labels: readonly Said[],
  singles = false,
): Message | null {
  if (labels.length === 0) return message("files.noneAtAll", { noun });
  if (labels.length === 1) return message("files.oneLabel", { noun, label: labels[0] });
  const lonely = labels.find((one) => sequences.filter(({ label }) => label === one).length < 2);
  if (lonely === undefined || (singles && sequences.length > labels.length)) return null;
  return message("files.lonely", { noun, label: lonely });
}

/** Puts the sequences one after the other, scaled. `split` is of their indices. */
export function labelledSequences(
  sequences: readonly LabelledSequence[],
  labels: readonly Said[],
  split: Split,
  { features, display, decisions, ...described }: SequencesDescription,
): SequencesData {
  const I = features.length;
  const inputs = new Float32Array(sequences.reduce((sum, { values }) => sum + values.length, 0));
  let at = 0;
  for (const { values } of sequences) {
    inputs.set(scaled(values, features), at);
    at += values.length;
  }
  return {
    ...described,
    kind: "sequences",
    input: { kind: "features", features, display },
    answer: { kind: "class", at: "last", labels },
    lengths: Int32Array.from(sequences, ({ values }) => values.length / I),
    inputs,
    answers: classesOf(sequences, labels),
    names: sequences.map(({ name }) => name),
    ...split,
    decisions: [
      ...decisions,
      message("files.split", { trained: split.train.length, heldOut: split.heldOut.length }),
    ],
  };
}

/** (value − shift) / scale of every feature of every step; `values` [T, I]. */
export function scaled(values: ArrayLike<number>, features: readonly Quantity[]): Float32Array<ArrayBuffer> {
  const I = features.length;
  return Float32Array.from(values, (value, i) => (value - features[i % I].shift) / features[i % I].scale);
}
