/** A `.keras` file of one layer behind the other: input, embedding or one-hot, recurrent layers, dense. */
import { unzipSync } from "fflate";
import * as v from "valibot";
import { failure, type Result, success } from "../../data/result";
import { crossEntropy, type Loss, type NetworkConfig } from "../../engine/model/config";
import { message } from "../../words/message";
import { type BroughtNetwork, bring, mostLayers, type Recognised } from "../bring";
import type { Weight } from "../network";
import { jsonOf, ourMetadata } from "../ourMetadata";
import { reordered, transposed, zeros } from "../rows";
import { layerNames } from "./kerasNames";
import type { ReadVariable } from "./readWeights";

const layerSchema = v.object({
  class_name: v.string(),
  config: v.looseObject({
    layer: v.optional(v.object({ class_name: v.string(), config: v.looseObject({}) })),
    activation: v.optional(v.unknown()),
    reset_after: v.optional(v.boolean()),
    return_sequences: v.optional(v.boolean()),
    num_tokens: v.optional(v.number()),
  }),
});
type Layer = v.InferOutput<typeof layerSchema>;
const modelSchema = v.object({ config: v.object({ layers: v.array(layerSchema) }) });

export async function fromKeras(bytes: Uint8Array): Promise<Result<BroughtNetwork>> {
  const cutOff = failure(message("exchange.cutOff", { format: "keras" }));
  const parts = partsOf(bytes);
  const config = parts?.get("config.json");
  const weights = parts?.get("model.weights.h5");
  if (!parts || !config || !weights) return cutOff;
  const model = v.safeParse(modelSchema, jsonOf(new TextDecoder().decode(config)));
  if (!model.success) return cutOff;
  const ours = ourMetadata(ourEntries(parts.get("gru-playground.json")));
  try {
    const { withWeights } = await import("./readWeights");
    const recognised = await withWeights(weights, (read) => recognise(model.output.config.layers, read));
    if (!recognised.ok) return recognised;
    return bring({
      ...recognised.value,
      meaning: ours.meaning,
      config: ours.config ?? recognised.value.config,
    });
  } catch {
    // What its library throws, it throws of files that are no HDF5.
    return cutOff;
  }
}

const mostConfigBytes = 2 ** 24;
const mostWeightBytes = 2 ** 30;
/** What a byte of deflate can become, at most. */
const mostInflated = 1032;

/** The parts that are looked at, where what they say of their sizes can be. */
function partsOf(bytes: Uint8Array): ReadonlyMap<string, Uint8Array> | null {
  const limits = new Map([
    ["config.json", mostConfigBytes],
    ["gru-playground.json", mostConfigBytes],
    ["model.weights.h5", mostWeightBytes],
  ]);
  try {
    const parts = unzipSync(bytes, {
      filter: ({ name, size, originalSize }) =>
        originalSize <= Math.min(limits.get(name) ?? -1, mostInflated * size) && size <= bytes.length,
    });
    return new Map(Object.entries(parts));
  } catch {
    return null;
  }
}

function ourEntries(part: Uint8Array | undefined): ReadonlyMap<string, string> {
  const entries = v.safeParse(
    v.array(v.tuple([v.string(), v.string()])),
    jsonOf(new TextDecoder().decode(part ?? new Uint8Array())),
  );
  return new Map(entries.success ? entries.output : []);
}

/** Blocks of our gates among Keras': r, z, n in z, r, h. */
const kinds = new Map<string, readonly number[]>([
  ["GRU", [1, 0, 2]],
  ["LSTM", [0, 1, 2, 3]],
  ["SimpleRNN", [0]],
]);

/** Layers that change nothing when a network answers. */
const passing = new Set(["InputLayer", "Dropout", "Reshape", "Masking", "Activation", "Softmax"]);

interface Found {
  readonly cell: NetworkConfig["cell"];
  readonly inputSize: number;
  readonly hiddenSize: number;
}

function recognise(layers: readonly Layer[], read: ReadVariable): Result<Recognised> {
  const named = layers.filter(({ class_name }) => class_name !== "InputLayer");
  const names = layerNames(named.map(({ class_name }) => ({ className: class_name })));
  const weights = new Map<string, Weight>();
  const recurrent: Found[] = [];
  let input: NetworkConfig["input"] | null = null;
  let [isBidirectional, keepsSteps, activation] = [false, false, "linear"];
  for (const [i, layer] of named.entries()) {
    const place = `layers/${names[i]}`;
    const inner = layer.class_name === "Bidirectional" ? layer.config.layer : null;
    const order = kinds.get((inner ?? layer).class_name);
    if (order) {
      const { config } = v.parse(layerSchema, inner ?? layer);
      if (recurrent.length === mostLayers) return failure(message("exchange.tooManyLayers"));
      const places = inner ? [`${place}/forward_layer`, `${place}/backward_layer`] : [place];
      const found = layerOf(
        read,
        places,
        (inner ?? layer).class_name,
        order,
        recurrent.length,
        weights,
        config,
      );
      if (!found.ok) return found;
      recurrent.push(found.value);
      isBidirectional ||= inner !== null;
      keepsSteps = config.return_sequences === true;
    } else if (layer.class_name === "Embedding") {
      const table = read(`${place}/vars/0`);
      if (table?.shape.length !== 2)
        return failure(message("exchange.unfitWeight", { name: `${place}/vars/0` }));
      weights.set("embedding.weight", table);
      input = { kind: "embedding", vocabularySize: table.shape[0], size: table.shape[1] };
    } else if (layer.class_name === "CategoryEncoding") {
      input = { kind: "oneHot", vocabularySize: layer.config.num_tokens ?? 0 };
    } else if (layer.class_name === "Dense") {
      const kernel = read(`${place}/vars/0`);
      if (kernel?.shape.length !== 2 || weights.has("head.weight"))
        return failure(message("exchange.unknownPart", { name: names[i] }));
      weights.set("head.weight", transposed(kernel));
      weights.set("head.bias", read(`${place}/vars/1`) ?? zeros([kernel.shape[1]]));
      activation = String(layer.config.activation ?? "linear");
    } else if (!passing.has(layer.class_name))
      return failure(message("exchange.unknownPart", { name: layer.class_name }));
    if (layer.class_name === "Softmax") activation = "softmax";
    if (layer.class_name === "Activation") activation = String(layer.config.activation);
  }
  if (recurrent.length === 0) return failure(message("exchange.noRecurrentLayer", { format: "keras" }));
  const [{ cell, inputSize }] = recurrent;
  return success({
    config: {
      cell,
      input: input ?? { kind: "features", size: inputSize },
      hiddenSizes: recurrent.map(({ hiddenSize }) => hiddenSize),
      bidirectional: isBidirectional,
      dropout: 0,
      recurrentDropout: 0,
      head: { size: weights.get("head.weight")?.shape[0] ?? inputSize, at: keepsSteps ? "every" : "last" },
      loss: lossOf(activation),
    },
    weights,
  });
}

function lossOf(activation: string): Loss {
  if (activation === "softmax") return crossEntropy;
  return activation === "sigmoid" ? { kind: "binaryCrossEntropy" } : { kind: "meanSquaredError" };
}

/** Puts the variables of a layer, of one direction or both, under our names. */
function layerOf(
  read: ReadVariable,
  places: readonly string[],
  className: string,
  order: readonly number[],
  layer: number,
  weights: Map<string, Weight>,
  config: Layer["config"],
): Result<Found> {
  const isReset = className === "GRU" && config.reset_after === false;
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
