import { expect, it } from "vitest";
import { adding } from "../../../data/tasks/adding";
import { denoise } from "../../../data/tasks/denoise";
import { temporalOrder } from "../../../data/tasks/temporalOrder";
import { inEnglish } from "../../../words/english";
import { message } from "../../../words/message";
import { parametersInWords, suggestionInWords } from "./taskWords";

it("names every parameter with its value", () => {
  expect(inEnglish(parametersInWords(adding, { steps: 50, terms: 3 }))).toBe("Steps 50 · Marked numbers 3");
  expect(inEnglish(parametersInWords(denoise, { steps: 60, noise: 0.25 }))).toBe("Steps 60 · Noise 0.25");
});

it("says how training begins", () => {
  expect(suggestionInWords(adding, { steps: 50, terms: 2 })).toEqual(
    message("tasks.suggestion", { units: [32], steps: 50, varies: false, batch: 32, learningRate: 0.01 }),
  );
  expect(suggestionInWords(temporalOrder, { steps: 40, relevant: 2 }).values.varies).toBe(true);
});
