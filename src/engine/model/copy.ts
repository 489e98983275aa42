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

export interface CopiedBlock {
  readonly from: Block;
  readonly to: Block;
  readonly rows: number;
  readonly columns: number;
  /** The tensor that says whether the run is healthy, for a copy that is to wait until it is. */
  readonly clip?: string;
}

export function copyBlock(
  plan: PlanBuilder,
  section: Section,
  { from, to, rows, columns, clip }: CopiedBlock,
): void {
  const dims = {
    rows,
    columns,
    xStart: from.start,
    xStride: from.stride,
    outStart: to.start,
    outStride: to.stride,
  };
  const slots = { x: from.tensor, out: to.tensor, ...(clip && { clip }) };
  plan.step(section, "copyBlock", slots, dims);
}
