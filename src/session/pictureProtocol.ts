/**
 * The messages between the page and the worker that reads pictures: `PictureCommand` goes to it, `PictureEvent` comes back, with the
 * `readId` of the command that it answers; what comes for an earlier one is to be dropped. What was opened stays in the worker
 * until something else is.
 */
import type { SequencesData } from "../data/examples";
import type { ImageOptions } from "../data/images/imageSequence";
import type { FolderSource } from "./folderProtocol";

export type PictureCommand =
  /** Answered by `opened` and then `previewed`, or `refused`. */
  | {
      readonly type: "open";
      readonly readId: number;
      readonly source: FolderSource;
      readonly options: ImageOptions;
    }
  /** Some of the pictures once more, with other options. Answered by `previewed`. */
  | { readonly type: "preview"; readonly readId: number; readonly options: ImageOptions }
  /** Answered by `progress`, and `prepared`, `refused` or `cancelled`. */
  | { readonly type: "prepare"; readonly readId: number; readonly options: ImageOptions }
  | { readonly type: "cancel" };

/** A picture as the network would read it. */
export interface PreviewedPicture {
  readonly name: string;
  readonly label: string;
  /** [T, I] from 0 to 1, or null where it cannot be read. */
  readonly values: Float32Array | null;
}

export type PictureEvent =
  | {
      readonly type: "opened";
      readonly readId: number;
      readonly name: string;
      readonly labels: readonly { readonly label: string; readonly count: number }[];
      /** What was taken and what was left out, in sentences. */
      readonly decisions: readonly string[];
    }
  | {
      readonly type: "previewed";
      readonly readId: number;
      readonly options: ImageOptions;
      readonly pictures: readonly PreviewedPicture[];
    }
  /** 0 to 1. */
  | { readonly type: "progress"; readonly readId: number; readonly share: number }
  | { readonly type: "prepared"; readonly readId: number; readonly data: SequencesData }
  /** Nothing changed: what was there before still is. `problem` is a whole sentence. */
  | { readonly type: "refused"; readonly readId: number; readonly problem: string }
  | { readonly type: "cancelled"; readonly readId: number };
