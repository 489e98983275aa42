/**
 * The messages between the page and the worker that reads folders and zips of sounds or texts; what all readers have in common is in
 * `readerProtocol.ts`.
 */
import type { SequencesData } from "../data/examples";
import type { TextUnit } from "../data/textUnit";
import type { Said } from "../words/message";
import type { ReaderCommand, ReaderEvent } from "./readerProtocol";

/** A folder's files with their places in it, or a zip. */
export type FolderSource =
  | { readonly kind: "files"; readonly name: Said; readonly files: readonly FolderFile[] }
  | { readonly kind: "zip"; readonly file: File };

export interface FolderFile {
  /** Folders before its name, divided by slashes. */
  readonly path: string;
  readonly file: File;
}

/** What of a folder is read. */
export type FolderContent = "sounds" | "texts";

export interface FolderOptions {
  /** What a text is made of. */
  readonly unit: TextUnit;
}

/** A label, which is the name of a folder, and how many files lie in it. */
export interface LabelCount {
  readonly label: string;
  readonly count: number;
}

/** The files of a folder or a zip are found, and none of them is read yet. */
export interface FolderOpened {
  readonly type: "opened";
  readonly readId: number;
  readonly labels: readonly LabelCount[];
  /** What was taken and what was left out, in sentences. */
  readonly decisions: readonly Said[];
}

export type FolderCommand =
  | ReaderCommand
  | {
      readonly type: "open";
      readonly readId: number;
      readonly source: FolderSource;
      readonly content: FolderContent;
    }
  | { readonly type: "prepare"; readonly readId: number; readonly options: FolderOptions };

export type FolderEvent = ReaderEvent<SequencesData> | FolderOpened;

/** Workers have no decoder of sound, so the page's side is asked. */
export interface DecodeSound {
  readonly type: "decode";
  readonly readId: number;
  readonly soundId: number;
  readonly file: Blob;
}

/** The answer: channels at the rate that sounds are read at, or null where it is no sound. */
export interface SoundDecoded {
  readonly type: "decoded";
  readonly soundId: number;
  readonly channels: readonly Float32Array<ArrayBuffer>[] | null;
}
