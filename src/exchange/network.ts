/** A network as it travels between this program and others: what it is, its weights, and what its numbers mean. */
import { directions, type NetworkConfig } from "../engine/model/config";
import { elementCount } from "../engine/plan/plan";
import type { Checkpoint } from "../engine/train/checkpoint";

/** A column of numbers: the network sees (value − shift) / scale. */
export interface Scaling {
  readonly name: string;
  readonly unit: string | null;
  readonly shift: number;
  readonly scale: number;
}

/** What nobody can tell from the weights; what is not known is empty. */
export interface Meaning {
  /** Symbol of each token id. */
  readonly vocabulary: readonly string[];
  /** What each feature is, [I]. */
  readonly features: readonly Scaling[];
  /** Name of each class, [O]. */
  readonly labels: readonly string[];
  /** What each number is that is answered, [O]. */
  readonly outputs: readonly Scaling[];
}

export const noMeaning: Meaning = { vocabulary: [], features: [], labels: [], outputs: [] };

/** The values of a parameter, in rows. */
export interface Weight {
  readonly shape: readonly number[];
  readonly values: Float32Array;
}

export interface TravellingNetwork {
  readonly config: NetworkConfig;
  /** By the engine's names, which are PyTorch's. */
  readonly weights: ReadonlyMap<string, Weight>;
  readonly meaning: Meaning;
}

/** @param meaning what is known beside the vocabulary */
export function networkOf(
  { config, table, parameters, vocabulary }: Checkpoint,
  meaning: Partial<Meaning> = {},
): TravellingNetwork {
  const weights = table.map(({ name, shape, offset }): [string, Weight] => [
    name,
    { shape, values: parameters.slice(offset, offset + elementCount(shape)) },
  ]);
  return { config, weights: new Map(weights), meaning: { ...noMeaning, vocabulary, ...meaning } };
}

/** @throws where the network has no such parameter, which its configuration says it has */
export function weightOf({ weights }: TravellingNetwork, name: string): Weight {
  const weight = weights.get(name);
  if (!weight) throw new Error(`The network has no parameter “${name}”.`);
  return weight;
}

/** The directions of each layer. */
export function layersOf(config: NetworkConfig) {
  const all = directions(config);
  return config.hiddenSizes.map((_, layer) => all.filter((direction) => direction.layer === layer));
}

/** What the outputs become probabilities by, or stay as they are. */
export function activationOf({ loss }: NetworkConfig): "softmax" | "sigmoid" | "linear" {
  switch (loss.kind) {
    case "crossEntropy":
      return "softmax";
    case "binaryCrossEntropy":
      return "sigmoid";
    case "meanSquaredError":
      return "linear";
  }
}
