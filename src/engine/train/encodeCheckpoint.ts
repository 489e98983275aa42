import * as v from "valibot";
import { joinedBytes } from "../../data/joinedBytes";
import type { Checkpoint } from "./checkpoint";
import { CheckpointError } from "./checkpointError";
import { fieldsSchema, formVersion, magic, numberInJson, prologueBytes } from "./checkpointHeader";
import { checkpointMisfit } from "./checkpointMisfit";

/**
 * A whole training state as bytes, exact to the last bit of every number; `checkpointHeader.ts` has the form.
 *
 * @throws `CheckpointError` where parts of it do not fit each other, so that nothing is kept that cannot be read again
 */
export const encodeCheckpoint = (checkpoint: Checkpoint): Uint8Array<ArrayBuffer> =>
  joinedBytes(checkpointParts(checkpoint));

/** The same, without a copy of the arrays: what stands one after the other. */
export function checkpointParts(checkpoint: Checkpoint): readonly Uint8Array<ArrayBuffer>[] {
  const misfit = checkpointMisfit(checkpoint);
  if (misfit) throw new CheckpointError(`This checkpoint cannot be kept: ${misfit}.`);
  const { parameters, firstMoment, secondMoment, best, carried, ...fields } = checkpoint;
  const arrays = Object.entries({
    parameters,
    firstMoment,
    secondMoment,
    ...(best && { best }),
    ...carried,
  });
  const header = paddedJson({
    // In the order of the schema, so that the same state always gives the same bytes.
    ...v.parse(fieldsSchema, fields),
    arrays: arrays.map(([name, { byteLength }]) => ({ name, type: "float32", bytes: byteLength })),
  });
  return [prologue(header.length), header, ...arrays.map(([, array]) => bytesOf(array))];
}

function prologue(headerBytes: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(prologueBytes);
  bytes.set(magic);
  const view = new DataView(bytes.buffer);
  view.setUint32(magic.length, formVersion, true);
  view.setUint32(magic.length + 4, headerBytes, true);
  return bytes;
}

/** To a multiple of 8, so that the arrays behind it lie where a view of numbers may begin. */
function paddedJson(value: unknown): Uint8Array<ArrayBuffer> {
  const json = new TextEncoder().encode(JSON.stringify(value, numberInJson));
  const padded = new Uint8Array(8 * Math.ceil(json.length / 8)).fill(" ".charCodeAt(0));
  padded.set(json);
  return padded;
}

/** Every platform that has WebGPU or WebAssembly is little-endian. Copied as bytes, a NaN keeps its bits. */
const bytesOf = ({ buffer, byteOffset, byteLength }: Float32Array<ArrayBuffer>) =>
  new Uint8Array(buffer, byteOffset, byteLength);
