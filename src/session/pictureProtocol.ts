/** The messages between the page and the worker that reads pictures; what all readers have in common is in `readerProtocol.ts`. */
import type { SequencesData } from "../data/examples";
import type { FilesTrainedOn } from "../data/filesTrainedOn";
import type { ImageOptions } from "../data/images/imageSequence";
import type { LabelSource } from "../data/labels/labelSource";
import type { SecondRead } from "../data/secondFiles";
import type { FolderOpened, FolderSource, LabelsAsked } from "./folderProtocol";
import type { ReaderCommand, ReaderEvent } from "./readerProtocol";

export type PictureCommand =
  | ReaderCommand
  | {
      readonly type: "open";
      readonly readId: number;
      readonly source: FolderSource;
      /** Where the labels stand, once that was asked. */
      readonly labels?: LabelSource | null;
    }
  /** Some of the pictures with these options. Answered by `previewed`. */
  | { readonly type: "preview"; readonly readId: number; readonly options: ImageOptions }
  /** Reads another folder for a network that was trained on one of the same kind. Answered by `second`. */
  | {
      readonly type: "second";
      readonly readId: number;
      readonly source: FolderSource;
      readonly trained: FilesTrainedOn;
    }
  | { readonly type: "prepare"; readonly readId: number; readonly options: ImageOptions };

/** A picture as the network would read it. */
export interface PreviewedPicture {
  readonly name: string;
  readonly label: string;
  /** [T, I] from 0 to 1, or null where it cannot be read. */
  readonly values: Float32Array<ArrayBuffer> | null;
}

export type PictureEvent =
  | ReaderEvent<SequencesData>
  /** Its arrays are transferred. */
  | { readonly type: "second"; readonly readId: number; readonly read: SecondRead }
  | FolderOpened
  | LabelsAsked
  | {
      readonly type: "previewed";
      readonly readId: number;
      readonly options: ImageOptions;
      readonly pictures: readonly PreviewedPicture[];
    };
