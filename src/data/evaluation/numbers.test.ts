import { expect, it } from "vitest";
import { evaluateNumbers } from "./numbers";

const quantity = (name: string, shift: number, scale: number) => ({ name, unit: "°C", shift, scale });

const given = {
  outputs: [quantity("warm", 10, 2), quantity("cold", -5, 1)],
  // As people know them: warm 10 and 14, cold −5 and −3.
  truth: [0, 0, 2, 2],
  said: [1, 0, 2, 1],
  trainingMean: [0.5, 1],
  withoutMemory: null,
  owners: [0, 1],
  evaluated: 2,
  heldOut: 7,
};

it("measures each output in its own units", () => {
  const { outputs, evaluated, heldOut } = evaluateNumbers(given);
  const [warm, cold] = outputs;
  // Said 12 and 14 for 10 and 14.
  expect(warm).toMatchObject({ name: "warm", unit: "°C", mae: 1, bias: 1, r2: 0.5 });
  expect(warm.rmse).toBeCloseTo(Math.sqrt(2), 12);
  // The training part's mean is 11.
  expect(warm.mean).toEqual({ mae: 2, rmse: Math.sqrt(5), bias: -1 });
  expect(cold).toMatchObject({ mae: 0.5, bias: -0.5, r2: 0.5 });
  expect([evaluated, heldOut]).toEqual([2, 7]);
});

it("gives the squared error that is trained, of scaled numbers", () => {
  const { squaredError, meanSquaredError } = evaluateNumbers(given);
  expect(squaredError).toBeCloseTo((1 + 0 + 0 + 1) / 4, 12);
  expect(meanSquaredError).toBeCloseTo((0.25 + 1 + 2.25 + 1) / 4, 12);
});

it("is perfect when it is", () => {
  const { outputs, squaredError } = evaluateNumbers({ ...given, said: given.truth });
  expect(squaredError).toBe(0);
  for (const { mae, rmse, r2 } of outputs) expect([mae, rmse, r2]).toEqual([0, 0, 1]);
});

it("draws whole sequences for the interval, however many numbers each has", () => {
  // Eleven good answers are of one sequence, and each of three others has a bad one: of many draws that one is in none.
  const truth = Array.from({ length: 14 }, (_, i) => (i % 2 === 0 ? 1 : -1));
  const said = truth.map((value, i) => (i < 11 ? value : value + 3));
  const alone = { ...given, outputs: [quantity("x", 0, 1)], truth, said, trainingMean: [0], heldOut: 4 };
  const owners = truth.map((_, i) => Math.max(0, i - 10));
  const together = evaluateNumbers({ ...alone, owners, evaluated: 4 });
  expect(together.interval?.low).toBeCloseTo(1 - 3, 12);
  const apart = evaluateNumbers({ ...alone, owners: [...truth.keys()], evaluated: 14 });
  expect(apart.interval?.low).toBeGreaterThan(-2);
});
