import { allOps } from "../../ops/registry";
import type { Plan } from "../../plan/plan";
import type { Backend, Executable } from "../backend";
import { HostExecutable, type Kernel, type KernelTable } from "../host/executable";
import { CpuExecutable } from "./executable";
import { Machine, type MachineOptions } from "./machine";
import { matmulNN, matmulNT, matmulTN, rowsTimesRows } from "./matmul";
import { coresOfMachine, usefulThreads } from "./pool";
import { bestVariant, type Variant } from "./support";

export interface CpuOptions {
  /** Which kernels; by default the fastest there are. `scalar` is TypeScript, for where there is no WebAssembly SIMD. */
  readonly kernels?: Variant | "scalar";
  /** How many threads compute; by default as many as are useful here. More than one need memory that can be shared. */
  readonly threads?: number;
  /** See `MachineOptions`. */
  readonly sharedCost?: number;
}

/** The backend that needs no GPU: float32, in the calling thread and in helpers. */
export function createCpuBackend(options: CpuOptions = {}): Backend {
  const kernels = options.kernels ?? bestVariant() ?? "scalar";
  return kernels === "scalar"
    ? scalarBackend()
    : wasmBackend({ threads: usefulThreads(), ...options, variant: kernels });
}

function wasmBackend(options: MachineOptions): Backend {
  let machine: Machine | undefined;
  let opening: Promise<Machine> | undefined;
  const open = async () => {
    machine = await Machine.open(options);
    return machine;
  };
  const takesAllCores = options.threads >= coresOfMachine();
  return {
    name: "cpu",
    get threads() {
      return machine?.threads ?? options.threads;
    },
    get device() {
      return `CPU, WebAssembly SIMD, ${this.threads === 1 ? "1 thread" : `${this.threads} threads`}`;
    },
    lost: new Promise(() => {}),
    async load(plan: Plan, shared?: Executable) {
      opening ??= open();
      const opened = await opening.catch((error: unknown) => {
        // The next plan tries again.
        opening = undefined;
        throw error;
      });
      return CpuExecutable.load(opened, plan, shared && ownExecutable(shared, opened));
    },
    leaveRoom(milliseconds) {
      if (takesAllCores) machine?.leaveRoom(milliseconds);
    },
    destroy() {
      opening?.then(
        (opened) => opened.destroy(),
        () => undefined,
      );
    },
  };
}

function ownExecutable(shared: Executable, machine: Machine): CpuExecutable {
  if (shared instanceof CpuExecutable && shared.machine === machine) return shared;
  throw new TypeError("Only plans of the same backend can share their parameters.");
}

/** Every recurrence, around a faster product than its reference's. */
const recurrences = allOps.flatMap(({ name, recurrence }): (readonly [string, Kernel])[] =>
  recurrence ? [[name, (tensors, dims) => recurrence(tensors, dims, rowsTimesRows)]] : [],
);

/** The ops worth a kernel of their own; the rest run their references, in float32 as well. */
const scalarKernels: KernelTable = { matmulNN, matmulNT, matmulTN, ...Object.fromEntries(recurrences) };

/** Where vector instructions are missing: the same plan by TypeScript on arrays. */
function scalarBackend(): Backend {
  return {
    name: "cpu",
    device: "CPU, without WebAssembly SIMD",
    threads: 0,
    lost: new Promise(() => {}),
    load: async (plan: Plan, shared?: Executable) =>
      new HostExecutable(
        plan,
        "float32",
        scalarKernels,
        shared instanceof HostExecutable ? shared : undefined,
      ),
    destroy() {},
  };
}
