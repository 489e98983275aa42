/** What the executables of a backend share: one memory, the kernels on it, and the threads, if there are several. */
import { createMemory, LinearMemory } from "./memory";
import { Kernels, kernelModule } from "./modules";
import { Pool } from "./pool";
import type { Variant } from "./support";
import type { Task } from "./task";

export interface TaskOrder extends Omit<Task, "kernel" | "index"> {
  readonly kernel: string;
}

/** What is cheaper than this, some ten microseconds, is not worth calling other threads for. */
const leastSharedCost = 4e5;

export interface MachineOptions {
  readonly variant: Variant;
  /** The calling one included. */
  readonly threads: number;
  /** From which cost on a task is divided between the threads. Tests divide all. */
  readonly sharedCost?: number;
}

export class Machine {
  readonly heap: LinearMemory;
  readonly #module: WebAssembly.Module;
  readonly #kernels: Kernels;
  #threads: number;
  readonly #sharedCost: number;
  #pool: Promise<Pool> | undefined;
  #started: Pool | undefined;

  private constructor(
    module: WebAssembly.Module,
    memory: WebAssembly.Memory,
    kernels: Kernels,
    { threads, sharedCost = leastSharedCost }: MachineOptions,
  ) {
    this.#module = module;
    this.#kernels = kernels;
    this.#threads = threads;
    this.#sharedCost = sharedCost;
    this.heap = new LinearMemory(memory, kernels.heapBase);
  }

  static async open(options: MachineOptions): Promise<Machine> {
    const isShared = options.threads > 1;
    const module = await kernelModule(options.variant, isShared);
    const memory = createMemory(isShared);
    return new Machine(module, memory, new Kernels(module, memory), options);
  }

  task({ kernel, ...rest }: TaskOrder): Task {
    return { ...rest, kernel: this.#kernels.named(kernel), index: this.#kernels.indexOf(kernel) };
  }

  get threads(): number {
    return this.#threads;
  }

  /** Starts the threads, the first time that a plan has work for them. Where they do not start, one computes. */
  async prepare(tasks: readonly Task[]): Promise<void> {
    if (this.#threads === 1 || !tasks.some(({ cost }) => cost >= this.#sharedCost)) return;
    this.#pool ??= Pool.start(this.#module, this.heap, this.#threads);
    try {
      this.#started = await this.#pool;
    } catch {
      this.#threads = 1;
    }
  }

  run(task: Task): void {
    if (this.#started && task.cost >= this.#sharedCost) this.#started.run(task);
    else task.kernel(task.job, task.from, task.to, task.step, task.stepEnd);
  }

  /** See `Pool`. */
  leaveRoom(milliseconds: number): void {
    this.#started?.leaveRoom(milliseconds);
  }

  /** Also ends threads that are still starting. */
  destroy(): void {
    this.#pool?.then(
      (pool) => pool.destroy(),
      () => undefined,
    );
  }
}
