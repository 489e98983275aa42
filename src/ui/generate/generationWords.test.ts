import { expect, it } from "vitest";
import type { Generation } from "../../store/state";
import { generationInWords, unknownPromptInWords } from "./generationWords";

const token = (prompt: boolean) => ({ symbol: "a", prompt, hidden: new Float32Array(1) });
const generation: Generation = {
  id: 1,
  runId: 3,
  step: 1240,
  running: true,
  tokens: [token(true), token(true), token(false)],
  unknownPromptCharacters: 0,
};

it("counts what was written, not the prompt, and names the weights", () => {
  expect(generationInWords(generation, 3)).toBe("1 character written by the weights of step 1,240 …");
  expect(generationInWords({ ...generation, running: false }, 4)).toBe(
    "1 character written by an earlier run, at its step 1,240.",
  );
});

it("tells of characters that the network has never seen", () => {
  expect(unknownPromptInWords(0)).toBeNull();
  expect(unknownPromptInWords(1)).toBe("1 character of the prompt is one that the network has never seen.");
  expect(unknownPromptInWords(2)).toBe(
    "2 characters of the prompt are ones that the network has never seen.",
  );
});
