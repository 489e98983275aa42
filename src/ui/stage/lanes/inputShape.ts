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
