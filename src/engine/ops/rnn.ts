import { isMasked, lengthsSlot } from "./lengths";
import { type Dims, type FloatArray, type Operands, read, readWrite, write } from "./op";
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

/** Editable values: h. */
const planes = 1;

/**
 * The recurrence of the simple recurrent network (Elman 1990), as in PyTorch's `nn.RNN`. With a[t] = inputPart[t],
 * which already holds W_i x[t] + b_i:
 *
 *     h = tanh(a + W_hh h' + b_hh)
 *
 * Shapes: inputPart [T, B, H], weightHh [H, H], biasHh [H]; state [1, T + 1, B, H], whose row before the first step is
 * read, the others are written.
 */
export const rnnForward = recurrentOp(
  {
    name: "rnnForward",
    dims: timeDims,
    slots: {
      inputPart: read(({ T, B, H }) => [T, B, H]),
      weightHh: read(({ H }) => [H, H]),
      biasHh: read(({ H }) => [H]),
      state: readWrite(({ T, B, H }) => [1, T + 1, B, H]),
      ...forwardOptions(({ H }) => planes * H),
    },
    cost: ({ T, B, H }) => 2 * T * B * H * H,
  },
  gatedForward(1, forwardStep),
);

function forwardStep(tensors: Operands, hiddenPart: FloatArray, t: number, dims: Dims): void {
  const { B, H } = dims;
  const inputPart = tensors.float("inputPart");
  const state = tensors.float("state");
  const edit = editsAt(tensors, t, planes * H, dims);
  for (let b = 0; b < B; b++) {
    const masked = isMasked(tensors, t, b);
    const before = (rowBefore(t, dims) * B + b) * H;
    const after = (rowAfter(t, dims) * B + b) * H;
    for (let j = 0; j < H; j++) {
      const sum = inputPart[(t * B + b) * H + j] + hiddenPart[b * H + j];
      state[after + j] = masked ? state[before + j] : edit(j, Math.tanh(sum));
    }
  }
}

/**
 * The gradient of `rnnForward`. With g the whole gradient of a state h:
 *
 *     dPart = g (1 - h²), the gradient of inputPart and of W_hh h' + b_hh alike; 0 at masked steps
 *     carry = dPart · W_hh ⊙ stateMask; g at masked steps
 *
 * Shapes: dH [T, B, H], at first the gradient from outside the recurrence, in the end g; state [1, T + 1, B, H],
 * weightHh [H, H]; dPart [T, B, H]; dInitial [1, B, H], in the end the gradient of the state before the first step.
 */
export const rnnBackward = recurrentOp(
  {
    name: "rnnBackward",
    dims: timeDims,
    slots: {
      dH: readWrite(({ T, B, H }) => [T, B, H]),
      state: read(({ T, B, H }) => [1, T + 1, B, H]),
      weightHh: read(({ H }) => [H, H]),
      dPart: write(({ T, B, H }) => [T, B, H]),
      dInitial: write(({ B, H }) => [1, B, H]),
      lengths: lengthsSlot,
      stateMask: stateMaskSlot,
    },
    cost: ({ T, B, H }) => 2 * T * B * H * H,
  },
  gatedBackward(1, "dPart", backwardStep),
);

/** Writes the gradient at time t, and leaves in the carry what does not go through the product. */
function backwardStep(tensors: Operands, t: number, dims: Dims): void {
  const { B, H } = dims;
  const state = tensors.float("state");
  const dH = tensors.float("dH");
  const dPart = tensors.float("dPart");
  const carry = tensors.float("dInitial");
  for (let b = 0; b < B; b++) {
    const masked = isMasked(tensors, t, b);
    const after = (rowAfter(t, dims) * B + b) * H;
    for (let j = 0; j < H; j++) {
      const at = (t * B + b) * H + j;
      const h = state[after + j];
      const g = dH[at] + carry[b * H + j];
      dPart[at] = masked ? 0 : g * (1 - h * h);
      dH[at] = g;
      carry[b * H + j] = masked ? g : 0;
    }
  }
}
