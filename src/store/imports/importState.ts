/**
 * Files on their way to training, whatever they are: read, made ready, and taken by the engine, one after the other. Pure functions
 * from what the page knows and what is heard to what it knows then. A table, a folder and pictures add what can be opened and
 * chosen.
 */
import type { ReaderEvent, ReaderLost, ReadingProgress } from "../../session/readerProtocol";
import type { Said } from "../../words/message";

export interface ImportState<Opened, Options> {
  /** Of the file, folder or zip; "" before one is chosen. */
  readonly name: Said;
  /** `loading`: it is made ready, and the engine is taking it. */
  readonly work: "reading" | "preparing" | "loading" | null;
  /** Of the command for this work, or the last; 0 before the first. */
  readonly readId: number;
  readonly progress: ReadingProgress | null;
  /** What is open in the reader. */
  readonly opened: Opened | null;
  /** How it is to be made ready. */
  readonly options: Options;
  /** Of the command that asks what would come of these choices, until it is answered. */
  readonly lookId: number | null;
  /** Why the last thing that was asked for was not done. */
  readonly refusal: Said | null;
  /** Of the engine's loading, while it lasts. */
  readonly loadId: number | null;
}

export type AnyImport = ImportState<unknown, unknown>;

export const notBegun = {
  name: "",
  work: null,
  readId: 0,
  progress: null,
  opened: null,
  lookId: null,
  refusal: null,
  loadId: null,
} satisfies Omit<AnyImport, "options">;

/** How much of the work is done, 0 to 1. */
export const shareDone = ({ progress }: AnyImport): number =>
  progress && progress.total > 0 ? progress.done / progress.total : 0;

interface Answer {
  readonly type: string;
  readonly readId: number;
}

/** Whether this answers the work that is under way. What does not has come too late. */
export const answersWork = ({ work, readId }: AnyImport, event: Answer): boolean =>
  (work === "reading" || work === "preparing") && event.readId === readId;

export const answersLook = ({ lookId }: AnyImport, event: Answer): boolean => event.readId === lookId;

/** After what all readers say alike; the same object for what comes too late. What is `prepared` goes to the engine. */
export function afterReader<State extends AnyImport>(
  state: State,
  event: ReaderEvent<unknown> | ReaderLost,
): State {
  if (event.type === "lost") return afterLoss(state, event);
  if (answersLook(state, event))
    return event.type === "refused" ? { ...state, lookId: null, refusal: event.problem } : state;
  if (!answersWork(state, event)) return state;
  switch (event.type) {
    case "progress":
      return { ...state, progress: event.progress };
    case "refused":
      return { ...state, work: null, progress: null, refusal: event.problem };
    case "cancelled":
      return { ...state, work: null, progress: null };
    case "prepared":
      return state;
  }
}

/** The engine does not need the reader for what it is taking. */
function afterLoss<State extends AnyImport>(state: State, { problem }: ReaderLost): State {
  if (state.work === "loading") return state;
  return { ...state, work: null, progress: null, opened: null, lookId: null, refusal: problem };
}

/** Said in the dialog, where the user is looking. */
export function notTaken<State extends AnyImport>(state: State, refusal: Said): State {
  return { ...state, work: null, loadId: null, refusal };
}
