/** The classes of a label: how many there are, which of them stay, and what stands in the way of learning them. */

import type { Said } from "../../words/message";
import { counted, formatCount, listed } from "../phrases";
import { naturalOrder } from "./encodeColumns";
import { optionChoice } from "./tableProblems";
import { quotedCell } from "./tableSentences";
import type { PrepareOptions, TableProblem } from "./tableTypes";

export interface ClassLabels {
  /** Names of the classes, C of them. */
  readonly labels: readonly string[];
  /** [answers]: ids of classes, −1 for an answer that is left out. */
  readonly classes: Int32Array<ArrayBuffer>;
  readonly problems: readonly TableProblem[];
  readonly decisions: readonly Said[];
}

export interface LabelPlace {
  /** The name of the label's column. */
  readonly column: string;
  /** "sequence" or "row": what has an answer. */
  readonly noun: string;
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
  const labels = [...kept.map((id) => words[id]), ...(merge ? [otherName(words)] : [])];
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
  readonly labels: readonly string[];
  readonly place: LabelPlace;
  readonly options: PrepareOptions;
}

function otherName(words: readonly string[]): string {
  return words.includes("other") ? "all others" : "other";
}

function tooMany({ ids, present, counts, words, place, options }: Found): TableProblem {
  const most = Math.max(2, Math.floor(options.mostClasses));
  const merge = options.rareClasses === "merge";
  const kept = new Set(present.slice(0, merge ? most - 1 : most));
  const first = ids.findIndex((id) => id >= 0 && !kept.has(id));
  const others = present.slice(kept.size).reduce((sum, id) => sum + counts[id], 0);
  const done = merge ? "share one class" : "are left out";
  const row = place.rowOf(first);
  return {
    kind: "tooManyClasses",
    severity: "warns",
    message: `Column “${place.column}” has ${formatCount(present.length)} classes. The ${formatCount(kept.size)} most frequent stay, and the ${counted(others, place.noun)} of the others ${done}; the first is ${quotedCell(words[ids[first]])} in row ${formatCount(row)}.`,
    row,
    column: place.column,
    count: present.length,
    choices: [
      optionChoice("Leave the rare classes out", "rareClasses", "drop", options),
      optionChoice("Merge the rare classes into one", "rareClasses", "merge", options),
      ...[10, 100, 1000]
        .filter((count) => count < present.length)
        .map((count) =>
          optionChoice(`Keep the ${formatCount(count)} most frequent`, "mostClasses", count, options),
        ),
    ],
  };
}

function classProblems({ ids, present, counts, words, place, labels }: Found): readonly TableProblem[] {
  const column = place.column;
  if (present.length === 0 || labels.length < 2) {
    const only = present.length === 0 ? null : words[present[0]];
    const row = only === null ? null : place.rowOf(ids.findIndex((id) => id >= 0));
    return [
      {
        kind: "constantLabel",
        severity: "stops",
        message:
          only === null
            ? `Column “${column}” has no label in any ${place.noun}. Choose another column as the label.`
            : `Column “${column}” has the same label, ${quotedCell(only)}, everywhere from row ${formatCount(row ?? 1)} on. At least two classes are needed: choose another column as the label.`,
        row,
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
      message: `${counted(rare.length, "class has", "classes have")} a single ${place.noun}, which trains, so that nothing tells how well it is learned; the first is ${quotedCell(words[ids[first]])} in row ${formatCount(row)}.`,
      row,
      column,
      count: rare.length,
      choices: [],
    },
  ];
}

function sentences(
  { present, counts, words, place, labels, ids }: Found,
  classes: Int32Array,
): readonly string[] {
  const parts = present.map((id) => `${quotedCell(words[id])} (${formatCount(counts[id])})`);
  const unlabelled = ids.reduce((sum, id) => sum + (id < 0 ? 1 : 0), 0);
  const left = classes.reduce((sum, label) => sum + (label < 0 ? 1 : 0), 0) - unlabelled;
  return [
    `Classes of “${place.column}”: ${listed(parts)}.`,
    ...(unlabelled > 0
      ? [`${counted(unlabelled, place.noun)} without a label ${unlabelled === 1 ? "is" : "are"} left out.`]
      : []),
    ...(left > 0
      ? [
          `${counted(left, place.noun)} of rare classes ${left === 1 ? "is" : "are"} left out; ${formatCount(labels.length)} classes stay.`,
        ]
      : []),
  ];
}
