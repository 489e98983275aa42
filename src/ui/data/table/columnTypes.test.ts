import { expect, it } from "vitest";
import { columnFixture } from "../../../store/imports/tableFixture";
import { englishWords } from "../../../words/english";
import { contentInWords, typeKey, typeOptionsIn } from "./columnTypes";

it("says what is in a column", () => {
  expect(contentInWords(englishWords, columnFixture("x"))).toBe("1 to 9");
  expect(contentInWords(englishWords, columnFixture("x", { max: "1" }))).toBe("always 1");
  const words = { type: { kind: "category" }, min: null, max: null, examples: ["a", "b"] } as const;
  expect(contentInWords(englishWords, columnFixture("x", { ...words, distinct: 2 }))).toBe("a, b");
  expect(contentInWords(englishWords, columnFixture("x", { ...words, distinct: 1234 }))).toBe(
    "1,234\u00a0values",
  );
  expect(
    contentInWords(englishWords, columnFixture("x", { ...words, distinct: 10_000, distinctAtLeast: true })),
  ).toBe("more than 10,000\u00a0values");
});

it("offers every type under a key of its own", () => {
  const typeOptions = typeOptionsIn(englishWords);
  expect(typeOptions.map(({ value }) => value)).toEqual(Object.keys(englishWords.tableDialog.types));
  expect(new Set(typeOptions.map(({ value }) => value)).size).toBe(typeOptions.length);
  for (const { value, type } of typeOptions) expect(typeKey(type)).toBe(value);
});
