/**
 * A thread of the pool, in a browser's worker or in Node's: waits for the turn to change, and takes chunks of the task until none
 * is left. Plain JavaScript without imports, because Node runs this file as it is; `pool.ts` has the words' meaning.
 */
const host =
  typeof process === "undefined" ? null : process.getBuiltinModule("node:worker_threads").parentPort;

/** So long a thread looks for the next task before it sleeps: about as long as the host needs between two. */
const spinsBeforeSleep = 20_000;

/**
 * @param {object} task
 * @param {WebAssembly.Module} task.module
 * @param {WebAssembly.Memory} task.memory
 * @param {number} task.control address of the words
 * @param {import("./pool").Places} task.places
 * @param {boolean} task.isSparing whether it is the one that leaves its core to others
 */
function start({ module, memory, control, places, isSparing }) {
  const kernels = Object.values(new WebAssembly.Instance(module, { env: { memory } }).exports);
  const words = new Int32Array(memory.buffer, control, Object.keys(places).length);
  const { turn, open, active, failed, kernel, room } = places;
  let seen = 0;
  report("ready");
  for (;;) {
    for (let spins = 0; spins < spinsBeforeSleep && Atomics.load(words, turn) === seen; spins++);
    Atomics.wait(words, turn, seen);
    if (isSparing) Atomics.wait(words, room, 1);
    seen = Atomics.load(words, turn);
    if (Atomics.load(words, kernel) < 0) return;
    Atomics.add(words, active, 1);
    try {
      // Once it counts as active, the words of an open task do not change.
      if (Atomics.load(words, open) === 1) takeChunks(kernels[words[kernel]], words, places);
    } catch {
      Atomics.store(words, failed, 1);
    }
    Atomics.sub(words, active, 1);
    Atomics.notify(words, active);
  }
}

/**
 * @param {WebAssembly.ExportValue} run a kernel
 * @param {Int32Array} words
 * @param {import("./pool").Places} places
 */
function takeChunks(run, words, { next, job, to, step, stepEnd, chunk }) {
  if (typeof run !== "function") throw new TypeError("No kernel is at this place.");
  const [size, end] = [words[chunk], words[to]];
  for (;;) {
    const first = Atomics.add(words, next, size);
    if (first >= end) return;
    run(words[job], first, Math.min(end, first + size), words[step], words[stepEnd]);
  }
}

/** @param {string} message */
function report(message) {
  if (host) host.postMessage(message);
  else self.postMessage(message);
}

if (host) host.once("message", start);
else self.onmessage = ({ data }) => start(data);
