import fc from "fast-check";
import { expect, it } from "vitest";
import { Random } from "../../random";
import { adding } from "./adding";
import { anyParameters, anySeed, examplesOfTask, mean, parametersAt, variance } from "./testing";

it("asks the sum of the marked numbers, one in each part, none at the last step", () => {
  fc.assert(
    fc.property(anyParameters(adding), anySeed, (parameters, seed) => {
      const { steps, terms } = parameters;
      const { input, answer } = adding.generate(Random.fromSeed(seed), parameters);
      const marked: number[] = [];
      let sum = 0;
      for (let t = 0; t < steps; t++) {
        expect(input[2 * t] >= 0 && input[2 * t] <= 1).toBe(true);
        expect([0, 1]).toContain(input[2 * t + 1]);
        if (input[2 * t + 1] === 0) continue;
        marked.push(t);
        sum += input[2 * t];
      }
      expect(answer[0]).toBeCloseTo(sum, 5);
      expect(marked).toHaveLength(terms);
      expect(marked.map((t) => Math.floor(((t + 1) * terms - 1) / (steps - 1)))).toEqual(
        Array.from({ length: terms }, (_, part) => part),
      );
    }),
  );
});

it("draws numbers uniformly, and marks every step but the last alike", () => {
  const parameters = parametersAt(adding, "fallback");
  const examples = examplesOfTask(adding, parameters, 5000);
  const numbers = examples.flatMap(({ input }) => [...input].filter((_, i) => i % 2 === 0));
  expect(mean(numbers)).toBeCloseTo(1 / 2, 2);
  expect(variance(numbers)).toBeCloseTo(1 / 12, 3);
  const marks = Array.from({ length: 50 }, (_, t) => mean(examples.map(({ input }) => input[2 * t + 1])));
  expect(marks[49]).toBe(0);
  // Parts of 24 and of 25 steps.
  for (const [t, share] of marks.slice(0, 49).entries())
    expect(Math.abs(share - 1 / (t < 24 ? 24 : 25))).toBeLessThan(4 * Math.sqrt(0.04 / 5000));
});

it("leaves 1/6 without memory, the variance of a sum of two", () => {
  expect(adding.withoutMemory({ steps: 50, terms: 2 }).loss).toBeCloseTo(1 / 6, 12);
});
