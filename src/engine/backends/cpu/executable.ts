/** Runs a plan with the WebAssembly kernels: its tensors, its jobs and their scratch are one block of the linear memory. */
import { yieldToEventLoop } from "../../../yieldToEventLoop";
import { type HostArray, Operands } from "../../ops/op";
import { opOf, sectionCosts } from "../../ops/registry";
import {
  bytesPerElement,
  elementCount,
  type Plan,
  type Section,
  type Step,
  sections,
  type Tensor,
} from "../../plan/plan";
import type { Executable, Progress, SectionRun, StepTime } from "../backend";
import { Copying, mostCopied } from "../host/copying";
import { inPieces } from "../host/inPieces";
import { createPacer } from "../host/pacer";
import { JobWriter } from "./jobs";
import { planKernels } from "./kernelTable";
import { layOut } from "./layout";
import type { Machine } from "./machine";
import { slices } from "./slices";
import type { Task } from "./task";

/** Where a tensor lies. */
interface Place {
  readonly tensor: Tensor;
  readonly address: number;
}

/** The bank of parameters, which outlives its owner while others use it. */
interface Bank {
  readonly address: number;
  users: number;
  /** What is being copied out of these executables. */
  readonly copying: Set<Copying>;
}

/** A kernel's slice, or an op's reference. */
type Work = Task | (() => void);

export class CpuExecutable implements Executable {
  readonly plan: Plan;
  readonly machine: Machine;
  readonly bank: Bank;
  readonly #block: number;
  readonly #places = new Map<string, Place>();
  /** For each step, what it consists of. */
  readonly #work: Readonly<Record<Section, readonly (readonly Work[])[]>>;
  readonly #costs: ReturnType<typeof sectionCosts>;
  readonly #pause = createPacer();
  #done = 0;

  /** Throws `PlanTooLargeError`. */
  static async load(machine: Machine, plan: Plan, shared?: CpuExecutable): Promise<CpuExecutable> {
    const executable = new CpuExecutable(machine, plan, shared);
    const work = sections.flatMap((section) => executable.#work[section].flat());
    await machine.prepare(work.filter((one) => typeof one !== "function"));
    return executable;
  }

  private constructor(machine: Machine, plan: Plan, shared?: CpuExecutable) {
    this.plan = plan;
    this.#costs = sectionCosts(plan);
    this.machine = machine;
    const layout = layOut(plan, shared !== undefined);
    this.#block = machine.heap.allocate(layout.bytes);
    this.bank = this.#bankFor(layout.bankBytes, shared);
    for (const tensor of plan.tensors) this.#place(tensor, layout.offsets);
    const jobs = new JobWriter(machine.heap.memory, this.#block + layout.jobs, this.#block + layout.scratch);
    const prepared = sections.map((section) => [
      section,
      plan[section].map((step) => this.#prepare(step, jobs)),
    ]);
    this.#work = { forward: [], backward: [], update: [], ...Object.fromEntries(prepared) };
  }

  write(tensor: string, data: HostArray): void {
    this.#copyRest();
    this.#view(tensor).set(data);
  }

  async run(section: Section): Promise<void> {
    await this.begin(section).goOn();
  }

  begin(section: Section): SectionRun {
    return inPieces(this.#pieces(section), this.#pause);
  }

  *#pieces(section: Section): Generator<void> {
    const costs = this.#costs[section];
    const steps = this.#work[section];
    // Thousands of times a second: no object is made for each place.
    for (let i = 0; i < steps.length; i++) {
      const step = steps[i];
      for (let j = 0; j < step.length; j++) {
        this.#do(step[j]);
        this.#done += costs[i] / step.length;
        yield;
      }
    }
  }

  progress(): Progress {
    return { asked: this.#done, done: this.#done };
  }

  async *profile(section: Section): AsyncGenerator<StepTime | null, void> {
    for (const step of this.#work[section]) {
      let elapsedMs = 0;
      for (const work of step) {
        const startMs = performance.now();
        this.#do(work);
        elapsedMs += performance.now() - startMs;
        yield null;
      }
      yield { elapsedMs, launches: step.length };
    }
  }

  #do(work: Work): void {
    this.#copyRest();
    if (typeof work === "function") work();
    else this.machine.run(work);
  }

  async read(tensors: readonly string[]): Promise<Float32Array<ArrayBuffer>[]> {
    const copying = new Copying(
      tensors.map((name) => ({
        length: elementCount(this.#at(name).tensor.shape),
        elements: (from, to) => this.#view(name).subarray(from, to),
      })),
    );
    const { copying: all } = this.bank;
    all.add(copying);
    try {
      while (copying.goOn(mostCopied)) await yieldToEventLoop();
    } finally {
      // What there is no memory for must not be in the way of all that comes.
      all.delete(copying);
    }
    return copying.values;
  }

  /** Before anything changes: what is read is as it was when it was asked for. */
  #copyRest(): void {
    for (const copying of this.bank.copying) copying.goOn(Number.POSITIVE_INFINITY);
  }

  destroy(): void {
    this.#copyRest();
    this.machine.heap.release(this.#block);
    this.bank.users--;
    if (this.bank.users === 0 && this.bank.address > 0) this.machine.heap.release(this.bank.address);
  }

  #bankFor(bytes: number, shared: CpuExecutable | undefined): Bank {
    if (shared) {
      shared.bank.users++;
      return shared.bank;
    }
    const copying = new Set<Copying>();
    if (bytes === 0) return { address: 0, users: 1, copying };
    try {
      return { address: this.machine.heap.allocate(bytes), users: 1, copying };
    } catch (error) {
      this.machine.heap.release(this.#block);
      throw error;
    }
  }

  #place(tensor: Tensor, offsets: ReadonlyMap<string, number>): void {
    const { name, view } = tensor;
    const whole = view && this.#places.get(view.of);
    const offset = offsets.get(name);
    if (view && whole)
      this.#places.set(name, { tensor, address: whole.address + view.offset * bytesPerElement });
    else if (offset === undefined) this.#places.set(name, { tensor, address: this.bank.address });
    else this.#places.set(name, { tensor, address: this.#block + offset });
  }

  #at(name: string): Place {
    const place = this.#places.get(name);
    if (!place) throw new Error(`The plan has no tensor "${name}".`);
    return place;
  }

  /** Made anew each time: when the memory grows, earlier views lose it. */
  #view(name: string): Float32Array | Int32Array {
    const { tensor, address } = this.#at(name);
    const { buffer } = this.machine.heap.memory;
    const length = elementCount(tensor.shape);
    return tensor.type === "i32"
      ? new Int32Array(buffer, address, length)
      : new Float32Array(buffer, address, length);
  }

  #prepare(step: Step, jobs: JobWriter): Work[] {
    const op = opOf(step);
    const kernels = planKernels(op, step.dims);
    if (!kernels) return [() => op.reference(this.#operands(step), step.dims)];
    const job = jobs.write(op, step.dims, (slot) => {
      const name = step.tensors[slot];
      return name === undefined ? 0 : this.#at(name).address;
    });
    return kernels.launches.flatMap(slices).map((slice) => this.machine.task({ ...slice, job }));
  }

  #operands(step: Step): Operands {
    return new Operands(
      new Map(Object.entries(step.tensors).map(([slot, name]) => [slot, this.#view(name)])),
    );
  }
}
