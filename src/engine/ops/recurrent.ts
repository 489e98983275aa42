/**
 * What all recurrences share: the order of time, masked steps, the mask of variational dropout, and edits.
 *
 * `state` [S, T + 1, B, H] holds the states of a cell (h; for an LSTM h and c) between the steps. A forward direction
 * reads time step t from row t and writes row t + 1, a reverse one reads from row t + 1 and writes row t, so that in
 * both the T rows after their step are the outputs in the order of time.
 *
 * A step t >= lengths[b] is masked: it carries the states through. `stateMask` [B, H] multiplies h' where it enters a
 * product, and not where it is carried over (variational dropout, Gal and Ghahramani 2016, arXiv 1512.05287; Keras'
 * recurrent_dropout). `edits` [2, T, E] replaces each of the E values v that a step computes for a sequence (the gates one
 * after the other, then the states) by scale · v + offset, at once, so that everything after it follows.
 */
import { lengthsSlot } from "./lengths";
import {
  type Dims,
  type FloatArray,
  type Op,
  type Operands,
  optional,
  type Recurrence,
  type RowProduct,
  read,
} from "./op";

export const timeDims = ["T", "B", "H", "reverse"] as const;

export const stateMaskSlot = optional(read(({ B, H }) => [B, H]));

/** The slots that every forward recurrence may have beside its own; E as in the file's head. */
export const forwardOptions = (E: (dims: Dims) => number) => ({
  lengths: lengthsSlot,
  stateMask: stateMaskSlot,
  edits: optional(read((dims) => [2, dims.T, E(dims)])),
});

export const rowBefore = (t: number, { reverse }: Dims) => t + reverse;
export const rowAfter = (t: number, { reverse }: Dims) => t + 1 - reverse;

/** The time steps in the order in which they are taken. */
export function timeOrder({ T, reverse }: Dims): number[] {
  return Array.from({ length: T }, (_, s) => (reverse ? T - 1 - s : s));
}

/** An array of the same precision. */
export function like(array: FloatArray, length: number): FloatArray {
  return array instanceof Float64Array ? new Float64Array(length) : new Float32Array(length);
}

/** h' [B, H] of step t as it enters products: times the mask of variational dropout, if there is one. */
export function stateForProduct(tensors: Operands, t: number, dims: Dims): FloatArray {
  const { B, H } = dims;
  const first = rowBefore(t, dims) * B * H;
  const before = tensors.float("state").subarray(first, first + B * H);
  if (!tensors.has("stateMask")) return before;
  const mask = tensors.float("stateMask");
  return before.map((value, i) => value * mask[i]);
}

/** Adds `product` [B, H], the gradient that came through h' in products, to the carry. */
export function addToCarry(tensors: Operands, carry: FloatArray, product: FloatArray, { B, H }: Dims): void {
  const mask = tensors.has("stateMask") ? tensors.float("stateMask") : null;
  for (let i = 0; i < B * H; i++) carry[i] += mask ? product[i] * mask[i] : product[i];
}

/** `k` counts the editable values of a step and a sequence, 0 to E - 1. */
export type Edit = (k: number, value: number) => number;

const unedited: Edit = (_k, value) => value;

/** How the values of time step t are changed. */
export function editsAt(tensors: Operands, t: number, E: number, { T }: Dims): Edit {
  if (!tensors.has("edits")) return unedited;
  const edits = tensors.float("edits");
  return (k, value) => edits[t * E + k] * value + edits[(T + t) * E + k];
}

/** out [columns, rows] = the transpose of x [rows, columns], in blocks that stay in the cache. */
export function transpose(x: FloatArray, rows: number, columns: number, out: FloatArray): void {
  const block = 32;
  for (let i0 = 0; i0 < rows; i0 += block) {
    const iEnd = Math.min(i0 + block, rows);
    for (let j0 = 0; j0 < columns; j0 += block) {
      const jEnd = Math.min(j0 + block, columns);
      for (let i = i0; i < iEnd; i++) {
        for (let j = j0; j < jEnd; j++) out[j * rows + i] = x[i * columns + j];
      }
    }
  }
}

/** The product by its definition. */
export const plainProduct: RowProduct = (a, b, c, bias, { M, N, K }) => {
  for (let m = 0; m < M; m++) {
    for (let n = 0; n < N; n++) {
      let sum = bias ? bias[n] : 0;
      for (let k = 0; k < K; k++) sum += a[m * K + k] * b[n * K + k];
      c[m * N + n] = sum;
    }
  }
  return [];
};

/** An op that is a recurrence; its reference is the recurrence with the plain product. */
export function recurrentOp(op: Omit<Op, "reference" | "recurrence">, recurrence: Recurrence): Op {
  return {
    ...op,
    recurrence,
    reference(tensors, dims) {
      for (const _ of recurrence(tensors, dims, plainProduct));
    },
  };
}

/** What a cell does at time step t with `hiddenPart` [B, G·H] = W_hh h' + b_hh. */
type ForwardStep = (tensors: Operands, hiddenPart: FloatArray, t: number, dims: Dims) => void;

/** The recurrence of a cell all of whose G gates see h' in one product, W_hh h' + b_hh. */
export function gatedForward(G: number, step: ForwardStep): Recurrence {
  return function* (tensors, dims, product) {
    const { B, H } = dims;
    const weight = tensors.float("weightHh");
    const hiddenPart = like(weight, B * G * H);
    for (const t of timeOrder(dims)) {
      const before = stateForProduct(tensors, t, dims);
      yield* product(before, weight, hiddenPart, tensors.float("biasHh"), { M: B, N: G * H, K: H });
      step(tensors, hiddenPart, t, dims);
    }
  };
}

/** Writes the gradients at time t, and leaves in `dInitial` what is carried back beside the product. */
type BackwardStep = (tensors: Operands, t: number, dims: Dims) => void;

/**
 * The gradient of such a recurrence. `step` leaves the gradient of W_hh h' + b_hh in the slot `part` [T, B, G·H], which then
 * goes back to h' through W_hh.
 */
export function gatedBackward(G: number, part: string, step: BackwardStep): Recurrence {
  return function* (tensors, dims, product) {
    const { B, H } = dims;
    const weight = tensors.float("weightHh");
    const columns = like(weight, G * H * H);
    transpose(weight, G * H, H, columns);
    const carry = tensors.float("dInitial");
    const back = like(weight, B * H);
    carry.fill(0);
    for (const t of timeOrder(dims).reverse()) {
      step(tensors, t, dims);
      const d = tensors.float(part).subarray(t * B * G * H, (t + 1) * B * G * H);
      yield* product(d, columns, back, null, { M: B, N: H, K: G * H });
      addToCarry(tensors, carry, back, dims);
    }
  };
}
