/**
 * The engine's side of the protocol: takes commands, trains, and tells what happens. Knows nothing of workers, so it
 * runs in Node as well.
 *
 * Commands are executed one after the other; between two of them one turn of work is done: a training step, some
 * generated symbols, a snapshot. Nothing overlaps, so nothing needs a lock.
 */
import * as v from "valibot";
import type { Evaluation } from "../../data/evaluation/evaluationTypes";
import { failure } from "../../data/result";
import { unitOf } from "../../data/textUnit";
import type { Backend } from "../../engine/backends/backend";
import { yieldToEventLoop } from "../../engine/backends/host/pacer";
import { contendersIn, shortPieces, shortRounds } from "../../engine/benchmark/pieces";
import { profileTraining } from "../../engine/benchmark/profile";
import { timeInRounds } from "../../engine/benchmark/rounds";
import { PlanTooLargeError } from "../../engine/plan/plan";
import type { Checkpoint } from "../../engine/train/checkpoint";
import { initialCheckpoint, NonFiniteLossError } from "../../engine/train/trainer";
import type { Command, DataSource, EngineChoice, Failure, Probe, RunCause, SessionEvent } from "../protocol";
import { defaultSettings, type RunSettings, runSettingsSchema } from "../settings";
import type { CalibrationStore } from "./calibrations";
import type { Dataset } from "./dataset";
import { Engines, type MeasureStep, type RequestWebgpu } from "./engines";
import { evaluateExamples, evaluateText } from "./evaluate";
import { mostEvaluated } from "./heldOutIndices";
import { HeldOutReading } from "./heldOutReading";
import { Meter } from "./meter";
import { networkOf, settingsOf, trainingOf } from "./networkOf";
import { readDataset, sourceName } from "./readDataset";
import { Run } from "./run";
import { Writing } from "./writing";

export interface SessionOptions {
  readonly emit: (event: SessionEvent) => void;
  readonly requestWebgpu: RequestWebgpu;
  /** Where calibrations of GPUs are kept. */
  readonly calibrations: CalibrationStore;
  /** Instead of real measurements, for tests. */
  readonly measureStep?: MeasureStep;
  readonly loadSample: () => Promise<string>;
  readonly loadPretrained: () => Promise<Checkpoint>;
}

/** What the worker itself finds out, in the same queue as what the page asks for. */
type Task =
  | Command
  | { readonly type: "webgpuChecked" }
  | { readonly type: "deviceLost"; readonly reason: string };

/** An event as its maker writes it: the id of the run is added on the way out. */
type WithoutRunId<E> = E extends SessionEvent ? Omit<E, "runId"> : never;

/** What is known of the network on what is held out. */
interface Evaluating {
  /** The network is another one since. */
  stale: boolean;
  /** While it trains. */
  readonly notBeforeMs: number;
  /** What is under way. */
  reading: HeldOutReading | null;
}

const notEvaluated: Evaluating = { stale: false, notBeforeMs: 0, reading: null };

const validationEvery = 50;
const saveEveryMs = 10_000;
/** A snapshot may take this share of the time while training. */
const snapshotShare = 0.2;
/** While training, the network is evaluated on some of what is held out, this often at most and for this share of the time. */
const evaluateEveryMs = 3000;
const evaluationShare = 0.1;
const fewEvaluated = 256;
const fewEvaluatedMs = 300;
const idleWritingMs = 40;
/** Training steps taken before the loop looks at anything else, in time: a GPU gets several short ones at once. */
const turnMs = 8;

export class EngineSession {
  readonly #options: SessionOptions;
  readonly #engines: Engines;
  #meter = new Meter();
  readonly #tasks: Task[] = [];
  #working = false;
  #commands = 0;
  #choice: EngineChoice = "auto";
  #runId = 0;
  #dataset: Dataset | null = null;
  #settings: RunSettings = defaultSettings;
  #run: Run | null = null;
  #training = false;
  #probe: Probe = { kind: "text", text: "" };
  #snapshot = { wanted: true, stale: false, notBeforeMs: 0 };
  #writing: Writing | null = null;
  #saved: Checkpoint | null = null;
  #savedMs = 0;
  #validated = false;
  #evaluation: Evaluating = { ...notEvaluated };
  #webgpuTried = false;
  #benchmarkStopped = false;

  constructor(options: SessionOptions) {
    this.#options = options;
    this.#engines = new Engines(options.requestWebgpu, options.calibrations, options.measureStep);
  }

  /** Takes a command; what it leads to comes as events. */
  handle(command: Command): void {
    this.#commands++;
    // A pause is answered at once, although the step under way runs to its end.
    if (command.type === "pause" && this.#training) {
      this.#training = false;
      this.#emitState();
    }
    // What is under way is stopped at once, and what has not begun as well.
    if (command.type === "benchmark") this.#benchmarkStopped = false;
    if (command.type === "stopBenchmark") this.#benchmarkStopped = true;
    this.#enqueue(command);
  }

  #enqueue(task: Task): void {
    this.#tasks.push(task);
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
    if (this.#snapshot.wanted && this.#engines.webgpuChecked)
      this.#emit({ type: "rested", answered: this.#commands });
  }

  async #turn(): Promise<boolean> {
    const task = this.#tasks.shift();
    if (task) {
      await this.#execute(task);
      return true;
    }
    const startMs = performance.now();
    if (this.#training) await this.#advance(turnMs);
    if (this.#writing) await this.#write(Math.max(idleWritingMs, performance.now() - startMs));
    await this.#takeSnapshot();
    const measures = !this.#training && this.#evaluation.stale;
    if (measures) await this.#evaluate(mostEvaluated, turnMs);
    return this.#training || measures || this.#writing !== null || this.#tasks.length > 0;
  }

  async #execute(task: Task): Promise<void> {
    if (task.type !== "open" && task.type !== "resume") this.#tryWebgpu();
    switch (task.type) {
      case "open":
        return this.#open(task.engine);
      case "resume":
        return this.#resume(task.engine, task.source, task.checkpoint, task.settings);
      case "loadData":
        return this.#loadData(task.source, task.loadId);
      case "configure":
        return this.#configure(task.settings);
      case "train":
        return this.#setTraining(true);
      case "pause":
        return this.#setTraining(false);
      case "step":
        return this.#stepOnce();
      case "reset":
        await this.#setTraining(false);
        return this.#restart("reset", this.#settings);
      case "setLearningRate":
        return this.#setLearningRate(task.learningRate);
      case "setProbe":
        return this.#setProbe(task.probe);
      case "evaluate":
        this.#evaluation.stale = true;
        return;
      case "snapshotTaken":
        this.#snapshot.wanted = true;
        return;
      case "generate":
        return this.#generate(task);
      case "stopGenerating":
        return this.#endWriting();
      case "setEngine":
        this.#choice = task.engine;
        return this.#moveToChosen();
      case "profile":
        return this.#profile();
      case "calibrate":
        return this.#calibrate();
      case "benchmark":
        return this.#benchmark();
      case "stopBenchmark":
        return;
      case "webgpuChecked":
        return this.#moveToChosen();
      case "deviceLost":
        return this.#deviceLost(task.reason);
      default:
        return task satisfies never;
    }
  }

  async #open(engine: EngineChoice): Promise<void> {
    this.#begin(engine);
    const [read, checkpoint] = await Promise.all([
      readDataset({ kind: "sample" }, this.#options.loadSample),
      this.#options.loadPretrained(),
    ]);
    if (!read.ok) throw new Error(read.problem);
    await this.#startRun("opened", read.value, settingsOf(checkpoint, this.#settings), checkpoint);
    await this.#takeSnapshot();
  }

  async #resume(engine: EngineChoice, source: DataSource, checkpoint: Checkpoint, settings: RunSettings) {
    this.#begin(engine);
    const read = await readDataset(source, this.#options.loadSample);
    if (!read.ok) throw new Error(read.problem);
    await this.#startRun("resumed", read.value, settingsOf(checkpoint, settings), checkpoint);
  }

  /** The CPU can begin at once. */
  #begin(engine: EngineChoice): void {
    this.#choice = engine;
    this.#emitEngine();
  }

  /**
   * Once, when the page has drawn the first picture or is asked for something: opening a GPU keeps a small computer
   * so busy that the first gates would come half a second later.
   */
  #tryWebgpu(): void {
    if (this.#webgpuTried) return;
    this.#webgpuTried = true;
    void this.#engines.checkWebgpu().then(() => this.#enqueue({ type: "webgpuChecked" }));
  }

  async #loadData(source: DataSource, loadId: number): Promise<void> {
    const name = sourceName(source);
    this.#emit({ type: "dataLoading", name });
    const reject = (message: string) => this.#emit({ type: "dataRejected", loadId, name, message });
    const read = await readDataset(source, this.#options.loadSample).catch((error: unknown) =>
      failure(unreadable(name, error)),
    );
    const settings = read.ok ? this.#settingsFor(read.value) : this.#settings;
    const opened = read.ok ? read.value.open(trainingOf(settings)) : read;
    if (!read.ok || !opened.ok) return reject(opened.ok ? "" : opened.problem);
    await this.#setTraining(false);
    try {
      await this.#startFresh("data", read.value, settings, loadId);
    } catch (error) {
      if (!(error instanceof PlanTooLargeError)) throw error;
      reject(`${error.message} ${error.advice}`);
    }
  }

  /**
   * A text keeps the settings of another that is read in the same way; everything else begins with those that suit it. The choice
   * of cell and seed stays.
   */
  #settingsFor(dataset: Dataset): RunSettings {
    const textUnit = (data: Dataset | null) => (data?.question.next ? unitOf(data.vocabulary) : null);
    const unit = textUnit(dataset);
    if (unit !== null && unit === textUnit(this.#dataset)) return dataset.fit(this.#settings);
    const { cell, seed } = this.#settings;
    return dataset.fit({ ...defaultSettings, cell, seed, ...dataset.suggested });
  }

  async #configure(settings: RunSettings): Promise<void> {
    const parsed = v.safeParse(runSettingsSchema, settings);
    if (!parsed.success) {
      const advice = "Choose a value inside the range beside the control.";
      this.#fail({
        kind: "settings",
        message: `A setting is out of range: ${parsed.issues[0].message}.`,
        advice,
      });
      return;
    }
    await this.#restart("settings", parsed.output);
  }

  async #restart(cause: RunCause, settings: RunSettings): Promise<void> {
    if (this.#dataset) await this.#startFresh(cause, this.#dataset, this.#dataset.fit(settings));
  }

  async #startFresh(
    cause: RunCause,
    dataset: Dataset,
    settings: RunSettings,
    loadId: number | null = null,
  ): Promise<void> {
    const { question, vocabulary } = dataset;
    const config = networkOf(settings, question);
    const checkpoint = initialCheckpoint({ config, vocabulary }, trainingOf(settings));
    await this.#startRun(cause, dataset, settings, checkpoint, loadId);
  }

  /** Replaces the run once the new one stands; until then, and if it cannot be made, the old one stays. */
  async #startRun(
    cause: RunCause,
    dataset: Dataset,
    settings: RunSettings,
    checkpoint: Checkpoint,
    loadId: number | null = null,
  ): Promise<void> {
    const opened = dataset.open(checkpoint.training);
    if (!opened.ok) {
      this.#fail({ kind: "settings", message: opened.problem, advice: "The run from before is kept." });
      return;
    }
    const data = opened.value;
    const backend = await this.#backendFor(checkpoint);
    const run = await Run.create({ backend, data, checkpoint });
    this.#endWriting();
    this.#run?.destroy();
    this.#run = run;
    this.#runId++;
    this.#settings = settings;
    this.#saved = checkpoint;
    this.#validated = false;
    this.#meter = new Meter();
    if (dataset !== this.#dataset) this.#probe = data.firstProbe;
    this.#evaluation = { ...notEvaluated };
    this.#dataset = dataset;
    this.#snapshot = { wanted: true, stale: true, notBeforeMs: 0 };
    this.#emit({ type: "dataLoaded", loadId, data: data.summary });
    this.#emit({
      type: "runStarted",
      run: {
        cause,
        settings,
        pretrained: cause === "opened" && checkpoint.step > 0,
        step: checkpoint.step,
        parameterCount: checkpoint.table.reduce(
          (sum, { shape }) => sum + shape.reduce((a, b) => a * b, 1),
          0,
        ),
        planBytes: run.planBytes,
        probe: this.#probe,
      },
    });
    this.#emitState();
    this.#emitEngine();
  }

  async #setTraining(training: boolean): Promise<void> {
    if (!this.#run) return;
    if (training && !this.#training) this.#meter.restart();
    this.#training = training;
    if (!training) await this.#settle();
    this.#emitState();
  }

  /** Waits for the steps under way and reports them. */
  async #settle(): Promise<void> {
    if (!this.#run) return;
    this.#meter.add(await this.#run.trainer.finish(), performance.now());
    this.#reportSteps(true);
    this.#snapshot.notBeforeMs = 0;
    await this.#save();
  }

  async #stepOnce(): Promise<void> {
    if (!this.#run) return;
    await this.#setTraining(false);
    this.#meter.restart();
    await this.#advance(0);
    await this.#settle();
    this.#emitState();
  }

  /** One step, and more until a time is over or something else is to be done. */
  async #advance(milliseconds: number): Promise<void> {
    const trainer = this.#run?.trainer;
    if (!trainer) return;
    const endMs = performance.now() + milliseconds;
    do this.#meter.add(await trainer.advance(), performance.now());
    while (
      performance.now() < endMs &&
      this.#training &&
      this.#validated &&
      this.#tasks.length === 0 &&
      trainer.step % validationEvery !== 0
    );
    this.#snapshot.stale = true;
    this.#evaluation = { ...this.#evaluation, stale: true, reading: null };
    this.#reportSteps(false);
    const { step } = trainer;
    // Training begins with a validation, so that there is soon something to compare with.
    if (step % validationEvery !== 0 && (this.#validated || !this.#training)) return;
    this.#validated = true;
    this.#meter.add(await trainer.finish(), performance.now());
    this.#reportSteps(true);
    const result = await trainer.validate();
    this.#emit({ type: "validation", metrics: { step, ...result } });
    // One at the beginning is out of turn, and would count against a run that has been loaded.
    if (step % validationEvery === 0 && (await trainer.judge(result))) await this.#stopEarly();
    else if (this.#training) await this.#evaluateInTraining();
    if (performance.now() - this.#savedMs > saveEveryMs) await this.#save();
  }

  /** The trainer has put the weights of its best validation back. */
  async #stopEarly(): Promise<void> {
    this.#snapshot.stale = true;
    await this.#setTraining(false);
    const message =
      "Training has stopped early: the validation loss no longer fell. The weights of the best validation are back in place. Train goes on from them.";
    this.#emit({ type: "notice", message });
  }

  /** Goes on with measuring the network on what is held out, and tells when that is done. */
  async #evaluate(most: number, milliseconds: number): Promise<void> {
    const run = this.#run;
    if (!run) return;
    this.#meter.add(await run.trainer.finish(), performance.now());
    const { heldOut } = run.data;
    if (heldOut.kind === "text") return this.#tellEvaluation(await evaluateText(run, heldOut));
    this.#evaluation.reading ??= new HeldOutReading(run, heldOut.examples, most);
    const { reading } = this.#evaluation;
    await reading.read(milliseconds);
    // While it trains, what has come in time is enough.
    if (reading.done || this.#training) this.#tellEvaluation(evaluateExamples(heldOut, reading.answers()));
  }

  #tellEvaluation(evaluation: Evaluation): void {
    const step = this.#run?.trainer.step ?? 0;
    this.#evaluation = { ...this.#evaluation, stale: false, reading: null };
    this.#emit({ type: "evaluated", step, evaluation });
  }

  /** A little of it while training: the whole follows when it rests. */
  async #evaluateInTraining(): Promise<void> {
    const startMs = performance.now();
    if (startMs < this.#evaluation.notBeforeMs) return;
    await this.#evaluate(fewEvaluated, fewEvaluatedMs);
    const tookMs = performance.now() - startMs;
    const restMs = Math.max(evaluateEveryMs, tookMs * (1 / evaluationShare - 1));
    this.#evaluation = { stale: true, notBeforeMs: startMs + tookMs + restMs, reading: null };
  }

  #reportSteps(atOnce: boolean): void {
    const report = this.#meter.report(performance.now(), atOnce);
    if (!report || !this.#run) return;
    const { stepsPerSecond, points } = report;
    const { batchSize, sequenceLength } = this.#settings;
    const timeStepsPerSecond = stepsPerSecond === null ? null : stepsPerSecond * batchSize * sequenceLength;
    this.#emit({
      type: "metrics",
      points,
      epoch: this.#run.trainer.epoch,
      stepsPerSecond,
      timeStepsPerSecond,
    });
  }

  async #save(): Promise<void> {
    if (!this.#run || this.#saved?.step === this.#run.trainer.step) return;
    this.#saved = await this.#run.trainer.save();
    this.#savedMs = performance.now();
    this.#emit({ type: "saved", checkpoint: this.#saved });
  }

  #setLearningRate(learningRate: number): void {
    const parsed = v.safeParse(runSettingsSchema, { ...this.#settings, learningRate });
    if (!parsed.success) return;
    this.#settings = parsed.output;
    this.#run?.trainer.setLearningRate(learningRate);
  }

  #setProbe(probe: Probe): void {
    if (probe.kind === "text" && probe.text === "") return;
    this.#probe = probe;
    this.#snapshot = { ...this.#snapshot, stale: true, notBeforeMs: 0 };
  }

  /** One picture at a time, only when the page has taken the last, and at most a share of the time. */
  async #takeSnapshot(): Promise<void> {
    const { wanted, stale, notBeforeMs } = this.#snapshot;
    if (!this.#run || !wanted || !stale || (this.#training && performance.now() < notBeforeMs)) return;
    this.#meter.add(await this.#run.trainer.finish(), performance.now());
    const startMs = performance.now();
    // One that cannot be taken, of a probe that is too long, is not tried again and again.
    this.#snapshot.stale = false;
    const snapshot = await this.#run.snapshot(this.#probe);
    const endMs = performance.now();
    const restMs = (endMs - startMs) * (1 / snapshotShare - 1);
    this.#snapshot = { wanted: false, stale: false, notBeforeMs: endMs + restMs };
    this.#emit({ type: "snapshot", snapshot });
  }

  #generate(command: Extract<Command, { type: "generate" }>): Promise<void> | undefined {
    this.#endWriting();
    if (!this.#run || !this.#dataset?.question.next) return undefined;
    const writing = new Writing(command, this.#run.trainer.network.vocabulary);
    this.#writing = writing;
    const { id, unknown } = writing;
    this.#emit({ type: "generationStarted", generationId: id, unknown });
    return this.#run.generator().then((generator) => generator.restart());
  }

  async #write(milliseconds: number): Promise<void> {
    if (!this.#run || !this.#writing) return;
    this.#meter.add(await this.#run.trainer.finish(), performance.now());
    const writing = this.#writing;
    const tokens = await writing.write(this.#run, milliseconds);
    this.#emit({ type: "generated", generationId: writing.id, tokens });
    if (writing.done) this.#endWriting();
  }

  #endWriting(): void {
    if (!this.#writing) return;
    this.#emit({ type: "generationEnded", generationId: this.#writing.id });
    this.#writing = null;
  }

  /** Of a copy of the network: the run itself is only kept waiting. */
  async #profile(): Promise<void> {
    if (!this.#run || !this.#saved) return;
    this.#meter.add(await this.#run.trainer.finish(), performance.now());
    const { config, training } = this.#saved;
    try {
      for await (const profile of profileTraining(this.#run.backend, config, training))
        this.#emit({ type: "profiled", profile });
    } finally {
      this.#meter.restart();
      this.#emit({ type: "profileEnded" });
    }
  }

  /** The run goes on with what was found. */
  async #calibrate(): Promise<void> {
    if (this.#run) this.#meter.add(await this.#run.trainer.finish(), performance.now());
    try {
      await this.#engines.calibrate();
      if (this.#run?.backend.name === "webgpu") await this.#continueOn(await this.#run.trainer.save());
      this.#emitEngine();
    } finally {
      this.#emit({ type: "calibrated" });
    }
  }

  async #benchmark(): Promise<void> {
    await this.#setTraining(false);
    const backends = this.#engines.all();
    this.#emit({ type: "benchmarkStarted", pieces: shortPieces.length });
    const pause = async () => {
      await yieldToEventLoop();
      return this.#benchmarkStopped;
    };
    try {
      for (const piece of shortPieces) {
        const contenders = contendersIn(piece, backends);
        const timings = await timeInRounds(contenders, { ...shortRounds, pause });
        if (this.#benchmarkStopped) break;
        this.#emit({ type: "benchmarkTimed", result: { piece, timings } });
      }
    } finally {
      this.#emit({ type: "benchmarkEnded" });
    }
  }

  /** Moves the run to the chosen engine, with its whole state. */
  async #moveToChosen(): Promise<void> {
    // Steps under way would disturb a measurement.
    if (this.#run) this.#meter.add(await this.#run.trainer.finish(), performance.now());
    const backend = this.#saved && (await this.#backendFor(this.#saved));
    if (this.#run && this.#run.backend !== backend) {
      const written = this.#writing && (await (await this.#run.generator()).state());
      await this.#continueOn(await this.#run.trainer.save());
      if (written) (await this.#run.generator()).restore(written);
    }
    this.#emitEngine();
  }

  /** The engine of the user's choice for a network; where the choice is left to the engine, the faster one for it. */
  async #backendFor({ config, training }: Pick<Checkpoint, "config" | "training">): Promise<Backend> {
    if (this.#choice === "auto") await this.#engines.measure(config, training);
    const backend = this.#engines.choose(this.#choice);
    if (backend.name === "webgpu") this.#watch(backend.lost);
    return backend;
  }

  async #continueOn(checkpoint: Checkpoint): Promise<void> {
    if (!this.#dataset || !this.#run) return;
    const opened = this.#dataset.open(checkpoint.training);
    if (!opened.ok) throw new Error(opened.problem);
    const backend = await this.#backendFor(checkpoint);
    const run = await Run.create({ backend, data: opened.value, checkpoint });
    this.#run.destroy();
    this.#run = run;
    this.#evaluation.reading = null;
    this.#saved = checkpoint;
    this.#meter.restart();
    this.#snapshot.stale = true;
    this.#emitState();
  }

  #watched: Promise<string> | null = null;

  #watch(lost: Promise<string>): void {
    if (this.#watched === lost) return;
    this.#watched = lost;
    void lost.then((reason) => this.#enqueue({ type: "deviceLost", reason }));
  }

  /** Training goes on from the last good state, on a new device if there is one, else on the CPU. */
  async #deviceLost(reason: string): Promise<void> {
    this.#engines.forgetWebgpu(`the GPU was lost (${reason}).`);
    await this.#engines.checkWebgpu();
    const wasUsed = this.#run?.backend.name === "webgpu";
    if (wasUsed && this.#saved) {
      // What it had read is lost with it.
      this.#endWriting();
      await this.#continueOn(this.#saved);
      const message = `The GPU was lost (${reason}). The run goes on from step ${this.#saved.step} on ${this.#run?.backend.device}.`;
      this.#emit({ type: "notice", message });
    }
    this.#emitEngine();
  }

  /** Returns whether there is still work. */
  async #recover(error: unknown): Promise<boolean> {
    // What a lost device leaves behind are rejected reads; the loss itself is a task in the queue.
    await yieldToEventLoop();
    if (this.#tasks.some(({ type }) => type === "deviceLost")) return true;
    this.#fail(failureOf(error));
    // The run from before is as it was.
    if (error instanceof PlanTooLargeError && this.#run) return true;
    this.#training = false;
    this.#evaluation.stale = false;
    this.#endWriting();
    this.#emitState();
    return false;
  }

  #fail(failure: Failure): void {
    this.#emit({ type: "failed", failure });
  }

  #emitState(): void {
    this.#emit({ type: "state", training: this.#training, step: this.#run?.trainer.step ?? 0 });
  }

  #emitEngine(): void {
    const running = this.#run?.backend ?? this.#engines.choose(this.#choice);
    this.#emit({ type: "engine", status: this.#engines.status(this.#choice, running) });
  }

  #emit(event: WithoutRunId<SessionEvent>): void {
    this.#options.emit({ ...event, runId: this.#runId });
  }
}

/** A file that was moved, changed or locked after it had been chosen, above all. */
function unreadable(name: string, error: unknown): string {
  const reason = error instanceof Error ? error.message : String(error);
  return `“${name}” could not be read (${reason}). Choose it once more.`;
}

function failureOf(error: unknown): Failure {
  if (error instanceof NonFiniteLossError) {
    const advice =
      "The weights from before that step are kept. Lower the learning rate and go on; if it stops at once again, the weights are spoiled already, and Reset begins with fresh ones.";
    return { kind: "nonFiniteLoss", message: error.message, advice };
  }
  if (error instanceof PlanTooLargeError) {
    return { kind: "planTooLarge", message: error.message, advice: error.advice };
  }
  const message = error instanceof Error ? error.message : String(error);
  return { kind: "engine", message, advice: "Reset the run, or choose the other engine." };
}
