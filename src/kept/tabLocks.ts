/**
 * Which tab has which run. A run that is live in a tab is held by a lock of the browser's, which ends with the tab, however that ends;
 * what changes in the list, and who would like to have a run, the tabs tell each other.
 */
import * as v from "valibot";

const messageSchema = v.variant("type", [
  v.object({ type: v.literal("changed") }),
  /** Of the run that is wanted, and that a tab keeps in order to let go of it. */
  v.object({ type: v.literal("wanted"), id: v.string() }),
  v.object({ type: v.literal("leaving"), id: v.string() }),
]);
type TabMessage = v.InferOutput<typeof messageSchema>;

interface Listener {
  /** Another tab has changed what is kept. */
  onChange(): void;
  /** Another tab would like to have a run that this one holds: it is to be let go of. */
  onWanted(id: string): void;
  /** Another tab has taken it. */
  onTaken(id: string): void;
}

/** What is needed of the browser's LockManager. */
export interface Locks {
  request(
    name: string,
    options: LockOptions,
    callback: (lock: object | null) => Promise<void> | undefined,
  ): Promise<unknown>;
  query(): Promise<{ readonly held?: readonly { readonly name?: string }[] }>;
}

const prefix = "gru-run ";

/** A tab that does not answer loses its run, and so does one that has answered and does not let go. */
const answerMs = 10_000;
const leavingMs = 30_000;

export class TabLocks {
  readonly #locks: Locks;
  readonly #channel: BroadcastChannel;
  readonly #listener: Listener;
  readonly #held = new Map<string, () => void>();
  /** Those that are waited for, and who hears that their tabs let go of them. */
  readonly #waiting = new Map<string, () => void>();

  constructor(locks: Locks, channel: BroadcastChannel, listener: Listener) {
    this.#locks = locks;
    this.#channel = channel;
    this.#listener = listener;
    // A tab with another version of the page may say what this one does not know.
    channel.onmessage = ({ data }: MessageEvent<unknown>) => {
      const parsed = v.safeParse(messageSchema, data);
      if (!parsed.success) return;
      const told = parsed.output;
      if (told.type === "changed") listener.onChange();
      else if (told.type === "leaving") this.#waiting.get(told.id)?.();
      else if (this.#held.has(told.id)) {
        this.#say({ type: "leaving", id: told.id });
        listener.onWanted(told.id);
      }
    };
  }

  holds(id: string): boolean {
    return this.#held.has(id);
  }

  /** Whether it is this tab's now. @param patienceMs how long another tab, that may just be closing, is waited for */
  hold(id: string, patienceMs = 0): Promise<boolean> {
    if (this.holds(id)) return Promise.resolve(true);
    return this.#request(
      id,
      patienceMs > 0 ? { signal: AbortSignal.timeout(patienceMs) } : { ifAvailable: true },
    );
  }

  /** It is asked for, and taken where nobody answers. A tab that answers has time: a step of its engine may be long. */
  async take(id: string): Promise<boolean> {
    if (this.holds(id)) return true;
    const waiting = new AbortController();
    let silence = setTimeout(() => waiting.abort(), answerMs);
    this.#waiting.set(id, () => {
      clearTimeout(silence);
      silence = setTimeout(() => waiting.abort(), leavingMs);
    });
    this.#say({ type: "wanted", id });
    const isHeld = await this.#request(id, { signal: waiting.signal });
    clearTimeout(silence);
    this.#waiting.delete(id);
    return isHeld || this.#request(id, { steal: true });
  }

  #say(told: TabMessage): void {
    this.#channel.postMessage(told);
  }

  #request(id: string, options: LockOptions): Promise<boolean> {
    return new Promise((resolve) => {
      const requested = this.#locks.request(prefix + id, options, (lock) => {
        if (!lock) {
          resolve(false);
          return undefined;
        }
        return new Promise<void>((release) => {
          this.#held.set(id, release);
          resolve(true);
        });
      });
      requested.catch(() => {
        // It has not come in time, or it has come and another tab has taken it.
        if (this.#held.delete(id)) this.#listener.onTaken(id);
        resolve(false);
      });
    });
  }

  release(id: string): void {
    this.#held.get(id)?.();
    this.#held.delete(id);
  }

  /** The ids of runs that are live in any tab. */
  async live(): Promise<readonly string[]> {
    const { held = [] } = await this.#locks.query();
    return held.flatMap(({ name }) => (name?.startsWith(prefix) ? [name.slice(prefix.length)] : []));
  }

  /** Tells the other tabs that what is kept has changed. */
  tell(): void {
    this.#say({ type: "changed" });
  }
}
