/** Which sequences train, and which are held out. */
import type { Random } from "../../random";

export interface SequenceSplit {
  readonly train: Int32Array<ArrayBuffer>;
  readonly heldOut: Int32Array<ArrayBuffer>;
}

/**
 * Random and stratified: of every class the same share is held out, rounded, but one at least and never all. A class of a single
 * sequence trains.
 *
 * @param classes [sequences]
 * @param share of each class that is held out, above 0 and below 1
 */
export function splitByClass(classes: Int32Array, share: number, random: Random): SequenceSplit {
  const members = new Map<number, number[]>();
  classes.forEach((label, sequence) => {
    const known = members.get(label);
    if (known) known.push(sequence);
    else members.set(label, [sequence]);
  });
  const train: number[] = [];
  const heldOut: number[] = [];
  for (const [, sequences] of [...members].sort((a, b) => a[0] - b[0])) {
    shuffle(sequences, random);
    const count = sequences.length;
    const out = count === 1 ? 0 : Math.min(count - 1, Math.max(1, Math.round(share * count)));
    heldOut.push(...sequences.slice(0, out));
    train.push(...sequences.slice(out));
  }
  return { train: sorted(train), heldOut: sorted(heldOut) };
}

const sorted = (values: readonly number[]) => Int32Array.from(values).sort();

/** Fisher and Yates'. */
export function shuffle(values: number[], random: Random): void {
  for (let i = values.length - 1; i > 0; i--) {
    const j = random.integer(0, i);
    [values[i], values[j]] = [values[j], values[i]];
  }
}
