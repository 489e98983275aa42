import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  buildVocabulary,
  countCharacters,
  countUnknown,
  encode,
  encodeForgiving,
  tableOfSymbols,
} from "./vocabulary";

/** Any code points, those beyond the BMP among them. */
const anyText = fc.string({ unit: "binary" });
/** Few kinds, so that they repeat. */
const dullText = fc.string({
  unit: fc.constantFrom("a", "b", " ", "é", "中", "\uFFFD", "😀", "𝒳"),
  maxLength: 60,
});

describe("buildVocabulary", () => {
  it("has every kind of character once, ordered by code point", () => {
    expect(buildVocabulary("ba😀 é\uFFFEa")).toEqual({
      symbols: [" ", "a", "b", "é", "\uFFFE", "😀"],
      unknownId: null,
      unknownCharacters: 0,
      unknownKinds: 0,
    });
  });

  it("maps the rarest to the unknown symbol, the higher code point first among equals", () => {
    // a 4, b 3, c 2, d 1, e 1: two kinds must go so that four known ones and the unknown fit.
    expect(buildVocabulary("aaaabbbccde", { maxSize: 4 })).toEqual({
      symbols: ["a", "b", "c", "\uFFFD"],
      unknownId: 3,
      unknownCharacters: 2,
      unknownKinds: 2,
    });
    expect(buildVocabulary("fabcdef", { maxSize: 4 }).symbols).toEqual(["a", "b", "f", "\uFFFD"]);
    expect(buildVocabulary("😀😀abc", { maxSize: 3 })).toEqual({
      symbols: ["a", "\uFFFD", "😀"],
      unknownId: 1,
      unknownCharacters: 2,
      unknownKinds: 2,
    });
  });

  it("takes a U+FFFD in the text for the unknown symbol, without counting it as lost", () => {
    expect(buildVocabulary("ab\uFFFD")).toEqual({
      symbols: ["a", "b", "\uFFFD"],
      unknownId: 2,
      unknownCharacters: 0,
      unknownKinds: 0,
    });
    expect(buildVocabulary("aab\uFFFD\uFFFDc", { maxSize: 3 })).toEqual({
      symbols: ["a", "b", "\uFFFD"],
      unknownId: 2,
      unknownCharacters: 1,
      unknownKinds: 1,
    });
  });

  it("counts half a surrogate pair as U+FFFD", () => {
    const text = "a\uD83Db\uDE00";
    const vocabulary = buildVocabulary(text);
    expect(vocabulary.symbols).toEqual(["a", "b", "\uFFFD"]);
    expect([...encode(text, vocabulary)]).toEqual([0, 2, 1, 2]);
  });

  it("keeps its limits and its counts for any text", () => {
    fc.assert(
      fc.property(dullText, fc.integer({ min: 2, max: 6 }), (text, maxSize) => {
        const vocabulary = buildVocabulary(text, { maxSize });
        expect(vocabulary.symbols.length).toBeLessThanOrEqual(maxSize);
        expect(vocabulary.unknownCharacters).toBe(countUnknown(text, vocabulary));
        expect(tableOfSymbols(vocabulary.symbols).unknownId).toBe(vocabulary.unknownId);
        const kinds = new Set(text);
        const missing = [...kinds].filter((symbol) => !vocabulary.symbols.includes(symbol));
        expect(vocabulary.unknownKinds).toBe(missing.length);
      }),
    );
  });
});

describe("encode", () => {
  it("round-trips any text within the limit", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const vocabulary = buildVocabulary(text, { maxSize: 1000 });
        const tokens = encode(text, vocabulary);
        expect(tokens.length).toBe(countCharacters(text));
        expect(Array.from(tokens, (id) => vocabulary.symbols[id]).join("")).toBe(text);
      }),
    );
  });

  it("gives one token a code point, the unknown one where it must", () => {
    fc.assert(
      fc.property(dullText, fc.integer({ min: 2, max: 6 }), (text, maxSize) => {
        const { symbols, unknownId } = buildVocabulary(text, { maxSize });
        const expected = [...text].map((symbol) =>
          symbols.includes(symbol) ? symbols.indexOf(symbol) : unknownId,
        );
        expect([...encode(text, { symbols, unknownId })]).toEqual(expected);
      }),
    );
  });

  it("refuses characters that the vocabulary has no place for", () => {
    expect(() => encode("abc", tableOfSymbols(["a"]))).toThrow(
      "2 characters are not in the vocabulary, and it has no unknown symbol.",
    );
  });
});

describe("encodeForgiving", () => {
  const typed = "a😀b";
  it.each([
    ["the unknown symbol", ["a", "\uFFFD"], [0, 1, 1], 2],
    ["a space, without an unknown symbol", [" ", "a"], [1, 0, 0], 2],
    ["token 0, without a space", ["X", "a"], [1, 0, 0], 2],
    ["nothing, when all are known", ["a", "b", "😀"], [0, 2, 1], 0],
  ])("puts %s for what it does not know", (_, symbols, tokens, unknownCharacters) => {
    const result = encodeForgiving(typed, tableOfSymbols(symbols));
    expect([...result.tokens]).toEqual(tokens);
    expect(result.unknownCharacters).toBe(unknownCharacters);
    if (unknownCharacters > 0) expect(result.readAs).toBe(symbols[tokens[1]]);
  });
});
