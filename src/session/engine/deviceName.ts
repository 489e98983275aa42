/** What computes, and why it was lost, for people. */
import type { Backend, LossReason } from "../../engine/backends/backend";
import { message, type Said } from "../../words/message";

export function deviceName({ name, device, threads }: Backend): Said {
  if (name !== "cpu" || threads === undefined) return device;
  return threads === 0 ? message("engine.cpuScalar") : message("engine.cpuThreads", { threads });
}

export const lossReason = (reason: LossReason): Said =>
  typeof reason === "string" ? reason : message("engine.finishedNothing", { seconds: reason.silentSeconds });
