import type { ShownSequence } from "../../../session/protocol";

export type ShownFeatures = Extract<ShownSequence["input"], { kind: "features" }>;

/** A sequence of features with its length. T time steps, I features. */
export interface FeatureSequence {
  readonly input: ShownFeatures;
  /** T */
  readonly steps: number;
}

/** More lines than this are no lines any more, and are shown as a picture. */
export const mostLines = 32;

/** How features are drawn: as they ask for, if they are not too many. */
export const drawnAs = ({ display, features }: ShownFeatures): ShownFeatures["display"]["kind"] | "many" =>
  display.kind === "lines" && features.length > mostLines ? "many" : display.kind;

/** Of features that are too many for lines, in scaled numbers: of standard scaling hardly anything is beyond. */
export const scaledEnds = { min: -3, max: 3 };

/** As the network reads them. [T, I] */
export function scaledPlane({ features, values }: Pick<ShownFeatures, "features" | "values">) {
  const I = features.length;
  const data = Float32Array.from(
    values,
    (value, i) => (value - features[i % I].shift) / features[i % I].scale,
  );
  return { data, first: 0, stride: I };
}
