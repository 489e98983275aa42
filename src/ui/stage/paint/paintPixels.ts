/** Paints a picture of red, green and blue. */

/** Absolute: 0 is black and 1 white, whatever is in the picture. */
export function paintPixels(
  image: Pick<ImageData, "width" | "height" | "data">,
  valueAt: (x: number, y: number) => readonly [number, number, number],
): void {
  const { width, height, data } = image;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const [red, green, blue] = valueAt(x, y);
      const at = (y * width + x) * 4;
      data[at] = 255 * red;
      data[at + 1] = 255 * green;
      data[at + 2] = 255 * blue;
      data[at + 3] = 255;
    }
  }
}
