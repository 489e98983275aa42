/**
 * The training loop's one step: a batch in, an update, and the measurements out as soon as the backend has them.
 * Knows a backend and a text, nothing of workers or pages.
 */
import type { Backend, Executable } from "../backends/backend";
import { type NetworkConfig, parameterTable } from "../model/config";
import { initializeParameters } from "../model/initialize";
import { buildPlan } from "../model/network";
import { sections } from "../plan/plan";
import { Random } from "../random";
import { adamHyper } from "./adamHyper";
import type { Checkpoint, TrainingConfig } from "./checkpoint";
import type { Batch, TextSequences } from "./textSequences";

export interface Network {
  readonly config: NetworkConfig;
  readonly vocabulary: readonly string[];
}

export interface StepResult {
  /** Which step it was, counted from 1. */
  readonly step: number;
  /** Mean cross-entropy before the update, in nats. */
  readonly lossNats: number;
  /** Share of right predictions, 0 to 1. */
  readonly accuracy: number;
  /** L2 norm of the gradient before clipping. */
  readonly gradientNorm: number;
}

export interface ValidationResult {
  readonly lossNats: number;
  readonly accuracy: number;
}

/** A step whose loss or gradient was not finite. The parameters are those from before it. */
export class NonFiniteLossError extends Error {
  constructor(readonly step: number) {
    super(`At step ${step} the loss or its gradient was no longer a finite number.`);
    this.name = "NonFiniteLossError";
  }
}

interface StepInFlight {
  readonly step: number;
  /** The generator as it was before this step's batch was drawn. */
  readonly generator: readonly number[];
  readonly values: Promise<Float32Array[]>;
}

/** Steps the host may be ahead of the device: enough to keep it busy, little enough to stop soon. */
const maxInFlight = 2;

export class Trainer {
  readonly executable: Executable;
  readonly network: Network;
  readonly sequences: TextSequences;
  #training: TrainingConfig;
  #step: number;
  #random: Random;
  #inFlight: StepInFlight[] = [];
  #landed: StepResult[] = [];

  private constructor(executable: Executable, network: Network, sequences: TextSequences, start: Checkpoint) {
    this.executable = executable;
    this.network = network;
    this.sequences = sequences;
    this.#training = start.training;
    this.#step = start.step;
    this.#random = Random.fromState(start.generator);
  }

  /** Loads the training plan and goes on from `start`. Throws `PlanTooLargeError`. */
  static async create(backend: Backend, sequences: TextSequences, start: Checkpoint): Promise<Trainer> {
    const plan = buildPlan(start.config, start.training, { mode: "train" });
    const executable = await backend.load(plan);
    executable.write("parameters", start.parameters);
    executable.write("firstMoment", start.firstMoment);
    executable.write("secondMoment", start.secondMoment);
    executable.write("clip", Float32Array.of(0, 1, 1));
    return new Trainer(executable, { config: start.config, vocabulary: start.vocabulary }, sequences, start);
  }

  get step(): number {
    return this.#step;
  }

  get epoch(): number {
    const { batchSize, sequenceLength } = this.#training;
    return (this.#step * batchSize * sequenceLength) / this.sequences.trainLength;
  }

  /** Applies from the next step on. */
  setLearningRate(learningRate: number): void {
    this.#training = { ...this.#training, learningRate };
  }

  /**
   * Starts one step, waits only if too many are under way, and returns the results that have come in.
   * Throws `NonFiniteLossError`, and is then back before the step that failed.
   */
  async advance(): Promise<StepResult[]> {
    const generator = this.#random.state();
    const batch = this.sequences.draw(this.#random);
    this.#step++;
    this.#writeBatch(batch);
    this.executable.write("hyper", adamHyper(this.#step, this.#training));
    for (const section of sections) await this.executable.run(section);
    this.#launch({ step: this.#step, generator, values: this.executable.read(["metrics", "clip"]) });
    while (this.#inFlight.length > maxInFlight) await this.#land();
    return this.#take();
  }

  /** Waits for every step under way. Throws `NonFiniteLossError` like `advance`. */
  async finish(): Promise<StepResult[]> {
    while (this.#inFlight.length > 0) await this.#land();
    return this.#take();
  }

  /** Loss and accuracy on the fixed validation windows, with the present parameters. */
  async validate(): Promise<ValidationResult> {
    const sums = { lossNats: 0, accuracy: 0 };
    for (const batch of this.sequences.validation) {
      this.#writeBatch(batch);
      await this.executable.run("forward");
      const [[lossNats, accuracy]] = await this.executable.read(["metrics"]);
      sums.lossNats += lossNats;
      sums.accuracy += accuracy;
    }
    const count = this.sequences.validation.length;
    return { lossNats: sums.lossNats / count, accuracy: sums.accuracy / count };
  }

  /** The whole training state; call `finish` first, so that no step is under way. */
  async save(): Promise<Checkpoint> {
    const names = ["parameters", "firstMoment", "secondMoment"] as const;
    const [parameters, firstMoment, secondMoment] = await this.executable.read(names);
    return {
      version: 1,
      ...this.network,
      training: this.#training,
      step: this.#step,
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

  #writeBatch({ tokens, targets }: Batch): void {
    this.executable.write("tokens", tokens);
    this.executable.write("targets", targets);
  }

  #launch(step: StepInFlight): void {
    this.#inFlight.push(step);
    // A rejection is reported by #land, which awaits the same promise.
    step.values.catch(() => undefined);
  }

  async #land(): Promise<void> {
    const [oldest] = this.#inFlight;
    const [[lossNats, accuracy], [gradientNorm, , healthy]] = await oldest.values;
    if (healthy !== 1) return this.#rewind(oldest);
    this.#inFlight.shift();
    this.#landed.push({ step: oldest.step, lossNats, accuracy, gradientNorm });
  }

  /** The device has skipped the update of this step and of those after it: only the host has to go back. */
  async #rewind(failed: StepInFlight): Promise<never> {
    await Promise.allSettled(this.#inFlight.map(({ values }) => values));
    this.#inFlight = [];
    this.#step = failed.step - 1;
    this.#random = Random.fromState(failed.generator);
    this.executable.write("clip", Float32Array.of(0, 1, 1));
    throw new NonFiniteLossError(failed.step);
  }

  #take(): StepResult[] {
    const landed = this.#landed;
    this.#landed = [];
    return landed;
  }
}

/** A checkpoint of no steps: fresh parameters and a fresh generator, both from the training seed. */
export function initialCheckpoint(network: Network, training: TrainingConfig): Checkpoint {
  const random = Random.fromSeed(training.seed);
  const parameters = initializeParameters(network.config, random);
  return {
    version: 1,
    ...network,
    training,
    step: 0,
    generator: random.state(),
    table: parameterTable(network.config).entries,
    parameters,
    firstMoment: new Float32Array(parameters.length),
    secondMoment: new Float32Array(parameters.length),
  };
}
