/** Initial parameters, seeded: the same generator state gives the same numbers. */

import type { Random } from "../../random";
import { elementCount, layoutTable } from "../plan/plan";
import type { ParameterShape } from "./cells/cell";
import { type NetworkConfig, parameterShapes } from "./config";

/**
 * - `pytorch`: everything of a layer uniform in ±1/√H, of the head in ±1/√fan_in, as PyTorch's RNN modules and `Linear`.
 * - `keras`: input weights and head uniform in ±√(6 / (fan_in + fan_out)) (Glorot and Bengio 2010), recurrent weights
 *   orthogonal (Saxe and others, arXiv 1312.6120), biases zero; a layer's gates count as one matrix.
 *
 * In both, embeddings are as the framework draws them (N(0, 1), or uniform in ±0.05).
 */
export type Initialization = "pytorch" | "keras";

export interface InitializeOptions {
  readonly initialization: Initialization;
  /** Added to the biases of an LSTM's forget gates (Jozefowicz and others 2015 advise 1). */
  readonly forgetBias: number;
}

export const plainInitialization: InitializeOptions = { initialization: "pytorch", forgetBias: 0 };

/** A bank of initial parameters; padding is zero. */
export function initializeParameters(
  config: NetworkConfig,
  random: Random,
  options: InitializeOptions = plainInitialization,
): Float32Array<ArrayBuffer> {
  const parameters = parameterShapes(config);
  const { entries, length } = layoutTable(parameters);
  const bank = new Float32Array(length);
  parameters.forEach((parameter, i) => {
    bank.set(draw(parameter, config, random, options), entries[i].offset);
  });
  return bank;
}

function draw(
  parameter: ParameterShape,
  config: NetworkConfig,
  random: Random,
  { initialization, forgetBias }: InitializeOptions,
): Float32Array {
  const drawn =
    initialization === "keras" ? drawKeras(parameter, random) : drawPytorch(parameter, config, random);
  const { first, end } = parameter.forgetRows ?? { first: 0, end: 0 };
  return drawn.map((value, row) => (row >= first && row < end ? value + forgetBias : value));
}

function drawPytorch({ name, shape }: ParameterShape, config: NetworkConfig, random: Random): Float32Array {
  if (name === "embedding.weight") return filled(shape, () => random.normal());
  const layer = Number(/_l(\d)/.exec(name)?.[1] ?? config.hiddenSizes.length - 1);
  const directions = name.startsWith("head.") && config.bidirectional ? 2 : 1;
  const bound = 1 / Math.sqrt(directions * config.hiddenSizes[layer]);
  return filled(shape, () => (2 * random.uniform() - 1) * bound);
}

function drawKeras({ name, shape, recurrent }: ParameterShape, random: Random): Float32Array {
  if (name === "embedding.weight") return filled(shape, () => (2 * random.uniform() - 1) * 0.05);
  if (shape.length === 1) return new Float32Array(elementCount(shape));
  const [rows, columns] = shape;
  if (recurrent) return orthogonal(rows, columns, random);
  const bound = Math.sqrt(6 / (rows + columns));
  return filled(shape, () => (2 * random.uniform() - 1) * bound);
}

function filled(shape: readonly number[], next: () => number): Float32Array {
  return Float32Array.from({ length: elementCount(shape) }, next);
}

/** Columns of length 1 at right angles to each other, by Gram and Schmidt's process on normal ones; rows ≥ columns. */
export function orthogonal(rows: number, columns: number, random: Random): Float32Array {
  const basis: Float64Array[] = [];
  while (basis.length < columns) {
    const column = Float64Array.from({ length: rows }, () => random.normal());
    // Twice, so that rounding does not spoil the angles (Kahan's "twice is enough").
    for (let pass = 0; pass < 2; pass++)
      for (const other of basis) addScaled(column, -dot(column, other), other);
    const length = Math.sqrt(dot(column, column));
    basis.push(column.map((value) => value / length));
  }
  return Float32Array.from({ length: rows * columns }, (_, i) => basis[i % columns][Math.floor(i / columns)]);
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i];
  return sum;
}

/** a += scale · b. */
function addScaled(a: Float64Array, scale: number, b: Float64Array): void {
  for (let i = 0; i < a.length; i++) a[i] += scale * b[i];
}
