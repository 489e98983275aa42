/** What all readers do alike: one thing at a time, of which the next one stops the last and waits for its end. */
import type { Result } from "../../data/result";
import { NoAnswer } from "../../within";
import { message, type Said } from "../../words/message";
import type { Heard, ReaderCommand, ReaderEvent } from "../readerProtocol";

type Outcome = Extract<ReaderEvent<unknown>, { type: "refused" | "cancelled" }>;

interface ReaderOptions {
  readonly emit: (event: Outcome) => void;
  /** A sentence for what nobody foresaw. */
  readonly problemOf: (reason: string) => Said;
}

/** Knows nothing of workers. `Asked` are the commands that something is done for. */
export abstract class Reader<Asked extends { readonly readId: number }> {
  readonly #options: ReaderOptions;
  #stop = new AbortController();
  #idle: Promise<void> = Promise.resolve();

  constructor(options: ReaderOptions) {
    this.#options = options;
  }

  /**
   * Says by itself what it has made; what it could not do comes back, and is said here. Once the signal is aborted it has nothing
   * more to say, and rejects as soon as it can.
   */
  protected abstract act(command: Asked, signal: AbortSignal): Promise<Result<unknown>>;

  handle(command: Asked | Heard<ReaderCommand>): void {
    this.#stop.abort();
    this.#stop = new AbortController();
    if ("readId" in command) this.#start(command, this.#stop.signal);
  }

  /** Resolves when nothing is under way. */
  idle(): Promise<void> {
    return this.#idle;
  }

  #start(command: Asked, signal: AbortSignal): void {
    const { readId } = command;
    this.#idle = this.#idle.then(async () => {
      try {
        signal.throwIfAborted();
        const result = await this.act(command, signal);
        if (!result.ok) this.#end(readId, signal, result.problem);
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        const silent = error instanceof NoAnswer && message("files.oneNoAnswer", { seconds: error.seconds });
        this.#end(readId, signal, silent || this.#options.problemOf(reason));
      }
    });
  }

  #end(readId: number, { aborted }: AbortSignal, problem: Said): void {
    this.#options.emit(aborted ? { type: "cancelled", readId } : { type: "refused", readId, problem });
  }
}
