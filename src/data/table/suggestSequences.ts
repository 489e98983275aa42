/** Settings that suit labelled sequences, and their lengths in words. */

import { type Message, message } from "../../words/message";
import type { SuggestedSettings } from "../examples";

export function lengthsMessage(lengths: Int32Array): Message {
  const longest = lengths.reduce((a, b) => Math.max(a, b), 0);
  const shortest = lengths.reduce((a, b) => Math.min(a, b), longest);
  return shortest === longest
    ? message("table.stepsEach", { steps: longest })
    : message("table.stepsRange", { shortest, longest });
}

/** A few hundred sequences are soon learned by heart: a small network that sees only part of its state, and an end in time. */
export function suggestedFor(lengths: Int32Array, trainSequences: number): SuggestedSettings {
  const longest = lengths.reduce((a, b) => Math.max(a, b), 1);
  return {
    hiddenSizes: [trainSequences < 500 ? 16 : trainSequences < 5000 ? 32 : 64],
    sequenceLength: Math.min(1024, Math.max(2, longest)),
    batchSize: Math.max(1, Math.min(32, trainSequences >> 2)),
    learningRate: 0.005,
    recurrentDropout: trainSequences < 500 ? 0.3 : trainSequences < 5000 ? 0.1 : 0,
    patience: 20,
  };
}
