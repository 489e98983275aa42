/** Blocks of one matrix copied into another, as steps of a plan: what joins and parts columns, and picks rows. */
import type { PlanBuilder } from "../plan/builder";
import type { Section } from "../plan/plan";

/** Where a block lies in a tensor: its first element, and how far its rows are apart. */
export interface Block {
  readonly tensor: string;
  readonly start: number;
  readonly stride: number;
}

/** The columns from `start` of a matrix whose rows have `stride` elements. */
export const columnsOf = (tensor: string, stride: number, start = 0): Block => ({ tensor, start, stride });

export function copyBlock(
  plan: PlanBuilder,
  section: Section,
  { from, to, rows, columns }: { from: Block; to: Block; rows: number; columns: number },
): void {
  const dims = {
    rows,
    columns,
    xStart: from.start,
    xStride: from.stride,
    outStart: to.start,
    outStride: to.stride,
  };
  plan.step(section, "copyBlock", { x: from.tensor, out: to.tensor }, dims);
}
