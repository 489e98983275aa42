import { expect, it } from "vitest";
import { adding } from "../../../data/tasks/adding";
import { denoise } from "../../../data/tasks/denoise";
import { temporalOrder } from "../../../data/tasks/temporalOrder";
import { hintOf, lossInWords, parametersInWords, suggestionInWords } from "./taskWords";

it("gives a loss in its unit", () => {
  expect(lossInWords(1 / 6, { kind: "numbers" })).toBe("0.167 squared error");
  expect(lossInWords(2 * Math.LN2, { kind: "class" })).toBe("1.386 nats");
  expect(lossInWords(0, { kind: "class" })).toBe("0");
});

it("says what a parameter does and how far it goes", () => {
  expect(hintOf(adding.parameters.terms)).toBe("How many numbers are to be added. From 2 to 6.");
});

it("names every parameter with its value", () => {
  expect(parametersInWords(adding, { steps: 50, terms: 3 })).toBe("Steps 50, marked numbers 3");
  expect(parametersInWords(denoise, { steps: 60, noise: 0.25 })).toBe("Steps 60, noise 0.25");
});

it("says how training begins", () => {
  expect(suggestionInWords(adding, { steps: 50, terms: 2 })).toBe(
    "Begins with 32 hidden units, sequences of 50 steps, 32 of them a training step, learning rate 0.01.",
  );
  expect(suggestionInWords(temporalOrder, { steps: 40, relevant: 2 })).toContain("of up to 40 steps");
});
