import { type Op, optional, read, readWrite } from "./op";

/**
 * Copies a block of a matrix to a place in another: what joins and parts columns, and picks rows.
 *
 *     out[outStart + m·outStride + n] = x[xStart + m·xStride + n]      for m < rows, n < columns
 *
 * Shapes: x and out reach at least to the block's last element; the rest of out stays as it is. With `clip` [3] from
 * `clipFactor`, nothing is copied when the run is not healthy.
 */
export const copyBlock: Op = {
  name: "copyBlock",
  dims: ["rows", "columns", "xStart", "xStride", "outStart", "outStride"],
  slots: {
    x: read(({ rows, columns, xStart, xStride }) => [xStart + (rows - 1) * xStride + columns]),
    out: readWrite(({ rows, columns, outStart, outStride }) => [outStart + (rows - 1) * outStride + columns]),
    clip: optional(read(() => [3])),
  },
  cost: ({ rows, columns }) => rows * columns,
  reference(tensors, { rows, columns, xStart, xStride, outStart, outStride }) {
    if (tensors.has("clip") && tensors.float("clip")[2] !== 1) return;
    const x = tensors.float("x");
    const out = tensors.float("out");
    for (let m = 0; m < rows; m++) {
      const from = xStart + m * xStride;
      out.set(x.subarray(from, from + columns), outStart + m * outStride);
    }
  },
};
