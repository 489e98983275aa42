/** One network on one backend: its trainer, and what looks at the same weights while it trains. */

import type { Backend } from "../../engine/backends/backend";
import type { NetworkConfig } from "../../engine/model/config";
import { planBytes } from "../../engine/plan/plan";
import type { Checkpoint } from "../../engine/train/checkpoint";
import { Generator } from "../../engine/train/generator";
import { Inspector } from "../../engine/train/inspector";
import { Predictor, type PredictorShape } from "../../engine/train/predictor";
import { Tracer } from "../../engine/train/tracer";
import { Trainer } from "../../engine/train/trainer";
import { unitEffects } from "../../engine/train/unitEffects";
import type { AnswerPlace, Probe, Snapshot, UnitEffects } from "../protocol";
import type { OpenDataset } from "./dataset";
import { snapshotLayer } from "./snapshotLayer";

export interface RunOptions {
  readonly backend: Backend;
  readonly data: OpenDataset;
  readonly checkpoint: Checkpoint;
}

export class Run {
  readonly backend: Backend;
  readonly data: OpenDataset;
  readonly trainer: Trainer;
  readonly planBytes: number;
  readonly #shape: PredictorShape;
  #inspector: Inspector | null = null;
  /** Of the beginnings of the sequence that the inspector reads. */
  #beginnings: Predictor | null = null;
  #generator: Generator | null = null;
  #sampler: Generator | null = null;
  #predictor: Predictor | null = null;

  private constructor(backend: Backend, data: OpenDataset, trainer: Trainer, shape: PredictorShape) {
    this.backend = backend;
    this.data = data;
    this.trainer = trainer;
    this.#shape = shape;
    this.planBytes = planBytes(trainer.executable.plan);
  }

  /** Throws `PlanTooLargeError`. */
  static async create({ backend, data, checkpoint }: RunOptions): Promise<Run> {
    return new Run(
      backend,
      data,
      await Trainer.create(backend, data.sequences, checkpoint),
      checkpoint.training,
    );
  }

  /** How the network reads a probe now. Call when no step is under way, or the wait for it is included. */
  async snapshot(probe: Probe): Promise<Snapshot> {
    const { steps, input, sequence, answer } = this.data.read(probe);
    const inspector = await this.#inspectorFor(steps);
    const { layers, outputs } = await inspector.inspect(input);
    return {
      step: this.trainer.step,
      cell: this.trainer.network.config.cell,
      steps,
      sequence,
      answer: answer(
        needsWhole(this.trainer.network.config) ? await this.#saidOfBeginnings(input, steps) : outputs,
      ),
      layers: layers.map(snapshotLayer),
    };
  }

  /** How much each unit has to do with an answer. The answer of the beginning of a sequence is traced in that beginning. */
  async effects(probe: Probe, { time, output }: AnswerPlace): Promise<UnitEffects> {
    const { executable, network, step } = this.trainer;
    const { config } = network;
    const { steps, input } = this.data.read(probe);
    const at = Math.min(time, steps - 1);
    const read = needsWhole(config) ? at + 1 : steps;
    const traced = needsWhole(config) ? config : askedAtEvery(config);
    const tracer = await Tracer.create(this.backend, traced, read, executable);
    try {
      const beginning = input.subarray(0, (input.length / steps) * read);
      const { states } = await tracer.trace(beginning, Math.min(output, config.head.size - 1), at);
      return { step, time: at, output, layers: states.map(unitEffects) };
    } finally {
      tracer.destroy();
    }
  }

  get batchSize(): number {
    return this.#shape.batchSize;
  }

  /** T */
  get sequenceLength(): number {
    return this.#shape.sequenceLength;
  }

  /** Answers for many examples at a time, with the weights being trained. */
  async predictor(): Promise<Predictor> {
    const { network, executable } = this.trainer;
    this.#predictor ??= await Predictor.create(this.backend, network.config, this.#shape, executable);
    return this.#predictor;
  }

  async generator(): Promise<Generator> {
    this.#generator ??= await Generator.create(
      this.backend,
      this.trainer.network.config,
      this.trainer.executable,
    );
    return this.#generator;
  }

  /** One beside the generator, which may be in the middle of a text. */
  async sampler(): Promise<Generator> {
    const { network, executable } = this.trainer;
    this.#sampler ??= await Generator.create(this.backend, network.config, executable);
    return this.#sampler;
  }

  destroy(): void {
    this.#forgetProbe();
    this.#generator?.destroy();
    this.#sampler?.destroy();
    this.#predictor?.destroy();
    this.trainer.destroy();
  }

  #forgetProbe(): void {
    this.#inspector?.destroy();
    this.#beginnings?.destroy();
    this.#inspector = null;
    this.#beginnings = null;
  }

  async #saidOfBeginnings(input: Int32Array | Float32Array, steps: number): Promise<Float32Array> {
    const { executable, network } = this.trainer;
    const shape = { batchSize: Math.min(steps, fewBeginnings), sequenceLength: steps };
    this.#beginnings ??= await Predictor.create(this.backend, network.config, shape, executable);
    return this.#beginnings.predictBeginnings(input);
  }

  async #inspectorFor(length: number): Promise<Inspector> {
    if (this.#inspector?.length === length) return this.#inspector;
    this.#forgetProbe();
    const { executable, network } = this.trainer;
    this.#inspector = await Inspector.create(
      this.backend,
      askedAtEvery(network.config),
      { length },
      executable,
    );
    return this.#inspector;
  }
}

/** At a time. */
const fewBeginnings = 64;

/** One that answers after the last step is asked at every step: what it would say if the sequence ended there. */
const askedAtEvery = (config: NetworkConfig): NetworkConfig => ({
  ...config,
  head: { ...config.head, at: "every" },
});

/** Whether an answer at a step is not what it would be if the sequence ended there: what is read backwards begins at the end. */
const needsWhole = ({ bidirectional, head }: NetworkConfig): boolean => bidirectional && head.at === "last";
