import { expect, it } from "vitest";
import type { ExampleInput } from "../../data/examples";
import { drawnPicture, drawnStroke, pictureShape } from "./drawnValues";

function pictures(
  places: number,
  channels: 1 | 3,
  steps: "rows" | "columns",
  mean: number,
): Extract<ExampleInput, { kind: "features" }> {
  return {
    kind: "features",
    features: Array.from({ length: places * channels }, () => ({
      name: "",
      unit: null,
      shift: mean,
      scale: 1,
    })),
    display: { kind: "image", channels, steps },
  };
}

/** A line down the left edge, of a pen that is half a pixel wide on ten pixels. */
const line = [
  [
    { x: 0.05, y: -1 },
    { x: 0.05, y: 2 },
  ],
];

it("knows the size of the pictures that are trained on", () => {
  expect(pictureShape({ input: pictures(4, 3, "rows", 0), longest: 6 })).toEqual({
    width: 4,
    height: 6,
    channels: 3,
    steps: "rows",
  });
  expect(pictureShape({ input: pictures(4, 1, "columns", 0), longest: 6 })).toMatchObject({
    width: 6,
    height: 4,
  });
  expect(pictureShape({ input: { kind: "symbols", symbols: [] }, longest: 6 })).toBeNull();
});

it.each([
  ["rows, white on black", "rows", 0.2, (i: number) => (i % 10 === 0 ? 1 : 0)],
  ["rows, black on white", "rows", 0.8, (i: number) => (i % 10 === 0 ? 0 : 1)],
  ["columns", "columns", 0.2, (i: number) => (i < 10 ? 1 : 0)],
] as const)("draws a picture in %s", (_, steps, mean, expected) => {
  const input = pictures(10, 1, steps, mean);
  const shape = pictureShape({ input, longest: 10 });
  if (!shape) throw new Error("These are pictures.");
  const drawn = drawnPicture(line, shape, input);
  expect(drawn.steps).toBe(10);
  expect(Array.from(drawn.values)).toEqual(Array.from({ length: 100 }, (_, i) => expected(i)));
});

it("gives all colours of a pixel the same", () => {
  const input = pictures(10, 3, "rows", 0.2);
  const shape = pictureShape({ input, longest: 10 });
  if (!shape) throw new Error("These are pictures.");
  const { values } = drawnPicture(line, shape, input);
  expect(Array.from(values.slice(0, 7))).toEqual([1, 1, 1, 0, 0, 0, 0]);
  expect(values).toHaveLength(300);
});

it("makes movements of a drawing, and nothing of nothing", () => {
  expect(drawnStroke([])).toBeNull();
  expect(
    drawnStroke([
      [
        { x: 0.2, y: 0.5 },
        { x: 0.8, y: 0.5 },
      ],
    ])?.steps,
  ).toBe(11);
});
