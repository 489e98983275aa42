import { type Op, read, write } from "./op";
import { isMaskedRow, rowLengthsSlot, rowMeasuresSlot, writeMasked, writeMeasures } from "./rows";

/**
 * The squared error of every row, the mean over its V outputs, as PyTorch's `MSELoss`:
 *
 *     loss = 1 / V · sum over v of (outputs[n, v] - targets[n, v])²            weight = 1, right = 0
 *
 * Shapes: outputs and targets [N, V], lengths [B]; rowMeasures [N, 4] as in `rows.ts`.
 */
export const squaredErrorForward: Op = {
  name: "squaredErrorForward",
  dims: ["N", "B", "V"],
  slots: {
    outputs: read(({ N, V }) => [N, V]),
    targets: read(({ N, V }) => [N, V]),
    rowMeasures: rowMeasuresSlot,
    lengths: rowLengthsSlot,
  },
  cost: ({ N, V }) => 3 * N * V,
  reference(tensors, dims) {
    const { N, V } = dims;
    const outputs = tensors.float("outputs");
    const targets = tensors.float("targets");
    for (let n = 0; n < N; n++) {
      if (isMaskedRow(tensors, n, dims)) {
        writeMasked(tensors, n);
        continue;
      }
      let sum = 0;
      for (let i = n * V; i < (n + 1) * V; i++) sum += (outputs[i] - targets[i]) ** 2;
      writeMeasures(tensors, n, { weightedLoss: sum / V, weight: 1, right: 0 });
    }
  },
};

/**
 * The gradient of the mean of the rows' losses: dOutputs[n, v] = metrics[2] · 2 / V · (outputs[n, v] - targets[n, v]), 0 in
 * masked rows.
 *
 * Shapes: as in `squaredErrorForward`; metrics [3] from `meanMetrics`, dOutputs [N, V].
 */
export const squaredErrorBackward: Op = {
  name: "squaredErrorBackward",
  dims: ["N", "B", "V"],
  slots: {
    outputs: read(({ N, V }) => [N, V]),
    targets: read(({ N, V }) => [N, V]),
    metrics: read(() => [3]),
    dOutputs: write(({ N, V }) => [N, V]),
    lengths: rowLengthsSlot,
  },
  cost: ({ N, V }) => 3 * N * V,
  reference(tensors, dims) {
    const { N, V } = dims;
    const outputs = tensors.float("outputs");
    const targets = tensors.float("targets");
    const dOutputs = tensors.float("dOutputs");
    const [, , perWeight] = tensors.float("metrics");
    for (let i = 0; i < N * V; i++) {
      const masked = isMaskedRow(tensors, Math.floor(i / V), dims);
      dOutputs[i] = masked ? 0 : ((perWeight * 2) / V) * (outputs[i] - targets[i]);
    }
  },
};
