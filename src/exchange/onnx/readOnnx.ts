/** The parts of an ONNX file that tell a network, read with protobuf's wire format; see `onnxMessages.ts`. */
import { BinaryReader } from "@bufbuild/protobuf/wire";
import { failure, type Result, success } from "../../data/result";
import { message } from "../../words/message";
import type { Weight } from "../network";

export interface ReadAttribute {
  readonly int: number;
  readonly float: number;
  readonly text: string;
  readonly texts: readonly string[];
  readonly tensor: ReadTensor | null;
}

export interface ReadNode {
  readonly op: string;
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  readonly attributes: ReadonlyMap<string, ReadAttribute>;
}

interface ReadTensor {
  readonly name: string;
  /** Null where it has no real numbers. */
  readonly weight: Weight | null;
  readonly isExternal: boolean;
}

export interface ReadGraph {
  readonly nodes: readonly ReadNode[];
  readonly weights: ReadonlyMap<string, Weight>;
  /** How many dimensions each output has. */
  readonly outputRanks: readonly number[];
  readonly metadata: ReadonlyMap<string, string>;
}

/** What a field's number leads to; others are skipped. */
type ReadField = (reader: BinaryReader, wireType: number) => void;
type Fields = ReadonlyMap<number, ReadField>;

/** What the reader throws, it throws of bytes that are no such message. */
export function readOnnx(bytes: Uint8Array): Result<ReadGraph> {
  try {
    return graphOf(bytes);
  } catch {
    return failure(message("exchange.cutOff", { format: "onnx" }));
  }
}

function graphOf(bytes: Uint8Array): Result<ReadGraph> {
  const nodes: ReadNode[] = [];
  const tensors: ReadTensor[] = [];
  const outputRanks: number[] = [];
  const metadata = new Map<string, string>();
  const graph: Fields = new Map<number, ReadField>([
    [1, (reader) => nodes.push(readNode(reader.bytes()))],
    [5, (reader) => tensors.push(readTensor(reader.bytes()))],
    [12, (reader) => outputRanks.push(rankOf(reader.bytes()))],
  ]);
  const model: Fields = new Map<number, ReadField>([
    [7, (reader) => eachField(reader.bytes(), graph)],
    [14, (reader) => metadata.set(...readEntry(reader.bytes()))],
  ]);
  eachField(bytes, model);
  for (const { op, outputs, attributes } of nodes) {
    const value = op === "Constant" ? attributes.get("value")?.tensor : null;
    if (value && outputs.length === 1) tensors.push({ ...value, name: outputs[0] });
  }
  if (tensors.some(({ isExternal }) => isExternal)) return failure(message("exchange.externalData"));
  const weights = tensors.flatMap(({ name, weight }): [string, Weight][] => (weight ? [[name, weight]] : []));
  return success({ nodes, weights: new Map(weights), outputRanks, metadata });
}

function eachField(bytes: Uint8Array, fields: Fields): void {
  const reader = new BinaryReader(bytes);
  while (reader.pos < reader.len) {
    const [field, wireType] = reader.tag();
    const read = fields.get(field);
    if (read) read(reader, wireType);
    else reader.skip(wireType, field);
  }
}

function readEntry(bytes: Uint8Array): [string, string] {
  let [key, value] = ["", ""];
  eachField(
    bytes,
    new Map<number, ReadField>([
      [1, (reader) => (key = reader.string())],
      [2, (reader) => (value = reader.string())],
    ]),
  );
  return [key, value];
}

function readNode(bytes: Uint8Array): ReadNode {
  const [inputs, outputs]: [string[], string[]] = [[], []];
  const attributes = new Map<string, ReadAttribute>();
  let op = "";
  eachField(
    bytes,
    new Map<number, ReadField>([
      [1, (reader) => inputs.push(reader.string())],
      [2, (reader) => outputs.push(reader.string())],
      [4, (reader) => (op = reader.string())],
      [5, (reader) => attributes.set(...readAttribute(reader.bytes()))],
    ]),
  );
  return { op, inputs, outputs, attributes };
}

function readAttribute(bytes: Uint8Array): [string, ReadAttribute] {
  let name = "";
  let attribute: ReadAttribute = { int: 0, float: 0, text: "", texts: [], tensor: null };
  const texts: string[] = [];
  const set = (part: Partial<ReadAttribute>) => {
    attribute = { ...attribute, ...part };
  };
  eachField(
    bytes,
    new Map<number, ReadField>([
      [1, (reader) => (name = reader.string())],
      [2, (reader) => set({ float: reader.float() })],
      [3, (reader) => set({ int: Number(reader.int64()) })],
      [4, (reader) => set({ text: new TextDecoder().decode(reader.bytes()) })],
      [5, (reader) => set({ tensor: readTensor(reader.bytes()) })],
      [9, (reader) => texts.push(new TextDecoder().decode(reader.bytes()))],
    ]),
  );
  return [name, { ...attribute, texts }];
}

const delimited = 2;
const float32 = 1;
const float64 = 11;

function readTensor(bytes: Uint8Array): ReadTensor {
  const shape: number[] = [];
  const floats: number[] = [];
  let [name, type, isExternal] = ["", 0, false];
  let raw: Uint8Array | null = null;
  eachField(
    bytes,
    new Map<number, ReadField>([
      // Packed, or one by one.
      [1, (reader, wireType) => each(reader, wireType, () => shape.push(Number(reader.int64())))],
      [2, (reader) => (type = reader.int32())],
      [4, (reader, wireType) => each(reader, wireType, () => floats.push(reader.float()))],
      [8, (reader) => (name = reader.string())],
      [9, (reader) => (raw = reader.bytes())],
      [
        13,
        (reader, wireType) => {
          isExternal = true;
          reader.skip(wireType, 13);
        },
      ],
      [14, (reader) => (isExternal ||= reader.int32() === 1)],
    ]),
  );
  const values = type === float32 && !raw ? Float32Array.from(floats) : raw && realsOf(raw, type);
  const count = shape.reduce((product, size) => product * size, 1);
  return { name, weight: values && values.length === count ? { shape, values } : null, isExternal };
}

function each(reader: BinaryReader, wireType: number, read: () => void): void {
  if (wireType !== delimited) {
    read();
    return;
  }
  const end = reader.uint32() + reader.pos;
  while (reader.pos < end) read();
}

function realsOf(raw: Uint8Array, type: number): Float32Array | null {
  const bytes = type === float32 ? 4 : type === float64 ? 8 : 0;
  if (bytes === 0 || raw.length % bytes !== 0) return null;
  const view = new DataView(raw.buffer, raw.byteOffset, raw.byteLength);
  return Float32Array.from({ length: raw.length / bytes }, (_, i) =>
    type === float32 ? view.getFloat32(4 * i, true) : view.getFloat64(8 * i, true),
  );
}

/** Of a ValueInfoProto: type (2), tensor (1), shape (2), a dimension (1) each. */
function rankOf(bytes: Uint8Array): number {
  let rank = 0;
  const shape: Fields = new Map<number, ReadField>([
    [
      1,
      (reader) => {
        rank++;
        reader.bytes();
      },
    ],
  ]);
  const tensor: Fields = new Map<number, ReadField>([[2, (reader) => eachField(reader.bytes(), shape)]]);
  const type: Fields = new Map<number, ReadField>([[1, (reader) => eachField(reader.bytes(), tensor)]]);
  eachField(bytes, new Map<number, ReadField>([[2, (reader) => eachField(reader.bytes(), type)]]));
  return rank;
}
