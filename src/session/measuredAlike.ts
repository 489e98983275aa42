/** Whether the validation losses of runs on the same data are measured alike: on the same of it, and in the same way. Pure. */
import { validationBatches } from "../data/windows";
import type { RunSettings } from "./settings";

/** The setting by which they are not. */
export type MeasuredBy = "sequenceLength" | "batchSize" | "labelSmoothing" | "classWeights";

export interface Measured {
  readonly settings: RunSettings;
  readonly stepsPerEpoch: number;
}

/** By what they are not; null where they are. @param isText whether they are of a text, whose windows depend on the settings */
export function unlikeMeasured(runs: readonly Measured[], isText: boolean): MeasuredBy | null {
  const differs = (of: (run: Measured) => unknown) => new Set(runs.map(of)).size > 1;
  if (isText && differs(({ settings }) => settings.sequenceLength)) return "sequenceLength";
  if (isText && differs(validationWindows)) return "batchSize";
  if (differs(({ settings }) => settings.labelSmoothing)) return "labelSmoothing";
  return !isText && differs(({ settings }) => settings.classWeights) ? "classWeights" : null;
}

/** How many windows of a text validate. Its last tenth is held out, so a ninth of what an epoch reads. */
function validationWindows({
  settings: { sequenceLength: T, batchSize: B },
  stepsPerEpoch,
}: Measured): number {
  const trainLength = Math.round(stepsPerEpoch * T * B);
  return B * validationBatches(Math.max(Math.floor(trainLength / 9), T + 1), T, B);
}
