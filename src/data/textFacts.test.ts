import { expect, it } from "vitest";
import { factsOfText, type TextFact } from "./textFacts";

const told = (text: string, fact: TextFact) => factsOfText(Array.from(text))[fact].join("");

it("says what is open once each symbol is read, until it is closed or its paragraph ends", () => {
  expect(told('a "b" c', "quotes")).toBe("0011000");
  expect(told("“a「b」c”d", "quotes")).toBe("11111100");
  expect(told('"a\nb\n\nc', "quotes")).toBe("1111100");
  expect(told("a(b[c]d)e", "brackets")).toBe("011111100");
  expect(told("（一）二", "brackets")).toBe("1100");
  expect(told("a)b(", "brackets")).toBe("0001");
});

it("says how far into a line and into a word each symbol is", () => {
  expect(told("abcdef\nabcde", "line")).toBe("000011000001");
  expect(told("it was, there", "word")).toBe("0000010000111");
  expect(told("老水说", "word")).toBe("000");
});
