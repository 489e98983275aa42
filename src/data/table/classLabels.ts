/** The classes of a label: how many there are, which of them stay, and what stands in the way of learning them. */

import { type Message, message, type Said } from "../../words/message";
import { shortened } from "./describeColumn";
import { naturalOrder } from "./encodeColumns";
import { listedParts } from "./listed";
import { optionChoice } from "./tableProblems";
import type { PrepareOptions, TableProblem } from "./tableTypes";

export interface ClassLabels {
  /** Names of the classes, C of them. */
  readonly labels: readonly Said[];
  /** [answers]: ids of classes, −1 for an answer that is left out. */
  readonly classes: Int32Array<ArrayBuffer>;
  readonly problems: readonly TableProblem[];
  readonly decisions: readonly Message[];
}

export interface LabelPlace {
  /** The name of the label's column. */
  readonly column: string;
  /** What has an answer. */
  readonly noun: "sequence" | "row";
  /** The row of an answer, as a spreadsheet numbers it. */
  rowOf(answer: number): number;
}

/** A class needs so many examples, one to train and one to be held out. */
const fewestExamples = 2;

/**
 * @param ids [answers]: into `words`, −1 where there is no label
 */
export function classLabels(
  ids: Int32Array,
  words: readonly string[],
  place: LabelPlace,
  options: PrepareOptions,
): ClassLabels {
  const counts = new Int32Array(words.length);
  for (const id of ids) if (id >= 0) counts[id]++;
  const present = words.map((_, id) => id).filter((id) => counts[id] > 0);
  const byCount = present.toSorted((a, b) => counts[b] - counts[a] || naturalOrder(words[a], words[b]));
  const most = Math.max(2, Math.floor(options.mostClasses));
  const surplus = byCount.length > most;
  const merge = surplus && options.rareClasses === "merge";
  const kept = byCount.slice(0, merge ? most - 1 : most).sort((a, b) => naturalOrder(words[a], words[b]));
  const labels = [...kept.map((id) => words[id]), ...(merge ? [message("table.otherClasses")] : [])];
  const classOf = new Int32Array(words.length).fill(merge ? kept.length : -1);
  kept.forEach((id, label) => {
    classOf[id] = label;
  });
  const classes = Int32Array.from(ids, (id) => (id < 0 ? -1 : classOf[id]));
  const found = { ids, words, counts, present: byCount, labels, place, options };
  const problems = surplus ? [tooMany(found), ...classProblems(found)] : classProblems(found);
  return { labels, classes, problems, decisions: sentences(found, classes) };
}

interface Found {
  readonly ids: Int32Array;
  readonly words: readonly string[];
  /** By id. */
  readonly counts: Int32Array;
  /** Ids, the most frequent first. */
  readonly present: readonly number[];
  readonly labels: readonly Said[];
  readonly place: LabelPlace;
  readonly options: PrepareOptions;
}

function tooMany({ ids, present, counts, words, place, options }: Found): TableProblem {
  const most = Math.max(2, Math.floor(options.mostClasses));
  const merge = options.rareClasses === "merge";
  const kept = new Set(present.slice(0, merge ? most - 1 : most));
  const first = ids.findIndex((id) => id >= 0 && !kept.has(id));
  const others = present.slice(kept.size).reduce((sum, id) => sum + counts[id], 0);
  const row = place.rowOf(first);
  return {
    kind: "tooManyClasses",
    severity: "warns",
    message: message("table.tooManyClasses", {
      column: place.column,
      classes: present.length,
      kept: kept.size,
      others,
      noun: place.noun,
      how: options.rareClasses,
      label: shortened(words[ids[first]]),
      row,
    }),
    row,
    column: place.column,
    count: present.length,
    choices: [
      optionChoice(message("table.dropRareClasses"), "rareClasses", "drop", options),
      optionChoice(message("table.mergeRareClasses"), "rareClasses", "merge", options),
      ...[10, 100, 1000]
        .filter((count) => count < present.length)
        .map((count) =>
          optionChoice(message("table.keepMostFrequent", { count }), "mostClasses", count, options),
        ),
    ],
  };
}

function classProblems({ ids, present, counts, words, place, labels }: Found): readonly TableProblem[] {
  const column = place.column;
  if (present.length === 0 || labels.length < 2) {
    const label = present.length === 0 ? null : shortened(words[present[0]]);
    const row = place.rowOf(ids.findIndex((id) => id >= 0));
    return [
      {
        kind: "constantLabel",
        severity: "stops",
        message:
          label === null
            ? message("table.noLabels", { column, noun: place.noun })
            : message("table.constantLabel", { column, label, row }),
        row: label === null ? null : row,
        column,
        count: present.length,
        choices: [],
      },
    ];
  }
  const rare = present.filter((id) => counts[id] < fewestExamples && labels.includes(words[id]));
  if (rare.length === 0) return [];
  const first = ids.findIndex((id) => rare.includes(id));
  const row = place.rowOf(first);
  return [
    {
      kind: "rareClasses",
      severity: "warns",
      message: message("table.rareClasses", {
        count: rare.length,
        noun: place.noun,
        label: shortened(words[ids[first]]),
        row,
      }),
      row,
      column,
      count: rare.length,
      choices: [],
    },
  ];
}

function sentences(
  { present, counts, words, place, labels, ids }: Found,
  answers: Int32Array,
): readonly Message[] {
  const { column, noun } = place;
  const classes = present.map((id) =>
    message("table.classCount", { label: shortened(words[id]), count: counts[id] }),
  );
  const unlabelled = ids.reduce((sum, id) => sum + (id < 0 ? 1 : 0), 0);
  const left = answers.reduce((sum, label) => sum + (label < 0 ? 1 : 0), 0) - unlabelled;
  return [
    message("table.classesOf", { column, classes: listedParts(classes) }),
    ...(unlabelled > 0 ? [message("table.unlabelledOut", { count: unlabelled, noun })] : []),
    ...(left > 0 ? [message("table.rareOut", { count: left, noun, classes: labels.length })] : []),
  ];
}
