/** Paints a [T, H] plane as an image of one pixel per value: time to the right, units downwards. */

import type { Plane } from "../../cells/layerPlanes";
import { type ColourScale, levels } from "./colourScale";
import { range } from "./range";

/** Units painted at a time: a strip of the image that stays in the processor's cache while time runs across it. */
const strip = 32;

/** What an image shows of a plane: the step of each of its columns, and the unit of each of its rows. */
export interface Cells {
  readonly steps: ArrayLike<number>;
  readonly units: ArrayLike<number>;
}

/** All of a plane of T steps and H units, each in its own place. */
export const everyCell = (T: number, H: number): Cells => ({ steps: range(T), units: range(H) });

/** The same with the first row lowest. */
export const upwards = (T: number, H: number): Cells => ({ steps: range(T), units: range(H).reverse() });

/**
 * The colour of a value is that of `levelOf`, written out: a large snapshot has a quarter of a million values, thirty
 * times a second.
 * @param image every pixel is overwritten.
 * @param scale absolute: the same value has the same colour in every snapshot.
 * @param cells as many steps as the image is wide, and as many units as it is high.
 */
export function paintPlane(
  image: Pick<ImageData, "width" | "height" | "data">,
  plane: Pick<Plane, "data" | "first" | "stride">,
  scale: ColourScale,
  cells: Cells = everyCell(image.width, image.height),
): void {
  const { width, height } = image;
  const { min, max, pixels: colours } = scale;
  const { data, first, stride } = plane;
  const { steps, units } = cells;
  const pixels = new Uint32Array(image.data.buffer, image.data.byteOffset, width * height);
  const top = levels - 1;
  const perLevel = top / (max - min);
  const [open, change] = [scale.name === "open", scale.name === "change"];
  for (let from = 0; from < height; from += strip) {
    const to = Math.min(from + strip, height);
    for (let column = 0; column < width; column++) {
      const start = first + steps[column] * stride;
      for (let row = from; row < to; row++) {
        const value = data[start + units[row]];
        const size = Math.abs(value);
        const at = open ? value / (1 + size) : change ? Math.sign(value) * Math.sqrt(size / 2) : value;
        const level = (at - min) * perLevel;
        // Not a number compares false with everything, and takes the last entry of the table.
        const entry = level < top ? (level > 0 ? (level + 0.5) | 0 : 0) : level >= top ? top : levels;
        pixels[row * width + column] = colours[entry];
      }
    }
  }
}
