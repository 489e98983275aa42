import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Random } from "../../random";
import { autocorrelations, seasonOf as seasonOfSeveral } from "./seasons";
import type { Spacing } from "./spacing";

const seasonOf = (values: readonly number[], spacing: Spacing | null) => seasonOfSeveral([values], spacing);
const every = (count: number, unit: Spacing["unit"]): Spacing => ({ unit, count });
const wave = (i: number, period: number) => Math.sin((2 * Math.PI * i) / period);
const rows = <V>(count: number, value: (i: number) => V): V[] =>
  Array.from({ length: count }, (_, i) => value(i));

describe("autocorrelations", () => {
  it("are those of the sums, also where values are missing", () => {
    const values = fc.array(fc.oneof(fc.double({ min: -9, max: 9, noNaN: true }), fc.constant(Number.NaN)), {
      minLength: 6,
      maxLength: 40,
    });
    fc.assert(
      fc.property(values, (drawn) => {
        const found = autocorrelations(drawn);
        const rest = withoutLine(drawn);
        const known = rest.filter((value) => !Number.isNaN(value));
        const variance = known.reduce((sum, value) => sum + value ** 2, 0) / known.length;
        if (!(variance > 1e-6)) return;
        for (let lag = 0; lag < found.length; lag++) {
          const products = rest
            .slice(lag)
            .map((value, i) => value * rest[i])
            .filter((value) => !Number.isNaN(value));
          const mean = products.reduce((a, b) => a + b, 0) / products.length;
          expect(found[lag]).toBeCloseTo(products.length === 0 ? 0 : mean / variance, 6);
        }
      }),
    );
  });
});

/** By the normal equations. */
function withoutLine(values: readonly number[]): number[] {
  const points = values.flatMap((y, x) => (Number.isNaN(y) ? [] : [{ x, y }]));
  const mean = (of: (point: { x: number; y: number }) => number) =>
    points.reduce((sum, point) => sum + of(point), 0) / points.length;
  const [mx, my] = [mean(({ x }) => x), mean(({ y }) => y)];
  const spread = mean(({ x }) => (x - mx) ** 2);
  const slope = spread > 0 ? mean(({ x, y }) => (x - mx) * (y - my)) / spread : 0;
  return values.map((y, x) => y - my - slope * (x - mx));
}

describe("seasonOf", () => {
  it.each<[string, number, Spacing, number]>([
    ["a day of 10 minutes", 144, every(10, "minute"), 1500],
    ["a day of quarters of an hour", 96, every(15, "minute"), 1500],
    ["a day of half hours", 48, every(30, "minute"), 1500],
    ["a day of hours", 24, every(1, "hour"), 192],
    ["a week of days", 7, every(1, "day"), 60],
    ["a year of months", 12, every(1, "month"), 72],
    ["a year of quarters", 4, every(1, "quarter"), 40],
    ["a year of weeks", 52, every(1, "week"), 200],
    ["a week of working days", 5, every(1, "day"), 100],
    ["any other wave", 17, every(1, "day"), 200],
  ])("finds %s", (_, period, spacing, count) => {
    const random = Random.fromSeed(period);
    const values = rows(count, (i) => 50 + 0.1 * i + 10 * wave(i, period) + 3 * random.normal());
    expect(seasonOf(values, spacing)).toBe(period);
  });

  it("takes a day before the week that has it within, and a week where there is no day", () => {
    const random = Random.fromSeed(1);
    const week = (i: number) => (Math.floor(i / 24) % 7 >= 5 ? -8 : 0);
    const noise = () => random.normal();
    expect(
      seasonOf(
        rows(1500, (i) => 10 * wave(i, 24) + week(i) + noise()),
        every(1, "hour"),
      ),
    ).toBe(24);
    expect(
      seasonOf(
        rows(1500, (i) => week(i) + noise()),
        every(1, "hour"),
      ),
    ).toBe(168);
  });

  it("finds it without a spacing, and beside missing values", () => {
    const values = rows(120, (i) => (i % 7 === 3 ? Number.NaN : wave(i, 12)));
    expect(seasonOf(values, null)).toBe(12);
    expect(seasonOf(values, every(1, "month"))).toBe(12);
  });

  it("finds of several series the one that they have together, each at another time of it", () => {
    const random = Random.fromSeed(11);
    const short = (period: number) =>
      rows(12, (k) => rows(28, (i) => 100 * k + wave(i + k, period) + 1.2 * random.normal()));
    const week = short(7);
    const alone = week.filter((values) => seasonOf(values, every(1, "day")) === 7);
    expect(alone.length).toBeLessThan(6);
    expect(seasonOfSeveral(week, every(1, "day"))).toBe(7);
    // One of five has another: it is the season that fits all of them best.
    const long = (period: number, high: number) => rows(140, (i) => high * wave(i, period) + random.normal());
    expect(
      seasonOfSeveral(
        [7, 7, 9, 7, 7].map((period) => long(period, 3)),
        null,
      ),
    ).toBe(7);
    expect(
      seasonOfSeveral(
        [9, 9, 7, 9, 9].map((period) => long(period, 3)),
        null,
      ),
    ).toBe(9);
    const noise = rows(60, () =>
      seasonOfSeveral(
        rows(8, () => rows(31, () => random.normal())),
        null,
      ),
    );
    expect(noise.filter((period) => period !== null).length).toBeLessThanOrEqual(3);
  });

  it("finds none in noise, in what wanders, in a line or in too few rows", () => {
    const spacings = [every(1, "hour"), every(1, "day"), every(15, "minute"), null];
    for (let seed = 1; seed <= 20; seed++) {
      const random = Random.fromSeed(seed);
      let place = 0;
      const noise = rows(600, () => random.normal());
      const walk = rows(600, () => {
        place += random.normal();
        return place;
      });
      for (const spacing of spacings)
        expect([seed, seasonOf(noise, spacing), seasonOf(walk, spacing)]).toEqual([seed, null, null]);
    }
    expect(
      seasonOf(
        rows(100, (i) => 3 * i),
        every(1, "day"),
      ),
    ).toBe(null);
    expect(
      seasonOf(
        rows(100, () => 0.1),
        every(1, "day"),
      ),
    ).toBe(null);
    expect(seasonOf([1, 2, 3], every(1, "day"))).toBe(null);
  });
});

/** x_t = φ x_{t−1} + e_t: white where φ is 0, a random walk where it is 1. */
function noiseOf(phi: number, count: number, random: Random): number[] {
  let last = phi < 1 ? random.normal() / Math.sqrt(1 - phi ** 2) : 0;
  return rows(count, () => {
    last = phi * last + random.normal();
    return last;
  });
}

const lengths = [24, 31, 37, 45, 60, 101, 400];
const drawn = 400;

describe.each([-0.5, 0, 0.5, 0.8, 0.95, 1])("noise that keeps %s of its last value", (phi) => {
  it.each<[string, Spacing | null]>([
    ["hours", every(1, "hour")],
    ["days", every(1, "day")],
    ["months", every(1, "month")],
    ["no times", null],
  ])("has a season in at most one table of twenty, of %s", (_, spacing) => {
    for (const count of lengths) {
      const random = Random.fromSeed(count);
      const found = rows(drawn, () => Number(seasonOf(noiseOf(phi, count, random), spacing) !== null));
      expect([count, found.reduce((sum, one) => sum + one, 0) <= 0.05 * drawn]).toEqual([count, true]);
    }
  });
});

it.each<[string, number, Spacing, number, number]>([
  ["a day of hours", 24, every(1, "hour"), 6, 0.95],
  ["a week of days", 7, every(1, "day"), 12, 0.95],
  ["a year of months", 12, every(1, "month"), 7, 0.9],
  ["a year of quarters", 4, every(1, "quarter"), 20, 0.9],
])("finds a wave as high as the noise, %s", (_, period, spacing, seasons, least) => {
  const random = Random.fromSeed(period);
  const found = rows(drawn, () => {
    const values = rows(seasons * period, (i) => wave(i, period) + random.normal());
    return Number(seasonOf(values, spacing) === period);
  });
  expect(found.reduce((sum, one) => sum + one, 0)).toBeGreaterThanOrEqual(least * drawn);
});
