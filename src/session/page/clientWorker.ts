/** The dedicated worker as the client sees it: commands in, messages and a crash out. */
import type { Command } from "../protocol";

export interface EngineWorker {
  postMessage(command: Command): void;
  terminate(): void;
}

export interface WorkerListener {
  onMessage(message: unknown): void;
  /** The worker has thrown, did not load, or sent what cannot be read. `reason` completes a sentence. */
  onCrash(reason: string): void;
}

export function startEngineWorker({ onMessage, onCrash }: WorkerListener): EngineWorker {
  const worker = new Worker(new URL("../engine/worker.ts", import.meta.url), {
    type: "module",
    name: "gru-engine",
  });
  worker.onmessage = (message: MessageEvent<unknown>) => onMessage(message.data);
  worker.onmessageerror = () => onCrash("one of its messages could not be read");
  worker.onerror = (error) => onCrash(error.message || "its program could not be loaded");
  return worker;
}
