import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { StepWatch } from "./stepWatch";

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

it("tells how far a long step is, a second after it was first seen, and that it is over", () => {
  const told: (number | null)[] = [];
  const watch = new StepWatch((share) => told.push(share));
  let underWay: { step: number; share: number } | null = { step: 7, share: 0.1 };
  watch.begin(() => ({ underWay }));
  vi.advanceTimersByTime(1000);
  expect(told).toEqual([]);
  underWay = { step: 7, share: 0.6 };
  vi.advanceTimersByTime(250);
  expect(told).toEqual([0.6]);
  // The next one has to become long first.
  underWay = { step: 8, share: 0.1 };
  vi.advanceTimersByTime(250);
  expect(told).toEqual([0.6, null]);
  underWay = { step: 8, share: 0.9 };
  vi.advanceTimersByTime(1000);
  watch.end();
  vi.advanceTimersByTime(5000);
  expect(told).toEqual([0.6, null, 0.9, null]);
});
