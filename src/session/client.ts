/**
 * The page's side of the session: starts the worker, passes messages, and replaces a worker that has crashed by a new
 * one in the last saved state.
 */
import { afterCommand, afterEvent, type ClientMemory, emptyMemory, recoveryCommands } from "./clientMemory";
import type { Command, SessionEvent } from "./protocol";

/** What the client needs of a Worker. */
export interface SessionWorker {
  onmessage: ((message: MessageEvent<unknown>) => void) | null;
  onmessageerror: ((message: MessageEvent<unknown>) => void) | null;
  onerror: ((error: ErrorEvent) => void) | null;
  postMessage(command: Command): void;
  terminate(): void;
}

export interface SessionClient {
  send(command: Command): void;
}

interface ClientOptions {
  readonly receive: (event: SessionEvent) => void;
  readonly createWorker?: () => SessionWorker;
  readonly nowMs?: () => number;
}

/** This many crashes within this time, and no new worker is started by itself. */
const maxCrashes = 3;
const crashWindowMs = 60_000;

const startWorker = (): SessionWorker =>
  new Worker(new URL("./worker.ts", import.meta.url), { type: "module", name: "gru-engine" });

const eventTypes: Readonly<Record<SessionEvent["type"], true>> = {
  engine: true,
  dataLoading: true,
  dataLoaded: true,
  dataRejected: true,
  runStarted: true,
  state: true,
  metrics: true,
  validation: true,
  snapshot: true,
  generationStarted: true,
  generated: true,
  generationEnded: true,
  saved: true,
  notice: true,
  failed: true,
};

/** The worker is built with the page, so its word is trusted beyond the two fields that every event has. */
function isSessionEvent(value: unknown): value is SessionEvent {
  if (typeof value !== "object" || value === null || !("type" in value && "runId" in value)) return false;
  return typeof value.type === "string" && value.type in eventTypes && typeof value.runId === "number";
}

class Client implements SessionClient {
  readonly #receive: (event: SessionEvent) => void;
  readonly #createWorker: () => SessionWorker;
  readonly #nowMs: () => number;
  #memory: ClientMemory = emptyMemory;
  #crashTimesMs: readonly number[] = [];
  /** A new worker counts its runs from the beginning; the page goes on counting. */
  #runIdOffset = 0;
  #worker: SessionWorker | null;

  constructor({ receive, createWorker = startWorker, nowMs = () => performance.now() }: ClientOptions) {
    this.#receive = receive;
    this.#createWorker = createWorker;
    this.#nowMs = nowMs;
    this.#worker = this.#start();
  }

  send(command: Command): void {
    // After too many crashes it is the user's next command that tries again.
    if (!this.#worker) this.#replace([]);
    this.#memory = afterCommand(this.#memory, command);
    this.#worker?.postMessage(command);
  }

  #start(): SessionWorker {
    const worker = this.#createWorker();
    worker.onmessage = ({ data }) => {
      if (worker !== this.#worker) return;
      if (isSessionEvent(data)) this.#deliver({ ...data, runId: data.runId + this.#runIdOffset });
      else this.#crashed("it sent a message that is none of the session's");
    };
    worker.onmessageerror = () => {
      if (worker === this.#worker) this.#crashed("a message could not be read");
    };
    worker.onerror = (error) => {
      error.preventDefault?.();
      if (worker === this.#worker) this.#crashed(error.message || "it could not be started");
    };
    return worker;
  }

  #deliver(event: SessionEvent): void {
    this.#memory = afterEvent(this.#memory, event);
    this.#receive(event);
  }

  #crashed(reason: string): void {
    this.#worker?.terminate();
    this.#worker = null;
    const nowMs = this.#nowMs();
    this.#crashTimesMs = [...this.#crashTimesMs.filter((time) => nowMs - time < crashWindowMs), nowMs];
    if (this.#crashTimesMs.length >= maxCrashes) this.#giveUp(reason);
    else this.#recover(reason);
  }

  #recover(reason: string): void {
    const { checkpoint, runId } = this.#memory;
    const place = checkpoint ? `goes on from step ${checkpoint.step}, the last one saved` : "starts from the beginning";
    const message = `The engine stopped unexpectedly (${reason}). A new one ${place}.`;
    this.#replace(recoveryCommands(this.#memory));
    this.#receive({ type: "notice", runId, message });
  }

  #giveUp(reason: string): void {
    const { runId } = this.#memory;
    const message = `The engine stopped ${maxCrashes} times within a minute (${reason}).`;
    const advice = "Press Reset to try once more with the last saved state, choose the other engine, or reload the page.";
    this.#crashTimesMs = [];
    this.#receive({ type: "failed", runId, failure: { kind: "engine", message, advice } });
  }
}
