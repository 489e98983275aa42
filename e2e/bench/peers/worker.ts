/** The side of the benchmark that runs in the browser: all engines in one worker, as this page's own is, timed in rounds. */
import type { Backend } from "../../../src/engine/backends/backend";
import { createCpuBackend } from "../../../src/engine/backends/cpu/cpu";
import { requestWebgpuBackend } from "../../../src/engine/backends/webgpu/webgpu";
import { contendersIn, inWords } from "../../../src/engine/benchmark/pieces";
import { type Contender, timeInRounds } from "../../../src/engine/benchmark/rounds";
import { type Work, type WorkShape, workData, workNetwork } from "../../../src/engine/benchmark/work";
import { parameterTable } from "../../../src/engine/model/config";
import { initializeParameters } from "../../../src/engine/model/initialize";
import { elementCount } from "../../../src/engine/plan/plan";
import { Random } from "../../../src/random";
import type { BenchCalls } from "./calls";

/** Only when they are wanted are they loaded: otherwise they may not be installed. */
const loadPeers = async () => ({ ort: await import("./ort"), tfjs: await import("./tfjs") });

const ours = new Map<string, Backend>();
let peers: Awaited<ReturnType<typeof loadPeers>> | null = null;

/** This engine's initial parameters by name, for the peers that can take them. */
function parametersOf(work: Work, shape: WorkShape): Readonly<Record<string, Float32Array>> {
  const config = workNetwork(work, shape, "gru");
  const bank = initializeParameters(config, Random.fromSeed(1));
  return Object.fromEntries(
    parameterTable(config).entries.map(({ name, shape: sizes, offset }) => [
      name,
      bank.slice(offset, offset + elementCount(sizes)),
    ]),
  );
}

function contenders(work: Work, shape: WorkShape): readonly Contender[] {
  const own = contendersIn({ work, shape }, ours);
  if (peers === null) return own;
  const { ort, tfjs } = peers;
  const data = workData(shape);
  const theirs = tfjs.backends.map((backend) => ({
    name: `tfjs/${backend}`,
    open: () => tfjs.openJob(backend, work, shape, data),
  }));
  if (work === "train") return [...own, ...theirs];
  const runtime = {
    name: "ort/wasm1",
    open: () => ort.openJob(work, shape, data, parametersOf(work, shape)),
  };
  return [...own, ...theirs, runtime];
}

async function outputsOf({ open }: Contender): Promise<ArrayLike<number>> {
  const job = await open();
  const outputs = await job.run();
  job.close();
  return outputs;
}

/** The largest difference. */
function distance(a: ArrayLike<number>, b: ArrayLike<number>): number {
  if (a.length !== b.length) throw new Error(`${a.length} outputs, and another engine has ${b.length}.`);
  return Array.from(a).reduce((worst, value, i) => Math.max(worst, Math.abs(value - b[i])), 0);
}

const calls: BenchCalls = {
  async open(withPeers) {
    const webgpu = await requestWebgpuBackend(navigator.gpu);
    await webgpu.calibrate();
    ours.set("ours/cpu1", createCpuBackend({ threads: 1 }));
    ours.set("ours/cpu", createCpuBackend());
    ours.set("ours/webgpu", webgpu);
    if (withPeers) peers = await loadPeers();
    return {
      cores: navigator.hardwareConcurrency,
      browser: navigator.userAgent.match(/Chrome\/[\d.]+/)?.[0] ?? null,
      isolated: crossOriginIsolated,
      engines: Object.fromEntries([...ours].map(([name, { device }]) => [name, device])),
      tfjsWasmThreads: peers && (await peers.tfjs.wasmThreads()),
    };
  },
  async verify(work, shape) {
    // TensorFlow.js' GRU is another one.
    const [first, ...others] = contenders(work, shape).filter(({ name }) => !name.startsWith("tfjs/"));
    const expected = await outputsOf(first);
    const errors: { readonly name: string; readonly error: number }[] = [];
    for (const other of others)
      errors.push({ name: other.name, error: distance(await outputsOf(other), expected) });
    return errors;
  },
  async measure(piece, names, rounds) {
    const all = contenders(piece.work, piece.shape);
    const chosen = all.filter(({ name }) => names === null || names.includes(name));
    const timings = await timeInRounds(chosen, rounds);
    return { timings, lines: inWords(piece, timings) };
  },
};

const isCall = (name: string): name is keyof BenchCalls => name in calls;

self.onmessage = async ({ data: { id, name, args } }) => {
  try {
    if (!isCall(name)) throw new Error(`There is no call "${name}".`);
    const answer: (...given: typeof args) => unknown = calls[name];
    self.postMessage({ id, result: await answer(...args) });
  } catch (error) {
    self.postMessage({ id, problem: error instanceof Error ? error.stack : String(error) });
  }
};

// What arrives while the modules are being loaded would be lost.
self.postMessage({ ready: true });
