/**
 * The losses of the engine's next steps, to hold `train.py` to:
 *
 *     node scripts/run.mjs scripts/golden/engineLosses.ts COUNT FILE --to pytorch --out DIR --text FILE | --table FILE | --only NAME
 *
 * Takes what `npm run export` takes. Goes on from the checkpoint on the CPU, for COUNT steps, and writes `losses.csv` into DIR.
 */
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { createCpuBackend } from "../../src/engine/backends/cpu/cpu";
import { decodeCheckpoint } from "../../src/engine/train/decodeCheckpoint";
import { Trainer } from "../../src/engine/train/trainer";
import { exportArguments } from "../export/exportArguments";
import { readData } from "../export/readData";
import { UsageError } from "../usage";

export async function main([count, ...argv]: string[]): Promise<number> {
  const { file, folder, data } = exportArguments(argv);
  if (!data) throw new UsageError("Name the data: --text, --table or --only.");
  const checkpoint = decodeCheckpoint(await readFile(file));
  const dataset = await readData(data, checkpoint);
  const opened = dataset.open(checkpoint.training);
  if (!opened.ok) throw new UsageError("The data is not enough for these settings.");
  const trainer = await Trainer.create(await createCpuBackend(), opened.value.sequences, checkpoint);
  const steps = [];
  const startMs = performance.now();
  for (let i = 0; i < Number(count); i++) steps.push(...(await trainer.advance()));
  steps.push(...(await trainer.finish()));
  const elapsedMs = performance.now() - startMs;
  const rows = steps.map(({ step, loss }) => `${step},${loss}`);
  await writeFile(path.join(folder, "losses.csv"), ["step,loss", ...rows, ""].join("\n"));
  console.log(`${(elapsedMs / steps.length).toFixed(2)} ms a step`);
  return 0;
}
