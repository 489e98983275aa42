/** The labelled files of a folder or a zip, ready to be read one by one; or what their labels could be, where that has to be asked. */
import { type Breathing, startBreathing } from "../../data/breathing";
import { extensionOf } from "../../data/extensionOf";
import type { FilesTrainedOn } from "../../data/filesTrainedOn";
import {
  filesLabelledBy,
  folderOf,
  type GivenFile,
  isHidden,
  type LabelledFile,
  type LabelledFiles,
  labelledFiles,
  type WantedFiles,
} from "../../data/labelledFiles";
import { folderLevels, folderOption } from "../../data/labels/folderLevels";
import { type LabelList, labelList } from "../../data/labels/labelList";
import { labelOptions } from "../../data/labels/labelOptions";
import {
  fileOf,
  type LabelOf,
  type LabelOption,
  type LabelSource,
  type NameSource,
  nameLabel,
} from "../../data/labels/labelSource";
import { listCandidates, mostListBytes, sequenceTables } from "../../data/labels/listFiles";
import { failure, type Result, success } from "../../data/result";
import { readTable } from "../../data/table/readTable";
import { checkUnpackedSize } from "../../data/zip/unzipFile";
import { zipContents } from "../../data/zip/zipContents";
import { type Message, message, type Said, sentences } from "../../words/message";
import type { FolderOpened, FolderSource } from "../folderProtocol";
import { type FileContent, plainContent, zippedContent } from "./fileContent";

export interface OpenedFiles extends LabelledFiles<FileContent> {
  /** Of the folder or the zip. */
  readonly name: Said;
  readonly sizeBytes: number;
  /** Whether each line of a file is an example. */
  readonly isByLine: boolean;
  /** What of an archive cannot be read, and why. */
  readonly leftOut: readonly Message[];
}

/** Labels in no folders, or in several that may be: where they may stand. */
export interface UnsureLabels {
  readonly options: readonly LabelOption[];
  /** What of an archive cannot be read, and why. */
  readonly leftOut: readonly Message[];
}

interface Given {
  readonly name: Said;
  readonly sizeBytes: number;
  readonly files: readonly GivenFile<FileContent>[];
  readonly leftOut: readonly Message[];
  /** Of files that are about to be read. */
  checkSize(files: readonly GivenFile<FileContent>[]): Result<unknown>;
}

/**
 * Rejects with the signal's reason once it is aborted.
 *
 * @param labels where they stand, as somebody has chosen; null to find that out
 */
export async function openFiles(
  source: FolderSource,
  wanted: WantedFiles,
  signal: AbortSignal,
  labels: LabelSource | null = null,
): Promise<Result<OpenedFiles | UnsureLabels>> {
  const breathing = startBreathing(signal);
  const given = await givenFiles(source, breathing);
  if (!given.ok) return given;
  const { name, leftOut } = given.value;
  const visible = given.value.files.filter(({ path }) => !isHidden(path));
  const examples = examplesOf(visible, wanted);
  const paths = examples.map(({ path }) => path);
  if (labels === null || labels.kind === "folder") {
    const levels = labels ? [labels] : folderLevels(paths);
    const inFolders = labelledFiles(withoutOthers(visible, examples, wanted), name, wanted, levels[0]);
    if (inFolders.ok && levels.length > 1)
      return success({ options: levels.map((level) => folderOption(paths, level)), leftOut });
    if (inFolders.ok) return opened(given.value, inFolders.value, false);
    if (labels) return inFolders;
    const lists = await readLists(visible, paths, { breathing, signal });
    const options = labelOptions(paths, lists, wanted.noun === "text");
    if (options.length > 0) return success({ options, leftOut });
    if (wanted.noun !== "table" || paths.length === 0)
      return failure(leftOut.length > 0 ? sentences([inFolders.problem, ...leftOut]) : inFolders.problem);
    return opened(
      given.value,
      { items: examples.map((file) => ({ ...file, label: "" })), labels: [], decisions: [] },
      false,
    );
  }
  const labelOf = await labelOfSource(labels, visible, paths, { breathing, signal });
  const isByLine = labels.kind === "fileName";
  const labelled = filesLabelledBy(examples, labelOf, wanted, isByLine);
  return labelled.ok ? opened(given.value, labelled.value, isByLine) : labelled;
}

/** Files beside those that a network was trained on; of one without a label it is the empty word. */
export interface SecondFiles {
  readonly name: Said;
  readonly sizeBytes: number;
  readonly items: readonly LabelledFile<FileContent>[];
  readonly leftOut: readonly Message[];
}

/**
 * Every file of the kind, whatever it is called, with a label by the rule of the first folder where there is one.
 *
 * Rejects with the signal's reason once it is aborted.
 */
export async function openSecondFiles(
  source: FolderSource,
  wanted: WantedFiles,
  signal: AbortSignal,
  { way: { kind, labels }, answer }: FilesTrainedOn,
): Promise<Result<SecondFiles>> {
  const breathing = startBreathing(signal);
  const given = await givenFiles(source, breathing);
  if (!given.ok) return given;
  const { name, sizeBytes, leftOut } = given.value;
  const visible = given.value.files.filter(({ path }) => !isHidden(path));
  const examples = examplesOf(visible, wanted);
  if (examples.length === 0) return failure(message("second.noneOfKind", { kind, name }));
  const size = given.value.checkSize(examples);
  if (!size.ok) return size;
  const paths = examples.map(({ path }) => path);
  const labelOf =
    labels === null
      ? knownFolderLabel(source, answer.labels)
      : await labelOfSource(listIn(labels, visible), visible, paths, { breathing, signal });
  const items = examples
    .map((file) => ({ ...file, label: labelOf(file.path) ?? "" }))
    .sort((a, b) => byPath(a.path, b.path));
  return success({ name, sizeBytes, items, leftOut });
}

const { compare: byPath } = new Intl.Collator("en", { numeric: true });

/**
 * The folder nearest to the file whose name the network knows, else the one right around it. The folder that was chosen itself is a label
 * only of what lies right in it, and where the network knows it.
 */
function knownFolderLabel({ kind }: FolderSource, known: readonly Said[]): LabelOf {
  return (path) => {
    const folder = folderOf(path);
    const isChosen = kind === "files" && path.split("/").length === 2;
    if (isChosen) return folder !== null && known.includes(folder) ? folder : null;
    const within = path.split("/").slice(kind === "files" ? 1 : 0, -1);
    return within.findLast((one) => known.includes(one)) ?? folder;
  };
}

/** A list of the same name, in a folder of another. */
function listIn(labels: NameSource, visible: Files): NameSource {
  if (labels.kind !== "list") return labels;
  const within = (path: string) => path.split("/").slice(1).join("/");
  const found =
    visible.find(({ path }) => path === labels.path) ??
    visible.find(({ path }) => within(path) === within(labels.path)) ??
    visible.find(({ path }) => fileOf(path) === fileOf(labels.path));
  return found ? { ...labels, path: found.path } : labels;
}

function opened(given: Given, labelled: LabelledFiles<FileContent>, isByLine: boolean): Result<OpenedFiles> {
  const { name, sizeBytes, leftOut } = given;
  const size = given.checkSize(labelled.items);
  if (!size.ok) return size;
  return success({ ...labelled, leftOut, name, sizeBytes, isByLine });
}

async function givenFiles(source: FolderSource, breathing: Breathing): Promise<Result<Given>> {
  if (source.kind === "files") {
    const files = source.files.map(({ path, file }) => ({ path, content: plainContent(file) }));
    const sizeBytes = files.reduce((sum, { content }) => sum + content.sizeBytes, 0);
    return success({ name: source.name, sizeBytes, files, leftOut: [], checkSize: () => success(0) });
  }
  const { file } = source;
  const contents = await zipContents(file, file.name, breathing);
  if (!contents.ok) return contents;
  const entries = new Map(contents.value.files.map((entry) => [entry.path, entry]));
  return success({
    name: file.name,
    sizeBytes: file.size,
    files: Array.from(entries, ([path, entry]) => ({ path, content: zippedContent(file, entry) })),
    leftOut: contents.value.leftOut,
    checkSize: (files) =>
      checkUnpackedSize(
        files.flatMap(({ path }) => entries.get(path) ?? []),
        file.name,
      ),
  });
}

type Files = readonly GivenFile<FileContent>[];

/** The files that are examples: those of the kind, and of tables those that are no lists of the others. */
function examplesOf(visible: Files, { noun, extensions }: WantedFiles): Files {
  const ofKind = visible.filter(({ path }) => extensions.includes(extensionOf(path)));
  if (noun !== "table") return ofKind;
  const sequences = new Set(sequenceTables(ofKind.map(({ path }) => path)));
  return ofKind.filter(({ path }) => sequences.has(path));
}

/** Lists are of the kind of tables as well, and no examples in a folder of their own. */
function withoutOthers(visible: Files, examples: Files, { noun, extensions }: WantedFiles): Files {
  if (noun !== "table") return visible;
  const isExample = new Set(examples);
  return visible.filter((file) => isExample.has(file) || !extensions.includes(extensionOf(file.path)));
}

interface Work {
  readonly breathing: Breathing;
  readonly signal: AbortSignal;
}

async function labelOfSource(
  labels: NameSource,
  visible: Files,
  paths: readonly string[],
  work: Work,
): Promise<LabelOf> {
  if (labels.kind !== "list") return nameLabel(labels);
  const lists = await readLists(
    visible.filter(({ path }) => path === labels.path),
    paths,
    work,
  );
  const column = lists[0]?.columns.get(labels.column);
  return (path) => column?.get(path) ?? null;
}

/** What lies beside the examples and names them. What cannot be read is no list. */
async function readLists(
  visible: Files,
  paths: readonly string[],
  work: Work,
): Promise<readonly LabelList[]> {
  const candidates = listCandidates(
    visible.filter(({ content }) => content.sizeBytes <= mostListBytes).map(({ path }) => path),
    new Set(paths),
  );
  const lists: LabelList[] = [];
  for (const path of candidates) {
    const file = visible.find((one) => one.path === path);
    const content = await file?.content.open(work);
    if (!content?.ok) continue;
    const blob = content.value;
    const table = await readTable(
      { name: path, size: blob.size, stream: () => blob.stream() },
      { signal: work.signal },
    );
    if (!table.ok) continue;
    const { names, columns, rowCount } = table.value;
    const cells = columns.map((column) => Array.from({ length: rowCount }, (_, row) => column.at(row)));
    const list = labelList({ path, names, columns: cells }, paths);
    if (list) lists.push(list);
  }
  return lists;
}

/** What the page is told of them. */
export function openedEvent(
  readId: number,
  { labels, items, decisions, leftOut }: OpenedFiles,
): FolderOpened {
  const counts = new Map(labels.map((label) => [label, 0]));
  for (const { label } of items) counts.set(label, (counts.get(label) ?? 0) + 1);
  return {
    type: "opened",
    readId,
    labels: Array.from(counts, ([label, count]) => ({ label, count })),
    decisions: [...decisions, ...leftOut],
    leftOut,
  };
}

/** What a file is found by: from the folder on that is its label, or the one around it. */
export function nameOf({ path, label }: Pick<LabelledFile<unknown>, "path" | "label">): string {
  const parts = path.split("/");
  const from = parts.slice(0, -1).lastIndexOf(label);
  return parts.slice(from >= 0 ? from : -2).join("/");
}

/** Of the draw of what is held out: the same files are always divided in the same way. */
const splitSeed = 1;

/** What a dataset says of where it comes from; `more` decisions are those of reading its files. */
export const originOf = (
  { name, sizeBytes, decisions, leftOut }: OpenedFiles,
  more: readonly Said[] = [],
) => ({
  name,
  sizeBytes,
  decisions: [...decisions, ...leftOut, ...more],
  seed: splitSeed,
});
