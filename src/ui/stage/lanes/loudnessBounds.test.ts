import { expect, it } from "vitest";
import { loudnessBounds } from "./loudnessBounds";

const band = (shift: number, scale: number) => ({ name: "", unit: "dB", shift, scale });

it("reaches 2.5 of each band's scale around what is usual, whatever is shown", () => {
  expect(loudnessBounds([band(-40, 10), band(-30, 8.1)])).toEqual({ min: -65, max: -9 });
  expect(loudnessBounds([])).toEqual({ min: 0, max: 1 });
});
