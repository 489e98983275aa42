/**
 * The page's side of the session: starts the worker, passes messages, and replaces a worker that has crashed, or says nothing any
 * more, by a new one in the last saved state. Knows which commands are on their way.
 */

import { message, type Said } from "../../words/message";
import type { ClientEvent, Command, Ping, Pong, SessionEvent, ToldEvent, Waiting } from "../protocol";
import { sourceName } from "../sourceName";
import {
  afterCommand,
  afterEvent,
  afterWithdrawal,
  type ClientMemory,
  emptyMemory,
  forgetRun,
  holdsRun,
  recoveryCommands,
  withUnanswered,
} from "./clientMemory";
import { type EngineWorker, startEngineWorker } from "./clientWorker";
import { leftOutAs } from "./leftOut";
import { SentCommands } from "./sentCommands";
import { Watchdog } from "./watchdog";
import { eventGuard, WorkerLink, type WorkerListener } from "./workerLink";

export interface SessionClient {
  send(command: Command): void;
  /** Takes commands back that are on their way: which were, and that nothing came of them, is told. */
  withdraw(isIt: (command: Command) => boolean): void;
}

interface ClientOptions {
  readonly receive: (event: ClientEvent) => void;
  readonly startWorker?: (listener: WorkerListener) => EngineWorker;
  readonly nowMs?: () => number;
}

/** This many crashes within this time, and no new worker is started by itself. */
const maxCrashes = 3;
const crashWindowMs = 60_000;

/** After more crashes before anything of the run was seen, the next worker opens what the page opens with. */
const mostOpenings = 2;

/** Seconds without a word after which a worker is taken for dead. */
const patience = 10;
/** Its program may be slow to come, and data are read in one piece. */
const longPatience = 60;
const ping: Ping = { type: "ping" };

const eventTypes: Readonly<Record<(SessionEvent | Pong)["type"], true>> = {
  pong: true,
  answered: true,
  engine: true,
  dataLoading: true,
  dataLoaded: true,
  dataRejected: true,
  runStarted: true,
  state: true,
  settings: true,
  probe: true,
  metrics: true,
  stepShare: true,
  validation: true,
  evaluated: true,
  foreseen: true,
  snapshot: true,
  generationStarted: true,
  generated: true,
  generationEnded: true,
  stopped: true,
  looked: true,
  raced: true,
  calibrated: true,
  rested: true,
  saved: true,
  happened: true,
  failed: true,
};

/** What the page sends by itself, and what means nothing to a worker that has just started. */
const isOfTheMoment = ({ type }: Command) =>
  type === "snapshotTaken" || type === "stopGenerating" || type === "stopLooking" || type === "pause";

/** Of a worker. */
type End =
  | { readonly kind: "crashed"; readonly reason: Said }
  | { readonly kind: "silent"; readonly seconds: number };

const readsData = ({ type }: Command) => type === "loadData" || type === "open";

class Client implements SessionClient {
  readonly #receive: (event: ClientEvent) => void;
  readonly #nowMs: () => number;
  /** After too many crashes it has no worker until the user's next command. */
  readonly #link: WorkerLink<Command | Ping, SessionEvent | Pong>;
  readonly #watchdog: Watchdog;
  readonly #sent: SentCommands;
  #memory: ClientMemory = emptyMemory;
  #crashTimesMs: readonly number[] = [];
  /** A new worker counts its runs from the beginning; the page goes on counting. */
  #runIdOffset = 0;
  /** Whether the worker in use has said anything. */
  #isThere = false;
  /** Workers that have stopped since one has shown something of the run. */
  #failedOpenings = 0;
  /** What a worker is asked for beside what the page asks, until it is answered: it is asked for with every new one. */
  #recovery = new Set<Command>();
  /** What was asked for once more, since a worker has stopped with it, until it is answered. */
  #again = new Set<Command>();

  constructor({ receive, startWorker = startEngineWorker, nowMs = () => performance.now() }: ClientOptions) {
    this.#receive = receive;
    this.#nowMs = nowMs;
    this.#link = new WorkerLink({
      start: startWorker,
      isEvent: eventGuard<SessionEvent | Pong>(eventTypes),
      receive: (event) => this.#hear(event),
      onCrash: (reason) => this.#crashed({ kind: "crashed", reason }),
    });
    this.#sent = new SentCommands((commands) => receive({ type: "waiting", commands }));
    this.#watchdog = new Watchdog({
      onTick: () => {
        this.#link.send(ping);
        this.#sent.look(this.#nowMs());
      },
      patienceTicks: () => (this.#isThere && !this.#sent.has(readsData) ? patience : longPatience),
      onSilence: (seconds) => {
        this.#link.end();
        this.#crashed({ kind: "silent", seconds });
      },
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

  withdraw(isIt: (command: Command) => boolean): void {
    for (const command of this.#sent.withdraw(isIt)) this.#post({ type: "withdraw", command });
    this.#sent.look(this.#nowMs());
  }

  #post(command: Command): void {
    this.#sent.add(command, this.#nowMs());
    this.#watchdog.watch();
    this.#link.send(command);
  }

  #hear(said: SessionEvent | Pong): void {
    this.#isThere = true;
    this.#watchdog.heard();
    if (said.type === "answered") this.#answered(said);
    else if (said.type !== "pong") this.#accept(said);
  }

  #answered({ command: number, isWithdrawn }: Extract<SessionEvent, { type: "answered" }>): void {
    const command = this.#sent.answered(number);
    if (!command) return;
    // A checkpoint in it is large.
    this.#recovery.delete(command);
    this.#again.delete(command);
    if (!isWithdrawn) return;
    this.#memory = afterWithdrawal(this.#memory, command);
    this.#receive({ type: "withdrawn", command });
  }

  #accept(said: ToldEvent): void {
    if (said.type === "rested") {
      // A rest that came before it heard the last command is none.
      if (said.answered !== this.#sent.count) return;
      this.#watchdog.rest();
    }
    const event = this.#renumbered(said);
    // It has shown something of the run.
    if (event.type === "snapshot") this.#failedOpenings = 0;
    this.#memory = afterEvent(this.#memory, event);
    this.#receive(event);
  }

  /** The first run of a new worker takes the place of the last one of the worker before. */
  #renumbered(said: ToldEvent): ToldEvent {
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

  #crashed(end: End): void {
    this.#watchdog.rest();
    const unanswered = this.#sent.forget();
    for (const { command, isWithdrawn } of unanswered)
      if (!isWithdrawn && this.#recovery.has(command)) this.#memory = withUnanswered(this.#memory, command);
    this.#failedOpenings++;
    const nowMs = this.#nowMs();
    this.#crashTimesMs = [...this.#crashTimesMs.filter((timeMs) => nowMs - timeMs < crashWindowMs), nowMs];
    if (this.#crashTimesMs.length >= maxCrashes) this.#giveUp(end, unanswered);
    else this.#recover(end, unanswered);
  }

  #recover(end: End, unanswered: readonly Waiting[]): void {
    const savedStep = this.#memory.checkpoint?.step ?? null;
    this.#receive({ type: "happened", happening: { ...end, savedStep } });
    const again = this.#doneAgain(unanswered);
    this.#withdrawOffers();
    this.#replace();
    for (const command of again) this.send(command);
  }

  /** Those that another worker is asked for; who waits for the others is told that nothing comes of them. */
  #doneAgain(unanswered: readonly Waiting[]): readonly Command[] {
    const { goingBack } = this.#memory;
    // The run that was to come back may have come, and every worker is asked for what it opens with.
    const isOver = (command: Command) =>
      command.type === "open" && (command.back === undefined ? !command.setup : !goingBack.includes(command));
    const asked = unanswered.filter(({ command }) => !this.#recovery.has(command) && !isOver(command));
    // The worker was at the first: the others had no part in its end.
    const isTried = ({ command, isWithdrawn }: Waiting) =>
      isWithdrawn || (this.#again.has(command) && command === unanswered[0]?.command);
    const again = asked.flatMap((one) => (isTried(one) || !leftOutAs(one.command) ? [] : [one.command]));
    for (const one of asked.filter(isTried)) this.#leaveOut(one);
    this.#again = new Set(again);
    return again;
  }

  #leaveOut({ command, isWithdrawn }: Waiting): void {
    const what = leftOutAs(command);
    this.#receive({ type: "withdrawn", command });
    if (what && !isWithdrawn)
      this.#receive({ type: "happened", happening: { kind: "leftOut", command: what } });
  }

  /** Nobody waits for what the worker that is gone was taking. */
  #withdrawOffers(): void {
    for (const { loadId, source } of this.#memory.offered) {
      const name = sourceName(source);
      const stopped = message("engine.notTaken", { name });
      this.#receive({ type: "dataRejected", loadId, name, message: stopped });
    }
    this.#memory = { ...this.#memory, offered: [], goingBack: [] };
  }

  #giveUp(end: End, unanswered: readonly Waiting[]): void {
    this.#crashTimesMs = [];
    this.#withdrawOffers();
    this.#recovery = new Set();
    this.#again = new Set();
    for (const { command } of unanswered) this.#receive({ type: "withdrawn", command });
    this.#memory = { ...this.#memory, training: false };
    const reason = end.kind === "silent" ? message("engine.noSign") : end.reason;
    const stopped = message("engine.stoppedOften", { times: maxCrashes, reason });
    const advice = this.#isOpened ? message("engine.stoppedOftenAdvice") : message("engine.notOpenedAdvice");
    this.#receive({ type: "failed", failure: { kind: "engine", message: stopped, advice } });
  }

  #replace(): void {
    this.#runIdOffset = this.#memory.runId;
    this.#isThere = false;
    if (!this.#isOpened) this.#openAnew();
    const commands = recoveryCommands(this.#memory);
    this.#recovery = new Set(commands);
    for (const command of commands) this.#post(command);
  }

  /** Whether the present run can be expected to open. */
  get #isOpened(): boolean {
    return this.#failedOpenings <= mostOpenings || !holdsRun(this.#memory);
  }

  /** What is left of the run stays with the page, which can go back to it. */
  #openAnew(): void {
    const { setup, checkpoint } = this.#memory;
    const happening = {
      kind: "notOpened",
      name: sourceName(setup.data),
      savedStep: checkpoint?.step ?? null,
    } as const;
    this.#memory = forgetRun(this.#memory);
    this.#receive({ type: "happened", happening });
  }
}

/** Starts the worker at once. `receive` gets every event, and those that the client itself has to tell. */
export const startSession = (options: ClientOptions): SessionClient => new Client(options);
