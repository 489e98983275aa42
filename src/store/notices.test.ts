import { expect, it } from "vitest";
import { defaultSettings } from "../session/settings";
import { inEnglish } from "../words/english";
import { message } from "../words/message";
import { stopMessage } from "./notices";

it("says why training has stopped, and after how long", () => {
  const settings = { ...defaultSettings, length: 10, lengthUnit: "epochs" } as const;
  expect(stopMessage({ why: "patience", step: 400 }, settings)).toEqual(message("run.stoppedEarly"));
  const reached = stopMessage({ why: "length", step: 4000 }, settings);
  expect(reached).toEqual(message("run.reachedLength", { length: 10, unit: "epochs", step: 4000 }));
  expect(inEnglish(reached)).toBe(
    "Training has reached its length of 10\u00a0epochs, at step 4,000. Train goes on for as long again.",
  );
});
