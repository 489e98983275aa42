/**
 * A run that lives: its network on an engine, and all that belongs to it alone — what it trains on, how far it has come, what the
 * stage shows of it, what it writes, how good it is. It does what it is told a turn at a time, so that several can live side by
 * side, and says what comes of it.
 */
import type { Evaluation } from "../../data/evaluation/evaluationTypes";
import type { Backend } from "../../engine/backends/backend";
import type { Checkpoint } from "../../engine/train/checkpoint";
import { stepFlop } from "../../engine/train/measure";
import type { ValidationResult } from "../../engine/train/trainer";
import { identityOf } from "../../words/message";
import type {
  AnswerPlace,
  Command,
  FrameFacts,
  Probe,
  RunNews,
  RunSummary,
  StepMetrics,
  UnitEffects,
  ValidationMetrics,
} from "../protocol";
import { defaultSettings, type RunSettings, withAtOnce } from "../settings";
import { isFrameDue, isStateKept } from "../trainingHistory";
import type { Dataset, OpenDataset } from "./dataset";
import { evaluateExamples, evaluateText } from "./evaluate";
import { Foreseeing } from "./foreseeing";
import { FrameBudget } from "./frameBudget";
import { HeldOutReading } from "./heldOutReading";
import { Meter, type Report } from "./meter";
import { Run } from "./run";
import { savedState } from "./savedState";
import { StepWatch } from "./stepWatch";
import { suitableSettings } from "./suitableSettings";
import { lastStepOf, stepsPerEpoch } from "./trainingLength";
import { Writing } from "./writing";
import { writtenSample } from "./writtenSample";

export interface LiveRunOptions {
  readonly dataset: Dataset;
  /** Of the dataset, for the checkpoint's training. */
  readonly data: OpenDataset;
  readonly settings: RunSettings;
  readonly checkpoint: Checkpoint;
  readonly backend: Backend;
  readonly probe: Probe;
  readonly emit: (news: RunNews) => void;
  /** Whether nobody sees it train, as in a race: no pictures of it are made, and it is evaluated when it rests alone. */
  readonly isUnseen?: boolean;
}

/** Where a run comes from. */
type RunOrigin = Pick<RunSummary, "cause" | "replaces" | "back">;

/** What is known of the network on what is held out. */
interface Evaluating {
  /** The network is another one since. */
  readonly stale: boolean;
  /** While it trains. */
  readonly notBeforeMs: number;
  /** What is under way. */
  readonly reading: HeldOutReading | null;
}

/**
 * While training, its state is kept this often at most and for this share of the time, between any two steps. At most 5 s are to be
 * lost: the step under way, and the way to the disk, come on top of it.
 */
const saveEveryMs = 4000;
const saveShare = 0.02;
/** A snapshot may take this share of the time while training, and comes this often at most: numbers that change faster cannot be read, and the page lays itself out for each. */
const snapshotShare = 0.2;
const snapshotEveryMs = 125;
/** Until the page has drawn it, this long at most, it needs a core; where the engine has them all it stops the engine anyway. The page then has as long for all else. */
const mostDrawnMs = 60;
/** As long at least, until what it has drawn is on the screen, and as long as it takes to keep a state. */
const drawingMs = 30;
/** While training, the network is evaluated on some of what is held out, this often at most and for this share of the time. */
const evaluateEveryMs = 3000;
const evaluationShare = 0.1;
const fewEvaluated = 256;
const fewEvaluatedMs = 300;
const fewForeseenMs = 300;
const idleWritingMs = 40;
/** Training steps taken before anything else is looked at, in time: a GPU gets several short ones at once. */
const turnMs = 8;
/** After this time, what is under way is left between two of its pieces when something else waits. */
const leaveAfterMs = 100;

export class LiveRun {
  readonly dataset: Dataset;
  readonly #emit: (news: RunNews) => void;
  #settings: RunSettings;
  #run: Run;
  #training = false;
  /** The step after which training stops by itself, while it trains. */
  #lastStep = Number.POSITIVE_INFINITY;
  #probe: Probe;
  #meter = new Meter();
  readonly #watch: StepWatch;
  readonly #isUnseen: boolean;
  #snapshot = { wanted: true, stale: true, shownMs: 0, notBeforeMs: 0 };
  /** Steps of the run's history count from here. */
  #fromStep: number;
  /** Of the step that is taken: the beginning is the first. */
  #isFrameDue = true;
  readonly #frames = new FrameBudget();
  #latest: StepMetrics | null = null;
  #isBeginningTold = false;
  #writing: Writing | null = null;
  #saved: Checkpoint;
  #saveNotBeforeMs = performance.now() + saveEveryMs;
  #validated = false;
  /** Which the page does not know yet. */
  #validations: ValidationMetrics[] = [];
  /** Of the present weights, where there is one. */
  #validation: ValidationResult | null = null;
  /** Before the next step. */
  #isValidationDue: boolean;
  /** Steps that were asked for one by one, and are not yet taken: long ones take several turns. */
  #owed = 0;
  #evaluation: Evaluating = { stale: false, notBeforeMs: 0, reading: null };
  readonly #foreseeing = new Foreseeing();

  private constructor(run: Run, options: LiveRunOptions) {
    const { dataset, settings, checkpoint, probe, emit, isUnseen = false } = options;
    this.#run = run;
    this.#isUnseen = isUnseen;
    if (isUnseen) this.#snapshot.wanted = false;
    this.#isFrameDue = !isUnseen;
    this.dataset = dataset;
    this.#settings = settings;
    this.#saved = checkpoint;
    this.#fromStep = checkpoint.step;
    this.#isValidationDue = checkpoint.progress.isValidationDue;
    this.#probe = probe;
    this.#emit = emit;
    this.#watch = new StepWatch((share) => emit({ type: "stepShare", share }));
  }

  /** Throws `PlanTooLargeError`. */
  static async create(options: LiveRunOptions): Promise<LiveRun> {
    const live = new LiveRun(await Run.create(options), options);
    live.#run.trainer.setLearningRate(options.settings.learningRate);
    return live;
  }

  get settings(): RunSettings {
    return this.#settings;
  }

  get training(): boolean {
    return this.#training;
  }

  get step(): number {
    return this.#run.trainer.step;
  }

  /** What looks read it through; it is another one after a move. */
  get run(): Run {
    return this.#run;
  }

  get backend(): Backend {
    return this.#run.backend;
  }

  /** The last state that was kept: of a step, or of the beginning. */
  get saved(): Checkpoint {
    return this.#saved;
  }

  get probe(): Probe {
    return this.#probe;
  }

  /** Whether the page has drawn the last picture. */
  get isSeen(): boolean {
    return this.#snapshot.wanted;
  }

  /** Tells that it is there. */
  begin(origin: RunOrigin): void {
    this.#emit({ type: "runStarted", run: this.#summary(origin) });
    // What is to come is not kept with a run, as how good it is is.
    if (this.#fromStep > 0 && origin.cause !== "opened") this.#foreseeing.ask();
    this.#emitState();
  }

  #summary(origin: RunOrigin): RunSummary {
    const { step, table, config, training } = this.#saved;
    const sizeOf = (shape: readonly number[]) => shape.reduce((a, b) => a * b, 1);
    return {
      ...origin,
      settings: this.#settings,
      suitable: suitableSettings(this.dataset, defaultSettings),
      pretrained: origin.cause === "opened" && step > 0,
      step,
      parameterCount: table.reduce((sum, { shape }) => sum + sizeOf(shape), 0),
      planBytes: this.#run.planBytes,
      stepsPerEpoch: stepsPerEpoch(this.#run.trainer),
      stepFlop: stepFlop(config, training),
      probe: this.#probe,
    };
  }

  /**
   * One turn of everything that there is to do; resolves to whether there is more.
   *
   * @param isCalled whether something else waits, for which training is interrupted between two steps
   * @param isUrgent whether it is something that a long step is left for
   */
  async turn(isCalled: () => boolean, isUrgent: () => boolean = isCalled): Promise<boolean> {
    const startMs = performance.now();
    if (this.#training) await this.#advance(turnMs, isCalled, isUrgent);
    else if (this.#owed > 0) await this.#takeOwed(isUrgent);
    if (this.#writing) await this.#write(Math.max(idleWritingMs, performance.now() - startMs));
    await this.showSnapshot();
    const isIdle = !this.#training && this.#owed === 0;
    // What a pause has left of a validation belongs to the step that is kept.
    const validates = isIdle && this.#isValidationDue;
    const measures = isIdle && !validates && this.#evaluation.stale;
    if (validates) await this.#validateInTurn(patient(isUrgent));
    const foresees = isIdle && !validates && !measures && !this.#isUnseen && this.#foreseeing.isStale;
    if (measures) await this.#evaluate(turnMs, patient(isUrgent));
    if (foresees) await this.#foresee(turnMs, patient(isUrgent));
    return this.#training || this.#owed > 0 || validates || measures || foresees || this.#writing !== null;
  }

  /** A pause applies at once, although what is under way goes on for a moment; `train` and `rest` wait for that. */
  pause(): void {
    if (!this.#training) return;
    this.#training = false;
    this.#emitState();
  }

  train(): void {
    if (!this.#training) this.#meter.restart();
    this.#training = true;
    this.#owed = 0;
    this.#watch.begin(() => this.#run.trainer);
    this.#lastStep = lastStepOf(this.#settings, this.#run.trainer);
    this.#emitState();
  }

  /** Stops, and waits until what it has come to is known and kept. */
  async rest(): Promise<void> {
    this.#training = false;
    this.#owed = 0;
    await this.#settle().finally(() => this.#watch.end());
    this.#emitState();
  }

  /** Rests for good, and hands what it has come to over, as far as it can still be read. */
  async leave(): Promise<void> {
    const known = this.#saved;
    await this.rest().catch(() => undefined);
    if (this.#saved === known) await this.#tellSaved();
  }

  /** One step, and those that were asked for before. What is left of them when something else waits is taken in turns. */
  async stepOnce(isUrgent: () => boolean): Promise<void> {
    const owed = this.#owed;
    try {
      await this.rest();
      this.#owed = owed + 1;
      this.#meter.restart();
      this.#watch.begin(() => this.#run.trainer);
      await this.#takeOwed(isUrgent);
    } catch (error) {
      // Whoever asks for the step once more does not ask for two.
      this.#owed = owed;
      throw error;
    }
  }

  async #takeOwed(isUrgent: () => boolean): Promise<void> {
    const isTooLong = patient(isUrgent);
    while (this.#owed > 0 && !isTooLong()) await this.#advance(0, isTooLong, isTooLong);
    if (this.#owed > 0) return;
    this.#watch.end();
    await this.#settle();
    this.#emitState();
  }

  /** Gives up what was begun, after an error. */
  abandon(): void {
    this.#training = false;
    this.#owed = 0;
    this.#isValidationDue = false;
    this.#isFrameDue = false;
    this.#watch.end();
    this.#evaluation = { ...this.#evaluation, stale: false };
    this.#validation = null;
    this.#foreseeing.abandon();
    this.endWriting();
    this.#emitState();
  }

  /** Settings that need no new start apply from the next step on. */
  adopt(settings: RunSettings): void {
    this.#settings = withAtOnce(this.#settings, settings);
    const { trainer } = this.#run;
    trainer.setLearningRate(this.#settings.learningRate);
    this.#lastStep = lastStepOf(this.#settings, trainer);
    this.#emit({ type: "settings", settings: this.#settings });
  }

  setProbe(probe: Probe): void {
    if (probe.kind === "text" && probe.text === "") return;
    this.#probe = probe;
    this.#emit({ type: "probe", probe });
    this.#snapshot = { ...this.#snapshot, stale: true, notBeforeMs: 0 };
  }

  snapshotTaken(): void {
    const { shownMs, notBeforeMs } = this.#snapshot;
    const nowMs = performance.now();
    const restMs = Math.min(mostDrawnMs, nowMs - shownMs);
    this.#snapshot = {
      ...this.#snapshot,
      wanted: true,
      notBeforeMs: Math.max(notBeforeMs, nowMs + restMs),
    };
    this.#leaveRoom(shownMs + drawingMs - nowMs);
  }

  /** Out of turn, when it rests: early stopping and schedules do not count it. Not for a step that has been validated in turn. */
  askValidation(): void {
    this.#isValidationDue = true;
  }

  askEvaluation(): void {
    this.#evaluation = { ...this.#evaluation, stale: true };
    this.#foreseeing.ask();
  }

  /** Waits for the steps under way. Everything that looks at the network, or takes it away, begins with this. */
  async land(): Promise<void> {
    this.#note(await this.#run.trainer.finish());
  }

  #note(points: readonly StepMetrics[]): void {
    this.#meter.add(points, performance.now());
    this.#latest = points.at(-1) ?? this.#latest;
  }

  /** How much each unit has to do with an answer of the sequence on show. Call when no step is under way. */
  effects(about: AnswerPlace): Promise<UnitEffects> {
    return this.#run.effects(this.#probe, about);
  }

  /** Goes on without counting the time that something else took. */
  restartMeter(): void {
    this.#meter.restart();
  }

  /** Waits for the steps under way, reports and keeps them. */
  async #settle(): Promise<void> {
    await this.land();
    this.#reportSteps(true);
    this.#snapshot.notBeforeMs = 0;
    await this.#save();
  }

  /**
   * One step, and more until a time is over or something else is to be done. For that, a long one is left, and so is what comes
   * with a step: it is gone on with before another step is taken.
   */
  async #advance(milliseconds: number, isCalled: () => boolean, isUrgent: () => boolean): Promise<void> {
    const isTooLong = patient(isUrgent);
    // First: a state is kept with its picture only where the picture is there.
    await this.#keepFrame();
    await this.#tellBeginning();
    if (!this.#isValidationDue && !(await this.#takeSteps(milliseconds, isCalled, isTooLong))) return;
    await this.#keepFrame();
    await this.#validateInTurn(isTooLong);
    if (this.#isValidationDue) return;
    if (this.#training) await this.#saveInTurn();
    if (this.#training && this.step >= this.#lastStep) await this.#endOfLength();
  }

  /** Whether the last one that was begun is taken. */
  async #takeSteps(
    milliseconds: number,
    isCalled: () => boolean,
    isTooLong: () => boolean,
  ): Promise<boolean> {
    const { trainer } = this.#run;
    const { step: before } = trainer;
    const startMs = performance.now();
    const endMs = startMs + milliseconds;
    let isTaken = true;
    do {
      const { step } = trainer;
      this.#note(await trainer.advance(isTooLong));
      isTaken = trainer.step > step;
    } while (
      isTaken &&
      performance.now() < endMs &&
      this.#training &&
      this.#validated &&
      !isCalled() &&
      !this.#isJudged(trainer.step) &&
      !isFrameDue(trainer.step - this.#fromStep) &&
      trainer.step < this.#lastStep
    );
    this.#frames.trained(performance.now() - startMs);
    this.#reportSteps(false);
    if (trainer.step === before) return false;
    this.#owed = Math.max(0, this.#owed - 1);
    this.#snapshot.stale = true;
    this.#isFrameDue = isTaken && !this.#isUnseen && isFrameDue(trainer.step - this.#fromStep);
    this.#evaluation = { ...this.#evaluation, stale: true, reading: null };
    this.#validation = null;
    this.#foreseeing.change();
    // Training begins with a validation, so that there is soon something to compare with.
    this.#isValidationDue = this.#isJudged(trainer.step) || (!this.#validated && this.#training);
    return isTaken;
  }

  /** Whether early stopping and schedules count the validation of a step. */
  #isJudged(step: number): boolean {
    return step % this.#run.trainer.validationEvery === 0;
  }

  /** Of the present weights; the page is told of each that is made. Null where it was left because something else waits. */
  async #validationNow(isTooLong: () => boolean): Promise<ValidationResult | null> {
    if (this.#validation) return this.#validation;
    const { trainer } = this.#run;
    const { step } = trainer;
    this.#validation = await trainer.validate(isTooLong);
    if (!this.#validation) return null;
    const { loss, accuracy } = this.#validation;
    this.#validations.push({ step, loss, accuracy });
    return this.#validation;
  }

  async #validateInTurn(isTooLong: () => boolean): Promise<void> {
    if (!this.#isValidationDue) return;
    this.#validated = true;
    const { trainer } = this.#run;
    await this.land();
    const { step } = trainer;
    const result = await this.#validationNow(isTooLong);
    if (!result) return;
    this.#isValidationDue = false;
    // At rest nothing comes that it could be told with.
    this.#reportSteps(!this.#training);
    // One at the beginning is out of turn, and would count against a run that has been loaded.
    const isInTurn = this.#isJudged(step);
    const isOver = isInTurn && (await trainer.judge(result));
    // What was kept of this step before knows nothing of it.
    if (isInTurn && this.#saved.step === step) await this.#keep();
    if (isOver) await this.#stopEarly(step);
    if (!this.#training || this.#isUnseen) return;
    await this.#evaluateInTraining(isTooLong);
    if (this.#training && this.#foreseeing.isDue(performance.now()))
      await this.#foresee(fewForeseenMs, isTooLong);
  }

  /** The trainer has put the weights of its best validation back, and is at their step again. */
  async #stopEarly(stoppedAt: number): Promise<void> {
    this.#snapshot.stale = true;
    this.#validation = null;
    // A run that was opened behind that step has its beginning there now.
    this.#isFrameDue = this.step < this.#fromStep;
    this.#fromStep = Math.min(this.#fromStep, this.step);
    this.#latest = null;
    // What is undone is told before the step at which the run is again, which takes it off the page.
    this.#reportSteps(true);
    this.pause();
    await this.rest();
    // What was kept of this step before goes on otherwise.
    await this.#keep();
    this.#emit({ type: "stopped", end: { why: "patience", step: this.step, undone: stoppedAt - this.step } });
  }

  async #endOfLength(): Promise<void> {
    await this.rest();
    this.#emit({ type: "stopped", end: { why: "length", step: this.step } });
  }

  /** Goes on with measuring the network on what is held out, and tells when that is done. */
  async #evaluate(milliseconds: number, isTooLong: () => boolean, most?: number): Promise<void> {
    await this.land();
    const run = this.#run;
    const { heldOut } = run.data;
    if (heldOut.kind === "text") {
      const validation = await this.#validationNow(isTooLong);
      const evaluation = validation && (await evaluateText(run, heldOut, validation, isTooLong));
      if (evaluation) this.#tellEvaluation(evaluation);
      return;
    }
    const reading = this.#evaluation.reading ?? new HeldOutReading(run, heldOut.examples, most);
    this.#evaluation = { ...this.#evaluation, reading };
    await reading.read(milliseconds, isTooLong);
    // While it trains, what has come in time is enough.
    if (reading.done || (this.#training && !reading.isEmpty))
      this.#tellEvaluation(evaluateExamples(heldOut, reading.answers()));
  }

  #tellEvaluation(evaluation: Evaluation): void {
    this.#reportSteps(true);
    this.#evaluation = { ...this.#evaluation, stale: false, reading: null };
    this.#emit({ type: "evaluated", step: this.step, evaluation });
  }

  /** A little of it while training: the whole follows when it rests. */
  async #evaluateInTraining(isTooLong: () => boolean): Promise<void> {
    const startMs = performance.now();
    if (startMs < this.#evaluation.notBeforeMs) return;
    await this.#evaluate(fewEvaluatedMs, isTooLong, fewEvaluated);
    const tookMs = performance.now() - startMs;
    const restMs = Math.max(evaluateEveryMs, tookMs * (1 / evaluationShare - 1));
    this.#evaluation = { stale: true, notBeforeMs: startMs + tookMs + restMs, reading: null };
  }

  /** Goes on with forecasting behind the last row, and tells when that is done; while it trains, what has come in time is enough. */
  async #foresee(milliseconds: number, isTooLong: () => boolean): Promise<void> {
    await this.land();
    const future = await this.#foreseeing.read(this.#run, {
      isTraining: this.#training,
      milliseconds,
      isCalled: isTooLong,
    });
    if (future) this.#emit({ type: "foreseen", step: this.step, future });
  }

  /** Of small networks there are thousands a second, and a validation for every fifty: each report has the page draw its curves anew. */
  #reportSteps(atOnce: boolean): void {
    const report = this.#meter.report(performance.now(), atOnce);
    if (report) this.#emitSteps(report);
    if ((!report && !atOnce) || this.#validations.length === 0) return;
    const points = this.#validations;
    this.#validations = [];
    this.#emit({ type: "validation", points });
  }

  #emitSteps({ stepsPerSecond, points }: Report): void {
    const { epoch, learningRate } = this.#run.trainer;
    const { batchSize, sequenceLength } = this.#settings;
    const timeStepsPerSecond = stepsPerSecond === null ? null : stepsPerSecond * batchSize * sequenceLength;
    this.#emit({ type: "metrics", points, epoch, learningRate, stepsPerSecond, timeStepsPerSecond });
  }

  async #save(): Promise<void> {
    if (this.#saved.step !== this.step) await this.#keep();
  }

  async #keep(): Promise<void> {
    const startMs = performance.now();
    this.#saved = await this.#wholeState();
    // What is kept of a run is of one moment: its steps are told before its state.
    this.#reportSteps(true);
    await this.#tellSaved();
    const endMs = performance.now();
    this.#saveNotBeforeMs = endMs + Math.max(saveEveryMs, (endMs - startMs) * (1 / saveShare - 1));
  }

  /** Whoever goes on from it makes the validation first that was to be judged here. */
  async #wholeState(): Promise<Checkpoint> {
    const saved = await this.#run.trainer.save();
    const isValidationDue = this.#isValidationDue && this.#isJudged(saved.step);
    return { ...saved, progress: { ...saved.progress, isValidationDue } };
  }

  async #tellSaved(): Promise<void> {
    this.#emit({ type: "saved", checkpoint: await savedState(this.#saved) });
    this.#leaveRoom(drawingMs);
  }

  /** As it is now, whether anything was done with it or not. */
  async tellState(): Promise<void> {
    await this.land();
    if (this.#saved.step === this.step) await this.#tellSaved();
    else await this.#keep();
  }

  async #saveInTurn(): Promise<void> {
    if (performance.now() < this.#saveNotBeforeMs) return;
    await this.land();
    await this.#save();
  }

  /** What belongs to the run's history is shown whether the page has taken the last picture or not, as far as there is time for it. */
  async #keepFrame(): Promise<void> {
    if (!this.#isFrameDue) return;
    if (!this.#frames.hasTimeFor("picture")) {
      this.#isFrameDue = false;
      return;
    }
    await this.showSnapshot();
    if (!isStateKept(this.step - this.#fromStep) || !this.#frames.hasTimeFor("state")) return;
    const startMs = performance.now();
    await this.#save();
    this.#frames.spent(performance.now() - startMs, "state");
  }

  /** The page has no state of a run that nothing was done with. */
  async #tellBeginning(): Promise<void> {
    if (this.#isBeginningTold) return;
    this.#isBeginningTold = true;
    await this.#tellSaved();
  }

  /** What a frame of the history has beside its picture. */
  async #frameFacts(): Promise<FrameFacts> {
    const startMs = performance.now();
    const isWritten = this.dataset.question.next && this.#frames.hasTimeFor("writing");
    const sample = isWritten ? await writtenSample(this.#run) : null;
    if (isWritten) this.#frames.spent(performance.now() - startMs, "writing");
    return { loss: this.#latest?.step === this.step ? this.#latest.loss : null, sample };
  }

  /** One picture at a time, only when the page has taken the last or it belongs to the history, and at most a share of the time. */
  async showSnapshot(): Promise<void> {
    const { wanted, stale, notBeforeMs } = this.#snapshot;
    const isUsual = wanted && stale && !(this.#training && performance.now() < notBeforeMs);
    if (!isUsual && !this.#isFrameDue) return;
    await this.land();
    const startMs = performance.now();
    // One that cannot be taken, of a probe that is too long, is not tried again and again.
    this.#snapshot.stale = false;
    const isFrame = this.#isFrameDue;
    this.#isFrameDue = false;
    const snapshot = await this.#run.snapshot(this.#probe);
    const endMs = performance.now();
    const restMs = Math.max(snapshotEveryMs, (endMs - startMs) * (1 / snapshotShare - 1));
    // What the stage takes anyway costs the history nothing, as the first one, which takes longest.
    if (isFrame && !isUsual) this.#frames.spent(endMs - startMs, "picture");
    this.#snapshot = { wanted: false, stale: false, shownMs: endMs, notBeforeMs: endMs + restMs };
    const frame = isFrame && (await this.#frameFacts());
    // The steps behind it come with it: the page lays itself out once for both.
    if (isUsual && this.#training) this.#reportSteps(true);
    this.#leaveRoom(mostDrawnMs);
    this.#emit({ type: "snapshot", snapshot, ...(frame && { frame }) });
  }

  /** For what the page does with what it was told. */
  #leaveRoom(milliseconds: number): void {
    if (this.#training) this.#run.backend.leaveRoom?.(milliseconds);
  }

  async generate(command: Extract<Command, { type: "generate" }>): Promise<void> {
    this.endWriting();
    if (!this.dataset.question.next) return;
    const writing = new Writing(command, this.#run.trainer.network.vocabulary);
    this.#writing = writing;
    const { id, unknown } = writing;
    this.#emit({ type: "generationStarted", generationId: id, unknown });
    (await this.#run.generator()).restart();
  }

  async #write(milliseconds: number): Promise<void> {
    const writing = this.#writing;
    if (!writing) return;
    await this.land();
    const tokens = await writing.write(await this.#run.generator(), milliseconds);
    this.#emit({ type: "generated", generationId: writing.id, tokens });
    if (writing.done) this.endWriting();
  }

  endWriting(): void {
    if (!this.#writing) return;
    this.#emit({ type: "generationEnded", generationId: this.#writing.id });
    this.#writing = null;
  }

  /** Goes on on another engine, with its whole state and with what it writes. */
  async moveTo(backend: Backend): Promise<void> {
    await this.land();
    if (backend !== this.#run.backend) await this.renew(backend);
  }

  /** Makes its plans anew, with its whole state and with what it writes: the engine computes in another way since. */
  async renew(backend: Backend): Promise<void> {
    const written = this.#writing && (await (await this.#run.generator()).state());
    const checkpoint = await this.#wholeState();
    await this.continueFrom(checkpoint, backend);
    await this.#tellSaved();
    if (written) (await this.#run.generator()).restore(written);
  }

  async continueFrom(checkpoint: Checkpoint, backend: Backend): Promise<void> {
    const opened = this.dataset.open(checkpoint.training);
    if (!opened.ok) throw new Error(identityOf(opened.problem));
    const run = await Run.create({ backend, data: opened.value, checkpoint });
    run.trainer.setLearningRate(this.#settings.learningRate);
    const { isValidationDue } = checkpoint.progress;
    // What was to be validated may be of a step that is not there any more, and a verdict may be gone.
    this.#isValidationDue = isValidationDue || (this.#isValidationDue && checkpoint.step === this.step);
    // Of the steps before; the page lets go of what will come again.
    this.#reportSteps(true);
    this.#run.destroy();
    this.#run = run;
    this.#evaluation = { ...this.#evaluation, reading: null };
    this.#validation = null;
    this.#foreseeing.beginAnew();
    this.#saved = checkpoint;
    this.#meter.restart();
    this.#latest = null;
    this.#isFrameDue = false;
    this.#snapshot.stale = true;
    this.#emitState();
  }

  destroy(): void {
    this.#watch.end();
    this.endWriting();
    this.#run.destroy();
  }

  #emitState(): void {
    this.#emit({ type: "state", training: this.#training, step: this.step });
  }
}

/** Whether something urgent waits, and that for as long as it may have to. */
function patient(isUrgent: () => boolean): () => boolean {
  const startMs = performance.now();
  return () => performance.now() - startMs >= leaveAfterMs && isUrgent();
}
