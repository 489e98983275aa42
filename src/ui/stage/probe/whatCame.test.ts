import { expect, it } from "vitest";
import { message } from "../../../words/message";
import { exampleSnapshot } from "../examplesFixture";
import { whatCame } from "./whatCame";

function numbersOf(kind: "forecast" | "numbers", steps: number) {
  const { sequence, answer } = exampleSnapshot(kind, steps);
  if (answer.kind !== "numbers") throw new Error("The fixture answers with numbers.");
  return { input: sequence.input, answer };
}

it("finds what came after each step of a forecast in the sequence, and behind its end in the answer", () => {
  const { input, answer } = numbersOf("forecast", 4);
  // "level" is 0, 10, 20, 30, and 100, 101 are to be forecast: the next row and the one after it.
  expect(Array.from(whatCame(input, answer))).toEqual([10, 20, 20, 30, 30, 100, 100, 101]);
});

it("does not know what came of a column that is not read, until the end", () => {
  const { input, answer } = numbersOf("forecast", 3);
  const other = { ...answer, forecast: { horizon: 2, columns: ["rain"], period: null } };
  expect(Array.from(whatCame(input, other))).toEqual([Number.NaN, Number.NaN, Number.NaN, 100, 100, 101]);
});

it("keeps several columns apart", () => {
  const { input, answer } = numbersOf("forecast", 3);
  const [level] = answer.outputs;
  const two = {
    ...answer,
    outputs: [level, level],
    forecast: { horizon: 1, columns: ["wind", "level"], period: null },
  };
  // "wind" is 1, 11, 21, "level" 0, 10, 20.
  expect(Array.from(whatCame(input, two))).toEqual([11, 10, 21, 20, 100, 101]);
});

it("takes the one answer of other questions for all steps", () => {
  const { input, answer } = numbersOf("numbers", 3);
  expect(Array.from(whatCame(input, answer))).toEqual([100, 100, 100]);
});

it("finds a column whose name is a message, and a copy of it", () => {
  const { input, answer } = numbersOf("forecast", 3);
  if (input.kind !== "features") throw new Error("The fixture reads features.");
  const named = () => message("samples.temperature");
  const [level, wind] = input.features;
  const reads = { ...input, features: [{ ...level, name: named() }, wind] };
  const asked = { ...answer, forecast: { horizon: 2, columns: [named()], period: null } };
  expect(Array.from(whatCame(reads, asked))).toEqual(Array.from(whatCame(input, answer)));
});
