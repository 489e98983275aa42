import { type Op, read, write } from "./op";

/**
 * Windows of a corpus that lies with the backend, time-major: what a batch reads, and one token further what it has to predict.
 *
 *     tokens[t, b] = corpus[starts[b] + t]
 *     targets[t, b] = corpus[starts[b] + t + 1]
 *
 * Shapes, all integers: corpus [L], starts [B] with 0 <= starts[b] < L - T, tokens and targets [T, B].
 */
export const gatherWindows: Op = {
  name: "gatherWindows",
  dims: ["L", "T", "B"],
  slots: {
    corpus: read(({ L }) => [L], "i32"),
    starts: read(({ B }) => [B], "i32"),
    tokens: write(({ T, B }) => [T, B], "i32"),
    targets: write(({ T, B }) => [T, B], "i32"),
  },
  cost: ({ T, B }) => 2 * T * B,
  reference(tensors, { T, B }) {
    const corpus = tensors.integer("corpus");
    const starts = tensors.integer("starts");
    const tokens = tensors.integer("tokens");
    const targets = tensors.integer("targets");
    for (let t = 0; t < T; t++) {
      for (let b = 0; b < B; b++) {
        tokens[t * B + b] = corpus[starts[b] + t];
        targets[t * B + b] = corpus[starts[b] + t + 1];
      }
    }
  },
};
