/** How looks are computed. */
import type { ExampleData } from "../../../data/exampleData";
import type { AnswerPlace, AnswersRequest, SecondTextRequest, SessionEvent } from "../../protocol";
import type { Engines } from "../engines";
import type { LiveRun } from "../liveRun";

/** What was asked for beside its name. */
export interface AskedLook {
  /** The answer that it is about; null for a look that is about none. */
  readonly about: AnswerPlace | null;
  /** How a file is to be written; null for a look that writes none. */
  readonly request: AnswersRequest | null;
  /** Other data that is to be answered; null for a look that is of the run's own. */
  readonly second: ExampleData | null;
  /** Another text, for a network of language. */
  readonly text: SecondTextRequest | null;
}

/** What a look may look at. */
export interface LookContext extends AskedLook {
  readonly live: LiveRun;
  readonly engines: Engines;
  /** Whether nobody wants to know any more. */
  readonly isStopped: () => boolean;
}

interface LookDefinition<Value> {
  /**
   * Whether nothing may train meanwhile. `waits`: training goes on behind it by itself, since all that is told is to be of the same
   * weights; `stopped`: it does not, since times are measured that everybody compares.
   */
  readonly training: "goesOn" | "waits" | "stopped";
  /**
   * Each slice gives the value as far as it is known, or null where nothing new is; between two of them training goes on and commands
   * are heard.
   */
  slices(context: LookContext): AsyncGenerator<Value | null, void>;
  looked(value: Value | null, running: boolean): SessionEvent;
}

/** One that is under way. */
export interface BegunLook {
  /** Computes the next slice and tells it; resolves to whether there is more. */
  next(): Promise<boolean>;
  /** Tells that nothing more comes. */
  end(): Promise<void>;
}

export interface Look {
  readonly training: "goesOn" | "waits" | "stopped";
  begin(context: LookContext, emit: (event: SessionEvent) => void): BegunLook;
}

export const lookOf = <Value>({ training, slices, looked }: LookDefinition<Value>): Look => ({
  training,
  begin(context, emit) {
    const iterator = slices(context);
    let value: Value | null = null;
    return {
      async next() {
        const next = await iterator.next();
        if (next.done || context.isStopped()) return false;
        if (next.value === null) return true;
        value = next.value;
        emit(looked(value, true));
        return true;
      },
      async end() {
        await iterator.return();
        emit(looked(value, false));
      },
    };
  },
});
