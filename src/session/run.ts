/** One network on one backend: its trainer, and what looks at the same weights while it trains. */

import { encodeForgiving, tableOfSymbols } from "../data/vocabulary";
import type { Backend } from "../engine/backends/backend";
import { planBytes } from "../engine/plan/plan";
import type { Checkpoint } from "../engine/train/checkpoint";
import { Generator } from "../engine/train/generator";
import { Inspector, softmaxRows } from "../engine/train/inspector";
import { TextSequences } from "../engine/train/textSequences";
import { Trainer } from "../engine/train/trainer";
import type { Snapshot } from "./protocol";

export interface RunOptions {
  readonly backend: Backend;
  readonly tokens: Int32Array;
  readonly trainLength: number;
  readonly checkpoint: Checkpoint;
}

export class Run {
  readonly backend: Backend;
  readonly trainer: Trainer;
  readonly planBytes: number;
  #inspector: Inspector | null = null;
  #generator: Generator | null = null;

  private constructor(backend: Backend, trainer: Trainer) {
    this.backend = backend;
    this.trainer = trainer;
    this.planBytes = planBytes(trainer.executable.plan);
  }

  /** Throws `PlanTooLargeError`. */
  static async create({ backend, tokens, trainLength, checkpoint }: RunOptions): Promise<Run> {
    const { sequenceLength, batchSize, windows } = checkpoint.training;
    const sequences = new TextSequences({ tokens, trainLength, sequenceLength, batchSize, windows });
    return new Run(backend, await Trainer.create(backend, sequences, checkpoint));
  }

  /** How the network reads `text` now. Call when no step is under way, or the wait for it is included. */
  async snapshot(text: string): Promise<Snapshot> {
    const { config, vocabulary } = this.trainer.network;
    const { tokens, unknownCharacters, readAs } = encodeForgiving(text, tableOfSymbols(vocabulary));
    const inspector = await this.#inspectorFor(tokens.length);
    const { layers, outputs } = await inspector.inspect(tokens);
    const [{ gates, state, inputPart, hiddenPart, hiddenSize }] = layers;
    if (!inputPart || !hiddenPart) throw new Error("The picture of a GRU needs both parts of its gates.");
    return {
      step: this.trainer.step,
      hiddenSize,
      vocabulary,
      symbols: Array.from(tokens, (id) => vocabulary[id]),
      unknown: { count: unknownCharacters, readAs },
      gates,
      hidden: state,
      inputPart,
      hiddenPart,
      probabilities: softmaxRows(outputs, config.head.size),
    };
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
    this.trainer.destroy();
  }

  async #inspectorFor(length: number): Promise<Inspector> {
    if (this.#inspector?.length === length) return this.#inspector;
    this.#inspector?.destroy();
    this.#inspector = null;
    const { executable, network } = this.trainer;
    this.#inspector = await Inspector.create(this.backend, network.config, { length }, executable);
    return this.#inspector;
  }
}
