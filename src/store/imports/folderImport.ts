/** Sounds or texts on their way from a folder to training. */
import type {
  FolderContent,
  FolderEvent,
  FolderOptions,
  FolderSource,
  LabelCount,
} from "../../session/folderProtocol";
import type { ReaderLost } from "../../session/readerProtocol";
import type { Said } from "../../words/message";
import { afterReader, answersWork, type ImportState, notBegun } from "./importState";

/** What lies in a folder or a zip. */
export interface OpenedFolder {
  readonly labels: readonly LabelCount[];
  readonly decisions: readonly Said[];
}

export interface FolderImport extends ImportState<OpenedFolder, FolderOptions> {
  readonly source: FolderSource | null;
  readonly content: FolderContent | null;
}

/** Before one is chosen. */
export const noFolder: FolderImport = {
  ...notBegun,
  options: { unit: "words" },
  source: null,
  content: null,
};

/** The same object for what comes too late. */
export function afterFolderEvent(folder: FolderImport, event: FolderEvent | ReaderLost): FolderImport {
  if (event.type !== "opened") return afterReader(folder, event);
  if (!answersWork(folder, event)) return folder;
  const { labels, decisions } = event;
  return { ...folder, work: null, progress: null, opened: { labels, decisions } };
}

export const nameOfSource = (source: FolderSource): Said =>
  source.kind === "zip" ? source.file.name : source.name;
