import { expect, it } from "vitest";
import type { EngineStatus } from "../../session/protocol";
import { englishWords } from "../../words/english";
import { engineBadge, engineOptions } from "./engineWords";

const onGpu: EngineStatus = {
  name: "webgpu",
  choice: "auto",
  device: "NVIDIA H100",
  reason: "It was 12 times faster than the CPU on this network.",
  webgpu: { state: "available", kernels: [], adapter: "NVIDIA H100" },
};
const gpuOption = (status: EngineStatus | null) =>
  engineOptions(englishWords, status, true).find(({ id }) => id === "webgpu");

it("names the engine that runs", () => {
  expect(engineBadge(englishWords, null)).toBe("Starting…");
  expect(engineBadge(englishWords, onGpu)).toBe("GPU · NVIDIA H100");
  expect(engineBadge(englishWords, { ...onGpu, name: "cpu", device: "CPU" })).toBe("CPU");
});

it("offers to try again where there could be a GPU and is none", () => {
  const ids = (status: EngineStatus, offersWebgpu: boolean) =>
    engineOptions(englishWords, status, offersWebgpu).map(({ id }) => id);
  const without: EngineStatus = { ...onGpu, webgpu: { state: "unavailable", reason: "it was lost." } };
  expect(ids(without, true)).toEqual(["auto", "webgpu", "cpu", "tryAgain"]);
  expect(ids(without, false)).toEqual(["auto", "webgpu", "cpu"]);
  expect(ids(onGpu, true)).toEqual(["auto", "webgpu", "cpu"]);
});

it("offers the GPU only where it can be used, and says why not elsewhere", () => {
  expect(gpuOption(onGpu)).toMatchObject({ disabled: false });
  expect(gpuOption(null)).toMatchObject({ disabled: true });
  expect(gpuOption({ ...onGpu, webgpu: { state: "checking" } })).toMatchObject({ disabled: true });
  const reason = "this browser has no WebGPU.";
  expect(gpuOption({ ...onGpu, webgpu: { state: "unavailable", reason } })).toEqual({
    id: "webgpu",
    name: "GPU (WebGPU)",
    about: "Not available: this browser has no WebGPU.",
    disabled: true,
  });
});
