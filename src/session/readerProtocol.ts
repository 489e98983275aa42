/**
 * What the readers of tables, of folders and of pictures have in common. Each has a worker of its own, which is not the engine's,
 * so that training goes on while files are read. Commands go to it and events come back; each reader adds its own to these.
 *
 * `open` makes a file or folder the open one, which stays in the worker until another one is, or `close`; what is refused or
 * cancelled leaves it there. `prepare` makes of it what can be trained on. These and every other command but the two below carry a
 * `readId`, and every event the one of the command that it answers: what comes for an earlier one is to be dropped. A command stops
 * the one before it.
 */
import type { Said } from "../words/message";
import type { SpareCopy } from "./spareCopies";

export type ReaderCommand =
  /** Stops what is under way, which then answers `cancelled`. */
  | { readonly type: "cancel" }
  /** Ends the worker with all that it holds: to be sent when nobody looks at what was opened any more. */
  | { readonly type: "close" };

/** What arrives at the worker: it does not hear of its own end. */
export type Heard<Command> = Exclude<Command, { readonly type: "close" }>;

export interface ReadingProgress {
  readonly stage: "reading" | "counting" | "preparing";
  /** Of `total`: bytes of a table while it is read, files of a folder; else a share of 1. */
  readonly done: number;
  readonly total: number;
}

export type ReaderEvent<Data> =
  | { readonly type: "progress"; readonly readId: number; readonly progress: ReadingProgress }
  /** The answer to `prepare`. Its arrays are transferred, and copies of the large ones with them, for the engine. */
  | {
      readonly type: "prepared";
      readonly readId: number;
      readonly data: Data;
      readonly spares?: readonly SpareCopy[];
    }
  /** Nothing changed: what was there before still is. `problem` is a whole sentence. */
  | { readonly type: "refused"; readonly readId: number; readonly problem: Said }
  | { readonly type: "cancelled"; readonly readId: number };

/**
 * The worker has ended by itself, and what was open is gone with it; the next command starts another one. Said by the page's side,
 * with the `readId` of the newest command.
 */
export interface ReaderLost {
  readonly type: "lost";
  readonly readId: number;
  readonly problem: Said;
}
