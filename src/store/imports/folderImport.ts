/** Sounds or texts on their way from a folder to training. */
import type { LabelOption, LabelSource } from "../../data/labels/labelSource";
import type {
  FolderContent,
  FolderEvent,
  FolderOpened,
  FolderOptions,
  FolderSource,
  LabelCount,
  LabelsAsked,
} from "../../session/folderProtocol";
import type { ReaderLost } from "../../session/readerProtocol";
import { type Said, sentences } from "../../words/message";
import { type AnyImport, afterReader, answersWork, type ImportState, notBegun } from "./importState";

/** What lies in a folder or a zip. */
export interface OpenedFolder {
  readonly labels: readonly LabelCount[];
  readonly decisions: readonly Said[];
}

/** Files whose labels may not stand in the names of their folders. */
export interface LabelsChosen {
  readonly source: FolderSource | null;
  /** Where they could stand, while that is asked. */
  readonly asked: readonly LabelOption[] | null;
  /** Where they stand, once it was chosen. */
  readonly labels: LabelSource | null;
}

export const noLabelsChosen: LabelsChosen = { source: null, asked: null, labels: null };

export const afterAsked = <State extends AnyImport & LabelsChosen>(
  state: State,
  event: LabelsAsked,
): State =>
  answersWork(state, event) ? { ...state, work: null, progress: null, asked: event.options } : state;

export interface FolderImport extends ImportState<OpenedFolder, FolderOptions>, LabelsChosen {
  readonly content: FolderContent | null;
}

/** Before one is chosen. */
export const noFolder: FolderImport = {
  ...notBegun,
  ...noLabelsChosen,
  options: { unit: "words" },
  content: null,
};

/** A line is short: it is read by characters, if nobody chooses otherwise. */
function byLine(folder: FolderImport, event: LabelsAsked): FolderImport {
  const isLine = answersWork(folder, event) && event.options[0].source.kind === "fileName";
  return isLine ? { ...folder, options: { ...folder.options, unit: "characters" } } : folder;
}

/** The same object for what comes too late. */
export function afterFolderEvent(folder: FolderImport, event: FolderEvent | ReaderLost): FolderImport {
  if (event.type === "asked") return afterAsked(byLine(folder, event), event);
  // What the tables come to is opened elsewhere, and another folder has a reader of its own.
  if (event.type === "tabled" || event.type === "second") return folder;
  if (event.type !== "opened") return afterReader(folder, event);
  if (!answersWork(folder, event)) return folder;
  const { labels, decisions } = event;
  return { ...folder, work: null, progress: null, opened: { labels, decisions } };
}

/** Said at once: an archive that is cut off may be read all the same. Once the labels were asked for, it has been said. */
export function tellLeftOut(
  state: (AnyImport & LabelsChosen) | null,
  event: { readonly type: string } | FolderOpened | LabelsAsked,
  notify: (kind: "info", text: Said) => void,
): void {
  if (!state || state.labels !== null || !("leftOut" in event) || !answersWork(state, event)) return;
  if (event.leftOut.length > 0) notify("info", sentences(event.leftOut));
}

export const nameOfSource = (source: FolderSource): Said =>
  source.kind === "zip" ? source.file.name : source.name;
