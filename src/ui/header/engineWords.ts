/** The engine's status in words. */
import type { EngineChoice, EngineStatus } from "../../session/protocol";
import type { Words } from "../../words/catalogue";
import { say } from "../../words/say";

/** What the badge shows. */
export function engineBadge(words: Words, status: EngineStatus | null): string {
  if (status === null) return words.transport.unknownDevice;
  return status.name === "webgpu" ? `GPU · ${say(words, status.device)}` : "CPU";
}

/** Of the option that is no engine: asks for the GPU once more. */
export const tryAgain = "tryAgain";

export interface EngineOption {
  readonly id: EngineChoice | typeof tryAgain;
  readonly name: string;
  readonly about: string;
  readonly disabled: boolean;
}

function gpuOption(words: Words, status: EngineStatus | null): EngineOption {
  const { engine } = words;
  const gpu = { id: "webgpu", name: "GPU (WebGPU)" } as const;
  if (status === null || status.webgpu.state === "checking") {
    return { ...gpu, about: engine.gpuChecking, disabled: true };
  }
  return status.webgpu.state === "available"
    ? { ...gpu, about: status.webgpu.adapter, disabled: false }
    : { ...gpu, about: engine.gpuUnavailable({ reason: say(words, status.webgpu.reason) }), disabled: true };
}

/** @param offersWebgpu whether the browser has it at all */
export function engineOptions(
  words: Words,
  status: EngineStatus | null,
  offersWebgpu: boolean,
): readonly EngineOption[] {
  const { engine } = words;
  const isOut = offersWebgpu && status?.webgpu.state === "unavailable";
  return [
    {
      id: "auto",
      name: engine.automaticName,
      about: engine.automaticAbout,
      disabled: false,
    },
    gpuOption(words, status),
    { id: "cpu", name: "CPU", about: engine.cpuAbout, disabled: false },
    ...(isOut
      ? [
          {
            id: tryAgain,
            name: engine.tryAgain,
            about: engine.tryAgainAbout,
            disabled: false,
          } as const,
        ]
      : []),
  ];
}
