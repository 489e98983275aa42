import type { RefObject } from "react";

/**
 * Paints a canvas of `width` by `height` pixels, which CSS then stretches.
 * @param kept the image from the time before, which is used again as long as its size is right
 * @param paint fills the whole image, or null to leave the canvas empty
 */
export function paintCanvas(
  canvas: HTMLCanvasElement | null,
  kept: RefObject<ImageData | null>,
  width: number,
  height: number,
  paint: ((image: ImageData) => void) | null,
): void {
  const context = canvas?.getContext("2d");
  if (!canvas || !context || width === 0 || height === 0) return;
  if (canvas.width !== width) canvas.width = width;
  if (canvas.height !== height) canvas.height = height;
  if (!paint) {
    context.clearRect(0, 0, width, height);
    return;
  }
  const fits = kept.current?.width === width && kept.current.height === height;
  const image = fits && kept.current ? kept.current : context.createImageData(width, height);
  kept.current = image;
  paint(image);
  context.putImageData(image, 0, 0);
}
