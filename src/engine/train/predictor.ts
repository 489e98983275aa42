import type { Examples } from "../../data/examples";
import type { Backend, Executable } from "../backends/backend";
import { inputTensor, type NetworkConfig } from "../model/config";
import { buildPlan } from "../model/network";
import { withoutPadding } from "../ops/lengths";
import { exampleBatch } from "./exampleBatch";
import type { Batch } from "./sequences";

export interface PredictorShape {
  readonly batchSize: number;
  readonly sequenceLength: number;
}

/** The outputs of a network in training, on its own weights, for many sequences at a time. */
export class Predictor {
  readonly #executable: Executable;
  readonly #config: NetworkConfig;
  readonly #shape: PredictorShape;

  private constructor(executable: Executable, config: NetworkConfig, shape: PredictorShape) {
    this.#executable = executable;
    this.#config = config;
    this.#shape = shape;
  }

  static async create(
    backend: Backend,
    config: NetworkConfig,
    shape: PredictorShape,
    weights: Executable,
  ): Promise<Predictor> {
    const plan = buildPlan(config, shape, { mode: "predict", masked: true });
    return new Predictor(await backend.load(plan, weights), config, shape);
  }

  /**
   * The head's outputs for each of at most `batchSize` examples: [O], or [T, O] of its own T where the network answers at
   * every step.
   */
  async predict(examples: Examples, indices: ArrayLike<number>): Promise<Float32Array[]> {
    const { batchSize: B, sequenceLength: T } = this.#shape;
    const count = indices.length;
    const padded = Int32Array.from({ length: B }, (_, b) => indices[Math.min(b, count - 1)]);
    const batch = exampleBatch(examples, padded, T);
    const lengths = batch.lengths ?? new Int32Array(B).fill(T);
    const outputs = await this.run(batch, lengths);
    const { at, size: O } = this.#config.head;
    return Array.from({ length: count }, (_, b) => {
      if (at === "last") return outputs.slice(b * O, (b + 1) * O);
      const own = new Float32Array(lengths[b] * O);
      for (let t = 0; t < lengths[b]; t++)
        own.set(outputs.subarray((t * B + b) * O, (t * B + b + 1) * O), t * O);
      return own;
    });
  }

  /** [T, B, O] or [B, O]. */
  async run({ input }: Pick<Batch, "input">, lengths: Int32Array): Promise<Float32Array> {
    const { sequenceLength: T } = this.#shape;
    this.#executable.write(inputTensor(this.#config.input), withoutPadding(input, T, lengths));
    this.#executable.write("lengths", lengths);
    await this.#executable.run("forward");
    const [outputs] = await this.#executable.read(["logits"]);
    return outputs;
  }

  destroy(): void {
    this.#executable.destroy();
  }
}
