/**
 * The page's side of the session: starts the worker, passes messages, and replaces a worker that has crashed by a new
 * one in the last saved state.
 */

import type { Command, SessionEvent } from "../protocol";
import { afterCommand, afterEvent, type ClientMemory, emptyMemory, recoveryCommands } from "./clientMemory";
import { type EngineWorker, startEngineWorker, type WorkerListener } from "./clientWorker";

export interface SessionClient {
  send(command: Command): void;
}

interface ClientOptions {
  readonly receive: (event: SessionEvent) => void;
  readonly startWorker?: (listener: WorkerListener) => EngineWorker;
  readonly nowMs?: () => number;
}

/** This many crashes within this time, and no new worker is started by itself. */
const maxCrashes = 3;
const crashWindowMs = 60_000;

const eventTypes: Readonly<Record<SessionEvent["type"], true>> = {
  engine: true,
  dataLoading: true,
  dataLoaded: true,
  dataRejected: true,
  runStarted: true,
  state: true,
  metrics: true,
  validation: true,
  evaluated: true,
  snapshot: true,
  generationStarted: true,
  generated: true,
  generationEnded: true,
  profiled: true,
  profileEnded: true,
  calibrated: true,
  benchmarkStarted: true,
  benchmarkTimed: true,
  benchmarkEnded: true,
  rested: true,
  saved: true,
  notice: true,
  failed: true,
};

/** The worker is built with the page, so its word is trusted beyond the two fields that every event has. */
function isSessionEvent(value: unknown): value is SessionEvent {
  if (typeof value !== "object" || value === null || !("type" in value && "runId" in value)) return false;
  return (
    typeof value.type === "string" && Object.hasOwn(eventTypes, value.type) && typeof value.runId === "number"
  );
}

/** What the page sends by itself, and what means nothing to a worker that has just started. */
const isOfTheMoment = ({ type }: Command) =>
  type === "snapshotTaken" || type === "stopGenerating" || type === "stopBenchmark" || type === "pause";

class Client implements SessionClient {
  readonly #receive: (event: SessionEvent) => void;
  readonly #startWorker: (listener: WorkerListener) => EngineWorker;
  readonly #nowMs: () => number;
  #memory: ClientMemory = emptyMemory;
  #crashTimesMs: readonly number[] = [];
  /** A new worker counts its runs from the beginning; the page goes on counting. */
  #runIdOffset = 0;
  /** Commands that the worker in use was sent. */
  #sent = 0;
  /** Null after too many crashes, until the user's next command. */
  #worker: EngineWorker | null;

  constructor({ receive, startWorker = startEngineWorker, nowMs = () => performance.now() }: ClientOptions) {
    this.#receive = receive;
    this.#startWorker = startWorker;
    this.#nowMs = nowMs;
    this.#worker = this.#start();
  }

  send(command: Command): void {
    if (!this.#worker) {
      if (isOfTheMoment(command)) return;
      this.#replace();
    }
    this.#memory = afterCommand(this.#memory, command);
    if (this.#worker) this.#post(this.#worker, command);
  }

  #post(worker: EngineWorker, command: Command): void {
    this.#sent++;
    worker.postMessage(command);
  }

  #start(): EngineWorker {
    // What a worker says after it was replaced is not heard.
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
    if (!isSessionEvent(message)) {
      this.#crashed("it sent a message that the page does not know");
      return;
    }
    // A rest that came before it heard the last command is none.
    if (message.type === "rested" && message.answered !== this.#sent) return;
    const event = { ...message, runId: message.runId + this.#runIdOffset };
    this.#memory = afterEvent(this.#memory, event);
    this.#receive(event);
  }

  #crashed(reason: string): void {
    this.#worker?.terminate();
    this.#worker = null;
    const nowMs = this.#nowMs();
    this.#crashTimesMs = [...this.#crashTimesMs.filter((timeMs) => nowMs - timeMs < crashWindowMs), nowMs];
    if (this.#crashTimesMs.length >= maxCrashes) this.#giveUp(reason);
    else this.#recover(reason);
  }

  #recover(reason: string): void {
    const { checkpoint, runId } = this.#memory;
    const place = checkpoint
      ? `A new one goes on from step ${checkpoint.step}, the last that was saved.`
      : "A new one starts from the beginning.";
    this.#receive({ type: "notice", runId, message: `The engine stopped unexpectedly: ${reason}. ${place}` });
    this.#replace();
  }

  #giveUp(reason: string): void {
    const { runId } = this.#memory;
    this.#crashTimesMs = [];
    this.#memory = { ...this.#memory, training: false };
    const message = `The engine stopped ${maxCrashes} times within a minute: ${reason}.`;
    const advice =
      "Press Train to try once more from the last saved state, choose the other engine, or reload the page.";
    this.#receive({ type: "failed", runId, failure: { kind: "engine", message, advice } });
  }

  #replace(): void {
    this.#runIdOffset = this.#memory.runId;
    this.#sent = 0;
    const worker = this.#start();
    this.#worker = worker;
    for (const command of recoveryCommands(this.#memory)) this.#post(worker, command);
  }
}

/** Starts the worker at once. `receive` gets every event, and those that the client itself has to tell. */
export const startSession = (options: ClientOptions): SessionClient => new Client(options);
