/** What a reader is at: one thing at a time, of which the next one stops the last and waits for its end. */
import type { Result } from "../../data/result";

type Outcome =
  | { readonly type: "refused"; readonly readId: number; readonly problem: string }
  | { readonly type: "cancelled"; readonly readId: number };

interface ReaderWorkOptions {
  readonly emit: (event: Outcome) => void;
  /** A sentence for what nobody foresaw. */
  readonly problemOf: (reason: string) => string;
}

export class ReaderWork {
  readonly #options: ReaderWorkOptions;
  #stop = new AbortController();
  #idle: Promise<void> = Promise.resolve();

  constructor(options: ReaderWorkOptions) {
    this.#options = options;
  }

  /**
   * @param act says what it has made by itself; what it could not do comes back, and is said here. Once the signal is aborted
   *   it has nothing more to say, and rejects as soon as it can
   */
  start(readId: number, act: (signal: AbortSignal) => Promise<Result<unknown>>): void {
    this.cancel();
    const { signal } = this.#stop;
    this.#idle = this.#idle.then(async () => {
      try {
        signal.throwIfAborted();
        const result = await act(signal);
        if (!result.ok) this.#end(readId, signal, result.problem);
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        this.#end(readId, signal, this.#options.problemOf(reason));
      }
    });
  }

  cancel(): void {
    this.#stop.abort();
    this.#stop = new AbortController();
  }

  /** Resolves when nothing is under way. */
  idle(): Promise<void> {
    return this.#idle;
  }

  #end(readId: number, { aborted }: AbortSignal, problem: string): void {
    this.#options.emit(aborted ? { type: "cancelled", readId } : { type: "refused", readId, problem });
  }
}
