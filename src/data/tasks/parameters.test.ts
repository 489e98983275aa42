import { expect, it } from "vitest";
import { adding } from "./adding";
import { denoise } from "./denoise";
import { checkParameters, defaultParameters } from "./parameters";

it("has the defaults of every parameter", () => {
  expect(defaultParameters(adding)).toEqual({ steps: 50, terms: 2 });
});

it("lets values within their ranges pass, and leaves out others' names", () => {
  const given = { steps: 250, terms: 6, delay: 3 };
  expect(checkParameters(adding, given)).toEqual({ ok: true, value: { steps: 250, terms: 6 } });
  expect(checkParameters(denoise, { steps: 10, noise: 0.1 }).ok).toBe(true);
});

it.each([
  [{ steps: 9, terms: 2 }, "Adding: “Steps” has to be a whole number from 10 to 250."],
  [{ steps: 251, terms: 2 }, "Adding: “Steps” has to be a whole number from 10 to 250."],
  [{ steps: 50.5, terms: 2 }, "Adding: “Steps” has to be a whole number from 10 to 250."],
  [{ steps: 50 }, "Adding: “Marked numbers” has to be a whole number from 2 to 6."],
  [{ steps: 50, terms: "2" }, "Adding: “Marked numbers” has to be a whole number from 2 to 6."],
])("says what is wrong with %o", (given, problem) => {
  expect(checkParameters(adding, given)).toEqual({ ok: false, problem });
});

it("refuses what is not a number", () => {
  const problem = "Noisy sine: “Noise” has to be a number from 0.1 to 2.";
  expect(checkParameters(denoise, { steps: 60, noise: Number.NaN })).toEqual({ ok: false, problem });
});
