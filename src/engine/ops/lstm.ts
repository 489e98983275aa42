import { isMasked, lengthsSlot } from "./lengths";
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

/** Editable values: i, f, g, o, h, c: the gates, then the states in their order. */
const planes = 6;

/**
 * The recurrence of the LSTM without peepholes, as in PyTorch's `nn.LSTM` (Hochreiter and Schmidhuber 1997, with the
 * forget gate of Gers, Schmidhuber and Cummins 2000). With a[t] = inputPart[t], which already holds W_i* x[t] + b_i*:
 *
 *     i, f, o = σ(a_i,f,o + W_hi,hf,ho h' + b_hi,hf,ho)
 *     g = tanh(a_g + W_hg h' + b_hg)
 *     c = f ⊙ c' + i ⊙ g
 *     h = o ⊙ tanh(c)
 *
 * Shapes: inputPart [T, B, 4H], weightHh [4H, H] and biasHh [4H] in the order i, f, g, o; state [2, T + 1, B, H]: h, then
 * c, whose rows before the first step are read, the others are written; gates [T, B, 4H] receives i, f, g, o, zeros at
 * masked steps.
 */
export const lstmForward = recurrentOp(
  {
    name: "lstmForward",
    dims: timeDims,
    slots: {
      inputPart: read(({ T, B, H }) => [T, B, 4 * H]),
      weightHh: read(({ H }) => [4 * H, H]),
      biasHh: read(({ H }) => [4 * H]),
      state: readWrite(({ T, B, H }) => [2, T + 1, B, H]),
      gates: write(({ T, B, H }) => [T, B, 4 * H]),
      ...forwardOptions(({ H }) => planes * H),
    },
    cost: ({ T, B, H }) => 2 * T * B * 4 * H * H,
  },
  gatedForward(4, forwardStep),
);

function forwardStep(tensors: Operands, hiddenPart: FloatArray, t: number, dims: Dims): void {
  const { T, B, H } = dims;
  const inputPart = tensors.float("inputPart");
  const state = tensors.float("state");
  const gates = tensors.float("gates");
  const edit = editsAt(tensors, t, planes * H, dims);
  const cells = (T + 1) * B * H;
  for (let b = 0; b < B; b++) {
    const masked = isMasked(tensors, t, b);
    const before = (rowBefore(t, dims) * B + b) * H;
    const after = (rowAfter(t, dims) * B + b) * H;
    const a = (t * B + b) * 4 * H;
    const p = b * 4 * H;
    for (let j = 0; j < H; j++) {
      const sum = (gate: number) => inputPart[a + gate * H + j] + hiddenPart[p + gate * H + j];
      const i = masked ? 0 : edit(j, sigmoid(sum(0)));
      const f = masked ? 0 : edit(H + j, sigmoid(sum(1)));
      const g = masked ? 0 : edit(2 * H + j, Math.tanh(sum(2)));
      const o = masked ? 0 : edit(3 * H + j, sigmoid(sum(3)));
      const cBefore = state[cells + before + j];
      const c = masked ? cBefore : edit(5 * H + j, f * cBefore + i * g);
      gates[a + j] = i;
      gates[a + H + j] = f;
      gates[a + 2 * H + j] = g;
      gates[a + 3 * H + j] = o;
      state[cells + after + j] = c;
      state[after + j] = masked ? state[before + j] : edit(4 * H + j, o * Math.tanh(c));
    }
  }
}

/**
 * The gradient of `lstmForward`. With d the whole gradient of a state h, and s that of c (what the step after carried
 * back):
 *
 *     da_o = d tanh(c) o (1 - o)              s += d o (1 - tanh²(c))
 *     da_f = s c' f (1 - f)    da_i = s g i (1 - i)    da_g = s i (1 - g²)
 *     dPart = [da_i, da_f, da_g, da_o], the gradient of inputPart and of W_hh h' + b_hh alike; 0 at masked steps
 *     carried to h': dPart · W_hh ⊙ stateMask, to c': s f; at masked steps d and s as they are
 *
 * Shapes: dH [T, B, H], at first the gradient from outside the recurrence, in the end d; gates [T, B, 4H], state
 * [2, T + 1, B, H], weightHh [4H, H]; dPart [T, B, 4H]; dInitial [2, B, H], in the end the gradients of h and c before
 * the first step.
 */
export const lstmBackward = recurrentOp(
  {
    name: "lstmBackward",
    dims: timeDims,
    slots: {
      dH: readWrite(({ T, B, H }) => [T, B, H]),
      gates: read(({ T, B, H }) => [T, B, 4 * H]),
      state: read(({ T, B, H }) => [2, T + 1, B, H]),
      weightHh: read(({ H }) => [4 * H, H]),
      dPart: write(({ T, B, H }) => [T, B, 4 * H]),
      dInitial: write(({ B, H }) => [2, B, H]),
      lengths: lengthsSlot,
      stateMask: stateMaskSlot,
    },
    cost: ({ T, B, H }) => 2 * T * B * 4 * H * H,
  },
  gatedBackward(4, "dPart", backwardStep),
);

/** Writes the gradients at time t, and leaves in the carry what does not go through the product. */
function backwardStep(tensors: Operands, t: number, dims: Dims): void {
  const { T, B, H } = dims;
  const gates = tensors.float("gates");
  const state = tensors.float("state");
  const dH = tensors.float("dH");
  const dPart = tensors.float("dPart");
  const carry = tensors.float("dInitial");
  const cells = (T + 1) * B * H;
  for (let b = 0; b < B; b++) {
    const masked = isMasked(tensors, t, b);
    const before = (rowBefore(t, dims) * B + b) * H;
    const after = (rowAfter(t, dims) * B + b) * H;
    const a = (t * B + b) * 4 * H;
    for (let j = 0; j < H; j++) {
      const place = b * H + j;
      const [i, f, g, o] = [gates[a + j], gates[a + H + j], gates[a + 2 * H + j], gates[a + 3 * H + j]];
      const squashed = Math.tanh(state[cells + after + j]);
      const d = dH[(t * B + b) * H + j] + carry[place];
      const s = carry[B * H + place] + (masked ? 0 : d * o * (1 - squashed * squashed));
      dPart[a + j] = masked ? 0 : s * g * i * (1 - i);
      dPart[a + H + j] = masked ? 0 : s * state[cells + before + j] * f * (1 - f);
      dPart[a + 2 * H + j] = masked ? 0 : s * i * (1 - g * g);
      dPart[a + 3 * H + j] = masked ? 0 : d * squashed * o * (1 - o);
      dH[(t * B + b) * H + j] = d;
      carry[place] = masked ? d : 0;
      carry[B * H + place] = masked ? s : s * f;
    }
  }
}
