/** Paints a [T, H] plane as an image of one pixel per value: time to the right, units downwards. */

import type { Plane } from "../../cells/layerPlanes";
import { type ColourScale, levels } from "./colourScale";

/** Units painted at a time: a strip of the image that stays in the processor's cache while time runs across it. */
const strip = 32;

/**
 * The colour of a value is that of `levelOf`, written out: a large snapshot has a quarter of a million values, thirty
 * times a second.
 * @param image T wide, H high; every pixel is overwritten.
 * @param scale absolute: the same value has the same colour in every snapshot.
 * @param upwards whether row 0 is the lowest.
 */
export function paintPlane(
  image: Pick<ImageData, "width" | "height" | "data">,
  plane: Pick<Plane, "data" | "first" | "stride">,
  scale: ColourScale,
  upwards = false,
): void {
  const { width, height } = image;
  const { min, max, pixels: colours } = scale;
  const { data, first, stride } = plane;
  const pixels = new Uint32Array(image.data.buffer, image.data.byteOffset, width * height);
  const top = levels - 1;
  const perLevel = top / (max - min);
  const open = scale.name === "open";
  for (let from = 0; from < height; from += strip) {
    const to = Math.min(from + strip, height);
    for (let t = 0; t < width; t++) {
      const start = first + t * stride;
      for (let unit = from; unit < to; unit++) {
        const value = data[start + unit];
        const level = ((open ? value / (1 + Math.abs(value)) : value) - min) * perLevel;
        // Not a number compares false with everything, and takes the last entry of the table.
        const entry = level < top ? (level > 0 ? (level + 0.5) | 0 : 0) : level >= top ? top : levels;
        pixels[(upwards ? height - 1 - unit : unit) * width + t] = colours[entry];
      }
    }
  }
}
