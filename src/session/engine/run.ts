/** One network on one backend: its trainer, and what looks at the same weights while it trains. */

import type { Backend } from "../../engine/backends/backend";
import type { NetworkConfig } from "../../engine/model/config";
import { planBytes } from "../../engine/plan/plan";
import type { Checkpoint } from "../../engine/train/checkpoint";
import { Generator } from "../../engine/train/generator";
import { Inspector } from "../../engine/train/inspector";
import { Predictor, type PredictorShape } from "../../engine/train/predictor";
import { Trainer } from "../../engine/train/trainer";
import type { Probe, Snapshot } from "../protocol";
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

  destroy(): void {
    this.#forgetProbe();
    this.#generator?.destroy();
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
    // One that answers after the last step is asked at every step: what it would say if the sequence ended there.
    const config = { ...network.config, head: { ...network.config.head, at: "every" } } as const;
    this.#inspector = await Inspector.create(this.backend, config, { length }, executable);
    return this.#inspector;
  }
}

/** At a time. */
const fewBeginnings = 64;

/** Whether an answer at a step is not what it would be if the sequence ended there: what is read backwards begins at the end. */
const needsWhole = ({ bidirectional, head }: NetworkConfig): boolean => bidirectional && head.at === "last";
