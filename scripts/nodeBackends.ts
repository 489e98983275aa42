/** Every backend, as Node has it. */
import type { Backend, BackendName } from "../src/engine/backends/backend";
import { createCpuBackend } from "../src/engine/backends/cpu/cpu";
import { createReferenceBackend } from "../src/engine/backends/reference/reference";
import { requestWebgpuBackend } from "../src/engine/backends/webgpu/webgpu";
import { nodeGpu } from "./nodeGpu";

export const backendNames: readonly BackendName[] = ["reference", "cpu", "webgpu"];

/** Throws `WebgpuUnavailableError`. */
export async function openBackend(name: BackendName): Promise<Backend> {
  switch (name) {
    case "reference":
      return createReferenceBackend();
    case "cpu":
      return createCpuBackend();
    case "webgpu":
      return requestWebgpuBackend(nodeGpu());
  }
}
