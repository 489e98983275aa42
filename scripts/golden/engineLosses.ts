/**
 * The losses of the engine's next steps, and how good the network is before them on what is held out, to hold `train.py` to:
 *
 *     node scripts/run.mjs scripts/golden/engineLosses.ts COUNT FILE --to pytorch --out DIR --text FILE | --table FILE | --only NAME
 *
 * Takes what `npm run export` takes. Writes `held_out.json` into DIR, as `train.py --steps 0` does, goes on from the checkpoint on
 * the CPU, for COUNT steps, and writes `losses.csv`. `check_training.py` compares.
 */
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import type { Evaluation } from "../../src/data/evaluation/evaluationTypes";
import { createCpuBackend } from "../../src/engine/backends/cpu/cpu";
import { decodeCheckpoint } from "../../src/engine/train/decodeCheckpoint";
import { Trainer } from "../../src/engine/train/trainer";
import { exportArguments } from "../export/exportArguments";
import { evaluated } from "../export/knownOfRun";
import { readData } from "../export/readData";
import { UsageError } from "../usage";

export async function main([count, ...argv]: string[]): Promise<number> {
  const { file, folder, data } = exportArguments(argv);
  if (!data) throw new UsageError("Name the data: --text, --table or --only.");
  const checkpoint = decodeCheckpoint(await readFile(file));
  const dataset = await readData(data, checkpoint);
  const opened = dataset.open(checkpoint.training);
  if (!opened.ok) throw new UsageError("The data is not enough for these settings.");
  const { evaluation } = await evaluated(dataset, checkpoint);
  await writeFile(path.join(folder, "held_out.json"), `${JSON.stringify(measuresOf(evaluation), null, 1)}\n`);
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

/** As `measure.py` has them. */
function measuresOf(evaluation: Evaluation): unknown {
  switch (evaluation.kind) {
    case "language":
      return { accuracy: evaluation.accuracy, loss: evaluation.bits * Math.LN2 };
    case "classes":
      return { answers: evaluation.answers, accuracy: evaluation.accuracy, loss: evaluation.loss };
    case "numbers":
      return evaluation.outputs.map(({ rmse, mae }) => ({ rmse, mae }));
    case "forecast":
      return evaluation.rows
        .filter(({ ahead }) => ahead === null)
        .map(({ network: { rmse, mae } }) => ({ rmse, mae }));
  }
}
