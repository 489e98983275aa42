/**
 * Threads on one shared memory. The parts of a task are cut into chunks; the calling thread and the others take one after the
 * other until none is left. A part's outputs are the same whoever computes them, so nothing depends on who is faster, and a thread
 * that another program keeps from its core is not waited for unless it has a chunk in hand.
 */
import { within } from "../../../within";
import { bytesPerElement } from "../../plan/plan";
import type { LinearMemory } from "./memory";
import type { Task } from "./task";

/**
 * Words of the control block, which all threads see. A new `turn` wakes them; while a task is `open`, whoever counts as `active`
 * may take chunks, `next` being the first part that nobody has taken. While there is `room`, the first of the other threads sleeps.
 * The other words change only when nobody is active.
 */
const places = {
  turn: 0,
  open: 1,
  next: 2,
  active: 3,
  failed: 4,
  kernel: 5,
  job: 6,
  to: 7,
  step: 8,
  stepEnd: 9,
  chunk: 10,
  room: 11,
} as const;
export type Places = typeof places;
const controlWords = Object.keys(places).length;
/** In place of a kernel: the thread's end. */
const stop = -1;

/** So many for each thread: fewer, and one may wait long for another's last; more, and weights are read more often. */
const chunksPerThread = 2;

/** In which all threads have to be there. */
const startMs = 10_000;

/** Some microseconds. */
const spinsBeforeWaiting = 5_000;

interface Thread {
  post(message: object): void;
  /** Resolves when the thread has said that it is ready. */
  readonly ready: Promise<void>;
  terminate(): void;
}

export class Pool {
  readonly #threads: number;
  readonly #others: readonly Thread[];
  readonly #words: Int32Array;
  readonly #mayWait: boolean;
  #roomEndsMs = Number.NEGATIVE_INFINITY;

  private constructor(others: readonly Thread[], control: Int32Array) {
    this.#threads = others.length + 1;
    this.#others = others;
    this.#words = control;
    this.#mayWait = mayWait(control);
  }

  /** Rejects if a thread does not start in time. @param threads the calling one included */
  static async start(module: WebAssembly.Module, heap: LinearMemory, threads: number): Promise<Pool> {
    const { memory } = heap;
    const control = heap.allocate(controlWords * bytesPerElement);
    const others = Array.from({ length: threads - 1 }, () => startThread());
    for (const [i, thread] of others.entries())
      thread.post({ module, memory, control, places, isSparing: i === 0 });
    try {
      await within(startMs, Promise.all(others.map(({ ready }) => ready)));
    } catch (error) {
      for (const thread of others) thread.terminate();
      throw error;
    }
    return new Pool(others, new Int32Array(memory.buffer, control, controlWords));
  }

  /** For so long, one of the other threads leaves its core to whoever else needs one. */
  leaveRoom(milliseconds: number): void {
    this.#roomEndsMs = performance.now() + milliseconds;
    Atomics.store(this.#words, places.room, 1);
  }

  run(task: Task): void {
    const words = this.#words;
    if (words[places.room] === 1 && performance.now() >= this.#roomEndsMs) this.#endRoom();
    const chunk = this.#chunkOf(task);
    words[places.kernel] = task.index;
    words[places.job] = task.job;
    words[places.to] = task.to;
    words[places.step] = task.step;
    words[places.stepEnd] = task.stepEnd;
    words[places.chunk] = chunk;
    Atomics.store(words, places.next, task.from);
    Atomics.store(words, places.open, 1);
    this.#nextTurn();
    try {
      this.#takeChunks(task, chunk);
    } finally {
      Atomics.store(words, places.open, 0);
      this.#waitForOthers();
    }
    if (Atomics.exchange(words, places.failed, 0) !== 0)
      throw new Error("A thread of the CPU engine failed.");
  }

  /** Ends all threads. */
  destroy(): void {
    this.#endRoom();
    Atomics.store(this.#words, places.kernel, stop);
    this.#nextTurn();
    for (const thread of this.#others) thread.terminate();
  }

  #chunkOf({ from, to, grain }: Task): number {
    return Math.ceil((to - from) / (this.#threads * chunksPerThread) / grain) * grain;
  }

  #takeChunks({ kernel, job, to, step, stepEnd }: Task, chunk: number): void {
    for (;;) {
      const first = Atomics.add(this.#words, places.next, chunk);
      if (first >= to) return;
      kernel(job, first, Math.min(to, first + chunk), step, stepEnd);
    }
  }

  #endRoom(): void {
    Atomics.store(this.#words, places.room, 0);
    Atomics.notify(this.#words, places.room);
  }

  #nextTurn(): void {
    Atomics.add(this.#words, places.turn, 1);
    Atomics.notify(this.#words, places.turn);
  }

  #waitForOthers(): void {
    for (let spins = 0; ; spins++) {
      const active = Atomics.load(this.#words, places.active);
      if (active === 0) return;
      if (spins > spinsBeforeWaiting && this.#mayWait) Atomics.wait(this.#words, places.active, active);
    }
  }
}

/** A page's own thread must not wait, only a worker's. */
function mayWait(control: Int32Array): boolean {
  try {
    Atomics.wait(control, places.turn, -1);
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
  const worker = new Worker(new URL("./thread.js", import.meta.url));
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
  const worker = new Worker(new URL("./thread.js", import.meta.url), { type: "module" });
  const ready = new Promise<void>((resolve, reject) => {
    worker.onmessage = () => resolve();
    worker.onerror = (event) => reject(new Error(`A thread of the CPU engine: ${event.message}`));
  });
  return { post: (message) => worker.postMessage(message), ready, terminate: () => worker.terminate() };
}

/** More do not help networks of the sizes that one trains on a CPU. */
const mostThreads = 8;

export function coresOfMachine(): number {
  return nodeModule("node:os")?.availableParallelism() ?? navigator.hardwareConcurrency;
}

/** How many threads this machine is good for; 1 where memory cannot be shared. */
export function usefulThreads(): number {
  if (!nodeModule("node:os") && !globalThis.crossOriginIsolated) return 1;
  const cores = coresOfMachine();
  // Beyond four, every other one is likely to be the second half of a core whose arithmetic units are busy.
  return Math.min(mostThreads, cores > 4 ? Math.ceil(cores / 2) : cores);
}
