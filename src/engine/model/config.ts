/**
 * What a network is, apart from its weights and its batch: plain data, saved in checkpoints.
 *
 * Symbols: I input size, H hidden units, V vocabulary size, O outputs of the head.
 */
import { layoutTable, type ParameterTable } from "../plan/plan";

export type NetworkInput =
  /** Token ids through a learned table [V, I]. */
  | { readonly kind: "embedding"; readonly vocabularySize: number; readonly size: number }
  /** Token ids as indicator vectors; I = V. */
  | { readonly kind: "oneHot"; readonly vocabularySize: number }
  /** Real-valued features [T, B, I]. */
  | { readonly kind: "features"; readonly size: number };

export interface NetworkConfig {
  readonly cell: "gru";
  readonly input: NetworkInput;
  readonly hiddenSize: number;
  readonly head: { readonly size: number };
}

/** I: how many numbers the cell reads per time step. */
export function inputSize(input: NetworkInput): number {
  return input.kind === "oneHot" ? input.vocabularySize : input.size;
}

/** Names and shapes of all parameters, as PyTorch has them, with their places in the banks. */
export function parameterTable({ input, hiddenSize: H, head }: NetworkConfig): ParameterTable {
  const I = inputSize(input);
  const embedding =
    input.kind === "embedding" ? [{ name: "embedding.weight", shape: [input.vocabularySize, I] }] : [];
  return layoutTable([
    ...embedding,
    { name: "weight_ih_l0", shape: [3 * H, I] },
    { name: "weight_hh_l0", shape: [3 * H, H] },
    { name: "bias_ih_l0", shape: [3 * H] },
    { name: "bias_hh_l0", shape: [3 * H] },
    { name: "head.weight", shape: [head.size, H] },
    { name: "head.bias", shape: [head.size] },
  ]);
}
