import { Dataset, File, ready } from "h5wasm";
import type { Weight } from "../network";

export type ReadVariable = (path: string) => Weight | null;

/**
 * Reads `model.weights.h5`, as long as `use` runs. A variable that is missing, is no float, or says that it is larger than the
 * file gives null, before anything is allocated for it. What the library has against a damaged file it writes to the console: with its
 * handler that throws instead, some of them are never done with.
 */
export async function withWeights<T>(bytes: Uint8Array, use: (read: ReadVariable) => T): Promise<T> {
  const { FS } = await ready;
  const path = "read.h5";
  FS.writeFile(path, bytes);
  try {
    const file = new File(path, "r");
    try {
      return use((name) => variable(file, name, bytes.length));
    } finally {
      file.close();
    }
  } finally {
    FS.unlink(path);
  }
}

/** Of a number in float32 and in float64, by the name of the type. */
const bytesOf = new Map<unknown, number>([
  ["<f", 4],
  ["<d", 8],
]);

function variable(file: File, path: string, mostBytes: number): Weight | null {
  const found = file.get(path);
  const bytes = found instanceof Dataset ? bytesOf.get(found.dtype) : undefined;
  if (!(found instanceof Dataset) || bytes === undefined) return null;
  const { shape } = found;
  if (!shape || shape.reduce((product, size) => product * size, bytes) > mostBytes) return null;
  const { value } = found;
  if (value instanceof Float32Array) return { shape, values: value };
  return value instanceof Float64Array ? { shape, values: Float32Array.from(value) } : null;
}
