/**
 * How each op becomes calls of kernels: which ones, how many parts their work has and in how many steps, and how much scratch
 * memory they share. What parts and steps are, `kernels/index.ts` says.
 */
import type { Dims, Op } from "../../ops/op";
import { bytesPerElement } from "../../plan/plan";

export interface Launch {
  readonly kernel: string;
  /** Parts of the output, which may be computed in any order and by any thread. */
  readonly parts: number;
  /** Parts are best taken in multiples of so many. */
  readonly grain: number;
  /** Steps, which follow one another: `step` to `stepEnd`. */
  readonly step: number;
  readonly stepEnd: number;
  /** Floating-point operations, as `Op.cost` counts them. */
  readonly cost: number;
}

export interface KernelPlan {
  readonly launches: readonly Launch[];
  readonly scratchBytes: number;
}

type Planner = (op: Op, dims: Dims) => KernelPlan;

/** Terms of a sum in one block, as in `kernels/matmul.ts`. */
const blockTerms = 256;
/** As in `kernels/panels.ts`. */
const panelColumns = 8;
const tileRows = 4;
const lanes = 4;

const panels = (columns: number) => Math.ceil(columns / panelColumns);
const padded = (columns: number) => panels(columns) * panelColumns;
/** Floats of a packed [K, N]. */
const packed = (K: number, N: number) => K * padded(N);

/** One kernel, whose work has this many parts. */
function inParts(parts: (dims: Dims) => number, grain = 1): Planner {
  return (op, dims) => ({
    launches: [{ kernel: op.name, parts: parts(dims), grain, step: 0, stepEnd: 1, cost: op.cost(dims) }],
    scratchBytes: 0,
  });
}

const inRows = inParts(({ N }) => N);
/** Threads write to cache lines of their own. */
const vectorsPerLine = 4;
const inVectors = (dim: string) => inParts((dims) => Math.ceil(dims[dim] / lanes), vectorsPerLine);
const atOnce = inParts(() => 1);

/** For every block of terms of every matrix: panels of B are packed, then tiles of C computed. */
function matmul(pack: string, multiply: string, packsTiles: boolean): Planner {
  return (op, dims) => {
    const { batch, M, N, K } = dims;
    const steps = batch * Math.ceil(K / blockTerms);
    const tiles = Math.ceil(M / tileRows);
    const launches = Array.from({ length: steps }, (_, step): Launch[] => {
      const at = { grain: 1, step, stepEnd: step + 1 };
      return [
        { kernel: pack, parts: panels(N), ...at, cost: (K * N) / steps },
        { kernel: multiply, parts: tiles, ...at, cost: op.cost(dims) / steps },
      ];
    });
    const floats = packed(Math.min(K, blockTerms), N) + (packsTiles ? tiles * tileRows * blockTerms : 0);
    return { launches: launches.flat(), scratchBytes: floats * bytesPerElement };
  };
}

/** Weights are packed, then all time steps taken; parts are sequences of the batch. */
function recurrence(packedPanels: (dims: Dims) => number, scratchFloats: (dims: Dims) => number): Planner {
  return (op, dims) => {
    const { T, B, H } = dims;
    const packing = packedPanels(dims);
    return {
      launches: [
        {
          kernel: `${op.name}Pack`,
          parts: packing,
          grain: 1,
          step: 0,
          stepEnd: 1,
          cost: packing * panelColumns * H,
        },
        { kernel: op.name, parts: B, grain: tileRows, step: 0, stepEnd: T, cost: op.cost(dims) },
      ],
      scratchBytes: scratchFloats(dims) * bytesPerElement,
    };
  };
}

/** h' times the mask of variational dropout has a place whether it is needed or not: it is small. */
const masked = ({ B, H }: Dims) => B * H;

/** A cell whose G gates all see h' in one product. */
const gatedForward = (G: number) =>
  recurrence(
    ({ H }) => panels(G * H),
    (dims) => packed(dims.H, G * dims.H) + dims.B * padded(G * dims.H) + masked(dims),
  );
const gatedBackward = (G: number) =>
  recurrence(
    ({ H }) => panels(H),
    ({ B, H }) => packed(G * H, H) + B * padded(H),
  );

const gruResetBeforeForward = recurrence(
  ({ H }) => panels(2 * H) + panels(H),
  (dims) => {
    const { B, H } = dims;
    return packed(H, 2 * H) + packed(H, H) + B * (padded(2 * H) + padded(H)) + masked(dims);
  },
);
const gruResetBeforeBackward = recurrence(
  ({ H }) => 2 * panels(H),
  (dims) => packed(2 * dims.H, dims.H) + packed(dims.H, dims.H) + dims.B * padded(dims.H) + masked(dims),
);

const fourGateForward = recurrence(
  ({ I, H }) => panels(I) + 3 * panels(H),
  (dims) => {
    const { I, H, B } = dims;
    const weights = packed(H + I, I) + 2 * packed(H + I, H) + packed(2 * H, H);
    return weights + B * padded(Math.max(H, I)) + masked(dims);
  },
);
const fourGateBackward = recurrence(
  ({ I, H }) => 3 * panels(H + I) + panels(2 * H),
  (dims) => {
    const { I, H, B } = dims;
    const weights = packed(I, H + I) + 2 * packed(H, H + I) + packed(H, 2 * H);
    return weights + B * padded(Math.max(2 * H, H + I)) + masked(dims);
  },
);

/** By op name; an op that is not here runs its reference. */
const planners: Readonly<Record<string, Planner>> = {
  matmulNN: matmul("matmulPackRows", "matmulRows", false),
  matmulNT: matmul("matmulPackColumns", "matmulRows", false),
  matmulTN: matmul("matmulPackRows", "matmulColumns", true),
  gruForward: gatedForward(3),
  gruBackward: gatedBackward(3),
  gruResetBeforeForward,
  gruResetBeforeBackward,
  fourGateForward,
  fourGateBackward,
  lstmForward: gatedForward(4),
  lstmBackward: gatedBackward(4),
  rnnForward: gatedForward(1),
  rnnBackward: gatedBackward(1),
  gatherWindows: inParts(({ T }) => T),
  embeddingForward: inRows,
  embeddingBackward: inVectors("E"),
  oneHot: inRows,
  crossEntropyForward: inRows,
  crossEntropyBackward: inRows,
  squaredErrorForward: inRows,
  squaredErrorBackward: inRows,
  binaryCrossEntropyForward: inRows,
  binaryCrossEntropyBackward: inRows,
  columnSums: inVectors("N"),
  copyBlock: inParts(({ rows }) => rows),
  zeros: inVectors("length"),
  add: inVectors("length"),
  applyMask: inVectors("length"),
  dropoutMask: inVectors("length"),
  sumOfSquares: inVectors("parts"),
  adam: inVectors("length"),
  sgd: inVectors("length"),
  rmsprop: inVectors("length"),
  meanMetrics: atOnce,
  clipFactor: atOnce,
};

/** Null where there is no kernel. */
export function planKernels(op: Op, dims: Dims): KernelPlan | null {
  return planners[op.name]?.(op, dims) ?? null;
}
