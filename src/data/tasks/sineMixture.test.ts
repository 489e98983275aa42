import fc from "fast-check";
import { expect, it } from "vitest";
import { Random } from "../../random";
import { sineMixture } from "./sineMixture";
import { anySeed, examplesOfTask, parametersAt, variance } from "./testing";

/** cos ω of a sine, by x[t + 1] + x[t − 1] = 2 cos ω x[t] in the mean. */
function cosine(x: Float64Array): number {
  let products = 0;
  let squares = 0;
  for (let t = 1; t + 1 < x.length; t++) {
    products += (x[t + 1] + x[t - 1]) * x[t];
    squares += 2 * x[t] * x[t];
  }
  return products / squares;
}

it("reads a sine wave of an allowed frequency, and asks how it goes on", () => {
  fc.assert(
    fc.property(anySeed, (seed) => {
      const parameters = { steps: 60, waves: 1, horizon: 5 };
      const { input, answer } = sineMixture.generate(Random.fromSeed(seed), parameters);
      const series = Float64Array.from([...input, ...answer.slice(59 * 5)]);
      const c = cosine(series);
      expect(c).toBeLessThan(Math.cos(0.2) + 1e-5);
      expect(c).toBeGreaterThan(Math.cos(0.55) - 1e-5);
      for (let t = 1; t + 1 < series.length; t++)
        expect(series[t + 1]).toBeCloseTo(2 * c * series[t] - series[t - 1], 4);
      for (let t = 0; t < 60; t++)
        for (let h = 0; h < 5; h++) expect(answer[5 * t + h]).toBeCloseTo(series[t + 1 + h], 12);
    }),
  );
});

it.each([1, 3, 5])("has variance 1 with %i waves", (waves) => {
  const parameters = { ...parametersAt(sineMixture, "fallback"), waves };
  const values = examplesOfTask(sineMixture, parameters, 1000).map(({ input }) => input[30]);
  expect(Math.abs(variance(values) - 1)).toBeLessThan(0.15);
});
