/** The looks that are under way, of which one slice is computed at a time. */
import type { LookName, SessionEvent } from "../protocol";
import type { Engines } from "./engines";
import type { LiveRun } from "./liveRun";
import type { Look } from "./looks/look";
import { looks } from "./looks/registry";

type Emit = (event: SessionEvent) => void;

interface Begun {
  readonly live: LiveRun;
  readonly alone: boolean;
  /** Computes the next slice and tells it; resolves to whether there is more. */
  readonly next: () => Promise<boolean>;
  readonly end: () => Promise<void>;
  stopped: boolean;
}

export class Looking {
  readonly #engines: Engines;
  readonly #emit: Emit;
  readonly #begun = new Map<LookName, Begun>();

  constructor(engines: Engines, emit: Emit) {
    this.#engines = engines;
    this.#emit = emit;
  }

  get isBusy(): boolean {
    return this.#begun.size > 0;
  }

  /** Whether nothing else may compute. */
  get isAlone(): boolean {
    return [...this.#begun.values()].some(({ alone }) => alone);
  }

  begin(name: LookName, live: LiveRun): void {
    if (!this.#begun.has(name)) this.#begun.set(name, this.#started(name, live));
  }

  /** At once: what is under way hears of it, and ends with its next slice. */
  stop(name: LookName): void {
    const begun = this.#begun.get(name);
    if (begun) begun.stopped = true;
  }

  /** One slice of each; what throws ends. */
  async turn(): Promise<void> {
    for (const [name, begun] of this.#begun) {
      await begun.live.land();
      let more = false;
      try {
        more = await begun.next();
      } finally {
        begun.live.restartMeter();
        if (!more) await this.#end(name, begun);
      }
    }
  }

  /** Of a run that goes. */
  async endAll(): Promise<void> {
    for (const [name, begun] of this.#begun) await this.#end(name, begun);
  }

  async #end(name: LookName, begun: Begun): Promise<void> {
    this.#begun.delete(name);
    await begun.end();
  }

  #started(name: LookName, live: LiveRun): Begun {
    switch (name) {
      case "profile":
        return this.#begunOf(looks[name], live);
      case "benchmark":
        return this.#begunOf(looks[name], live);
    }
  }

  #begunOf<Value>({ alone, slices, looked }: Look<Value>, live: LiveRun): Begun {
    let value: Value | null = null;
    const begun: Begun = {
      live,
      alone,
      stopped: false,
      next: async () => {
        const next = await iterator.next();
        if (next.done || begun.stopped) return false;
        value = next.value;
        this.#emit(looked(value, true));
        return true;
      },
      end: async () => {
        await iterator.return();
        this.#emit(looked(value, false));
      },
    };
    const iterator = slices({ live, engines: this.#engines, isStopped: () => begun.stopped });
    return begun;
  }
}
