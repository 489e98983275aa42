import type { NetworkConfig } from "../engine/model/config";
import type { Checkpoint, TrainingConfig } from "../engine/train/checkpoint";
import type { RunSettings } from "./settings";

/** The network that a run's settings ask for, on a vocabulary of V symbols. */
export function networkOf({ inputKind, embeddingSize, hiddenSize }: RunSettings, V: number): NetworkConfig {
  return {
    cell: "gru",
    input:
      inputKind === "embedding"
        ? { kind: "embedding", vocabularySize: V, size: embeddingSize }
        : { kind: "oneHot", vocabularySize: V },
    hiddenSize,
    head: { size: V },
  };
}

export function trainingOf(settings: RunSettings): TrainingConfig {
  const { sequenceLength, batchSize, learningRate, clipNorm, seed } = settings;
  return { sequenceLength, batchSize, learningRate, clipNorm, seed };
}

/** The settings that a checkpoint was trained with; what it does not use keeps the value in `others`. */
export function settingsOf({ config, training }: Checkpoint, others: RunSettings): RunSettings {
  const { sequenceLength, batchSize, learningRate, clipNorm, seed } = training;
  return {
    ...others,
    hiddenSize: config.hiddenSize,
    inputKind: config.input.kind === "oneHot" ? "oneHot" : "embedding",
    embeddingSize: config.input.kind === "embedding" ? config.input.size : others.embeddingSize,
    sequenceLength,
    batchSize,
    learningRate,
    clipNorm,
    seed,
  };
}
