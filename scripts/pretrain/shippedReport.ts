/** What a network that ships with the page makes of the part of its text that it was not trained on. */
import { readFile } from "node:fs/promises";
import path from "node:path";
import { sampleTexts } from "../../src/data/samples/sampleTexts";
import { buildVocabulary, encode } from "../../src/data/vocabulary";
import { splitByPosition } from "../../src/data/windows";
import { createCpuBackend } from "../../src/engine/backends/cpu/cpu";
import { decodeCheckpoint } from "../../src/engine/train/decodeCheckpoint";
import { TextSequences } from "../../src/engine/train/textSequences";
import { Trainer } from "../../src/engine/train/trainer";
import type { Language } from "../../src/words/language";
import { identityOf } from "../../src/words/message";
import { type NetworkReport, networkReport } from "./networkReport";

export async function readSample(language: Language) {
  const text = await readFile(`public/${sampleTexts[language].text}`, "utf8");
  const vocabulary = buildVocabulary(text);
  return { text, vocabulary, tokens: encode(text, vocabulary) };
}

export interface ShippedReport extends NetworkReport {
  /** Mean cross-entropy of what is held out, in nats. */
  readonly loss: number;
}

/** @param folder where the checkpoint lies */
export async function shippedReport(language: Language, folder = "public"): Promise<ShippedReport> {
  const checkpoint = decodeCheckpoint(await readFile(path.join(folder, sampleTexts[language].checkpoint)));
  const { tokens } = await readSample(language);
  const { training } = checkpoint;
  const split = splitByPosition(tokens.length, training.sequenceLength);
  if (!split.ok) throw new Error(identityOf(split.problem));
  const { trainLength } = split.value;
  const backend = createCpuBackend();
  const sequences = new TextSequences({ tokens, trainLength, ...training });
  const trainer = await Trainer.create(backend, sequences, checkpoint);
  const { loss } = await trainer.validate();
  const report = await networkReport(trainer, backend, tokens.subarray(trainLength));
  trainer.destroy();
  return { loss, ...report };
}
