import { expect, it } from "vitest";
import { readingInWords } from "./pictureWords";

it("says what is read, and which way", () => {
  const options = { width: 20, height: 30, colour: "grey", steps: "rows", fit: "pad" } as const;
  expect(readingInWords(options)).toBe("The network reads 30 rows from top to bottom, 20 numbers each.");
  expect(readingInWords({ ...options, steps: "columns", colour: "colour" })).toBe(
    "The network reads 20 columns from left to right, 90 numbers each.",
  );
});
