import { describe, expect, it } from "vitest";
import { graphemesOf, shapedText } from "./graphemes";
import { readingDirection } from "./readingDirection";

const family = "\u{1f468}\u200d\u{1f469}\u200d\u{1f467}";
const parts = (text: string) => graphemesOf(Array.from(text)).map((one) => one.text);

describe("graphemesOf", () => {
  it("keeps marks with their letter and joined emoji as one, and knows their steps", () => {
    expect(graphemesOf(Array.from(`ae\u0301b${family}c`))).toEqual([
      { first: 0, count: 1, text: "a" },
      { first: 1, count: 2, text: "e\u0301" },
      { first: 3, count: 1, text: "b" },
      { first: 4, count: 5, text: family },
      { first: 9, count: 1, text: "c" },
    ]);
    expect(parts("שָׁלוֹם")).toEqual(["שָׁ", "ל", "וֹ", "ם"]);
    expect(parts("\u{1f1e9}\u{1f1ea}\u{1f44d}\u{1f3fd}")).toEqual([
      "\u{1f1e9}\u{1f1ea}",
      "\u{1f44d}\u{1f3fd}",
    ]);
  });

  it("gives every symbol its step where nothing is drawn that it could be a part of", () => {
    expect(parts("\r\n \u0301\u200d")).toEqual(["\r", "\n", " ", "\u0301", "\u200d"]);
    expect(parts("\u0301a")).toEqual(["\u0301", "a"]);
    expect(graphemesOf(["the", "e\u0301", "", ""]).map(({ count }) => count)).toEqual([1, 1, 1, 1]);
  });
});

it("joins Arabic letters to those beside them, but not after a letter that ends a join", () => {
  const letters = graphemesOf(Array.from("كتاب"));
  const shaped = letters.map((one, i) => shapedText(one, letters[i - 1]?.text, letters[i + 1]?.text));
  expect(shaped).toEqual(["ك\u200d", "\u200dت\u200d", "\u200dا", "ب"]);
  expect(shapedText({ first: 0, count: 1, text: "a" }, "b", "c")).toBe("a");
});

it("reads in the direction of most letters", () => {
  expect(
    ["abc", "שלום abc", "مرحبا", "12 + 3", "ab שלום"].map((text) => readingDirection(Array.from(text))),
  ).toEqual(["ltr", "rtl", "rtl", "ltr", "rtl"]);
});
