import { expect, it } from "vitest";
import { PressesBeside } from "./pressesBeside";

/** Whether a dialog that opens at 1000 ms is to close after each of these presses, wherever they are. */
function meant(...presses: readonly number[]): readonly boolean[] {
  const beside = new PressesBeside();
  beside.opened(1000);
  return presses.map((ms) => {
    beside.pressed(ms);
    return beside.isMeant;
  });
}

it("a dialog is not closed by the second click of the double click that opened it", () => {
  expect(meant(1200)).toEqual([false]);
  expect(meant(1500)).toEqual([true]);
});

it("nor by that of a double click within it, after which it is smaller", () => {
  expect(meant(5000, 5180)).toEqual([true, false]);
  expect(meant(5000, 5180, 5300)).toEqual([true, false, false]);
  expect(meant(5000, 5600)).toEqual([true, true]);
});
