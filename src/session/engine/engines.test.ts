import { expect, it, vi } from "vitest";
import type { Backend } from "../../engine/backends/backend";
import { createCpuBackend } from "../../engine/backends/cpu/cpu";
import { message } from "../../words/message";
import { inMemory } from "./calibrations";
import { Engines } from "./engines";

const noMeasure = () => Promise.reject(new Error("Nothing is measured here."));

it("waits no longer than it says for a GPU, and lets go of one that comes too late", async () => {
  let answer = (_: Backend) => {};
  const request = () =>
    new Promise<Backend>((resolve) => {
      answer = resolve;
    });
  const engines = new Engines(request, inMemory(), noMeasure, 20);
  await engines.checkWebgpu();
  expect(engines.status("auto", engines.cpu)).toMatchObject({
    name: "cpu",
    reason: message("engine.notUsed", { reason: message("engine.noAnswer", { seconds: 0.02 }) }),
    webgpu: { state: "unavailable" },
  });
  const destroy = vi.fn();
  answer({ ...createCpuBackend(), name: "webgpu", destroy });
  await vi.waitFor(() => expect(destroy).toHaveBeenCalledOnce(), { timeout: 60_000 });
  expect(engines.choose("webgpu")).toBe(engines.cpu);
});
