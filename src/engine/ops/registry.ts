import type { Plan, Section, Step } from "../plan/plan";
import { elementCount, sections, tensorIndex } from "../plan/plan";
import { binaryCrossEntropyBackward, binaryCrossEntropyForward } from "./binaryCrossEntropy";
import { clipFactor, sumOfSquares } from "./clip";
import { columnSums } from "./columnSums";
import { copyBlock } from "./copyBlock";
import { crossEntropyBackward, crossEntropyForward } from "./crossEntropy";
import { dropoutMask } from "./dropoutMask";
import { add, applyMask, zeros } from "./elementwise";
import { embeddingBackward, embeddingForward } from "./embedding";
import { fourGateBackward, fourGateForward } from "./fourGate";
import { gatherWindows } from "./gatherWindows";
import { gruBackward, gruForward } from "./gru";
import { gruResetBeforeBackward, gruResetBeforeForward } from "./gruResetBefore";
import { lstmBackward, lstmForward } from "./lstm";
import { matmulNN, matmulNT, matmulTN } from "./matmul";
import { meanMetrics } from "./meanMetrics";
import { oneHot } from "./oneHot";
import type { Op } from "./op";
import { adam, rmsprop, sgd } from "./optimizers";
import { rnnBackward, rnnForward } from "./rnn";
import { squaredErrorBackward, squaredErrorForward } from "./squaredError";

/** Every op there is. */
export const allOps: readonly Op[] = [
  gatherWindows,
  embeddingForward,
  embeddingBackward,
  oneHot,
  matmulNN,
  matmulNT,
  matmulTN,
  columnSums,
  copyBlock,
  zeros,
  add,
  applyMask,
  dropoutMask,
  gruForward,
  gruBackward,
  gruResetBeforeForward,
  gruResetBeforeBackward,
  fourGateForward,
  fourGateBackward,
  lstmForward,
  lstmBackward,
  rnnForward,
  rnnBackward,
  crossEntropyForward,
  crossEntropyBackward,
  squaredErrorForward,
  squaredErrorBackward,
  binaryCrossEntropyForward,
  binaryCrossEntropyBackward,
  meanMetrics,
  sumOfSquares,
  clipFactor,
  adam,
  sgd,
  rmsprop,
];

const byName = new Map(allOps.map((op) => [op.name, op]));

/** The op of a step. Throws if there is none of that name. */
export function opOf(step: Step): Op {
  const op = byName.get(step.op);
  if (!op) throw new Error(`There is no op "${step.op}".`);
  return op;
}

/** Throws at the first step whose tensors do not fit its op: a slot missing or unknown, a wrong type or size. */
export function checkPlan(plan: Plan): void {
  const find = tensorIndex(plan);
  for (const step of sections.flatMap((section) => plan[section])) {
    const op = opOf(step);
    for (const slot of Object.keys(step.tensors)) {
      if (!op.slots[slot]) throw new Error(`${op.name} has no slot "${slot}".`);
    }
    for (const dim of op.dims) {
      if (!Number.isInteger(step.dims[dim])) throw new Error(`${op.name} lacks its dimension ${dim}.`);
    }
    for (const [name, slot] of Object.entries(op.slots)) {
      const tensorName = step.tensors[name];
      if (tensorName === undefined) {
        if (!slot.optional) throw new Error(`${op.name} lacks its slot "${name}".`);
        continue;
      }
      const tensor = find(tensorName);
      const expected = slot.shape(step.dims);
      if (tensor.type !== slot.type || elementCount(tensor.shape) < elementCount(expected)) {
        throw new Error(
          `${op.name}.${name} expects ${slot.type}[${expected.join(", ")}], and "${tensorName}" is ${tensor.type}[${tensor.shape.join(", ")}].`,
        );
      }
    }
  }
}

/** Roughly the floating-point operations of each step of a section. */
export function sectionCosts(plan: Plan): Readonly<Record<Section, readonly number[]>> {
  const of = (section: Section) => plan[section].map((step) => opOf(step).cost(step.dims));
  return { forward: of("forward"), backward: of("backward"), update: of("update") };
}
