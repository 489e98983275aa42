import type { Example, Examples } from "../../data/examples";
import { heldOutIndices } from "./heldOutIndices";
import type { Run } from "./run";

export interface HeldOutAnswer {
  readonly index: number;
  readonly answer: Example["answer"];
  /** The head's outputs: [O], or [T, O] where there is an answer at every step. */
  readonly outputs: Float32Array;
}

/**
 * Asks the network for its answers to what is held out, bit by bit, so that nobody has to wait for it; in an order in which
 * those that have come so far are always spread over all of it.
 */
export class HeldOutReading {
  readonly #run: Run;
  readonly #examples: Examples;
  readonly #indices: Int32Array;
  readonly #answers: HeldOutAnswer[] = [];

  /** @param most how many examples, at most; left out: all */
  constructor(run: Run, examples: Examples, most?: number) {
    this.#run = run;
    this.#examples = examples;
    this.#indices = heldOutIndices(examples, most);
  }

  get done(): boolean {
    return this.#answers.length === this.#indices.length;
  }

  get isEmpty(): boolean {
    return this.#answers.length === 0;
  }

  /** Those that have come so far, by index. */
  answers(): readonly HeldOutAnswer[] {
    return [...this.#answers].sort((a, b) => a.index - b.index);
  }

  /** Goes on for about `milliseconds`, for one batch at least; a batch that takes longer is left when something else waits. */
  async read(milliseconds: number, isCalled: () => boolean): Promise<void> {
    const endMs = performance.now() + milliseconds;
    const predictor = await this.#run.predictor();
    do {
      const from = this.#answers.length;
      const indices = this.#indices.subarray(from, from + this.#run.batchSize);
      const outputs = await predictor.predict(this.#examples, indices, isCalled);
      if (!outputs) return;
      for (const [b, index] of indices.entries())
        this.#answers.push({ index, answer: this.#examples.example(index).answer, outputs: outputs[b] });
    } while (!this.done && performance.now() < endMs);
  }
}
