import { expect, it } from "vitest";
import { Random } from "../random";
import { listOrder, shuffledLines } from "./listOrder";

const random = Random.fromSeed(3);
const letter = (from: number, to: number) => String.fromCharCode(97 + random.integer(from, to));
const name = (length: number, from = 0, to = 25) =>
  letter(from, to) + Array.from({ length: length - 1 }, () => letter(0, 25)).join("");
const names = Array.from({ length: 600 }, () => name(random.integer(4, 8)));
const textOf = (lines: readonly string[]) => `${lines.join("\n")}\n`;

it("says nothing of a list in any order, nor of a text", () => {
  expect(listOrder(textOf(names))).toBeNull();
  expect(listOrder(textOf([...names].slice(0, 99).sort()))).toBeNull();
  const verse = Array.from({ length: 300 }, (_, i) => `and so it goes on, line ${i}`);
  expect(listOrder(textOf(verse))).toBeNull();
});

it("finds what is sorted by letter, by length, or by class", () => {
  expect(listOrder(textOf([...names].sort()))).toEqual({ lines: 600, order: "alphabetical" });
  const byLength = [...names].sort((a, b) => a.length - b.length);
  expect(listOrder(textOf(byLength))).toEqual({ lines: 600, order: "uneven" });
  // The last class has other first letters.
  const classes = [...names, ...Array.from({ length: 80 }, () => name(6, 20, 25))];
  expect(listOrder(textOf(classes))).toEqual({ lines: 680, order: "uneven" });
});

it("shuffles the lines, all of them, the same each time", () => {
  const text = textOf([...names].sort());
  const shuffled = shuffledLines(text);
  expect(shuffled).not.toBe(text);
  expect(shuffledLines(text)).toBe(shuffled);
  expect(shuffled.split("\n").sort()).toEqual(text.split("\n").sort());
  expect(shuffled.endsWith("\n")).toBe(true);
  expect(listOrder(shuffled)).toBeNull();
  expect(shuffledLines("a\nb").split("\n").sort()).toEqual(["a", "b"]);
});
