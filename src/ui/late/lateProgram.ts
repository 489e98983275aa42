/** Programs of parts that are not loaded with the page. */
import { impatientMs, loadPatiently } from "./loadPatiently";

export interface LateProgram<Part> {
  /** Null until it has come. */
  readonly part: Part | null;
  /** One attempt, for which nobody waits. */
  fetch(): Promise<void>;
  /**
   * Several attempts, for somebody who waits; all who wait share them. Fewer where it has not come before.
   * @throws PartNotLoaded where it does not come
   */
  get(): Promise<Part>;
}

const known = new Set<LateProgram<unknown>>();

/** All that have been named so far. More may be, when a program comes that has late parts itself. */
export const latePrograms: ReadonlySet<LateProgram<unknown>> = known;

export function lateProgram<Part>(load: () => Promise<Part>): LateProgram<Part> {
  let part: Part | null = null;
  let coming: Promise<Part> | null = null;
  let pausesMs: readonly number[] | undefined;
  const attempt = async () => {
    part ??= await load();
    return part;
  };
  const program: LateProgram<Part> = {
    get part() {
      return part;
    },
    async fetch() {
      await attempt();
    },
    get() {
      coming ??= loadPatiently(attempt, pausesMs).finally(() => {
        coming = null;
        pausesMs = impatientMs;
      });
      return coming;
    },
  };
  known.add(program);
  return program;
}
