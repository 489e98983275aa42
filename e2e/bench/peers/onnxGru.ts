/**
 * A GRU with a linear head as an ONNX model, reset after (`linear_before_reset=1`), for ONNX Runtime. The numbers of fields
 * are those of https://github.com/onnx/onnx/blob/main/onnx/onnx.proto, of which this is the part that is needed.
 */
import protobuf from "protobufjs";
import type { WorkShape } from "../../../src/engine/benchmark/work";

const { root } = protobuf.parse(
  `
  syntax = "proto2";
  message Attribute { optional string name = 1; optional int64 i = 3; optional int32 type = 20; }
  message Node { repeated string input = 1; repeated string output = 2; optional string op_type = 4;
                 repeated Attribute attribute = 5; }
  message Tensor { repeated int64 dims = 1; optional int32 data_type = 2; optional string name = 8;
                   optional bytes raw_data = 9; }
  message Dimension { optional int64 dim_value = 1; }
  message Shape { repeated Dimension dim = 1; }
  message TensorType { optional int32 elem_type = 1; optional Shape shape = 2; }
  message Type { optional TensorType tensor_type = 1; }
  message ValueInfo { optional string name = 1; optional Type type = 2; }
  message Graph { repeated Node node = 1; optional string name = 2; repeated Tensor initializer = 5;
                  repeated ValueInfo input = 11; repeated ValueInfo output = 12; }
  message OperatorSet { optional string domain = 1; optional int64 version = 2; }
  message Model { optional int64 ir_version = 1; optional Graph graph = 7; repeated OperatorSet opset_import = 8; }
`,
  { keepCase: true },
);
const Model = root.lookupType("Model");

const float = 1;
const int64 = 7;
const intAttribute = 2;

interface Attribute {
  readonly name: string;
  readonly i: number;
  readonly type: number;
}

const tensor = (name: string, dims: readonly number[], values: Float32Array | BigInt64Array) => ({
  name,
  dims,
  data_type: values instanceof BigInt64Array ? int64 : float,
  raw_data: new Uint8Array(values.buffer, values.byteOffset, values.byteLength),
});

const value = (name: string, dims: readonly number[]) => ({
  name,
  type: { tensor_type: { elem_type: float, shape: { dim: dims.map((size) => ({ dim_value: size })) } } },
});

const integer = (name: string, i: number): Attribute => ({ name, i, type: intAttribute });

/** Rows in PyTorch's order r, z, n to ONNX' order z, r, h. */
function reordered(rows: Float32Array, width: number): Float32Array {
  const part = rows.length / 3 / width;
  const gates = [1, 0, 2].map((gate) => rows.subarray(gate * part * width, (gate + 1) * part * width));
  return Float32Array.from(gates.flatMap((gate) => [...gate]));
}

/**
 * Inputs x [T, B, I] and initial [1, B, H]; outputs logits [T, B, O], or [B, O] at the last step, and last [1, B, H].
 *
 * @param parameters by PyTorch's names, as in `parameterTable`
 */
export function gruModel(
  { B, T, I, H, O, at }: WorkShape,
  parameters: Readonly<Record<string, Float32Array>>,
): Uint8Array {
  const of = (name: string) => parameters[name];
  const biases = [reordered(of("bias_ih_l0"), 1), reordered(of("bias_hh_l0"), 1)];
  const head = transposed(of("head.weight"), O, H);
  const node = (
    op_type: string,
    input: readonly string[],
    output: readonly string[],
    attribute: readonly Attribute[] = [],
  ) => ({ op_type, input, output, attribute });
  const gru = [integer("hidden_size", H), integer("linear_before_reset", 1)];
  const graph = {
    name: "gru",
    node: [
      node("GRU", ["x", "W", "R", "bias", "", "initial"], ["all", "last"], gru),
      node("Squeeze", [at === "last" ? "last" : "all", "axis"], ["states"]),
      node("MatMul", ["states", "head"], ["product"]),
      node("Add", ["product", "headBias"], ["logits"]),
    ],
    initializer: [
      tensor("W", [1, 3 * H, I], reordered(of("weight_ih_l0"), I)),
      tensor("R", [1, 3 * H, H], reordered(of("weight_hh_l0"), H)),
      tensor("bias", [1, 6 * H], Float32Array.from([...biases[0], ...biases[1]])),
      tensor("head", [H, O], head),
      tensor("headBias", [O], of("head.bias")),
      tensor("axis", [1], BigInt64Array.of(at === "last" ? 0n : 1n)),
    ],
    input: [value("x", [T, B, I]), value("initial", [1, B, H])],
    output: [value("logits", at === "every" ? [T, B, O] : [B, O]), value("last", [1, B, H])],
  };
  return Model.encode(
    Model.create({ ir_version: 8, opset_import: [{ domain: "", version: 14 }], graph }),
  ).finish();
}

function transposed(values: Float32Array, rows: number, columns: number): Float32Array {
  return Float32Array.from(values, (_, i) => values[(i % rows) * columns + Math.floor(i / rows)]);
}
