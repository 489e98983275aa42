import { within } from "../../../within";
import type { Plan } from "../../plan/plan";
import type { Backend, Executable } from "../backend";
import { type Calibration, calibrate, isCurrent } from "./calibration";
import { WebgpuExecutable } from "./executable";
import { GpuWaits } from "./gpuWaits";
import { PipelineCache } from "./pipelines";
import { CommandStream } from "./stream";
import type { DeviceAbilities, VariantChoice } from "./variants";

/** Why there is no WebGPU backend here, in one sentence. */
export class WebgpuUnavailableError extends Error {
  /** @param why where the browser has none to give */
  constructor(
    reason: string,
    readonly why: "noWebgpu" | "noAdapter" | null = null,
  ) {
    super(reason);
    this.name = "WebgpuUnavailableError";
  }
}

export interface WebgpuBackend extends Backend {
  readonly abilities: DeviceAbilities;
  /** What chooses among the variants of kernels, or null while these are the defaults. */
  readonly calibration: Calibration | null;
  /** Measures the variants, in about a second, and uses what it finds. */
  calibrate(): Promise<Calibration>;
  /** For the plans that are loaded from now on; null for the defaults. One of another adapter or version counts as null. */
  use(calibration: Calibration | null): void;
}

export interface WebgpuOptions {
  /** One that was kept. */
  readonly calibration?: Calibration | null;
  /** Seconds without a finished piece of work after which the GPU is given up, asked every second. */
  readonly patience?: () => number;
}

/** A backend that is known to be of this kind. Throws if it is not. */
export function webgpuOf(backend: Backend): WebgpuBackend {
  if (isWebgpu(backend)) return backend;
  throw new TypeError(`The backend ${backend.name} is not WebGPU's.`);
}

export const isWebgpu = (backend: Backend): backend is WebgpuBackend => "calibrate" in backend;

/** Where they are there: clocks for the profile, and loads that invocations share. */
const wantedFeatures: readonly GPUFeatureName[] = ["timestamp-query", "subgroups"];

/** Some drivers never answer. */
const adapterMs = 5000;
const deviceMs = 10_000;

/** Finds an adapter and opens a device with its largest buffers. Throws `WebgpuUnavailableError`, or `NoAnswer`. */
export async function requestWebgpuBackend(
  gpu: GPU | undefined,
  options: WebgpuOptions = {},
): Promise<WebgpuBackend> {
  if (!gpu) throw new WebgpuUnavailableError("This browser does not offer WebGPU.", "noWebgpu");
  const adapter = await within(adapterMs, gpu.requestAdapter({ powerPreference: "high-performance" }));
  if (!adapter) throw new WebgpuUnavailableError("The browser has no adapter for WebGPU.", "noAdapter");
  const { maxBufferSize, maxStorageBufferBindingSize } = adapter.limits;
  const requested = adapter.requestDevice({
    label: "GRU playground",
    requiredFeatures: wantedFeatures.filter((feature) => adapter.features.has(feature)),
    requiredLimits: { maxBufferSize, maxStorageBufferBindingSize },
  });
  const device = await within(deviceMs, requested).catch((error: unknown) => {
    // One that comes too late is let go of.
    void requested.then((late) => late.destroy()).catch(() => undefined);
    throw error;
  });
  return createWebgpuBackend(device, describe(adapter.info), options);
}

/** The adapter's name as people know it. */
function describe({ description, device, vendor, architecture }: GPUAdapterInfo): string {
  return description || device || [vendor, architecture].filter(Boolean).join(" ") || "WebGPU adapter";
}

/** Above this, a subgroup is a GPU's. */
const narrowSubgroup = 8;

function abilitiesOf({ features, adapterInfo }: GPUDevice): DeviceAbilities {
  const { subgroupMaxSize = Number.POSITIVE_INFINITY } = adapterInfo;
  return { hasQuads: features.has("subgroups") && subgroupMaxSize <= narrowSubgroup };
}

export function createWebgpuBackend(
  device: GPUDevice,
  adapterDescription: string,
  options: WebgpuOptions = {},
): WebgpuBackend {
  const errors: string[] = [];
  device.addEventListener("uncapturederror", ({ error }) => errors.push(error.message));
  const waits = new GpuWaits(options.patience);
  const context = {
    device,
    waits,
    pipelines: new PipelineCache(device, waits),
    stream: new CommandStream(device, waits),
    abilities: abilitiesOf(device),
    throwFirstError() {
      if (errors.length > 0) throw new Error(`The GPU reported an error: ${errors[0]}`);
    },
  };
  const load = (plan: Plan, choice: VariantChoice, shared?: Executable) =>
    WebgpuExecutable.create(context, plan, choice, shared instanceof WebgpuExecutable ? shared : undefined);
  let calibration: Calibration | null = null;
  const use = (offered: Calibration | null) => {
    calibration = offered && isCurrent(offered, adapterDescription) ? offered : null;
  };
  use(options.calibration ?? null);
  return {
    name: "webgpu",
    abilities: context.abilities,
    device: adapterDescription,
    lost: Promise.race([waits.givenUp, device.lost.then(({ message, reason }) => message || reason)]),
    get calibration() {
      return calibration;
    },
    async calibrate() {
      const bench = { load, abilities: context.abilities, done: () => context.stream.done() };
      const found = await calibrate(bench, adapterDescription);
      use(found);
      return found;
    },
    use,
    load: (plan, shared) => load(plan, calibration?.choice ?? {}, shared),
    leaveRoom(milliseconds) {
      // One that is a program takes all cores of the machine.
      if (device.adapterInfo.isFallbackAdapter) context.stream.leaveRoom(milliseconds);
    },
    destroy: () => device.destroy(),
  };
}
