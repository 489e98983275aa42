/**
 * The engine's side of the protocol: takes commands, trains, and tells what happens. Knows nothing of workers, so it
 * runs in Node as well.
 *
 * Commands are executed one after the other; between two of them one turn of work is done: a training step, some
 * generated symbols, a snapshot. Nothing overlaps, so nothing needs a lock.
 */

import { noAnswerOf } from "../../data/noAnswerOf";
import { failure, type Result } from "../../data/result";
import type { Backend, LossReason } from "../../engine/backends/backend";
import { PlanTooLargeError } from "../../engine/plan/plan";
import type { Checkpoint } from "../../engine/train/checkpoint";
import { NonFiniteLossError } from "../../engine/train/trainer";
import { NoAnswer } from "../../within";
import type { Language } from "../../words/language";
import { identityOf, type Message, message, type Said, sentences } from "../../words/message";
import { yieldToEventLoop } from "../../yieldToEventLoop";
import type {
  Command,
  DataSource,
  EngineChoice,
  Failure,
  Probe,
  RaceSoFar,
  RunCause,
  RunNews,
  SavedState,
  SessionEvent,
  Setup,
} from "../protocol";
import { appliesAtOnce, changedSettings, defaultSettings, type RunSettings, withAtOnce } from "../settings";
import { openingSetup, parseSettings, parseSetup } from "../setup";
import { sourceName } from "../sourceName";
import type { CalibrationStore } from "./calibrations";
import type { Dataset } from "./dataset";
import { deviceName, lossReason } from "./deviceName";
import { Engines, type MeasureStep, type RequestWebgpu } from "./engines";
import { freshCheckpoint } from "./freshCheckpoint";
import { LiveRun } from "./liveRun";
import { Looking } from "./looking";
import { looks } from "./looks/registry";
import { settingsOf } from "./networkOf";
import { Racing } from "./racing";
import { readDataset } from "./readDataset";
import { readSaved } from "./savedState";
import { settingsAfter, suitableSettings } from "./suitableSettings";
import { type LoadSample, languageOf } from "./textDataset";

export interface SessionOptions {
  readonly emit: (event: SessionEvent) => void;
  readonly requestWebgpu: RequestWebgpu;
  /** Where calibrations of GPUs are kept. */
  readonly calibrations: CalibrationStore;
  /** Instead of real measurements, for tests. */
  readonly measureStep?: MeasureStep;
  readonly loadSample: LoadSample;
  readonly loadPretrained: (language: Language) => Promise<Checkpoint>;
  /** After which a GPU that was lost is asked for once more by itself. */
  readonly retryMs?: number;
}

/** A driver that has fallen over takes a while to stand. */
const retryAfterMs = 60_000;

/** What the worker itself finds out, in the same queue as what the page asks for. */
type Task =
  | Command
  | { readonly type: "webgpuChecked" }
  | { readonly type: "deviceLost"; readonly reason: Said };

interface Queued {
  readonly task: Task;
  /** Which command it is, counted from 1; null where it is none. */
  readonly command: number | null;
  /** Whether it was begun before, and a GPU was lost meanwhile. */
  readonly isAgain?: boolean;
}

type OpenCommand = Extract<Command, { type: "open" }>;
type LookCommand = Extract<Command, { type: "look" }>;

/** What a run begins with. */
interface Start {
  readonly cause: RunCause;
  readonly dataset: Dataset;
  readonly settings: RunSettings;
  /** Where it goes on; else it begins with fresh weights. */
  readonly checkpoint?: Checkpoint;
  /** What the stage shows, where it is not what it showed of this data before, or what that shows first. */
  readonly probe?: Probe;
  /** Of the command that asked for its data. */
  readonly loadId?: number;
  /** Of the command that goes back to a run. */
  readonly back?: number;
}

export class EngineSession {
  readonly #options: SessionOptions;
  readonly #engines: Engines;
  readonly #looking: Looking;
  readonly #racing: Racing;
  readonly #tasks: Queued[] = [];
  /** The command that is being executed, and whether it is to be taken back. */
  #current: { readonly command: number | null; isWithdrawn: boolean } | null = null;
  #working = false;
  #commands = 0;
  #choice: EngineChoice = "auto";
  #live: LiveRun | null = null;
  #runId = 0;
  #checking: Promise<void> | null = null;
  /** The run's last step was taken on a GPU, which has not been tried yet. */
  #isGpuAwaited = false;
  /** The last that was to open a run, until there is one: its checkpoint is large. */
  #opening: OpenCommand | null = null;

  constructor(options: SessionOptions) {
    this.#options = options;
    this.#engines = new Engines(options.requestWebgpu, options.calibrations, options.measureStep);
    this.#looking = new Looking(this.#engines, options.emit);
    this.#racing = new Racing((news) => this.#emit({ type: "raced", news }));
  }

  /** Takes a command; what it leads to comes as events. */
  handle(command: Command): void {
    this.#commands++;
    // A pause is answered at once, although what is under way goes on for a moment; so is the end of a look.
    if (command.type === "pause") this.#live?.pause();
    if (command.type === "look") this.#looking.ask(command.look);
    if (command.type === "stopLooking") this.#looking.stop(command.look);
    if (command.type === "withdraw") this.#withdraw(command.command);
    this.#enqueue(command, this.#commands);
  }

  /** What waits is not begun; what is under way hears of it where it can still be let go of. */
  #withdraw(command: number): void {
    const i = this.#tasks.findIndex((queued) => queued.command === command);
    if (i >= 0) {
      this.#tasks.splice(i, 1);
      this.#emit({ type: "answered", command, isWithdrawn: true });
    } else if (this.#current?.command === command) this.#current.isWithdrawn = true;
  }

  #enqueue(task: Task, command: number | null = null): void {
    this.#tasks.push({ task, command });
    if (!this.#working) void this.#work();
  }

  /** Works until there is nothing to do. */
  async #work(): Promise<void> {
    this.#working = true;
    for (let busy = true; busy; ) {
      busy = await this.#turn().catch((error: unknown) => this.#recover(error));
      await yieldToEventLoop();
      busy ||= this.#tasks.length > 0;
    }
    this.#working = false;
    if (this.#live?.isSeen !== false && this.#engines.webgpuChecked)
      this.#emit({ type: "rested", answered: this.#commands });
  }

  async #turn(): Promise<boolean> {
    const queued = this.#tasks.shift();
    if (queued) {
      await this.#executeQueued(queued);
      return true;
    }
    if (this.#looking.isBusy) await this.#looking.turn();
    const isCalled = () => this.#tasks.length > 0 || this.#looking.isBusy;
    const isUrgent = () => this.#isUrgent();
    const more = !this.#looking.isAlone && (await this.#live?.turn(isCalled, isUrgent));
    // A run that trains beside it has its turns as well.
    const isLeft = () => isCalled() || this.#live?.training === true;
    const races = !this.#looking.isAlone && (await this.#inRace(() => this.#racing.turn(isLeft, isUrgent)));
    return more === true || races === true || this.#looking.isBusy || this.#tasks.length > 0;
  }

  /** What goes wrong in a race ends the race alone. */
  async #inRace<T>(act: () => Promise<T>): Promise<T | null> {
    try {
      return await act();
    } catch (error) {
      if (error instanceof WithdrawnError || (await this.#isLosingGpu())) throw error;
      this.#racing.fail(failureOf(error).message);
      return null;
    }
  }

  /** That a picture was drawn is soon enough known after a step. */
  #isUrgent(): boolean {
    return this.#tasks.some(({ task }) => task.type !== "snapshotTaken");
  }

  async #executeQueued(queued: Queued): Promise<void> {
    const { task, command } = queued;
    let isWithdrawn = false;
    let isPutBack = false;
    const current = { command, isWithdrawn };
    this.#current = current;
    try {
      await this.#execute(task);
    } catch (error) {
      isWithdrawn = error instanceof WithdrawnError || (current.isWithdrawn && (await this.#isLosingGpu()));
      isPutBack = !isWithdrawn && (await this.#putBack(queued));
      if (!isWithdrawn && !isPutBack) throw error;
    } finally {
      this.#current = null;
      if (command !== null && !isPutBack) this.#emit({ type: "answered", command, isWithdrawn });
    }
  }

  /** What a lost GPU has broken off is done once more after the loss; whether it is. */
  async #putBack(queued: Queued): Promise<boolean> {
    if (queued.isAgain || !(await this.#isLosingGpu())) return false;
    const [loss] = this.#tasks.splice(this.#lossAt(), 1);
    this.#tasks.unshift(loss, { ...queued, isAgain: true });
    return true;
  }

  #lossAt(): number {
    return this.#tasks.findIndex(({ task }) => task.type === "deviceLost");
  }

  /** What a lost device leaves behind are rejected reads; the loss itself is a task in the queue. */
  async #isLosingGpu(): Promise<boolean> {
    await yieldToEventLoop();
    return this.#lossAt() >= 0;
  }

  /** Throws `WithdrawnError` where nobody wants any more what is being done. */
  #throwIfWithdrawn(): void {
    if (this.#current?.isWithdrawn) throw new WithdrawnError();
  }

  async #execute(task: Task): Promise<void> {
    if (task.type !== "open") this.#tryWebgpu();
    if (!this.#live && this.#opening && needsRun(task)) await this.#open(this.#opening);
    switch (task.type) {
      case "open":
        this.#choice = task.engine;
        this.#isGpuAwaited = task.on === "webgpu" && task.engine !== "cpu";
        if (!this.#live) this.#opening = task;
        return this.#open(task);
      case "loadData":
        return this.#loadData(task.source, task.loadId);
      case "configure":
        return this.#configure(task.change);
      case "train":
        await this.#moveBack();
        return this.#live?.train();
      case "pause":
        return this.#live?.rest();
      case "step":
        await this.#moveBack();
        return this.#live?.stepOnce(() => this.#isUrgent());
      case "reset":
        return this.#reset();
      case "setProbe":
        return this.#live?.setProbe(task.probe);
      case "evaluate":
        return this.#live?.askEvaluation();
      case "snapshotTaken":
        return this.#live?.snapshotTaken();
      case "generate":
        return this.#live?.generate(task);
      case "stopGenerating":
        return this.#live?.endWriting();
      case "setEngine":
        this.#choice = task.engine;
        this.#isGpuAwaited = false;
        return this.#moveToChosen();
      case "tryWebgpu":
        void this.#checkWebgpu();
        return this.#emitEngine();
      case "look":
        return this.#look(task);
      case "stopLooking":
      case "withdraw":
        return;
      case "planRace":
        return this.#racing.plan(task.request, this.#live);
      case "race":
        return this.#race(task);
      case "steerRace":
      case "stopRacer":
        await this.#inRace(() => this.#racing.steer(task));
        return;
      case "save":
        return this.#live?.tellState();
      case "calibrate":
        return this.#calibrate();
      case "webgpuChecked":
        return this.#moveToChosen();
      case "deviceLost":
        return this.#deviceLost(task.reason);
      default:
        return task satisfies never;
    }
  }

  /**
   * The CPU can begin at once. Whatever is wrong with a setup, there is a run in the end, unless what the page opens with does not come
   * either: it is then asked for again with the next command that needs a run.
   */
  async #open(command: OpenCommand): Promise<void> {
    const { language, setup, checkpoint, back } = command;
    this.#emitEngine();
    const before = this.#live;
    const wasTraining = before?.training === true;
    try {
      await this.#startSetup(parsedSetup(setup ?? openingSetup(language)), checkpoint, back);
      if (wasTraining) this.#live?.train();
    } catch (error) {
      if (!setup || error instanceof WithdrawnError || (await this.#isLosingGpu())) throw error;
      const refused = { ...failureOf(error), kind: "settings", ...(back !== undefined && { back }) } as const;
      if (before) return this.#fail({ ...refused, advice: message("engine.runKept") });
      try {
        await this.#startSetup(openingSetup(language));
      } finally {
        // A run that begins takes back what was said before.
        this.#fail({ ...refused, advice: message("engine.opensWithout") });
      }
    }
    await this.#live?.showSnapshot();
  }

  async #startSetup({ data, settings, probe }: Setup, saved?: SavedState, back?: number): Promise<void> {
    const language = settings === null && !saved ? pretrainedLanguage(data) : null;
    const found = saved && (await readSaved(saved));
    if (found?.ok === false) throw new RefusedError(found.problem);
    const [read, pretrained] = await Promise.all([
      this.#read(data, found?.value.vocabulary),
      language ? this.#options.loadPretrained(language) : null,
    ]);
    if (!read.ok) throw new RefusedError(read.problem);
    const dataset = read.value;
    const kept = found?.value ?? pretrained;
    const others = settings ?? suitableSettings(dataset, defaultSettings);
    await this.#start({
      cause: language ? "opened" : back === undefined ? "resumed" : "back",
      dataset,
      settings: kept ? settingsWith(kept, settings, others) : dataset.fit(others),
      ...(kept && { checkpoint: kept }),
      ...(probe && { probe }),
      ...(back !== undefined && { back }),
    });
  }

  #read(source: DataSource, known?: readonly string[]): Promise<Result<Dataset>> {
    const read = readDataset(source, this.#options.loadSample, known);
    return read.catch((error: unknown) => failure(unreadable(sourceName(source), error)));
  }

  /**
   * Once, when the page has drawn the first picture or is asked for something: opening a GPU keeps a small computer
   * so busy that the first gates would come half a second later.
   */
  #tryWebgpu(): void {
    if (!this.#engines.webgpuChecked) void this.#checkWebgpu();
  }

  /** One check at a time. */
  #checkWebgpu(): Promise<void> {
    this.#checking ??= this.#engines.checkWebgpu().then(() => {
      this.#checking = null;
      this.#watchWebgpu();
      this.#enqueue({ type: "webgpuChecked" });
    });
    return this.#checking;
  }

  /** A run goes on to the bit on the engine that it was trained on alone. */
  async #moveBack(): Promise<void> {
    if (!this.#isGpuAwaited) return;
    this.#isGpuAwaited = false;
    if (!this.#engines.webgpuChecked) await this.#checkWebgpu();
    await this.#moveToChosen();
  }

  /** At once, and if that was too early, a minute later. */
  async #checkAfterLoss(): Promise<void> {
    await this.#checkWebgpu();
    if (this.#engines.hasWebgpu) return;
    setTimeout(() => void this.#checkWebgpu(), this.#options.retryMs ?? retryAfterMs);
  }

  async #loadData(source: DataSource, loadId: number): Promise<void> {
    const name = sourceName(source);
    this.#emit({ type: "dataLoading", name });
    const reject = (message: Said) => this.#emit({ type: "dataRejected", loadId, name, message });
    const read = await this.#read(source);
    this.#throwIfWithdrawn();
    if (!read.ok) return reject(read.problem);
    const dataset = read.value;
    const live = this.#live;
    const settings = settingsAfter(live, dataset);
    const wasTraining = live?.training === true;
    // What steps under way come to is of no interest: another run takes their place.
    await live?.rest().catch(() => undefined);
    try {
      await this.#start({ cause: "data", dataset, settings, loadId });
    } catch (error) {
      const isLost = await this.#isLosingGpu();
      const isOver = isRefusal(error) || error instanceof WithdrawnError || this.#current?.isWithdrawn;
      // The run from before goes on as it was, where it is to be moved first as well, and data may be refused at the second attempt.
      if (wasTraining && (isOver || isLost)) live?.train();
      if (error instanceof WithdrawnError || isLost) throw error;
      const failed = failureOf(error);
      reject(error instanceof RefusedError ? error.problem : sentences([failed.message, failed.advice]));
      if (!isRefusal(error)) throw error;
    }
  }

  async #configure(change: Partial<RunSettings>): Promise<void> {
    const live = this.#live;
    const parsed = parseSettings({ ...(live?.settings ?? defaultSettings), ...change });
    if (!parsed.ok) {
      const advice = message("engine.chooseInRange");
      return this.#fail({ kind: "settings", message: parsed.problem, advice });
    }
    if (!live) return;
    const settings = live.dataset.fit(parsed.value);
    if (changedSettings(live.settings, settings).every(appliesAtOnce)) return live.adopt(settings);
    const wasTraining = live.training;
    await this.#start({ cause: "settings", dataset: live.dataset, settings });
    // Whoever changes a setting of a network in training wants to see what becomes of it.
    if (wasTraining) this.#live?.train();
  }

  async #reset(): Promise<void> {
    const live = this.#live;
    if (!live) return;
    await this.#start({ cause: "reset", dataset: live.dataset, settings: live.settings });
  }

  /** Replaces the run once the new one stands; until then, and if it cannot be made, the old one stays. */
  async #start(start: Start): Promise<void> {
    const { cause, dataset, settings, loadId, checkpoint = freshCheckpoint(dataset, settings) } = start;
    const opened = dataset.open(checkpoint.training);
    if (!opened.ok) throw new RefusedError(opened.problem);
    const data = opened.value;
    const backend = await this.#backendFor(checkpoint);
    const before = this.#live;
    const probe = start.probe ?? (before?.dataset === dataset ? before.probe : data.firstProbe);
    const id = this.#runId + 1;
    const emit = (news: RunNews) => this.#emit({ ...news, runId: id });
    this.#throwIfWithdrawn();
    const live = await LiveRun.create({ dataset, data, settings, checkpoint, backend, probe, emit });
    try {
      await this.#leave(before, cause);
    } catch (error) {
      live.destroy();
      throw error;
    }
    await this.#looking.endAll();
    before?.destroy();
    this.#live = live;
    this.#opening = null;
    this.#runId = id;
    this.#emit({ type: "dataLoaded", loadId: loadId ?? null, data: data.summary });
    live.begin({
      cause,
      replaces: before ? id - 1 : null,
      ...(start.back !== undefined && { back: start.back }),
    });
    this.#emitEngine();
  }

  /** Of a run that goes, what it has come to: the page can go back to it. */
  async #leave(before: LiveRun | null, cause: RunCause): Promise<void> {
    const wasTraining = before?.training === true;
    // What no step was taken in begins the same again, unless somebody comes from there.
    if (before && (before.step > 0 || cause === "back")) await before.leave();
    if (wasTraining && this.#current?.isWithdrawn) before.train();
    this.#throwIfWithdrawn();
  }

  async #look({ look: name, about, request, second, text }: LookCommand): Promise<void> {
    const live = this.#live;
    if (!live) return this.#emit({ type: "looked", look: name, value: null, running: false });
    if (looks[name].training === "stopped") await live.rest();
    const asked = {
      about: about ?? null,
      request: request ?? null,
      second: second ?? null,
      text: text ?? null,
    };
    this.#looking.begin(name, live, asked);
  }

  async #race(command: Extract<Command, { type: "race" }>): Promise<void> {
    await this.#live?.rest();
    const ground = async () => (command.from ? await this.#groundOf(command.from) : this.#live);
    await this.#inRace(() => this.#racing.begin(command, ground, () => this.#throwIfWithdrawn()));
  }

  /** What a race goes on with: its own data and engine, whatever the run on the stage has. Throws `RefusedError`. */
  async #groundOf({
    data,
    on,
    members,
  }: RaceSoFar): Promise<{ readonly dataset: Dataset; readonly backend: Backend }> {
    const begun = members.find(({ checkpoint }) => checkpoint)?.checkpoint;
    const saved = begun && (await readSaved(begun));
    const read = await this.#read(data, saved?.ok ? saved.value.vocabulary : undefined);
    if (!read.ok) throw new RefusedError(read.problem);
    const isOnGpu = on === "webgpu" && this.#choice !== "cpu";
    if (isOnGpu && !this.#engines.webgpuChecked) await this.#checkWebgpu();
    return { dataset: read.value, backend: isOnGpu ? this.#engines.choose(on) : this.#engines.cpu };
  }

  /** The run goes on with what was found. */
  async #calibrate(): Promise<void> {
    const live = this.#live;
    try {
      await live?.land();
      await this.#engines.calibrate();
      if (live?.backend.name === "webgpu") await live.renew(await this.#backendFor(live.saved));
      this.#emitEngine();
    } finally {
      this.#emit({ type: "calibrated" });
    }
  }

  /** Moves the run to the chosen engine, with its whole state. */
  async #moveToChosen(): Promise<void> {
    const live = this.#live;
    if (live && this.#engines.isGone(live.backend)) {
      // Nothing can be read of it any more.
      await live.continueFrom(live.saved, await this.#backendFor(live.saved));
    } else if (live) {
      // Steps under way would disturb a measurement.
      await live.land();
      await live.moveTo(await this.#backendFor(live.saved));
    }
    this.#emitEngine();
  }

  /** The engine of the user's choice for a network; where the choice is left to the engine, the faster one for it. */
  async #backendFor({ config, training }: Pick<Checkpoint, "config" | "training">): Promise<Backend> {
    if (this.#choice === "auto") await this.#engines.measure(config, training);
    return this.#engines.choose(this.#choice);
  }

  #watched: Promise<LossReason> | null = null;

  /** Whether the run is on it or not: nobody shall choose one that is gone. */
  #watchWebgpu(): void {
    const { name, lost } = this.#engines.choose("webgpu");
    if (name !== "webgpu" || this.#watched === lost) return;
    this.#watched = lost;
    void lost.then((reason) => this.#enqueue({ type: "deviceLost", reason: lossReason(reason) }));
  }

  /** The run goes on from the last good state on the CPU, at once, and on a new device when there is one. */
  async #deviceLost(reason: Said): Promise<void> {
    // What measures on it has nothing to measure on any more.
    await this.#looking.endAll();
    this.#engines.forgetWebgpu(message("engine.gpuLost", { said: reason }));
    this.#racing.loseGpu(reason);
    const live = this.#live;
    if (live?.backend.name === "webgpu") {
      // What it had read is lost with it.
      live.endWriting();
      await this.#continueOnCpu(live, reason);
    }
    void this.#checkAfterLoss();
    this.#emitEngine();
  }

  /** What is too large for the CPU waits for a GPU, in its last good state. */
  async #continueOnCpu(live: LiveRun, reason: Said): Promise<void> {
    try {
      await live.continueFrom(live.saved, this.#engines.cpu);
    } catch (error) {
      live.abandon();
      return this.#fail(failureOf(error));
    }
    const { step: savedStep } = live.saved;
    this.#emit({
      type: "happened",
      happening: { kind: "gpuLost", reason, savedStep, device: deviceName(live.backend) },
    });
  }

  /** Returns whether there is still work. */
  async #recover(error: unknown): Promise<boolean> {
    if (await this.#isLosingGpu()) return true;
    const failed = failureOf(error);
    this.#fail(this.#live ? failed : { ...failed, advice: message("engine.noRunAdvice") });
    // The run from before is as it was.
    if (isRefusal(error) && this.#live) return true;
    this.#live?.abandon();
    return this.#racing.isBusy;
  }

  #fail(failure: Failure): void {
    this.#emit({ type: "failed", failure });
  }

  #emitEngine(): void {
    const running = this.#live?.backend ?? this.#engines.choose(this.#choice);
    this.#emit({ type: "engine", status: this.#engines.status(this.#choice, running) });
  }

  #emit(event: SessionEvent): void {
    this.#options.emit(event);
  }
}

/** The settings that a checkpoint goes on with: its own, and what has been chosen since that applies at once. */
function settingsWith(checkpoint: Checkpoint, chosen: RunSettings | null, others: RunSettings): RunSettings {
  const own = settingsOf(checkpoint, others);
  return chosen ? withAtOnce(own, chosen) : own;
}

/** A file that was moved, changed or locked after it had been chosen, above all. */
function unreadable(name: Said, error: unknown): Message {
  const silent = noAnswerOf(error, name);
  if (silent) return silent;
  return message("engine.unreadable", {
    name,
    said: error instanceof Error ? error.message : String(error),
  });
}

/** Nothing would come of it where there is none. */
const needsRun = ({ type }: Task) =>
  type === "train" || type === "step" || type === "reset" || type === "configure" || type === "generate";

/** What is being done was taken back. */
class WithdrawnError extends Error {}

/** What was asked for cannot be done with these data; says why. */
class RefusedError extends Error {
  constructor(readonly problem: Said) {
    super(identityOf(problem));
  }
}

const isRefusal = (error: unknown): error is RefusedError | PlanTooLargeError =>
  error instanceof RefusedError || error instanceof PlanTooLargeError;

/** Throws `RefusedError`. */
function parsedSetup(setup: Setup): Setup {
  const parsed = parseSetup(setup);
  if (!parsed.ok) throw new RefusedError(parsed.problem);
  return parsed.value;
}

/** The language of a sample that a trained network ships with the page for; null of all other data. */
const pretrainedLanguage = (data: DataSource): Language | null =>
  data.kind === "sample" && data.unit !== "words" && data.limit === undefined ? languageOf(data) : null;

function failureOf(error: unknown): Failure {
  if (error instanceof RefusedError)
    return { kind: "settings", message: error.problem, advice: message("engine.runKept") };
  if (error instanceof NonFiniteLossError)
    return {
      kind: "nonFiniteLoss",
      message: message("engine.nonFinite", { step: error.step }),
      advice: message("engine.nonFiniteAdvice"),
    };
  if (error instanceof PlanTooLargeError)
    return {
      kind: "planTooLarge",
      message: tooLargeMessage(error),
      advice: message("engine.planTooLargeAdvice"),
    };
  return { kind: "engine", message: saidBy(error), advice: message("engine.engineAdvice") };
}

function saidBy(error: unknown): Said {
  if (error instanceof NoAnswer) return message("engine.gaveNoAnswer", { seconds: error.seconds });
  return error instanceof Error ? error.message : String(error);
}

function tooLargeMessage({ tensor, neededBytes: needed, limitBytes: limit }: PlanTooLargeError): Message {
  return tensor === null
    ? message("engine.planTooLarge", { needed, limit })
    : message("engine.tensorTooLarge", { tensor, needed, limit });
}
