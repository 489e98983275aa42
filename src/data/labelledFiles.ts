/** Files that are examples, pictures, sounds, texts or tables: the folder that each lies in is its label, where nothing else is said. */

import { type Message, message, type Said, sentences } from "../words/message";
import { extensionOf } from "./extensionOf";
import { folderLabel, maxLabels } from "./labels/folderLevels";
import type { FolderLevel, LabelOf } from "./labels/labelSource";
import { failure, type Result, success } from "./result";

/** The files that are looked for in a folder. */
export interface WantedFiles {
  /** What one file is. */
  readonly noun: "picture" | "sound" | "text" | "table";
  /** In lower case, without the dot. */
  readonly extensions: readonly string[];
}

/** A file of a chosen folder: where it is, folders before its name, and what is in it, bytes or something that has them. */
export interface GivenFile<Content> {
  readonly path: string;
  readonly content: Content;
}

export interface LabelledFile<Content> extends GivenFile<Content> {
  readonly label: string;
}

export interface LabelledFiles<Content> {
  /** Ordered by label, then by path, numbers in them by value: the order in which files are given does not matter. */
  readonly items: readonly LabelledFile<Content>[];
  /** Each once, in the same order. */
  readonly labels: readonly string[];
  /** What was taken and what was left out, in sentences. */
  readonly decisions: readonly Said[];
}

/**
 * The files of one kind with their labels. Hidden files and what systems leave behind (".DS_Store", "__MACOSX") are ignored;
 * files of other kinds and files without a folder are left out and counted. `name` is what was opened, for sentences.
 *
 * @param level which folder is the label
 */
export function labelledFiles<Content>(
  files: readonly GivenFile<Content>[],
  name: Said,
  wanted: WantedFiles,
  level: FolderLevel,
): Result<LabelledFiles<Content>> {
  const visible = files.filter(({ path }) => !isHidden(path));
  if (visible.length === 0) return failure(withWayOut(message("reading.noFiles", { name }), wanted));
  const ofKind = visible.filter(({ path }) => wanted.extensions.includes(extensionOf(path)));
  const others = visible.length - ofKind.length;
  if (ofKind.length === 0) {
    const [{ path: first }] = visible;
    return failure(
      withWayOut(message("reading.noneOfKind", { name, noun: wanted.noun, others, first }), wanted),
    );
  }
  const labelOf = folderLabel(
    ofKind.map(({ path }) => path),
    level,
  );
  const items = ofKind.flatMap((file) => {
    const label = labelOf(file.path);
    return label === null ? [] : [{ ...file, label }];
  });
  if (items.length === 0)
    return failure(withWayOut(message("reading.inNoFolder", { name, noun: wanted.noun }), wanted));
  items.sort((a, b) => inOrder(a.label, b.label) || inOrder(a.path, b.path));
  const labels = [...new Set(items.map(({ label }) => label))];
  const problem = problemOfLabels(items, labels, name, wanted);
  if (problem) return failure(problem);
  return success({
    items,
    labels,
    decisions: [
      ...decisionsOn(items.length, labels, ofKind.length - items.length, others, wanted),
      ...levelDecision(items),
    ],
  });
}

/**
 * The files of one kind with labels that do not stand in the names of folders. Files without one are left out and counted, and so are
 * labels of a single file, unless `singles`.
 */
export function filesLabelledBy<Content>(
  files: readonly GivenFile<Content>[],
  labelOf: LabelOf,
  wanted: WantedFiles,
  singles: boolean,
): Result<LabelledFiles<Content>> {
  const { noun } = wanted;
  const labelled = files.flatMap((file) => {
    const label = labelOf(file.path);
    return label === null || label === "" ? [] : [{ ...file, label }];
  });
  const counts = new Map<string, number>();
  for (const { label } of labelled) counts.set(label, (counts.get(label) ?? 0) + 1);
  const items = labelled.filter(({ label }) => singles || counts.get(label) !== 1);
  items.sort((a, b) => inOrder(a.label, b.label) || inOrder(a.path, b.path));
  const labels = [...new Set(items.map(({ label }) => label))];
  const without = files.length - labelled.length;
  const lonely = labelled.length - items.length;
  return success({
    items,
    labels,
    decisions: [
      message("reading.foundLabelled", { noun, files: items.length, labels: labels.length }),
      ...(without > 0 ? [message("reading.withoutLabel", { noun, files: without })] : []),
      ...(lonely > 0 ? [message("reading.lonelyLabels", { noun, files: lonely })] : []),
    ],
  });
}

function problemOfLabels(
  items: readonly LabelledFile<unknown>[],
  labels: readonly string[],
  name: Said,
  wanted: WantedFiles,
): Message | null {
  const { noun } = wanted;
  if (labels.length < 2)
    return withWayOut(message("reading.inOneFolder", { name, noun, folder: labels[0] }), wanted);
  if (labels.length > maxLabels)
    return withWayOut(
      message("reading.tooManyFolders", { name, noun, folders: labels.length, limit: maxLabels }),
      wanted,
    );
  const counts = new Map<string, number>();
  for (const { label } of items) counts.set(label, (counts.get(label) ?? 0) + 1);
  const lonely = labels.filter((label) => counts.get(label) === 1);
  if (lonely.length === 0) return null;
  return message("reading.lonelyFolders", { noun, folders: lonely.length, first: lonely[0] });
}

function decisionsOn(
  items: number,
  labels: readonly string[],
  withoutFolder: number,
  others: number,
  { noun, extensions }: WantedFiles,
): readonly Message[] {
  return [
    message("reading.found", { noun, files: items, folders: labels.length }),
    ...(withoutFolder > 0 ? [message("reading.withoutFolder", { noun, files: withoutFolder })] : []),
    ...(others > 0 ? [message("reading.otherKinds", { files: others, extensions })] : []),
  ];
}

/** Where it is not the name of the folder right around a file. */
function levelDecision(items: readonly LabelledFile<unknown>[]): readonly Message[] {
  const further = items.find(({ path, label }) => folderOf(path) !== label);
  return further ? [message("reading.folderFurtherOut", { path: further.path, label: further.label })] : [];
}

const withWayOut = (problem: Message, { noun, extensions }: WantedFiles): Message =>
  sentences([problem, message("reading.wayOut", { noun, extensions })]);

export function isHidden(path: string): boolean {
  return path
    .split("/")
    .some((part) => part.startsWith(".") || /^(__MACOSX|thumbs\.db|desktop\.ini)$/i.test(part));
}

/** The folder right around a file, or null. */
export function folderOf(path: string): string | null {
  return path.split("/").filter(Boolean).at(-2) ?? null;
}

const { compare: byValue } = new Intl.Collator("en", { numeric: true });

/** "2" comes before "10", and "02" before "2"; the same everywhere, whatever the language of the machine. */
function inOrder(a: string, b: string): number {
  return byValue(a, b) || (a < b ? -1 : Number(a > b));
}
