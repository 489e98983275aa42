import type { Examples } from "../../data/examples";
import type { Backend, Executable } from "../backends/backend";
import { continuedStates, inputTensor, type NetworkConfig } from "../model/config";
import { buildPlan } from "../model/network";
import { withoutPadding } from "../ops/lengths";
import { elementCount } from "../plan/plan";
import { exampleBatch } from "./exampleBatch";
import type { Batch } from "./sequences";

/** More take longer than anybody wants to wait for a picture. */
export const mostBeginnings = 256;

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
    const plan = buildPlan(config, shape, {
      mode: "predict",
      masked: true,
      continued: !config.bidirectional,
    });
    return new Predictor(await backend.load(plan, weights), config, shape);
  }

  /**
   * The head's outputs for each of at most `batchSize` examples: [O], or [T, O] of its own T where the network answers at
   * every step. Null where it was left because something else waits.
   */
  async predict(
    examples: Examples,
    indices: ArrayLike<number>,
    isCalled: () => boolean,
  ): Promise<Float32Array[] | null>;
  async predict(examples: Examples, indices: ArrayLike<number>): Promise<Float32Array[]>;
  async predict(
    examples: Examples,
    indices: ArrayLike<number>,
    isCalled?: () => boolean,
  ): Promise<Float32Array[] | null> {
    const { batchSize: B, sequenceLength: T } = this.#shape;
    const count = indices.length;
    const padded = Int32Array.from({ length: B }, (_, b) => indices[Math.min(b, count - 1)]);
    const batch = exampleBatch(examples, padded, T);
    const lengths = batch.lengths ?? new Int32Array(B).fill(T);
    const outputs = isCalled ? await this.run(batch, lengths, isCalled) : await this.run(batch, lengths);
    if (!outputs) return null;
    const { at, size: O } = this.#config.head;
    return Array.from({ length: count }, (_, b) => {
      if (at === "last") return outputs.slice(b * O, (b + 1) * O);
      const own = new Float32Array(lengths[b] * O);
      for (let t = 0; t < lengths[b]; t++)
        own.set(outputs.subarray((t * B + b) * O, (t * B + b + 1) * O), t * O);
      return own;
    });
  }

  /**
   * What a network that answers once all is read would say if the sequence ended at each step: every beginning of it is a
   * sequence of its own. Of a long one `mostBeginnings` at even distances, the whole among them, and between two of them what was said
   * last.
   *
   * @param input T token ids, or features [T, I]
   * @returns [T, O]
   */
  async predictBeginnings(input: Int32Array | Float32Array): Promise<Float32Array> {
    const { batchSize: B, sequenceLength: T } = this.#shape;
    const { size: O } = this.#config.head;
    const stride = Math.ceil(T / mostBeginnings);
    const first = (T - 1) % stride;
    const count = Math.floor((T - 1 - first) / stride) + 1;
    const lengthOf = (i: number) => first + Math.min(i, count - 1) * stride + 1;
    const answers = new Float32Array(count * O);
    const batch = { input: sideBySide(input, T, B) };
    for (let from = 0; from < count; from += B) {
      const lengths = Int32Array.from({ length: B }, (_, b) => lengthOf(from + b));
      const outputs = await this.run(batch, lengths);
      answers.set(outputs.subarray(0, Math.min(B, count - from) * O), from * O);
    }
    const rowOf = (t: number) => Math.max(0, Math.floor((t - first) / stride));
    return Float32Array.from({ length: T * O }, (_, i) => answers[rowOf(Math.floor(i / O)) * O + (i % O)]);
  }

  /** [T, B, O] or [B, O]; null where it was left because something else waits. */
  async run(
    batch: Pick<Batch, "input">,
    lengths: Int32Array,
    isCalled: () => boolean,
  ): Promise<Float32Array | null>;
  async run(batch: Pick<Batch, "input">, lengths: Int32Array): Promise<Float32Array>;
  async run(
    { input }: Pick<Batch, "input">,
    lengths: Int32Array,
    isCalled?: () => boolean,
  ): Promise<Float32Array | null> {
    const { sequenceLength: T } = this.#shape;
    this.#executable.write(inputTensor(this.#config.input), withoutPadding(input, T, lengths));
    this.#executable.write("lengths", lengths);
    if (!(await this.#executable.begin("forward").goOn(isCalled))) return null;
    const [outputs] = await this.#executable.read(["logits"]);
    return outputs;
  }

  /**
   * The same as `run`, from the states of B sequences in which it ended the last time, or from empty ones. Afterwards all that is asked
   * begins in empty ones again.
   */
  async runOn(
    batch: Pick<Batch, "input">,
    lengths: Int32Array,
    states: PredictorStates | null,
    isCalled: () => boolean,
  ): Promise<{ readonly outputs: Float32Array; readonly states: PredictorStates } | null> {
    const continued = continuedStates(this.#config, this.#shape.batchSize);
    const begin = (values: (i: number) => Float32Array) => {
      for (const [i, state] of continued.entries()) this.#executable.write(state.begin, values(i));
    };
    if (states) begin((i) => states[i]);
    try {
      const outputs = await this.run(batch, lengths, isCalled);
      return outputs && { outputs, states: await this.#executable.read(continued.map(({ end }) => end)) };
    } finally {
      if (states) begin((i) => new Float32Array(elementCount(continued[i].shape)));
    }
  }

  destroy(): void {
    this.#executable.destroy();
  }
}

/** Each state of each layer, [B, H], after the last step of each sequence. */
export type PredictorStates = readonly Float32Array[];

/** The same sequence B times, time-major. */
function sideBySide(input: Int32Array | Float32Array, T: number, B: number): Int32Array | Float32Array {
  const I = input.length / T;
  const all = input instanceof Int32Array ? new Int32Array(B * T * I) : new Float32Array(B * T * I);
  for (let t = 0; t < T; t++)
    for (let b = 0; b < B; b++) for (let i = 0; i < I; i++) all[(t * B + b) * I + i] = input[t * I + i];
  return all;
}
