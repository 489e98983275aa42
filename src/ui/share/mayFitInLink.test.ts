import { expect, it } from "vitest";
import { toHalf } from "../../exchange/safetensors/half";
import { mostWeightBytes } from "../../kept/linkForm";
import { packedBytes } from "../../kept/writeLink";
import { halfSize, mayFitInLink } from "./mayFitInLink";

/** Uniform, as fresh weights are: no weights have less in them. */
function halves(count: number): Uint8Array {
  let state = 1;
  const one = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return toHalf((state / 2 ** 32 - 0.5) / 4);
  };
  return new Uint8Array(Uint16Array.from({ length: count }, one).buffer);
}

it("says before they are taken only of those that do not fit that they do not", () => {
  const most = Array.from({ length: 40_000 }, (_, count) => count).findLast(mayFitInLink) ?? 0;
  expect(most).toBeGreaterThan(mostWeightBytes / halfSize(1));
  expect(most).toBeLessThan(20_000);
  expect(packedBytes(halves(most + 1))).toBeGreaterThan(mostWeightBytes);
  const fits = 15_500;
  expect(packedBytes(halves(fits))).toBeLessThanOrEqual(mostWeightBytes);
  expect(mayFitInLink(fits)).toBe(true);
});
