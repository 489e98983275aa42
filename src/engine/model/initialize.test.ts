import { expect, test } from "vitest";
import { Random } from "../../random";
import { type NetworkConfig, parameterTable, simpleNetwork } from "./config";
import { initializeParameters, orthogonal } from "./initialize";

const config: NetworkConfig = {
  ...simpleNetwork({
    cell: "lstm",
    input: { kind: "embedding", vocabularySize: 50, size: 20 },
    hiddenSizes: [30, 12],
    outputs: 40,
  }),
  bidirectional: true,
};

function parameters(initialization: "pytorch" | "keras", forgetBias = 0): Map<string, Float32Array> {
  const bank = initializeParameters(config, Random.fromSeed(2), { initialization, forgetBias });
  const { entries } = parameterTable(config);
  return new Map(
    entries.map(({ name, shape, offset }) => [
      name,
      bank.slice(offset, offset + shape.reduce((a, b) => a * b)),
    ]),
  );
}

const largest = (values: Float32Array | undefined) => Math.max(...(values ?? []).map(Math.abs));

/** Uniform numbers fill their range: the largest of some hundreds comes close to the bound and never over it. */
function expectBound(values: Float32Array | undefined, bound: number): void {
  expect(largest(values)).toBeLessThanOrEqual(bound);
  expect(largest(values)).toBeGreaterThan(0.93 * bound);
}

test("as PyTorch: uniform, by the units of the layer and the inputs of the head", () => {
  const drawn = parameters("pytorch");
  expectBound(drawn.get("weight_ih_l0"), 1 / Math.sqrt(30));
  expectBound(drawn.get("weight_hh_l1_reverse"), 1 / Math.sqrt(12));
  expectBound(drawn.get("bias_hh_l0"), 1 / Math.sqrt(30));
  expectBound(drawn.get("head.weight"), 1 / Math.sqrt(24));
  const embedding = drawn.get("embedding.weight") ?? new Float32Array(0);
  const variance = embedding.reduce((sum, value) => sum + value * value, 0) / embedding.length;
  expect(variance).toBeGreaterThan(0.85);
  expect(variance).toBeLessThan(1.15);
});

test("as Keras: Glorot's bound, orthogonal recurrent weights, no biases but the forget gate's", () => {
  const drawn = parameters("keras", 1);
  expectBound(drawn.get("weight_ih_l0"), Math.sqrt(6 / (120 + 20)));
  expectBound(drawn.get("head.weight"), Math.sqrt(6 / (40 + 24)));
  expect(largest(drawn.get("head.bias"))).toBe(0);
  expectBound(drawn.get("embedding.weight"), 0.05);
  const bias = drawn.get("bias_ih_l1") ?? new Float32Array(0);
  expect(Array.from(bias)).toEqual([...Array(12).fill(0), ...Array(12).fill(1), ...Array(24).fill(0)]);
  expect(largest(drawn.get("bias_hh_l1"))).toBe(0);
});

test("orthogonal columns have length 1 and right angles", () => {
  expectOrthogonal(orthogonal(15, 5, Random.fromSeed(4)), 15, 5);
  expectOrthogonal(parameters("keras").get("weight_hh_l1_reverse"), 48, 12);
});

function expectOrthogonal(matrix: Float32Array | undefined, rows: number, columns: number): void {
  expect(matrix).toHaveLength(rows * columns);
  if (!matrix) return;
  for (let i = 0; i < columns; i++) {
    for (let j = 0; j < columns; j++) {
      let sum = 0;
      for (let row = 0; row < rows; row++) sum += matrix[row * columns + i] * matrix[row * columns + j];
      expect(sum).toBeCloseTo(i === j ? 1 : 0, 6);
    }
  }
}

test("the same seed draws the same numbers", () => {
  expect(parameters("pytorch")).toEqual(parameters("pytorch"));
  const other = initializeParameters(config, Random.fromSeed(3));
  expect(other).not.toEqual(initializeParameters(config, Random.fromSeed(2)));
});
