import { allOps } from "../../ops/registry";
import type { Plan } from "../../plan/plan";
import type { Backend, Executable } from "../backend";
import { HostExecutable, type Kernel, type KernelTable } from "../host/executable";
import { matmulNN, matmulNT, matmulTN, rowsTimesRows } from "./matmul";

/** Every recurrence, around a faster product than its reference's. */
const recurrences = allOps.flatMap(({ name, recurrence }): (readonly [string, Kernel])[] =>
  recurrence ? [[name, (tensors, dims) => recurrence(tensors, dims, rowsTimesRows)]] : [],
);

/** The ops worth a kernel of their own; the rest run their references, in float32 as well. */
const kernels: KernelTable = { matmulNN, matmulNT, matmulTN, ...Object.fromEntries(recurrences) };

/** The backend that needs no GPU: float32 arrays and TypeScript kernels in the calling thread. */
export function createCpuBackend(): Backend {
  return {
    name: "cpu",
    device: "CPU",
    lost: new Promise(() => {}),
    load: async (plan: Plan, shared?: Executable) =>
      new HostExecutable(plan, "float32", kernels, shared instanceof HostExecutable ? shared : undefined),
    destroy() {},
  };
}
