import { type Op, read, write } from "./op";

/**
 * Sums a matrix over its rows: the gradient of a bias that was added to every row.
 *
 *     out[n] = sum over m of x[m, n]
 *
 * Shapes: x [M, N], out [N].
 */
export const columnSums: Op = {
  name: "columnSums",
  dims: ["M", "N"],
  slots: {
    x: read(({ M, N }) => [M, N]),
    out: write(({ N }) => [N]),
  },
  cost: ({ M, N }) => M * N,
  reference(tensors, { M, N }) {
    const x = tensors.float("x");
    const out = tensors.float("out");
    for (let n = 0; n < N; n++) {
      let sum = 0;
      for (let m = 0; m < M; m++) sum += x[m * N + n];
      out[n] = sum;
    }
  },
};
