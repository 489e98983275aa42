import type { SessionEvent } from "../../protocol";
import type { Engines } from "../engines";
import type { LiveRun } from "../liveRun";

/** What a look may look at. */
export interface LookContext {
  readonly live: LiveRun;
  readonly engines: Engines;
  /** Whether nobody wants to know any more. */
  readonly isStopped: () => boolean;
}

/**
 * How a look is computed: in slices, between which training goes on and commands are heard. Each gives the value as far as it is
 * known.
 */
export interface Look<Value> {
  /** Whether nothing may train meanwhile, because times are measured that everybody compares. */
  readonly alone: boolean;
  slices(context: LookContext): AsyncGenerator<Value, void>;
  looked(value: Value | null, running: boolean): SessionEvent;
}
