/**
 * Which tab has which run. A run that is live in a tab is held by a lock of the browser's, which ends with the tab, however that ends;
 * what changes in the list, and who would like to have a run, the tabs tell each other.
 */
import * as v from "valibot";

const messageSchema = v.variant("type", [
  v.object({ type: v.literal("changed") }),
  /** Of the run that is wanted. */
  v.object({ type: v.literal("wanted"), id: v.string() }),
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

/** A tab that does not answer loses its run. */
const answerMs = 3000;

export class TabLocks {
  readonly #locks: Locks;
  readonly #channel: BroadcastChannel;
  readonly #listener: Listener;
  readonly #held = new Map<string, () => void>();

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
      else if (this.#held.has(told.id)) listener.onWanted(told.id);
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

  /** It is asked for, and taken where nobody answers. */
  async take(id: string): Promise<boolean> {
    this.#channel.postMessage({ type: "wanted", id } satisfies TabMessage);
    return (await this.hold(id, answerMs)) || this.#request(id, { steal: true });
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
    this.#channel.postMessage({ type: "changed" } satisfies TabMessage);
  }
}
