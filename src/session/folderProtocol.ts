/**
 * The messages between the page and the worker that reads folders and zips of sounds or texts; what all readers have in common is in
 * `readerProtocol.ts`.
 */
import type { Encoding } from "../data/encodings";
import type { SequencesData } from "../data/examples";
import type { FilesTrainedOn } from "../data/filesTrainedOn";
import type { LabelOption, LabelSource } from "../data/labels/labelSource";
import type { SecondRead } from "../data/secondFiles";
import type { TextUnit } from "../data/textUnit";
import type { Message, Said } from "../words/message";
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
/** Of tables each is a sequence; together they become one. */
export type FolderContent = "sounds" | "texts" | "tables";

export interface FolderOptions {
  /** What a text is made of. */
  readonly unit: TextUnit;
  /** Of all of them; where it is left out, each file's is found by its bytes. */
  readonly encoding?: Encoding;
}

/** A label and how many files have it. */
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
  /** Those of them that say what of an archive cannot be read. */
  readonly leftOut: readonly Message[];
}

/** They lie in no folders of their labels: `open` is to come again with one of these. */
export interface LabelsAsked {
  readonly type: "asked";
  readonly readId: number;
  /** The likeliest first, one or more. */
  readonly options: readonly LabelOption[];
  /** What of an archive cannot be read, and why. */
  readonly leftOut: readonly Message[];
}

export type FolderCommand =
  | ReaderCommand
  | {
      readonly type: "open";
      readonly readId: number;
      readonly source: FolderSource;
      readonly content: FolderContent;
      /** Where the labels stand, once that was asked. */
      readonly labels?: LabelSource | null;
    }
  /** Reads another folder for a network that was trained on one of the same kind. Answered by `second`. */
  | {
      readonly type: "second";
      readonly readId: number;
      readonly source: FolderSource;
      readonly trained: FilesTrainedOn;
    }
  | { readonly type: "prepare"; readonly readId: number; readonly options: FolderOptions };

export type FolderEvent =
  | ReaderEvent<SequencesData>
  /** Its arrays are transferred. */
  | { readonly type: "second"; readonly readId: number; readonly read: SecondRead }
  | FolderOpened
  | LabelsAsked
  /** The answer to `prepare` where the content is tables: one of all of them. */
  | {
      readonly type: "tabled";
      readonly readId: number;
      readonly file: File;
      /** What was taken and what was left out, in sentences. */
      readonly decisions: readonly Said[];
    };

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
