import { describe, expect, it } from "vitest";
import { mackeyGlass } from "./mackeyGlass";
import { mackeyGlassSeries } from "./mackeyGlassSeries";
import { examplesOfTask, mean, parametersAt, variance } from "./testing";

describe("mackeyGlassSeries", () => {
  it("is exact where the delayed value is the constant history", () => {
    // x' = p − 0.1 x with p = 0.2 c / (1 + c¹⁰), until the delay has passed.
    const history = 0.5;
    const level = (0.2 * history) / (1 + history ** 10) / 0.1;
    const series = mackeyGlassSeries({ delay: 17, history, duration: 17 });
    for (const [t, x] of series.entries())
      expect(x).toBeCloseTo(level + (history - level) * Math.exp(-0.1 * t), 7);
  });

  it("stays where production and decay are equal", () => {
    const series = mackeyGlassSeries({ delay: 17, history: 1, duration: 100 });
    for (const x of series) expect(x).toBeCloseTo(1, 12);
  });

  it.each([10, 17, 30])("is the same with half the step, for a delay of %i", (delay) => {
    const options = { delay, history: 0.7, duration: 600 };
    const coarse = mackeyGlassSeries(options);
    const fine = mackeyGlassSeries({ ...options, stepsPerUnit: 4 });
    const worst = Math.max(...coarse.map((x, t) => Math.abs(x - fine[t])));
    expect(worst).toBeLessThan(2e-3);
  });

  it("is of fourth order: half the step, a sixteenth of the error", () => {
    const at = (stepsPerUnit: number) =>
      mackeyGlassSeries({ delay: 17, history: 0.7, duration: 100, stepsPerUnit })[100];
    const exact = at(64);
    const ratio = (at(2) - exact) / (at(4) - exact);
    expect(ratio).toBeGreaterThan(8);
    expect(ratio).toBeLessThan(32);
  });
});

describe("mackeyGlass", () => {
  const parameters = parametersAt(mackeyGlass, "fallback");
  const examples = examplesOfTask(mackeyGlass, parameters, 400);

  it("asks the next values", () => {
    const { horizon } = parameters;
    for (const { steps, input, answer } of examples.slice(0, 20))
      for (let t = 0; t + horizon < steps; t++)
        expect([...answer.slice(t * horizon, (t + 1) * horizon)]).toEqual([
          ...input.slice(t + 1, t + 1 + horizon),
        ]);
  });

  it("is scaled to mean 0 and variance 1, and the same at the beginning of a sequence as at its end", () => {
    const of = (t: number) => examples.map(({ input }) => input[t]);
    const all = examples.flatMap(({ input }) => [...input]);
    expect(Math.abs(mean(all))).toBeLessThan(0.1);
    expect(Math.abs(variance(all) - 1)).toBeLessThan(0.1);
    expect(Math.abs(mean(of(0)) - mean(of(49)))).toBeLessThan(0.25);
  });

  it("leaves what was measured once without memory", () => {
    const lossOf = (horizon: number) => mackeyGlass.withoutMemory({ steps: 50, delay: 17, horizon }).loss;
    expect(lossOf(1)).toBeCloseTo(0.519, 3);
    expect(lossOf(3)).toBeCloseTo(0.63, 3);
  });
});
