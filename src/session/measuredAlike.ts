/** Whether the validation losses of runs on the same data are measured alike: on the same of it, and in the same way. Pure. */
import type { RunSettings } from "./settings";

/** The setting by which they are not. */
export type MeasuredBy = "sequenceLength" | "labelSmoothing" | "classWeights";

export interface Measured {
  readonly settings: RunSettings;
  readonly stepsPerEpoch: number;
}

/** By what they are not; null where they are. @param isText whether they are of a text, whose parts may depend on the settings */
export function unlikeMeasured(runs: readonly Measured[], isText: boolean): MeasuredBy | null {
  const differs = (of: (run: Measured) => unknown) => new Set(runs.map(of)).size > 1;
  if (isText && differs(trainLength)) return "sequenceLength";
  if (differs(({ settings }) => settings.labelSmoothing)) return "labelSmoothing";
  return !isText && differs(({ settings }) => settings.classWeights) ? "classWeights" : null;
}

/** Of a text, as much as an epoch reads: a short one holds out one sequence and its last successor. */
const trainLength = ({ settings: { sequenceLength, batchSize }, stepsPerEpoch }: Measured): number =>
  Math.round(stepsPerEpoch * sequenceLength * batchSize);
