import { expect, it } from "vitest";
import { message } from "../../words/message";
import { durationOf, oneStepMessage, spacingOf, stepsMessage } from "./spacing";

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const every = (ms: number, count = 20) => Array.from({ length: count }, (_, i) => i * ms);
const toldOf = (times: ArrayLike<number>) => {
  const spacing = spacingOf(times);
  return spacing && `${spacing.count} ${spacing.unit}`;
};

it.each<[string, readonly number[]]>([
  ["100 millisecond", every(100)],
  ["1 second", every(1000)],
  ["1 minute", every(minute)],
  ["10 minute", every(10 * minute)],
  ["15 minute", every(15 * minute)],
  ["30 minute", every(30 * minute)],
  ["1 hour", every(hour)],
  ["6 hour", every(6 * hour)],
  ["1 day", every(day)],
  ["3 day", every(3 * day)],
  ["1 week", every(7 * day)],
  ["2 week", every(14 * day)],
  ["1 month", Array.from({ length: 20 }, (_, i) => Date.UTC(2020, i))],
  ["1 quarter", Array.from({ length: 12 }, (_, i) => Date.UTC(2020, 3 * i))],
  ["2 quarter", Array.from({ length: 12 }, (_, i) => Date.UTC(2000, 6 * i))],
  ["1 year", Array.from({ length: 12 }, (_, i) => Date.UTC(2000 + i, 0))],
])("is told in its own unit: %s", (spacing, times) => {
  expect(toldOf(times)).toBe(spacing);
});

it("is the commonest distance, not the middle one, and never none", () => {
  // Working days; each day once more; a clock that is read up to a second late.
  expect(toldOf(every(day, 70).filter((_, i) => i % 7 < 5))).toBe("1 day");
  expect(toldOf(every(day).flatMap((time) => [time, time, time]))).toBe("1 day");
  expect(toldOf(every(10 * minute).map((time, i) => time + (i % 3) * 500))).toBe("10 minute");
  // Half of the rows of a quarter of an hour are missing.
  expect(toldOf(every(15 * minute, 60).filter((_, i) => i % 5 !== 1 && i % 7 !== 2))).toBe("15 minute");
  expect(toldOf([0, 0, 0])).toBe(null);
  expect(toldOf([])).toBe(null);
  expect(toldOf(Array.from({ length: 40 }, (_, i) => i ** 3 * 7919))).toBe(null);
});

it("tells steps with how long they take", () => {
  const halfHour = { unit: "minute", count: 30 } as const;
  const spacing = message("table.spacing", halfHour);
  const lasting = (steps: number, value: number, unit: "hour" | "day") =>
    message("table.stepsOfLasting", {
      steps,
      spacing,
      duration: message("table.duration", { value, unit }),
    });
  expect(stepsMessage(48, halfHour)).toEqual(lasting(48, 24, "hour"));
  expect(stepsMessage(336, halfHour)).toEqual(lasting(336, 7, "day"));
  expect(stepsMessage(1, halfHour)).toEqual(message("table.stepsOf", { steps: 1, spacing }));
  expect(stepsMessage(30, { unit: "day", count: 1 })).toEqual(
    message("table.duration", { value: 30, unit: "day" }),
  );
  expect(stepsMessage(30, null)).toEqual(message("table.duration", { value: 30, unit: "row" }));
  expect([halfHour, { unit: "hour", count: 1 } as const, null].map(oneStepMessage)).toEqual([
    spacing,
    message("table.oneStep", { unit: "hour" }),
    message("table.oneStep", { unit: "row" }),
  ]);
});

it("tells how long in the largest unit of which there are two", () => {
  expect(durationOf(60, "minute")).toEqual({ value: 60, unit: "minute" });
  expect(durationOf(75, "minute")).toEqual({ value: 75, unit: "minute" });
  expect(durationOf(1440, "minute")).toEqual({ value: 24, unit: "hour" });
  expect(durationOf(27, "hour")).toEqual({ value: 27, unit: "hour" });
  expect(durationOf(300, "hour")).toEqual({ value: 12.5, unit: "day" });
});
