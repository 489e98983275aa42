import { networkForm } from "../data/networkForm";
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
    case "hdf5":
      return failure(message("exchange.hdf5"));
    case "nothing":
      return failure(message("kept.emptyFile"));
    case null:
      return failure(message("exchange.unknownFile"));
  }
}

function kindOf(bytes: Uint8Array): "safetensors" | "keras" | "onnx" | "pickle" | "hdf5" | "nothing" | null {
  if (bytes.length === 0) return "nothing";
  if (startsWith(bytes, [0x50, 0x4b, 3, 4])) {
    if (names(bytes, "data.pkl")) return "pickle";
    return names(bytes, "config.json") || names(bytes, "metadata.json") ? "keras" : null;
  }
  // The protocol of a pickle, 2 to 5.
  if (bytes[0] === 0x80 && bytes[1] >= 2 && bytes[1] <= 5) return "pickle";
  return networkForm(bytes);
}

const startsWith = (bytes: Uint8Array, beginning: readonly number[]): boolean =>
  beginning.every((byte, i) => bytes[i] === byte);

const mostOfNames = 2 ** 16;

/** In the last 64 KiB of a zip, where it has its table of contents, or in the first, of which more is left where it was cut off. */
function names(bytes: Uint8Array, name: string): boolean {
  const text = new TextDecoder("latin1");
  return [bytes.subarray(-mostOfNames), bytes.subarray(0, mostOfNames)].some((part) =>
    text.decode(part).includes(name),
  );
}
