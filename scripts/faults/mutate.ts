/** Files as they come from a bad disk, a broken download, or somebody's ill will. */
import { joined } from "../../src/data/zip/testing";
import type { Random } from "../../src/random";

const extremes = [0, 1, 0x7f, 0x80, 0xff, 0x7fff, 0x8000, 0xffff, 0x7fffffff, 0x80000000, 0xffffffff];
const awkward = [
  '"',
  "'",
  ",",
  ";",
  "\t",
  "\n",
  "\r\n",
  "\0",
  "\ufeff",
  "\ufffd",
  "\ud800",
  "é",
  "1e999",
  "-0",
  "NaN",
];

type Mutation = (bytes: Uint8Array, random: Random) => Uint8Array;

const place = (bytes: Uint8Array, random: Random) => random.integer(0, Math.max(0, bytes.length - 1));
/** Most are short. */
const length = (bytes: Uint8Array, random: Random) =>
  Math.min(bytes.length, Math.floor(bytes.length ** random.uniform()));

/** At the place, so many bytes give way to these. */
const replaced = (bytes: Uint8Array, at: number, count: number, by: Uint8Array) =>
  joined([bytes.subarray(0, at), by, bytes.subarray(at + count)]);

/** A number of a header, whose place may be any: half of them near the beginning, where headers are, or the end. */
function withNumber(bytes: Uint8Array, random: Random): Uint8Array {
  const size = [1, 2, 4][random.integer(0, 2)];
  const near = random.integer(0, Math.min(64, Math.max(0, bytes.length - size)));
  const from = [near, bytes.length - size - near, place(bytes, random)][random.integer(0, 2)];
  const at = Math.max(0, from);
  const value =
    random.uniform() < 0.7
      ? extremes[random.integer(0, extremes.length - 1)]
      : random.integer(0, 2 ** 31 - 1);
  const number = new Uint8Array(4);
  new DataView(number.buffer).setUint32(0, value >>> 0, random.uniform() < 0.7);
  return replaced(bytes, at, size, number.subarray(0, size));
}

const mutations: readonly Mutation[] = [
  (bytes, random) => {
    if (bytes.length === 0) return bytes;
    const flipped = bytes.slice();
    flipped[place(bytes, random)] ^= 1 << random.integer(0, 7);
    return flipped;
  },
  withNumber,
  withNumber,
  // Cut off, at its end or at its beginning.
  (bytes, random) => bytes.subarray(0, place(bytes, random)),
  (bytes, random) => (random.uniform() < 0.3 ? bytes.subarray(place(bytes, random)) : bytes),
  // A block that is missing, there twice, somewhere else, or of other bytes.
  (bytes, random) => replaced(bytes, place(bytes, random), length(bytes, random), new Uint8Array()),
  (bytes, random) => {
    const at = place(bytes, random);
    return replaced(bytes, at, 0, bytes.slice(at, at + length(bytes, random)));
  },
  (bytes, random) => {
    const at = place(bytes, random);
    return replaced(bytes, place(bytes, random), 0, bytes.slice(at, at + length(bytes, random)));
  },
  (bytes, random) => {
    const noise = Uint8Array.from({ length: random.integer(1, 64) }, () => random.integer(0, 255));
    return replaced(bytes, place(bytes, random), random.integer(0, 64), noise);
  },
  // What means something to readers of texts, once or very often.
  (bytes, random) => {
    const word = new TextEncoder().encode(awkward[random.integer(0, awkward.length - 1)]);
    const times = random.uniform() < 0.9 ? 1 : random.integer(2, 5000);
    return replaced(bytes, place(bytes, random), random.integer(0, 2), joined(Array(times).fill(word)));
  },
];

/** One to four things happen to it. */
export function mutated(bytes: Uint8Array, random: Random): Uint8Array<ArrayBuffer> {
  let changed = bytes;
  for (let i = random.integer(1, 4); i > 0; i--)
    changed = mutations[random.integer(0, mutations.length - 1)](changed, random);
  return changed.slice();
}
