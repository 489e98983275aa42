import type { Backend, Executable } from "../backends/backend";
import type { NetworkConfig } from "../model/config";
import { buildPlan } from "../model/network";

/** What the network computed on one sequence; shapes as in the protocol's `Snapshot`. */
export interface Inspection {
  readonly gates: Float32Array<ArrayBuffer>;
  readonly hidden: Float32Array<ArrayBuffer>;
  readonly inputPart: Float32Array<ArrayBuffer>;
  readonly hiddenPart: Float32Array<ArrayBuffer>;
  readonly probabilities: Float32Array<ArrayBuffer>;
}

/** Runs one sequence of a fixed length through the network being trained, on its own weights, and keeps everything. */
export class Inspector {
  readonly length: number;
  readonly #executable: Executable;
  readonly #outputs: number;

  private constructor(executable: Executable, length: number, outputs: number) {
    this.#executable = executable;
    this.length = length;
    this.#outputs = outputs;
  }

  static async create(
    backend: Backend,
    config: NetworkConfig,
    length: number,
    weights: Executable,
  ): Promise<Inspector> {
    const plan = buildPlan(config, { batchSize: 1, sequenceLength: length }, { mode: "inspect" });
    return new Inspector(await backend.load(plan, weights), length, config.head.size);
  }

  /** `tokens` has `length` ids. */
  async inspect(tokens: Int32Array): Promise<Inspection> {
    this.#executable.write("tokens", tokens);
    await this.#executable.run("forward");
    const names = ["gates", "h", "inputPart", "hiddenPart", "logits"];
    const [gates, hidden, inputPart, hiddenPart, logits] = await this.#executable.read(names);
    return { gates, hidden, inputPart, hiddenPart, probabilities: softmaxRows(logits, this.#outputs) };
  }

  destroy(): void {
    this.#executable.destroy();
  }
}

/** The softmax of every row of `size` logits. */
export function softmaxRows(logits: Float32Array, size: number): Float32Array<ArrayBuffer> {
  const out = new Float32Array(logits.length);
  for (let start = 0; start < logits.length; start += size) {
    const row = logits.subarray(start, start + size);
    const largest = row.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
    const exponentials = Array.from(row, (value) => Math.exp(value - largest));
    const sum = exponentials.reduce((a, b) => a + b, 0);
    exponentials.forEach((value, i) => {
      out[start + i] = value / sum;
    });
  }
  return out;
}
