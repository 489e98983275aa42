/** Networks that leave for other programs, and those that come from them. */
import { bytes, count, counted, quoted } from "./phrases";

export const elsewhere = {
  title: "Use it elsewhere",
  open: "Use it elsewhere…",
  facts: ({ parameters, step }: { readonly parameters: number; readonly step: number }): string =>
    `${counted(parameters, "parameter")}, step ${count(step)}`,
  about:
    "Each download is a zip: the network, a model card with its results, and check.json: an input and this page’s answer, to check the other program against.",
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
  notInUnits:
    "This network answers changes, logarithms or numbers that are scaled series by series. These files do not make values of them: save answers and forecasts in units from “Evaluation”.",
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
  openTitle: ({ name }: { readonly name: string }): string => `Open ${name}`,
  reading: ({ name }: { readonly name: string }): string => `Reading ${quoted(name)}`,
  cancel: "Cancel",
  useNetwork: "Open this network",
  fits: "It fits the present data: it stands on the stage, is probed and measured with them, and trains further.",
  fitsNone: "The page has no network of such sizes.",
  notFitting: "It does not fit the present data.",
  advice: "Open data that fit it first, and then this file once more.",
  /** Each stands for something that the file does not tell. */
  proposedSymbols:
    "The file does not say what its symbols are. There are as many as in the present data, and they are taken to be these, in the same order.",
  proposedOneHot:
    "It reads as many numbers as the present data have symbols. They are taken for one symbol a step (one-hot), in the same order.",
  proposedScaling:
    "The file does not say how its numbers were scaled. They are scaled as the present data are.",
  otherScaling:
    "It was trained on numbers that were scaled otherwise. They are now scaled as the present data are; train it further before you judge it.",
  freshHead:
    "The file has no layer for the answers. A fresh one stands in its place, which has to be trained.",
  proposedAnswer: ({ at }: { readonly at: "every" | "last" }): string =>
    `The file does not say when it answers. It is taken to answer ${at === "every" ? "at every step" : "after the last step"}, as the present data ask.`,
  proposedScores: "Its outputs have no softmax. They are taken for scores of the classes, before it.",
  /** Why it does not fit. */
  readsSymbols: "The network reads symbols, and the present data are numbers.",
  readsNumbers: ({ network }: { readonly network: number }): string =>
    `The network reads ${counted(network, "number")} a step, and the present data are symbols.`,
  otherFeatures: ({ network, data }: { readonly network: number; readonly data: number }): string =>
    `The network reads ${counted(network, "number")} a step, and the present data have ${count(data)}.`,
  otherVocabulary: ({ network, data }: { readonly network: number; readonly data: number }): string =>
    `The network knows ${counted(network, "symbol")}, and the present data have ${count(data)}.`,
  otherSymbols:
    "The network knows as many symbols as the present data have, but others, or in another order.",
  seesAhead:
    "The network reads in both directions, and would see what it has to predict in the present data.",
  otherOutputs: ({ network, data }: { readonly network: number; readonly data: number }): string =>
    `The network gives ${counted(network, "output")}, and the present data ask for ${count(data)}.`,
  otherPlace: ({ at }: { readonly at: "every" | "last" }): string =>
    at === "every"
      ? "The network answers at every step, and the present data ask once, after the last one."
      : "The network answers once, after the last step, and the present data ask at every step.",
  otherKind: ({ sigmoid }: { readonly sigmoid: boolean }): string =>
    sigmoid
      ? "The network’s outputs are each a yes or no by themselves, which the present data do not ask for."
      : "The network answers with classes, and the present data ask for numbers.",
  noRun: "The page has no run yet, whose data the network could read. Try again in a moment.",
  tooLarge: ({ size, most }: { readonly size: number; readonly most: number }): string =>
    `The file has ${bytes(size)}. Networks of at most ${bytes(most)} are opened here.`,
  failed: ({ said }: { readonly said: string }): string => `That did not work: ${said}`,
};
