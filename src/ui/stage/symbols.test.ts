import { describe, expect, it } from "vitest";
import { isWide } from "../../data/isWide";
import { englishWords } from "../../words/english";
import { fromProbeDraft, toProbeDraft } from "./probe/probeDraft";
import { symbolGlyph, symbolLabel, symbolName } from "./symbols";

describe("symbols", () => {
  it.each([
    ["a", "a", "a"],
    ["\u3164", "▯", "U+3164"],
    ["春", "春", "春"],
    [" ", "␣", "space"],
    ["\n", "↵", "new line"],
    ["\t", "⇥", "tab"],
    ["\u2009", "␣", "thin space"],
    ["\u200b", "▯", "zero-width space"],
    ["\u200d", "▯", "zero-width joiner"],
    ["\ufe0f", "▯", "emoji variation selector"],
    ["\u2060", "▯", "word joiner"],
    ["\u2067", "▯", "right-to-left isolate"],
    ["\u034f", "▯", "combining grapheme joiner"],
    ["\u0301", "◌\u0301", "U+0301"],
    ["\ufffd", "\ufffd", "\ufffd"],
    ["😀", "😀", "😀"],
    ["", "", ""],
  ])("draws %j as %j and calls it %j", (symbol, glyph, name) => {
    expect([symbolGlyph(symbol), symbolName(englishWords, symbol)]).toEqual([glyph, name]);
  });

  it.each([
    ["a", "a"],
    [" ", "␣"],
    ["\u00a0", "␣ U+00A0"],
    ["\u2009", "␣ U+2009"],
    ["\u200d", "▯ U+200D"],
    ["\u0301", "◌\u0301 U+0301"],
    ["\u064b", "◌\u064b U+064B"],
    ["\ufe0f", "▯ U+FE0F"],
    ["é", "é"],
  ])("lists %j as %j", (symbol, label) => {
    expect(symbolLabel(symbol)).toBe(label);
  });

  it("knows which are as wide as they are tall", () => {
    expect(["a", "ß", "5", " ", "春", "。", "か", "한", "😀"].filter(isWide)).toEqual([
      "春",
      "。",
      "か",
      "한",
      "😀",
    ]);
  });
});

describe("probe draft", () => {
  it("shows line breaks and tabs, and gives them back", () => {
    expect(toProbeDraft("a\r\nb\tc\n")).toBe("a↵b⇥c↵");
    expect(fromProbeDraft(toProbeDraft("a\nb\tc\n"))).toBe("a\nb\tc\n");
  });

  it("ends at 128 characters, however many bytes they take", () => {
    expect(Array.from(toProbeDraft("😀".repeat(131)))).toHaveLength(128);
  });
});

it.each(["toString", "valueOf", "constructor", "__proto__", "hasOwnProperty"])(
  "takes a word that objects have as a name for what it is: %s",
  (word) => {
    expect([symbolGlyph(word), symbolName(englishWords, word)]).toEqual([word, word]);
  },
);
