/** The side of the benchmark that runs in the browser: all engines in one worker, as this page's own is, timed in rounds. */
import { createCpuBackend } from "/src/engine/backends/cpu/cpu.ts";
import { requestWebgpuBackend } from "/src/engine/backends/webgpu/webgpu.ts";
import { contendersIn, inWords, pieces } from "/src/engine/benchmark/pieces.ts";
import { timeInRounds } from "/src/engine/benchmark/rounds.ts";
import { workData, workNetwork } from "/src/engine/benchmark/work.ts";
import { parameterTable } from "/src/engine/model/config.ts";
import { initializeParameters } from "/src/engine/model/initialize.ts";
import { elementCount } from "/src/engine/plan/plan.ts";
import { Random } from "/src/random.ts";
import * as ort from "./ort.mjs";
import * as tfjs from "./tfjs.mjs";

const webgpu = await requestWebgpuBackend(navigator.gpu);
await webgpu.calibrate();
const ours = new Map([
  ["ours/cpu1", createCpuBackend({ threads: 1 })],
  ["ours/cpu", createCpuBackend()],
  ["ours/webgpu", webgpu],
]);

/** This engine's initial parameters by name, for the peers that can take them. */
function parametersOf(work, shape) {
  const config = workNetwork(work, shape, "gru");
  const bank = initializeParameters(config, Random.fromSeed(1));
  return Object.fromEntries(
    parameterTable(config).entries.map(({ name, shape: sizes, offset }) => [
      name,
      bank.slice(offset, offset + elementCount(sizes)),
    ]),
  );
}

function contenders(work, shape) {
  const data = workData(shape);
  const own = contendersIn({ work, shape }, ours);
  const theirs = tfjs.backends.map((backend) => ({
    name: `tfjs/${backend}`,
    open: () => tfjs.openJob(backend, work, shape, data),
  }));
  const runtime = {
    name: "ort/wasm1",
    open: () => ort.openJob(work, shape, data, parametersOf(work, shape)),
  };
  return work === "train" ? [...own, ...theirs] : [...own, ...theirs, runtime];
}

const calls = {
  machine: async () => ({
    cores: navigator.hardwareConcurrency,
    browser: navigator.userAgent.match(/Chrome\/[\d.]+/)?.[0],
    isolated: crossOriginIsolated,
    engines: Object.fromEntries([...ours].map(([name, { device }]) => [name, device])),
    tfjsWasmThreads: await tfjs.wasmThreads(),
  }),
  /** The largest difference between this engine's outputs and those of ONNX Runtime on the same weights. */
  verify: async (work, shape) => {
    const [own, runtime] = contenders(work, shape).filter(({ name }) => /^(ours.cpu1|ort)/.test(name));
    const [left, right] = [await own.open(), await runtime.open()];
    const [a, b] = [await left.run(), await right.run()];
    left.close();
    right.close();
    if (a.length !== b.length) throw new Error(`${a.length} outputs, and ONNX Runtime has ${b.length}.`);
    return a.reduce((worst, value, i) => Math.max(worst, Math.abs(value - b[i])), 0);
  },
  pieces,
  measure: async (piece, names, rounds) => {
    const all = contenders(piece.work, piece.shape);
    const chosen = all.filter(({ name }) => names === null || names.includes(name));
    const timings = await timeInRounds(chosen, rounds);
    return { timings, lines: inWords(piece, timings) };
  },
};

self.onmessage = async ({ data: { id, name, args } }) => {
  try {
    self.postMessage({ id, result: await calls[name](...args) });
  } catch (error) {
    self.postMessage({ id, problem: `${error.stack ?? error}` });
  }
};

// What arrives while the engines are being opened would be lost.
self.postMessage({ ready: true });
