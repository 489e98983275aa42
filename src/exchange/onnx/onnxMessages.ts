/**
 * The few messages of ONNX that a network needs, written with protobuf's wire format: field numbers of onnx.proto3
 * (github.com/onnx/onnx, IR version 8).
 */
import { BinaryWriter } from "@bufbuild/protobuf/wire";
import type { Weight } from "../network";

/** A message on its way, to be put into another. */
export type Part = (writer: BinaryWriter) => void;

export interface Attribute {
  readonly name: string;
  readonly value:
    | number
    | string
    | readonly number[]
    | readonly string[]
    | { readonly float: number }
    | { readonly graph: Part };
}

export interface OnnxNode {
  readonly op: string;
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  readonly attributes?: readonly Attribute[];
}

export type ElementType = "float" | "int64";

const elementTypes = { float: 1, int64: 7 } as const satisfies Record<ElementType, number>;

/** An input or output of a graph; a dimension of any size has a name. */
export interface OnnxValue {
  readonly name: string;
  readonly type: ElementType;
  readonly shape: readonly (number | string)[];
}

export interface OnnxGraph {
  readonly name: string;
  readonly nodes: readonly OnnxNode[];
  readonly initializers: ReadonlyMap<string, Weight | IntegerTensor>;
  readonly inputs: readonly OnnxValue[];
  readonly outputs: readonly OnnxValue[];
}

/** One dimension of whole numbers; without one, a single number. */
export interface IntegerTensor {
  readonly integers: readonly number[];
  readonly scalar?: true;
}

export interface OnnxModel {
  readonly irVersion: number;
  readonly opset: number;
  readonly producer: string;
  readonly graph: OnnxGraph;
  readonly metadata: ReadonlyMap<string, string>;
}

export function writeOnnx(model: OnnxModel): Uint8Array<ArrayBuffer> {
  const writer = new BinaryWriter();
  writer.uint32(tag(1, varint)).int64(model.irVersion);
  text(writer, 2, model.producer);
  nested(writer, 7, graphPart(model.graph));
  nested(writer, 8, (opset) => opset.uint32(tag(2, varint)).int64(model.opset));
  for (const [key, value] of model.metadata)
    nested(writer, 14, (entry) => {
      text(entry, 1, key);
      text(entry, 2, value);
    });
  return new Uint8Array(writer.finish());
}

export function graphPart({ name, nodes, initializers, inputs, outputs }: OnnxGraph): Part {
  return (writer) => {
    for (const node of nodes) nested(writer, 1, nodePart(node));
    text(writer, 2, name);
    for (const [tensor, values] of initializers) nested(writer, 5, tensorPart(tensor, values));
    for (const value of inputs) nested(writer, 11, valuePart(value));
    for (const value of outputs) nested(writer, 12, valuePart(value));
  };
}

const varint = 0;
const delimited = 2;
const fixed32 = 5;
const tag = (field: number, kind: number) => (field << 3) | kind;

function text(writer: BinaryWriter, field: number, value: string): void {
  writer.uint32(tag(field, delimited)).string(value);
}

function nested(writer: BinaryWriter, field: number, part: Part): void {
  writer.uint32(tag(field, delimited)).fork();
  part(writer);
  writer.join();
}

const nodePart =
  ({ op, inputs, outputs, attributes = [] }: OnnxNode): Part =>
  (writer) => {
    for (const input of inputs) text(writer, 1, input);
    for (const output of outputs) text(writer, 2, output);
    text(writer, 3, outputs.find((output) => output !== "") ?? op);
    text(writer, 4, op);
    for (const attribute of attributes) nested(writer, 5, attributePart(attribute));
  };

/** Kinds of attributes, as onnx.proto3 numbers them. */
const kinds = { float: 1, int: 2, string: 3, graph: 5, ints: 7, strings: 8 };

const attributePart =
  ({ name, value }: Attribute): Part =>
  (writer) => {
    text(writer, 1, name);
    const kind = (of: keyof typeof kinds) => writer.uint32(tag(20, varint)).int32(kinds[of]);
    if (typeof value === "number") {
      writer.uint32(tag(3, varint)).int64(value);
      kind("int");
    } else if (typeof value === "string") {
      text(writer, 4, value);
      kind("string");
    } else if ("graph" in value) {
      nested(writer, 6, value.graph);
      kind("graph");
    } else if ("float" in value) {
      writer.uint32(tag(2, fixed32)).float(value.float);
      kind("float");
    } else {
      for (const item of value) {
        if (typeof item === "number") writer.uint32(tag(8, varint)).int64(item);
        else text(writer, 9, item);
      }
      kind(typeof value[0] === "string" ? "strings" : "ints");
    }
  };

const tensorPart =
  (name: string, tensor: Weight | IntegerTensor): Part =>
  (writer) => {
    const isInteger = "integers" in tensor;
    const shape = isInteger ? (tensor.scalar ? [] : [tensor.integers.length]) : tensor.shape;
    for (const size of shape) writer.uint32(tag(1, varint)).int64(size);
    writer.uint32(tag(2, varint)).int32(elementTypes[isInteger ? "int64" : "float"]);
    text(writer, 8, name);
    const { buffer, byteOffset, byteLength } = isInteger
      ? BigInt64Array.from(tensor.integers, BigInt)
      : tensor.values;
    writer.uint32(tag(9, delimited)).bytes(new Uint8Array(buffer, byteOffset, byteLength));
  };

const valuePart =
  ({ name, type, shape }: OnnxValue): Part =>
  (writer) => {
    text(writer, 1, name);
    nested(writer, 2, (valueType) =>
      nested(valueType, 1, (tensorType) => {
        tensorType.uint32(tag(1, varint)).int32(elementTypes[type]);
        nested(tensorType, 2, (sizes) => {
          for (const size of shape)
            nested(sizes, 1, (dimension) => {
              if (typeof size === "number") dimension.uint32(tag(1, varint)).int64(size);
              else text(dimension, 2, size);
            });
        });
      }),
    );
  };
