/** A line for each feature of a sequence, with its name, and between which bounds they all are. */
import { quantityText } from "../probe/quantityText";
import type { FeatureSequence } from "./inputShape";
import type { LegendEntry } from "./TraceLegend";
import { type Bounds, sharedQuantity, type Trace, traceBounds, traceLook } from "./traces";

export interface FeatureChart {
  readonly traces: readonly Trace[];
  readonly entries: readonly LegendEntry[];
  readonly bounds: Bounds;
  /** What stands above and below, in the unit that all features share; null where they share none. */
  readonly ends: readonly [upper: string, lower: string] | null;
}

export function featureChart({ input, steps }: FeatureSequence): FeatureChart {
  const { features, values } = input;
  const I = features.length;
  const traces = features.map((quantity, i) => ({
    data: values,
    first: i,
    stride: I,
    quantity,
    look: traceLook(i),
    group: i,
    width: I > 12 ? 1.25 : 1.75,
  }));
  const entries: LegendEntry[] = features.map((quantity, i) => ({
    name: quantity.name,
    look: traceLook(i),
    value: ({ time }) => quantityText(quantity, values[time * I + i] ?? Number.NaN),
  }));
  const bounds = traceBounds(traces, steps);
  const shared = sharedQuantity(features);
  const inUnits = (scaled: number) => shared && quantityText(shared, scaled * shared.scale + shared.shift);
  const [upper, lower] = [inUnits(bounds.max), inUnits(bounds.min)];
  return { traces, entries, bounds, ends: upper !== null && lower !== null ? [upper, lower] : null };
}
