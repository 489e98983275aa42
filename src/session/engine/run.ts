/** One network on one backend: its trainer, and what looks at the same weights while it trains. */

import type { Backend } from "../../engine/backends/backend";
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
      answer: answer(outputs),
      layers: layers.map(snapshotLayer),
    };
  }

  get batchSize(): number {
    return this.#shape.batchSize;
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
    this.#inspector?.destroy();
    this.#generator?.destroy();
    this.#predictor?.destroy();
    this.trainer.destroy();
  }

  async #inspectorFor(length: number): Promise<Inspector> {
    if (this.#inspector?.length === length) return this.#inspector;
    this.#inspector?.destroy();
    this.#inspector = null;
    const { executable, network } = this.trainer;
    // One that answers after the last step is asked at every step: what it would say if the sequence ended there.
    const config = { ...network.config, head: { ...network.config.head, at: "every" } } as const;
    this.#inspector = await Inspector.create(this.backend, config, { length }, executable);
    return this.#inspector;
  }
}
