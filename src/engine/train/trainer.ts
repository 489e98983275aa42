/**
 * The training loop's one step: a batch in, an update, and the measurements out as soon as the backend has them.
 * Knows a backend and sequences, nothing of workers or pages.
 */

import { Random } from "../../random";
import { rateFactor } from "../../schedule";
import type { Backend, Executable, SectionRun } from "../backends/backend";
import {
  carriedStates,
  continuedStates,
  drops,
  inputTensor,
  type NetworkConfig,
  parameterTable,
} from "../model/config";
import { initializeParameters } from "../model/initialize";
import { buildPlan } from "../model/network";
import { healthyClip } from "../ops/clip";
import { gatherWindows } from "../ops/gatherWindows";
import { withoutPadding } from "../ops/lengths";
import { Operands } from "../ops/op";
import { measuresPerRow } from "../ops/rows";
import { elementCount, type Plan } from "../plan/plan";
import { type Checkpoint, freshRun, type TrainingConfig } from "./checkpoint";
import { writeClassWeights } from "./classWeights";
import { dropoutSeed, noDropout } from "./dropoutSeed";
import { planCost } from "./measure";
import { optimizerOp, stepHyper } from "./optimizer";
import { afterValidation, type Progress } from "./progress";
import type { Batch, MeasuredWindows, Sequences, Windows } from "./sequences";

export interface Network {
  readonly config: NetworkConfig;
  readonly vocabulary: readonly string[];
}

export interface StepResult {
  /** Which step it was, counted from 1. */
  readonly step: number;
  /** Mean loss before the update; cross-entropies are in nats. */
  readonly loss: number;
  /** Share of right predictions, 0 to 1. */
  readonly accuracy: number;
  /** L2 norm of the gradient before clipping. */
  readonly gradientNorm: number;
}

export interface ValidationResult {
  readonly loss: number;
  readonly accuracy: number;
  /** Of a text, what each symbol costs whose place is measured (`MeasuredWindows`), in their order; 0 where it is the unknown one. */
  readonly losses: Float32Array;
}

/** A step whose loss or gradient was not finite. The parameters are those from before it. */
export class NonFiniteLossError extends Error {
  constructor(readonly step: number) {
    super(`At step ${step} the loss or its gradient was no longer a finite number.`);
    this.name = "NonFiniteLossError";
  }
}

/** A step, and the place of its work in what its executable is asked for (`Progress`). */
interface StepPlace {
  readonly step: number;
  readonly from: number;
}

/**
 * A step of which not all is asked for yet. Nothing that lasts has changed by it, but for carried states that were cleared: it can
 * be forgotten, and is then taken once more.
 */
interface BegunStep extends StepPlace {
  /** As it was before the step's batch was drawn, and as it is since. */
  readonly generator: readonly number[];
  readonly drawn: Random;
  /** The states that it has cleared, where it begins streams. */
  readonly cleared: States | null;
  /** All that comes before the weights change. */
  readonly runs: readonly SectionRun[];
  /** What had been asked for when it was left. */
  readonly leftAt: number | null;
}

interface StepInFlight extends StepPlace {
  /** The generator as it was before this step's batch was drawn. */
  readonly generator: readonly number[];
  readonly values: Promise<Float32Array[]>;
}

/** Of B sequences, by the names of their tensors. */
type States = Readonly<Record<string, Float32Array<ArrayBuffer>>>;

/** How far a validation has come: with these weights, over the first `batches`, and into the next one where that was left. */
interface BegunValidation {
  readonly batches: number;
  readonly sums: ArrayLike<number>;
  readonly losses: Float32Array;
  /** Those in which the last batch has ended, by the names of those in which the next one begins. */
  readonly states: States;
  readonly run: SectionRun | null;
}

const stepsBetweenValidations = 50;
/** A step is as much work as to read three batches. */
const mostBatchesBetween = 30;

/** After how many steps it is time to validate and judge: 50, or as many times 50 as keep validations to a fifth of the work. */
export const validationEvery = ({ validation }: Pick<Sequences, "validation">): number =>
  stepsBetweenValidations * Math.max(1, Math.ceil(validation.length / mostBatchesBetween));

/** How far the host may be ahead of the device: enough to keep it busy, little enough to stop soon. */
const aheadMs = 30;
const fewestAhead = 2;
/** Of steps that take longer, what each has come to is told before the next. */
const longStepMs = 200;
const mostAhead = 32;
/** Of the newest landing in the mean time between two. */
const newestShare = 0.1;

export class Trainer {
  readonly executable: Executable;
  readonly network: Network;
  readonly sequences: Sequences;
  #training: TrainingConfig;
  #step: number;
  #progress: Progress;
  #best: Float32Array<ArrayBuffer> | null;
  #random: Random;
  #inFlight: StepInFlight[] = [];
  /** Between two steps that landed while others were under way. */
  #meanStepMs = aheadMs / fewestAhead;
  #lastLandingMs: number | null = null;
  #landed: StepResult[] = [];
  #begun: BegunStep | null = null;
  #validation: BegunValidation | null = null;
  /** Of one step. */
  readonly #stepCost: number;

  private constructor(executable: Executable, network: Network, sequences: Sequences, start: Checkpoint) {
    this.executable = executable;
    this.#stepCost = planCost(executable.plan);
    this.network = network;
    this.sequences = sequences;
    this.#training = start.training;
    this.#step = start.step;
    this.#progress = start.progress;
    this.#best = start.best;
    this.#random = Random.fromState(start.generator);
  }

  /** Loads the training plan and goes on from `start`. Throws `PlanTooLargeError`. */
  static async create(backend: Backend, sequences: Sequences, start: Checkpoint): Promise<Trainer> {
    const { config, training } = start;
    const executable = await backend.load(trainingPlan(config, training, sequences));
    executable.write("parameters", start.parameters);
    executable.write("firstMoment", start.firstMoment);
    executable.write("secondMoment", start.secondMoment);
    executable.write("clip", healthyClip());
    if (isGathered(sequences)) executable.write("corpus", paddedCorpus(sequences.corpus, training));
    if (training.windows === "streams")
      for (const [name, values] of Object.entries(start.carried)) executable.write(name, values);
    writeClassWeights(executable, config);
    return new Trainer(executable, { config, vocabulary: start.vocabulary }, sequences, start);
  }

  /** Steps behind the present weights. */
  get step(): number {
    return this.#step;
  }

  /** With those that were taken back: what the optimizer counts, and what is drawn goes on from. */
  get #taken(): number {
    return this.#step + this.#progress.undone;
  }

  /** The oldest step under way, and how much of it is done, 0 to 1; null where there is none. */
  get underWay(): { readonly step: number; readonly share: number } | null {
    const place = this.#inFlight[0] ?? this.#begun;
    if (!place) return null;
    const share = (this.executable.progress().done - place.from) / this.#stepCost;
    return { step: place.step, share: Math.min(1, Math.max(0, share)) };
  }

  /** How much one step reads of what is for training. */
  get positionsPerStep(): number {
    return this.#training.batchSize * this.#training.sequenceLength;
  }

  /** `validationEvery` */
  get validationEvery(): number {
    return validationEvery(this.sequences);
  }

  get epoch(): number {
    return (this.#step * this.positionsPerStep) / this.sequences.trainLength;
  }

  /** The rate of the next step, by the schedule. */
  get learningRate(): number {
    const { learningRate, schedule } = this.#training;
    return learningRate * rateFactor(schedule, this.#step + 1, this.#progress.plateauFactor);
  }

  /** What the schedule starts from. Applies from the next step on. */
  setLearningRate(learningRate: number): void {
    this.#training = { ...this.#training, learningRate };
  }

  /**
   * Starts one step, or goes on with the one that was left, waits only if too many are under way, and returns the results that
   * have come in. Where `isCalled` says that something else waits, the step is left between two of its pieces: it counts only when
   * all of it is asked for, and whatever is done with the network meanwhile finds it as it was before.
   * Throws `NonFiniteLossError`, and is then back before the step that failed.
   */
  async advance(isCalled?: () => boolean): Promise<StepResult[]> {
    const begun = this.#begun ?? (await this.#begin());
    const isAsked = await this.#goOn(begun, isCalled).catch((error: unknown) => {
      this.#forget();
      throw error;
    });
    if (isAsked) while (this.#inFlight.length > this.#ahead()) await this.#land();
    return this.#take();
  }

  async #begin(): Promise<BegunStep> {
    const generator = this.#random.state();
    const drawn = Random.fromState(generator);
    const batch = this.sequences.draw(drawn, this.#taken);
    // Once they are cleared, no step from before can be taken back to its states.
    if (batch.fresh) await this.#landAll();
    const cleared = batch.fresh ? await this.#readCarried() : null;
    const { learningRate } = this;
    const [step, taken] = [this.#step + 1, this.#taken + 1];
    // The batch that a validation was left in has to give its place.
    if (this.#validation) this.#validation = { ...this.#validation, run: null };
    if (cleared) this.#clearStates();
    this.#writeBatch(batch);
    this.#writeDropout(dropoutSeed(this.#training.seed, taken));
    const { optimizer, clipNorm, clipValue } = this.#training;
    this.executable.write("hyper", stepHyper(optimizer, { step: taken, learningRate, clipNorm, clipValue }));
    const from = this.executable.progress().asked;
    const runs = [this.executable.begin("forward"), this.executable.begin("backward")];
    return { step, from, generator, drawn, cleared, runs, leftAt: null };
  }

  /** Whether all of the step is asked for. */
  async #goOn(begun: BegunStep, isCalled?: () => boolean): Promise<boolean> {
    const { asked } = this.executable.progress();
    // What was done in between is none of it.
    const from = begun.from + (begun.leftAt === null ? 0 : asked - begun.leftAt);
    this.#begun = { ...begun, from, leftAt: null };
    for (const run of begun.runs) {
      if (await run.goOn(isCalled)) continue;
      this.#begun = { ...begun, from, leftAt: this.executable.progress().asked };
      return false;
    }
    await this.executable.run("update");
    const { step, generator, drawn } = begun;
    this.#begun = null;
    this.#validation = null;
    this.#step = step;
    this.#random = drawn;
    this.#launch({ step, from, generator, values: this.executable.read(["metrics", "clip"]) });
    return true;
  }

  /** The step that was left is taken once more: something else needs its tensors. */
  #forget(): void {
    const cleared = this.#begun?.cleared;
    this.#begun = null;
    if (cleared) this.#writeStates(cleared);
  }

  /** Waits for every step under way. Throws `NonFiniteLossError` like `advance`. */
  async finish(): Promise<StepResult[]> {
    await this.#landAll();
    return this.#take();
  }

  /**
   * Loss and accuracy on the fixed validation batches, with the present parameters, and without dropout. Where `isCalled` says that
   * something else waits, it is left between two pieces and resolves to null; as long as no step is taken, the next one goes on from
   * there. A step that was left is forgotten. Throws `RangeError` where there are no batches.
   */
  async validate(isCalled: () => boolean): Promise<ValidationResult | null>;
  async validate(): Promise<ValidationResult>;
  async validate(isCalled?: () => boolean): Promise<ValidationResult | null> {
    const batches = this.sequences.validation;
    if (batches.length === 0) throw new RangeError("There is nothing to validate on.");
    this.#forget();
    const left = this.#validation;
    // After an error there is nothing to go on with.
    this.#validation = null;
    const carried = await this.#readCarried();
    this.#clearStates();
    this.#writeDropout(noDropout());
    let begun: BegunValidation = left ?? {
      batches: 0,
      sums: [0, 0, 0, 0],
      losses: new Float32Array(measuredPlaces(batches)),
      states: {},
      run: null,
    };
    try {
      do begun = await this.#measureBatch(batches[begun.batches], begun, isCalled);
      while (begun.batches < batches.length && begun.run === null);
    } finally {
      this.#clearStates();
      this.#writeStates(carried);
    }
    this.#validation = begun.run && begun;
    if (begun.run) return null;
    // A mean over all positions, not over batches: with lengths or class weights these differ in weight.
    const [weightedLoss, weight, right, count] = Array.from(begun.sums);
    return { loss: weightedLoss / weight, accuracy: right / count, losses: begun.losses };
  }

  async #measureBatch(
    batch: Batch | MeasuredWindows,
    { batches, sums, losses, states, run }: BegunValidation,
    isCalled?: () => boolean,
  ): Promise<BegunValidation> {
    if (!run) this.#writeBatch(batch);
    if (batch.fresh) this.#clearStates();
    else this.#writeStates(states);
    const forward = run ?? this.executable.begin("forward");
    if (!(await forward.goOn(isCalled))) return { batches, sums, losses, states, run: forward };
    const continued = isMeasured(batch) ? this.#continuedStates() : [];
    const [rows, ...ends] = await this.executable.read(["rowMeasures", ...continued.map(({ end }) => end)]);
    return {
      batches: batches + 1,
      sums: isMeasured(batch) ? addMeasured(sums, rows, batch, losses) : addRows(sums, rows),
      losses,
      states: Object.fromEntries(continued.map(({ begin }, i) => [begin, ends[i]])),
      run: null,
    };
  }

  /**
   * Draws the consequences of a validation: a schedule that waits for plateaus may lower the rate, and with a `patience`
   * the best weights are kept. Returns true when training should stop; the best weights are then back in place, and `step` is theirs.
   * Call when no step is under way.
   */
  async judge({ loss }: Pick<ValidationResult, "loss">): Promise<boolean> {
    const { patience, schedule } = this.#training;
    const { progress, isBest, stop } = afterValidation(
      this.#progress,
      { step: this.#step, loss },
      {
        decay: schedule.decay,
        patience,
      },
    );
    this.#progress = progress;
    if (isBest && patience !== null) [this.#best] = await this.executable.read(["parameters"]);
    if (stop && this.#best) this.#putBack(this.#best);
    return stop;
  }

  /** Moments, schedule of plateaus and random numbers stay, so that whoever trains on does not take the same steps once more. */
  #putBack(best: Float32Array<ArrayBuffer>): void {
    this.executable.write("parameters", best);
    const { bestStep, undone } = this.#progress;
    // A checkpoint of an older form does not know it.
    if (bestStep === null) return;
    this.#progress = { ...this.#progress, undone: undone + this.#step - bestStep };
    this.#step = bestStep;
  }

  /** The whole training state; call `finish` first, so that no step is under way. */
  async save(): Promise<Checkpoint> {
    const names = ["parameters", "firstMoment", "secondMoment"] as const;
    const [parameters, firstMoment, secondMoment] = await this.executable.read(names);
    return {
      ...this.network,
      training: this.#training,
      step: this.#step,
      progress: this.#progress,
      carried: await this.#readCarried(),
      best: this.#best,
      generator: this.#random.state(),
      table: parameterTable(this.network.config).entries,
      parameters,
      firstMoment,
      secondMoment,
    };
  }

  destroy(): void {
    this.executable.destroy();
  }

  #writeBatch(drawn: Batch | Windows): void {
    const { batchSize: B, sequenceLength: T } = this.#training;
    if (isGathered(this.sequences)) {
      if (!("starts" in drawn)) throw new Error("Beside a corpus, batches are windows of it.");
      this.executable.write("starts", drawn.starts);
      return;
    }
    const batch = "starts" in drawn ? windowsOf(this.sequences, drawn, T) : drawn;
    const lengths = batch.lengths ?? new Int32Array(B).fill(T);
    const { masked } = this.sequences;
    const input = masked ? withoutPadding(batch.input, T, lengths) : batch.input;
    this.executable.write(inputTensor(this.network.config.input), input);
    this.executable.write("targets", batch.targets);
    if (masked) this.executable.write("lengths", lengths);
  }

  #writeDropout(seed: Int32Array): void {
    if (drops(this.network.config)) this.executable.write("dropoutSeed", seed);
  }

  /** Those that a batch begins and ends in, where one goes on from another. */
  #continuedStates() {
    const { network, sequences } = this;
    const { batchSize } = this.#training;
    return isContinued(this.#training, sequences) ? continuedStates(network.config, batchSize) : [];
  }

  /** None without streams. */
  #carriedStates() {
    const { windows, batchSize } = this.#training;
    return windows === "streams" ? carriedStates(this.network.config, batchSize) : [];
  }

  /** As they are without a step that was left. */
  async #readCarried(): Promise<States> {
    if (this.#begun?.cleared) return this.#begun.cleared;
    const names = this.#carriedStates().map(({ name }) => name);
    if (names.length === 0) return {};
    const values = await this.executable.read(names);
    return Object.fromEntries(names.map((name, i) => [name, values[i]]));
  }

  #writeStates(states: States): void {
    for (const [name, values] of Object.entries(states)) this.executable.write(name, values);
  }

  /** The next batch begins without any. */
  #clearStates(): void {
    for (const { begin, shape } of this.#continuedStates())
      this.executable.write(begin, new Float32Array(elementCount(shape)));
  }

  #launch(step: StepInFlight): void {
    this.#inFlight.push(step);
    // A rejection is reported by #land, which awaits the same promise.
    step.values.catch(() => undefined);
  }

  async #landAll(): Promise<void> {
    while (this.#inFlight.length > 0) await this.#land();
    this.#lastLandingMs = null;
  }

  /** In steps: many short ones, or few long ones. */
  #ahead(): number {
    if (this.#meanStepMs > longStepMs) return 0;
    return Math.min(mostAhead, Math.max(fewestAhead, Math.floor(aheadMs / this.#meanStepMs)));
  }

  #noteLanding(): void {
    const nowMs = performance.now();
    if (this.#lastLandingMs !== null)
      this.#meanStepMs += newestShare * (nowMs - this.#lastLandingMs - this.#meanStepMs);
    this.#lastLandingMs = nowMs;
  }

  async #land(): Promise<void> {
    const [oldest] = this.#inFlight;
    const [[loss, accuracy], [gradientNorm, , healthy]] = await oldest.values;
    if (healthy !== 1) return this.#rewind(oldest);
    this.#inFlight.shift();
    this.#noteLanding();
    this.#landed.push({ step: oldest.step, loss, accuracy, gradientNorm });
  }

  /** The device has skipped the update of this step and of those after it: only the host has to go back. */
  async #rewind(failed: StepInFlight): Promise<never> {
    await Promise.allSettled(this.#inFlight.map(({ values }) => values));
    this.#inFlight = [];
    this.#begun = null;
    this.#validation = null;
    this.#step = failed.step - 1;
    this.#random = Random.fromState(failed.generator);
    this.executable.write("clip", healthyClip());
    throw new NonFiniteLossError(failed.step);
  }

  #take(): StepResult[] {
    const landed = this.#landed;
    this.#landed = [];
    return landed;
  }
}

/** A larger corpus stays with the host, which then gathers its windows: 64 MiB. */
const mostCorpusTokens = 2 ** 24;

/** Whether the backend has the corpus and gathers batches from it. */
function isGathered<S extends Pick<Sequences, "corpus">>(
  sequences: S,
): sequences is S & { readonly corpus: Int32Array } {
  return sequences.corpus !== undefined && sequences.corpus.length <= mostCorpusTokens;
}

/** What training such a network on such sequences replays at every step. */
export const trainingPlan = (
  config: NetworkConfig,
  training: TrainingConfig,
  sequences: Pick<Sequences, "masked" | "corpus">,
): Plan =>
  buildPlan(config, training, {
    mode: "train",
    optimizer: optimizerOp(training.optimizer),
    masked: sequences.masked,
    stateful: training.windows === "streams",
    continued: isContinued(training, sequences) && !config.bidirectional,
    ...(isGathered(sequences) && { corpusLength: paddedLength(sequences.corpus, training) }),
  });

/** Whether validation reads a text through, or training carries states over. */
const isContinued = ({ windows }: TrainingConfig, { corpus }: Pick<Sequences, "corpus">): boolean =>
  corpus !== undefined || windows === "streams";

/** A window may begin at the last token. */
const paddedLength = ({ length }: Int32Array, { sequenceLength: T }: TrainingConfig): number => length + T;

/** Zeros are behind the last token. */
function paddedCorpus(corpus: Int32Array, training: TrainingConfig): Int32Array {
  const padded = new Int32Array(paddedLength(corpus, training));
  padded.set(corpus);
  return padded;
}

const isMeasured = (batch: Batch | MeasuredWindows): batch is MeasuredWindows => "starts" in batch;

/** How many places all windows together measure. */
function measuredPlaces(batches: readonly (Batch | MeasuredWindows)[]): number {
  let count = 0;
  for (const { from, to } of batches.filter(isMeasured))
    for (const [b, end] of to.entries()) count += end - from[b];
  return count;
}

/** Adds the measures of rows of `rowMeasures` [N, 4]. */
function addRows(sums: ArrayLike<number>, rows: ArrayLike<number>): Float64Array {
  const added = Float64Array.from(sums);
  for (let i = 0; i < rows.length; i++) added[i % measuresPerRow] += rows[i];
  return added;
}

/** The same of those that are measured, whose losses are put in their places. */
function addMeasured(
  sums: ArrayLike<number>,
  rows: Float32Array,
  { from, to, place }: MeasuredWindows,
  losses: Float32Array,
): Float64Array {
  const added = Float64Array.from(sums);
  const B = from.length;
  for (let b = 0; b < B; b++)
    for (let t = from[b]; t < to[b]; t++) {
      const row = (t * B + b) * measuresPerRow;
      for (let k = 0; k < measuresPerRow; k++) added[k] += rows[row + k];
      losses[place[b] + t - from[b]] = rows[row];
    }
  return added;
}

/** The windows as a batch; `ops/gatherWindows.ts` says what that is. */
function windowsOf({ corpus }: Sequences, { starts }: Windows, T: number): Batch {
  if (!corpus) throw new Error("There is no corpus that windows could be of.");
  const B = starts.length;
  const tensors = { corpus, starts, tokens: new Int32Array(T * B), targets: new Int32Array(T * B) };
  gatherWindows.reference(new Operands(new Map(Object.entries(tensors))), { L: corpus.length, T, B });
  return { input: tensors.tokens, targets: tensors.targets };
}

/** A checkpoint of no steps: fresh parameters and a fresh generator, both from the training seed. */
export function initialCheckpoint(network: Network, training: TrainingConfig): Checkpoint {
  const random = Random.fromSeed(training.seed);
  const parameters = initializeParameters(network.config, random, training);
  return {
    ...freshRun,
    ...network,
    training,
    generator: random.state(),
    table: parameterTable(network.config).entries,
    parameters,
    firstMoment: new Float32Array(parameters.length),
    secondMoment: new Float32Array(parameters.length),
  };
}
