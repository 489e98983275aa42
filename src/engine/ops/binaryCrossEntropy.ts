import { type Op, read, sigmoid, write } from "./op";
import { isMaskedRow, rowLengthsSlot, rowMeasuresSlot, writeMasked, writeMeasures } from "./rows";

/**
 * Logistic cross-entropy of every row, the mean over its V outputs, as PyTorch's `BCEWithLogitsLoss`. With a = logits[n, v]
 * and y = targets[n, v], 0 to 1:
 *
 *     -y log σ(a) - (1 - y) log(1 - σ(a)) = max(a, 0) - a y + log(1 + exp(-|a|))             in nats
 *     right = the share of the outputs with (a > 0) = (y > 1/2)                             weight = 1
 *
 * Shapes: logits and targets [N, V], lengths [B]; rowMeasures [N, 4] as in `rows.ts`.
 */
export const binaryCrossEntropyForward: Op = {
  name: "binaryCrossEntropyForward",
  dims: ["N", "B", "V"],
  slots: {
    logits: read(({ N, V }) => [N, V]),
    targets: read(({ N, V }) => [N, V]),
    rowMeasures: rowMeasuresSlot,
    lengths: rowLengthsSlot,
  },
  cost: ({ N, V }) => 8 * N * V,
  reference(tensors, dims) {
    const { N, V } = dims;
    const logits = tensors.float("logits");
    const targets = tensors.float("targets");
    for (let n = 0; n < N; n++) {
      if (isMaskedRow(tensors, n, dims)) {
        writeMasked(tensors, n);
        continue;
      }
      let sum = 0;
      let right = 0;
      for (let i = n * V; i < (n + 1) * V; i++) {
        const a = logits[i];
        sum += Math.max(a, 0) - a * targets[i] + Math.log(1 + Math.exp(-Math.abs(a)));
        if (a > 0 === targets[i] > 0.5) right++;
      }
      writeMeasures(tensors, n, { weightedLoss: sum / V, weight: 1, right: right / V });
    }
  },
};

/**
 * The gradient of the mean of the rows' losses: dLogits[n, v] = metrics[2] / V · (σ(logits[n, v]) - targets[n, v]), 0 in masked
 * rows.
 *
 * Shapes: as in `binaryCrossEntropyForward`; metrics [3] from `meanMetrics`, dLogits [N, V].
 */
export const binaryCrossEntropyBackward: Op = {
  name: "binaryCrossEntropyBackward",
  dims: ["N", "B", "V"],
  slots: {
    logits: read(({ N, V }) => [N, V]),
    targets: read(({ N, V }) => [N, V]),
    metrics: read(() => [3]),
    dLogits: write(({ N, V }) => [N, V]),
    lengths: rowLengthsSlot,
  },
  cost: ({ N, V }) => 6 * N * V,
  reference(tensors, dims) {
    const { N, V } = dims;
    const logits = tensors.float("logits");
    const targets = tensors.float("targets");
    const dLogits = tensors.float("dLogits");
    const [, , perWeight] = tensors.float("metrics");
    for (let i = 0; i < N * V; i++) {
      const masked = isMaskedRow(tensors, Math.floor(i / V), dims);
      dLogits[i] = masked ? 0 : (perWeight / V) * (sigmoid(logits[i]) - targets[i]);
    }
  },
};
