/**
 * A thread of the pool, in a browser's worker or in Node's: waits for the turn to change, computes its share of the task, and
 * counts itself as done. Plain JavaScript without imports, because it is handed to both as text; `pool.ts` has the words' meaning.
 */
const inNode = typeof require === "function";

function start({ module, memory, control, places, index, threads }) {
  const kernels = Object.values(new WebAssembly.Instance(module, { env: { memory } }).exports);
  const words = new Int32Array(memory.buffer, control, places.length);
  const [turn, done, failed, kernel, job, from, to, step, stepEnd, grain] = places;
  let seen = 0;
  report("ready");
  for (;;) {
    for (let spins = 0; spins < 20_000 && Atomics.load(words, turn) === seen; spins++);
    Atomics.wait(words, turn, seen);
    seen = Atomics.load(words, turn);
    if (words[kernel] < 0) return;
    const size = Math.ceil((words[to] - words[from]) / threads / words[grain]) * words[grain];
    const first = words[from] + index * size;
    const last = Math.min(words[to], first + size);
    try {
      if (first < last) kernels[words[kernel]](words[job], first, last, words[step], words[stepEnd]);
    } catch {
      Atomics.store(words, failed, 1);
    }
    Atomics.add(words, done, 1);
    Atomics.notify(words, done);
  }
}

function report(message) {
  if (inNode) require("node:worker_threads").parentPort.postMessage(message);
  else self.postMessage(message);
}

if (inNode) require("node:worker_threads").parentPort.once("message", start);
else self.onmessage = ({ data }) => start(data);
