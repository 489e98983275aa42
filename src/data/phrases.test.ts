import { expect, it } from "vitest";
import { counted, formatCount, listed, quoted } from "./phrases";

it("writes whole numbers with commas", () => {
  expect([0, 999, 1234, 1_234_567, 16.4].map(formatCount)).toEqual(["0", "999", "1,234", "1,234,567", "16"]);
});

it("counts one and many", () => {
  expect(counted(1, "character")).toBe("1 character");
  expect(counted(0, "character")).toBe("0 characters");
  expect(counted(70_130, "character")).toBe("70,130 characters");
  expect(counted(1, "class has", "classes have")).toBe("1 class has");
  expect(counted(2, "class has", "classes have")).toBe("2 classes have");
});

it("lists as people do, and of many only the first", () => {
  const letters = [..."abcdefghi"];
  expect([0, 1, 2, 3].map((count) => listed(letters.slice(0, count)))).toEqual([
    "",
    "a",
    "a and b",
    "a, b and c",
  ]);
  expect(listed(letters.slice(0, 8))).toBe("a, b, c, d, e, f, g and h");
  expect(listed(letters)).toBe("a, b, c, d, e, f, g and 2 more");
  expect(listed(letters, 3)).toBe("a, b and 7 more");
});

it("quotes", () => {
  expect(quoted("rain")).toBe("“rain”");
});
