/** The labelled files of a folder or a zip, ready to be read one by one. */
import { startBreathing } from "../../data/breathing";
import {
  type LabelledFiles,
  labelledFiles,
  labelledFilesOfZip,
  type WantedFiles,
} from "../../data/labelledFiles";
import { type Result, success } from "../../data/result";
import type { Said } from "../../words/message";
import type { FolderOpened, FolderSource } from "../folderProtocol";
import { type FileContent, plainContent, zippedContent } from "./fileContent";

export interface OpenedFiles extends LabelledFiles<FileContent> {
  /** Of the folder or the zip. */
  readonly name: Said;
  readonly sizeBytes: number;
}

/** Rejects with the signal's reason once it is aborted. */
export async function openFiles(
  source: FolderSource,
  wanted: WantedFiles,
  signal: AbortSignal,
): Promise<Result<OpenedFiles>> {
  if (source.kind === "files") {
    const given = source.files.map(({ path, file }) => ({ path, content: plainContent(file) }));
    const labelled = labelledFiles<FileContent>(given, source.name, wanted);
    if (!labelled.ok) return labelled;
    const sizeBytes = labelled.value.items.reduce((sum, { content }) => sum + content.sizeBytes, 0);
    return success({ ...labelled.value, name: source.name, sizeBytes });
  }
  const { file } = source;
  const labelled = await labelledFilesOfZip(file, file.name, wanted, startBreathing(signal));
  if (!labelled.ok) return labelled;
  const items = labelled.value.items.map((item) => ({ ...item, content: zippedContent(file, item.content) }));
  return success({ ...labelled.value, items, name: file.name, sizeBytes: file.size });
}

/** What the page is told of them. */
export function openedEvent(readId: number, { labels, items, decisions }: OpenedFiles): FolderOpened {
  const counts = new Map(labels.map((label) => [label, 0]));
  for (const { label } of items) counts.set(label, (counts.get(label) ?? 0) + 1);
  return {
    type: "opened",
    readId,
    labels: Array.from(counts, ([label, count]) => ({ label, count })),
    decisions,
  };
}

/** What a file is found by: its folder, which is its label, and its name. */
export const nameOf = ({ path }: { readonly path: string }) => path.split("/").slice(-2).join("/");

/** Of the draw of what is held out: the same files are always divided in the same way. */
const splitSeed = 1;

/** What a dataset says of where it comes from; `more` decisions are those of reading its files. */
export const originOf = ({ name, sizeBytes, decisions }: OpenedFiles, more: readonly Said[] = []) => ({
  name,
  sizeBytes,
  decisions: [...decisions, ...more],
  seed: splitSeed,
});
