import { expect, it } from "vitest";
import { durationInWords, oneStepInWords, spacingOf, spacingWords, stepsInWords } from "./spacing";

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const every = (ms: number, count = 20) => Array.from({ length: count }, (_, i) => i * ms);
const wordsOf = (times: ArrayLike<number>) => {
  const spacing = spacingOf(times);
  return spacing && spacingWords(spacing);
};

it.each<[string, readonly number[]]>([
  ["100 ms", every(100)],
  ["second", every(1000)],
  ["minute", every(minute)],
  ["10 min", every(10 * minute)],
  ["15 min", every(15 * minute)],
  ["half an hour", every(30 * minute)],
  ["hour", every(hour)],
  ["6 hours", every(6 * hour)],
  ["day", every(day)],
  ["3 days", every(3 * day)],
  ["week", every(7 * day)],
  ["2 weeks", every(14 * day)],
  ["month", Array.from({ length: 20 }, (_, i) => Date.UTC(2020, i))],
  ["quarter", Array.from({ length: 12 }, (_, i) => Date.UTC(2020, 3 * i))],
  ["half a year", Array.from({ length: 12 }, (_, i) => Date.UTC(2000, 6 * i))],
  ["year", Array.from({ length: 12 }, (_, i) => Date.UTC(2000 + i, 0))],
])("is told in its own unit: %s", (words, times) => {
  expect(wordsOf(times)).toBe(words);
});

it("is the commonest distance, not the middle one, and never none", () => {
  // Working days; each day once more; a clock that is read up to a second late.
  expect(wordsOf(every(day, 70).filter((_, i) => i % 7 < 5))).toBe("day");
  expect(wordsOf(every(day).flatMap((time) => [time, time, time]))).toBe("day");
  expect(wordsOf(every(10 * minute).map((time, i) => time + (i % 3) * 500))).toBe("10 min");
  // Half of the rows of a quarter of an hour are missing.
  expect(wordsOf(every(15 * minute, 60).filter((_, i) => i % 5 !== 1 && i % 7 !== 2))).toBe("15 min");
  expect(wordsOf([0, 0, 0])).toBe(null);
  expect(wordsOf([])).toBe(null);
  expect(wordsOf(Array.from({ length: 40 }, (_, i) => i ** 3 * 7919))).toBe(null);
});

it("tells steps with how long they take", () => {
  const halfHour = { unit: "minute", count: 30 } as const;
  expect(stepsInWords(48, halfHour)).toBe("48 steps of half an hour (24 hours)");
  expect(stepsInWords(1, halfHour)).toBe("1 step of half an hour");
  expect(stepsInWords(336, halfHour)).toBe("336 steps of half an hour (7 days)");
  expect(stepsInWords(144, { unit: "minute", count: 10 })).toBe("144 steps of 10 min (24 hours)");
  expect(stepsInWords(4, { unit: "minute", count: 15 })).toBe("4 steps of 15 min (60 minutes)");
  expect(stepsInWords(3, { unit: "minute", count: 15 })).toBe("3 steps of 15 min (45 minutes)");
  expect(stepsInWords(30, { unit: "day", count: 1 })).toBe("30 days");
  expect(stepsInWords(30, null)).toBe("30 rows");
  expect([halfHour, { unit: "hour", count: 1 } as const, null].map(oneStepInWords)).toEqual([
    "half an hour",
    "one hour",
    "one row",
  ]);
  expect(durationInWords(75, "minute")).toBe("75 minutes");
  expect(durationInWords(27, "hour")).toBe("27 hours");
  expect(durationInWords(300, "hour")).toBe("12.5 days");
});
