import { readFile } from "node:fs/promises";
import path from "node:path";
import type { Checkpoint } from "../../src/engine/train/checkpoint";
import type { Dataset } from "../../src/session/engine/dataset";
import { networkOf } from "../../src/session/engine/networkOf";
import { readDataset } from "../../src/session/engine/readDataset";
import type { DataSource } from "../../src/session/protocol";
import { defaultSettings } from "../../src/session/settings";
import { inEnglish } from "../../src/words/english";
import { loadSample } from "../accuracy/sessionListener";
import { subjectsFor } from "../accuracy/subjects";
import { UsageError } from "../usage";
import type { ExportArguments } from "./exportArguments";

/** The data that a run was trained on. @throws `UsageError` where it cannot be read, or is not what the network reads */
export async function readData(
  named: NonNullable<ExportArguments["data"]>,
  checkpoint: Checkpoint,
): Promise<Dataset> {
  const dataset = await readSource(await sourceOf(named));
  const misfit = misfitOf(dataset, checkpoint);
  if (misfit) throw new UsageError(`--${named.kind}: the run was not trained on “${named.name}”, ${misfit}.`);
  return dataset;
}

/** @throws `UsageError` where it cannot be read */
export async function readSource(source: DataSource): Promise<Dataset> {
  const read = await readDataset(source, loadSample);
  if (!read.ok) throw new UsageError(inEnglish(read.problem));
  return read.value;
}

async function sourceOf({ kind, name }: NonNullable<ExportArguments["data"]>): Promise<DataSource> {
  if (kind === "text") {
    if (name === "sample") return { kind: "sample" };
    const bytes = await readFile(name).catch((error: Error) => {
      throw new UsageError(`“${name}” cannot be read (${error.message}).`);
    });
    return { kind: "file", file: new File([new Uint8Array(bytes)], path.basename(name)) };
  }
  const [subject] = await subjectsFor(
    kind === "table" ? { tables: [name], only: null } : { tables: [], only: [name] },
  );
  return subject.source();
}

function misfitOf(
  { question, vocabulary }: Dataset,
  { config, vocabulary: known }: Checkpoint,
): string | null {
  const asked = networkOf(defaultSettings, question);
  const size = ({ input }: Checkpoint["config"]) => (input.kind === "features" ? input.size : 0);
  if (size(asked) !== size(config))
    return `which has ${size(asked)} features where the network reads ${size(config)}`;
  if (vocabulary.length !== known.length || vocabulary.some((symbol, id) => symbol !== known[id]))
    return "which has other symbols";
  if (asked.head.size !== config.head.size || asked.head.at !== config.head.at)
    return "which asks for other answers";
  return null;
}
