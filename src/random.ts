/** Seeded random numbers: everything random in the engine is drawn from one of these, passed in. */
import { uniformFloat64 } from "pure-rand/distribution/uniformFloat64";
import { uniformInt } from "pure-rand/distribution/uniformInt";
import { xoroshiro128plus, xoroshiro128plusFromState } from "pure-rand/generator/xoroshiro128plus";

export class Random {
  readonly #generator: ReturnType<typeof xoroshiro128plus>;

  private constructor(generator: ReturnType<typeof xoroshiro128plus>) {
    this.#generator = generator;
  }

  /** Small seeds begin with nearly the same number, the highest: where a single draw matters, the seed is to be `mix`ed. */
  static fromSeed(seed: number): Random {
    return new Random(xoroshiro128plus(seed));
  }

  /** Goes on exactly where the generator with this state stood. */
  static fromState(state: readonly number[]): Random {
    return new Random(xoroshiro128plusFromState(state));
  }

  state(): readonly number[] {
    return this.#generator.getState();
  }

  /** Uniform in [0, 1). */
  uniform(): number {
    return uniformFloat64(this.#generator);
  }

  /** A uniform integer from `low` to `high`, both included. Throws `RangeError` where there is none. */
  integer(low: number, high: number): number {
    if (!(low <= high)) throw new RangeError(`There is no integer from ${low} to ${high}.`);
    return uniformInt(this.#generator, low, high);
  }

  /** Standard normal, by Box and Muller's transform. */
  normal(): number {
    const radius = Math.sqrt(-2 * Math.log(1 - this.uniform()));
    return radius * Math.cos(2 * Math.PI * this.uniform());
  }
}
