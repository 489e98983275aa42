import type { Backend, Executable } from "../backends/backend";
import type { NetworkConfig } from "../model/config";
import { buildPlan } from "../model/network";

export interface Reading {
  /** [V]: the scores of the next symbol. */
  readonly logits: Float32Array<ArrayBuffer>;
  /** [H]: the state after the symbol just read. */
  readonly hidden: Float32Array<ArrayBuffer>;
}

/** Reads one symbol at a time and carries the state on: generation with the weights being trained. */
export class Generator {
  readonly #executable: Executable;
  readonly #hiddenSize: number;

  private constructor(executable: Executable, hiddenSize: number) {
    this.#executable = executable;
    this.#hiddenSize = hiddenSize;
  }

  static async create(backend: Backend, config: NetworkConfig, weights: Executable): Promise<Generator> {
    const plan = buildPlan(config, { batchSize: 1, sequenceLength: 1 }, { mode: "predict" });
    return new Generator(await backend.load(plan, weights), config.hiddenSize);
  }

  /** Forgets everything: the next symbol is the first. */
  restart(): void {
    this.#executable.write("h", new Float32Array(this.#hiddenSize));
  }

  /** What it remembers of the symbols read so far, for another generator of the same network. */
  async state(): Promise<readonly Float32Array[]> {
    const [states] = await this.#executable.read(["h"]);
    return [states.subarray(0, this.#hiddenSize)];
  }

  restore([hidden]: readonly Float32Array[]): void {
    this.#executable.write("h", hidden);
  }

  async feed(token: number): Promise<Reading> {
    this.#executable.write("tokens", Int32Array.of(token));
    await this.#executable.run("forward");
    const [logits, states] = await this.#executable.read(["logits", "h"]);
    const hidden = states.slice(this.#hiddenSize);
    this.#executable.write("h", hidden);
    return { logits, hidden };
  }

  destroy(): void {
    this.#executable.destroy();
  }
}
