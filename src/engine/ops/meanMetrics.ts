import { type Op, read, write } from "./op";

/**
 * The two numbers a step reports: the means of loss and of correctness over all rows.
 *
 *     metrics = [mean(rowLoss), mean(rowCorrect)]
 *
 * Shapes: rowLoss and rowCorrect [N], metrics [2]: nats per position, and a share from 0 to 1.
 */
export const meanMetrics: Op = {
  name: "meanMetrics",
  dims: ["N"],
  slots: {
    rowLoss: read(({ N }) => [N]),
    rowCorrect: read(({ N }) => [N]),
    metrics: write(() => [2]),
  },
  cost: ({ N }) => 2 * N,
  reference(tensors, { N }) {
    const metrics = tensors.float("metrics");
    ["rowLoss", "rowCorrect"].forEach((slot, i) => {
      const rows = tensors.float(slot);
      let sum = 0;
      for (let n = 0; n < N; n++) sum += rows[n];
      metrics[i] = sum / N;
    });
  },
};
