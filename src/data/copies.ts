/** Copies among sequences with labels: one could train and the other be held out, which would then be no test. */

import { type Message, message } from "../words/message";
import type { LabelledSequence } from "./labelledSequences";

export interface Distinct {
  readonly kept: readonly LabelledSequence[];
  /** How many were left out. */
  readonly copies: number;
  /** How many look like one of another label. */
  readonly contradictions: number;
}

/** Without those that are exactly like one before them with the same label. */
export function withoutCopies(sequences: readonly LabelledSequence[]): Distinct {
  const alikeByHash = new Map<number, LabelledSequence[]>();
  const kept: LabelledSequence[] = [];
  let contradictions = 0;
  for (const sequence of sequences) {
    const hash = hashOf(sequence.values);
    const alike = (alikeByHash.get(hash) ?? []).filter(({ values }) => equal(values, sequence.values));
    if (alike.some(({ label }) => label === sequence.label)) continue;
    if (alike.length > 0) contradictions++;
    alikeByHash.set(hash, [...(alikeByHash.get(hash) ?? []), sequence]);
    kept.push(sequence);
  }
  return { kept, copies: sequences.length - kept.length, contradictions };
}

/** Fowler, Noll and Vo's (FNV-1a) of the numbers' bits. */
function hashOf(values: Float32Array): number {
  const bits = new Uint32Array(values.buffer, values.byteOffset, values.length);
  let hash = 0x811c9dc5;
  for (let i = 0; i < bits.length; i++) {
    hash = Math.imul(hash ^ bits[i], 0x01000193);
    // Round numbers have their bits at the top, and multiplication carries nothing down.
    hash ^= hash >>> 15;
  }
  return hash;
}

function equal(a: Float32Array, b: Float32Array): boolean {
  return a.length === b.length && a.every((value, i) => value === b[i]);
}

export function copyDecisions(
  noun: "picture" | "recording" | "text",
  { copies, contradictions }: Pick<Distinct, "copies" | "contradictions">,
): readonly Message[] {
  return [
    ...(copies > 0 ? [message("files.copies", { noun, copies })] : []),
    ...(contradictions > 0 ? [message("files.contradictions", { noun, contradictions })] : []),
  ];
}
