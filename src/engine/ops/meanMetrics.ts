import { type Op, read, write } from "./op";
import { measuresPerRow } from "./rows";

/**
 * What a step reports, from the measures of all rows (see `rows.ts`):
 *
 *     metrics = [sum(weight · loss) / sum(weight), sum(right) / sum(counts), 1 / sum(weight)]
 *
 * Shapes: rowMeasures [N, 4], metrics [3]: the mean loss, the share that is right, from 0 to 1, and what gradients are scaled by.
 * Where no row counts, all three are 0, so that a batch without answers has no gradient and is no fault. It is a step all the
 * same: the moments of those before it and weight decay still move the weights.
 */
export const meanMetrics: Op = {
  name: "meanMetrics",
  dims: ["N"],
  slots: {
    rowMeasures: read(({ N }) => [N, measuresPerRow]),
    metrics: write(() => [3]),
  },
  cost: ({ N }) => measuresPerRow * N,
  reference(tensors, { N }) {
    const rows = tensors.float("rowMeasures");
    const sums = [0, 0, 0, 0];
    for (let n = 0; n < N; n++) for (let k = 0; k < 4; k++) sums[k] += rows[n * 4 + k];
    const [loss, weight, right, count] = sums;
    const none = count === 0;
    tensors.float("metrics").set(none ? [0, 0, 0] : [loss / weight, right / count, 1 / weight]);
  },
};
