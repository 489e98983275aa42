/**
 * The messages between the page and the worker that reads folders and zips of sounds or texts: `FolderCommand` goes to it,
 * `FolderEvent` comes back, with the `readId` of the command that it answers; what comes for an earlier one is to be dropped.
 */
import type { SequencesData } from "../data/examples";
import type { TextUnit } from "../data/textUnit";

export type FolderContent = { readonly kind: "sounds" } | { readonly kind: "texts"; readonly unit: TextUnit };

/** A folder's files with their places in it, or a zip. */
export type FolderSource =
  | { readonly kind: "files"; readonly name: string; readonly files: readonly FolderFile[] }
  | { readonly kind: "zip"; readonly file: File };

export interface FolderFile {
  /** Folders before its name, divided by slashes. */
  readonly path: string;
  readonly file: File;
}

export type FolderCommand =
  /** Answered by `progress`, and `prepared`, `refused` or `cancelled`. */
  | {
      readonly type: "read";
      readonly readId: number;
      readonly source: FolderSource;
      readonly content: FolderContent;
    }
  /** The answer to `decode`: channels at the rate that was asked for, or null where it is no sound. */
  | {
      readonly type: "decoded";
      readonly soundId: number;
      readonly channels: readonly Float32Array<ArrayBuffer>[] | null;
    }
  | { readonly type: "cancel" };

export type FolderEvent =
  | { readonly type: "progress"; readonly readId: number; readonly done: number; readonly total: number }
  /** Workers have no decoder of sound, so the page is asked. */
  | { readonly type: "decode"; readonly readId: number; readonly soundId: number; readonly file: Blob }
  | { readonly type: "prepared"; readonly readId: number; readonly data: SequencesData }
  /** Nothing changed: what was there before still is. `problem` is a whole sentence. */
  | { readonly type: "refused"; readonly readId: number; readonly problem: string }
  | { readonly type: "cancelled"; readonly readId: number };
