/** The page's end of a worker: starts it when there is something to tell it, hears it, and ends it. */
import { message, type Said } from "../../words/message";
import { movableCopy } from "./movableCopy";

/** A worker as a link sees it. */
export interface LinkedWorker<Command> {
  postMessage(command: Command, options?: { transfer: ArrayBuffer[] }): void;
  terminate(): void;
}

export interface WorkerListener {
  onMessage(message: unknown): void;
  /** The worker has thrown, did not load, or sent what cannot be read. `reason` completes a sentence. */
  onCrash(reason: Said): void;
}

/** A worker whose program did not come says nothing; without a connection it is clear why. */
const notLoaded = () =>
  message(globalThis.navigator?.onLine === false ? "engine.offline" : "engine.notLoaded");

export function listenTo(worker: Worker, { onMessage, onCrash }: WorkerListener): Worker {
  worker.onmessage = (message: MessageEvent<unknown>) => onMessage(message.data);
  worker.onmessageerror = () => onCrash(message("engine.unreadableMessage"));
  worker.onerror = ({ message: said }) => onCrash(said || notLoaded());
  return worker;
}

/** A worker is built with the page, so its word is trusted beyond what every event has: its type and, of a reader, an id. */
export function eventGuard<Event extends { readonly type: string }>(
  types: Readonly<Record<Event["type"], true>>,
  id?: "readId",
): (message: unknown) => message is Event {
  return (message): message is Event =>
    typeof message === "object" &&
    message !== null &&
    "type" in message &&
    typeof message.type === "string" &&
    Object.hasOwn(types, message.type) &&
    (id === undefined || typeof Reflect.get(message, id) === "number");
}

/** Answers the very worker that has spoken, and nobody where that has ended. */
export type Reply<Command> = (command: Command, transfer?: ArrayBuffer[]) => void;

export interface WorkerLinkOptions<Command, Event> {
  readonly start: (listener: WorkerListener) => LinkedWorker<Command>;
  readonly isEvent: (message: unknown) => message is Event;
  readonly receive: (event: Event, reply: Reply<Command>) => void;
  /** The worker is ended by then, and the next command starts another. */
  readonly onCrash: (reason: Said) => void;
}

export class WorkerLink<Command, Event> {
  readonly #options: WorkerLinkOptions<Command, Event>;
  #worker: LinkedWorker<Command> | null = null;

  constructor(options: WorkerLinkOptions<Command, Event>) {
    this.#options = options;
  }

  get isRunning(): boolean {
    return this.#worker !== null;
  }

  /** For who does not want to wait until there is something to tell. */
  start(): void {
    this.#running();
  }

  send(command: Command): void {
    const { message: movable, transfer } = movableCopy(command);
    this.#running().postMessage(movable, { transfer });
  }

  /** Its memory is given back at once, and what it still says is not heard. */
  end(): void {
    this.#worker?.terminate();
    this.#worker = null;
  }

  #running(): LinkedWorker<Command> {
    this.#worker ??= this.#started();
    return this.#worker;
  }

  #started(): LinkedWorker<Command> {
    const whileInUse = (act: () => void) => {
      if (worker === this.#worker) act();
    };
    const reply: Reply<Command> = (command, transfer = []) =>
      whileInUse(() => worker.postMessage(command, { transfer }));
    const crash = (reason: Said) => {
      this.end();
      this.#options.onCrash(reason);
    };
    const worker = this.#options.start({
      onMessage: (said) =>
        whileInUse(() => {
          if (this.#options.isEvent(said)) this.#options.receive(said, reply);
          else crash(message("engine.unknownMessage"));
        }),
      onCrash: (reason) => whileInUse(() => crash(reason)),
    });
    return worker;
  }
}
