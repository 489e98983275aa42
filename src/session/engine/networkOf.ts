/** Between a run's settings and what the engine is told: the network and how it is trained, there and back. */
import type { ExampleAnswer, ExampleInput } from "../../data/examples";
import { unknownIdIn } from "../../data/vocabulary";
import type { Loss, NetworkConfig, NetworkInput } from "../../engine/model/config";
import type { Checkpoint, TrainingConfig } from "../../engine/train/checkpoint";
import { defaultOptimizers, type OptimizerConfig } from "../../engine/train/optimizer";
import type { Schedule } from "../../schedule";
import { scheduleOf } from "../scheduleOf";
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
  const answer = { kind: "class", at: "every", ahead: true, labels: symbols } as const;
  return { input: { kind: "symbols", symbols }, answer, next: true };
}

/**
 * The network that a run's settings ask for, for a question.
 *
 * @param classCounts how often each class is right in training, for weights that balance them; none without
 */
export function networkOf(
  settings: RunSettings,
  { input, answer }: Pick<Question, "input" | "answer">,
  classCounts?: () => ArrayLike<number>,
): NetworkConfig {
  const { cell, hiddenSizes, bidirectional, dropout, recurrentDropout } = settings;
  return {
    cell,
    input: inputOf(settings, input),
    hiddenSizes,
    bidirectional,
    dropout: hiddenSizes.length > 1 ? dropout : 0,
    recurrentDropout,
    head: { size: answer.kind === "class" ? answer.labels.length : answer.outputs.length, at: answer.at },
    loss: lossOf(settings, answer, classCounts),
  };
}

function inputOf({ inputKind, embeddingSize }: RunSettings, input: ExampleInput): NetworkInput {
  if (input.kind === "features") return { kind: "features", size: input.features.length };
  const vocabularySize = input.symbols.length;
  return inputKind === "embedding"
    ? { kind: "embedding", vocabularySize, size: embeddingSize }
    : { kind: "oneHot", vocabularySize };
}

function lossOf(
  { labelSmoothing, classWeights }: RunSettings,
  answer: ExampleAnswer,
  classCounts?: () => ArrayLike<number>,
): Loss {
  if (answer.kind === "numbers") return { kind: "meanSquaredError" };
  return {
    kind: "crossEntropy",
    labelSmoothing,
    classWeights: classCounts && classWeights === "balanced" ? balancedWeights(classCounts()) : null,
    ignoredClass: unknownAnswer(answer),
  };
}

/** What stands for many symbols is no answer: who says "unknown" has said nothing of what comes. */
function unknownAnswer(answer: ExampleAnswer): number | null {
  return answer.kind === "class" && answer.ahead ? unknownIdIn(answer.labels) : null;
}

/**
 * N / (C · n_c) of N answers, C classes and n_c answers of class c, as scikit-learn's `class_weight="balanced"`; 1 of a class
 * that no answer has.
 */
export function balancedWeights(counts: ArrayLike<number>): readonly number[] {
  const all = Array.from(counts);
  const total = all.reduce((sum, count) => sum + count, 0);
  return all.map((count) => (count > 0 ? total / (all.length * count) : 1));
}

export function trainingOf(settings: RunSettings): TrainingConfig {
  const { sequenceLength, batchSize, learningRate, clipNorm, clipValue, windows, seed } = settings;
  const { patience, initialization } = settings;
  return {
    initialization,
    // As Keras' `unit_forget_bias`.
    forgetBias: initialization === "keras" ? 1 : 0,
    optimizer: optimizerOf(settings),
    schedule: scheduleOf(settings),
    patience: patience > 0 ? patience : null,
    sequenceLength,
    batchSize,
    learningRate,
    clipNorm,
    clipValue,
    windows,
    seed,
  };
}

function optimizerOf({ optimizer, weightDecay, momentum, nesterov }: RunSettings): OptimizerConfig {
  switch (optimizer) {
    case "adam":
    case "adamw":
      return { ...defaultOptimizers[optimizer], weightDecay };
    case "sgd":
      return { ...defaultOptimizers.sgd, weightDecay, momentum, nesterov: nesterov && momentum > 0 };
    case "rmsprop":
      return { ...defaultOptimizers.rmsprop, weightDecay, momentum };
  }
}

/** The settings that a checkpoint was trained with; what it does not use keeps the value in `others`. */
export function settingsOf({ config, training }: Checkpoint, others: RunSettings): RunSettings {
  const { sequenceLength, batchSize, learningRate, clipNorm, clipValue, windows, seed, patience } = training;
  const { cell, hiddenSizes, bidirectional, input, dropout, recurrentDropout, loss } = config;
  return {
    ...others,
    cell,
    hiddenSizes,
    bidirectional,
    inputKind: input.kind === "oneHot" ? "oneHot" : "embedding",
    embeddingSize: input.kind === "embedding" ? input.size : others.embeddingSize,
    dropout: hiddenSizes.length > 1 ? dropout : others.dropout,
    recurrentDropout,
    initialization: training.initialization,
    ...(loss.kind === "crossEntropy" && {
      labelSmoothing: loss.labelSmoothing,
      classWeights: loss.classWeights ? "balanced" : "none",
    }),
    ...optimizerSettings(training.optimizer),
    ...scheduleSettings(training.schedule, others),
    patience: patience ?? 0,
    sequenceLength,
    batchSize,
    learningRate,
    clipNorm,
    clipValue,
    windows,
    seed,
  };
}

function optimizerSettings(config: OptimizerConfig): Partial<RunSettings> {
  const { type: optimizer, weightDecay } = config;
  switch (config.type) {
    case "adam":
    case "adamw":
      return { optimizer, weightDecay };
    case "sgd":
      return {
        optimizer,
        weightDecay,
        momentum: config.momentum,
        ...(config.momentum > 0 && { nesterov: config.nesterov }),
      };
    case "rmsprop":
      return { optimizer, weightDecay, momentum: config.momentum };
  }
}

function scheduleSettings({ warmupSteps, decay }: Schedule, others: RunSettings): Partial<RunSettings> {
  const common = { warmupSteps, decay: decay.kind };
  switch (decay.kind) {
    case "constant":
      return common;
    case "cosine":
      return { ...common, decaySteps: decay.steps, decayFloor: decay.floor };
    case "step":
      return { ...common, decaySteps: decay.every, decayFactor: decay.factor };
    case "exponential":
      return { ...common, decayFactor: factorOf(decay.factor, others) };
    case "plateau":
      return { ...common, decayFactor: decay.factor, decayPatience: decay.patience };
  }
}

/** Over `decaySteps` steps; to the digit where the factor of one step comes from these settings. */
function factorOf(ofOneStep: number, { decaySteps, decayFactor }: RunSettings): number {
  return decayFactor ** (1 / decaySteps) === ofOneStep ? decayFactor : ofOneStep ** decaySteps;
}
