import { expect, it } from "vitest";
import { defaultSettings } from "../../session/settings";
import { runFixture } from "../../store/sessionFixture";
import { statusInWords } from "./statusInWords";

const at = (step: number, training: boolean, pretrained = true) =>
  statusInWords({ run: { ...runFixture, pretrained }, training, step, settings: defaultSettings });

it("says what is going on", () => {
  expect(statusInWords({ run: null, training: false, step: 0, settings: defaultSettings })).toBe(
    "The engine is starting.",
  );
  expect(at(601, true)).toBe(
    "Training: each step reads 32 sequences of 64 characters, then adjusts all 21,000 weights.",
  );
  expect(at(0, false, false)).toMatch(/^Fresh weights/);
  expect(at(1240, false, false)).toBe(
    "Paused. Train goes on from step 1,240; Reset starts from fresh weights.",
  );
});

it("says that training goes on from the weights that were shipped, until it has", () => {
  expect(at(600, false)).toBe(
    "These weights were trained ahead of time, for 600 steps. Train goes on from them; Reset starts from fresh ones.",
  );
  expect(at(601, false)).toMatch(/^Paused/);
});
