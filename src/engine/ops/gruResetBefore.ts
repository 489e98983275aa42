import { isMasked } from "./lengths";
import { type Dims, type FloatArray, type Operands, read, readWrite, sigmoid, write } from "./op";
import {
  addToCarry,
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

/** Editable values: r, z, n, h. */
const planes = 4;

/**
 * The recurrence of the GRU, reset before: the variant of arXiv 1406.1078v1, of Keras' `reset_after=False` and of ONNX'
 * `linear_before_reset=0`. One bias, which is in a[t] = inputPart[t] = W_i* x[t] + b_i* already:
 *
 *     r = σ(a_r + W_hr h')
 *     z = σ(a_z + W_hz h')
 *     n = tanh(a_n + W_hn (r ⊙ h'))
 *     h = (1 - z) ⊙ n + z ⊙ h'
 *
 * Shapes: inputPart [T, B, 3H] and weightHh [3H, H] in the order r, z, n; state [1, T + 1, B, H], whose row before the
 * first step is read, the others are written; gates [T, B, 3H] receives r, z, n; resetState [T, B, H] receives r ⊙ h'. A
 * masked step leaves r = n = 0 and z = 1, with which `gruResetBeforeBackward` hands gradients through as they are.
 */
export const gruResetBeforeForward = recurrentOp(
  {
    name: "gruResetBeforeForward",
    dims: timeDims,
    slots: {
      inputPart: read(({ T, B, H }) => [T, B, 3 * H]),
      weightHh: read(({ H }) => [3 * H, H]),
      state: readWrite(({ T, B, H }) => [1, T + 1, B, H]),
      gates: write(({ T, B, H }) => [T, B, 3 * H]),
      resetState: write(({ T, B, H }) => [T, B, H]),
      ...forwardOptions(({ H }) => planes * H),
    },
    cost: ({ T, B, H }) => 2 * T * B * 3 * H * H,
  },
  function* (tensors, dims, product) {
    const { B, H } = dims;
    const weight = tensors.float("weightHh");
    const hiddenPart = like(weight, B * 2 * H);
    const candidatePart = like(weight, B * H);
    for (const t of timeOrder(dims)) {
      const before = stateForProduct(tensors, t, dims);
      yield* product(before, weight, hiddenPart, null, { M: B, N: 2 * H, K: H });
      forwardGates(tensors, before, hiddenPart, t, dims);
      const reset = tensors.float("resetState").subarray(t * B * H, (t + 1) * B * H);
      yield* product(reset, weight.subarray(2 * H * H), candidatePart, null, { M: B, N: H, K: H });
      forwardState(tensors, candidatePart, t, dims);
    }
  },
);

/** r, z and r ⊙ h'. */
function forwardGates(
  tensors: Operands,
  hProduct: FloatArray,
  hiddenPart: FloatArray,
  t: number,
  dims: Dims,
): void {
  const { B, H } = dims;
  const inputPart = tensors.float("inputPart");
  const gates = tensors.float("gates");
  const resetState = tensors.float("resetState");
  const edit = editsAt(tensors, t, planes * H, dims);
  for (let b = 0; b < B; b++) {
    const masked = isMasked(tensors, t, b);
    const a = (t * B + b) * 3 * H;
    for (let j = 0; j < H; j++) {
      const r = masked ? 0 : edit(j, sigmoid(inputPart[a + j] + hiddenPart[b * 2 * H + j]));
      gates[a + j] = r;
      gates[a + H + j] = masked
        ? 1
        : edit(H + j, sigmoid(inputPart[a + H + j] + hiddenPart[(b * 2 + 1) * H + j]));
      resetState[(t * B + b) * H + j] = r * hProduct[b * H + j];
    }
  }
}

/** n and h. */
function forwardState(tensors: Operands, candidatePart: FloatArray, t: number, dims: Dims): void {
  const { B, H } = dims;
  const inputPart = tensors.float("inputPart");
  const state = tensors.float("state");
  const gates = tensors.float("gates");
  const edit = editsAt(tensors, t, planes * H, dims);
  for (let b = 0; b < B; b++) {
    const masked = isMasked(tensors, t, b);
    const before = (rowBefore(t, dims) * B + b) * H;
    const after = (rowAfter(t, dims) * B + b) * H;
    const a = (t * B + b) * 3 * H;
    for (let j = 0; j < H; j++) {
      const z = gates[a + H + j];
      const n = masked ? 0 : edit(2 * H + j, Math.tanh(inputPart[a + 2 * H + j] + candidatePart[b * H + j]));
      gates[a + 2 * H + j] = n;
      state[after + j] = masked ? state[before + j] : edit(3 * H + j, (1 - z) * n + z * state[before + j]);
    }
  }
}

/**
 * The gradient of `gruResetBeforeForward`. With g the whole gradient of a state h:
 *
 *     da_n = g (1 - z) (1 - n²)        da_z = g (h' - n) z (1 - z)
 *     e = da_n · W_hn, the gradient of r ⊙ h'        da_r = e h' r (1 - r)
 *     dInputPart = [da_r, da_z, da_n]
 *     carry = g z + (e ⊙ r + [da_r, da_z] · W_hr,hz) ⊙ stateMask
 *
 * with h' times the stateMask where it is a factor of da_r. Shapes: dH [T, B, H], at first the gradient from outside the
 * recurrence, in the end g; gates [T, B, 3H], state [1, T + 1, B, H], weightHh [3H, H]; dInputPart [T, B, 3H]; dInitial
 * [1, B, H], in the end the gradient of the state before the first step.
 */
export const gruResetBeforeBackward = recurrentOp(
  {
    name: "gruResetBeforeBackward",
    dims: timeDims,
    slots: {
      dH: readWrite(({ T, B, H }) => [T, B, H]),
      gates: read(({ T, B, H }) => [T, B, 3 * H]),
      state: read(({ T, B, H }) => [1, T + 1, B, H]),
      weightHh: read(({ H }) => [3 * H, H]),
      dInputPart: write(({ T, B, H }) => [T, B, 3 * H]),
      dInitial: write(({ B, H }) => [1, B, H]),
      stateMask: stateMaskSlot,
    },
    cost: ({ T, B, H }) => 2 * T * B * 3 * H * H,
  },
  function* (tensors, dims, product) {
    const { B, H } = dims;
    const weight = tensors.float("weightHh");
    const gateColumns = like(weight, 2 * H * H);
    transpose(weight, 2 * H, H, gateColumns);
    const candidateColumns = like(weight, H * H);
    transpose(weight.subarray(2 * H * H), H, H, candidateColumns);
    const carry = tensors.float("dInitial");
    const [dCandidate, dGates, back] = [B * H, B * 2 * H, B * H].map((length) => like(weight, length));
    carry.fill(0, 0, B * H);
    for (const t of timeOrder(dims).reverse()) {
      backwardCandidate(tensors, dCandidate, t, dims);
      yield* product(dCandidate, candidateColumns, back, null, { M: B, N: H, K: H });
      backwardReset(tensors, back, dGates, t, dims);
      addToCarry(tensors, carry, back, dims);
      yield* product(dGates, gateColumns, back, null, { M: B, N: H, K: 2 * H });
      addToCarry(tensors, carry, back, dims);
    }
  },
);

/** da_z and da_n; leaves g z in the carry. */
function backwardCandidate(tensors: Operands, dCandidate: FloatArray, t: number, dims: Dims): void {
  const { B, H } = dims;
  const gates = tensors.float("gates");
  const state = tensors.float("state");
  const dH = tensors.float("dH");
  const dInputPart = tensors.float("dInputPart");
  const carry = tensors.float("dInitial");
  for (let b = 0; b < B; b++) {
    const before = (rowBefore(t, dims) * B + b) * H;
    const a = (t * B + b) * 3 * H;
    for (let j = 0; j < H; j++) {
      const place = b * H + j;
      const z = gates[a + H + j];
      const n = gates[a + 2 * H + j];
      const g = dH[(t * B + b) * H + j] + carry[place];
      const dn = g * (1 - z) * (1 - n * n);
      dInputPart[a + H + j] = g * (state[before + j] - n) * z * (1 - z);
      dInputPart[a + 2 * H + j] = dn;
      dCandidate[place] = dn;
      dH[(t * B + b) * H + j] = g;
      carry[place] = g * z;
    }
  }
}

/** da_r from e = `back`, which becomes e ⊙ r; gathers [da_r, da_z] of this step. */
function backwardReset(tensors: Operands, back: FloatArray, dGates: FloatArray, t: number, dims: Dims): void {
  const { B, H } = dims;
  const gates = tensors.float("gates");
  const dInputPart = tensors.float("dInputPart");
  const before = stateForProduct(tensors, t, dims);
  for (let b = 0; b < B; b++) {
    const a = (t * B + b) * 3 * H;
    for (let j = 0; j < H; j++) {
      const place = b * H + j;
      const r = gates[a + j];
      const dr = back[place] * before[place] * r * (1 - r);
      dInputPart[a + j] = dr;
      dGates[b * 2 * H + j] = dr;
      dGates[(b * 2 + 1) * H + j] = dInputPart[a + H + j];
      back[place] *= r;
    }
  }
}
