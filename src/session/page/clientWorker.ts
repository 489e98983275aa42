/** The engine's worker as the client sees it: commands in, messages and a crash out. */
import type { Command, Ping } from "../protocol";
import { type LinkedWorker, listenTo, type WorkerListener } from "./workerLink";

export type EngineWorker = LinkedWorker<Command | Ping>;

export const startEngineWorker = (listener: WorkerListener): EngineWorker =>
  listenTo(
    new Worker(new URL("../engine/worker.ts", import.meta.url), { type: "module", name: "gru-engine" }),
    listener,
  );
