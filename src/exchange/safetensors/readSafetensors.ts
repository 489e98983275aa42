import * as v from "valibot";
import { failure, type Result, success } from "../../data/result";
import { message } from "../../words/message";
import type { Weight } from "../network";
import { jsonOf } from "../ourMetadata";
import { ofHalf } from "./half";

export interface SafeTensors {
  readonly tensors: ReadonlyMap<string, Weight>;
  readonly metadata: ReadonlyMap<string, string>;
}

const whole = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const tensorSchema = v.object({
  dtype: v.string(),
  shape: v.array(whole),
  data_offsets: v.tuple([whole, whole]),
});
const headerSchema = v.map(v.string(), v.unknown());
const metadataSchema = v.map(v.string(), v.string());

/** Real numbers of each type, little-endian, as float32. Tensors of other types are left out. */
const readers = new Map<
  string,
  { readonly bytes: number; readonly at: (view: DataView, place: number) => number }
>([
  ["F64", { bytes: 8, at: (view, place) => view.getFloat64(place, true) }],
  ["F32", { bytes: 4, at: (view, place) => view.getFloat32(place, true) }],
  ["BF16", { bytes: 2, at: (view, place) => ofBits(view.getUint16(place, true) << 16) }],
  ["F16", { bytes: 2, at: (view, place) => ofHalf(view.getUint16(place, true)) }],
]);

/** All real tensors of a file. Together they are no larger than it, however its header lists them. */
export function readSafetensors(bytes: Uint8Array): Result<SafeTensors> {
  const cutOff = failure(message("exchange.cutOff", { format: "safetensors" }));
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 8) return cutOff;
  const begin = 8 + Number(view.getBigUint64(0, true));
  if (begin > bytes.length) return cutOff;
  const header = v.safeParse(headerSchema, mapOf(jsonOf(new TextDecoder().decode(bytes.subarray(8, begin)))));
  if (!header.success) return cutOff;
  const tensors = new Map<string, Weight>();
  let left = bytes.length - begin;
  for (const [name, entry] of header.output) {
    if (name === "__metadata__") continue;
    const place = v.safeParse(tensorSchema, entry);
    if (!place.success) return cutOff;
    const { dtype, shape, data_offsets } = place.output;
    const [from, to] = data_offsets;
    left -= to - from;
    if (from > to || begin + to > bytes.length || left < 0) return cutOff;
    const reader = readers.get(dtype);
    if (!reader) continue;
    const count = shape.reduce((product, size) => product * size, 1);
    if (count * reader.bytes !== to - from) return cutOff;
    const values = Float32Array.from({ length: count }, (_, i) =>
      reader.at(view, begin + from + i * reader.bytes),
    );
    tensors.set(name, { shape, values });
  }
  const metadata = v.safeParse(metadataSchema, mapOf(header.output.get("__metadata__")));
  return success({ tensors, metadata: metadata.success ? metadata.output : new Map() });
}

/** An object's own entries, whatever they are called; anything else as it is. */
const mapOf = (value: unknown): unknown =>
  typeof value === "object" && value !== null && !Array.isArray(value)
    ? new Map(Object.entries(value))
    : value;

const ofBits = (bits: number): number => new Float32Array(Int32Array.of(bits).buffer)[0];
