/** PyTorch's state dict of an `nn.GRU`, `nn.LSTM` or `nn.RNN`, alone or in a module, with or without embedding and head. */
import { failure, type Result, success } from "../../data/result";
import { crossEntropy, type NetworkConfig } from "../../engine/model/config";
import { message } from "../../words/message";
import type { Recognised } from "../bring";
import { hasShape, mostLayers } from "../bring";
import type { Weight } from "../network";
import { zeros } from "../rows";

/** Cells by the number of blocks of H rows that their matrices have. */
const cellsByGates = new Map<number, NetworkConfig["cell"]>([
  [1, "rnn"],
  [3, "gru"],
  [4, "lstm"],
]);

const recurrentName = /^(.*?)weight_hh_l(\d{1,3})(_reverse)?$/;

const ownName = /^(weight|bias)_[ih]h_l\d{1,3}(_reverse)?$/;

export function recogniseStateDict(tensors: ReadonlyMap<string, Weight>): Result<Recognised> {
  const found = [...tensors.keys()].flatMap((name) => {
    const match = recurrentName.exec(name);
    return match ? [{ prefix: match[1], layer: Number(match[2]), reverse: match[3] !== undefined }] : [];
  });
  const prefixes = [...new Set(found.map(({ prefix }) => prefix))];
  if (prefixes.length === 0) return failure(message("exchange.noRecurrentLayer", { format: "safetensors" }));
  if (prefixes.length > 1) return failure(message("exchange.severalNetworks", { names: prefixes }));
  const [prefix] = prefixes;
  const layers = 1 + found.reduce((most, { layer }) => Math.max(most, layer), 0);
  if (layers > mostLayers) return failure(message("exchange.tooManyLayers"));
  const bidirectional = found.some(({ reverse }) => reverse);
  const read = recurrentWeights(tensors, prefix, layers, bidirectional);
  if (!read.ok) return read;
  const { cell, hiddenSize, inputSize, weights } = read.value;
  const width = (bidirectional ? 2 : 1) * hiddenSize;
  const embedding = embeddingOf(tensors, prefix, inputSize, width);
  const head = headOf(tensors, prefix, width, embedding?.name ?? null);
  const stray = strayOf(tensors, prefix, [embedding?.name, head?.name]);
  if (stray !== null) return failure(message("exchange.unknownPart", { name: stray }));
  const V = embedding?.weight.shape[0];
  const O = head?.weight.shape[0] ?? V ?? inputSize;
  if (embedding) weights.set("embedding.weight", embedding.weight);
  if (head) weights.set("head.weight", head.weight).set("head.bias", head.bias);
  const config: NetworkConfig = {
    cell,
    input: V
      ? { kind: "embedding", vocabularySize: V, size: inputSize }
      : { kind: "features", size: inputSize },
    hiddenSizes: Array.from({ length: layers }, () => hiddenSize),
    bidirectional,
    dropout: 0,
    recurrentDropout: 0,
    head: { size: O, at: V === O ? "every" : "last" },
    loss: V || O > 1 ? crossEntropy : { kind: "meanSquaredError" },
  };
  return success({ config, weights, isAnswerGuessed: true });
}

function recurrentWeights(
  tensors: ReadonlyMap<string, Weight>,
  prefix: string,
  layers: number,
  bidirectional: boolean,
) {
  const first = tensors.get(`${prefix}weight_hh_l0`);
  const input = tensors.get(`${prefix}weight_ih_l0`);
  const [rows, H] = first?.shape ?? [];
  const cell = cellsByGates.get(rows / H);
  if (input?.shape.length !== 2 || !cell || tensors.has(`${prefix}weight_hr_l0`))
    return failure(message("exchange.unfitWeight", { name: `${prefix}weight_hh_l0` }));
  const weights = new Map<string, Weight>();
  const names = ["weight_ih", "weight_hh", "bias_ih", "bias_hh"];
  for (let layer = 0; layer < layers; layer++)
    for (const suffix of [`_l${layer}`, `_l${layer}_reverse`].slice(0, bidirectional ? 2 : 1))
      for (const name of names) {
        const weight = tensors.get(`${prefix}${name}${suffix}`);
        // Of a module without biases.
        const given = weight ?? (name.startsWith("bias") ? zeros([rows]) : null);
        if (!given) return failure(message("exchange.unfitWeight", { name: `${prefix}${name}${suffix}` }));
        weights.set(`${name}${suffix}`, given);
      }
  return success({ cell, hiddenSize: H, inputSize: input.shape[1], weights });
}

/** Tensors of other parts of the module that are matrices with this many columns. */
const matrices = (tensors: ReadonlyMap<string, Weight>, prefix: string, columns: number) =>
  [...tensors]
    .map(([name, weight]) => ({ name, weight }))
    .filter(
      ({ name, weight: { shape } }) =>
        name.endsWith("weight") &&
        !(prefix !== "" && name.startsWith(prefix)) &&
        shape.length === 2 &&
        shape[0] > 0 &&
        shape[1] === columns,
    );

/**
 * What has a bias is no embedding. Where none is called so, it is the matrix without one that is not needed as the head.
 */
function embeddingOf(tensors: ReadonlyMap<string, Weight>, prefix: string, inputSize: number, width: number) {
  const possible = matrices(tensors, prefix, inputSize).filter(({ name }) => !tensors.has(biasOf(name)));
  const named = possible.find(({ name }) => /emb|wte|encoder/i.test(name));
  const isNeeded = inputSize === width && matrices(tensors, prefix, width).length === 1;
  return named ?? (isNeeded ? null : (possible[0] ?? null));
}

const biasOf = (name: string): string => name.replace(/weight$/, "bias");

/** The last matrix that reads what the top layer gives; one without a bias gets one of zeros. */
function headOf(
  tensors: ReadonlyMap<string, Weight>,
  prefix: string,
  width: number,
  embedding: string | null,
) {
  const found = matrices(tensors, prefix, width)
    .filter(({ name }) => name !== embedding)
    .at(-1);
  if (!found) return null;
  const O = found.weight.shape[0];
  const bias = tensors.get(biasOf(found.name));
  return { name: found.name, weight: found.weight, bias: hasShape(bias, [O]) ? bias : zeros([O]) };
}

/** A tensor that is of none of these, and so of a part that would change the answer; null where there is none. */
function strayOf(
  tensors: ReadonlyMap<string, Weight>,
  prefix: string,
  parts: readonly (string | undefined)[],
): string | null {
  const known = new Set(parts.flatMap((name) => (name === undefined ? [] : [name, biasOf(name)])));
  const stray = [...tensors.keys()].find(
    (name) => !known.has(name) && !(name.startsWith(prefix) && ownName.test(name.slice(prefix.length))),
  );
  return stray ?? null;
}
