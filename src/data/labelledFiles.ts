/** Files that are examples, pictures, sounds or texts: the folder that each lies in is its label. */

import { type Message, message, type Said, sentences } from "../words/message";
import type { Breathing } from "./breathing";
import { failure, type Result, success } from "./result";
import { checkUnpackedSize } from "./zip/unzipFile";
import { zipContents } from "./zip/zipContents";
import type { ZipEntry } from "./zip/zipEntry";

export const maxLabels = 1000;

/** The files that are looked for in a folder. */
export interface WantedFiles {
  /** What one file is. */
  readonly noun: "picture" | "sound" | "text";
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
 */
export function labelledFiles<Content>(
  files: readonly GivenFile<Content>[],
  name: Said,
  wanted: WantedFiles,
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
  const items = ofKind.flatMap((file) => {
    const label = folderOf(file.path);
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
    decisions: decisionsOn(items.length, labels, ofKind.length - items.length, others, wanted),
  });
}

/**
 * The same from an archive, of which nothing is unpacked: what has a label states how much it would come to. Rejects as
 * `breathing` does, once its signal is aborted.
 */
export async function labelledFilesOfZip(
  archive: Blob,
  name: string,
  wanted: WantedFiles,
  breathing: Breathing,
): Promise<Result<LabelledFiles<ZipEntry>>> {
  const contents = await zipContents(archive, name, breathing);
  if (!contents.ok) return contents;
  const { files, leftOut } = contents.value;
  const labelled = labelledFiles(
    files.map((content) => ({ path: content.path, content })),
    name,
    wanted,
  );
  if (!labelled.ok) return failure(sentences([labelled.problem, ...leftOut]));
  const { items, decisions } = labelled.value;
  const size = checkUnpackedSize(
    items.map(({ content }) => content),
    name,
  );
  return size.ok ? success({ ...labelled.value, decisions: [...decisions, ...leftOut] }) : size;
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

const withWayOut = (problem: Message, { noun, extensions }: WantedFiles): Message =>
  sentences([problem, message("reading.wayOut", { noun, extensions })]);

function isHidden(path: string): boolean {
  return path
    .split("/")
    .some((part) => part.startsWith(".") || /^(__MACOSX|thumbs\.db|desktop\.ini)$/i.test(part));
}

function extensionOf(path: string): string {
  const dot = path.lastIndexOf(".");
  return dot > path.lastIndexOf("/") ? path.slice(dot + 1).toLowerCase() : "";
}

/** The folder right around a file, or null. */
function folderOf(path: string): string | null {
  return path.split("/").filter(Boolean).at(-2) ?? null;
}

const { compare: byValue } = new Intl.Collator("en", { numeric: true });

/** "2" comes before "10", and "02" before "2"; the same everywhere, whatever the language of the machine. */
function inOrder(a: string, b: string): number {
  return byValue(a, b) || (a < b ? -1 : Number(a > b));
}
