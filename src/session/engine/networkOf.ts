import type { ExampleAnswer, ExampleInput } from "../../data/examples";
import { crossEntropy, type Loss, type NetworkConfig, type NetworkInput } from "../../engine/model/config";
import type { Checkpoint, TrainingConfig } from "../../engine/train/checkpoint";
import { defaultTraining } from "../../engine/train/defaultTraining";
import { defaultOptimizers } from "../../engine/train/optimizer";
import type { RunSettings } from "../settings";

/** What a network reads and answers. */
export interface Question {
  readonly input: ExampleInput;
  readonly answer: ExampleAnswer;
  /** Whether the answers are the symbols that come next, so that the network can write. */
  readonly next: boolean;
}

/** Of a text over a vocabulary: which symbol comes next, at every step. */
export function nextSymbol(symbols: readonly string[]): Question {
  const answer = { kind: "class", at: "every", labels: symbols } as const;
  return { input: { kind: "symbols", symbols }, answer, next: true };
}

/** The network that a run's settings ask for, for a question. */
export function networkOf(
  settings: RunSettings,
  { input, answer }: Pick<Question, "input" | "answer">,
): NetworkConfig {
  const { cell, hiddenSize, dropout } = settings;
  return {
    cell,
    input: inputOf(settings, input),
    hiddenSizes: [hiddenSize],
    bidirectional: false,
    dropout: 0,
    recurrentDropout: dropout,
    head: { size: answer.kind === "class" ? answer.labels.length : answer.outputs.length, at: answer.at },
    loss: lossOf(answer),
  };
}

function inputOf({ inputKind, embeddingSize }: RunSettings, input: ExampleInput): NetworkInput {
  if (input.kind === "features") return { kind: "features", size: input.features.length };
  const vocabularySize = input.symbols.length;
  return inputKind === "embedding"
    ? { kind: "embedding", vocabularySize, size: embeddingSize }
    : { kind: "oneHot", vocabularySize };
}

const lossOf = ({ kind }: ExampleAnswer): Loss =>
  kind === "class" ? crossEntropy : { kind: "meanSquaredError" };

export function trainingOf(settings: RunSettings): TrainingConfig {
  const { sequenceLength, batchSize, learningRate, clipNorm, seed, weightDecay, patience } = settings;
  return {
    ...defaultTraining,
    optimizer: weightDecay > 0 ? { ...defaultOptimizers.adamw, weightDecay } : defaultOptimizers.adam,
    patience: patience > 0 ? patience : null,
    sequenceLength,
    batchSize,
    learningRate,
    clipNorm,
    seed,
  };
}

/** The settings that a checkpoint was trained with; what it does not use keeps the value in `others`. */
export function settingsOf({ config, training }: Checkpoint, others: RunSettings): RunSettings {
  const { sequenceLength, batchSize, learningRate, clipNorm, seed, patience, optimizer } = training;
  return {
    ...others,
    cell: config.cell,
    hiddenSize: config.hiddenSizes[0],
    inputKind: config.input.kind === "oneHot" ? "oneHot" : "embedding",
    embeddingSize: config.input.kind === "embedding" ? config.input.size : others.embeddingSize,
    dropout: config.recurrentDropout,
    weightDecay: optimizer.weightDecay,
    patience: patience ?? 0,
    sequenceLength,
    batchSize,
    learningRate,
    clipNorm,
    seed,
  };
}
