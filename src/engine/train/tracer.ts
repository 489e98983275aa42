/** Which inputs and states one output depends on: its gradient with respect to all of them, for saliency and gradient flow. */
import type { Backend, Executable } from "../backends/backend";
import { type Direction, directions, inputSize, inputTensor, type NetworkConfig } from "../model/config";
import { buildPlan } from "../model/network";

export interface Trace {
  /** [T, I]: ∂ output / ∂ x[s], with x the embedded, one-hot or given input vectors. */
  readonly inputs: Float32Array<ArrayBuffer>;
  readonly inputSize: number;
  readonly states: readonly TracedStates[];
}

/** Of one layer in one direction. */
export interface TracedStates extends Pick<Direction, "layer" | "reverse" | "hiddenSize"> {
  /** [T, H]: ∂ output / ∂ h[s], h[s] the state after step s. */
  readonly gradient: Float32Array<ArrayBuffer>;
  /** [T, H]: h[s]. */
  readonly state: Float32Array<ArrayBuffer>;
}

export class Tracer {
  readonly length: number;
  readonly #executable: Executable;
  readonly #config: NetworkConfig;

  private constructor(executable: Executable, config: NetworkConfig, length: number) {
    this.#executable = executable;
    this.#config = config;
    this.length = length;
  }

  static async create(
    backend: Backend,
    config: NetworkConfig,
    length: number,
    weights: Executable,
  ): Promise<Tracer> {
    const plan = buildPlan(config, { batchSize: 1, sequenceLength: length }, { mode: "trace" });
    return new Tracer(await backend.load(plan, weights), config, length);
  }

  /**
   * The gradient of one output before softmax or sigmoid, of output number `output` at time step `step` (without effect
   * where the head is at the last step only). `input`: `length` token ids, or features [length, I].
   */
  async trace(input: Int32Array | Float32Array, output: number, step: number): Promise<Trace> {
    const { head } = this.#config;
    const rows = head.at === "last" ? 1 : this.length;
    const row = head.at === "last" ? 0 : step;
    if (!(row >= 0 && row < rows) || !(output >= 0 && output < head.size))
      throw new RangeError(`There is no output ${output} at time step ${step}.`);
    const dLogits = new Float32Array(rows * head.size);
    dLogits[row * head.size + output] = 1;
    this.#executable.write(inputTensor(this.#config.input), input);
    this.#executable.write("dLogits", dLogits);
    await this.#executable.run("forward");
    await this.#executable.run("backward");
    const all = directions(this.#config);
    const [inputs, ...read] = await this.#executable.read([
      "gradient/x",
      ...all.map(({ suffix }) => `dH${suffix}`),
      ...all.map(({ suffix }) => `hOut${suffix}`),
    ]);
    return {
      inputs,
      inputSize: inputSize(this.#config.input),
      states: all.map(({ layer, reverse, hiddenSize }, i) => ({
        layer,
        reverse,
        hiddenSize,
        gradient: read[i],
        state: read[all.length + i],
      })),
    };
  }

  destroy(): void {
    this.#executable.destroy();
  }
}
