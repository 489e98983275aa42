/** A network as Keras' layers, one behind the other: what `config.json` lists, what the weights' file holds, and what Python says. */
import type { Direction, NetworkConfig } from "../../engine/model/config";
import { activationOf, layersOf, type TravellingNetwork, type Weight, weightOf } from "../network";
import { added, joined, reordered, transposed } from "../rows";

/** An argument of a layer; of `Bidirectional` it is a layer. */
export type KerasValue = number | string | boolean | null | readonly (number | null)[] | KerasLayer;

export interface KerasLayer {
  readonly className: string;
  /** By the names of Python's and of `config.json`. */
  readonly settings: readonly (readonly [name: string, value: KerasValue])[];
  /** Below the layer's own group, in `…/vars/0`, `…/vars/1`, … */
  readonly variables: readonly (readonly [group: string, values: readonly Weight[]])[];
}

/** The four-gate cell is no layer of Keras. */
export type KerasCell = Exclude<NetworkConfig["cell"], "fourGate">;

export interface KerasNetwork {
  readonly input: { readonly shape: readonly (number | null)[]; readonly dtype: "int32" | "float32" };
  readonly layers: readonly KerasLayer[];
}

export function kerasLayers(network: TravellingNetwork, cell: KerasCell): KerasNetwork {
  const { config } = network;
  const recurrent = layersOf(config).map((directions, layer, all) => {
    const keepsSteps = layer < all.length - 1 || config.head.at === "every";
    const plain = recurrentLayer(network, cell, directions, keepsSteps);
    return directions.length === 1 ? plain : inBothDirections(plain);
  });
  const input = config.input;
  return {
    input: {
      shape: input.kind === "features" ? [null, null, input.size] : [null, null],
      dtype: input.kind === "features" ? "float32" : "int32",
    },
    layers: [...inputLayers(network), ...recurrent, dense(network)],
  };
}

function inputLayers(network: TravellingNetwork): readonly KerasLayer[] {
  const { input } = network.config;
  switch (input.kind) {
    case "features":
      return [];
    case "embedding":
      return [
        {
          className: "Embedding",
          settings: [
            ["input_dim", input.vocabularySize],
            ["output_dim", input.size],
          ],
          variables: [["", [weightOf(network, "embedding.weight")]]],
        },
      ];
    case "oneHot":
      // Of a sequence of one step alone, CategoryEncoding would take the steps for the symbols.
      return [
        { className: "Reshape", settings: [["target_shape", [-1, 1]]], variables: [] },
        {
          className: "CategoryEncoding",
          settings: [
            ["num_tokens", input.vocabularySize],
            ["output_mode", "one_hot"],
          ],
          variables: [],
        },
      ];
  }
}

/** Class, and the blocks of its gates among ours: Keras' GRU has z, r, h for our r, z, n. */
const kerasCells = {
  gru: { className: "GRU", order: [1, 0, 2], settings: [["reset_after", true]] },
  gruResetBefore: { className: "GRU", order: [1, 0, 2], settings: [["reset_after", false]] },
  lstm: { className: "LSTM", order: [0, 1, 2, 3], settings: [] },
  rnn: { className: "SimpleRNN", order: [0], settings: [] },
} as const;

function recurrentLayer(
  network: TravellingNetwork,
  cell: KerasCell,
  directions: readonly Direction[],
  keepsSteps: boolean,
): KerasLayer {
  const { className, order, settings } = kerasCells[cell];
  const weights = directions.map(({ suffix }): [string, readonly Weight[]] => {
    const gates = (name: string) => reordered(weightOf(network, `${name}${suffix}`), order);
    return ["cell/", [transposed(gates("weight_ih")), transposed(gates("weight_hh")), biasOf(cell, gates)]];
  });
  return {
    className,
    settings: [["units", directions[0].hiddenSize], ["return_sequences", keepsSteps], ...settings],
    variables: weights,
  };
}

/** Only the GRU that resets after has two biases, as rows: that of the candidate's hidden part stands within r ⊙ (…). */
function biasOf(cell: KerasCell, gates: (name: string) => Weight): Weight {
  const input = gates("bias_ih");
  switch (cell) {
    case "gru":
      return joined([2, ...input.shape], [input, gates("bias_hh")]);
    case "gruResetBefore":
      return input;
    default:
      return added(input, gates("bias_hh"));
  }
}

function inBothDirections({ variables: [forward, backward], ...layer }: KerasLayer): KerasLayer {
  return {
    className: "Bidirectional",
    settings: [["layer", { ...layer, variables: [] }]],
    variables: [
      [`forward_layer/${forward[0]}`, forward[1]],
      [`backward_layer/${backward[0]}`, backward[1]],
    ],
  };
}

function dense(network: TravellingNetwork): KerasLayer {
  return {
    className: "Dense",
    settings: [
      ["units", network.config.head.size],
      ["activation", activationOf(network.config)],
    ],
    variables: [["", [transposed(weightOf(network, "head.weight")), weightOf(network, "head.bias")]]],
  };
}
