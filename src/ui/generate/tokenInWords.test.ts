import { expect, it } from "vitest";
import { tokenInWords } from "./tokenInWords";

const hidden = Float32Array.of(0.5, -0.25);

it("gives the unit's state at a character", () => {
  expect(tokenInWords({ symbol: "e", prompt: false, hidden }, 1)).toBe("“e”: unit 1 is −0.250");
  expect(tokenInWords({ symbol: "\n", prompt: true, hidden }, 0)).toBe("“↵”, of the prompt: unit 0 is 0.500");
});

it("has no number for a unit that the last layer does not have", () => {
  expect(tokenInWords({ symbol: "e", prompt: false, hidden }, 2)).toBe(
    "“e”: there is no unit 2 in the last layer, which has 2",
  );
});
