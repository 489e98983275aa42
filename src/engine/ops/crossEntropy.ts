import { lengthsSlot } from "./lengths";
import { type Dims, type Op, type Operands, optional, read, write } from "./op";
import { isMaskedRow, rowMeasuresSlot, writeMasked, writeMeasures } from "./rows";

/** Label smoothing comes as a whole number of these. */
export const smoothingUnit = 1e-6;

const classWeightsSlot = optional(read(({ V }) => [V]));

/** The class of dimension `ignored` where there is none. */
export const noClass = -1;

/** Whether a row counts nowhere: its step is beyond its sequence, or what would be right there is the class that is ignored. */
const isIgnoredRow = (tensors: Operands, n: number, dims: Dims): boolean =>
  isMaskedRow(tensors, n, dims) || tensors.integer("targets")[n] === dims.ignored;

const classWeight = (tensors: Operands, v: number) =>
  tensors.has("classWeights") ? tensors.float("classWeights")[v] : 1;

/**
 * Softmax and cross-entropy of every row, with the row's maximum subtracted so that no exponential overflows. With
 * y = targets[n], class weights w (1 if there are none) and label smoothing s, as PyTorch's `CrossEntropyLoss`:
 *
 *     p = softmax(logits[n])
 *     weight = w[y]
 *     weight · loss = -(1 - s) w[y] log p[y] - s / V · sum over v of w[v] log p[v]             in nats
 *     right = 1 if y is the first largest logit, else 0
 *
 * Rows with y = `ignored` are masked, as by PyTorch's `ignore_index`; -1 ignores none.
 *
 * Shapes: logits and probabilities [N, V], targets [N], lengths [B], classWeights [V]; rowMeasures [N, 4] as in `rows.ts`.
 * s = smoothing · 1e-6.
 */
export const crossEntropyForward: Op = {
  name: "crossEntropyForward",
  dims: ["N", "B", "V", "smoothing", "ignored"],
  slots: {
    logits: read(({ N, V }) => [N, V]),
    targets: read(({ N }) => [N], "i32"),
    probabilities: write(({ N, V }) => [N, V]),
    rowMeasures: rowMeasuresSlot,
    lengths: lengthsSlot,
    classWeights: classWeightsSlot,
  },
  cost: ({ N, V }) => 10 * N * V,
  reference(tensors, dims) {
    const { N, V } = dims;
    const s = dims.smoothing * smoothingUnit;
    const logits = tensors.float("logits");
    const probabilities = tensors.float("probabilities");
    const targets = tensors.integer("targets");
    for (let n = 0; n < N; n++) {
      let best = 0;
      for (let v = 1; v < V; v++) if (logits[n * V + v] > logits[n * V + best]) best = v;
      const largest = logits[n * V + best];
      let sum = 0;
      for (let v = 0; v < V; v++) sum += Math.exp(logits[n * V + v] - largest);
      for (let v = 0; v < V; v++) probabilities[n * V + v] = Math.exp(logits[n * V + v] - largest) / sum;
      if (isIgnoredRow(tensors, n, dims)) {
        writeMasked(tensors, n);
        continue;
      }
      const minusLog = (v: number) => Math.log(sum) + largest - logits[n * V + v];
      const y = targets[n];
      const weight = classWeight(tensors, y);
      let all = 0;
      if (s > 0) for (let v = 0; v < V; v++) all += classWeight(tensors, v) * minusLog(v);
      const weightedLoss = (1 - s) * weight * minusLog(y) + (s / V) * all;
      writeMeasures(tensors, n, { weightedLoss, weight, right: best === y ? 1 : 0 });
    }
  },
};

/**
 * The gradient of the weighted mean of the rows' losses with respect to the logits. With W = sum over v of w[v] and
 * metrics[2] = 1 / the sum of the rows' weights:
 *
 *     dLogits[n, v] = metrics[2] · ((1 - s) w[y] (p[v] - [v = y]) + s / V · (W p[v] - w[v]))         0 in masked rows
 *
 * Shapes: as in `crossEntropyForward`; metrics [3] from `meanMetrics`.
 */
export const crossEntropyBackward: Op = {
  name: "crossEntropyBackward",
  dims: ["N", "B", "V", "smoothing", "ignored"],
  slots: {
    probabilities: read(({ N, V }) => [N, V]),
    targets: read(({ N }) => [N], "i32"),
    metrics: read(() => [3]),
    dLogits: write(({ N, V }) => [N, V]),
    lengths: lengthsSlot,
    classWeights: classWeightsSlot,
  },
  cost: ({ N, V }) => 4 * N * V,
  reference(tensors, dims) {
    const { N, V } = dims;
    const s = dims.smoothing * smoothingUnit;
    const probabilities = tensors.float("probabilities");
    const targets = tensors.integer("targets");
    const dLogits = tensors.float("dLogits");
    const [, , perWeight] = tensors.float("metrics");
    const whole = allWeights(tensors, dims);
    for (let n = 0; n < N; n++) {
      const masked = isIgnoredRow(tensors, n, dims);
      const y = targets[n];
      const weight = classWeight(tensors, y);
      for (let v = 0; v < V; v++) {
        const p = probabilities[n * V + v];
        const sharp = (1 - s) * weight * (p - (v === y ? 1 : 0));
        const smooth = (s / V) * (whole * p - classWeight(tensors, v));
        dLogits[n * V + v] = masked ? 0 : perWeight * (sharp + smooth);
      }
    }
  },
};

function allWeights(tensors: Operands, { V }: Dims): number {
  let sum = 0;
  for (let v = 0; v < V; v++) sum += classWeight(tensors, v);
  return sum;
}
