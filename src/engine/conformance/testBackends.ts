/** The backends for a file of tests: opened before its first test, closed after its last. */
import { afterAll, beforeAll } from "vitest";
import { nodeGpu } from "../../../scripts/nodeGpu";
import type { Backend, BackendName } from "../backends/backend";
import { createCpuBackend } from "../backends/cpu/cpu";
import { createReferenceBackend } from "../backends/reference/reference";
import { requestWebgpuBackend } from "../backends/webgpu/webgpu";

export const backendNames: readonly BackendName[] = ["reference", "cpu", "webgpu"];

const openers: Readonly<Record<BackendName, () => Promise<Backend>>> = {
  reference: async () => createReferenceBackend(),
  cpu: async () => createCpuBackend(),
  webgpu: () => requestWebgpuBackend(nodeGpu()),
};

/** To be called once, at the top of the file; the function it returns is for use inside of tests. */
export function testBackends(): (name: BackendName) => Backend {
  const opened = new Map<BackendName, Backend>();
  beforeAll(async () => {
    for (const name of backendNames) opened.set(name, await openers[name]());
  });
  afterAll(() => {
    for (const backend of opened.values()) backend.destroy();
  });
  return (name) => {
    const backend = opened.get(name);
    if (!backend) throw new Error(`The backend ${name} is not open.`);
    return backend;
  };
}
