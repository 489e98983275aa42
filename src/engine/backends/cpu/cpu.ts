import type { Plan } from "../../plan/plan";
import type { Backend, Executable } from "../backend";
import { HostExecutable, type KernelTable } from "../host/executable";
import { gruBackward, gruForward } from "./gru";
import { matmulNN, matmulNT, matmulTN } from "./matmul";

/** The ops worth a kernel of their own; the rest run their references, in float32 as well. */
const kernels: KernelTable = { matmulNN, matmulNT, matmulTN, gruForward, gruBackward };

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
