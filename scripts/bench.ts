/**
 * Times this engine in Node, on the CPU and on WebGPU by way of Dawn, without a browser: for machines that have none, and for
 * real GPUs.
 *
 *     npm run bench:node [-- --only H=128,T=64] [--work train] [--budget 1500] [--out FILE]
 *
 * The same work and the same rows as `npm run bench`, which compares with other libraries.
 */
import { writeFile } from "node:fs/promises";
import { availableParallelism, cpus } from "node:os";
import { parseArgs } from "node:util";
import type { Backend } from "../src/engine/backends/backend";
import { createCpuBackend } from "../src/engine/backends/cpu/cpu";
import { requestWebgpuBackend } from "../src/engine/backends/webgpu/webgpu";
import { contendersIn, inWords } from "../src/engine/benchmark/pieces";
import { timeInRounds } from "../src/engine/benchmark/rounds";
import { nodeGpu } from "./nodeGpu";
import { piecesAsked } from "./piecesAsked";
import { countOption } from "./usage";

/** `cpu1` is one thread, `cpu` all that are useful. */
const openers: Readonly<Record<string, () => Promise<Backend>>> = {
  "ours/cpu1": async () => createCpuBackend({ threads: 1 }),
  "ours/cpu": async () => createCpuBackend(),
  "ours/webgpu": async () => {
    const backend = await requestWebgpuBackend(nodeGpu());
    await backend.calibrate();
    return backend;
  },
};

/** Those that this machine has; the reason for the others goes to stderr. */
async function openBackends(): Promise<ReadonlyMap<string, Backend>> {
  const opened = new Map<string, Backend>();
  for (const [name, open] of Object.entries(openers)) {
    try {
      opened.set(name, await open());
    } catch (error) {
      console.error(`${name}: ${error instanceof Error ? error.message : error}`);
    }
  }
  return opened;
}

export async function main(argv: string[]): Promise<number> {
  const { values } = parseArgs({
    args: argv,
    options: {
      only: { type: "string", default: "" },
      work: { type: "string" },
      budget: { type: "string", default: "1500" },
      out: { type: "string" },
    },
  });
  const wanted = piecesAsked({ only: values.only, work: values.work ?? null });
  const rounds = { budgetMs: countOption("budget", values.budget), mostRuns: 25 };
  const backends = await openBackends();
  const machine = {
    cpu: cpus()[0].model,
    cores: availableParallelism(),
    engines: Object.fromEntries([...backends].map(([name, { device }]) => [name, device])),
  };
  console.log(JSON.stringify(machine));
  const rows = [];
  for (const piece of wanted) {
    const timings = await timeInRounds(contendersIn(piece, backends), rounds);
    console.log(inWords(piece, timings));
    for (const { name, ...times } of timings)
      if ("medianMs" in times) rows.push({ work: piece.work, engine: name, ...piece.shape, ...times });
  }
  if (values.out) await writeFile(values.out, `${JSON.stringify({ machine, rows }, null, 1)}\n`);
  for (const backend of backends.values()) backend.destroy();
  return 0;
}
