import fc from "fast-check";
import { expect, it } from "vitest";
import { latestOfEach } from "./latestOfEach";

/** Windows of 3 steps of series with so many windows each. */
const series = fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 2, maxLength: 12 });
const distance = 3;

it("validates on the latest windows of each series, as many in all as the share, apart from those that train", () => {
  fc.assert(
    fc.property(series, (counts) => {
      const groups = counts.flatMap((count, group) => Array.from({ length: count }, () => group));
      const windows = Int32Array.from(groups.keys());
      const { train, validation } = latestOfEach(windows, (i) => groups[i], { share: 0.15, distance });
      expect(new Set([...train, ...validation]).size).toBe(train.length + validation.length);
      expect(train.length).toBeGreaterThan(0);
      expect(validation.length).toBeGreaterThan(0);
      expect(Math.abs(validation.length - 0.15 * windows.length)).toBeLessThanOrEqual(1);
      for (const [group, count] of counts.entries()) {
        const own = Array.from(train).filter((i) => groups[i] === group);
        const latest = Array.from(validation).filter((i) => groups[i] === group);
        expect(own.length).toBeGreaterThan(0);
        if (latest.length === 0) continue;
        const end = groups.lastIndexOf(group);
        expect(latest).toEqual(Array.from(latest, (_, i) => end - latest.length + 1 + i));
        const left = Math.min(distance, (count - latest.length) >> 1);
        expect(latest[0] - own[own.length - 1]).toBe(left + 1);
      }
    }),
  );
});

it("takes series of any length", () => {
  const count = 200_000;
  const windows = Int32Array.from({ length: count }, (_, i) => i);
  const parts = latestOfEach(windows, () => 0, { share: 0.15, distance: 5 });
  expect(parts.train.length).toBe(0.85 * count - 5);
  expect(parts.train.at(-1)).toBe(0.85 * count - 6);
  expect([parts.validation.length, parts.validation[0], parts.validation.at(-1)]).toEqual([
    0.15 * count,
    0.85 * count,
    count - 1,
  ]);
});
