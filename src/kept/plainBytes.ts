/**
 * Plain data with arrays of numbers in it as bytes, exact to the last bit; all numbers are little-endian:
 *
 *     8 bytes   magic
 *     u32       version of the form
 *     u32       n, the bytes of the header, a multiple of 8
 *     n bytes   the header: the value as JSON in UTF-8, padded with spaces; an array of numbers in it is its place behind the header
 *     …         the arrays, each padded to a multiple of 8
 *
 * What JSON cannot say is said by objects of one entry, whose name begins with "$". Nothing in it is ever run, and nothing is
 * allocated before its bytes are seen to be there.
 */
import { failure, type Result, success } from "../data/result";
import { message } from "../words/message";

/** As a checkpoint's: no text begins so, and a transfer that changes line ends or clears the eighth bit spoils it. */
const magic = Uint8Array.of(0x89, 0x47, 0x52, 0x50, 0x0d, 0x0a, 0x1a, 0x0a);

/** The newest version, which is written. */
const plainVersion = 1;

const prologueBytes = 16;

const arrayTypes = { Uint8Array, Int32Array, Float32Array, Float64Array } as const;
type ArrayType = keyof typeof arrayTypes;
type NumberArray = Uint8Array | Int32Array | Float32Array | Float64Array;

const isArrayType = (name: unknown): name is ArrayType =>
  typeof name === "string" && Object.hasOwn(arrayTypes, name);

const isNumberArray = (value: object): value is NumberArray =>
  ArrayBuffer.isView(value) && isArrayType(value.constructor.name);

/** What is deeper was not written here. */
const mostDeep = 40;

/**
 * The bytes, in parts that stand one after the other: the arrays are not copied.
 *
 * @throws Error for what is no plain data
 */
export function plainParts(value: unknown): readonly Uint8Array<ArrayBuffer>[] {
  const arrays: Uint8Array<ArrayBuffer>[] = [];
  let at = 0;
  const header = paddedJson(
    toJson(value, (array) => {
      const bytes = bytesOf(array);
      const padding = new Uint8Array(padded(bytes.length) - bytes.length);
      const place = [array.constructor.name, at, array.length];
      arrays.push(bytes, padding);
      at += bytes.length + padding.length;
      return { $array: place };
    }),
  );
  const prologue = new Uint8Array(prologueBytes);
  prologue.set(magic);
  const view = new DataView(prologue.buffer);
  view.setUint32(magic.length, plainVersion, true);
  view.setUint32(magic.length + 4, header.length, true);
  return [prologue, header, ...arrays];
}

/** A copy only where the memory is shared, which a blob cannot be made of. */
function bytesOf({ buffer, byteOffset, byteLength }: NumberArray): Uint8Array<ArrayBuffer> {
  return buffer instanceof ArrayBuffer
    ? new Uint8Array(buffer, byteOffset, byteLength)
    : new Uint8Array(buffer, byteOffset, byteLength).slice();
}

function paddedJson(value: unknown): Uint8Array<ArrayBuffer> {
  const json = new TextEncoder().encode(JSON.stringify(value));
  const whole = new Uint8Array(padded(json.length)).fill(" ".charCodeAt(0));
  whole.set(json);
  return whole;
}

const padded = (bytes: number) => 8 * Math.ceil(bytes / 8);

function toJson(value: unknown, place: (array: NumberArray) => object): unknown {
  if (typeof value === "number")
    return Number.isFinite(value) && !Object.is(value, -0) ? value : { $number: numberName(value) };
  if (value === null || typeof value === "string" || typeof value === "boolean") return value;
  if (typeof value !== "object") throw new Error(`A ${typeof value} is no plain data.`);
  if (Array.isArray(value)) return value.map((one) => toJson(one, place));
  if (isNumberArray(value)) return place(value);
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null)
    throw new Error(`A ${value.constructor.name} is no plain data.`);
  const entries = Object.entries(value).flatMap(([name, one]) =>
    one === undefined ? [] : [[name, toJson(one, place)] as const],
  );
  // A name of somebody's own may begin so as well.
  return entries.some(([name]) => name.startsWith("$")) ? { $object: entries } : Object.fromEntries(entries);
}

const numberName = (value: number) => (Object.is(value, -0) ? "-0" : String(value));

/** What `plainParts` has written, in any version up to the present one, or why it is not that. Its arrays are copies. */
export function readPlain(bytes: Uint8Array): Result<unknown> {
  const read = readPlainBefore(bytes);
  return read.ok ? success(read.value.value) : read;
}

/** The same, with the place behind its last byte, where something else may stand. */
export function readPlainBefore(bytes: Uint8Array): Result<PlainBefore> {
  try {
    return success(decoded(bytes));
  } catch (error) {
    if (error instanceof Unreadable) return failure(error.problem);
    throw error;
  }
}

interface PlainBefore {
  readonly value: unknown;
  readonly end: number;
}

class Unreadable extends Error {
  constructor(readonly problem: ReturnType<typeof message>) {
    super(problem.key);
  }
}

const damaged = () => new Unreadable(message("kept.damaged"));

function decoded(bytes: Uint8Array): PlainBefore {
  const begun = bytes.subarray(0, magic.length);
  if (begun.length === 0 || begun.some((byte, i) => byte !== magic[i]))
    throw new Unreadable(message("kept.foreign"));
  if (bytes.length < prologueBytes) throw new Unreadable(message("kept.cutOff"));
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.getUint32(magic.length, true) > plainVersion) throw new Unreadable(message("kept.newer"));
  const begin = prologueBytes + view.getUint32(magic.length + 4, true);
  if (bytes.length < begin) throw new Unreadable(message("kept.cutOff"));
  const { arrayAt, endOfArrays } = arraysIn(bytes.subarray(begin));
  const value = fromJson(jsonOf(bytes.subarray(prologueBytes, begin)), arrayAt, 0);
  return { value, end: begin + endOfArrays() };
}

function jsonOf(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    throw damaged();
  }
}

type ArrayAt = (type: ArrayType, at: number, length: number) => NumberArray;

/** No byte is read twice: a small file is never much in memory. */
function arraysIn(bytes: Uint8Array): { readonly arrayAt: ArrayAt; readonly endOfArrays: () => number } {
  let read = 0;
  let end = 0;
  const arrayAt: ArrayAt = (type, at, length) => {
    const size = length * arrayTypes[type].BYTES_PER_ELEMENT;
    read += size;
    if (at + size > bytes.length) throw new Unreadable(message("kept.cutOff"));
    if (read > bytes.length) throw damaged();
    end = Math.max(end, at + size);
    return new arrayTypes[type](bytes.slice(at, at + size).buffer);
  };
  return { arrayAt, endOfArrays: () => padded(end) };
}

function fromJson(value: unknown, arrayAt: ArrayAt, depth: number): unknown {
  if (depth > mostDeep) throw damaged();
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map((one) => fromJson(one, arrayAt, depth + 1));
  const entries = Object.entries(value);
  const [name, special] = entries.length === 1 ? entries[0] : ["", null];
  if (name === "$number") return numberNamed(special);
  if (name === "$array") return arrayPlaced(special, arrayAt);
  const own: unknown = name === "$object" ? special : entries;
  if (!Array.isArray(own)) throw damaged();
  return Object.fromEntries(
    own.map((entry: unknown) => {
      if (!Array.isArray(entry) || typeof entry[0] !== "string") throw damaged();
      return [entry[0], fromJson(entry[1], arrayAt, depth + 1)];
    }),
  );
}

function numberNamed(name: unknown): number {
  if (name !== "NaN" && name !== "Infinity" && name !== "-Infinity" && name !== "-0") throw damaged();
  return Number(name);
}

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0;

function arrayPlaced(place: unknown, arrayAt: ArrayAt): NumberArray {
  if (!Array.isArray(place)) throw damaged();
  const [type, at, length]: readonly unknown[] = place;
  if (!isArrayType(type) || !isCount(at) || !isCount(length)) throw damaged();
  return arrayAt(type, at, length);
}
