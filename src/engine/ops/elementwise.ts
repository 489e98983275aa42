import { type Op, read, readWrite, write } from "./op";

/** out = 0. Shapes: out [length]. */
export const zeros: Op = {
  name: "zeros",
  dims: ["length"],
  slots: { out: write(({ length }) => [length]) },
  cost: ({ length }) => length,
  reference(tensors, { length }) {
    tensors.float("out").fill(0, 0, length);
  },
};

/** out += x. Shapes: x and out [length]. */
export const add: Op = {
  name: "add",
  dims: ["length"],
  slots: { x: read(({ length }) => [length]), out: readWrite(({ length }) => [length]) },
  cost: ({ length }) => length,
  reference(tensors, { length }) {
    const x = tensors.float("x");
    const out = tensors.float("out");
    for (let i = 0; i < length; i++) out[i] += x[i];
  },
};

/**
 * Multiplies by a mask that repeats: a mask of the whole length for dropout, of one time step for variational dropout.
 *
 *     out[i] = x[i] · mask[i mod period]
 *
 * Shapes: x and out [length], mask [period].
 */
export const applyMask: Op = {
  name: "applyMask",
  dims: ["length", "period"],
  slots: {
    x: read(({ length }) => [length]),
    mask: read(({ period }) => [period]),
    out: write(({ length }) => [length]),
  },
  cost: ({ length }) => length,
  reference(tensors, { length, period }) {
    const x = tensors.float("x");
    const mask = tensors.float("mask");
    const out = tensors.float("out");
    for (let i = 0; i < length; i++) out[i] = x[i] * mask[i % period];
  },
};
