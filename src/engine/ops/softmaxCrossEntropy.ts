import { type Op, read, write } from "./op";

/**
 * Softmax and cross-entropy of every row, with the row's maximum subtracted so that no exponential overflows.
 *
 *     probabilities[n] = softmax(logits[n])
 *     rowLoss[n] = -log probabilities[n, targets[n]]             in nats
 *     rowCorrect[n] = 1 if targets[n] is the first largest logit, else 0
 *
 * Shapes: logits and probabilities [N, V], targets [N], rowLoss and rowCorrect [N].
 */
export const softmaxCrossEntropyForward: Op = {
  name: "softmaxCrossEntropyForward",
  dims: ["N", "V"],
  slots: {
    logits: read(({ N, V }) => [N, V]),
    targets: read(({ N }) => [N], "i32"),
    probabilities: write(({ N, V }) => [N, V]),
    rowLoss: write(({ N }) => [N]),
    rowCorrect: write(({ N }) => [N]),
  },
  cost: ({ N, V }) => 10 * N * V,
  reference(tensors, { N, V }) {
    const logits = tensors.float("logits");
    const probabilities = tensors.float("probabilities");
    const targets = tensors.integer("targets");
    const rowLoss = tensors.float("rowLoss");
    const rowCorrect = tensors.float("rowCorrect");
    for (let n = 0; n < N; n++) {
      let best = 0;
      for (let v = 1; v < V; v++) if (logits[n * V + v] > logits[n * V + best]) best = v;
      const largest = logits[n * V + best];
      let sum = 0;
      for (let v = 0; v < V; v++) sum += Math.exp(logits[n * V + v] - largest);
      for (let v = 0; v < V; v++) probabilities[n * V + v] = Math.exp(logits[n * V + v] - largest) / sum;
      rowLoss[n] = Math.log(sum) + largest - logits[n * V + targets[n]];
      rowCorrect[n] = best === targets[n] ? 1 : 0;
    }
  },
};

/**
 * The gradient of the mean of `rowLoss` with respect to the logits.
 *
 *     dLogits[n, v] = (probabilities[n, v] - [v = targets[n]]) / N
 *
 * Shapes: probabilities and dLogits [N, V], targets [N].
 */
export const softmaxCrossEntropyBackward: Op = {
  name: "softmaxCrossEntropyBackward",
  dims: ["N", "V"],
  slots: {
    probabilities: read(({ N, V }) => [N, V]),
    targets: read(({ N }) => [N], "i32"),
    dLogits: write(({ N, V }) => [N, V]),
  },
  cost: ({ N, V }) => 2 * N * V,
  reference(tensors, { N, V }) {
    const probabilities = tensors.float("probabilities");
    const dLogits = tensors.float("dLogits");
    const targets = tensors.integer("targets");
    for (let n = 0; n < N; n++) {
      const target = targets[n];
      for (let v = 0; v < V; v++) {
        dLogits[n * V + v] = (probabilities[n * V + v] - (v === target ? 1 : 0)) / N;
      }
    }
  },
};
