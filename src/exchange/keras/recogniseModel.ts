/** Layers of Keras, one behind the other: embedding or one-hot, recurrent layers, dense, activation. */
import { failure, type Result, success } from "../../data/result";
import { crossEntropy, type Loss, type NetworkConfig } from "../../engine/model/config";
import { message } from "../../words/message";
import { mostLayers, type Recognised } from "../bring";
import type { Weight } from "../network";
import { reordered, transposed, zeros } from "../rows";
import type { ChainedLayer, KerasPart } from "./kerasModel";
import type { ReadVariable } from "./readWeights";

/** Blocks of our gates among Keras': r, z, n in z, r, h. */
const orders = new Map<string, readonly number[]>([
  ["GRU", [1, 0, 2]],
  ["LSTM", [0, 1, 2, 3]],
  ["SimpleRNN", [0]],
]);

/** Layers that change nothing when a network answers. */
const passing = new Set(["Dropout", "GaussianDropout", "GaussianNoise", "SpatialDropout1D"]);

/** Puts the weights under our names as it goes. */
export function recogniseModel(all: readonly ChainedLayer[], read: ReadVariable): Result<Recognised> {
  const layers = all.filter(({ class_name }) => !passing.has(class_name));
  const areRecurrent = layers.map((layer) => orders.has(cellOf(layer).class_name));
  const [first, last] = [areRecurrent.indexOf(true), areRecurrent.lastIndexOf(true)];
  if (first < 0) return failure(message("exchange.noRecurrentLayer", { format: "keras" }));
  const weights = new Map<string, Weight>();
  const input = inputOf(layers.slice(0, first), read, weights);
  if (!input.ok) return input;
  const recurrent = recurrentOf(layers.slice(first, last + 1), read, weights);
  if (!recurrent.ok) return recurrent;
  const activation = answerOf(layers.slice(last + 1), read, weights);
  if (!activation.ok) return activation;
  const [{ cell, inputSize }] = recurrent.value;
  return success({
    config: {
      cell,
      input: input.value ?? { kind: "features", size: inputSize },
      hiddenSizes: recurrent.value.map(({ hiddenSize }) => hiddenSize),
      bidirectional: layers[first].config.layer !== undefined,
      dropout: 0,
      recurrentDropout: 0,
      head: {
        size: weights.get("head.weight")?.shape[0] ?? inputSize,
        at: cellOf(layers[last]).config.return_sequences ? "every" : "last",
      },
      loss: lossOf(activation.value),
    },
    weights,
  });
}

const unknown = (name: string) => failure(message("exchange.unknownPart", { name }));

/** What a layer of both directions wraps, or the layer. */
const cellOf = (layer: ChainedLayer): KerasPart =>
  (layer.class_name === "Bidirectional" ? layer.config.layer : null) ?? layer;

/** What the first recurrent layer reads; null for features as they are. */
function inputOf(
  layers: readonly ChainedLayer[],
  read: ReadVariable,
  weights: Map<string, Weight>,
): Result<NetworkConfig["input"] | null> {
  let input: NetworkConfig["input"] | null = null;
  for (const { class_name, config, place } of layers) {
    // What is masked is padding, which sequences have none of here: they have lengths.
    if (class_name === "Reshape" || class_name === "Masking") continue;
    if (class_name === "Embedding" && !input) {
      const table = read(`${place}/vars/0`);
      if (table?.shape.length !== 2)
        return failure(message("exchange.unfitWeight", { name: `${place}/vars/0` }));
      weights.set("embedding.weight", table);
      input = { kind: "embedding", vocabularySize: table.shape[0], size: table.shape[1] };
    } else if (class_name === "CategoryEncoding" && !input && config.output_mode === "one_hot")
      input = { kind: "oneHot", vocabularySize: config.num_tokens };
    else return unknown(class_name);
  }
  return success(input);
}

interface Found {
  readonly cell: NetworkConfig["cell"];
  readonly inputSize: number;
  readonly hiddenSize: number;
}

function recurrentOf(
  layers: readonly ChainedLayer[],
  read: ReadVariable,
  weights: Map<string, Weight>,
): Result<readonly Found[]> {
  if (layers.length > mostLayers) return failure(message("exchange.tooManyLayers"));
  const found: Found[] = [];
  for (const [l, layer] of layers.entries()) {
    const part = cellOf(layer);
    const isLike =
      part.class_name === cellOf(layers[0]).class_name && layer.class_name === layers[0].class_name;
    const other = isLike ? unusualOf(layer) : "";
    if (other !== null) return unknown(`${part.class_name} ${other}`.trim());
    const isBoth = layer.config.layer !== undefined;
    const places = isBoth ? [`${layer.place}/forward_layer`, `${layer.place}/backward_layer`] : [layer.place];
    const one = layerOf(read, places, part, l, weights);
    if (!one.ok) return one;
    if (one.value.cell !== (found[0] ?? one.value).cell) return unknown(`${part.class_name} reset_after`);
    found.push(one.value);
  }
  return success(found);
}

/** The setting by which a layer computes something else than ours does; null where there is none. */
function unusualOf(layer: ChainedLayer): string | null {
  const { config } = layer;
  const [part, backward] = [cellOf(layer), config.backward_layer ?? null];
  if (part !== layer && (config.merge_mode ?? "concat") !== "concat") return "merge_mode";
  if (part.config.go_backwards || backward?.config.go_backwards === false) return "go_backwards";
  const isAlike = (["reset_after", "return_sequences"] as const).every(
    (name) => !backward || backward.config[name] === part.config[name],
  );
  if (!isAlike || (backward && backward.class_name !== part.class_name)) return "backward_layer";
  for (const { config: settings } of backward ? [part, backward] : [part]) {
    if ((settings.activation ?? "tanh") !== "tanh") return "activation";
    if ((settings.recurrent_activation ?? "sigmoid") !== "sigmoid") return "recurrent_activation";
  }
  return null;
}

const activations = new Set<unknown>(["linear", "softmax", "sigmoid"]);

/** The head, if there is one, and the name of its activation, which may stand behind it. */
function answerOf(
  layers: readonly ChainedLayer[],
  read: ReadVariable,
  weights: Map<string, Weight>,
): Result<string> {
  let activation = "linear";
  for (const [i, { class_name, config, place }] of layers.entries()) {
    const isEach = class_name === "TimeDistributed" && config.layer?.class_name === "Dense";
    const isDense = class_name === "Dense" || isEach;
    const own =
      class_name === "Softmax"
        ? "softmax"
        : ((isEach ? config.layer?.config : config)?.activation ?? "linear");
    const isKnown = isDense ? i === 0 : i === 1 && activation === "linear" && behind.has(class_name);
    if (!isKnown || !activations.has(own)) return unknown(isKnown ? String(own) : class_name);
    activation = String(own);
    if (!isDense) continue;
    const at = isEach ? `${place}/layer` : place;
    const [kernel, bias] = [read(`${at}/vars/0`), read(`${at}/vars/1`)];
    if (kernel?.shape.length !== 2) return failure(message("exchange.unfitWeight", { name: `${at}/vars/0` }));
    weights.set("head.weight", transposed(kernel)).set("head.bias", bias ?? zeros([kernel.shape[1]]));
  }
  return success(activation);
}

const behind = new Set(["Activation", "Softmax"]);

function lossOf(activation: string): Loss {
  if (activation === "softmax") return crossEntropy;
  return activation === "sigmoid" ? { kind: "binaryCrossEntropy" } : { kind: "meanSquaredError" };
}

/** Puts the variables of a layer, of one direction or both, under our names. */
function layerOf(
  read: ReadVariable,
  places: readonly string[],
  { class_name: className, config }: KerasPart,
  layer: number,
  weights: Map<string, Weight>,
): Result<Found> {
  const order = orders.get(className) ?? [];
  const isReset = className === "GRU" && !config.reset_after;
  const found = { inputSize: 0, hiddenSize: 0 };
  for (const [d, place] of places.entries()) {
    const unfit = failure(message("exchange.unfitWeight", { name: `${place}/cell/vars` }));
    const [kernel, recurrent, bias] = [0, 1, 2].map((i) => read(`${place}/cell/vars/${i}`));
    if (kernel?.shape.length !== 2 || recurrent?.shape.length !== 2) return unfit;
    const [I, rows] = kernel.shape;
    const H = rows / order.length;
    const biases = bias ?? zeros([2, rows]);
    const isTwo = biases.shape.length === 2;
    if (recurrent.shape[0] !== H || recurrent.shape[1] !== rows || biases.shape.at(-1) !== rows) return unfit;
    Object.assign(found, { inputSize: I, hiddenSize: H });
    const suffix = `_l${layer}${d === 1 ? "_reverse" : ""}`;
    const ofBias = (first: number): Weight =>
      reordered({ shape: [rows], values: biases.values.slice(first, first + rows) }, order);
    weights.set(`weight_ih${suffix}`, reordered(transposed(kernel), order));
    weights.set(`weight_hh${suffix}`, reordered(transposed(recurrent), order));
    weights.set(`bias_ih${suffix}`, ofBias(0));
    if (!isReset) weights.set(`bias_hh${suffix}`, isTwo ? ofBias(rows) : zeros([rows]));
  }
  const cell: NetworkConfig["cell"] =
    className === "LSTM" ? "lstm" : className === "SimpleRNN" ? "rnn" : isReset ? "gruResetBefore" : "gru";
  return success({ cell, ...found });
}
