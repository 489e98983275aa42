import fc from "fast-check";
import { expect, it } from "vitest";
import { tableOfSymbols } from "../vocabulary";
import { symbolEntropies } from "./language";

const table = (V: number) =>
  tableOfSymbols(Array.from({ length: V }, (_, id) => String.fromCharCode(97 + id)));

it("estimates frequencies from the training part alone, by hand", () => {
  // a b a b | a a, of V = 2: p(a) = p(b) = 3/6.
  const { unigramBits, bigramBits, mostFrequent } = symbolEntropies(
    Int32Array.of(0, 1, 0, 1, 0, 0),
    4,
    table(2),
  );
  expect(unigramBits).toBeCloseTo(1, 12);
  // Before the end of the training part: ab twice, ba once. p(a | b) = (1 + 5) / (1 + 10), p(a | a) = (0 + 5) / (2 + 10).
  expect(bigramBits).toBeCloseTo(-(Math.log2(6 / 11) + Math.log2(5 / 12)) / 2, 12);
  expect(mostFrequent).toEqual({ id: 0, share: 1 });
});

it("gives symbols that were never seen a small probability", () => {
  const { unigramBits } = symbolEntropies(Int32Array.of(0, 0, 0, 1), 3, table(2));
  expect(unigramBits).toBeCloseTo(Math.log2(5), 12);
});

it("hardly costs anything where the next symbol follows from the last", () => {
  const cycle = Int32Array.from({ length: 30_000 }, (_, i) => i % 5);
  const { unigramBits, bigramBits } = symbolEntropies(cycle, 27_000, table(5));
  expect(unigramBits).toBeCloseTo(Math.log2(5), 2);
  expect(bigramBits).toBeLessThan(0.01);
});

it("spreads one probability over all symbols", () => {
  // Whatever came before: the bits of each of the V possible symbols say what probability it had.
  const context = fc.array(fc.nat(3), { minLength: 2, maxLength: 30 });
  fc.assert(
    fc.property(context, (tokens) => {
      const after = (next: number) =>
        symbolEntropies(Int32Array.of(...tokens, next), tokens.length, table(4));
      const sum = (of: "unigramBits" | "bigramBits") =>
        [0, 1, 2, 3].reduce((all, next) => all + 2 ** -after(next)[of], 0);
      expect(sum("unigramBits")).toBeCloseTo(1, 10);
      expect(sum("bigramBits")).toBeCloseTo(1, 10);
    }),
  );
});

it("measures what follows the places of pieces, with frequencies of all that trains", () => {
  // a b a b | a a b a, of which the second and the last are measured.
  const tokens = Int32Array.of(0, 1, 0, 1, 0, 0, 1, 0);
  const found = symbolEntropies(tokens, 4, table(2), [
    { start: 4, end: 5 },
    { start: 6, end: 7 },
  ]);
  // p(a | a) = (0 + 5) / (2 + 10), p(a | b) = (1 + 5) / (1 + 10).
  expect(found.bigramBits).toBeCloseTo(-(Math.log2(5 / 12) + Math.log2(6 / 11)) / 2, 12);
  expect(found.mostFrequent).toEqual({ id: 0, share: 1 });
  expect(Array.from(found.unigramOfEach)).toEqual([Number.NaN, 1, Number.NaN, 1]);
});

it("measures known symbols alone, and says how many are unknown", () => {
  // a ? a b | ? a b ?, of which ? is unknown: three known ones train, p(a) = 3/5, p(b) = 2/5.
  const [unknownId, a, b] = [0, 1, 2];
  const tokens = Int32Array.of(a, unknownId, a, b, unknownId, a, b, unknownId);
  const found = symbolEntropies(tokens, 4, { symbols: ["�", "a", "b"], unknownId });
  expect(found.unknownShare).toBe(0.5);
  expect(found.unigramBits).toBeCloseTo(-(Math.log2(3 / 5) + Math.log2(2 / 5)) / 2, 12);
  // ?a once, ab once: p(a | ?) = (1 + 6) / (1 + 10), p(b | a) = (1 + 4) / (1 + 10), for a? teaches nothing.
  expect(found.bigramBits).toBeCloseTo(-(Math.log2(7 / 11) + Math.log2(5 / 11)) / 2, 12);
  expect(found.mostFrequent).toEqual({ id: a, share: 0.5 });
  // As many as there are, they change nothing else.
  const more = symbolEntropies(Int32Array.of(...tokens, unknownId, unknownId), 4, {
    symbols: ["�", "a", "b"],
    unknownId,
  });
  const { unigramOfEach, bigramOfEach, ...means } = more;
  expect({ ...found, ...means }).toEqual({ ...found, unknownShare: 4 / 6 });
  // Of each held-out symbol, which the means are of.
  for (const [each, mean] of [
    [unigramOfEach, found.unigramBits],
    [bigramOfEach, found.bigramBits],
  ] as const) {
    expect(Array.from(each, Number.isNaN)).toEqual([true, false, false, true, true, true]);
    expect((each[1] + each[2]) / 2).toBeCloseTo(mean, 6);
  }
});
