/** The panels of settings: what each setting does and what is usual, and what is wrong with one that cannot be used. */
import { bytes, counted, quoted } from "./phrases";

export const settings = {
  network: "Network",
  networkRestarts: "Changing these starts training again.",
  moreNetwork: ({ changed }: { readonly changed: number }): string =>
    changed > 0 ? `More network settings (${changed} changed)` : "More network settings",
  fewerNetwork: "Fewer network settings",
  training: "Training",
  trainingRestarts:
    "Changing these starts training again; the learning rate and the run length change at once.",
  moreTraining: ({ changed }: { readonly changed: number }): string =>
    changed > 0 ? `More training settings (${changed} changed)` : "More training settings",
  fewerTraining: "Fewer training settings",
  weights: ({ weights, memory }: { readonly weights: number; readonly memory: number }): string =>
    `${counted(weights, "weight")}; training takes ${bytes(memory)} of memory.`,

  /** @param setting with the value that suits the data, as "hidden units 64" */
  putBack: ({ setting }: { readonly setting: string }): string => `Back to ${setting}`,

  layers: "Layers",
  layersHint:
    "Each layer reads the one before it at every step. One is enough for most data; two can learn more, and learn more slowly.",
  unitsOfLayer: ({ layer }: { readonly layer: number }): string => `Hidden units, layer ${layer}`,

  articleModel: "The article’s model",
  articleAbout:
    "Keras’ GRU(128), dense softmax, categorical cross-entropy, Adam at 0.001, Keras’ initial weights, ten epochs in batches of 32.",
  articleInUse: "In use. Train runs its ten epochs; the evaluation follows by itself.",
  articleUnfit: "It answers with classes, by a softmax; these data ask for numbers.",

  rateNow: ({ rate }: { readonly rate: number }): string => `Now ${rate}.`,
  rateAtMost: ({ rate }: { readonly rate: number }): string => `at most ${rate}`,
  firstStep: "step 1",
  schedulePicture: ({
    steps,
    highest,
    last,
  }: {
    readonly steps: number;
    readonly highest: number;
    readonly last: number;
  }): string => `Learning rate over ${counted(steps, "step")}: at most ${highest}, ${last} at the end`,

  on: "on",
  off: "off",
  lengthUnits: { steps: "steps", epochs: "epochs" },

  hints: {
    bidirectional:
      "Every layer also reads the sequence backwards, with weights of its own, and passes both states to the next layer.",
    embeddingSize: "Length of the vector. 16 to 64 is plenty for characters, 64 to 128 for words.",
    dropout:
      "Share of a layer’s outputs that training hides from the next layer, drawn anew at every step. 0 is none; 0.2 to 0.5 is usual.",
    recurrentDropout:
      "Share of the old state that training hides from the gates, drawn anew for every sequence. 0 is none; 0.1 to 0.5 helps against over-fitting.",
    learningRate:
      "How far one step moves the weights. 0.001 to 0.01 is usual. Lower it if the loss jumps; raise it if the loss hardly falls.",
    batchSize: "B: sequences in one training step. Larger batches make steadier and slower steps.",
    length:
      "Training then pauses, and Train goes on for as long again. An epoch reads the training set once.",
    patience:
      "Early stopping: how many validations may pass without a better loss before training stops and takes its best weights back. 0 never stops; 10 is usual.",
    momentum: "Share of the last update that the next one keeps. 0 is none; 0.9 is usual.",
    nesterov: "Takes the gradient where the momentum is about to lead.",
    weightDecay:
      "How much each step shrinks the weights: with AdamW as a share of the learning rate, otherwise as a part of the gradient (L2). 0 is none; with AdamW 0.01 to 0.1 is usual.",
    warmupSteps: "Steps over which the learning rate first rises linearly to its full size. 0 is none.",
    decaySteps: "Steps that the cosine takes, or steps between two reductions.",
    decayFloor: "Share of the learning rate that is left where the cosine ends, and from then on.",
    decayFactor: "Each reduction multiplies the learning rate by this. 0.1 to 0.5 is usual.",
    decayPatience:
      "Validations in a row without progress before the learning rate is reduced. There is one every 50 steps, or less often where steps are short beside what is validated.",
    clipNorm:
      "Gradient clipping: a longer gradient is cut to this length, so that one odd batch cannot ruin the weights. 1 is usual; 0 cuts nothing.",
    clipValue: "After that, no element of the gradient is larger than this. 0 cuts nothing.",
    labelSmoothing:
      "Share of the probability that the loss spreads over all classes, so that the network does not become too sure. 0 is none; 0.1 is usual.",
    seed: "Of the first weights and of the order of the sequences. The same seed gives the same run.",
  },
  hiddenSizesHints: {
    text: "H: size of a layer’s hidden state. 64 shows the gates well; 256 writes better and takes longer.",
    other:
      "H: size of a layer’s hidden state. 16 to 64 show the gates well; more can learn more and take longer.",
  },
  /** By what a time step of the data is. */
  sequenceLengthHints: {
    character:
      "T, in characters: how far back the gradient reaches. 32 to 128 is usual. Validation reads as many at a time: its losses compare for the same T only.",
    word: "T, in words: how far back the gradient reaches. 16 to 64 is usual. Validation reads as many at a time: its losses compare for the same T only.",
    row: "T, in rows: the lookback window, how much is read before a forecast. A season or two is usual.",
    step: "T, in time steps: longer sequences are cut to their last T.",
  },

  choices: {
    cell: {
      gru: {
        label: "GRU",
        about:
          "Two gates: how much of the old state stays, and how much of it the candidate sees. The usual one.",
      },
      gruResetBefore: {
        label: "GRU, reset before",
        about: "The first form of the GRU: it resets the old state before the matrix product, not after it.",
      },
      fourGate: {
        label: "Four-gate GRU",
        about: "A variant with input, forget and output gates that is in no framework.",
      },
      lstm: {
        label: "LSTM",
        about: "Three gates around a cell state, which is carried along without any matrix product.",
      },
      rnn: {
        label: "Simple RNN",
        about: "No gates at all: it soon forgets, and shows what gates are for.",
      },
    },
    inputKind: {
      embedding: {
        label: "Embedding",
        about: "Each symbol is a short learned vector, so that similar symbols can come to lie close.",
      },
      oneHot: {
        label: "One-hot",
        about: "Each symbol is a vector with a single 1: nothing shared, nothing assumed.",
      },
    },
    initialization: {
      pytorch: {
        label: "As PyTorch",
        about: "All weights of a layer uniform in ±1/√H, those of the head in ±1/√(its input size).",
      },
      keras: {
        label: "As Keras",
        about:
          "Input weights Glorot uniform, recurrent weights orthogonal, biases 0; an LSTM’s forget gates begin open.",
      },
    },
    lengthUnit: {
      open: { label: "Until paused", about: "Training goes on until you press Pause." },
      steps: { label: "For steps", about: "Training pauses by itself after so many steps." },
      epochs: { label: "For epochs", about: "Training pauses by itself after so many epochs." },
    },
    optimizer: {
      adam: { label: "Adam", about: "Steps of about the same size for every weight. The usual one." },
      adamw: { label: "AdamW", about: "Adam with weight decay kept out of its moving averages." },
      sgd: {
        label: "SGD",
        about:
          "Straight down the gradient, with or without momentum. Needs a larger learning rate: 0.1 to 1.",
      },
      rmsprop: { label: "RMSprop", about: "Steps divided by the size of recent gradients." },
    },
    decay: {
      constant: { label: "Constant", about: "The learning rate stays as it is." },
      cosine: { label: "Cosine", about: "Falls along half a cosine." },
      step: { label: "In steps", about: "Reduced after every so many steps." },
      exponential: { label: "Exponential", about: "The same reduction, spread over all steps." },
      plateau: { label: "On a plateau", about: "Reduced when the validation loss no longer falls." },
    },
    windows: {
      random: {
        label: "Random",
        about: "Each begins somewhere in the text, with a state of zeros.",
      },
      streams: {
        label: "Streams",
        about:
          "The text is read in parallel streams, window after window; states carry over, gradients do not (truncated backpropagation through time).",
      },
    },
    classWeights: {
      none: { label: "All alike", about: "Every answer counts the same." },
      balanced: {
        label: "Balanced",
        about: "The rarer a class is in the training set, the more a wrong answer about it counts.",
      },
    },
  },

  /** @param name the setting's name in links and files; @param allowed one of the phrases below */
  malformed: ({
    label,
    name,
    allowed,
  }: {
    readonly label: string;
    readonly name: string;
    readonly allowed: string;
  }): string => `The setting ${quoted(label)} (${name}) has to be ${allowed}.`,
  numberAllowed: ({
    integer,
    min,
    max,
  }: {
    readonly integer: boolean;
    readonly min: number;
    readonly max: number;
  }): string => `a ${integer ? "whole " : ""}number from ${min} to ${max}`,
  sizesAllowed: ({
    most,
    min,
    max,
  }: {
    readonly most: number;
    readonly min: number;
    readonly max: number;
  }): string => `one to ${most} whole numbers from ${min} to ${max}`,
  choiceAllowed: ({ options }: { readonly options: readonly string[] }): string =>
    `one of ${options.join(", ")}`,
  flagAllowed: "true or false",
  unknown: ({ name }: { readonly name: string }): string => `There is no setting ${quoted(name)}.`,
  unfit: ({
    label,
    name,
    reason,
  }: {
    readonly label: string;
    readonly name: string;
    readonly reason: string;
  }): string => `The setting ${quoted(label)} (${name}) does not fit these data. ${reason}`,
  /** Of a value that the data set. */
  noChoice: "They leave no choice in it.",
  /** @param place in the setup, as "data.kind"; what is expected and found there, in code */
  setupUnusable: ({
    place,
    expected,
    received,
  }: {
    readonly place: string;
    readonly expected: string | null;
    readonly received: string;
  }): string =>
    expected === null
      ? `The setup’s ${quoted(place)} cannot be used: it is ${received}.`
      : `The setup’s ${quoted(place)} cannot be used: it has to be ${expected}, and is ${received}.`,
};
