/** Losses that are a mean over the outputs of a row, each output with a target of its own. */
import { lengthsSlot } from "./lengths";
import { type Op, read, write } from "./op";
import { isMaskedRow, rowMeasuresSlot, writeMasked, writeMeasures } from "./rows";

interface PerOutputLoss {
  /** The ops are called after it: `squaredError` gives `squaredErrorForward` and `squaredErrorBackward`. */
  readonly name: string;
  /** The slots of the outputs and of their gradient. */
  readonly slots: readonly [outputs: string, gradient: string];
  /** Floating-point operations for one output, forward and backward. */
  readonly costs: readonly [forward: number, backward: number];
  /** Of output a with target y. */
  readonly loss: (a: number, y: number) => number;
  readonly isRight: (a: number, y: number) => boolean;
  /** The derivative of `loss` with respect to a. */
  readonly slope: (a: number, y: number) => number;
}

/**
 * Its forward op, the mean loss of every row, and its backward op, the gradient of the mean of those means:
 *
 *     loss[n] = 1 / V · sum over v of loss(a[n, v], y[n, v])            weight = 1, right = the share of v that is right
 *     gradient[n, v] = metrics[2] / V · slope(a[n, v], y[n, v])         0 in masked rows
 *
 * Shapes: outputs a, targets y and gradient [N, V], lengths [B]; rowMeasures [N, 4] as in `rows.ts`, metrics [3] from
 * `meanMetrics`.
 */
export function perOutputLoss(of: PerOutputLoss): { readonly forward: Op; readonly backward: Op } {
  const [outputs, gradient] = of.slots;
  const dims = ["N", "B", "V"];
  const given = { [outputs]: read(({ N, V }) => [N, V]), targets: read(({ N, V }) => [N, V]) };
  const forward: Op = {
    name: `${of.name}Forward`,
    dims,
    slots: { ...given, rowMeasures: rowMeasuresSlot, lengths: lengthsSlot },
    cost: ({ N, V }) => of.costs[0] * N * V,
    reference(tensors, sizes) {
      const { N, V } = sizes;
      const a = tensors.float(outputs);
      const y = tensors.float("targets");
      for (let n = 0; n < N; n++) {
        if (isMaskedRow(tensors, n, sizes)) {
          writeMasked(tensors, n);
          continue;
        }
        let sum = 0;
        let right = 0;
        for (let i = n * V; i < (n + 1) * V; i++) {
          sum += of.loss(a[i], y[i]);
          if (of.isRight(a[i], y[i])) right++;
        }
        writeMeasures(tensors, n, { weightedLoss: sum / V, weight: 1, right: right / V });
      }
    },
  };
  const backward: Op = {
    name: `${of.name}Backward`,
    dims,
    slots: {
      ...given,
      metrics: read(() => [3]),
      [gradient]: write(({ N, V }) => [N, V]),
      lengths: lengthsSlot,
    },
    cost: ({ N, V }) => of.costs[1] * N * V,
    reference(tensors, sizes) {
      const { N, V } = sizes;
      const a = tensors.float(outputs);
      const y = tensors.float("targets");
      const out = tensors.float(gradient);
      const [, , perWeight] = tensors.float("metrics");
      for (let i = 0; i < N * V; i++) {
        const masked = isMaskedRow(tensors, Math.floor(i / V), sizes);
        out[i] = masked ? 0 : (perWeight / V) * of.slope(a[i], y[i]);
      }
    },
  };
  return { forward, backward };
}
