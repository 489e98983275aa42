/** The page's side of a reader: its worker runs from the first command to `close`, and is replaced after a crash. */
import type { ReaderCommand, ReaderLost } from "../readerProtocol";
import { eventGuard, type LinkedWorker, type Reply, WorkerLink, type WorkerListener } from "./workerLink";

interface Told {
  readonly type: string;
  readonly readId: number;
}

/** All that goes to a worker: `Asked` commands of the reader's own, `Answered` what only answers it. */
type ToWorker<Asked, Answered> = Asked | Answered | Exclude<ReaderCommand, { type: "close" }>;

export type StartReader<Asked, Answered = never> = (
  listener: WorkerListener,
) => LinkedWorker<ToWorker<Asked, Answered>>;

interface ReaderClientOptions<Asked, Event extends Told, Answered> {
  readonly start: StartReader<Asked, Answered>;
  readonly eventTypes: Readonly<Record<Event["type"], true>>;
  readonly receive: (event: Event | ReaderLost, reply: Reply<Answered>) => void;
  /** A whole sentence: what has happened, and what to do. */
  readonly problemOf: (reason: string) => string;
}

export class ReaderClient<Asked extends Told, Event extends Told, Answered = never> {
  readonly #link: WorkerLink<ToWorker<Asked, Answered>, Event>;
  /** Of the newest command. */
  #readId = 0;

  constructor({ start, eventTypes, receive, problemOf }: ReaderClientOptions<Asked, Event, Answered>) {
    this.#link = new WorkerLink({
      start,
      isEvent: eventGuard<Event>(eventTypes, "readId"),
      receive,
      onCrash: (reason) =>
        receive({ type: "lost", readId: this.#readId, problem: problemOf(reason) }, () => undefined),
    });
  }

  send(command: Asked | ReaderCommand): void {
    if ("readId" in command) {
      this.#readId = command.readId;
      this.#link.send(command);
    } else if (command.type === "close") this.#link.end();
    // There is nothing to stop where nothing was begun.
    else if (this.#link.isRunning) this.#link.send(command);
  }
}
