import { expect, it } from "vitest";
import { columnFixture } from "../../../store/imports/tableFixture";
import { contentInWords, flawsInWords, typeKey, typeOptions } from "./columnTypes";

it("says what is in a column", () => {
  expect(contentInWords(columnFixture("x"))).toBe("1 to 9");
  expect(contentInWords(columnFixture("x", { max: "1" }))).toBe("always 1");
  const words = { type: { kind: "category" }, min: null, max: null, examples: ["a", "b"] } as const;
  expect(contentInWords(columnFixture("x", { ...words, distinct: 2 }))).toBe("a, b");
  expect(contentInWords(columnFixture("x", { ...words, distinct: 1234 }))).toBe("1,234 different");
  expect(contentInWords(columnFixture("x", { ...words, distinct: 10_000, distinctAtLeast: true }))).toBe(
    "more than 10,000 different",
  );
});

it("says what is wrong in a column, and nothing where nothing is", () => {
  expect(flawsInWords(columnFixture("x"))).toBeNull();
  expect(flawsInWords(columnFixture("x", { missing: 1200, invalid: 3 }))).toBe(
    "1,200 missing, 3 not of this type",
  );
});

it("offers every type under a key of its own", () => {
  expect(new Set(typeOptions.map(({ value }) => value)).size).toBe(typeOptions.length);
  for (const { value, type } of typeOptions) expect(typeKey(type)).toBe(value);
});
