/** What the page should show of a run, computed here by the engine's own reference, in float64. */
import { readFile } from "node:fs/promises";
import { createReferenceBackend } from "../src/engine/backends/reference/reference";
import { Inspector, type LayerInspection, softmaxRows } from "../src/engine/train/inspector";
import { Trainer } from "../src/engine/train/trainer";
import { freshCheckpoint } from "../src/session/engine/freshCheckpoint";
import { readDataset } from "../src/session/engine/readDataset";
import { suitableSettings } from "../src/session/engine/suitableSettings";
import type { DataSource } from "../src/session/protocol";
import { defaultSettings, type RunSettings } from "../src/session/settings";
import { inEnglish } from "../src/words/english";
import { identityOf } from "../src/words/message";

/** The losses of the first steps on the page's own text. */
export async function referenceLosses(
  change: Partial<RunSettings>,
  steps: number,
): Promise<readonly number[]> {
  const { trainer } = await begin({ kind: "sample" }, change);
  const results = [];
  for (let step = 0; step < steps; step++) results.push(...(await trainer.advance()));
  return [...results, ...(await trainer.finish())].map(({ loss }) => loss);
}

async function begin(source: DataSource, change: Partial<RunSettings>) {
  const read = await readDataset(source, () => readFile("public/sample.txt", "utf8"));
  if (!read.ok) throw new Error(identityOf(read.problem));
  const dataset = read.value;
  const settings = dataset.fit({ ...suitableSettings(dataset, defaultSettings), ...change });
  const checkpoint = freshCheckpoint(dataset, settings);
  const opened = dataset.open(checkpoint.training);
  if (!opened.ok) throw new Error(identityOf(opened.problem));
  const backend = createReferenceBackend();
  const data = opened.value;
  const trainer = await Trainer.create(backend, data.sequences, checkpoint);
  return { dataset, data, checkpoint, backend, trainer };
}

export interface ReferenceRun {
  /** What all layers and directions do with the sequence that the stage shows first. */
  readonly layers: readonly LayerInspection[];
  /** What is answered once all of it is read: each class's label and probability. */
  readonly classes: ReadonlyMap<string, number>;
}

/** After so many steps of training on labelled sequences. */
export async function referenceRun(
  source: DataSource,
  change: Partial<RunSettings>,
  steps: number,
): Promise<ReferenceRun> {
  const { dataset, data, checkpoint, backend, trainer } = await begin(source, change);
  for (let step = 0; step < steps; step++) await trainer.advance();
  await trainer.finish();
  const { steps: length, input } = data.read(data.firstProbe);
  const inspector = await Inspector.create(backend, checkpoint.config, { length }, trainer.executable);
  const { layers, outputs } = await inspector.inspect(input);
  const { answer } = dataset.question;
  if (answer.kind !== "class") throw new Error("These sequences have no labels.");
  const probabilities = softmaxRows(outputs, answer.labels.length);
  return { layers, classes: new Map(answer.labels.map((label, c) => [inEnglish(label), probabilities[c]])) };
}
