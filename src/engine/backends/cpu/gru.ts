/** The GRU's recurrence for the CPU: one product per time step, then the gates element by element. */
import { type Dims, type Operands, sigmoid } from "../../ops/op";
import { rowsTimesRows, transpose } from "./matmul";

export function* gruForward(tensors: Operands, { T, B, H }: Dims): Generator<void> {
  const weight = tensors.float("weightHh");
  const bias = tensors.float("biasHh");
  const h = tensors.float("h");
  const hiddenPart = new Float32Array(B * 3 * H);
  for (let t = 0; t < T; t++) {
    const previous = h.subarray(t * B * H, (t + 1) * B * H);
    yield* rowsTimesRows(previous, weight, hiddenPart, bias, { M: B, N: 3 * H, K: H });
    gates(tensors, hiddenPart, t, { B, H });
  }
}

function gates(tensors: Operands, hiddenPart: Float32Array, t: number, { B, H }: Dims): void {
  const inputPart = tensors.float("inputPart");
  const h = tensors.float("h");
  const out = tensors.float("gates");
  for (let b = 0; b < B; b++) {
    const row = t * B + b;
    for (let j = 0; j < H; j++) {
      const a = row * 3 * H + j;
      const p = b * 3 * H + j;
      const r = sigmoid(inputPart[a] + hiddenPart[p]);
      const z = sigmoid(inputPart[a + H] + hiddenPart[p + H]);
      const q = hiddenPart[p + 2 * H];
      const n = Math.tanh(inputPart[a + 2 * H] + r * q);
      const g = row * 4 * H + j;
      out[g] = r;
      out[g + H] = z;
      out[g + 2 * H] = n;
      out[g + 3 * H] = q;
      h[(row + B) * H + j] = (1 - z) * n + z * h[row * H + j];
    }
  }
}

export function* gruBackward(tensors: Operands, { T, B, H }: Dims): Generator<void> {
  const weight = tensors.float("weightHh");
  const columns = new Float32Array(3 * H * H);
  transpose(weight, 3 * H, H, columns);
  const dHiddenPart = tensors.float("dHiddenPart");
  const carry = tensors.float("dInitial");
  const product = new Float32Array(B * H);
  carry.fill(0, 0, B * H);
  for (let t = T - 1; t >= 0; t--) {
    gateGradients(tensors, t, { B, H });
    const d = dHiddenPart.subarray(t * B * 3 * H, (t + 1) * B * 3 * H);
    yield* rowsTimesRows(d, columns, product, null, { M: B, N: H, K: 3 * H });
    for (let i = 0; i < B * H; i++) carry[i] += product[i];
  }
}

/** Writes the gradients of both parts at time t, and leaves g ⊙ z in the carry. */
function gateGradients(tensors: Operands, t: number, { B, H }: Dims): void {
  const gates = tensors.float("gates");
  const h = tensors.float("h");
  const dH = tensors.float("dH");
  const carry = tensors.float("dInitial");
  const dInputPart = tensors.float("dInputPart");
  const dHiddenPart = tensors.float("dHiddenPart");
  for (let b = 0; b < B; b++) {
    const row = t * B + b;
    for (let j = 0; j < H; j++) {
      const at = row * 4 * H + j;
      const r = gates[at];
      const z = gates[at + H];
      const n = gates[at + 2 * H];
      const g = dH[row * H + j] + carry[b * H + j];
      const dn = g * (1 - z) * (1 - n * n);
      const dz = g * (h[row * H + j] - n) * z * (1 - z);
      const dr = dn * gates[at + 3 * H] * r * (1 - r);
      const d = row * 3 * H + j;
      dInputPart[d] = dr;
      dInputPart[d + H] = dz;
      dInputPart[d + 2 * H] = dn;
      dHiddenPart[d] = dr;
      dHiddenPart[d + H] = dz;
      dHiddenPart[d + 2 * H] = dn * r;
      carry[b * H + j] = g * z;
    }
  }
}
