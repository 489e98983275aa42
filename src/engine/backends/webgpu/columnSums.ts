/** How columns are summed; see columnSums.wgsl. */
import { groups, isMultipleOf4, type Kernel, type KernelRequest } from "./kernel";

export interface ColumnSumsVariant {
  /** Invocations that share the rows: many keep a GPU busy, and a software adapter pays for each that waits. */
  readonly lanes: number;
}

/** Columns of a workgroup: 8 vectors of four. */
const columns = 32;

export function columnSums({ dims: { M, N } }: KernelRequest, { lanes }: ColumnSumsVariant): Kernel {
  const vectorSlots = isMultipleOf4(N) ? ["x", "out"] : [];
  const shader = { name: "columnSums", parameters: { lanes }, vectorSlots };
  return { dispatches: [{ shader, uniforms: [M, N], workgroups: [groups(N, columns), 1, 1], share: 1 }] };
}
