/** The shape of what the page knows of folders of sounds or texts. */
import type { SequencesData } from "../../data/examples";
import type { TextUnit } from "../../data/textUnit";
import type { FolderContent, FolderSource } from "../../session/folderProtocol";
import type { FolderNews } from "../../session/page/folderClient";

/** As the dialog shows it. */
export interface FolderImport {
  /** Of the newest command; 0 before a folder is chosen. */
  readonly readId: number;
  readonly name: string;
  readonly content: FolderContent["kind"] | null;
  /** How texts are to be read. */
  readonly unit: TextUnit;
  readonly source: FolderSource | null;
  /** Files read, while they are read. */
  readonly progress: { readonly done: number; readonly total: number } | null;
  readonly refusal: string | null;
}

export interface FolderSlice {
  /** The one that is being opened. Nothing that is in use changes before it is read. */
  readonly folder: FolderImport | null;
  /** The last one that was read, and what was made of it. */
  readonly readFolder: {
    readonly source: FolderSource;
    readonly content: FolderContent;
    readonly data: SequencesData;
  } | null;
}

export interface FolderActions {
  /** Opens the dialog, in which a folder or a zip is chosen. */
  chooseFolder(): void;
  /** Reads it; the dialog closes when that is done. */
  openFolder(source: FolderSource, content: FolderContent["kind"]): void;
  /** For one that the page itself knows to be of no use. */
  refuseFolder(name: string, problem: string): void;
  setFolderUnit(unit: TextUnit): void;
  stopFolder(): void;
  closeFolder(): void;
  /** Reads the texts in use once more, by characters or by words. */
  readTextsAs(unit: TextUnit): void;
  receiveFolder(event: FolderNews): void;
}
