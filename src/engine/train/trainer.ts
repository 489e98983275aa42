/**
 * The training loop's one step: a batch in, an update, and the measurements out as soon as the backend has them.
 * Knows a backend and sequences, nothing of workers or pages.
 */

import { Random } from "../../random";
import { rateFactor } from "../../schedule";
import type { Backend, Executable } from "../backends/backend";
import { carriedStates, drops, inputTensor, type NetworkConfig, parameterTable } from "../model/config";
import { initializeParameters } from "../model/initialize";
import { buildPlan } from "../model/network";
import { healthyClip } from "../ops/clip";
import { gatherWindows } from "../ops/gatherWindows";
import { withoutPadding } from "../ops/lengths";
import { Operands } from "../ops/op";
import { measuresPerRow } from "../ops/rows";
import { elementCount, sections } from "../plan/plan";
import { type Checkpoint, freshRun, type TrainingConfig } from "./checkpoint";
import { writeClassWeights } from "./classWeights";
import { dropoutSeed, noDropout } from "./dropoutSeed";
import { planCost } from "./measure";
import { optimizerOp, stepHyper } from "./optimizer";
import { afterValidation, type Progress } from "./progress";
import type { Batch, Sequences, Windows } from "./sequences";

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

interface StepInFlight extends StepPlace {
  /** The generator as it was before this step's batch was drawn. */
  readonly generator: readonly number[];
  readonly values: Promise<Float32Array[]>;
}

/** How far the host may be ahead of the device: enough to keep it busy, little enough to stop soon. */
const aheadMs = 30;
const fewestAhead = 2;
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
  /** What is being asked for. */
  #begun: StepPlace | null = null;
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
    const plan = buildPlan(config, training, {
      mode: "train",
      optimizer: optimizerOp(training.optimizer),
      masked: sequences.masked,
      stateful: training.windows === "streams",
      ...(isGathered(sequences) && { corpusLength: sequences.corpus.length }),
    });
    const executable = await backend.load(plan);
    executable.write("parameters", start.parameters);
    executable.write("firstMoment", start.firstMoment);
    executable.write("secondMoment", start.secondMoment);
    executable.write("clip", healthyClip());
    if (isGathered(sequences)) executable.write("corpus", sequences.corpus);
    if (training.windows === "streams")
      for (const [name, values] of Object.entries(start.carried)) executable.write(name, values);
    writeClassWeights(executable, config);
    return new Trainer(executable, { config, vocabulary: start.vocabulary }, sequences, start);
  }

  get step(): number {
    return this.#step;
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
   * Starts one step, waits only if too many are under way, and returns the results that have come in.
   * Throws `NonFiniteLossError`, and is then back before the step that failed.
   */
  async advance(): Promise<StepResult[]> {
    const generator = this.#random.state();
    const batch = this.sequences.draw(this.#random, this.#step);
    // Once they are cleared, no step from before can be taken back to its states.
    if (batch.fresh) await this.#landAll();
    const { learningRate } = this;
    this.#step++;
    if (batch.fresh) this.#clearCarried();
    this.#writeBatch(batch);
    this.#writeDropout(dropoutSeed(this.#training.seed, this.#step));
    const { optimizer, clipNorm, clipValue } = this.#training;
    const options = { step: this.#step, learningRate, clipNorm, clipValue };
    this.executable.write("hyper", stepHyper(optimizer, options));
    const place = { step: this.#step, from: this.executable.progress().asked };
    this.#begun = place;
    for (const section of sections) await this.executable.run(section);
    this.#begun = null;
    this.#launch({ ...place, generator, values: this.executable.read(["metrics", "clip"]) });
    while (this.#inFlight.length > this.#ahead()) await this.#land();
    return this.#take();
  }

  /** Waits for every step under way. Throws `NonFiniteLossError` like `advance`. */
  async finish(): Promise<StepResult[]> {
    await this.#landAll();
    return this.#take();
  }

  /**
   * Loss and accuracy on the fixed validation batches, with the present parameters, and without dropout. Throws `RangeError`
   * where there are none.
   */
  async validate(): Promise<ValidationResult> {
    if (this.sequences.validation.length === 0) throw new RangeError("There is nothing to validate on.");
    const carried = await this.#readCarried();
    this.#clearCarried();
    this.#writeDropout(noDropout());
    // A mean over all positions, not over batches: with lengths or class weights these differ in weight.
    const sums = [0, 0, 0, 0];
    for (const batch of this.sequences.validation) {
      this.#writeBatch(batch);
      await this.executable.run("forward");
      const [rows] = await this.executable.read(["rowMeasures"]);
      rows.forEach((value, i) => {
        sums[i % measuresPerRow] += value;
      });
    }
    for (const [name, values] of Object.entries(carried)) this.executable.write(name, values);
    const [weightedLoss, weight, right, count] = sums;
    return { loss: weightedLoss / weight, accuracy: right / count };
  }

  /**
   * Draws the consequences of a validation: a schedule that waits for plateaus may lower the rate, and with a `patience`
   * the best weights are kept. Returns true when training should stop; the best weights are then back in place.
   */
  async judge({ loss }: ValidationResult): Promise<boolean> {
    const { patience, schedule } = this.#training;
    const { progress, isBest, stop } = afterValidation(this.#progress, loss, {
      decay: schedule.decay,
      patience,
    });
    this.#progress = progress;
    if (isBest && patience !== null) [this.#best] = await this.executable.read(["parameters"]);
    if (stop && this.#best) this.executable.write("parameters", this.#best);
    return stop;
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

  /** None without streams. */
  #carriedStates() {
    const { windows, batchSize } = this.#training;
    return windows === "streams" ? carriedStates(this.network.config, batchSize) : [];
  }

  async #readCarried(): Promise<Record<string, Float32Array<ArrayBuffer>>> {
    const names = this.#carriedStates().map(({ name }) => name);
    if (names.length === 0) return {};
    const values = await this.executable.read(names);
    return Object.fromEntries(names.map((name, i) => [name, values[i]]));
  }

  #clearCarried(): void {
    for (const { name, shape } of this.#carriedStates())
      this.executable.write(name, new Float32Array(elementCount(shape)));
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
function isGathered(sequences: Sequences): sequences is Sequences & { readonly corpus: Int32Array } {
  return sequences.corpus !== undefined && sequences.corpus.length <= mostCorpusTokens;
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
