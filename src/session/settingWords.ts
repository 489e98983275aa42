/** What people call the settings, what each does, and what is usual. */
import type { DataShape } from "./dataShape";
import {
  type CellName,
  isSettingName,
  type RunSettings,
  type SettingName,
  type SettingValue,
  settingOf,
  type Withheld,
} from "./settings";

interface SettingWords {
  readonly label: string;
  /** In a sentence; "" where the label says it all. */
  readonly hint: string | ((data: DataShape) => string);
}

export const settingWords: Readonly<Record<SettingName, SettingWords>> = {
  cell: { label: "Cell", hint: "" },
  hiddenSizes: {
    label: "Hidden units",
    hint: ({ isText }) =>
      isText
        ? "H: how many numbers a layer remembers. 64 shows gates well; 256 writes better and takes longer."
        : "H: how many numbers a layer remembers. 16 to 64 show gates well; more can learn more and take longer.",
  },
  bidirectional: {
    label: "Both directions",
    hint: "Every layer reads the sequence from its end as well, with weights of its own, and gives the next layer both states.",
  },
  inputKind: { label: "Input", hint: "" },
  embeddingSize: {
    label: "Embedding size",
    hint: "Numbers in that vector. 16 to 64 is plenty for characters, 64 to 128 for words.",
  },
  dropout: {
    label: "Dropout between layers",
    hint: "Share of a layer’s outputs that the next layer does not see in training, others at every step. 0 is none; 0.2 to 0.5 is usual.",
  },
  recurrentDropout: {
    label: "Recurrent dropout",
    hint: "Share of the old state that the gates do not see in training, other units for every sequence. 0 is none; 0.1 to 0.5 helps where training gets better and validation does not.",
  },
  initialization: { label: "Initial weights", hint: "" },
  learningRate: {
    label: "Learning rate",
    hint: "How far one step moves the weights. 0.001 to 0.01 is usual. Lower it if the loss jumps, raise it if the loss hardly falls.",
  },
  sequenceLength: {
    label: "Sequence length",
    hint: ({ step }) => sequenceLengthHints[step],
  },
  batchSize: {
    label: "Batch size",
    hint: "B: sequences in one step. More make steadier and slower steps.",
  },
  lengthUnit: { label: "Run length", hint: "" },
  length: {
    label: "Stop after",
    hint: "Then training pauses by itself, and Train goes on for as long again. In an epoch everything that is for training is read once.",
  },
  patience: {
    label: "Patience",
    hint: "Validations without a better loss before training stops by itself and takes its best weights back. 0 never stops; 10 is usual.",
  },
  optimizer: { label: "Optimizer", hint: "" },
  momentum: {
    label: "Momentum",
    hint: "Share of the last movement that the next one keeps. 0 is none; 0.9 is usual.",
  },
  nesterov: { label: "Nesterov", hint: "Looks at the gradient where the momentum is about to lead." },
  weightDecay: {
    label: "Weight decay",
    hint: "How much each step shrinks the weights: with AdamW as a share of the learning rate, else as a part of the gradient (L2). 0 is none; 0.01 to 0.1 is usual with AdamW.",
  },
  warmupSteps: {
    label: "Warm-up",
    hint: "Steps over which the rate rises in a straight line to its full size, before anything else. 0 is none.",
  },
  decay: { label: "Schedule", hint: "" },
  decaySteps: {
    label: "Over steps",
    hint: "How many steps the cosine takes, or lie between two reductions.",
  },
  decayFloor: {
    label: "Down to",
    hint: "Share of the rate that is left at the cosine’s end, and from then on.",
  },
  decayFactor: { label: "Times", hint: "What the rate is multiplied by each time. 0.1 to 0.5 is usual." },
  decayPatience: {
    label: "Plateau",
    hint: "Validations in a row without progress before the rate is reduced. There is one every 50 steps.",
  },
  windows: { label: "Sequences", hint: "" },
  clipNorm: {
    label: "Clip norm",
    hint: "A longer gradient is cut to this length, so that one odd batch cannot ruin the weights. 1 is usual; 0 cuts nothing.",
  },
  clipValue: {
    label: "Clip value",
    hint: "After that, no element of the gradient is larger than this. 0 cuts nothing.",
  },
  labelSmoothing: {
    label: "Label smoothing",
    hint: "Share of the probability that the loss wants spread over all classes, so that the network is not too sure. 0 is none; 0.1 is usual.",
  },
  classWeights: { label: "Class weights", hint: "" },
  seed: {
    label: "Seed",
    hint: "Of the first weights and of the order of the sequences. The same seed gives the same run.",
  },
};

const sequenceLengthHints: Readonly<Record<DataShape["step"], string>> = {
  character: "T, in characters: how far back an error is followed. 32 to 128 is usual.",
  word: "T, in words: how far back an error is followed. 16 to 64 is usual.",
  row: "T, in rows: how much of the past is read before a forecast. A season or two is usual.",
  step: "T, in time steps: longer sequences are cut to their last T.",
};

export const hintOf = (name: SettingName, data: DataShape): string => {
  const { hint } = settingWords[name];
  return typeof hint === "string" ? hint : hint(data);
};

interface OptionWords {
  readonly label: string;
  readonly about: string;
  /** In the middle of a sentence, where that is another. */
  readonly named?: string;
}

type Choices = {
  readonly [Name in SettingName as RunSettings[Name] extends string ? Name : never]: RunSettings[Name];
};
type ChoiceWords = { readonly [Name in keyof Choices]: Readonly<Record<Choices[Name], OptionWords>> };

const cells: Readonly<Record<CellName, OptionWords>> = {
  gru: {
    label: "GRU",
    about: "Two gates: what stays of the old state, and how much of it the candidate sees. The usual one.",
  },
  gruResetBefore: {
    label: "GRU, reset before",
    about: "The first form of the GRU: it resets the old state before the product, not after it.",
  },
  fourGate: {
    label: "Four-gate GRU",
    named: "four-gate GRU",
    about: "A variant with input, forget and output gates that is in no framework.",
  },
  lstm: {
    label: "LSTM",
    about: "Three gates around a cell state, which is carried along without any product with weights.",
  },
  rnn: {
    label: "Simple RNN",
    named: "simple RNN",
    about: "No gates at all: it soon forgets, and shows what gates are for.",
  },
};

export const choiceWords: ChoiceWords = {
  cell: cells,
  inputKind: {
    embedding: {
      label: "Embedding",
      named: "embedding",
      about: "Each symbol is a short vector that is learned, so that similar symbols can come to lie close.",
    },
    oneHot: {
      label: "One-hot",
      named: "one-hot",
      about: "Each symbol is a vector with a single 1: nothing shared, nothing assumed.",
    },
  },
  initialization: {
    pytorch: {
      label: "As PyTorch",
      named: "PyTorch’s",
      about: "Everything of a layer uniform in ±1/√H, the head in ±1/√(what it reads).",
    },
    keras: {
      label: "As Keras",
      named: "Keras’",
      about:
        "Input weights uniform after Glorot and Bengio, recurrent weights orthogonal, biases 0; an LSTM’s forget gates begin open.",
    },
  },
  lengthUnit: {
    open: { label: "Until paused", named: "until paused", about: "Training goes on until Pause is pressed." },
    steps: {
      label: "For steps",
      named: "for steps",
      about: "Training pauses by itself after so many steps.",
    },
    epochs: {
      label: "For epochs",
      named: "for epochs",
      about: "Training pauses by itself when everything was read so many times.",
    },
  },
  optimizer: {
    adam: { label: "Adam", about: "Steps of about the same size for every weight. The usual one." },
    adamw: { label: "AdamW", about: "Adam with a weight decay that does not pass through its averages." },
    sgd: {
      label: "SGD",
      about: "Straight down the gradient, with or without momentum. Wants a larger learning rate: 0.1 to 1.",
    },
    rmsprop: { label: "RMSprop", about: "Steps divided by the size of recent gradients." },
  },
  decay: {
    constant: { label: "Constant", named: "constant", about: "The learning rate stays as it is." },
    cosine: { label: "Cosine", named: "cosine", about: "Falls along half a cosine." },
    step: { label: "In steps", named: "in steps", about: "Reduced after every so many steps." },
    exponential: {
      label: "Exponential",
      named: "exponential",
      about: "The same reduction, spread over all steps.",
    },
    plateau: {
      label: "On a plateau",
      named: "on a plateau",
      about: "Reduced when the validation loss no longer falls.",
    },
  },
  windows: {
    random: {
      label: "From anywhere",
      named: "from anywhere",
      about: "Each begins somewhere in the text, with a state of zeros.",
    },
    streams: {
      label: "In streams",
      named: "in streams",
      about:
        "The text is read in parallel streams, window after window; states carry over, gradients do not (truncated backpropagation through time).",
    },
  },
  classWeights: {
    none: { label: "All alike", named: "all alike", about: "Every answer counts the same." },
    balanced: {
      label: "Balanced",
      named: "balanced",
      about: "The rarer a class is in training, the more a wrong answer about it counts.",
    },
  },
};

/** Null where it goes without saying, and the control is left out. */
export const withheldWords: Readonly<Record<Withheld, string | null>> = {
  notOfText: "Not for a text: what comes next would be read before it is asked for.",
  answersLieAhead:
    "Not for these data: the answers are what is read later, and would be read before they are asked for.",
  textOnly: "Only a text goes on from one sequence to the next.",
  classesOnly: "Only where the answers are classes.",
  labelsOnly: "Only for labels that are to be told apart.",
  oneLayer: "There is nothing between layers as long as there is only one.",
  featuresAreRead: null,
  dataHasLength: null,
};

const words: ReadonlyMap<string, ReadonlyMap<string, OptionWords>> = new Map(
  Object.entries(choiceWords).map(([name, options]) => [name, new Map(Object.entries(options))]),
);

function wordsOf(name: keyof ChoiceWords, value: string): OptionWords {
  const found = words.get(name)?.get(value);
  if (!found) throw new Error(`The option ${value} of ${name} has no words.`);
  return found;
}

/** The options of a choice, in the order of the table. */
export function optionsOf(name: keyof ChoiceWords): readonly (OptionWords & { readonly value: string })[] {
  const setting = settingOf(name);
  if (setting.kind !== "choice") return [];
  return setting.options.map((value) => ({ value, ...wordsOf(name, value) }));
}

/** A value in the middle of a sentence. */
export function valueInWords(name: SettingName, value: SettingValue): string {
  if (typeof value === "number") return String(value);
  if (typeof value === "boolean") return value ? "on" : "off";
  if (typeof value === "object") return value.join(" + ");
  const option = words.get(name)?.get(value);
  return option?.named ?? option?.label ?? value;
}

/** A label in the middle of a sentence. */
export const nameInWords = (name: SettingName): string => {
  const { label } = settingWords[name];
  return `${label[0].toLowerCase()}${label.slice(1)}`;
};

/** What a setting may be, as the end of "has to be …". */
function allowedInWords(name: SettingName): string {
  const setting = settingOf(name);
  switch (setting.kind) {
    case "number":
      return `a ${setting.integer ? "whole " : ""}number from ${setting.min} to ${setting.max}`;
    case "sizes":
      return `one to ${setting.most} whole numbers from ${setting.min} to ${setting.max}`;
    case "choice":
      return `one of ${setting.options.join(", ")}`;
    case "flag":
      return "true or false";
  }
}

/** Why a setting cannot be chosen for such data. */
export function unfitInWords(name: SettingName, data: DataShape): string {
  const withheld = settingOf(name).unfit?.(data) ?? null;
  const reason = withheld && withheldWords[withheld];
  return `The setting “${nameInWords(name)}” (${name}) does not fit these data. ${reason ?? "They leave no choice in it."}`;
}

/** Why a setting was refused. */
export function malformedInWords(name: string): string {
  return isSettingName(name)
    ? `The setting “${nameInWords(name)}” (${name}) has to be ${allowedInWords(name)}.`
    : `There is no setting “${name}”.`;
}
