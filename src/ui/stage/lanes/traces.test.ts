import { describe, expect, it } from "vitest";
import { traceColourNames } from "../paint/themeColour";
import { boundsAround, sharedQuantity, type Trace, traceBounds, traceColours, traceLook } from "./traces";

const line = (values: readonly number[], shift = 0, scale = 1): Trace => ({
  data: Float32Array.from(values),
  first: 0,
  stride: 1,
  quantity: { shift, scale },
  look: traceLook(0),
  group: 0,
  width: 1,
});

describe("traceBounds", () => {
  it("holds all scaled numbers with a little room, and leaves out what is none", () => {
    const { min, max } = traceBounds([line([10, 14, Number.NaN]), line([3, 1, 2])], 3);
    expect([min, max]).toEqual([1 - 0.78, 14 + 0.78]);
    const scaled = traceBounds([line([10, 14], 12, 2)], 2);
    expect([scaled.min, scaled.max]).toEqual([-1.12, 1.12]);
  });

  it("has height for a line that is level, and for none", () => {
    expect(traceBounds([line([5, 5])], 2)).toEqual({ min: 4, max: 6 });
    expect(traceBounds([line([Number.NaN])], 1)).toEqual({ min: -1, max: 1 });
  });
});

describe("boundsAround", () => {
  it("has more room around lines that vary, and shows what is usual beside level ones", () => {
    const varied = boundsAround([line([10, 14])], 2);
    expect([varied.min, varied.max]).toEqual([9.76 - 0.15 * 4.48, 14.24 + 0.15 * 4.48]);
    const level = boundsAround([line([0.25, 0.5])], 2);
    expect([level.min, level.max]).toEqual([-1, 1]);
  });
});

it("gives thirty-two lines looks of their own", () => {
  const looks = Array.from({ length: 32 }, (_, i) => JSON.stringify(traceLook(i)));
  expect(new Set(looks).size).toBe(32);
});

it("labels a chart in units only where all lines have the same", () => {
  const celsius = { name: "a", unit: "°C", shift: 10, scale: 7 };
  expect(sharedQuantity([celsius, { ...celsius, name: "b" }])).toBe(celsius);
  expect(sharedQuantity([celsius, { ...celsius, scale: 8 }])).toBeNull();
  expect(sharedQuantity([])).toBeNull();
});

it("has a colour of the theme for each that traces can have", () => {
  expect(traceColourNames).toEqual(Array.from({ length: traceColours }, (_, i) => `--trace-${i + 1}`));
});
