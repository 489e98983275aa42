import { type Op, read, write } from "./op";

/**
 * Looks up one row of the embedding per token.
 *
 *     out[n] = weight[tokens[n]]
 *
 * Shapes: weight [V, E], tokens [N] with 0 <= token < V, out [N, E].
 */
export const embeddingForward: Op = {
  name: "embeddingForward",
  dims: ["N", "V", "E"],
  slots: {
    weight: read(({ V, E }) => [V, E]),
    tokens: read(({ N }) => [N], "i32"),
    out: write(({ N, E }) => [N, E]),
  },
  cost: ({ N, E }) => N * E,
  reference(tensors, { N, E }) {
    const weight = tensors.float("weight");
    const tokens = tensors.integer("tokens");
    const out = tensors.float("out");
    for (let n = 0; n < N; n++) {
      for (let e = 0; e < E; e++) out[n * E + e] = weight[tokens[n] * E + e];
    }
  },
};

/**
 * The gradient of the lookup: each row gathers what its token received.
 *
 *     dWeight[v] = sum over n with tokens[n] = v of dOut[n]
 *
 * Shapes: dOut [N, E], tokens [N], dWeight [V, E]. The sum runs in the order of n, so it is deterministic.
 */
export const embeddingBackward: Op = {
  name: "embeddingBackward",
  dims: ["N", "V", "E"],
  slots: {
    dOut: read(({ N, E }) => [N, E]),
    tokens: read(({ N }) => [N], "i32"),
    dWeight: write(({ V, E }) => [V, E]),
  },
  cost: ({ N, V, E }) => N * V + N * E,
  reference(tensors, { N, V, E }) {
    const dOut = tensors.float("dOut");
    const tokens = tensors.integer("tokens");
    const dWeight = tensors.float("dWeight");
    dWeight.fill(0, 0, V * E);
    for (let n = 0; n < N; n++) {
      for (let e = 0; e < E; e++) dWeight[tokens[n] * E + e] += dOut[n * E + e];
    }
  },
};
