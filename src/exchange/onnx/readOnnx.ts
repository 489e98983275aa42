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
  /** Of a place, a size or an axis; null where it has no whole numbers, or many. */
  readonly integers: readonly number[] | null;
  readonly isExternal: boolean;
}

export interface ReadGraph {
  readonly nodes: readonly ReadNode[];
  /** The node that gives each value. None stands before those whose values it takes, so that no way back through them is endless. */
  readonly makers: ReadonlyMap<string, ReadNode>;
  readonly weights: ReadonlyMap<string, Weight>;
  readonly integers: ReadonlyMap<string, readonly number[]>;
  /** Their names. */
  readonly outputs: readonly string[];
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
  const outputs: string[] = [];
  const metadata = new Map<string, string>();
  const graph: Fields = new Map<number, ReadField>([
    [1, (reader) => nodes.push(readNode(reader.bytes()))],
    [5, (reader) => tensors.push(readTensor(reader.bytes()))],
    [12, (reader) => outputs.push(nameOf(reader.bytes()))],
  ]);
  const model: Fields = new Map<number, ReadField>([
    [7, (reader) => eachField(reader.bytes(), graph)],
    [14, (reader) => metadata.set(...readEntry(reader.bytes()))],
  ]);
  eachField(bytes, model);
  const makers = makersOf(nodes);
  if (!makers) return failure(message("exchange.cutOff", { format: "onnx" }));
  for (const node of nodes) {
    const value = node.op === "Constant" ? node.attributes.get("value")?.tensor : null;
    if (value && node.outputs.length === 1) tensors.push({ ...value, name: node.outputs[0] });
  }
  if (tensors.some(({ isExternal }) => isExternal)) return failure(message("exchange.externalData"));
  const weights = tensors.flatMap(({ name, weight }): [string, Weight][] => (weight ? [[name, weight]] : []));
  const whole = tensors.flatMap(({ name, integers }): [string, readonly number[]][] =>
    integers ? [[name, integers]] : [],
  );
  return success({ nodes, makers, weights: new Map(weights), integers: new Map(whole), outputs, metadata });
}

/** Null where a node takes what is made behind it, which ONNX does not allow. */
function makersOf(nodes: readonly ReadNode[]): ReadonlyMap<string, ReadNode> | null {
  const makers = new Map<string, ReadNode>();
  const all = new Set(nodes.flatMap(({ outputs }) => outputs));
  for (const node of nodes) {
    if (node.inputs.some((name) => name !== "" && all.has(name) && !makers.has(name))) return null;
    for (const name of node.outputs) if (name !== "") makers.set(name, node);
  }
  return makers;
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
const int64 = 7;
const mostIntegers = 8;

function readTensor(bytes: Uint8Array): ReadTensor {
  const shape: number[] = [];
  const floats: number[] = [];
  const integers: number[] = [];
  let [name, type, isExternal] = ["", 0, false];
  let raw: Uint8Array | null = null;
  eachField(
    bytes,
    new Map<number, ReadField>([
      // Packed, or one by one.
      [1, (reader, wireType) => each(reader, wireType, () => shape.push(Number(reader.int64())))],
      [2, (reader) => (type = reader.int32())],
      [4, (reader, wireType) => each(reader, wireType, () => floats.push(reader.float()))],
      [7, (reader, wireType) => each(reader, wireType, () => integers.push(Number(reader.int64())))],
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
  const weight = values && values.length === count ? { shape, values } : null;
  const whole = type !== int64 || count > mostIntegers ? null : raw ? wholeOf(raw) : integers;
  return { name, weight, integers: whole?.length === count ? whole : null, isExternal };
}

function wholeOf(raw: Uint8Array): readonly number[] | null {
  if (raw.length % 8 !== 0 || raw.length > 8 * mostIntegers) return null;
  const view = new DataView(raw.buffer, raw.byteOffset, raw.byteLength);
  return Array.from({ length: raw.length / 8 }, (_, i) => Number(view.getBigInt64(8 * i, true)));
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

/** Of a ValueInfoProto. */
function nameOf(bytes: Uint8Array): string {
  let name = "";
  eachField(bytes, new Map<number, ReadField>([[1, (reader) => (name = reader.string())]]));
  return name;
}
