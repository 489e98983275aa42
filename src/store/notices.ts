/** Notices: what happened, in words. */
import type { RunSummary } from "../session/protocol";
import type { RunSettings } from "../session/settings";
import type { Notice } from "./state";

/** More than a reader takes in at once; the oldest goes first. */
export const maxNotices = 4;

/** A notice that is already there is not repeated: it moves to the end, with a new id. */
export function withNotice(
  notices: readonly Notice[],
  kind: Notice["kind"],
  text: string,
): readonly Notice[] {
  const id = notices.reduce((last, notice) => Math.max(last, notice.id), 0) + 1;
  return [...notices.filter((notice) => notice.text !== text), { id, kind, text }].slice(-maxNotices);
}

/** The learning rate is missing on purpose: it is no reason to start again. */
const settingNames: Readonly<Record<Exclude<keyof RunSettings, "learningRate">, string>> = {
  cell: "cell",
  hiddenSize: "hidden units",
  inputKind: "input",
  embeddingSize: "embedding size",
  sequenceLength: "sequence length",
  batchSize: "batch size",
  dropout: "dropout",
  weightDecay: "weight decay",
  patience: "patience",
  clipNorm: "clip norm",
  seed: "seed",
};

const choiceNames: Readonly<Record<RunSettings["inputKind"] | RunSettings["cell"], string>> = {
  embedding: "embedding",
  oneHot: "one-hot",
  gru: "GRU",
  gruResetBefore: "GRU, reset before",
  fourGate: "four-gate GRU",
  lstm: "LSTM",
  rnn: "simple RNN",
};

const valueInWords = (value: RunSettings[keyof RunSettings]) =>
  typeof value === "number" ? String(value) : choiceNames[value];

function changedSettings(before: RunSettings, after: RunSettings): string[] {
  const names = new Map(Object.entries(settingNames));
  const old = new Map(Object.entries(before));
  return Object.entries(after).flatMap(([key, value]) => {
    const [name, from] = [names.get(key), old.get(key)];
    if (name === undefined || from === undefined || from === value) return [];
    return [`${name} ${valueInWords(from)} → ${valueInWords(value)}`];
  });
}

/** Why a run began, or null where there is nothing to tell. */
export function runInWords(run: RunSummary, before: RunSettings | null): string | null {
  switch (run.cause) {
    case "opened":
    case "resumed":
      return null;
    case "data":
      return "New data, fresh weights: Train starts from the beginning.";
    case "reset":
      return "Started again from fresh weights.";
    case "settings": {
      const changes = before ? changedSettings(before, run.settings) : [];
      return changes.length > 0
        ? `Started again: ${changes.join(", ")}.`
        : "Started again from fresh weights.";
    }
  }
}
