import { isMasked } from "./lengths";
import { type Dims, type FloatArray, type Operands, read, readWrite, sigmoid, write } from "./op";
import {
  editsAt,
  forwardOptions,
  gatedBackward,
  gatedForward,
  recurrentOp,
  rowAfter,
  rowBefore,
  stateMaskSlot,
  timeDims,
} from "./recurrent";

/** Editable values: r, z, n, h. */
const planes = 4;

/**
 * The recurrence of the GRU, reset after: the variant of cuDNN, PyTorch and Keras' default (arXiv 1406.1078v3),
 * not the one of arXiv 1406.1078v1, which applies r to h[t-1] before W_hn. With h' the state before the step and
 * a[t] = inputPart[t], which already holds W_i* x[t] + b_i*:
 *
 *     r = σ(a_r + W_hr h' + b_hr)
 *     z = σ(a_z + W_hz h' + b_hz)
 *     q = W_hn h' + b_hn
 *     n = tanh(a_n + r ⊙ q)
 *     h = (1 - z) ⊙ n + z ⊙ h'
 *
 * Shapes: inputPart [T, B, 3H] and weightHh [3H, H], biasHh [3H] in the order r, z, n; state [1, T + 1, B, H], whose
 * row before the first step is read, the others are written; gates [T, B, 4H] receives r, z, n, q. A masked step
 * leaves r = n = q = 0 and z = 1, with which `gruBackward` hands gradients through as they are.
 */
export const gruForward = recurrentOp(
  {
    name: "gruForward",
    dims: timeDims,
    slots: {
      inputPart: read(({ T, B, H }) => [T, B, 3 * H]),
      weightHh: read(({ H }) => [3 * H, H]),
      biasHh: read(({ H }) => [3 * H]),
      state: readWrite(({ T, B, H }) => [1, T + 1, B, H]),
      gates: write(({ T, B, H }) => [T, B, 4 * H]),
      ...forwardOptions(({ H }) => planes * H),
    },
    cost: ({ T, B, H }) => 2 * T * B * 3 * H * H,
  },
  gatedForward(3, forwardStep),
);

function forwardStep(tensors: Operands, hiddenPart: FloatArray, t: number, dims: Dims): void {
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
    const at = (t * B + b) * 4 * H;
    const p = b * 3 * H;
    for (let j = 0; j < H; j++) {
      const q = masked ? 0 : hiddenPart[p + 2 * H + j];
      const r = masked ? 0 : edit(j, sigmoid(inputPart[a + j] + hiddenPart[p + j]));
      const z = masked ? 1 : edit(H + j, sigmoid(inputPart[a + H + j] + hiddenPart[p + H + j]));
      const n = masked ? 0 : edit(2 * H + j, Math.tanh(inputPart[a + 2 * H + j] + r * q));
      gates[at + j] = r;
      gates[at + H + j] = z;
      gates[at + 2 * H + j] = n;
      gates[at + 3 * H + j] = q;
      state[after + j] = masked ? state[before + j] : edit(3 * H + j, (1 - z) * n + z * state[before + j]);
    }
  }
}

/**
 * The gradient of `gruForward`. With g the whole gradient of a state h (what came from outside, dH[t], and what the
 * step after it carried back), for the step that made h from h':
 *
 *     da_n = g (1 - z) (1 - n²)        da_z = g (h' - n) z (1 - z)        da_r = da_n q r (1 - r)
 *     dInputPart = [da_r, da_z, da_n]
 *     dHiddenPart = [da_r, da_z, da_n r]
 *     carry = g z + dHiddenPart · W_hh ⊙ stateMask
 *
 * Shapes: dH [T, B, H], at first the gradient of the outputs from outside the recurrence, in the end g; gates
 * [T, B, 4H], state [1, T + 1, B, H], weightHh [3H, H]; dInputPart and dHiddenPart [T, B, 3H]; dInitial [1, B, H], in
 * the end the gradient of the state before the first step.
 */
export const gruBackward = recurrentOp(
  {
    name: "gruBackward",
    dims: timeDims,
    slots: {
      dH: readWrite(({ T, B, H }) => [T, B, H]),
      gates: read(({ T, B, H }) => [T, B, 4 * H]),
      state: read(({ T, B, H }) => [1, T + 1, B, H]),
      weightHh: read(({ H }) => [3 * H, H]),
      dInputPart: write(({ T, B, H }) => [T, B, 3 * H]),
      dHiddenPart: write(({ T, B, H }) => [T, B, 3 * H]),
      dInitial: write(({ B, H }) => [1, B, H]),
      stateMask: stateMaskSlot,
    },
    cost: ({ T, B, H }) => 2 * T * B * 3 * H * H,
  },
  gatedBackward(3, "dHiddenPart", backwardStep),
);

/** Writes both parts' gradients at time t, and leaves g z in the carry. */
function backwardStep(tensors: Operands, t: number, dims: Dims): void {
  const { B, H } = dims;
  const gates = tensors.float("gates");
  const state = tensors.float("state");
  const dH = tensors.float("dH");
  const carry = tensors.float("dInitial");
  const dInputPart = tensors.float("dInputPart");
  const dHiddenPart = tensors.float("dHiddenPart");
  for (let b = 0; b < B; b++) {
    const row = t * B + b;
    const before = (rowBefore(t, dims) * B + b) * H;
    for (let j = 0; j < H; j++) {
      const at = row * 4 * H + j;
      const r = gates[at];
      const z = gates[at + H];
      const n = gates[at + 2 * H];
      const g = dH[row * H + j] + carry[b * H + j];
      const dn = g * (1 - z) * (1 - n * n);
      const dz = g * (state[before + j] - n) * z * (1 - z);
      const dr = dn * gates[at + 3 * H] * r * (1 - r);
      const d = row * 3 * H + j;
      dInputPart[d] = dr;
      dInputPart[d + H] = dz;
      dInputPart[d + 2 * H] = dn;
      dHiddenPart[d] = dr;
      dHiddenPart[d + H] = dz;
      dHiddenPart[d + 2 * H] = dn * r;
      dH[row * H + j] = g;
      carry[b * H + j] = g * z;
    }
  }
}
