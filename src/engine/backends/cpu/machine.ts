/** What the executables of a backend share: one memory and the kernels on it. */

import { createMemory, LinearMemory } from "./memory";
import { Kernels, kernelModule } from "./modules";
import type { Variant } from "./support";

/** A call of a kernel; see `kernels/index.ts`. */
export interface Task {
  readonly kernel: (...args: number[]) => void;
  readonly job: number;
  readonly from: number;
  readonly to: number;
  readonly step: number;
  readonly stepEnd: number;
}

export interface TaskOrder extends Omit<Task, "kernel"> {
  readonly kernel: string;
  readonly cost: number;
}

export class Machine {
  readonly heap: LinearMemory;
  readonly #kernels: Kernels;

  private constructor(memory: WebAssembly.Memory, kernels: Kernels) {
    this.#kernels = kernels;
    this.heap = new LinearMemory(memory, kernels.heapBase);
  }

  static async open(variant: Variant): Promise<Machine> {
    const memory = createMemory(false);
    return new Machine(memory, new Kernels(await kernelModule(variant, false), memory));
  }

  task({ kernel, ...rest }: TaskOrder): Task {
    return { ...rest, kernel: this.#kernels.named(kernel) };
  }

  run({ kernel, job, from, to, step, stepEnd }: Task): void {
    kernel(job, from, to, step, stepEnd);
  }
}
