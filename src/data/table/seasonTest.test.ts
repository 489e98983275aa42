import { describe, expect, it } from "vitest";
import { Random } from "../../random";
import { SeasonTest } from "./seasonTest";

const made = (rows: number, value: (i: number) => number) =>
  Float64Array.from({ length: rows }, (_, i) => value(i));

/** φ as the test has it, of a series without gaps. */
function persistence(series: Float64Array): number {
  const n = series.length - 1;
  const [products, squares] = [1, 0].map((lag) =>
    series.subarray(0, n).reduce((sum, value, i) => sum + value * series[i + lag], 0),
  );
  const phi = products / squares;
  return Math.max(-1, Math.min(1, phi + (2 + 4 * phi) / n));
}

/** The share of Σ(y − m)² that waves of these periods explain: n is a multiple of the periods, so that they are orthogonal. */
function explained(y: Float64Array, periods: readonly number[]): number {
  const n = y.length;
  const mean = y.reduce((sum, value) => sum + value, 0) / n;
  const squares = y.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  const waves = periods.flatMap((period) =>
    [Math.sin, Math.cos].map((wave) => made(n, (i) => wave((2 * Math.PI * i) / period))),
  );
  return waves.reduce((sum, wave) => {
    const product = wave.reduce((total, value, i) => total + value * y[i], 0);
    return sum + product ** 2 / (n / 2) / squares;
  }, 0);
}

/** P(B > share) of a beta variable of parameters a and b, by Simpson's rule. */
function betaTail(share: number, a: number, b: number): number {
  const density = (x: number) => x ** (a - 1) * (1 - x) ** (b - 1);
  const integral = (from: number) => {
    const [steps, h] = [4000, (1 - from) / 4000];
    let sum = density(from) + density(1);
    for (let k = 1; k < steps; k++) sum += (k % 2 === 1 ? 4 : 2) * density(from + k * h);
    return (sum * h) / 3;
  };
  return integral(share) / integral(0);
}

describe("SeasonTest", () => {
  it("gives the chance of the share that the harmonics explain of what is new in each row", () => {
    const random = Random.fromSeed(3);
    const series = made(46, (i) => random.normal() + 0.4 * Math.sin((2 * Math.PI * i) / 5));
    const mean = series.reduce((sum, value) => sum + value, 0) / 46;
    const centred = series.map((value) => value - mean);
    const phi = persistence(centred);
    const changes = made(45, (i) => centred[i + 1] - phi * centred[i]);
    const wave = betaTail(explained(changes, [5]), 1, 21);
    const shape = betaTail(explained(changes, [5, 2.5]), 2, 20);
    expect(new SeasonTest([centred], 3).chanceOf(5)).toBeCloseTo(2 * Math.min(wave, shape), 9);
    expect(new SeasonTest([centred], 3).chanceOf(3)).toBeCloseTo(
      Math.min(1, 2 * betaTail(explained(changes, [3]), 1, 21)),
      9,
    );
  });

  it("is 1 of a constant, and of too few rows; also with values missing a season is none of chance", () => {
    expect(new SeasonTest([made(40, () => 0)], 3).chanceOf(7)).toBe(1);
    expect(new SeasonTest([made(3, (i) => i)], 3).chanceOf(2)).toBe(1);
    const gaps = made(70, (i) => (i % 9 === 4 ? Number.NaN : Math.sin((2 * Math.PI * i) / 7)));
    expect(new SeasonTest([gaps], 3).chanceOf(7)).toBeLessThan(1e-9);
    expect(new SeasonTest([gaps], 3).chanceOf(11)).toBeGreaterThan(0.5);
  });
});
