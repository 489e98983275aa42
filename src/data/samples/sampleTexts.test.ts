import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { languages } from "../../words/language";
import { buildVocabulary, countCharacters } from "../vocabulary";
import { sampleTexts } from "./sampleTexts";

const read = (language: keyof typeof sampleTexts) =>
  readFileSync(`public/${sampleTexts[language].text}`, "utf8");

/** What opens or closes out of turn, as the line it stands in; or is open at the end of a line. */
function unbalanced(text: string, pairs: readonly string[]): string[] {
  const closing = new Map(pairs.map(([open, close]) => [open, close]));
  const closers = new Set(closing.values());
  return text.split("\n").filter((line) => {
    const expected: (string | undefined)[] = [];
    for (const symbol of line) {
      if (closing.has(symbol)) expected.push(closing.get(symbol));
      else if (closers.has(symbol) && expected.pop() !== symbol) return true;
    }
    return expected.length > 0;
  });
}

describe.each(languages)("the sample text in %s", (language) => {
  const text = read(language);

  it("has no tab, no carriage return, no byte order mark and no space at the end of a line", () => {
    expect(text).not.toMatch(/[\t\r\uFEFF\uFFFD]|[ \u3000]$/m);
    expect(text).toMatch(/[^\n]\n$/);
  });

  it("is known to its vocabulary whole", () => {
    expect(buildVocabulary(text).unknownCharacters).toBe(0);
  });
});

describe("the Chinese sample text", () => {
  const text = read("zh");
  const lines = text.split("\n").filter((line) => line !== "");

  it("is large enough to learn from", () => {
    expect(new TextEncoder().encode(text).length).toBeGreaterThan(30_000);
    expect(countCharacters(text)).toBeGreaterThan(20_000);
  });

  it("is written in Chinese characters and full-width signs alone", () => {
    expect(text.match(/[^\p{Script=Han}\n\u3000，。！？：；、…“”「」（）]/gu)).toBeNull();
  });

  it("has few characters, and none of them once", () => {
    const { symbols } = buildVocabulary(text);
    expect(symbols.length).toBeLessThanOrEqual(384);
    expect(symbols.filter((symbol) => text.split(symbol).length - 1 < 2)).toEqual([]);
  });

  it("closes in each line what it opens there, in turn", () => {
    expect(unbalanced(text, ["“”", "「」", "（）"])).toEqual([]);
    for (const open of "“「（") expect(text.split(open).length).toBeGreaterThan(30);
    expect(unbalanced("“「”」\n（\n“「」”（）\n”", ["“”", "「」", "（）"])).toHaveLength(3);
  });

  it("repeats sayings, and no paragraph", () => {
    const long = lines.filter((line) => countCharacters(line) > 36);
    expect(new Set(long).size).toBe(long.length);
  });

  it("has verse in lines of equal length", () => {
    const verses = lines.filter((line) => line.startsWith("\u3000\u3000"));
    expect(verses.length).toBeGreaterThan(60);
    const even = verses.filter((line) =>
      /^\u3000{2}[^，。？！]{5}(?:[^，。？！]{2})?[，。？！]$/u.test(line),
    );
    expect(even.length / verses.length).toBeGreaterThan(0.9);
  });
});
