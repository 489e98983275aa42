import { expect, it } from "vitest";
import type { Generation } from "../../store/state";
import { message } from "../../words/message";
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
  const values = { written: 1, unit: "characters", earlier: false, step: 1240, running: true } as const;
  expect(generationInWords(generation, 3)).toEqual(message("generate.written", values));
  expect(generationInWords({ ...generation, running: false }, 4)).toEqual(
    message("generate.written", { ...values, earlier: true, running: false }),
  );
});
