/** The engine's status in words. */
import type { EngineChoice, EngineStatus } from "../../session/protocol";

/** What the badge shows. */
export function engineBadge(status: EngineStatus | null): string {
  if (status === null) return "Starting…";
  return status.name === "webgpu" ? `GPU · ${status.device}` : "CPU";
}

export interface EngineOption {
  readonly id: EngineChoice;
  readonly name: string;
  readonly about: string;
  readonly disabled: boolean;
}

function gpuOption(status: EngineStatus | null): EngineOption {
  const gpu = { id: "webgpu", name: "GPU (WebGPU)" } as const;
  if (status === null || status.webgpu.state === "checking") {
    return { ...gpu, about: "Being checked on this computer…", disabled: true };
  }
  return status.webgpu.state === "available"
    ? { ...gpu, about: status.webgpu.adapter, disabled: false }
    : { ...gpu, about: `Not available: ${status.webgpu.reason}`, disabled: true };
}

export function engineOptions(status: EngineStatus | null): readonly EngineOption[] {
  return [
    {
      id: "auto",
      name: "Automatic",
      about: "Measures both on this network and takes the faster one.",
      disabled: false,
    },
    gpuOption(status),
    { id: "cpu", name: "CPU", about: "Runs everywhere.", disabled: false },
  ];
}
