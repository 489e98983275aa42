/** For tests: workers that do nothing, whose commands can be seen, and in whose place a test speaks. */
import type { LinkedWorker, WorkerListener } from "./workerLink";

export interface FakeWorker<Command> extends LinkedWorker<Command>, WorkerListener {
  readonly commands: Command[];
  readonly moved: ArrayBuffer[];
  terminated: boolean;
}

/** `workers` are all that were started, in that order. */
export function fakeWorkers<Command>() {
  const workers: FakeWorker<Command>[] = [];
  const start = (listener: WorkerListener): FakeWorker<Command> => {
    const worker: FakeWorker<Command> = {
      ...listener,
      commands: [],
      moved: [],
      terminated: false,
      postMessage: (command, { transfer } = { transfer: [] }) => {
        worker.commands.push(command);
        worker.moved.push(...transfer);
      },
      terminate: () => {
        worker.terminated = true;
      },
    };
    workers.push(worker);
    return worker;
  };
  return { workers, start };
}
