/** The page's side of the reader: starts its worker when there is something to read, and replaces one that has crashed. */
import type { ReaderCommand, ReaderEvent } from "../tableProtocol";

export interface ReaderClient {
  send(command: ReaderCommand): void;
}

/** The worker as the client sees it. */
export interface ReaderWorker {
  postMessage(command: ReaderCommand): void;
  terminate(): void;
}

export interface ReaderWorkerListener {
  onMessage(message: unknown): void;
  /** The worker has thrown, did not load, or sent what cannot be read. `reason` completes a sentence. */
  onCrash(reason: string): void;
}

interface ReaderClientOptions {
  readonly receive: (event: ReaderEvent) => void;
  readonly startWorker?: (listener: ReaderWorkerListener) => ReaderWorker;
}

function startReaderWorker({ onMessage, onCrash }: ReaderWorkerListener): ReaderWorker {
  const worker = new Worker(new URL("../readers/tableWorker.ts", import.meta.url), {
    type: "module",
    name: "table-reader",
  });
  worker.onmessage = (message: MessageEvent<unknown>) => onMessage(message.data);
  worker.onmessageerror = () => onCrash("one of its messages could not be read");
  worker.onerror = (error) => onCrash(error.message || "its program could not be loaded");
  return worker;
}

const eventTypes: Readonly<Record<ReaderEvent["type"], true>> = {
  progress: true,
  preview: true,
  checked: true,
  prepared: true,
  refused: true,
  cancelled: true,
};

/** The worker is built with the page, so its word is trusted beyond the two fields that every event has. */
function isReaderEvent(value: unknown): value is ReaderEvent {
  if (typeof value !== "object" || value === null || !("type" in value && "readId" in value)) return false;
  return (
    typeof value.type === "string" &&
    Object.hasOwn(eventTypes, value.type) &&
    typeof value.readId === "number"
  );
}

class Client implements ReaderClient {
  readonly #receive: (event: ReaderEvent) => void;
  readonly #startWorker: (listener: ReaderWorkerListener) => ReaderWorker;
  #worker: ReaderWorker | null = null;
  /** Of the command that the worker was last given. */
  #readId = 0;

  constructor({ receive, startWorker = startReaderWorker }: ReaderClientOptions) {
    this.#receive = receive;
    this.#startWorker = startWorker;
  }

  send(command: ReaderCommand): void {
    if ("readId" in command) this.#readId = command.readId;
    // There is nothing to stop or to close where nothing was opened.
    else if (!this.#worker) return;
    this.#worker ??= this.#start();
    this.#worker.postMessage(command);
    if (command.type === "closeTable") this.#end();
  }

  #start(): ReaderWorker {
    // What a worker says after it was ended is not heard.
    const whileInUse = (act: () => void) => {
      if (worker === this.#worker) act();
    };
    const worker = this.#startWorker({
      onMessage: (message) => whileInUse(() => this.#accept(message)),
      onCrash: (reason) => whileInUse(() => this.#crashed(reason)),
    });
    return worker;
  }

  #accept(message: unknown): void {
    if (isReaderEvent(message)) this.#receive(message);
    else this.#crashed("it sent a message that the page does not know");
  }

  /** The table that was open is gone with the worker; what the page trains on is not. */
  #crashed(reason: string): void {
    this.#end();
    const problem = `The file could not be read on: ${reason}. The computer may have too little memory for it. Use a smaller part of it, or choose the file again.`;
    this.#receive({ type: "refused", readId: this.#readId, problem });
  }

  /** Its memory is given back at once. */
  #end(): void {
    this.#worker?.terminate();
    this.#worker = null;
  }
}

/** `receive` gets every event, and those that the client itself has to tell. */
export const startReader = (options: ReaderClientOptions): ReaderClient => new Client(options);
