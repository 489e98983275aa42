/** The looks that are under way, of which one slice is computed at a time. */
import type { LookName, SessionEvent } from "../protocol";
import type { Engines } from "./engines";
import type { LiveRun } from "./liveRun";
import type { AskedLook, BegunLook } from "./looks/look";
import { looks } from "./looks/registry";

interface Begun {
  readonly live: LiveRun;
  readonly look: BegunLook;
}

export class Looking {
  readonly #engines: Engines;
  readonly #emit: (event: SessionEvent) => void;
  readonly #begun = new Map<LookName, Begun>();
  readonly #stopped = new Set<LookName>();

  constructor(engines: Engines, emit: (event: SessionEvent) => void) {
    this.#engines = engines;
    this.#emit = emit;
  }

  get isBusy(): boolean {
    return this.#begun.size > 0;
  }

  /** Whether nothing else may compute. */
  get isAlone(): boolean {
    return [...this.#begun.keys()].some((name) => looks[name].training !== "goesOn");
  }

  begin(name: LookName, live: LiveRun, asked: AskedLook): void {
    if (this.#begun.has(name)) return;
    const context = { live, engines: this.#engines, ...asked, isStopped: () => this.#stopped.has(name) };
    this.#begun.set(name, { live, look: looks[name].begin(context, this.#emit) });
  }

  /** Somebody wants to know: what was stopped before counts no more. */
  ask(name: LookName): void {
    this.#stopped.delete(name);
  }

  /** At once: what is under way hears of it, and what has not begun ends with its first slice. */
  stop(name: LookName): void {
    this.#stopped.add(name);
  }

  /** One slice of each. One that throws has ended. */
  async turn(): Promise<void> {
    for (const [name, { live, look }] of this.#begun) {
      await live.land();
      let more = false;
      try {
        more = await look.next();
      } finally {
        live.restartMeter();
        if (!more) await this.#end(name, look);
      }
    }
  }

  /** Of a run that goes. */
  async endAll(): Promise<void> {
    for (const [name, { look }] of this.#begun) await this.#end(name, look);
  }

  async #end(name: LookName, look: BegunLook): Promise<void> {
    this.#begun.delete(name);
    await look.end();
  }
}
