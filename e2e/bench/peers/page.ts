/** Hands calls of the script outside on to the worker. */
import type { BenchCalls } from "./calls";

/** What the worker posts, which is our own and has the same calls. */
type Posted = MessageEvent["data"];

interface Waiting {
  resolve(result: Posted): void;
  reject(error: Error): void;
}

const worker = new Worker(new URL("./worker.ts", import.meta.url), { type: "module" });
const waiting = new Map<number, Waiting>();
let calls = 0;

const ask = (name: keyof BenchCalls, ...args: readonly unknown[]) =>
  new Promise<Posted>((resolve, reject) => {
    waiting.set(++calls, { resolve, reject });
    worker.postMessage({ id: calls, name, args });
  });

const bench: BenchCalls = {
  open: (...args) => ask("open", ...args),
  verify: (...args) => ask("verify", ...args),
  measure: (...args) => ask("measure", ...args),
};

worker.onmessage = ({ data: { ready, id, result, problem } }) => {
  if (ready) {
    window.bench = bench;
    return;
  }
  const asked = waiting.get(id);
  waiting.delete(id);
  if (problem) asked?.reject(new Error(problem));
  else asked?.resolve(result);
};
worker.onerror = ({ message }) => {
  console.error(message || "The worker could not be loaded.");
  for (const { reject } of waiting.values()) reject(new Error(message || "The worker could not be loaded."));
  waiting.clear();
};
