/** The curves of training and validation, and the numbers under them. */
import { count, counted, decimal, either, formats } from "./phrases";

export const charts = {
  lossAndAccuracy: "Loss and accuracy",
  loss: "Loss",
  show: "Show",
  nats: "Nats",
  bits: "Bits",
  accuracy: "Accuracy",
  perplexity: "Perplexity",
  squaredError: "Squared error",
  rootError: "RMSE",

  /** What a chart shows. */
  lossInNats: ({ per }: { readonly per: "character" | "word" | "sequence" | "step" }): string =>
    `Loss in nats per ${per}`,
  lossInBits: ({ per }: { readonly per: "character" | "word" | "sequence" | "step" }): string =>
    `Loss in bits per ${per}`,
  accuracyOf: ({ per }: { readonly per: "character" | "word" | "sequence" | "step" }): string =>
    `Accuracy, the share of ${per}s predicted correctly`,
  meanSquaredError: "Mean squared error of the scaled values",
  /** @param unit null where no one scale fits all; "" where nobody knows its name */
  rootMeanSquaredError: ({ unit }: { readonly unit: string | null }): string => {
    if (unit === null) return "Root mean squared error of the scaled values";
    return `Root mean squared error in ${unit || "the unit of the data"}`;
  },
  /** @param title of what is shown */
  byStep: ({ title }: { readonly title: string }): string => `${title}, by training step`,
  step: ({ step }: { readonly step: number }): string => `Step ${count(step)}`,
  empty: "Nothing measured yet. Train, and the curves begin here.",
  nothingYet: "Nothing measured yet.",
  spoken: ({
    from,
    fromStep,
    to,
    toStep,
    format,
  }: {
    readonly from: number;
    readonly fromStep: number;
    readonly to: number;
    readonly toStep: number;
    readonly format: "decimal" | "share";
  }): string =>
    `Training went from ${formats[format](from)} at step ${count(fromStep)} to ${formats[format](to)} at step ${count(toStep)}.`,

  training: "Training",
  validation: "Validation",
  /** What the curves are compared with. */
  references: {
    chance: "Chance",
    withoutMemory: "Without memory",
    trainingMean: "Training mean",
    lastValue: "Last value",
  },
  newest: "Newest measurements",
  lossUnit: ({ unit }: { readonly unit: "bits" | "nats" }): string => `Loss, ${unit}`,
  lowerIsBetter: "Lower loss is better.",
  chanceOfSymbols: ({
    symbols,
    loss,
    per,
  }: {
    readonly symbols: number;
    readonly loss: number;
    readonly per: "character" | "word";
  }): string =>
    `A blind guess among ${counted(symbols, "symbol")} costs ln\u00a0${count(symbols)} = ${decimal(loss)}\u00a0nats per ${per}.`,
  chanceOfClasses: ({
    classes,
    loss,
    per,
  }: {
    readonly classes: number;
    readonly loss: number;
    readonly per: "sequence" | "step";
  }): string =>
    `A blind guess among ${counted(classes, "class", "classes")} costs ln\u00a0${count(classes)} = ${decimal(loss)}\u00a0nats per ${per}.`,
  withoutMemory: ({ loss }: { readonly loss: number }): string =>
    `A network without memory cannot get below ${decimal(loss)}: a lower loss shows that this one remembers.`,
  lastValue: ({ loss }: { readonly loss: number }): string =>
    `Repeating the last value has a squared error of ${decimal(loss)}.`,
  trainingMean: ({ loss }: { readonly loss: number }): string =>
    `Always answering the training mean has a squared error of ${decimal(loss)}.`,
  perplexityHint: "A perplexity of 5 is the uncertainty of a choice among 5 equally likely symbols.",
  smoothedHint:
    "With label smoothing, losses include what it wants on all other classes, so they give no perplexity. The evaluation measures without it.",
  readThroughHint:
    "Validation reads on from the text before each symbol. Training begins its sequences from an empty state, or where another left off, so the two losses need not meet: what counts is where each one goes.",
  overfittingHint: "If validation stops falling while training goes on, the network is over-fitting.",

  /** Said once. */
  parted: "The network is over-fitting.",
  overfitting: ({
    step,
    best,
    loss,
    dropout,
    decay,
    stopsEarly,
  }: {
    readonly step: number;
    readonly best: number;
    readonly loss: number;
    readonly dropout: boolean;
    readonly decay: boolean;
    readonly stopsEarly: boolean;
  }): string => {
    const ideas = [
      dropout ? "more dropout" : "dropout",
      decay ? "more weight decay" : "weight decay",
      ...(stopsEarly ? [] : ["early stopping (a patience of 10, say)"]),
      "fewer hidden units",
    ];
    return `The network is over-fitting: validation was best near step ${count(step)}, at ${decimal(best)}, and has risen to ${decimal(loss)} while training went on falling. Try ${either(ideas)}.`;
  },
  worse: ({
    step,
    best,
    loss,
  }: {
    readonly step: number;
    readonly best: number;
    readonly loss: number;
  }): string =>
    `The network has become worse: validation was best near step ${count(step)}, at ${decimal(best)}, and has risen to ${decimal(loss)}; training did not fall either. Try a lower learning rate.`,
};
