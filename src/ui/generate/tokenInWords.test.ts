import { expect, it } from "vitest";
import { inEnglish } from "../../words/english";
import { message } from "../../words/message";
import { tokenInWords } from "./tokenInWords";

const hidden = Float32Array.of(0.5, -0.25);

it("gives the unit's state at a character", () => {
  expect(inEnglish(tokenInWords({ symbol: "e", prompt: false, hidden }, 1))).toBe("“e”: unit 1 is −0.250");
  expect(tokenInWords({ symbol: "\n", prompt: true, hidden }, 0)).toEqual(
    message("generate.token", { symbol: "↵", prompt: true, unit: 0, state: "0.500" }),
  );
});

it("has no number for a unit that the last layer does not have", () => {
  expect(tokenInWords({ symbol: "e", prompt: false, hidden }, 2)).toEqual(
    message("generate.tokenWithoutUnit", { symbol: "e", prompt: false, unit: 2, units: 2 }),
  );
});
