import { constantSchedule } from "../../schedule";
import { plainInitialization } from "../model/initialize";
import type { TrainingConfig } from "./checkpoint";
import { defaultOptimizers } from "./optimizer";

/** Adam at a rate that suits small recurrent networks, on random windows. */
export const defaultTraining: TrainingConfig = {
  ...plainInitialization,
  sequenceLength: 64,
  batchSize: 32,
  optimizer: defaultOptimizers.adam,
  learningRate: 0.005,
  schedule: constantSchedule,
  clipNorm: 1,
  clipValue: 0,
  windows: "random",
  patience: null,
  seed: 1,
};
