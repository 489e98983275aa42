import fc from "fast-check";
import { expect, it } from "vitest";
import { symbolEntropies } from "./language";

it("estimates frequencies from the training part alone, by hand", () => {
  // a b a b | a a, of V = 2: p(a) = p(b) = 3/6.
  const { unigramBits, bigramBits, mostFrequent } = symbolEntropies(Int32Array.of(0, 1, 0, 1, 0, 0), 4, 2);
  expect(unigramBits).toBeCloseTo(1, 12);
  // Before the end of the training part: ab twice, ba once. p(a | b) = (1 + 5) / (1 + 10), p(a | a) = (0 + 5) / (2 + 10).
  expect(bigramBits).toBeCloseTo(-(Math.log2(6 / 11) + Math.log2(5 / 12)) / 2, 12);
  expect(mostFrequent).toEqual({ id: 0, share: 1 });
});

it("gives symbols that were never seen a small probability", () => {
  const { unigramBits } = symbolEntropies(Int32Array.of(0, 0, 0, 1), 3, 2);
  expect(unigramBits).toBeCloseTo(Math.log2(5), 12);
});

it("hardly costs anything where the next symbol follows from the last", () => {
  const cycle = Int32Array.from({ length: 30_000 }, (_, i) => i % 5);
  const { unigramBits, bigramBits } = symbolEntropies(cycle, 27_000, 5);
  expect(unigramBits).toBeCloseTo(Math.log2(5), 2);
  expect(bigramBits).toBeLessThan(0.01);
});

it("spreads one probability over all symbols", () => {
  // Whatever came before: the bits of each of the V possible symbols say what probability it had.
  const context = fc.array(fc.nat(3), { minLength: 2, maxLength: 30 });
  fc.assert(
    fc.property(context, (tokens) => {
      const after = (next: number) => symbolEntropies(Int32Array.of(...tokens, next), tokens.length, 4);
      const sum = (of: "unigramBits" | "bigramBits") =>
        [0, 1, 2, 3].reduce((all, next) => all + 2 ** -after(next)[of], 0);
      expect(sum("unigramBits")).toBeCloseTo(1, 10);
      expect(sum("bigramBits")).toBeCloseTo(1, 10);
    }),
  );
});
