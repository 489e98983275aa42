import { mix } from "../../mix";
import { Random } from "../../random";

/**
 * The generator of one example. All of its state is hashed: from seeds that differ by one, a generator that is only seeded
 * begins with numbers that are much alike.
 */
export function exampleRandom(seed: number, index: number): Random {
  return Random.fromState([0, 1, 2, 3].map((part) => mix(seed, index, part)));
}
