/** Rows of float32, of float64, of int32, or of float16 as its bits (`half.ts`). */
export interface Tensor {
  readonly shape: readonly number[];
  readonly values: Float32Array | Float64Array | Int32Array | Uint16Array;
}

function typeOf(values: Tensor["values"]): "F32" | "F64" | "I32" | "F16" {
  if (values instanceof Float64Array) return "F64";
  if (values instanceof Uint16Array) return "F16";
  return values instanceof Int32Array ? "I32" : "F32";
}

/**
 * Tensors in the form of safetensors (github.com/huggingface/safetensors, "Format"): the header's length as u64, the
 * header in JSON, padded with spaces to a multiple of 8, and the values one behind the other, all little-endian.
 */
export function writeSafetensors(
  tensors: ReadonlyMap<string, Tensor>,
  metadata: ReadonlyMap<string, string>,
): Uint8Array<ArrayBuffer> {
  let end = 0;
  const entries = [...tensors].map(([name, { shape, values }]): [string, unknown] => {
    const begin = end;
    end += values.byteLength;
    return [name, { dtype: typeOf(values), shape, data_offsets: [begin, end] }];
  });
  const header = padded(jsonOf([["__metadata__", metadata], ...entries]));
  const bytes = new Uint8Array(8 + header.length + end);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(header.length), true);
  bytes.set(header, 8);
  let at = 8 + header.length;
  for (const { values } of tensors.values()) {
    bytes.set(new Uint8Array(values.buffer, values.byteOffset, values.byteLength), at);
    at += values.byteLength;
  }
  return bytes;
}

/** Written by hand: an object would take some names for its own. */
function jsonOf(entries: Iterable<readonly [string, unknown]>): string {
  const written = Array.from(entries, ([name, value]) => {
    const json = value instanceof Map ? jsonOf(value) : JSON.stringify(value);
    return `${JSON.stringify(name)}:${json}`;
  });
  return `{${written.join(",")}}`;
}

function padded(json: string): Uint8Array {
  const bytes = new TextEncoder().encode(json);
  const whole = new Uint8Array(8 * Math.ceil(bytes.length / 8)).fill(" ".charCodeAt(0));
  whole.set(bytes);
  return whole;
}
