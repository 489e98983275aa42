import { expect, it } from "vitest";
import { inEnglish } from "../../words/english";
import { message } from "../../words/message";
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

const problem = (parameter: "steps" | "terms", min: number, max: number) =>
  message("tasks.notAllowed", {
    task: message("tasks.title", { task: "adding" }),
    label: message("tasks.label", { task: "adding", parameter }),
    integer: true,
    min,
    max,
  });

it.each([
  [{ steps: 9, terms: 2 }, problem("steps", 10, 250)],
  [{ steps: 251, terms: 2 }, problem("steps", 10, 250)],
  [{ steps: 50.5, terms: 2 }, problem("steps", 10, 250)],
  [{ steps: 50 }, problem("terms", 2, 6)],
  [{ steps: 50, terms: "2" }, problem("terms", 2, 6)],
])("says what is wrong with %o", (given, expected) => {
  expect(checkParameters(adding, given)).toEqual({ ok: false, problem: expected });
});

it("refuses what is not a number, and names task and parameter as the page does", () => {
  const checked = checkParameters(denoise, { steps: 60, noise: Number.NaN });
  expect(checked.ok || inEnglish(checked.problem)).toBe(
    "Noisy sine: “Noise” has to be a number from 0.1 to 2.",
  );
});
