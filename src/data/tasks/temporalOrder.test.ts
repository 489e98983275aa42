import fc from "fast-check";
import { expect, it } from "vitest";
import { Random } from "../../random";
import type { Said } from "../../words/message";
import { temporalOrder } from "./temporalOrder";
import { anyParameters, anySeed, examplesOfTask, inSymbols } from "./testing";

it("asks the X and Y in their order, and frames everything in E and B", () => {
  fc.assert(
    fc.property(anyParameters(temporalOrder), anySeed, (parameters, seed) => {
      const example = temporalOrder.generate(Random.fromSeed(seed), parameters);
      const { read, answers } = inSymbols(temporalOrder, parameters, example);
      const text = read.join("");
      expect(text).toMatch(/^E[XYabcd]*B$/);
      expect(text.replace(/[^XY]/g, "")).toBe(answers[0]);
      expect(answers[0]).toHaveLength(parameters.relevant);
      expect(example.steps).toBeGreaterThanOrEqual(0.9 * parameters.steps);
    }),
  );
});

it("has every order as often, each X and Y in its own half, and all distractors", () => {
  const parameters = { steps: 40, relevant: 2 };
  const examples = examplesOfTask(temporalOrder, parameters, 4000);
  const orders = new Map<Said, number>();
  const others = new Set<string>();
  for (const example of examples) {
    const { read, answers } = inSymbols(temporalOrder, parameters, example);
    orders.set(answers[0], (orders.get(answers[0]) ?? 0) + 1);
    const [first, second] = [...read.join("").matchAll(/[XY]/g)].map(({ index }) => index);
    expect(first).toBeLessThanOrEqual(read.length / 2);
    expect(second).toBeGreaterThanOrEqual(read.length / 2 - 1);
    for (const symbol of read) others.add(symbol);
  }
  expect([...orders.keys()].sort()).toEqual(["XX", "XY", "YX", "YY"]);
  for (const count of orders.values()) expect(Math.abs(count - 1000)).toBeLessThan(4 * Math.sqrt(750));
  expect([...others].sort().join("")).toBe("BEXYabcd");
});
