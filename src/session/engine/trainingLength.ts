/** How long a run trains: in steps, or in epochs, in which everything that is for training is read once. */
import type { Trainer } from "../../engine/train/trainer";
import type { RunSettings } from "../settings";

type Progress = Pick<Trainer, "step" | "sequences" | "positionsPerStep">;

/** No whole number: a batch may lie in two epochs. */
export const stepsPerEpoch = ({ sequences, positionsPerStep }: Progress): number =>
  sequences.trainLength / positionsPerStep;

/**
 * The step after which training that goes on from `step` stops by itself: the next whole multiple of the length, so that whoever
 * trains on after it gets as much again.
 */
export function lastStepOf(
  { length, lengthUnit }: Pick<RunSettings, "length" | "lengthUnit">,
  progress: Progress,
): number {
  if (lengthUnit === "open") return Number.POSITIVE_INFINITY;
  const steps = lengthUnit === "steps" ? length : length * stepsPerEpoch(progress);
  // The first whole step at or after a multiple is its end.
  for (let times = Math.floor(progress.step / steps); ; times++) {
    const end = Math.ceil(times * steps);
    if (end > progress.step) return end;
  }
}
