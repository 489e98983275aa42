/** Runs a plan on arrays in this thread's memory, one kernel after the other. */
import { type Dims, type FloatArray, type HostArray, Operands } from "../../ops/op";
import { opOf, sectionCosts } from "../../ops/registry";
import {
  elementCount,
  type Plan,
  PlanTooLargeError,
  planBytes,
  type Section,
  type Step,
  sections,
  type Tensor,
} from "../../plan/plan";
import type { Executable, Progress, SectionRun, StepTime } from "../backend";
import { inPieces } from "./inPieces";
import { createPacer } from "./pacer";

/** A host kernel: like an op's reference, but it may yield where the thread can be lent to others. */
export type Kernel = (tensors: Operands, dims: Dims) => Iterable<void> | void;

/** Kernels by op name; an op without one runs its reference. This is the seam where faster kernels go. */
export type KernelTable = Readonly<Record<string, Kernel>>;

export type Precision = "float32" | "float64";

interface Launch {
  readonly kernel: Kernel;
  readonly operands: Operands;
  readonly dims: Dims;
}

/** Beyond this, a browser tab is likely to be killed rather than told. */
const memoryLimitBytes = 2 ** 30;

export class HostExecutable implements Executable {
  readonly plan: Plan;
  readonly #arrays: ReadonlyMap<string, HostArray>;
  readonly #launches: Readonly<Record<Section, readonly Launch[]>>;
  readonly #costs: ReturnType<typeof sectionCosts>;
  readonly #pause = createPacer();
  #done = 0;

  constructor(plan: Plan, precision: Precision, kernels: KernelTable, shared?: HostExecutable) {
    const bytes = planBytes(plan) * (precision === "float64" ? 2 : 1);
    if (bytes > memoryLimitBytes) throw new PlanTooLargeError(null, bytes, memoryLimitBytes);
    this.plan = plan;
    this.#costs = sectionCosts(plan);
    const parameters = shared?.floats("parameters");
    const arrays = allocate(plan.tensors, precision, parameters);
    this.#arrays = arrays;
    const launch = (step: Step): Launch => prepare(step, arrays, kernels);
    const prepared = sections.map((section) => [section, plan[section].map(launch)] as const);
    this.#launches = { forward: [], backward: [], update: [], ...Object.fromEntries(prepared) };
  }

  write(tensor: string, data: HostArray): void {
    this.#array(tensor).set(data);
  }

  async run(section: Section): Promise<void> {
    await this.begin(section).goOn();
  }

  begin(section: Section): SectionRun {
    return inPieces(this.#pieces(section), this.#pause);
  }

  *#pieces(section: Section): Generator<void> {
    const costs = this.#costs[section];
    for (const [i, { kernel, operands, dims }] of this.#launches[section].entries()) {
      for (const _ of kernel(operands, dims) ?? []) yield;
      this.#done += costs[i];
      yield;
    }
  }

  progress(): Progress {
    return { asked: this.#done, done: this.#done };
  }

  async *profile(section: Section): AsyncGenerator<StepTime | null, void> {
    for (const { kernel, operands, dims } of this.#launches[section]) {
      let elapsedMs = 0;
      let startMs = performance.now();
      for (const _ of kernel(operands, dims) ?? []) {
        elapsedMs += performance.now() - startMs;
        yield null;
        startMs = performance.now();
      }
      elapsedMs += performance.now() - startMs;
      yield { elapsedMs, launches: 1 };
    }
  }

  async read(tensors: readonly string[]): Promise<Float32Array<ArrayBuffer>[]> {
    return tensors.map((name) => Float32Array.from(this.#array(name)));
  }

  /** A tensor's own array, in full precision. */
  floats(tensor: string): FloatArray {
    const array = this.#array(tensor);
    if (array instanceof Int32Array) throw new TypeError(`"${tensor}" holds integers.`);
    return array;
  }

  /** Memory is the garbage collector's. */
  destroy(): void {}

  #array(name: string): HostArray {
    const array = this.#arrays.get(name);
    if (!array) throw new Error(`The plan has no tensor "${name}".`);
    return array;
  }
}

function allocate(
  tensors: readonly Tensor[],
  precision: Precision,
  parameters: FloatArray | undefined,
): Map<string, HostArray> {
  const Floats = precision === "float64" ? Float64Array : Float32Array;
  const arrays = new Map<string, HostArray>();
  for (const { name, shape, type, view } of tensors) {
    const size = elementCount(shape);
    const whole = view && arrays.get(view.of);
    if (view && whole) arrays.set(name, whole.subarray(view.offset, view.offset + size));
    else if (name === "parameters" && parameters) arrays.set(name, parameters);
    else arrays.set(name, type === "i32" ? new Int32Array(size) : new Floats(size));
  }
  return arrays;
}

function prepare(step: Step, arrays: ReadonlyMap<string, HostArray>, kernels: KernelTable): Launch {
  const slots = Object.entries(step.tensors).flatMap(([slot, name]) => {
    const array = arrays.get(name);
    return array ? [[slot, array] as const] : [];
  });
  const kernel = kernels[step.op] ?? opOf(step).reference;
  return { kernel, operands: new Operands(new Map(slots)), dims: step.dims };
}
