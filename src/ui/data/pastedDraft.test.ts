import { expect, it } from "vitest";
import { beginningOf, isLong, withPasted } from "./pastedDraft";

it("leaves a field what it can lay out at once, in length and in lines", () => {
  expect(isLong("")).toBe(false);
  expect(isLong("a".repeat(100_000))).toBe(false);
  expect(isLong("a".repeat(100_001))).toBe(true);
  expect(isLong("\n".repeat(1999))).toBe(false);
  expect(isLong("\n".repeat(2000))).toBe(true);
});

it("cuts no character in two", () => {
  expect(beginningOf(`${"a".repeat(999)}😀b`)).toBe(`${"a".repeat(999)}…`);
  expect(beginningOf(`${"a".repeat(998)}😀b`)).toBe(`${"a".repeat(998)}😀…`);
});

it("puts what is pasted in the place of what is selected, with the field's line ends", () => {
  expect(withPasted("one two", "1\r\n2\r3", [0, 3])).toBe("1\n2\n3 two");
  expect(withPasted("ab", "c", [1, 1])).toBe("acb");
});
