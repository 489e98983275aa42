/**
 * Takes a network along, as files that other programs read:
 *
 *     npm run export -- FILE --to keras|onnx|safetensors|pytorch --out DIR
 *     npm run export -- FILE --to pytorch --out DIR --text sample|FILE | --table FILE | --only NAME
 *
 * FILE is a checkpoint, as `npm run accuracy -- --save FILE` writes it, or a run that the page has saved (`.grup`), mostly with its data.
 * DIR is made where it is missing. What the run was trained on can be named as `npm run accuracy` does: then the files say what the
 * numbers mean, and `pytorch` has the data to go on with.
 *
 * Exit code 2, with one line on stderr, for what cannot be read or taken along.
 */
import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import type { Checkpoint } from "../src/engine/train/checkpoint";
import { type KnownOfRun, modelCard } from "../src/exchange/card/modelCard";
import { checkOf } from "../src/exchange/check";
import { type ExportedFile, type Subject, textFile } from "../src/exchange/exported";
import { exportTo } from "../src/exchange/exportTo";
import { meaningOf } from "../src/exchange/meaningOf";
import { networkOf } from "../src/exchange/network";
import { trainingData } from "../src/exchange/pytorch/trainingData";
import type { Dataset, OpenDataset } from "../src/session/engine/dataset";
import { measuredOn } from "../src/session/engine/measuredOn";
import { scaledBy } from "../src/session/engine/scaledBy";
import { englishWords, inEnglish } from "../src/words/english";
import { Refusal } from "./accuracy/refusal";
import { exportArguments } from "./export/exportArguments";
import { knownOfRun } from "./export/knownOfRun";
import { readData, readSource } from "./export/readData";
import { readRun } from "./export/readRun";
import { UsageError } from "./usage";

const nothingKnown: KnownOfRun = { kind: null, name: null, decisions: [], results: [] };

export async function main(argv: string[]): Promise<number> {
  try {
    await exportAll(argv);
    return 0;
  } catch (error) {
    if (error instanceof Refusal) throw new UsageError(error.message);
    throw error;
  }
}

async function exportAll(argv: readonly string[]): Promise<void> {
  const { file, format, folder, data: named } = exportArguments(argv);
  const { checkpoint, source } = await readRun(file);
  const dataset = named ? await readData(named, checkpoint) : source && (await readSource(source));
  const opened = dataset && openedWith(dataset, checkpoint);
  const meaning = opened ? meaningOf(scaledBy(dataset, opened), inEnglish) : {};
  const subject: Subject = {
    network: networkOf(checkpoint, meaning),
    check: await checkOf(checkpoint),
    checkpoint,
    data: opened && trainingData(opened, measuredOn(opened, inEnglish)),
    language: "en",
  };
  const exported = await exportTo(format, subject);
  if (!exported.ok) throw new UsageError(inEnglish(exported.problem));
  const known = dataset ? await knownOfRun(dataset, checkpoint) : nothingKnown;
  const files = [...exported.value, textFile("model_card.md", modelCard(subject, known, englishWords))];
  await writeAll(files, folder);
  for (const { name, bytes } of files) console.log(`${path.join(folder, name)}  ${bytes.length} bytes`);
}

function openedWith(dataset: Dataset, { training }: Checkpoint): OpenDataset {
  const opened = dataset.open(training);
  if (!opened.ok) throw new UsageError(inEnglish(opened.problem));
  return opened.value;
}

async function writeAll(files: readonly ExportedFile[], folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
    for (const { name, bytes } of files) await writeFile(path.join(folder, name), bytes);
  } catch (error) {
    throw new UsageError(
      `“${folder}” cannot be written to (${error instanceof Error ? error.message : error}).`,
    );
  }
}
