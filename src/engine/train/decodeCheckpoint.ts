import * as v from "valibot";
import { carriedStates } from "../model/config";
import type { Checkpoint } from "./checkpoint";
import { CheckpointError } from "./checkpointError";
import { formVersion, headerSchema, magic, prologueBytes } from "./checkpointHeader";
import { checkpointMisfit } from "./checkpointMisfit";

type Header = v.InferOutput<typeof headerSchema>;
type Arrays = ReadonlyMap<string, Float32Array<ArrayBuffer>>;

/**
 * The training state that `encodeCheckpoint` has written, in any version up to the present one. Its arrays are copies.
 *
 * @throws `CheckpointError` for anything else: other files, newer versions, what was cut off or damaged, and parts that
 * do not fit each other
 */
export function decodeCheckpoint(bytes: Uint8Array): Checkpoint {
  const headerEnd = prologueBytes + headerLength(bytes);
  if (bytes.length < headerEnd) throw cutOff(bytes.length, headerEnd);
  const { arrays: places, ...fields } = readHeader(bytes.subarray(prologueBytes, headerEnd));
  const arrays = readArrays(bytes, headerEnd, places);
  const checkpoint: Checkpoint = {
    ...fields,
    parameters: named(arrays, "parameters"),
    firstMoment: named(arrays, "firstMoment"),
    secondMoment: named(arrays, "secondMoment"),
    best: arrays.get("best") ?? null,
    carried: carriedOf(fields, arrays),
  };
  const misfit = checkpointMisfit(checkpoint);
  if (misfit) throw damaged(misfit);
  return checkpoint;
}

function headerLength(bytes: Uint8Array): number {
  if (bytes.length < magic.length || magic.some((byte, i) => bytes[i] !== byte))
    throw new CheckpointError("This is no checkpoint: its first bytes are not those of one.");
  if (bytes.length < prologueBytes) throw cutOff(bytes.length, prologueBytes);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const version = view.getUint32(magic.length, true);
  if (version > formVersion)
    throw new CheckpointError(
      `This checkpoint has version ${version} of the form, and only versions up to ${formVersion} can be read here. Open it with a newer version of this program.`,
    );
  if (version === 0) throw damaged("there is no version 0 of the form");
  return view.getUint32(magic.length + 4, true);
}

function readHeader(bytes: Uint8Array): Header {
  const parsed = v.safeParse(headerSchema, jsonOf(bytes));
  if (parsed.success) return parsed.output;
  const [issue] = parsed.issues;
  const place = v.getDotPath(issue);
  throw damaged(`in its header${place ? `, “${place}”` : ""}: ${issue.message}`);
}

function jsonOf(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    throw damaged("its header is no JSON");
  }
}

/** Those that are not of a type that is known are skipped. */
function readArrays(bytes: Uint8Array, begin: number, places: Header["arrays"]): Arrays {
  const end = places.reduce((sum, place) => sum + place.bytes, begin);
  if (bytes.length < end) throw cutOff(bytes.length, end);
  if (bytes.length > end) throw damaged(`${bytes.length - end} bytes follow behind its end`);
  const arrays = new Map<string, Float32Array<ArrayBuffer>>();
  let at = begin;
  for (const { name, type, bytes: length } of places) {
    if (arrays.has(name)) throw damaged(`it has the array “${name}” twice`);
    if (type === "float32") arrays.set(name, float32(bytes.subarray(at, at + length), name));
    at += length;
  }
  return arrays;
}

function float32(bytes: Uint8Array, name: string): Float32Array<ArrayBuffer> {
  if (bytes.length % 4 !== 0) throw damaged(`the array “${name}” ends within a number`);
  const copy = new Uint8Array(bytes.length);
  copy.set(bytes);
  return new Float32Array(copy.buffer);
}

function named(arrays: Arrays, name: string): Float32Array<ArrayBuffer> {
  const array = arrays.get(name);
  if (!array) throw damaged(`it has no array “${name}”`);
  return array;
}

function carriedOf({ config, training }: Pick<Header, "config" | "training">, arrays: Arrays) {
  const states = training.windows === "streams" ? carriedStates(config, training.batchSize) : [];
  return Object.fromEntries(
    states.flatMap(({ name }) => {
      const array = arrays.get(name);
      return array ? [[name, array]] : [];
    }),
  );
}

const damaged = (what: string) => new CheckpointError(`This checkpoint is damaged: ${what}.`);

const cutOff = (bytes: number, needed: number) =>
  new CheckpointError(
    `This checkpoint is cut off: ${bytes} bytes of ${needed} or more are there. Fetch or save it again.`,
  );
