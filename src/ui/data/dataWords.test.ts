import { expect, it } from "vitest";
import { unknownInWords } from "./dataWords";

it("says how many characters became the unknown symbol", () => {
  expect(unknownInWords({ unit: "characters", unknownSymbols: 0, unknownKinds: 0 })).toBeNull();
  expect(unknownInWords({ unit: "characters", unknownSymbols: 1, unknownKinds: 1 })).toBe(
    "1 character of 1 kind is too rare and counts as one unknown symbol �.",
  );
  expect(unknownInWords({ unit: "characters", unknownSymbols: 1037, unknownKinds: 12 })).toBe(
    "1,037 characters of 12 kinds are too rare and count as one unknown symbol �.",
  );
  expect(unknownInWords({ unit: "words", unknownSymbols: 20, unknownKinds: 15 })).toBe(
    "20 words of 15 kinds are too rare and count as one unknown symbol �.",
  );
});
