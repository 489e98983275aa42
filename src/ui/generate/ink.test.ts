import { expect, it } from "vitest";
import { colourScale } from "../stage/paint/colourScale";
import { contrast, inkOn, luminance } from "./ink";

it("knows black, white and the grey between", () => {
  expect(luminance("rgb(0 0 0)")).toBe(0);
  expect(luminance("rgb(255 255 255)")).toBeCloseTo(1, 12);
  expect(contrast(0, 1)).toBeCloseTo(21, 12);
  expect([inkOn("rgb(255 255 255)"), inkOn("rgb(30 36 45)")]).toEqual(["#000", "#fff"]);
});

it.each(["light", "dark"] as const)("can be read on every colour of the %s scale", (theme) => {
  for (const css of colourScale("state", theme).css) {
    const ink = inkOn(css) === "#fff" ? 1 : 0;
    expect(contrast(luminance(css), ink)).toBeGreaterThanOrEqual(4.5);
  }
});
