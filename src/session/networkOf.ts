import { type NetworkConfig, simpleNetwork } from "../engine/model/config";
import type { Checkpoint, TrainingConfig } from "../engine/train/checkpoint";
import { defaultTraining } from "../engine/train/defaultTraining";
import type { RunSettings } from "./settings";

/** The network that a run's settings ask for, on a vocabulary of V symbols. */
export function networkOf({ inputKind, embeddingSize, hiddenSize }: RunSettings, V: number): NetworkConfig {
  return simpleNetwork({
    cell: "gru",
    input:
      inputKind === "embedding"
        ? { kind: "embedding", vocabularySize: V, size: embeddingSize }
        : { kind: "oneHot", vocabularySize: V },
    hiddenSizes: [hiddenSize],
    outputs: V,
  });
}

export function trainingOf(settings: RunSettings): TrainingConfig {
  const { sequenceLength, batchSize, learningRate, clipNorm, seed } = settings;
  return { ...defaultTraining, sequenceLength, batchSize, learningRate, clipNorm, seed };
}

/** The settings that a checkpoint was trained with; what it does not use keeps the value in `others`. */
export function settingsOf({ config, training }: Checkpoint, others: RunSettings): RunSettings {
  const { sequenceLength, batchSize, learningRate, clipNorm, seed } = training;
  return {
    ...others,
    hiddenSize: config.hiddenSizes[0],
    inputKind: config.input.kind === "oneHot" ? "oneHot" : "embedding",
    embeddingSize: config.input.kind === "embedding" ? config.input.size : others.embeddingSize,
    sequenceLength,
    batchSize,
    learningRate,
    clipNorm,
    seed,
  };
}
