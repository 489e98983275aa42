import { failure, type Result } from "../data/result";
import { message } from "../words/message";
import type { BroughtNetwork } from "./bring";

/**
 * A network of another program, by what a file begins with; what reads it is loaded when it is needed. Files are not trusted: sizes
 * are checked before anything is allocated, nothing in them is run, and what cannot be read gives a reason.
 */
export async function importNetwork(bytes: Uint8Array): Promise<Result<BroughtNetwork>> {
  switch (kindOf(bytes)) {
    case "safetensors":
      return (await import("./safetensors/fromSafetensors")).fromSafetensors(bytes);
    case "keras":
      return (await import("./keras/fromKeras")).fromKeras(bytes);
    case "onnx":
      return (await import("./onnx/fromOnnx")).fromOnnx(bytes);
    case "pickle":
      return failure(message("exchange.pickle"));
    case null:
      return failure(message("exchange.unknownFile"));
  }
}

function kindOf(bytes: Uint8Array): "safetensors" | "keras" | "onnx" | "pickle" | null {
  if (startsWith(bytes, [0x50, 0x4b, 3, 4])) return holds(bytes, "data.pkl") ? "pickle" : "keras";
  // The protocol of a pickle, 2 to 5.
  if (bytes[0] === 0x80 && bytes[1] >= 2 && bytes[1] <= 5) return "pickle";
  // A header's length, less than 2³², and its first brace.
  if (bytes[8] === 0x7b && startsWith(bytes.subarray(4), [0, 0, 0, 0])) return "safetensors";
  // The field of the IR version, of one byte.
  if (bytes[0] === 0x08 && bytes[1] > 0 && bytes[1] < 0x80) return "onnx";
  return null;
}

const startsWith = (bytes: Uint8Array, beginning: readonly number[]): boolean =>
  beginning.every((byte, i) => bytes[i] === byte);

/** In its last 64 KiB, where a zip has its table of contents. */
function holds(bytes: Uint8Array, name: string): boolean {
  return new TextDecoder("latin1").decode(bytes.subarray(-(2 ** 16))).includes(name);
}
