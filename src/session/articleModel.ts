import { defaultSettings, type RunSettings } from "./settings";

/**
 * The model of the article that this playground grew from, in Keras: `GRU(128)`, `Dense(…, activation="softmax")`,
 * `compile(loss="categorical_crossentropy", optimizer="adam")`, `fit(epochs=10, batch_size=32)`. What it leaves to Keras is as
 * Keras has it, but for Adam's ε (1e-7 there, PyTorch's 1e-8 here); how long sequences are is the data's own.
 */
export const articleModel: Partial<RunSettings> = {
  ...withoutData(defaultSettings),
  cell: "gru",
  hiddenSizes: [128],
  inputKind: "oneHot",
  initialization: "keras",
  optimizer: "adam",
  learningRate: 0.001,
  clipNorm: 0,
  batchSize: 32,
  lengthUnit: "epochs",
  length: 10,
};

function withoutData({ sequenceLength: _, seed: __, ...rest }: RunSettings): Partial<RunSettings> {
  return rest;
}
