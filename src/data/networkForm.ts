/** In which form a network is written, by the bytes that its file begins with: no text begins so. Of zips their contents tell. */
export type NetworkForm = "safetensors" | "onnx" | "hdf5";

export function networkForm(beginning: Uint8Array): NetworkForm | null {
  const begins = (at: number, ...bytes: readonly number[]) =>
    bytes.every((byte, i) => beginning[at + i] === byte);
  // The length of a header of less than 2³² bytes, and its first brace.
  if (begins(4, 0, 0, 0, 0, 0x7b)) return "safetensors";
  // The version of the format (field 1, of one byte), and the tag of another field.
  if (begins(0, 0x08) && beginning[1] > 0 && beginning[1] < 0x80 && fieldsOfModel.includes(beginning[2]))
    return "onnx";
  return begins(0, 0x89, 0x48, 0x44, 0x46, 13, 10, 26, 10) ? "hdf5" : null;
}

/** Of ONNX' ModelProto, fields 2 to 8, 14, 20 and 25 (https://github.com/onnx/onnx/blob/main/onnx/onnx.proto). */
const fieldsOfModel: readonly number[] = [0x12, 0x1a, 0x22, 0x28, 0x32, 0x3a, 0x42, 0x72, 0xa2, 0xca];
