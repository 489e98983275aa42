/** A plan loaded on a GPU: buffers, pipelines and bind groups are made once, and every run only encodes them. */
import type { HostArray, Op } from "../../ops/op";
import { opOf } from "../../ops/registry";
import { type Plan, type Section, type Step, sections } from "../../plan/plan";
import type { Executable, Progress, SectionRun, StepTime } from "../backend";
import { inPieces } from "../host/inPieces";
import type { GpuWaits } from "./gpuWaits";
import type { Dispatch, Kernel, KernelRequest } from "./kernel";
import { kernelOf } from "./kernels";
import { type Binding, Memory } from "./memory";
import { type PipelineCache, uniformSize, uniformStride } from "./pipelines";
import { profileSteps } from "./profiler";
import { Readback } from "./readback";
import type { CommandStream, Launch } from "./stream";
import type { DeviceAbilities, VariantChoice } from "./variants";

/** What all executables of one device share. */
export interface DeviceContext {
  readonly device: GPUDevice;
  readonly pipelines: PipelineCache;
  readonly stream: CommandStream;
  readonly waits: GpuWaits;
  readonly abilities: DeviceAbilities;
  /** Throws the device's first error that nobody was waiting for. */
  readonly throwFirstError: () => void;
}

/** For each step of a section, its dispatches. */
type Launches = Readonly<Record<Section, readonly (readonly Launch[])[]>>;

export class WebgpuExecutable implements Executable {
  readonly plan: Plan;
  readonly #context: DeviceContext;
  readonly #memory: Memory;
  readonly #uniforms: GPUBuffer;
  readonly #launches: Launches;
  readonly #readback: Readback;

  private constructor(
    context: DeviceContext,
    plan: Plan,
    memory: Memory,
    uniforms: GPUBuffer,
    launches: Launches,
  ) {
    this.plan = plan;
    this.#context = context;
    this.#memory = memory;
    this.#uniforms = uniforms;
    this.#launches = launches;
    this.#readback = new Readback(context, memory);
  }

  static async create(
    context: DeviceContext,
    plan: Plan,
    choice: VariantChoice,
    shared?: WebgpuExecutable,
  ): Promise<WebgpuExecutable> {
    const { device } = context;
    device.pushErrorScope("out-of-memory");
    device.pushErrorScope("validation");
    const memory = new Memory(device, plan, shared?.parameterBuffer());
    const { uniforms, launches } = await prepare(context, plan, choice, memory).finally(async () => {
      const scopes = Promise.all([device.popErrorScope(), device.popErrorScope()]);
      const errors = await context.waits.until(scopes);
      const [first] = errors.filter((error) => error !== null);
      if (first) throw new Error(`The GPU refused the plan: ${first.message}`);
    });
    return new WebgpuExecutable(context, plan, memory, uniforms, launches);
  }

  /** GPU dispatches of one section. */
  dispatchCount(section: Section): number {
    return this.#launches[section].flat().length;
  }

  parameterBuffer(): GPUBuffer {
    return this.#memory.place("parameters").buffer;
  }

  write(name: string, data: HostArray): void {
    const { buffer, byteOffset, tensor } = this.#memory.place(name);
    const values = tensor.type === "i32" ? Int32Array.from(data) : Float32Array.from(data);
    this.#context.stream.write(buffer, byteOffset, values);
  }

  async run(section: Section): Promise<void> {
    await this.begin(section).goOn();
  }

  /** No more is given to the device than it does in a moment, so that work of seconds can be left. */
  begin(section: Section): SectionRun {
    this.#context.throwFirstError();
    const { stream } = this.#context;
    return inPieces(stream.dispatching(this.#launches[section].flat()), () => stream.room());
  }

  /** Of all that the device does: others have their turns in between. */
  progress(): Progress {
    return this.#context.stream.progress();
  }

  profile(section: Section): AsyncGenerator<StepTime | null, void> {
    this.#context.throwFirstError();
    return profileSteps(this.#context, this.#launches[section]);
  }

  read(tensors: readonly string[]): Promise<Float32Array<ArrayBuffer>[]> {
    return this.#readback.read(tensors);
  }

  destroy(): void {
    // What has not been submitted yet must not find its buffers gone.
    this.#context.stream.flush();
    this.#readback.destroy();
    this.#uniforms.destroy();
    this.#memory.destroy();
  }
}

interface Prepared {
  readonly step: Step;
  readonly op: Op;
  readonly bindings: ReadonlyMap<string, Binding>;
  readonly kernel: Kernel;
}

async function prepare(context: DeviceContext, plan: Plan, choice: VariantChoice, memory: Memory) {
  const steps = sections.map((section) =>
    plan[section].map((step) => chooseKernel(context, step, choice, memory)),
  );
  const records = steps.flat().map(({ kernel }) => dispatchesOf(kernel).map(({ uniforms }) => uniforms));
  const uniforms = uploadUniforms(context.device, records.flat());
  let record = 0;
  const launchesOfSection = (prepared: readonly Prepared[]) =>
    prepared.map((step) => {
      const first = record;
      record += dispatchesOf(step.kernel).length;
      return launchesOf(context, step, uniforms, first);
    });
  // All at once: the device may compile several pipelines at a time.
  const launched = await Promise.all(steps.map((section) => Promise.all(launchesOfSection(section))));
  const [forward, backward, update] = launched;
  return { uniforms, launches: { forward, backward, update } };
}

const dispatchesOf = ({ dispatches, pieces = [] }: Kernel): readonly Dispatch[] => [...dispatches, ...pieces];

function chooseKernel(
  { abilities }: DeviceContext,
  step: Step,
  choice: VariantChoice,
  memory: Memory,
): Prepared {
  const op = opOf(step);
  const bindings = new Map(Object.entries(step.tensors).map(([slot, name]) => [slot, memory.binding(name)]));
  const used = new Set<string>();
  const request: KernelRequest = {
    dims: step.dims,
    has: (slot) => bindings.has(slot),
    offset: (slot) => {
      used.add(slot);
      return bindings.get(slot)?.offset ?? 0;
    },
  };
  const kernel = kernelOf(op, request, choice, abilities);
  for (const [slot, { offset }] of bindings) {
    if (offset !== 0 && !used.has(slot)) {
      throw new Error(`${op.name}.${slot}: a view that does not begin at a multiple of 64 elements.`);
    }
  }
  return { step, op, bindings, kernel };
}

/** One record of `uniformStride` bytes for every dispatch of the plan. */
function uploadUniforms(device: GPUDevice, records: readonly (readonly number[])[]): GPUBuffer {
  const words = new Uint32Array((Math.max(1, records.length) * uniformStride) / 4);
  records.forEach((record, i) => {
    words.set(record, (i * uniformStride) / 4);
  });
  const usage = GPUBufferUsage.UNIFORM | GPUBufferUsage.COPY_DST;
  const buffer = device.createBuffer({ label: "uniforms", size: words.byteLength, usage });
  device.queue.writeBuffer(buffer, 0, words);
  return buffer;
}

async function launchesOf(
  { device, pipelines }: DeviceContext,
  { step, op, bindings, kernel }: Prepared,
  uniforms: GPUBuffer,
  firstRecord: number,
): Promise<Launch[]> {
  // An optional slot that is not used still needs a binding. Any other that is only read will do: the same buffer must
  // not be bound for writing too.
  const spare = bindings.get(Object.keys(op.slots).find((slot) => isOnlyRead(op, slot)) ?? "");
  const entries = Object.keys(op.slots).map((slot, i): GPUBindGroupEntry => {
    const binding = bindings.get(slot) ?? spare;
    if (!binding) throw new Error(`${op.name} has nothing to bind in place of its slot "${slot}".`);
    return { binding: i + 1, resource: binding.resource };
  });
  const bindGroup = device.createBindGroup({
    label: op.name,
    layout: pipelines.layout(op),
    entries: [{ binding: 0, resource: { buffer: uniforms, size: uniformSize } }, ...entries],
  });
  const launched = await Promise.all(
    dispatchesOf(kernel).map(async ({ shader, workgroups, share }, i) => ({
      pipeline: await pipelines.pipeline(op, shader),
      bindGroup,
      uniformOffset: (firstRecord + i) * uniformStride,
      workgroups,
      cost: op.cost(step.dims) * share,
    })),
  );
  const whole = launched.slice(0, kernel.dispatches.length);
  const pieces = launched.slice(kernel.dispatches.length);
  return pieces.length > 1 ? [{ ...whole[0], pieces }] : whole;
}

const isOnlyRead = (op: Op, slot: string) => op.slots[slot].access === "read" && !op.slots[slot].optional;
