/**
 * The messages between the page and the worker that reads files, which is not the engine's, so that training goes on while a
 * file is read: `ReaderCommand` goes to the worker, `ReaderEvent` comes back. Every event carries the `readId` of the command
 * that it answers; what comes for an earlier one is to be dropped.
 *
 * A table that was opened stays in the worker until another one is, or `closeTable`; a reading that fails or is cancelled leaves
 * it there.
 */
import type { PreparedData } from "../data/prepared";
import type {
  ColumnType,
  PrepareOptions,
  TableFormat,
  TablePreview,
  TableProblem,
  TableQuestion,
} from "../data/table/tableTypes";

/** What was corrected; the rest is detected. */
export interface TableCorrections {
  readonly format?: Partial<TableFormat>;
  /** By the index of the column. */
  readonly types?: Readonly<Record<number, ColumnType>>;
}

export type ReaderCommand =
  /** Answered by `progress`, `preview`s (the first from the beginning of the file), or `refused`. */
  | {
      readonly type: "openTable";
      readonly readId: number;
      readonly file: File;
      readonly corrections?: TableCorrections;
    }
  /** All corrections so far. Reads the file again only where it must. Answered as `openTable` is. */
  | { readonly type: "correctTable"; readonly readId: number; readonly corrections: TableCorrections }
  /** What would be in the way of this question. Answered by `checked`. */
  | {
      readonly type: "checkQuestion";
      readonly readId: number;
      readonly question: TableQuestion;
      readonly options: PrepareOptions;
    }
  /** Answered by `progress`, `prepared` or `refused`. */
  | {
      readonly type: "prepareTable";
      readonly readId: number;
      readonly question: TableQuestion;
      readonly options: PrepareOptions;
    }
  /** Stops what is under way, which then answers `cancelled`. */
  | { readonly type: "cancel" }
  | { readonly type: "closeTable" };

export type ReaderEvent =
  | {
      readonly type: "progress";
      readonly readId: number;
      readonly stage: "reading" | "counting" | "preparing";
      /** 0 to 1. */
      readonly share: number;
      readonly bytesRead: number;
      readonly sizeBytes: number;
    }
  /** `preview.partial` while the file is still being read. */
  | {
      readonly type: "preview";
      readonly readId: number;
      readonly preview: TablePreview;
      /** One of each kind that the columns allow, ready to be asked, the likeliest first. Empty in a partial preview. */
      readonly questions: readonly TableQuestion[];
      /** How the first of them is best made ready; the default options in a partial preview. */
      readonly options: PrepareOptions;
    }
  | {
      readonly type: "checked";
      readonly readId: number;
      /** Of the table and of the question; none that `stops` means that it can be prepared. */
      readonly problems: readonly TableProblem[];
      /** What will be decided, in sentences. */
      readonly decisions: readonly string[];
    }
  /** Its arrays are transferred. */
  | { readonly type: "prepared"; readonly readId: number; readonly data: PreparedData }
  /** Nothing changed: what was there before still is. `problem` is a whole sentence. */
  | { readonly type: "refused"; readonly readId: number; readonly problem: string }
  | { readonly type: "cancelled"; readonly readId: number };
