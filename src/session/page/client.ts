/**
 * The page's side of the session: starts the worker, passes messages, and replaces a worker that has crashed by a new
 * one in the last saved state.
 */

import type { Command, SessionEvent } from "../protocol";
import {
  afterCommand,
  afterEvent,
  type ClientMemory,
  emptyMemory,
  nameOfSource,
  recoveryCommands,
} from "./clientMemory";
import { type EngineWorker, startEngineWorker } from "./clientWorker";
import { eventGuard, WorkerLink, type WorkerListener } from "./workerLink";

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
  settings: true,
  metrics: true,
  validation: true,
  evaluated: true,
  snapshot: true,
  generationStarted: true,
  generated: true,
  generationEnded: true,
  stopped: true,
  looked: true,
  calibrated: true,
  rested: true,
  saved: true,
  happened: true,
  failed: true,
};

/** What the page sends by itself, and what means nothing to a worker that has just started. */
const isOfTheMoment = ({ type }: Command) =>
  type === "snapshotTaken" || type === "stopGenerating" || type === "stopLooking" || type === "pause";

class Client implements SessionClient {
  readonly #receive: (event: SessionEvent) => void;
  readonly #nowMs: () => number;
  /** After too many crashes it has no worker until the user's next command. */
  readonly #link: WorkerLink<Command, SessionEvent>;
  #memory: ClientMemory = emptyMemory;
  #crashTimesMs: readonly number[] = [];
  /** A new worker counts its runs from the beginning; the page goes on counting. */
  #runIdOffset = 0;
  /** Commands that the worker in use was sent. */
  #sent = 0;

  constructor({ receive, startWorker = startEngineWorker, nowMs = () => performance.now() }: ClientOptions) {
    this.#receive = receive;
    this.#nowMs = nowMs;
    this.#link = new WorkerLink({
      start: startWorker,
      isEvent: eventGuard<SessionEvent>(eventTypes),
      receive: (event) => this.#accept(event),
      onCrash: (reason) => this.#crashed(reason),
    });
    this.#link.start();
  }

  send(command: Command): void {
    if (!this.#link.isRunning) {
      if (isOfTheMoment(command)) return;
      this.#replace();
    }
    this.#memory = afterCommand(this.#memory, command);
    this.#post(command);
  }

  #post(command: Command): void {
    this.#sent++;
    this.#link.send(command);
  }

  #accept(said: SessionEvent): void {
    // A rest that came before it heard the last command is none.
    if (said.type === "rested" && said.answered !== this.#sent) return;
    const event = this.#renumbered(said);
    this.#memory = afterEvent(this.#memory, event);
    this.#receive(event);
  }

  /** The first run of a new worker takes the place of the last one of the worker before. */
  #renumbered(said: SessionEvent): SessionEvent {
    if (!("runId" in said)) return said;
    const runId = said.runId + this.#runIdOffset;
    if (said.type !== "runStarted") return { ...said, runId };
    const { replaces } = said.run;
    const before = this.#runIdOffset > 0 ? this.#runIdOffset : null;
    return {
      ...said,
      runId,
      run: { ...said.run, replaces: replaces === null ? before : replaces + this.#runIdOffset },
    };
  }

  #crashed(reason: string): void {
    const nowMs = this.#nowMs();
    this.#crashTimesMs = [...this.#crashTimesMs.filter((timeMs) => nowMs - timeMs < crashWindowMs), nowMs];
    if (this.#crashTimesMs.length >= maxCrashes) this.#giveUp(reason);
    else this.#recover(reason);
  }

  #recover(reason: string): void {
    const savedStep = this.#memory.checkpoint?.step ?? null;
    this.#receive({ type: "happened", happening: { kind: "crashed", reason, savedStep } });
    this.#withdrawOffers();
    this.#replace();
  }

  /** Nobody waits for what the worker that is gone was taking. */
  #withdrawOffers(): void {
    for (const { loadId, source } of this.#memory.offered) {
      const name = nameOfSource(source);
      const message = `The engine stopped before it had taken “${name}”. Open it once more.`;
      this.#receive({ type: "dataRejected", loadId, name, message });
    }
    this.#memory = { ...this.#memory, offered: [], goingBack: [] };
  }

  #giveUp(reason: string): void {
    this.#crashTimesMs = [];
    this.#withdrawOffers();
    this.#memory = { ...this.#memory, training: false };
    const message = `The engine stopped ${maxCrashes} times within a minute: ${reason}.`;
    const advice =
      "Press Train to try once more from the last saved state, choose the other engine, or reload the page.";
    this.#receive({ type: "failed", failure: { kind: "engine", message, advice } });
  }

  #replace(): void {
    this.#runIdOffset = this.#memory.runId;
    this.#sent = 0;
    for (const command of recoveryCommands(this.#memory)) this.#post(command);
  }
}

/** Starts the worker at once. `receive` gets every event, and those that the client itself has to tell. */
export const startSession = (options: ClientOptions): SessionClient => new Client(options);
