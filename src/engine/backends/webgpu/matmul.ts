/** How products run: a register tile per invocation, of which several may share the sum over k; see matmul.wgsl. */
import type { Op } from "../../ops/op";
import { groups, isMultipleOf4, type Kernel, type KernelRequest } from "./kernel";

export interface MatmulVariant {
  /** Rows and vectors of four columns in an invocation's tile; rows are a multiple of 4. */
  readonly rows: number;
  readonly quads: number;
  readonly lanesX: number;
  readonly lanesY: number;
  /** Invocations that share the sum over k. */
  readonly split: number;
}

/** The dimension along which a row of A and of B lies, which is also the distance between rows. */
const arrangements: Readonly<Record<string, { readonly a: "K" | "M"; readonly b: "K" | "N" }>> = {
  NN: { a: "K", b: "N" },
  NT: { a: "K", b: "K" },
  TN: { a: "M", b: "N" },
};

export function matmul(op: Op, { dims, has, offset }: KernelRequest, variant: MatmulVariant): Kernel {
  const { batch, M, N, K } = dims;
  const arrangement = op.name.slice(-2);
  const { a, b } = arrangements[arrangement];
  const { rows, quads, lanesX, lanesY, split } = variant;
  const vectorSlots = [
    ...(isMultipleOf4(dims[a], offset("a")) ? ["a"] : []),
    ...(isMultipleOf4(dims[b], offset("b")) ? ["b"] : []),
    ...(isMultipleOf4(N) ? ["c", "bias"] : []),
  ];
  const parameters = {
    ...variant,
    arrangement,
    aStride: `dims.${a}`,
    bStride: `dims.${b}`,
    isSplit: split > 1,
    hasRemainder: K % 4 !== 0,
  };
  const workgroups = [groups(N, 4 * quads * lanesX), groups(M, rows * lanesY), batch] as const;
  const uniforms = [M, N, K, offset("a"), offset("b"), Number(has("bias"))];
  return {
    dispatches: [{ shader: { name: "matmul", parameters, vectorSlots }, uniforms, workgroups, share: 1 }],
  };
}
