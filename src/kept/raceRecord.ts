/**
 * A race that is kept: what it was asked for, and of each of its runs what it had come to there, whatever becomes of that run
 * afterwards. Its checkpoints and data are those of the runs. A plain value.
 */
import type { EngineChoice, EngineName } from "../session/protocol";
import type { RaceEntry, RaceRequest } from "../session/raceRequest";
import type { Said } from "../words/message";
import type { KeptSource, KeptView, RunRecord } from "./runRecord";

/** The form of both records; older ones are read for ever (`readRace.ts`). */
export const raceForm = 1;

export interface RaceRecord {
  readonly form: typeof raceForm;
  readonly id: string;
  readonly beganMs: number;
  readonly request: RaceRequest;
  readonly entries: readonly RaceEntry[];
  /** The value that somebody has said will win, by its place; null for no guess. */
  readonly guess: number | null;
  readonly isOver: boolean;
  /** Why it has ended, where that is not because all its runs have come to their end. */
  readonly why: Said | null;
  readonly data: KeptSource;
  readonly dataName: Said;
  readonly engine: { readonly choice: EngineChoice; readonly name: EngineName; readonly device: Said };
  readonly view: KeptView;
}

/** One of its runs. */
export interface RacerRecord {
  readonly form: typeof raceForm;
  /** Among the entries. */
  readonly place: number;
  /** Null of one that has nothing that could be kept. */
  readonly record: RunRecord | null;
  readonly isOver: boolean;
  /** On the validation set, with the weights that it has at the end. */
  readonly loss: number | null;
  readonly why: Said | null;
}
