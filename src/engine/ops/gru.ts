import { type Dims, type FloatArray, type Op, type Operands, read, readWrite, sigmoid, write } from "./op";

/**
 * The recurrence of the GRU, reset after: the variant of cuDNN, PyTorch and Keras' default (arXiv 1406.1078v3),
 * not the one of arXiv 1406.1078v1, which applies r to h[t-1] before W_hn. With h' = h[t-1] and a[t] = inputPart[t],
 * which already holds W_i* x[t] + b_i*:
 *
 *     r = σ(a_r + W_hr h' + b_hr)
 *     z = σ(a_z + W_hz h' + b_hz)
 *     q = W_hn h' + b_hn
 *     n = tanh(a_n + r ⊙ q)
 *     h[t] = (1 - z) ⊙ n + z ⊙ h'
 *
 * Shapes: inputPart [T, B, 3H] and weightHh [3H, H], biasHh [3H] in the order r, z, n; h [T + 1, B, H], whose row 0
 * is the initial state and is read, rows 1…T are written; gates [T, B, 4H] receives r, z, n, q.
 */
export const gruForward: Op = {
  name: "gruForward",
  dims: ["T", "B", "H"],
  slots: {
    inputPart: read(({ T, B, H }) => [T, B, 3 * H]),
    weightHh: read(({ H }) => [3 * H, H]),
    biasHh: read(({ H }) => [3 * H]),
    h: readWrite(({ T, B, H }) => [T + 1, B, H]),
    gates: write(({ T, B, H }) => [T, B, 4 * H]),
  },
  cost: ({ T, B, H }) => 2 * T * B * 3 * H * H,
  reference(tensors, { T, B, H }) {
    const inputPart = tensors.float("inputPart");
    const h = tensors.float("h");
    const gates = tensors.float("gates");
    for (let t = 0; t < T; t++) {
      for (let b = 0; b < B; b++) {
        const row = t * B + b;
        for (let j = 0; j < H; j++) {
          const a = row * 3 * H + j;
          const [pr, pz, q] = [0, 1, 2].map((gate) => hiddenPart(tensors, gate * H + j, row * H, H));
          const r = sigmoid(inputPart[a] + pr);
          const z = sigmoid(inputPart[a + H] + pz);
          const n = Math.tanh(inputPart[a + 2 * H] + r * q);
          [r, z, n, q].forEach((value, gate) => {
            gates[(row * 4 + gate) * H + j] = value;
          });
          h[(row + B) * H + j] = (1 - z) * n + z * h[row * H + j];
        }
      }
    }
  },
};

/** W_hh[i] · h' + b_hh[i], with h' the H values of h from `start`. */
function hiddenPart(tensors: Operands, i: number, start: number, H: number): number {
  const weight = tensors.float("weightHh");
  const h = tensors.float("h");
  let sum = tensors.float("biasHh")[i];
  for (let k = 0; k < H; k++) sum += weight[i * H + k] * h[start + k];
  return sum;
}

/**
 * The gradient of `gruForward`. With g[t] the whole gradient of h[t] (what the head sent, dH[t], and what step t + 1
 * carried back), for the step that made h = h[t] from h':
 *
 *     da_n = g (1 - z) (1 - n²)        da_z = g (h' - n) z (1 - z)        da_r = da_n q r (1 - r)
 *     dInputPart = [da_r, da_z, da_n]
 *     dHiddenPart = [da_r, da_z, da_n r]
 *     carry = g z + dHiddenPart · W_hh
 *
 * Shapes: dH [T, B, H], the gradient of h[1…T] from outside the recurrence; gates [T, B, 4H], h [T + 1, B, H],
 * weightHh [3H, H]; dInputPart and dHiddenPart [T, B, 3H]; dInitial [B, H], at the end the gradient of h[0].
 */
export const gruBackward: Op = {
  name: "gruBackward",
  dims: ["T", "B", "H"],
  slots: {
    dH: read(({ T, B, H }) => [T, B, H]),
    gates: read(({ T, B, H }) => [T, B, 4 * H]),
    h: read(({ T, B, H }) => [T + 1, B, H]),
    weightHh: read(({ H }) => [3 * H, H]),
    dInputPart: write(({ T, B, H }) => [T, B, 3 * H]),
    dHiddenPart: write(({ T, B, H }) => [T, B, 3 * H]),
    dInitial: write(({ B, H }) => [B, H]),
  },
  cost: ({ T, B, H }) => 2 * T * B * 3 * H * H,
  reference(tensors, { T, B, H }) {
    const carry = tensors.float("dInitial");
    carry.fill(0, 0, B * H);
    for (let t = T - 1; t >= 0; t--) {
      for (let b = 0; b < B; b++) {
        gateGradients(tensors, t, b, { B, H });
        addWeighted(
          tensors.float("weightHh"),
          tensors.float("dHiddenPart"),
          (t * B + b) * 3 * H,
          carry,
          b * H,
          H,
        );
      }
    }
  },
};

/** Writes both parts' gradients at (t, b), and leaves g z in the carry. */
function gateGradients(tensors: Operands, t: number, b: number, { B, H }: Dims): void {
  const gates = tensors.float("gates");
  const carry = tensors.float("dInitial");
  const row = t * B + b;
  for (let j = 0; j < H; j++) {
    const [r, z, n, q] = [0, 1, 2, 3].map((gate) => gates[(row * 4 + gate) * H + j]);
    const g = tensors.float("dH")[row * H + j] + carry[b * H + j];
    const dn = g * (1 - z) * (1 - n * n);
    const dz = g * (tensors.float("h")[row * H + j] - n) * z * (1 - z);
    const dr = dn * q * r * (1 - r);
    [dr, dz, dn].forEach((value, gate) => {
      tensors.float("dInputPart")[(row * 3 + gate) * H + j] = value;
      tensors.float("dHiddenPart")[(row * 3 + gate) * H + j] = gate === 2 ? value * r : value;
    });
    carry[b * H + j] = g * z;
  }
}

/** out[0…H] += d[0…3H] · weight [3H, H]. */
function addWeighted(
  weight: FloatArray,
  d: FloatArray,
  dStart: number,
  out: FloatArray,
  outStart: number,
  H: number,
) {
  for (let i = 0; i < 3 * H; i++) {
    for (let j = 0; j < H; j++) out[outStart + j] += d[dStart + i] * weight[i * H + j];
  }
}
