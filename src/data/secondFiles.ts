/** Other sounds or pictures for a network that stands: read as those were that it was trained on, all to be answered, none to train. */
import { message, type Said } from "../words/message";
import type { ExampleData } from "./exampleData";
import type { SequencesData } from "./examples";
import type { FilesTrainedOn } from "./filesTrainedOn";
import { scaled } from "./labelledSequences";
import { withoutHigherBands } from "./sound/heardBands";
import { listedNames } from "./table/listed";

/** A sound or a picture. */
export interface SecondItem {
  readonly name: Said;
  /** Null where nothing says what it is. */
  readonly label: string | null;
  /** [T, I] in the data's own units. */
  readonly values: Float32Array;
}

export interface SecondRead {
  /** What is new or missing. */
  readonly notes: readonly Said[];
  /** Why nothing can be answered. */
  readonly problems: readonly Said[];
  /** Null where that is so. All of it is held out. */
  readonly data: ExampleData | null;
}

export interface SecondOrigin {
  readonly name: Said;
  readonly sizeBytes: number;
  /** Of files that could not be read: why not. */
  readonly unread: readonly Said[];
  /** What of an archive cannot be read. */
  readonly leftOut: readonly Said[];
}

export function secondFiles(
  items: readonly SecondItem[],
  { way, input, answer }: FilesTrainedOn,
  { name, sizeBytes, unread, leftOut }: SecondOrigin,
): SecondRead {
  const { features, display } = input;
  const heard = display.kind === "spectrogram" ? display.heardBands : features.length;
  const classes = new Map(answer.labels.map((label, id) => [label, id]));
  const answers = Int32Array.from(items, ({ label }) => (label === null ? -1 : (classes.get(label) ?? -1)));
  const notes = [
    message("second.filesRead", {
      kind: way.kind,
      files: items.length,
      known: answers.reduce((sum, label) => sum + (label < 0 ? 0 : 1), 0),
    }),
    ...labelNotes(items, answer.labels),
    ...leftOut,
    ...(unread.length > 0
      ? [message("second.filesUnread", { kind: way.kind, files: unread.length, first: unread[0] })]
      : []),
  ];
  if (items.length === 0) return { notes, problems: [message("second.nothing")], data: null };
  const I = features.length;
  const inputs = new Float32Array(items.reduce((sum, { values }) => sum + values.length, 0));
  let at = 0;
  for (const { values } of items) {
    const known = way.kind === "sounds" ? withoutHigherBands(values, heard) : values;
    inputs.set(scaled(known, features), at);
    at += values.length;
  }
  const data: SequencesData = {
    kind: "sequences",
    name,
    sizeBytes,
    decisions: notes,
    suggested: {},
    input,
    answer,
    lengths: Int32Array.from(items, ({ values }) => values.length / I),
    inputs,
    answers,
    names: items.map((item) => item.name),
    train: new Int32Array(0),
    heldOut: Int32Array.from(items.keys()),
  };
  return { notes, problems: [], data };
}

function labelNotes(items: readonly SecondItem[], known: readonly Said[]): readonly Said[] {
  const without = items.reduce((sum, { label }) => sum + (label === null ? 1 : 0), 0);
  const unknown = new Set(
    items.flatMap(({ label }) => (label === null || known.includes(label) ? [] : [label])),
  );
  return [
    ...(without > 0 ? [message("second.filesWithoutLabel", { files: without })] : []),
    ...(unknown.size > 0
      ? [message("second.filesNewLabels", { count: unknown.size, labels: listedNames([...unknown]) })]
      : []),
  ];
}
