import type { Backend, Executable } from "../backends/backend";
import { carriedStates, type NetworkConfig } from "../model/config";
import { buildPlan } from "../model/network";
import { elementCount } from "../plan/plan";

export interface Reading {
  /** [V]: the scores of the next symbol. */
  readonly logits: Float32Array<ArrayBuffer>;
  /** [H]: the last layer's state after the symbol just read. */
  readonly hidden: Float32Array<ArrayBuffer>;
}

/** Reads one symbol at a time and carries the state on: generation with the weights being trained. */
export class Generator {
  readonly #executable: Executable;
  readonly #config: NetworkConfig;

  private constructor(executable: Executable, config: NetworkConfig) {
    this.#executable = executable;
    this.#config = config;
  }

  /** Throws `RangeError` for a bidirectional network, which cannot write what it would have to have read. */
  static async create(backend: Backend, config: NetworkConfig, weights: Executable): Promise<Generator> {
    const shape = { batchSize: 1, sequenceLength: 1 };
    const plan = buildPlan(config, shape, { mode: "predict", stateful: true });
    return new Generator(await backend.load(plan, weights), config);
  }

  /** Forgets everything: the next symbol is the first. */
  restart(): void {
    this.restore(carriedStates(this.#config, 1).map(({ shape }) => new Float32Array(elementCount(shape))));
  }

  /** What it remembers of the symbols read so far, for another generator of the same network: the states of every layer. */
  async state(): Promise<readonly Float32Array[]> {
    return this.#executable.read(this.#carried());
  }

  restore(states: readonly Float32Array[]): void {
    this.#carried().forEach((name, i) => {
      this.#executable.write(name, states[i]);
    });
  }

  async feed(token: number): Promise<Reading> {
    this.#executable.write("tokens", Int32Array.of(token));
    await this.#executable.run("forward");
    const [logits, hidden] = await this.#executable.read([
      "logits",
      `hOut_l${this.#config.hiddenSizes.length - 1}`,
    ]);
    return { logits, hidden };
  }

  #carried(): string[] {
    return carriedStates(this.#config, 1).map(({ name }) => name);
  }

  destroy(): void {
    this.#executable.destroy();
  }
}
