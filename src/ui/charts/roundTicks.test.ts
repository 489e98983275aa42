import fc from "fast-check";
import { expect, it } from "vitest";
import { roundTicks, tickText } from "./roundTicks";

const labels = (low: number, high: number) => {
  const ticks = roundTicks(low, high, 6);
  return ticks.map(tickText(ticks));
};

it.each([
  [1013.1, 1013.7, ["1013.1", "1013.2", "1013.3", "1013.4", "1013.5", "1013.6", "1013.7"]],
  [-3, 7, ["−4", "−2", "0", "2", "4", "6", "8"]],
  [0, 0.00012, ["0.00000", "0.00002", "0.00004", "0.00006", "0.00008", "0.00010", "0.00012"]],
  [
    1_700_000_001,
    1_700_212_401,
    [..."012345"].map((i) => `1700${i === "0" ? "000000" : `${Number(i) * 50}000`.padStart(6, "0")}`),
  ],
  [
    2_500_000,
    8_100_000,
    ["2000000", "3000000", "4000000", "5000000", "6000000", "7000000", "8000000", "9000000"],
  ],
])("labels what lies between %d and %d", (low, high, expected) => {
  expect(labels(low, high)).toEqual(expected);
});

it("gives every tick a label of its own, and encloses what is drawn", () => {
  const value = fc.double({ min: -1e9, max: 1e9, noNaN: true });
  const span = fc
    .integer({ min: -4, max: 9 })
    .chain((e) => fc.double({ min: 1, max: 9.99, noNaN: true }).map((m) => m * 10 ** e));
  fc.assert(
    fc.property(value, span, (low, room) => {
      const ticks = roundTicks(low, low + room, 5);
      const written = ticks.map(tickText(ticks));
      expect(new Set(written).size).toBe(ticks.length);
      expect(written.map((text) => Number(text.replace("−", "-")))).toEqual(
        ticks.map((tick) => expect.closeTo(tick, 9)),
      );
      // A millionth of the span, and where a step is near the last digit of numbers of that size, that digit.
      const slack = 1e-6 * room + 2 * Number.EPSILON * (Math.abs(low) + room);
      expect(ticks[0]).toBeLessThanOrEqual(low + slack);
      expect(ticks.at(-1)).toBeGreaterThanOrEqual(low + room - slack);
      expect(ticks.length).toBeLessThanOrEqual(8);
    }),
  );
});
