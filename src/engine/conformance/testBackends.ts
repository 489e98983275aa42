/** The backends for a file of tests: opened before its first test, closed after its last. */
import { afterAll, beforeAll } from "vitest";
import { backendNames, openBackend } from "../../../scripts/nodeBackends";
import type { Backend, BackendName } from "../backends/backend";

/** To be called once, at the top of the file; the function it returns is for use inside of tests. */
export function testBackends(): (name: BackendName) => Backend {
  const opened = new Map<BackendName, Backend>();
  beforeAll(async () => {
    for (const name of backendNames) opened.set(name, await openBackend(name));
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
