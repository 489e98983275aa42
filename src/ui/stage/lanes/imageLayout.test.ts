import { expect, it } from "vitest";
import { imageLayout, pixelAt } from "./imageLayout";

const plain = { name: "", unit: null, shift: 0, scale: 1 };
const values = Float32Array.from({ length: 12 }, (_, i) => i / 12);

it("finds a pixel's channels side by side", () => {
  const layout = imageLayout({
    kind: "features",
    features: Array.from({ length: 6 }, () => plain),
    display: { kind: "image", channels: 3, steps: "columns" },
    values,
  });
  expect(layout).toEqual({ pixels: 2, channels: 3, stepsAre: "columns" });
  expect(pixelAt(values, layout, 1, 1)).toEqual([values[9], values[10], values[11]]);
  expect(pixelAt(values, { pixels: 6, channels: 1 }, 1, 2)).toEqual([values[8], values[8], values[8]]);
});
