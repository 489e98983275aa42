import type { Plan } from "../../plan/plan";
import type { Backend, Executable } from "../backend";
import { HostExecutable } from "../host/executable";

/** The backend every other is measured against: the ops' own reference implementations, in float64. */
export function createReferenceBackend(): Backend {
  return {
    name: "reference",
    device: "reference, float64",
    lost: new Promise(() => {}),
    load: async (plan: Plan, shared?: Executable) =>
      new HostExecutable(plan, "float64", {}, shared instanceof HostExecutable ? shared : undefined),
    destroy() {},
  };
}
