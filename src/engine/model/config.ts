/**
 * What a network is, apart from its weights and its batch: plain data, saved in checkpoints.
 *
 * Symbols: I input size, H hidden units, L layers, D directions (1 or 2), V vocabulary size, O outputs of the head.
 */
import { layoutTable, type ParameterTable } from "../plan/plan";
import type { ParameterShape } from "./cells/cell";
import { type CellName, cells } from "./cells/registry";

export type NetworkInput =
  /** Token ids through a learned table [V, I]. */
  | { readonly kind: "embedding"; readonly vocabularySize: number; readonly size: number }
  /** Token ids as indicator vectors; I = V. */
  | { readonly kind: "oneHot"; readonly vocabularySize: number }
  /** Real-valued features [T, B, I]. */
  | { readonly kind: "features"; readonly size: number };

/** What the head's outputs are for, and how wrong ones are punished; definitions in `ops/`. */
export type Loss =
  /** The outputs are the logits of O classes. */
  | {
      readonly kind: "crossEntropy";
      /** 0 to 1. */
      readonly labelSmoothing: number;
      /** One weight a class, or null. */
      readonly classWeights: readonly number[] | null;
      /** Answers of this class count nowhere: not in the loss, the accuracy or a gradient. Or null. */
      readonly ignoredClass: number | null;
    }
  /** The outputs are estimates of O numbers. */
  | { readonly kind: "meanSquaredError" }
  /** The outputs are the logits of O yes-or-no questions. */
  | { readonly kind: "binaryCrossEntropy" };

export interface NetworkConfig {
  readonly cell: CellName;
  readonly input: NetworkInput;
  /** H of each of the L layers, the first reads the input. */
  readonly hiddenSizes: readonly number[];
  readonly bidirectional: boolean;
  /** Share of a layer's outputs that the next layer does not see, a new draw at every step; 0 to below 1. */
  readonly dropout: number;
  /** Share of h' that products do not see, one draw for a whole sequence; 0 to below 1. */
  readonly recurrentDropout: number;
  /** `at`: an output at every step, or one after the last valid step. */
  readonly head: { readonly size: number; readonly at: "every" | "last" };
  readonly loss: Loss;
}

export const crossEntropy: Loss = {
  kind: "crossEntropy",
  labelSmoothing: 0,
  classWeights: null,
  ignoredClass: null,
};

/** The simplest network with the given parts: one direction, no dropout, the classes of a symbol at every step. */
export function simpleNetwork(
  parts: Pick<NetworkConfig, "cell" | "input" | "hiddenSizes"> & { readonly outputs: number },
): NetworkConfig {
  const { outputs, ...rest } = parts;
  return {
    ...rest,
    bidirectional: false,
    dropout: 0,
    recurrentDropout: 0,
    head: { size: outputs, at: "every" },
    loss: crossEntropy,
  };
}

/** I of the first layer: how many numbers the network reads per time step. */
export function inputSize(input: NetworkInput): number {
  return input.kind === "oneHot" ? input.vocabularySize : input.size;
}

/** The tensor that a sequence is written to. */
export const inputTensor = ({ kind }: NetworkInput): "x" | "tokens" => (kind === "features" ? "x" : "tokens");

/** One layer in one direction. */
export interface Direction {
  readonly layer: number;
  readonly reverse: 0 | 1;
  readonly inputSize: number;
  readonly hiddenSize: number;
  /** Ends the names of its tensors and parameters, as in PyTorch: `_l0`, `_l1_reverse`. */
  readonly suffix: string;
}

/** Whether training draws any masks of dropout. */
export const drops = ({ dropout, recurrentDropout }: NetworkConfig): boolean =>
  dropout > 0 || recurrentDropout > 0;

export const directionsOf = ({ bidirectional }: NetworkConfig): readonly (0 | 1)[] =>
  bidirectional ? [0, 1] : [0];

/** All layers and directions, in the order of PyTorch's parameters. */
export function directions(config: NetworkConfig): readonly Direction[] {
  const D = directionsOf(config).length;
  return config.hiddenSizes.flatMap((hiddenSize, layer) =>
    directionsOf(config).map((reverse) => ({
      layer,
      reverse,
      inputSize: layer === 0 ? inputSize(config.input) : D * config.hiddenSizes[layer - 1],
      hiddenSize,
      suffix: `_l${layer}${reverse ? "_reverse" : ""}`,
    })),
  );
}

/** The tensors [S, B, H] in which the states of B sequences wait for a stateful plan's next run. */
export function carriedStates(config: NetworkConfig, B: number): readonly ParameterShape[] {
  const S = cells[config.cell].states.length;
  return directions(config).map(({ suffix, hiddenSize }) => ({
    name: `carried${suffix}`,
    shape: [S, B, hiddenSize],
  }));
}

export interface ContinuedState {
  /** The tensors of a `continued` plan in which the host finds the state before the first step, and after the last. */
  readonly begin: string;
  readonly end: string;
  /** [B, H] */
  readonly shape: readonly number[];
}

/** Each state of each layer of B sequences. A network that reads both ways has none that could be continued. */
export function continuedStates(config: NetworkConfig, B: number): readonly ContinuedState[] {
  if (config.bidirectional) return [];
  return directions(config).flatMap(({ suffix, hiddenSize }) =>
    cells[config.cell].states.map((_, s) => ({
      begin: `begin${suffix}_${s}`,
      end: `end${suffix}_${s}`,
      shape: [B, hiddenSize],
    })),
  );
}

/** How many numbers the head reads. */
export function headInputSize(config: NetworkConfig): number {
  return directionsOf(config).length * config.hiddenSizes[config.hiddenSizes.length - 1];
}

/** Names and shapes of all parameters, as PyTorch has them. */
export function parameterShapes(config: NetworkConfig): readonly ParameterShape[] {
  const { input, head } = config;
  const embedding =
    input.kind === "embedding"
      ? [{ name: "embedding.weight", shape: [input.vocabularySize, input.size] }]
      : [];
  const layers = directions(config).flatMap((direction) =>
    cells[config.cell]
      .parameters(direction.inputSize, direction.hiddenSize)
      .map((parameter) => ({ ...parameter, name: `${parameter.name}${direction.suffix}` })),
  );
  return [
    ...embedding,
    ...layers,
    { name: "head.weight", shape: [head.size, headInputSize(config)] },
    { name: "head.bias", shape: [head.size] },
  ];
}

/** All parameters with their places in the banks. */
export const parameterTable = (config: NetworkConfig): ParameterTable => layoutTable(parameterShapes(config));
