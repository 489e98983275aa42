/** How a picture lies in features: a step is a row or a column of P pixels, the C channels of a pixel side by side. */
import type { ShownFeatures } from "./inputShape";

export interface ImageLayout {
  /** P, of a step. */
  readonly pixels: number;
  readonly channels: 1 | 3;
  readonly stepsAre: "rows" | "columns";
}

export function imageLayout({ features, display }: ShownFeatures): ImageLayout {
  const channels = display.kind === "image" ? display.channels : 1;
  const stepsAre = display.kind === "image" ? display.steps : "rows";
  return { pixels: Math.floor(features.length / channels), channels, stepsAre };
}

/** Red, green and blue of a pixel, 0 to 1. @param values [T, P·C] */
export function pixelAt(
  values: ArrayLike<number>,
  { pixels, channels }: Pick<ImageLayout, "pixels" | "channels">,
  step: number,
  pixel: number,
): readonly [number, number, number] {
  const at = (step * pixels + pixel) * channels;
  if (channels === 1) return [values[at], values[at], values[at]];
  return [values[at], values[at + 1], values[at + 2]];
}
