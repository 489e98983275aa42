/** Networks that leave for other programs, and those that come from them. */
import { bytes, count, counted } from "./phrases";

export const elsewhere = {
  title: "Use it elsewhere",
  open: "Use it elsewhere…",
  facts: ({ parameters, step }: { readonly parameters: number; readonly step: number }): string =>
    `${counted(parameters, "parameter")}, step ${count(step)}`,
  about:
    "Each download is a zip: the network, a model card with its results, and check.json, an input with this page’s answer to it, to hold the other program to.",
  names: {
    safetensors: "PyTorch (safetensors)",
    pytorch: "Train on a bigger machine",
    onnx: "ONNX",
    keras: "Keras",
  },
  sentences: {
    safetensors:
      "The weights under PyTorch’s names, and model.py, which loads them, predicts and generates. Checked with PyTorch 2.13. This page opens the file again.",
    pytorch:
      "train.py goes on with this run where it stands, on one GPU or several: data, settings, weights and optimizer state. It needs torch and numpy.",
    onnx: "For ONNX Runtime, in any language and in browsers. Checked with opset 14. It answers, but cannot be trained further.",
    keras:
      "A file that loads in safe mode, and the Python that loads it. Checked with Keras 3.15. It has no optimizer state.",
  },
  noFourGate: "Keras has no layer for the four-gate cell, and safe mode loads no layers of one’s own.",
  size: ({ size }: { readonly size: number }): string => `Weights: ${bytes(size)}.`,
  sizeOfRun: ({ size }: { readonly size: number }): string =>
    `Weights and optimizer state: ${bytes(size)}, and the data.`,
  download: "Download",
  downloadAs: ({ format }: { readonly format: string }): string => `Download: ${format}`,
  making: ({ format }: { readonly format: string }): string => `Making: ${format}`,
  stop: "Stop",
  close: "Close",
  saved: ({ name, size }: { readonly name: string; readonly size: number }): string =>
    `Saved as ${name}: ${bytes(size)}.`,
  failed: ({ said }: { readonly said: string }): string => `That did not work: ${said}`,
};
