/** The engine's status in words. */
import type { EngineChoice, EngineStatus } from "../../session/protocol";

/** What the badge shows. */
export function engineBadge(status: EngineStatus | null): string {
  if (status === null) return "Starting…";
  return status.name === "webgpu" ? `GPU · ${status.device}` : "CPU";
}

/** Of the option that is no engine: asks for the GPU once more. */
export const tryAgain = "tryAgain";

export interface EngineOption {
  readonly id: EngineChoice | typeof tryAgain;
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

/** @param offersWebgpu whether the browser has it at all */
export function engineOptions(status: EngineStatus | null, offersWebgpu: boolean): readonly EngineOption[] {
  const isOut = offersWebgpu && status?.webgpu.state === "unavailable";
  return [
    {
      id: "auto",
      name: "Automatic",
      about: "Measures both on this network and takes the faster one.",
      disabled: false,
    },
    gpuOption(status),
    { id: "cpu", name: "CPU", about: "Runs everywhere.", disabled: false },
    ...(isOut
      ? [
          {
            id: tryAgain,
            name: "Try the GPU again",
            about: "Asks the browser for it once more.",
            disabled: false,
          } as const,
        ]
      : []),
  ];
}
