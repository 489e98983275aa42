import { expect, it } from "vitest";
import { appendMetrics, emptyHistory, maxPoints } from "./metrics";
import { metricsFixture } from "./sessionFixture";

const steps = (from: number, count: number) =>
  Array.from({ length: count }, (_, i) => metricsFixture(from + i, from + i));

it("keeps every step of a short run", () => {
  const history = appendMetrics(appendMetrics(emptyHistory, steps(1, 3)), steps(4, 2));
  expect(history).toEqual({ stride: 1, points: steps(1, 5), pending: [] });
});

it("averages neighbours in pairs when there are too many", () => {
  const history = appendMetrics(emptyHistory, steps(1, maxPoints + 2));
  expect(history.stride).toBe(2);
  expect(history.points).toHaveLength(maxPoints / 2 + 1);
  // A pair is shown where its second step was: the mean of steps 1 and 2 at 2.
  expect(history.points[0]).toEqual(metricsFixture(2, 1.5));
  expect(history.points[maxPoints / 2]).toEqual(metricsFixture(maxPoints + 2, maxPoints + 1.5));
});

it("keeps an odd last point as it is", () => {
  const history = appendMetrics(emptyHistory, steps(1, maxPoints + 1));
  expect(history.points[maxPoints / 2]).toEqual(metricsFixture(maxPoints + 1, maxPoints + 1));
});

it("waits for a whole group once the stride has grown", () => {
  const long = appendMetrics(emptyHistory, steps(1, maxPoints + 2));
  const odd = appendMetrics(long, steps(maxPoints + 3, 1));
  expect([odd.points.length, odd.pending.length]).toEqual([long.points.length, 1]);
  const even = appendMetrics(odd, steps(maxPoints + 4, 1));
  expect([even.points.length, even.pending.length]).toEqual([long.points.length + 1, 0]);
  expect(even.points[even.points.length - 1]).toEqual(metricsFixture(maxPoints + 4, maxPoints + 3.5));
});

it("stays bounded however long the run is, and what waits for a whole point with it", () => {
  let history = emptyHistory;
  let longest = 0;
  for (let step = 1; step <= 40_000; step += 401) {
    history = appendMetrics(history, steps(step, 401));
    longest = Math.max(longest, history.pending.length);
  }
  expect(history.points.length).toBeLessThanOrEqual(maxPoints);
  expect(history.stride).toBe(32);
  // Of 31 steps: 16, 8, 4, 2 and 1.
  expect(longest).toBeLessThanOrEqual(5);
  expect(history.points[0]).toEqual(metricsFixture(32, 16.5));
});
