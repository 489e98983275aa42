/** Where everything of a plan lies in its block of memory. */
import { opOf } from "../../ops/registry";
import { bytesPerElement, elementCount, type Plan, sections } from "../../plan/plan";
import { jobWords } from "./jobs";
import { planKernels } from "./kernelTable";
import { aligned } from "./memory";

export interface Layout {
  readonly bytes: number;
  /** Of the bank of parameters, which has a block of its own; 0 if there is none. */
  readonly bankBytes: number;
  /** Of the tensors in the block. */
  readonly offsets: ReadonlyMap<string, number>;
  readonly jobs: number;
  readonly scratch: number;
}

/** Tensors, then jobs, then the scratch memory that all steps share. */
export function layOut(plan: Plan, isShared: boolean): Layout {
  const offsets = new Map<string, number>();
  let bankBytes = 0;
  let bytes = 0;
  for (const { name, shape, view } of plan.tensors) {
    const size = aligned(elementCount(shape) * bytesPerElement);
    if (view) continue;
    if (name === "parameters") {
      bankBytes = isShared ? 0 : size;
      continue;
    }
    offsets.set(name, bytes);
    bytes += size;
  }
  const jobs = bytes;
  const steps = sections.flatMap((section) => plan[section]);
  for (const step of steps) bytes += jobWords(opOf(step)) * bytesPerElement;
  const scratch = aligned(bytes);
  const needed = steps.map((step) => planKernels(opOf(step), step.dims)?.scratchBytes ?? 0);
  return { bytes: scratch + Math.max(0, ...needed), bankBytes, offsets, jobs, scratch };
}
