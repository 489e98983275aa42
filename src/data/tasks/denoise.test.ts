import { expect, it } from "vitest";
import { denoise } from "./denoise";
import { examplesOfTask, mean, variance } from "./testing";

const parameters = { steps: 60, noise: 0.7 };
const examples = examplesOfTask(denoise, parameters, 500);

it("asks a sine wave of size 1 and an allowed frequency", () => {
  for (const { answer } of examples) {
    const inside = Array.from({ length: answer.length - 2 }, (_, i) => i + 1);
    // Where the wave is largest it gives the frequency best.
    const t = inside.reduce((best, i) => (Math.abs(answer[i]) > Math.abs(answer[best]) ? i : best));
    const c = (answer[t + 1] + answer[t - 1]) / (2 * answer[t]);
    const frequency = Math.acos(c);
    expect(frequency).toBeGreaterThan(0.199);
    expect(frequency).toBeLessThan(0.551);
    for (const i of inside) {
      expect(answer[i + 1] + answer[i - 1]).toBeCloseTo(2 * c * answer[i], 4);
      // sin² + cos² = 1, with the cosine from both neighbours.
      const cosine = (answer[i + 1] - answer[i - 1]) / (2 * Math.sin(frequency));
      expect(answer[i] ** 2 + cosine ** 2).toBeCloseTo(1, 3);
    }
  }
});

it("reads it with noise of the given size, which is new at every step", () => {
  const noises = examples.map(({ input, answer }) => [...input].map((x, t) => x - answer[t]));
  const all = noises.flat();
  expect(Math.abs(mean(all))).toBeLessThan(0.02);
  expect(Math.sqrt(variance(all))).toBeCloseTo(0.7, 1);
  const neighbours = noises.flatMap((noise) => noise.slice(1).map((x, t) => x * noise[t]));
  expect(Math.abs(mean(neighbours))).toBeLessThan(0.02);
});

it("leaves what finer integrals leave, without memory", () => {
  // By the midpoint rule with 2048 points of the wave and 4000 noisy values.
  expect(denoise.withoutMemory({ steps: 60, noise: 0.1 }).loss).toBeCloseTo(0.008198290767616, 9);
  expect(denoise.withoutMemory({ steps: 60, noise: 0.7 }).loss).toBeCloseTo(0.236231295144701, 9);
});
