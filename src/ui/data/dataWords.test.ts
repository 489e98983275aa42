import { expect, it } from "vitest";
import { unknownInWords } from "./dataWords";

it("says how many characters became the unknown symbol", () => {
  expect(unknownInWords({ unknownSymbols: 0, unknownKinds: 0 })).toBeNull();
  expect(unknownInWords({ unknownSymbols: 1, unknownKinds: 1 })).toBe(
    "1 character of 1 kind is too rare and counts as one unknown symbol �.",
  );
  expect(unknownInWords({ unknownSymbols: 1037, unknownKinds: 12 })).toBe(
    "1,037 characters of 12 kinds are too rare and count as one unknown symbol �.",
  );
});
