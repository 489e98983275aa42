/** Hands calls of the script outside on to the worker. */
const worker = new Worker(new URL("./worker.mjs", import.meta.url), { type: "module" });
const waiting = new Map();
let calls = 0;

worker.onmessage = ({ data: { ready, id, result, problem } }) => {
  if (ready) {
    window.bench = call;
    return;
  }
  const { resolve, reject } = waiting.get(id);
  waiting.delete(id);
  if (problem) reject(new Error(problem));
  else resolve(result);
};
worker.onerror = ({ message }) => {
  console.error(message || "The worker could not be loaded.");
  for (const { reject } of waiting.values()) reject(new Error(message || "The worker could not be loaded."));
  waiting.clear();
};

const call = (name, ...args) =>
  new Promise((resolve, reject) => {
    waiting.set(++calls, { resolve, reject });
    worker.postMessage({ id: calls, name, args });
  });
