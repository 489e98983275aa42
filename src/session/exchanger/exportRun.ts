import { zipSync } from "fflate";
import { type Result, success } from "../../data/result";
import { modelCard } from "../../exchange/card/modelCard";
import { checkOf } from "../../exchange/check";
import { type ExportedFile, type Subject, textFile } from "../../exchange/exported";
import { exportTo } from "../../exchange/exportTo";
import { meaningOf } from "../../exchange/meaningOf";
import { networkOf } from "../../exchange/network";
import { trainingData } from "../../exchange/pytorch/trainingData";
import { loadAll } from "../../words/load";
import type { Say } from "../../words/message";
import { say } from "../../words/say";
import { measuredOn } from "../engine/measuredOn";
import { readDataset } from "../engine/readDataset";
import { readSaved } from "../engine/savedState";
import { scaledBy } from "../engine/scaledBy";
import type { LoadSample } from "../engine/textDataset";
import type { ExportRequest } from "../exchangeProtocol";

/** The files of a format, the answer to hold it to, and the model card, in one zip. Where there is no such network, it says why. */
export async function exportRun(
  { format, saved, source, language, known }: ExportRequest,
  loadSample: LoadSample,
): Promise<Result<Blob>> {
  const [found, read, words] = await Promise.all([
    readSaved(saved),
    readDataset(source, loadSample),
    loadAll(language),
  ]);
  if (!found.ok) return found;
  if (!read.ok) return read;
  const checkpoint = found.value;
  const dataset = read.value;
  const opened = dataset.open(checkpoint.training);
  if (!opened.ok) return opened;
  const inWords: Say = (said) => say(words, said);
  const network = networkOf(checkpoint, meaningOf(scaledBy(dataset, opened.value), inWords));
  const subject: Subject = {
    network,
    check: await checkOf(checkpoint),
    checkpoint,
    data: format === "pytorch" ? trainingData(opened.value, measuredOn(opened.value, inWords)) : null,
    language,
  };
  const exported = await exportTo(format, subject);
  if (!exported.ok) return exported;
  return success(zipped([...exported.value, textFile("model_card.md", modelCard(subject, known, words))]));
}

const zipped = (files: readonly ExportedFile[]): Blob => {
  const entries = files.map(({ name, bytes }) => [name, bytes] as const);
  return new Blob([zipSync(Object.fromEntries(entries))], { type: "application/zip" });
};
