import type { Examples } from "../examples";
import type { InputGroup } from "./inputGroups";

/**
 * The same examples, of which one input is another example's: all of its steps together, so that it goes on over time as it does. Of
 * sequences that differ in length the ends meet, and a shorter one begins again at its end.
 *
 * @param donorOf the example whose input it is
 */
export function permuted(
  examples: Examples,
  { first, width }: InputGroup,
  donorOf: (index: number) => number,
): Examples {
  if (examples.input.kind !== "features") throw new Error("Only features can be exchanged.");
  const I = examples.input.features.length;
  return {
    ...examples,
    example: (index) => {
      const example = examples.example(index);
      const donor = examples.example(donorOf(index));
      const input = Float32Array.from(example.input);
      for (let back = 1; back <= example.steps; back++) {
        const from = donor.steps - 1 - ((back - 1) % donor.steps);
        const at = (example.steps - back) * I + first;
        for (let k = 0; k < width; k++) input[at + k] = donor.input[from * I + first + k];
      }
      return { ...example, input };
    },
  };
}

/** Who gives to whom: 0 to `count` − 1 in random order (Fisher and Yates). @param draw a whole number from low to high */
export function permutation(count: number, draw: (low: number, high: number) => number): Int32Array {
  const all = Int32Array.from({ length: count }, (_, i) => i);
  for (let i = count - 1; i > 0; i--) {
    const j = draw(0, i);
    [all[i], all[j]] = [all[j], all[i]];
  }
  return all;
}
