/**
 * The page's side of a reader: its worker runs from the first command to `close`, and is replaced after a crash, or when it does not
 * stop what it was told to stop.
 */

import { type Message, message, type Said } from "../../words/message";
import type { ReaderCommand, ReaderEvent, ReaderLost } from "../readerProtocol";
import type { SpareCopy } from "../spareCopies";
import { keepSpares } from "./movableCopy";
import { eventGuard, type LinkedWorker, type Reply, WorkerLink, type WorkerListener } from "./workerLink";

interface Told {
  readonly type: string;
  readonly readId: number;
  readonly spares?: readonly SpareCopy[];
}

/** All that goes to a worker: `Asked` commands of the reader's own, `Answered` what only answers it. */
type ToWorker<Asked, Answered> = Asked | Answered | Exclude<ReaderCommand, { type: "close" }>;

export type StartReader<Asked, Answered = never> = (
  listener: WorkerListener,
) => LinkedWorker<ToWorker<Asked, Answered>>;

type Cancelled = Extract<ReaderEvent<never>, { readonly type: "cancelled" }>;

interface ReaderClientOptions<Asked, Event extends Told, Answered> {
  readonly start: StartReader<Asked, Answered>;
  readonly eventTypes: Readonly<Record<Event["type"], true>>;
  readonly receive: (event: Event | ReaderLost | Cancelled, reply: Reply<Answered>) => void;
  /** A whole sentence: what has happened, and what to do. */
  readonly problemOf: (reason: Said) => Message;
}

/** To stop takes a reader a fraction of this, even on a slow machine; one that has not by then is at something without an end. */
export const stopMs = 5000;
const didNotStop = message("reading.didNotStop", { seconds: stopMs / 1000 });

/** These end nothing: more comes for the same command. */
const isUnderWay = (type: string) => type === "progress" || type === "beginning" || type === "decode";
const nobody = () => undefined;

export class ReaderClient<Asked extends Told, Event extends Told, Answered = never> {
  readonly #options: ReaderClientOptions<Asked, Event, Answered>;
  readonly #link: WorkerLink<ToWorker<Asked, Answered>, Event>;
  /** The newest command that was not stopped, and whether it opens something, for which it needs nothing that is open. */
  #newest: Asked | null = null;
  #readId = 0;
  /** The commands that have no answer yet. */
  readonly #unanswered = new Set<number>();
  #hasOpened = false;
  #deadline: ReturnType<typeof setTimeout> | undefined;

  constructor(options: ReaderClientOptions<Asked, Event, Answered>) {
    const { start, eventTypes, receive, problemOf } = options;
    this.#options = options;
    this.#link = new WorkerLink({
      start,
      isEvent: eventGuard<Event>(eventTypes, "readId"),
      receive: (event, reply) => {
        this.#hear(event);
        receive(event, reply);
      },
      onCrash: (reason) => {
        this.#forget();
        const isOffline = typeof reason === "object" && reason.key === "engine.offline";
        const problem = isOffline ? message("reading.offline") : problemOf(reason);
        receive({ type: "lost", readId: this.#readId, problem }, nobody);
      },
    });
  }

  send(command: Asked | ReaderCommand): void {
    if ("readId" in command) this.#ask(command);
    else if (command.type === "close") {
      this.#forget();
      this.#link.end();
    }
    // There is nothing to stop where nothing was begun.
    else if (this.#link.isRunning) {
      this.#newest = null;
      this.#link.send(command);
      this.#expectStop();
    }
  }

  #ask(command: Asked): void {
    this.#readId = command.readId;
    this.#newest = command;
    this.#link.send(command);
    // A command stops the one before it.
    this.#expectStop();
    this.#unanswered.add(command.readId);
  }

  #hear({ type, readId, spares = [] }: Event): void {
    keepSpares(spares);
    if (type === "opened") this.#hasOpened = true;
    if (isUnderWay(type)) return;
    this.#unanswered.delete(readId);
    if (!this.#stopping().length) this.#clearDeadline();
  }

  /** Told to stop, and not yet ended. */
  #stopping(): number[] {
    return [...this.#unanswered].filter((readId) => readId !== this.#newest?.readId);
  }

  #expectStop(): void {
    if (this.#unanswered.size > 0) this.#deadline ??= setTimeout(() => this.#replace(), stopMs);
  }

  /** The worker has not stopped: it is ended, and another one takes the newest command if that needs nothing that was open. */
  #replace(): void {
    const { receive, problemOf } = this.#options;
    const [newest, hadOpened, readId] = [this.#newest, this.#hasOpened, this.#readId];
    this.#forget();
    this.#link.end();
    if (newest?.type === "open") this.send(newest);
    else if (newest === null && !hadOpened) receive({ type: "cancelled", readId }, nobody);
    else receive({ type: "lost", readId, problem: problemOf(didNotStop) }, nobody);
  }

  #forget(): void {
    this.#clearDeadline();
    this.#unanswered.clear();
    this.#newest = null;
    this.#hasOpened = false;
  }

  #clearDeadline(): void {
    clearTimeout(this.#deadline);
    this.#deadline = undefined;
  }
}
