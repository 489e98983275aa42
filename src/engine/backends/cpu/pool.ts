/**
 * Threads on one shared memory. A task is divided into as many shares as there are threads, by its parts alone, so that nothing
 * depends on who is faster; the calling thread computes the first share. It then waits for the others by spinning for a moment,
 * and by `Atomics.wait` after that, where this thread may.
 */

import { bytesPerElement } from "../../plan/plan";
import type { LinearMemory } from "./memory";
import type { Task } from "./task";
import threadSource from "./thread.js?raw";

/** Words of the control block, which all threads see. A new turn is the sign that the task in the other words is to be done. */
const words = ["turn", "done", "failed", "kernel", "job", "from", "to", "step", "stepEnd", "grain"] as const;
const places = words.map((_, place) => place);
const [turn, done, failed, kernel, job, from, to, step, stepEnd, grain] = places;
/** In place of a kernel: the thread's end. */
const stop = -1;

/** Some microseconds. */
const spinsBeforeWaiting = 5_000;

interface Thread {
  post(message: object): void;
  /** Resolves when the thread has said that it is ready. */
  readonly ready: Promise<void>;
  terminate(): void;
}

export class Pool {
  readonly threads: number;
  readonly #others: readonly Thread[];
  readonly #words: Int32Array;
  readonly #mayWait: boolean;

  private constructor(others: readonly Thread[], control: Int32Array) {
    this.threads = others.length + 1;
    this.#others = others;
    this.#words = control;
    this.#mayWait = mayWait(control);
  }

  /** Rejects if a thread does not start. @param threads the calling one included */
  static async start(module: WebAssembly.Module, heap: LinearMemory, threads: number): Promise<Pool> {
    const { memory } = heap;
    const control = heap.allocate(words.length * bytesPerElement);
    const others = Array.from({ length: threads - 1 }, () => startThread());
    others.forEach((thread, i) => {
      thread.post({ module, memory, control, places, index: i + 1, threads });
    });
    try {
      await Promise.all(others.map(({ ready }) => ready));
    } catch (error) {
      for (const thread of others) thread.terminate();
      throw error;
    }
    return new Pool(others, new Int32Array(memory.buffer, control, words.length));
  }

  run(task: Task): void {
    const control = this.#words;
    control[kernel] = task.index;
    control[job] = task.job;
    control[from] = task.from;
    control[to] = task.to;
    control[step] = task.step;
    control[stepEnd] = task.stepEnd;
    control[grain] = task.grain;
    this.#nextTurn();
    const size = Math.ceil((task.to - task.from) / this.threads / task.grain) * task.grain;
    try {
      task.kernel(task.job, task.from, Math.min(task.to, task.from + size), task.step, task.stepEnd);
    } finally {
      this.#waitForOthers();
    }
    if (Atomics.exchange(control, failed, 0) !== 0) throw new Error("A thread of the CPU engine failed.");
  }

  /** Ends all threads. */
  destroy(): void {
    this.#words[kernel] = stop;
    this.#nextTurn();
    for (const thread of this.#others) thread.terminate();
  }

  #nextTurn(): void {
    Atomics.store(this.#words, done, 0);
    Atomics.add(this.#words, turn, 1);
    Atomics.notify(this.#words, turn);
  }

  #waitForOthers(): void {
    const control = this.#words;
    const all = this.#others.length;
    for (let spins = 0; ; spins++) {
      const count = Atomics.load(control, done);
      if (count === all) return;
      if (spins > spinsBeforeWaiting && this.#mayWait) Atomics.wait(control, done, count);
    }
  }
}

/** A page's own thread must not wait, only a worker's. */
function mayWait(control: Int32Array): boolean {
  try {
    Atomics.wait(control, turn, -1);
    return true;
  } catch {
    return false;
  }
}

function nodeModule<Name extends "node:worker_threads" | "node:os">(name: Name) {
  return typeof process === "undefined" ? undefined : process.getBuiltinModule?.(name);
}

function startThread(): Thread {
  return nodeModule("node:worker_threads") ? nodeThread() : browserThread();
}

function nodeThread(): Thread {
  const { Worker } = process.getBuiltinModule("node:worker_threads");
  const worker = new Worker(threadSource, { eval: true });
  const ready = new Promise<void>((resolve, reject) => {
    worker.once("message", () => {
      // A backend that was not destroyed must not keep the process alive.
      worker.unref();
      resolve();
    });
    worker.once("error", reject);
  });
  return {
    post: (message) => worker.postMessage(message),
    ready,
    terminate: () => void worker.terminate(),
  };
}

function browserThread(): Thread {
  const url = URL.createObjectURL(new Blob([threadSource], { type: "text/javascript" }));
  const worker = new Worker(url);
  const ready = new Promise<void>((resolve, reject) => {
    worker.onmessage = () => resolve();
    worker.onerror = (event) => reject(new Error(`A thread of the CPU engine: ${event.message}`));
  }).finally(() => URL.revokeObjectURL(url));
  return { post: (message) => worker.postMessage(message), ready, terminate: () => worker.terminate() };
}

/** More do not help networks of the sizes that one trains on a CPU. */
const mostThreads = 8;

/** How many threads this machine is good for; 1 where memory cannot be shared. */
export function usefulThreads(): number {
  const os = nodeModule("node:os");
  if (!os && !globalThis.crossOriginIsolated) return 1;
  const cores = os ? os.availableParallelism() : navigator.hardwareConcurrency;
  // Beyond four, every other one is likely to be the second half of a core whose arithmetic units are busy.
  return Math.min(mostThreads, cores > 4 ? Math.ceil(cores / 2) : cores);
}
