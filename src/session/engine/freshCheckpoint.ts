import type { Checkpoint } from "../../engine/train/checkpoint";
import { initialCheckpoint } from "../../engine/train/trainer";
import type { RunSettings } from "../settings";
import type { Dataset } from "./dataset";
import { networkOf, trainingOf } from "./networkOf";

/** Where a run on a dataset begins: no step taken, and weights that follow from the settings' seed. */
export function freshCheckpoint(
  { question, vocabulary, classCounts }: Pick<Dataset, "question" | "vocabulary" | "classCounts">,
  settings: RunSettings,
): Checkpoint {
  const config = networkOf(settings, question, classCounts);
  return initialCheckpoint({ config, vocabulary }, trainingOf(settings));
}
