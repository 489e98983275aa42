/**
 * A training step of this engine on the CPU beside one of `train.py`, which is exported from the same run, on the same machine and in
 * turns:
 *
 *     node scripts/run.mjs scripts/trainSpeed.ts PYTHON [--hidden 64,128,256] [--steps 60] [--rounds 3] [--threads 1]
 *
 * PYTHON has torch and numpy. A GRU on the sample text, one-hot symbols to the next symbol, B = 32, T = 64, in float32, each with all the
 * threads that it takes by itself, or with so many. Prints a table: milliseconds a step, the median of the rounds (the least), and their ratio. Run it
 * where nothing else runs: PyTorch's threads wait for each other at every step, and do not come to the end of it where another program has
 * one of their cores. How busy the machine was is printed with it.
 */
import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { cpus, loadavg, tmpdir } from "node:os";
import path from "node:path";
import { parseArgs, promisify } from "node:util";
import { createCpuBackend } from "../src/engine/backends/cpu/cpu";
import type { Checkpoint } from "../src/engine/train/checkpoint";
import { Trainer } from "../src/engine/train/trainer";
import { checkOf } from "../src/exchange/check";
import { networkOf } from "../src/exchange/network";
import { toPytorch } from "../src/exchange/pytorch/toPytorch";
import { trainingData } from "../src/exchange/pytorch/trainingData";
import type { Dataset, OpenDataset } from "../src/session/engine/dataset";
import { freshCheckpoint } from "../src/session/engine/freshCheckpoint";
import { measuredOn } from "../src/session/engine/measuredOn";
import { defaultSettings } from "../src/session/settings";
import { inEnglish } from "../src/words/english";
import { readSource } from "./export/readData";
import { countOption, UsageError } from "./usage";

/** Null: as many as each takes by itself. */
type Threads = number | null;

interface Timing {
  readonly steps: number;
  readonly rounds: number;
  readonly threads: Threads;
}

const run = promisify(execFile);

/** What a Python prints that may take so many threads. */
const runWith = (threads: Threads, python: string, args: string[]) =>
  run(python, args, threads === null ? {} : { env: { ...process.env, OMP_NUM_THREADS: `${threads}` } });

export async function main(argv: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: argv,
    options: {
      hidden: { type: "string", default: "64,128,256" },
      steps: { type: "string", default: "60" },
      rounds: { type: "string", default: "3" },
      threads: { type: "string" },
    },
    allowPositionals: true,
  });
  const [python] = positionals;
  if (!python) throw new UsageError("Name a Python that has torch and numpy.");
  const steps = countOption("steps", values.steps);
  const rounds = countOption("rounds", values.rounds);
  const dataset = await readSource({ kind: "sample" });
  const threads = values.threads === undefined ? null : countOption("threads", values.threads);
  const { stdout: version } = await runWith(threads, python, [
    "-c",
    "import torch; print(torch.__version__, torch.get_num_threads())",
  ]);
  const [torch, torchThreads] = version.trim().split(" ");
  const backend = await createCpuBackend(threads === null ? {} : { threads });
  console.log(
    `${cpus()[0].model}; this engine: ${backend.device}; PyTorch ${torch}, threads: ${torchThreads}`,
  );
  console.log(
    "| H | this engine, ms a step | train.py, ms a step | PyTorch’s time / ours |\n|---|---|---|---|",
  );
  for (const text of values.hidden.split(",")) {
    const hidden = countOption("hidden", text);
    const [own, other] = await timesOf(hidden, dataset, python, { steps, rounds, threads });
    const ratio = medianOf(other) / medianOf(own);
    console.log(`| ${hidden} | ${inWords(own)} | ${inWords(other)} | ${ratio.toFixed(2)} |`);
  }
  console.log(
    `load at the end: ${loadavg()
      .map((load) => load.toFixed(1))
      .join(", ")} on ${cpus().length} cores`,
  );
  return 0;
}

/** Milliseconds a step of every round: ours, and those of `train.py`. */
async function timesOf(
  hidden: number,
  dataset: Dataset,
  python: string,
  { steps, rounds, threads }: Timing,
): Promise<readonly [number[], number[]]> {
  const settings = { ...defaultSettings, hiddenSizes: [hidden], batchSize: 32, sequenceLength: 64 };
  const checkpoint = freshCheckpoint(dataset, settings);
  const opened = dataset.open(checkpoint.training);
  if (!opened.ok) throw new Error(inEnglish(opened.problem));
  const folder = await mkdtemp(path.join(tmpdir(), "train-speed-"));
  const [own, other]: [number[], number[]] = [[], []];
  try {
    await writeFolder(folder, checkpoint, opened.value);
    for (let round = 0; round < rounds; round++) {
      own.push(await engineTime(checkpoint, opened.value, steps, threads));
      other.push(await pythonTime(python, folder, steps, threads));
    }
  } finally {
    await rm(folder, { recursive: true });
  }
  return [own, other];
}

async function writeFolder(folder: string, checkpoint: Checkpoint, opened: OpenDataset): Promise<void> {
  const subject = {
    network: networkOf(checkpoint),
    check: await checkOf(checkpoint),
    checkpoint,
    data: trainingData(opened, measuredOn(opened, inEnglish)),
    language: "en",
  } as const;
  for (const { name, bytes } of toPytorch(subject)) await writeFile(path.join(folder, name), bytes);
}

async function engineTime(
  checkpoint: Checkpoint,
  { sequences }: OpenDataset,
  steps: number,
  threads: Threads,
): Promise<number> {
  const backend = await createCpuBackend(threads === null ? {} : { threads });
  const trainer = await Trainer.create(backend, sequences, checkpoint);
  const startMs = performance.now();
  for (let i = 0; i < steps; i++) await trainer.advance();
  await trainer.finish();
  const elapsedMs = performance.now() - startMs;
  trainer.destroy();
  backend.destroy();
  return elapsedMs / steps;
}

/** What it says itself, without its start and without validations. */
async function pythonTime(python: string, folder: string, steps: number, threads: Threads): Promise<number> {
  const rest = ["--steps", `${steps}`, "--fresh", "--validate-every", "0", "--save-every", `${steps + 1}`];
  const { stdout } = await runWith(threads, python, [path.join(folder, "train.py"), ...rest]);
  const said = /([\d.]+) ms each/.exec(stdout);
  if (!said) throw new Error(`train.py said no time: ${stdout}`);
  return Number(said[1]);
}

function medianOf(times: readonly number[]): number {
  const sorted = times.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}

const inWords = (times: readonly number[]): string =>
  `${medianOf(times).toFixed(1)} (${Math.min(...times).toFixed(1)})`;
