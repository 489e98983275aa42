import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { unknownSymbol } from "./vocabulary";
import { areWords, buildWordVocabulary, encodeWords, joinWords, words } from "./words";

const wordsOf = (text: string) => [...words(text)];

describe("words", () => {
  it("are words, numbers, marks and line breaks, without spaces", () => {
    expect(wordsOf("Don't stop -- he’s well-known, isn't he?\n\n  Pi is 3.14; 1,000 more...")).toEqual([
      ..."Don't stop -- he’s well-known , isn't he ?".split(" "),
      "\n",
      "\n",
      ..."Pi is 3.14 ; 1,000 more ...".split(" "),
    ]);
    expect(wordsOf("“Größe” naïve_1 😀😀 x=y")).toEqual([
      "“",
      "Größe",
      "”",
      "naïve_1",
      "😀😀",
      "x",
      "=",
      "y",
    ]);
    expect(wordsOf("e.g. 3. Ende, a1.5,b")).toEqual([
      "e",
      ".",
      "g",
      ".",
      "3",
      ".",
      "Ende",
      ",",
      "a1.5",
      ",",
      "b",
    ]);
    expect(wordsOf(" \t ")).toEqual([]);
  });

  it("divides scripts without spaces, and loses nothing of them", () => {
    const text = "我们今天去学校。Hello世界";
    expect(wordsOf(text).join("")).toBe(text);
    expect(wordsOf(text)).toContain("。");
    expect(wordsOf("ภาษาไทยง่ายมาก").join("")).toBe("ภาษาไทยง่ายมาก");
  });

  it("takes half a surrogate pair for the unknown symbol", () => {
    expect(wordsOf("a \uD83D b")).toEqual(["a", "\uFFFD", "b"]);
  });

  it("keeps every character but spaces, of any text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(wordsOf(text).join("")).toBe(text.replace(/[^\S\n]/gu, ""));
      }),
    );
  });

  it("takes a time that grows with the length alone", () => {
    const long = "It was the best of times, it was the worst of times.\n".repeat(20_000);
    expect(encodeWords(long, buildWordVocabulary(long)).tokens.length).toBe(15 * 20_000);
  });
});

describe("buildWordVocabulary", () => {
  it("has the most frequent first, and of equals the one that sorts first", () => {
    expect(buildWordVocabulary("b a c a, b a")).toEqual({
      symbols: ["a", "b", ",", "c"],
      unknownId: null,
      unknownCharacters: 0,
      unknownKinds: 0,
    });
  });

  it("makes the rarest unknown where there is no room, or where they are too rare", () => {
    const expected = { symbols: ["a", "b", "\uFFFD"], unknownId: 2, unknownCharacters: 2, unknownKinds: 2 };
    expect(buildWordVocabulary("b a c a, b a", { maxSize: 3 })).toEqual(expected);
    expect(buildWordVocabulary("b a c a, b a", { minCount: 2 })).toEqual(expected);
    expect(buildWordVocabulary("a a \uFFFD b", { maxSize: 2 })).toEqual({
      symbols: ["a", "\uFFFD"],
      unknownId: 1,
      unknownCharacters: 1,
      unknownKinds: 1,
    });
    expect(buildWordVocabulary("a \uFFFD")).toMatchObject({ symbols: ["a", "\uFFFD"], unknownCharacters: 0 });
  });

  it("keeps its limits and its counts for any text", () => {
    const text = fc
      .array(fc.constantFrom("a", "bee", "Sea", "\n", ",", "\uFFFD", "don't"), { maxLength: 40 })
      .map((tokens) => tokens.join(" "));
    const options = fc.record({
      maxSize: fc.integer({ min: 2, max: 6 }),
      minCount: fc.integer({ min: 1, max: 3 }),
    });
    fc.assert(
      fc.property(text, options, (given, { maxSize, minCount }) => {
        const vocabulary = buildWordVocabulary(given, { maxSize, minCount });
        const { symbols, unknownId, unknownKinds } = vocabulary;
        expect(symbols.length).toBeLessThanOrEqual(maxSize);
        expect(new Set(symbols).size).toBe(symbols.length);
        const { tokens, unknownCharacters } = encodeWords(given, vocabulary);
        const all = wordsOf(given);
        const isKnown = (token: string) => symbols.includes(token);
        expect([...tokens]).toEqual(
          all.map((token) => (isKnown(token) ? symbols.indexOf(token) : unknownId)),
        );
        expect(vocabulary.unknownCharacters).toBe(unknownCharacters);
        expect(unknownKinds).toBe(new Set(all.filter((token) => !isKnown(token))).size);
      }),
    );
  });
});

describe("encodeWords", () => {
  it.each([
    [["a", "\uFFFD"], [0, 1, 0], "\uFFFD"],
    [["a", "\n"], [0, 1, 0], "\n"],
    [["b", "a"], [1, 0, 1], "b"],
  ])("reads what %j do not have as another symbol", (symbols, tokens, readAs) => {
    const unknownId = symbols.includes("\uFFFD") ? symbols.indexOf("\uFFFD") : null;
    const encoded = encodeWords("a new a", { symbols, unknownId });
    expect([...encoded.tokens]).toEqual(tokens);
    expect(encoded).toMatchObject({ unknownCharacters: 1, readAs });
  });
});

describe("joinWords", () => {
  it.each([
    "He said, \"Go (now)!\" and left; 50% were 'fine'.",
    "First line.\nSecond -- line…\n\n“Third”, they said: «oui» #tag",
    "我们去学校。好",
    'An open "quote\nis forgotten "here" now',
  ])("writes %j as it was", (text) => {
    expect(joinWords(words(text))).toBe(text);
  });

  it("writes what is read as the same tokens", () => {
    const token = fc.constantFrom(
      "a",
      "Bee",
      "don't",
      "3.5",
      ",",
      "!",
      "--",
      "(",
      ")",
      "“",
      "”",
      "\n",
      '"',
      "é",
    );
    fc.assert(
      fc.property(fc.array(token, { maxLength: 30 }), (tokens) => {
        // Marks of the same kind side by side become one token, and so do not count here.
        fc.pre(tokens.every((one, i) => one !== tokens[i - 1] || /[\p{L}\n]/u.test(one)));
        expect(wordsOf(joinWords(tokens))).toEqual(tokens);
      }),
    );
  });
});

describe("areWords", () => {
  it("tells words from characters", () => {
    expect(areWords(["a", "😀", "\n"])).toBe(false);
    expect(areWords(["a", "the"])).toBe(true);
  });
});

it("takes words from the part that trains alone, and counts the others of the whole text", () => {
  const text = "one two two three one four five five";
  const heldOut = (words: number) => words - 5;
  const vocabulary = buildWordVocabulary(text, { heldOut });
  const { symbols, unknownId, unknownCharacters, unknownKinds, unseen } = vocabulary;
  expect(symbols).toEqual(["one", "two", "three", unknownSymbol]);
  expect([unknownId, unknownCharacters, unknownKinds]).toEqual([3, 3, 2]);
  expect(unseen).toEqual({ characters: 3, kinds: 2 });
  // With room for three, the rarest gives its place to the unknown symbol.
  expect(buildWordVocabulary(text, { heldOut, maxSize: 3 })).toMatchObject({
    symbols: ["one", "two", unknownSymbol],
    unknownCharacters: 4,
    unknownKinds: 3,
    unseen: { characters: 3, kinds: 2 },
  });
  expect(buildWordVocabulary("a b a", { heldOut: () => 1 }).unknownId).toBeNull();
});
