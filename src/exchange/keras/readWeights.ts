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

const floatBytes = 4;

function variable(file: File, path: string, mostBytes: number): Weight | null {
  const found = file.get(path);
  if (!(found instanceof Dataset) || found.dtype !== "<f") return null;
  const { shape } = found;
  if (!shape || shape.reduce((product, size) => product * size, floatBytes) > mostBytes) return null;
  const { value } = found;
  return value instanceof Float32Array ? { shape, values: value } : null;
}
