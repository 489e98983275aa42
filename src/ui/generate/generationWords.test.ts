import { expect, it } from "vitest";
import type { Generation } from "../../store/state";
import { generationInWords } from "./generationWords";

const token = (prompt: boolean) => ({ symbol: "a", prompt, hidden: new Float32Array(1) });
const generation: Generation = {
  id: 1,
  runId: 3,
  step: 1240,
  unit: "characters",
  running: true,
  tokens: [token(true), token(true), token(false)],
  unknown: { count: 0, readAs: "" },
};

it("counts what was written, not the prompt, and names the weights", () => {
  expect(generationInWords(generation, 3)).toBe("1 character written by the weights of step 1,240 …");
  expect(generationInWords({ ...generation, running: false }, 4)).toBe(
    "1 character written by an earlier run, at its step 1,240.",
  );
  expect(generationInWords({ ...generation, unit: "words" }, 3)).toMatch(/^1 word written/);
});
