/** The model card: what a network is, how it was trained and measured, and what it is not for. */
import { choiceNames } from "./choiceNames";
import { count, counted, list, quoted } from "./phrases";

type Cell = "gru" | "gruResetBefore" | "fourGate" | "lstm" | "rnn";
type Optimizer = "adam" | "adamw" | "sgd" | "rmsprop";

export const modelCard = {
  title: "Model card",
  network: "Network",
  data: "Data",
  training: "Training",
  results: "Results",
  limits: "What it must not be used for",
  layers: (values: {
    readonly cell: Cell;
    readonly hiddenSizes: readonly number[];
    readonly bidirectional: boolean;
  }): string =>
    `Recurrent layers of the cell ${quoted(choiceNames[`cell:${values.cell}`])}, with ${list(values.hiddenSizes.map(count))} hidden units, ${values.bidirectional ? "in both directions" : "in one direction"}.`,
  parameters: ({ parameters }: { readonly parameters: number }): string =>
    `${counted(parameters, "parameter")} in float32.`,
  readsSymbols: ({ symbols }: { readonly symbols: number }): string =>
    `It reads one of ${counted(symbols, "symbol")} a step.`,
  readsFeatures: ({ features }: { readonly features: readonly string[] }): string =>
    `It reads at each step: ${list(features)}.`,
  readsNumbers: ({ features }: { readonly features: number }): string =>
    `It reads ${counted(features, "number")} a step; what they are is not known here.`,
  answers: ({ outputs, every }: { readonly outputs: number; readonly every: boolean }): string =>
    `It gives ${counted(outputs, "output")} ${every ? "at every step" : "after the last step"}.`,
  labels: ({ labels }: { readonly labels: readonly string[] }): string => `They stand for: ${list(labels)}.`,
  unscaled:
    "Its numbers are not in the units of the data, and this file does not say how they become values: that takes more than a shift and a scale, or is not known. What the page shows and saves of it is in units.",
  trainedOn: ({ name }: { readonly name: string }): string => `It was trained on ${quoted(name)}.`,
  dataUnknown: "What it was trained on was not at hand when this card was written.",
  splitOfExamples:
    "A part of the data was held out, and never trained on. Another part, of what is for training, was used to choose when to stop and how fast to learn; where there are fewer than ten examples for training, the held-out ones were.",
  splitOfText:
    "The last tenth of the text was held out, and never trained on. It also validated, so that when to stop and how fast to learn may have been chosen by it.",
  steps: (values: {
    readonly steps: number;
    readonly batchSize: number;
    readonly sequenceLength: number;
    readonly optimizer: Optimizer;
  }): string =>
    `${counted(values.steps, "training step")} with ${choiceNames[`optimizer:${values.optimizer}`]}, each on ${counted(values.batchSize, "sequence")} of at most ${counted(values.sequenceLength, "step")}.`,
  notMeasured: "It was not measured when this card was written. Do so before it is used for anything.",
  measured: "On what was held out, beside what needs no network:",
  notElsewhere:
    "What it has learned holds for data like that above, measured in the same way. Elsewhere, later or in other units it may be wrong without any sign of it.",
  notPeople:
    "It must not decide about people, their health, money, work or rights, nor steer anything that can do harm. Its probabilities are scores, and were not calibrated.",
  check: "The file check.json has an input and what this network answers to it, before any softmax.",
};
