import { type Result, success } from "../data/result";
import type { ExportedFile, Subject } from "./exported";
import { toSafetensors } from "./safetensors/toSafetensors";

/** What a network can be taken along as. */
export const formats = ["keras", "onnx", "safetensors", "pytorch"] as const;
export type Format = (typeof formats)[number];

/** The files of a format; what writes it is loaded when it is asked for. Where a format has no such network, it says why. */
export async function exportTo(format: Format, subject: Subject): Promise<Result<readonly ExportedFile[]>> {
  switch (format) {
    case "keras":
      return (await import("./keras/toKeras")).toKeras(subject);
    case "onnx":
      return success((await import("./onnx/toOnnx")).toOnnx(subject));
    case "pytorch":
      return success((await import("./pytorch/toPytorch")).toPytorch(subject));
    case "safetensors":
      return success(toSafetensors(subject));
  }
}
