import type { Plan } from "../../plan/plan";
import type { Backend, Executable } from "../backend";
import { WebgpuExecutable } from "./executable";
import { PipelineCache } from "./pipelines";
import { Submitter } from "./submitter";

/** Why there is no WebGPU backend here, in one sentence. */
export class WebgpuUnavailableError extends Error {
  constructor(reason: string) {
    super(reason);
    this.name = "WebgpuUnavailableError";
  }
}

/** Finds an adapter and opens a device with its largest buffers. Throws `WebgpuUnavailableError`. */
export async function requestWebgpuBackend(gpu: GPU | undefined): Promise<Backend> {
  if (!gpu) throw new WebgpuUnavailableError("This browser does not offer WebGPU.");
  const adapter = await gpu.requestAdapter({ powerPreference: "high-performance" });
  if (!adapter) throw new WebgpuUnavailableError("The browser offers WebGPU, but found no adapter for it.");
  const { maxBufferSize, maxStorageBufferBindingSize } = adapter.limits;
  const device = await adapter.requestDevice({
    label: "GRU playground",
    requiredLimits: { maxBufferSize, maxStorageBufferBindingSize },
  });
  return createWebgpuBackend(device, describe(adapter.info));
}

/** The adapter's name as people know it. */
function describe({ description, device, vendor, architecture }: GPUAdapterInfo): string {
  return description || device || [vendor, architecture].filter(Boolean).join(" ") || "WebGPU adapter";
}

export function createWebgpuBackend(device: GPUDevice, adapterDescription: string): Backend {
  const errors: string[] = [];
  device.addEventListener("uncapturederror", ({ error }) => errors.push(error.message));
  const context = {
    device,
    pipelines: new PipelineCache(device),
    submitter: new Submitter(device),
    throwFirstError() {
      if (errors.length > 0) throw new Error(`The GPU reported an error: ${errors[0]}`);
    },
  };
  return {
    name: "webgpu",
    device: adapterDescription,
    lost: device.lost.then(({ message, reason }) => message || reason),
    load: (plan: Plan, shared?: Executable) =>
      WebgpuExecutable.create(context, plan, shared instanceof WebgpuExecutable ? shared : undefined),
    destroy: () => device.destroy(),
  };
}
