import type { Example, Examples } from "../../data/examples";
import { mix } from "../../mix";
import { Random } from "../../random";
import type { Run } from "./run";

export interface HeldOutAnswer {
  readonly index: number;
  readonly example: Example;
  /** The head's outputs: [O], or [T, O] where there is an answer at every step. */
  readonly outputs: Float32Array;
}

/** Numbers of all answers together: 64 MB. */
const mostNumbers = 16e6;

/**
 * Asks the network for its answers to what is held out, bit by bit, so that nobody has to wait for it; in an order in which
 * those that have come so far are always spread over all of it.
 */
export class HeldOutReading {
  readonly #run: Run;
  readonly #examples: Examples;
  readonly #indices: Int32Array;
  readonly #answers: HeldOutAnswer[] = [];

  /** @param most how many examples, at most */
  constructor(run: Run, examples: Examples, most: number) {
    this.#run = run;
    this.#examples = examples;
    const { answer, longest, heldOut, train } = examples;
    const outputs = answer.kind === "class" ? answer.labels.length : answer.outputs.length;
    const numbers = outputs * (answer.at === "every" ? longest : 1);
    const count = Math.max(1, Math.min(heldOut, most, Math.floor(mostNumbers / numbers)));
    this.#indices = spread(heldOut, count).map((i) => train + i);
  }

  get done(): boolean {
    return this.#answers.length === this.#indices.length;
  }

  /** Those that have come so far, by index. */
  answers(): readonly HeldOutAnswer[] {
    return [...this.#answers].sort((a, b) => a.index - b.index);
  }

  /** Goes on for about `milliseconds`, for one batch at least. */
  async read(milliseconds: number): Promise<void> {
    const endMs = performance.now() + milliseconds;
    const predictor = await this.#run.predictor();
    do {
      const from = this.#answers.length;
      const indices = this.#indices.subarray(from, from + this.#run.batchSize);
      const outputs = await predictor.predict(this.#examples, indices);
      for (const [b, index] of indices.entries())
        this.#answers.push({ index, example: this.#examples.example(index), outputs: outputs[b] });
    } while (!this.done && performance.now() < endMs);
  }
}

/** `part` of 0 to `count` − 1 in random order, always the same. */
function spread(count: number, part: number): Int32Array {
  const random = Random.fromSeed(mix(count));
  const all = Int32Array.from({ length: count }, (_, i) => i);
  for (let i = 0; i < part; i++) {
    const j = random.integer(i, count - 1);
    [all[i], all[j]] = [all[j], all[i]];
  }
  return all.slice(0, part);
}
