/** How a recurrence runs: the whole scan in one dispatch, or a dispatch per time step and phase; see lib/scan.wgsl. */
import type { Op } from "../../ops/op";
import {
  type Dispatch,
  groups,
  isMultipleOf4,
  type Kernel,
  type KernelRequest,
  pieceCost,
  type Range,
  ranges,
  rowsFor,
} from "./kernel";

export interface ScanVariant {
  /** One dispatch for all time steps, whose workgroups have their sequences to themselves. */
  readonly isFused: boolean;
  /** Sequences of a workgroup, all of which are in every invocation's tile. */
  readonly rows: number;
  /** Vectors of four columns in an invocation's tile. */
  readonly quads: number;
  readonly lanes: number;
  /** Four neighbouring invocations load the sequences' values for one another; see `hasQuads`. */
  readonly inQuads?: true;
}

/** Phases of a time step, between which a workgroup, or the device, has to wait. */
const phasesOf: Readonly<Record<string, number>> = {
  gruForward: 2,
  gruBackward: 2,
  gruResetBeforeForward: 4,
  gruResetBeforeBackward: 4,
  fourGateForward: 6,
  fourGateBackward: 6,
  lstmForward: 2,
  lstmBackward: 2,
  rnnForward: 2,
  rnnBackward: 2,
};

export function scan(op: Op, request: KernelRequest, variant: ScanVariant): Kernel {
  const { dims } = request;
  const shader = shaderOf(op, request, variant);
  const rowGroups = groups(dims.B, shader.parameters.rows);
  const dispatch = (steps: Range, phases: Range, columnGroups: number): Dispatch => ({
    shader,
    uniforms: uniformsOf(request, steps, phases),
    workgroups: [rowGroups, columnGroups, 1],
    share: ((steps[1] - steps[0]) * (phases[1] - phases[0])) / (dims.T * phasesOf[op.name]),
  });
  const all: Range = [0, phasesOf[op.name]];
  if (variant.isFused) {
    const stepsAtOnce = Math.max(1, Math.floor(pieceCost / (op.cost(dims) / dims.T)));
    return {
      dispatches: [dispatch([0, dims.T], all, 1)],
      pieces: ranges(dims.T, stepsAtOnce).map((steps) => dispatch(steps, all, 1)),
    };
  }
  const columnGroups = groups(4 * dims.H, 4 * variant.quads * variant.lanes);
  return {
    dispatches: ranges(dims.T, 1).flatMap((steps) =>
      ranges(all[1], 1).map((phase) => dispatch(steps, phase, columnGroups)),
    ),
  };
}

/**
 * Drivers take long to compile large tiles, longer where there are several of them, and where sizes are odd, with four times
 * as many loads.
 */
function tileOf(op: Op, B: number, { rows, quads, inQuads }: ScanVariant, vectors: boolean) {
  if (!vectors) return { rows: rowsFor(Math.min(rows, 4), B, 1), quads: 1 };
  const fewer = phasesOf[op.name] > 4 ? Math.min(rows, 8) / 2 : rows;
  return { rows: rowsFor(fewer, B, inQuads ? 4 : 1), quads };
}

function shaderOf(op: Op, { dims, has, offset }: KernelRequest, variant: ScanVariant) {
  // x may be the outputs of a layer below, a view that begins anywhere.
  const vectors = isMultipleOf4(dims.H, dims.I ?? 0, offset("x"));
  const { lanes } = variant;
  const { rows, quads } = tileOf(op, dims.B, variant, vectors);
  return {
    name: op.name,
    vectorSlots: vectors ? Object.keys(op.slots) : [],
    parameters: {
      phases: phasesOf[op.name],
      rows,
      quads,
      lanes,
      vectors,
      hasRemainder: !vectors,
      inQuads: variant.inQuads === true && vectors,
      hasStateMask: has("stateMask"),
    },
  };
}

/** The `Dims` of lib/scan.wgsl. */
function uniformsOf({ dims, has, offset }: KernelRequest, steps: Range, phases: Range): number[] {
  const { T, B, H, reverse, I = 0 } = dims;
  const places = ["weightI", "biasI", "weightF", "biasF", "weightC", "biasC", "weightO", "biasO"];
  const options = [has("lengths"), has("edits")].map(Number);
  const begins = places.map((name) => dims[name] ?? 0);
  return [T, B, H, reverse, ...steps, ...phases, ...options, I, offset("x"), ...begins];
}
