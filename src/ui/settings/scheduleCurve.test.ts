import { expect, it } from "vitest";
import { defaultSettings, type RunSettings } from "../../session/settings";
import { scheduleCurve } from "./scheduleCurve";

const curve = (change: Partial<RunSettings>) => scheduleCurve({ ...defaultSettings, ...change }, 31.2);

it("is none where the rate stays, or waits for validations", () => {
  expect(curve({})).toBeNull();
  expect(curve({ decay: "plateau" })).toBeNull();
});

it("rises over the warm-up, and is drawn as far again", () => {
  const { steps, factors } = curve({ warmupSteps: 100 }) ?? { steps: 0, factors: [] };
  expect(steps).toBe(200);
  expect(factors[0]).toBe(0.01);
  expect(factors.at(-1)).toBe(1);
});

it("ends where the cosine has ended", () => {
  const { steps, factors } = curve({ decay: "cosine", decaySteps: 400, decayFloor: 0.1 }) ?? {
    steps: 0,
    factors: [],
  };
  expect(steps).toBe(500);
  expect(factors[0]).toBe(1);
  expect(factors.at(-1)).toBeCloseTo(0.1, 12);
});

it("is as long as the run, where that is set", () => {
  const decay = { decay: "step", decaySteps: 100, decayFactor: 0.5 } as const;
  expect(curve({ ...decay, lengthUnit: "steps", length: 300 })?.steps).toBe(300);
  expect(curve({ ...decay, lengthUnit: "epochs", length: 10 })?.steps).toBe(312);
  expect(curve({ ...decay, lengthUnit: "steps", length: 300 })?.factors.at(-1)).toBe(0.25);
  expect(curve(decay)?.factors.at(-1)).toBe(0.5 ** 4);
});
