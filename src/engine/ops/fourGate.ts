import { isMasked } from "./lengths";
import { type Dims, type FloatArray, type Operands, read, readWrite, sigmoid, write } from "./op";
import {
  editsAt,
  forwardOptions,
  like,
  recurrentOp,
  rowAfter,
  rowBefore,
  stateForProduct,
  stateMaskSlot,
  timeDims,
  timeOrder,
  transpose,
} from "./recurrent";

/** Besides sizes, where each parameter begins in `weights`, and how long that is. */
const fourGateDims = [
  ...timeDims,
  "I",
  "weightI",
  "biasI",
  "weightF",
  "biasF",
  "weightC",
  "biasC",
  "weightO",
  "biasO",
  "length",
] as const;

/** i, f, c, o of one row of `gates`, and in `dParts` the sums' gradients in the same places. */
const gateWidth = ({ I, H }: Dims) => I + 3 * H;
/** Then the gradients of c and of x. */
const partWidth = ({ I, H }: Dims) => 2 * I + 4 * H;

const rowProducts = ({ T, B, H, I }: Dims) => 2 * T * B * ((I + 2 * H) * (H + I) + 2 * H * H);

/**
 * The recurrence of the four-gate GRU: an input, a forget and an output gate around the candidate. It is the variant of
 * the article that this project started from, in no framework, and not the GRU of the literature. The article prints no
 * update of the state; the last line is our reading of its "output gate, then update the state".
 *
 *     i = σ(W_i [h', x] + b_i)
 *     f = σ(W_f [h', x] + b_f)
 *     c = tanh(W_c [h' ⊙ (1 - f), x ⊙ i]) + b_c
 *     o = σ(W_o [c, h'] + b_o)
 *     h = o ⊙ c + (1 - o) ⊙ h'
 *
 * Shapes: x [T, B, I]; weights [length], which holds W_i [I, H + I], b_i [I], W_f [H, H + I], b_f [H], W_c [H, H + I], b_c
 * [H], W_o [H, 2H], b_o [H] where the dims say; state [1, T + 1, B, H], whose row before the first step is read, the others
 * are written; gates [T, B, I + 3H] receives i, f, c, o; candidateInput [T, B, H + I] receives [h' ⊙ (1 - f), x ⊙ i]. A
 * masked step leaves zeros, with which `fourGateBackward` hands gradients through as they are.
 */
export const fourGateForward = recurrentOp(
  {
    name: "fourGateForward",
    dims: fourGateDims,
    slots: {
      x: read(({ T, B, I }) => [T, B, I]),
      weights: read(({ length }) => [length]),
      state: readWrite(({ T, B, H }) => [1, T + 1, B, H]),
      gates: write((dims) => [dims.T, dims.B, gateWidth(dims)]),
      candidateInput: write(({ T, B, H, I }) => [T, B, H + I]),
      ...forwardOptions((dims) => gateWidth(dims) + dims.H),
    },
    cost: rowProducts,
  },
  function* (tensors, dims, product) {
    const { B, H, I } = dims;
    const weights = tensors.float("weights");
    const [rows, outputRows] = [like(weights, B * (H + I)), like(weights, B * 2 * H)];
    const [iSums, fSums, cSums, oSums] = [I, H, H, H].map((width) => like(weights, B * width));
    const from = (first: number) => weights.subarray(first);
    for (const t of timeOrder(dims)) {
      const before = stateForProduct(tensors, t, dims);
      joinRows(rows, before, H, tensors.float("x").subarray(t * B * I, (t + 1) * B * I), I, B);
      yield* product(rows, from(dims.weightI), iSums, from(dims.biasI), { M: B, N: I, K: H + I });
      yield* product(rows, from(dims.weightF), fSums, from(dims.biasF), { M: B, N: H, K: H + I });
      forwardGates(tensors, before, iSums, fSums, t, dims);
      const candidateInput = tensors.float("candidateInput").subarray(t * B * (H + I), (t + 1) * B * (H + I));
      yield* product(candidateInput, from(dims.weightC), cSums, null, { M: B, N: H, K: H + I });
      forwardCandidate(tensors, cSums, t, dims);
      joinRows(outputRows, gateRows(tensors, I + H, t, dims), H, before, H, B);
      yield* product(outputRows, from(dims.weightO), oSums, from(dims.biasO), { M: B, N: H, K: 2 * H });
      forwardState(tensors, oSums, t, dims);
    }
  },
);

/** out [B, P + Q] = rows of a [B, P] and b [B, Q] side by side. */
function joinRows(out: FloatArray, a: FloatArray, P: number, b: FloatArray, Q: number, B: number): void {
  for (let row = 0; row < B; row++) {
    out.set(a.subarray(row * P, (row + 1) * P), row * (P + Q));
    out.set(b.subarray(row * Q, (row + 1) * Q), row * (P + Q) + P);
  }
}

/** A gate of time step t as rows [B, H]; `first` is its place in a row of `gates`. */
function gateRows(tensors: Operands, first: number, t: number, dims: Dims): FloatArray {
  const { B, H } = dims;
  const gates = tensors.float("gates");
  const rows = like(gates, B * H);
  for (let b = 0; b < B; b++) {
    const at = (t * B + b) * gateWidth(dims) + first;
    rows.set(gates.subarray(at, at + H), b * H);
  }
  return rows;
}

/** i, f and the candidate's input. */
function forwardGates(
  tensors: Operands,
  before: FloatArray,
  iSums: FloatArray,
  fSums: FloatArray,
  t: number,
  dims: Dims,
): void {
  const { B, H, I } = dims;
  const x = tensors.float("x");
  const gates = tensors.float("gates");
  const candidateInput = tensors.float("candidateInput");
  const edit = editsAt(tensors, t, gateWidth(dims) + H, dims);
  for (let b = 0; b < B; b++) {
    const masked = isMasked(tensors, t, b);
    const row = t * B + b;
    const at = row * gateWidth(dims);
    for (let k = 0; k < I; k++) {
      const i = masked ? 0 : edit(k, sigmoid(iSums[b * I + k]));
      gates[at + k] = i;
      candidateInput[row * (H + I) + H + k] = masked ? 0 : x[row * I + k] * i;
    }
    for (let j = 0; j < H; j++) {
      const f = masked ? 0 : edit(I + j, sigmoid(fSums[b * H + j]));
      gates[at + I + j] = f;
      candidateInput[row * (H + I) + j] = masked ? 0 : before[b * H + j] * (1 - f);
    }
  }
}

function forwardCandidate(tensors: Operands, cSums: FloatArray, t: number, dims: Dims): void {
  const { B, H, I, biasC } = dims;
  const weights = tensors.float("weights");
  const gates = tensors.float("gates");
  const edit = editsAt(tensors, t, gateWidth(dims) + H, dims);
  for (let b = 0; b < B; b++) {
    const masked = isMasked(tensors, t, b);
    const at = (t * B + b) * gateWidth(dims) + I + H;
    for (let j = 0; j < H; j++) {
      const c = Math.tanh(cSums[b * H + j]) + weights[biasC + j];
      gates[at + j] = masked ? 0 : edit(I + H + j, c);
    }
  }
}

/** o and h. */
function forwardState(tensors: Operands, oSums: FloatArray, t: number, dims: Dims): void {
  const { B, H, I } = dims;
  const state = tensors.float("state");
  const gates = tensors.float("gates");
  const edit = editsAt(tensors, t, gateWidth(dims) + H, dims);
  for (let b = 0; b < B; b++) {
    const masked = isMasked(tensors, t, b);
    const before = (rowBefore(t, dims) * B + b) * H;
    const after = (rowAfter(t, dims) * B + b) * H;
    const at = (t * B + b) * gateWidth(dims) + I + H;
    for (let j = 0; j < H; j++) {
      const o = masked ? 0 : edit(I + 2 * H + j, sigmoid(oSums[b * H + j]));
      const old = state[before + j];
      gates[at + H + j] = o;
      state[after + j] = masked ? old : edit(I + 3 * H + j, o * gates[at + j] + (1 - o) * old);
    }
  }
}

/**
 * The gradient of `fourGateForward`. With g the whole gradient of a state h, and d its part that is not carried:
 *
 *     da_o = g (c - h') o (1 - o)                        [e_c, e_1] = da_o · W_o
 *     dc = g o + e_c                                     da_c = dc (1 - (c - b_c)²)
 *     [u, v] = da_c · W_c                                da_f = -u h' f (1 - f)        da_i = v x i (1 - i)
 *     [e_2, w] = da_i · W_i + da_f · W_f                 dx = v i + w
 *     carry = g (1 - o) + (e_1 + u (1 - f) + e_2) ⊙ stateMask
 *
 * with h' times the stateMask where it is a factor of da_f. Shapes: dH [T, B, H], at first the gradient from outside the
 * recurrence, in the end g; x, weights, state and gates as in `fourGateForward`; dParts [T, B, 2I + 4H] receives da_i,
 * da_f, da_c, da_o, dc, dx; dInitial [1, B, H], in the end the gradient of the state before the first step.
 */
export const fourGateBackward = recurrentOp(
  {
    name: "fourGateBackward",
    dims: fourGateDims,
    slots: {
      dH: readWrite(({ T, B, H }) => [T, B, H]),
      x: read(({ T, B, I }) => [T, B, I]),
      weights: read(({ length }) => [length]),
      state: read(({ T, B, H }) => [1, T + 1, B, H]),
      gates: read((dims) => [dims.T, dims.B, gateWidth(dims)]),
      dParts: write((dims) => [dims.T, dims.B, partWidth(dims)]),
      dInitial: write(({ B, H }) => [1, B, H]),
      stateMask: stateMaskSlot,
    },
    cost: rowProducts,
  },
  function* (tensors, dims, product) {
    const { B, H, I, weightI, weightF, weightC, weightO } = dims;
    const weights = tensors.float("weights");
    const transposed = (first: number, rows: number, columns: number) => {
      const out = like(weights, rows * columns);
      transpose(weights.subarray(first), rows, columns, out);
      return out;
    };
    const [iColumns, fColumns] = [transposed(weightI, I, H + I), transposed(weightF, H, H + I)];
    const [cColumns, oColumns] = [transposed(weightC, H, H + I), transposed(weightO, H, 2 * H)];
    const [dO, dC, dF] = [0, 0, 0].map(() => like(weights, B * H));
    const dI = like(weights, B * I);
    const back = like(weights, B * Math.max(2 * H, H + I));
    tensors.float("dInitial").fill(0, 0, B * H);
    for (const t of timeOrder(dims).reverse()) {
      backwardOutput(tensors, dO, t, dims);
      yield* product(dO, oColumns, back, null, { M: B, N: 2 * H, K: H });
      backwardCandidate(tensors, back, dC, t, dims);
      yield* product(dC, cColumns, back, null, { M: B, N: H + I, K: H });
      backwardGates(tensors, back, dI, dF, t, dims);
      yield* product(dI, iColumns, back, null, { M: B, N: H + I, K: I });
      backwardInput(tensors, back, t, dims);
      yield* product(dF, fColumns, back, null, { M: B, N: H + I, K: H });
      backwardInput(tensors, back, t, dims);
    }
  },
);

/** What goes through the products reaches h' through the mask of variational dropout. */
function addThroughMask(tensors: Operands, place: number, value: number): void {
  const carry = tensors.float("dInitial");
  carry[place] += tensors.has("stateMask") ? value * tensors.float("stateMask")[place] : value;
}

/** da_o and the beginning of dc; leaves g (1 - o) in the carry. */
function backwardOutput(tensors: Operands, dO: FloatArray, t: number, dims: Dims): void {
  const { B, H, I } = dims;
  const gates = tensors.float("gates");
  const state = tensors.float("state");
  const dH = tensors.float("dH");
  const dParts = tensors.float("dParts");
  const carry = tensors.float("dInitial");
  for (let b = 0; b < B; b++) {
    const row = t * B + b;
    const at = row * gateWidth(dims) + I + H;
    const part = row * partWidth(dims) + I + 2 * H;
    const before = (rowBefore(t, dims) * B + b) * H;
    for (let j = 0; j < H; j++) {
      const [c, o] = [gates[at + j], gates[at + H + j]];
      const g = dH[row * H + j] + carry[b * H + j];
      const d = g * (c - state[before + j]) * o * (1 - o);
      dO[b * H + j] = d;
      dParts[part + j] = d;
      dParts[part + H + j] = g * o;
      dH[row * H + j] = g;
      carry[b * H + j] = g * (1 - o);
    }
  }
}

/** dc and da_c, from [e_c, e_1] = `back`. */
function backwardCandidate(tensors: Operands, back: FloatArray, dC: FloatArray, t: number, dims: Dims): void {
  const { B, H, I, biasC } = dims;
  const weights = tensors.float("weights");
  const gates = tensors.float("gates");
  const dParts = tensors.float("dParts");
  for (let b = 0; b < B; b++) {
    const row = t * B + b;
    const at = row * gateWidth(dims) + I + H;
    const part = row * partWidth(dims) + I + H;
    for (let j = 0; j < H; j++) {
      const squashed = gates[at + j] - weights[biasC + j];
      const dc = dParts[part + 2 * H + j] + back[b * 2 * H + j];
      const d = dc * (1 - squashed * squashed);
      dC[b * H + j] = d;
      dParts[part + j] = d;
      dParts[part + 2 * H + j] = dc;
      addThroughMask(tensors, b * H + j, back[b * 2 * H + H + j]);
    }
  }
}

/** da_i, da_f and the beginning of dx, from [u, v] = `back`. */
function backwardGates(
  tensors: Operands,
  back: FloatArray,
  dI: FloatArray,
  dF: FloatArray,
  t: number,
  dims: Dims,
): void {
  const { B, H, I } = dims;
  const x = tensors.float("x");
  const gates = tensors.float("gates");
  const dParts = tensors.float("dParts");
  const before = stateForProduct(tensors, t, dims);
  for (let b = 0; b < B; b++) {
    const row = t * B + b;
    const at = row * gateWidth(dims);
    const part = row * partWidth(dims);
    for (let k = 0; k < I; k++) {
      const i = gates[at + k];
      const v = back[b * (H + I) + H + k];
      const d = v * x[row * I + k] * i * (1 - i);
      dI[b * I + k] = d;
      dParts[part + k] = d;
      dParts[part + I + 4 * H + k] = v * i;
    }
    for (let j = 0; j < H; j++) {
      const f = gates[at + I + j];
      const u = back[b * (H + I) + j];
      const d = -u * before[b * H + j] * f * (1 - f);
      dF[b * H + j] = d;
      dParts[part + I + j] = d;
      addThroughMask(tensors, b * H + j, u * (1 - f));
    }
  }
}

/** Adds [e_2, w], or one gate's part of it, = `back`. */
function backwardInput(tensors: Operands, back: FloatArray, t: number, dims: Dims): void {
  const { B, H, I } = dims;
  const dParts = tensors.float("dParts");
  for (let b = 0; b < B; b++) {
    const part = (t * B + b) * partWidth(dims) + I + 4 * H;
    for (let j = 0; j < H; j++) addThroughMask(tensors, b * H + j, back[b * (H + I) + j]);
    for (let k = 0; k < I; k++) dParts[part + k] += back[b * (H + I) + H + k];
  }
}
