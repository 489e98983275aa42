import type { Quantity } from "../../../data/examples";

/** How many of a band's scale lie on either side of its shift. */
const reach = 2.5;

/**
 * The ends of a spectrogram's colours, the same for every example of a data set: the scaling of the training part says what
 * is usual in each band, and the colours reach 2.5 of a band's scale below and above it. Whole numbers, for the legend.
 */
export function loudnessBounds(features: readonly Quantity[]): {
  readonly min: number;
  readonly max: number;
} {
  const low = features.map(({ shift, scale }) => shift - reach * Math.abs(scale));
  const high = features.map(({ shift, scale }) => shift + reach * Math.abs(scale));
  const min = Math.floor(Math.min(...low));
  const max = Math.ceil(Math.max(...high));
  return Number.isFinite(min) && max > min ? { min, max } : { min: 0, max: 1 };
}
