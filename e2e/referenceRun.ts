/** What the page should show of a run, computed here by the engine's own reference, in float64. */
import { createReferenceBackend } from "../src/engine/backends/reference/reference";
import { Inspector, type LayerInspection } from "../src/engine/train/inspector";
import { Trainer } from "../src/engine/train/trainer";
import { freshCheckpoint } from "../src/session/engine/freshCheckpoint";
import { readDataset } from "../src/session/engine/readDataset";
import { suitableSettings } from "../src/session/engine/suitableSettings";
import type { DataSource } from "../src/session/protocol";
import { defaultSettings, type RunSettings } from "../src/session/settings";

/** What all layers and directions do with the sequence that the stage shows first, after so many steps of training. */
export async function referenceLayers(
  source: DataSource,
  change: Partial<RunSettings>,
  steps: number,
): Promise<readonly LayerInspection[]> {
  const read = await readDataset(source, () => Promise.reject(new Error("There is no text here.")));
  if (!read.ok) throw new Error(read.problem);
  const dataset = read.value;
  const settings = dataset.fit({ ...suitableSettings(dataset, defaultSettings), ...change });
  const checkpoint = freshCheckpoint(dataset, settings);
  const opened = dataset.open(checkpoint.training);
  if (!opened.ok) throw new Error(opened.problem);
  const { sequences, firstProbe, read: readProbe } = opened.value;
  const backend = createReferenceBackend();
  const trainer = await Trainer.create(backend, sequences, checkpoint);
  for (let step = 0; step < steps; step++) await trainer.advance();
  await trainer.finish();
  const { steps: length, input } = readProbe(firstProbe);
  const inspector = await Inspector.create(backend, checkpoint.config, { length }, trainer.executable);
  return (await inspector.inspect(input)).layers;
}
