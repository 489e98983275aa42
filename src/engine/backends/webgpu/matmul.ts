/** How products run: a register tile per invocation; see matmul.wgsl and matmulStaged.wgsl. */
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
  type Shader,
} from "./kernel";

export interface MatmulVariant {
  /** Rows and vectors of four columns in an invocation's tile; rows are a multiple of 4. */
  readonly rows: number;
  readonly quads: number;
  readonly lanesX: number;
  readonly lanesY: number;
  /** Invocations that share the sum over k. */
  readonly split: number;
  /** Through workgroup memory, where sizes allow; k is not split then. */
  readonly isStaged?: true;
  /** Four neighbouring invocations load their rows for one another, where K is a multiple of 4; see `hasQuads`. */
  readonly inQuads?: true;
}

/** The dimension along which a row of A and of B lies, which is also the distance between rows. */
const arrangements: Readonly<Record<string, { readonly a: "K" | "M"; readonly b: "K" | "N" }>> = {
  NN: { a: "K", b: "N" },
  NT: { a: "K", b: "K" },
  TN: { a: "M", b: "N" },
};

export function matmul(op: Op, request: KernelRequest, variant: MatmulVariant): Kernel {
  const { dims, has, offset } = request;
  const { batch, M, N, K } = dims;
  const fitting = { ...variant, rows: rowsFor(variant.rows, M, 4) };
  const { rows, quads, lanesX, lanesY } = fitting;
  const shader = shaderOf(op, request, fitting);
  const rowGroups = groups(M, rows * lanesY);
  const dispatch = ([first, end]: Range): Dispatch => ({
    shader,
    uniforms: [M, N, K, offset("a"), offset("b"), Number(has("bias")), first],
    workgroups: [groups(N, 4 * quads * lanesX), end - first, batch],
    share: (end - first) / rowGroups,
  });
  const groupsAtOnce = Math.max(1, Math.floor((rowGroups * pieceCost) / op.cost(dims)));
  return {
    dispatches: [dispatch([0, rowGroups])],
    pieces: ranges(rowGroups, groupsAtOnce).map(dispatch),
  };
}

function shaderOf(op: Op, { dims, offset }: KernelRequest, variant: MatmulVariant): Shader {
  const { N, K } = dims;
  const arrangement = op.name.slice(-2);
  const { a, b } = arrangements[arrangement];
  const vectorSlots = [
    ...(isMultipleOf4(dims[a], offset("a")) ? ["a"] : []),
    ...(isMultipleOf4(dims[b], offset("b")) ? ["b"] : []),
    ...(isMultipleOf4(N) ? ["c", "bias"] : []),
  ];
  const { rows, quads, lanesX, lanesY, split } = variant;
  const tile = { rows, quads, lanesX, lanesY, arrangement, aStride: `dims.${a}`, bStride: `dims.${b}` };
  if (variant.isStaged && ["a", "b"].every((slot) => vectorSlots.includes(slot))) {
    return { name: "matmulStaged", parameters: { ...tile, ...stagedTile(variant, a, b) }, vectorSlots };
  }
  const inQuads = variant.inQuads === true && K % 4 === 0;
  const parameters = { ...tile, split, isSplit: split > 1, hasRemainder: K % 4 !== 0, inQuads };
  return { name: "matmul", parameters, vectorSlots };
}

/** The parts of A and B in workgroup memory. They end in zeros where K does, so that none is left over. */
function stagedTile({ rows, quads, lanesX, lanesY }: MatmulVariant, a: "K" | "M", b: "K" | "N") {
  const [extentM, extentN] = [rows * lanesY, 4 * quads * lanesX];
  return {
    extentM,
    extentN,
    aAlongK: a === "K",
    bAlongK: b === "K",
    tileAStride: a === "K" ? "depth" : `${extentM}u`,
    tileBStride: b === "K" ? "depth" : `${extentN}u`,
    hasRemainder: false,
    inQuads: false,
  };
}
