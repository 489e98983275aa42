/** Damaged files, for tests: the same ones for the same number. */
import { Random } from "../random";

/** Bytes that often lie at limits. */
const telling = [0, 1, 0x7f, 0x80, 0xff];

/** Some bytes changed, a stretch repeated, cleared or taken out, or the end cut off. */
export function mutated(bytes: Uint8Array, number: number): Uint8Array {
  const random = Random.fromSeed(number);
  const place = () => random.integer(0, bytes.length - 1);
  switch (random.integer(0, 4)) {
    case 0:
      return bytes.slice(0, place());
    case 1: {
      const [from, to] = [place(), place()].sort((a, b) => a - b);
      return joined(bytes.subarray(0, from), bytes.subarray(to));
    }
    case 2: {
      const from = place();
      const stretch = bytes.subarray(from, from + random.integer(1, 64));
      return joined(bytes.subarray(0, from), stretch, bytes.subarray(from));
    }
    case 3: {
      const changed = bytes.slice();
      const from = place();
      return changed.fill(random.integer(0, 255), from, from + random.integer(1, 32));
    }
    default: {
      const changed = bytes.slice();
      // What says how the rest is read stands at the beginning, more often than not.
      const most = random.integer(0, 1) === 0 ? Math.min(2000, bytes.length) : bytes.length;
      for (let i = random.integer(1, 8); i > 0; i--)
        changed[random.integer(0, most - 1)] =
          random.integer(0, 1) === 0 ? telling[random.integer(0, 4)] : random.integer(0, 255);
      return changed;
    }
  }
}

function joined(...parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
