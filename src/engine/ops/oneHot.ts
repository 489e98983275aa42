import { type Op, read, write } from "./op";

/**
 * Turns token ids into indicator vectors.
 *
 *     out[n, v] = 1 if tokens[n] = v, else 0
 *
 * Shapes: tokens [N], out [N, V]. It has no gradient.
 */
export const oneHot: Op = {
  name: "oneHot",
  dims: ["N", "V"],
  slots: {
    tokens: read(({ N }) => [N], "i32"),
    out: write(({ N, V }) => [N, V]),
  },
  cost: ({ N, V }) => N * V,
  reference(tensors, { N, V }) {
    const tokens = tensors.integer("tokens");
    const out = tensors.float("out");
    out.fill(0, 0, N * V);
    for (let n = 0; n < N; n++) out[n * V + tokens[n]] = 1;
  },
};
