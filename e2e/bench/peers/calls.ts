/** What the script outside may ask of the worker in the browser, by way of the page's `window.bench`. */
import type { Piece } from "../../../src/engine/benchmark/pieces";
import type { NoTiming, RoundOptions, Timing } from "../../../src/engine/benchmark/rounds";
import type { Work, WorkShape } from "../../../src/engine/benchmark/work";

export interface BenchCalls {
  /** Opens all engines; comes before the other calls. */
  open(withPeers: boolean): Promise<Machine>;
  /** How far the outputs of those that can take the same weights are from `ours/cpu1`'s, at most. */
  verify(work: Work, shape: WorkShape): Promise<readonly { readonly name: string; readonly error: number }[]>;
  /** @param engines their names, or null for all */
  measure(
    piece: Piece,
    engines: readonly string[] | null,
    rounds: Omit<RoundOptions, "pause">,
  ): Promise<{ readonly timings: readonly (Timing | NoTiming)[]; readonly lines: string }>;
}

interface Machine {
  readonly cores: number;
  readonly browser: string | null;
  readonly isolated: boolean;
  readonly engines: Readonly<Record<string, string>>;
  /** Null without the peers. */
  readonly tfjsWasmThreads: number | null;
}

declare global {
  interface Window {
    /** There as soon as the worker listens. */
    bench: BenchCalls;
  }
}
