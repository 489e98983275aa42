import { describe, expect, it } from "vitest";
import { planeValue } from "../../cells/layerPlanes";
import { cellDescriptions } from "../../cells/registry";
import { rowPlane } from "../lanes/rows";
import { snapshotFixture } from "../snapshotFixture";
import { colourOf, colourScale, levelOf } from "./colourScale";
import { paintPlane, upwards } from "./paintPlane";

const scales = (["gate", "state"] as const).flatMap((name) =>
  (["light", "dark"] as const).map((theme) => ({ name, theme, scale: colourScale(name, theme) })),
);

const rgbOf = (css: string) => (css.match(/\d+/g) ?? []).map(Number);

/** CIE L* of an sRGB colour, 0 to 100. */
function lightness(css: string): number {
  const [r, g, b] = rgbOf(css).map((byte) => {
    const c = byte / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  });
  const y = 0.2126 * r + 0.7152 * g + 0.0722 * b;
  return y > 0.008856 ? 116 * Math.cbrt(y) - 16 : 903.3 * y;
}

describe("colourScale", () => {
  it("is absolute: bounds do not depend on what is painted", () => {
    expect(colourScale("gate", "light")).toMatchObject({ min: 0, max: 1 });
    expect(colourScale("state", "dark")).toMatchObject({ min: -1, max: 1 });
    expect(levelOf(colourScale("gate", "light"), 0.5)).toBe(128);
    expect(levelOf(colourScale("state", "light"), -1)).toBe(0);
    expect(levelOf(colourScale("state", "light"), 1)).toBe(255);
  });

  it("gives values beyond its ends the end colour, and NaN none", () => {
    const scale = colourScale("state", "light");
    expect(colourOf(scale, -7)).toBe(scale.css[0]);
    expect(colourOf(scale, Number.POSITIVE_INFINITY)).toBe(scale.css[255]);
    expect(colourOf(scale, Number.NaN)).toBeNull();
  });

  it("grows evenly lighter with a gate's value, so that it reads without hue", () => {
    const { css } = colourScale("gate", "light");
    for (let level = 8; level < 256; level += 8)
      expect(lightness(css[level])).toBeGreaterThan(lightness(css[level - 8]));
  });

  it.each(["light", "dark"] as const)(
    "leaves zero for the %s page's own colour and moves away from it",
    (theme) => {
      const { css } = colourScale("state", theme);
      const away = theme === "light" ? -1 : 1;
      for (const side of [-1, 1]) {
        for (let step = 16; step <= 127; step += 16) {
          const outer = lightness(css[Math.round(127.5 + side * step)]);
          const inner = lightness(css[Math.round(127.5 + side * (step - 16))]);
          expect((outer - inner) * away, `${theme}, side ${side}, ${step}`).toBeGreaterThan(0);
        }
      }
    },
  );

  it.each(["light", "dark"] as const)(
    "keeps the ends of the %s state scale apart for every common colour vision",
    (theme) => {
      const { css } = colourScale("state", theme);
      const [low, high] = [rgbOf(css[0]), rgbOf(css[255])];
      // Red-green deficiencies keep the blue-yellow axis: blue against the mean of red and green.
      const yellowness = ([r, g, b]: number[]) => (r + g) / 2 - b;
      expect(yellowness(high) - yellowness(low)).toBeGreaterThan(100);
    },
  );
});

describe("paintPlane", () => {
  it.each(scales)("paints each value of the $name scale in its own place, $theme", ({ name, scale }) => {
    const [T, H] = [7, 37];
    const [layer] = snapshotFixture("abcabda", H).layers;
    layer.gates[5] = Number.NaN;
    const image = { width: T, height: H, data: new Uint8ClampedArray(T * H * 4) };
    const pixels = new Uint32Array(image.data.buffer);
    for (const row of cellDescriptions.gru.rows.filter((r) => r.scale === name)) {
      const plane = rowPlane(layer, row);
      if (!plane) throw new Error(`The fixture has no ${row.id}.`);
      paintPlane(image, plane, scale);
      for (let t = 0; t < T; t++) {
        for (let unit = 0; unit < H; unit++) {
          const expected = scale.pixels[levelOf(scale, planeValue(plane, t, unit))];
          expect(pixels[unit * T + t], `${row.id} at step ${t}, unit ${unit}`).toBe(expected);
        }
      }
    }
  });

  it("paints numbers without bounds by x / (1 + |x|), and the first row lowest where it is asked to", () => {
    const scale = colourScale("open", "light");
    const image = { width: 1, height: 3, data: new Uint8ClampedArray(12) };
    const pixels = new Uint32Array(image.data.buffer);
    paintPlane(image, { data: new Float32Array([0, -1, 1000]), first: 0, stride: 3 }, scale, upwards(1, 3));
    expect(Array.from(pixels)).toEqual([scale.pixels[255], scale.pixels[64], scale.pixels[128]]);
    expect([levelOf(scale, 1000), levelOf(scale, -1), levelOf(scale, 0)]).toEqual([255, 64, 128]);
  });

  it("paints the steps and units that are asked for, in their order", () => {
    const [T, H] = [7, 37];
    const [layer] = snapshotFixture("abcabda", H).layers;
    const scale = colourScale("state", "light");
    const [row] = cellDescriptions.gru.rows.filter(({ id }) => id === "h");
    const plane = rowPlane(layer, row);
    if (!plane) throw new Error("The fixture has no h.");
    const cells = { steps: [6, 1, 3], units: [36, 0, 17, 5, 5] };
    const image = { width: 3, height: 5, data: new Uint8ClampedArray(3 * 5 * 4) };
    paintPlane(image, plane, scale, cells);
    const pixels = new Uint32Array(image.data.buffer);
    for (const [y, unit] of cells.units.entries())
      for (const [x, t] of cells.steps.entries())
        expect(pixels[y * 3 + x], `step ${t} of ${T}, unit ${unit}`).toBe(
          scale.pixels[levelOf(scale, planeValue(plane, t, unit))],
        );
  });

  it("leaves a value that is no number transparent", () => {
    const scale = colourScale("gate", "dark");
    const image = { width: 1, height: 3, data: new Uint8ClampedArray(12).fill(9) };
    paintPlane(image, { data: new Float32Array([0, Number.NaN, 1]), first: 0, stride: 3 }, scale);
    expect([image.data[3], image.data[7], image.data[11]]).toEqual([255, 0, 255]);
  });
});
