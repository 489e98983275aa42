/**
 * Trains the networks that ship with the page, each on the sample text of its language:
 *
 *     npm run pretrain [-- --language zh] [--steps 2500] [--out public]
 *
 * Both without a language. To be run again whenever a sample text changes.
 */
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { parseArgs } from "node:util";
import { symbolEntropies } from "../src/data/evaluation/language";
import { sampleTexts, suggestedOfSamples } from "../src/data/samples/sampleTexts";
import { buildVocabulary, encode } from "../src/data/vocabulary";
import { splitByPosition } from "../src/data/windows";
import { createCpuBackend } from "../src/engine/backends/cpu/cpu";
import { encodeCheckpoint } from "../src/engine/train/encodeCheckpoint";
import { TextSequences } from "../src/engine/train/textSequences";
import { initialCheckpoint, Trainer } from "../src/engine/train/trainer";
import { networkOf, nextSymbol, trainingOf } from "../src/session/engine/networkOf";
import { defaultSettings, type RunSettings } from "../src/session/settings";
import { type Language, languages } from "../src/words/language";
import { identityOf } from "../src/words/message";
import { countOption, UsageError } from "./usage";

/**
 * The page's default settings, as far as they suit the text. The Chinese one has a quarter of the characters and five times the
 * vocabulary: without dropout and decay its network begins to learn by heart after 400 steps.
 */
const settingsFor: Readonly<Record<Language, RunSettings>> = {
  en: defaultSettings,
  zh: {
    ...defaultSettings,
    ...suggestedOfSamples.zh,
    recurrentDropout: 0.4,
    optimizer: "adamw",
    weightDecay: 0.5,
  },
};

/** Until what is held out is guessed no better. */
const stepsFor: Readonly<Record<Language, number>> = { en: 4000, zh: 2500 };

export async function main(argv: string[]): Promise<number> {
  const { values } = parseArgs({
    args: argv,
    options: {
      language: { type: "string", multiple: true, default: [...languages] },
      steps: { type: "string" },
      out: { type: "string", default: "public" },
    },
  });
  const steps = values.steps === undefined ? null : countOption("steps", values.steps);
  for (const language of values.language.map(parseLanguage)) {
    const bytes = await pretrained(language, steps ?? stepsFor[language]);
    await writeFile(path.join(values.out, sampleTexts[language].checkpoint), bytes);
  }
  return 0;
}

function parseLanguage(text: string): Language {
  const language = languages.find((one) => one === text);
  if (language) return language;
  throw new UsageError(`--language: "${text}" is none of ${languages.join(", ")}.`);
}

async function pretrained(language: Language, steps: number): Promise<Uint8Array> {
  const settings = settingsFor[language];
  const text = await readFile(`public/${sampleTexts[language].text}`, "utf8");
  const vocabulary = buildVocabulary(text);
  const tokens = encode(text, vocabulary);
  const split = splitByPosition(tokens.length, settings.sequenceLength);
  if (!split.ok) throw new Error(identityOf(split.problem));
  const { symbols } = vocabulary;
  const { unigramBits, bigramBits } = symbolEntropies(tokens, split.value.trainLength, vocabulary);
  console.log(
    `${language}: ${tokens.length} characters, ${symbols.length} different; by frequency ${unigramBits.toFixed(3)} bits, by pairs ${bigramBits.toFixed(3)} bits`,
  );
  const network = { config: networkOf(settings, nextSymbol(symbols)), vocabulary: symbols };
  const training = trainingOf(settings);
  const sequences = new TextSequences({ tokens, ...split.value, ...training });
  const trainer = await Trainer.create(createCpuBackend(), sequences, initialCheckpoint(network, training));
  while (trainer.step < steps) {
    trainer.setLearningRate(rateAt(trainer.step, steps, settings.learningRate));
    await trainer.advance();
    if (trainer.step % 250 === 0) await printValidation(trainer);
  }
  await trainer.finish();
  trainer.setLearningRate(settings.learningRate);
  return encodeCheckpoint(await trainer.save());
}

/** The last third runs at a fifth of the rate, which settles the weights. */
const rateAt = (step: number, steps: number, rate: number) => (step < (2 * steps) / 3 ? rate : rate / 5);

async function printValidation(trainer: Trainer): Promise<void> {
  await trainer.finish();
  const { loss, accuracy } = await trainer.validate();
  console.log(
    `step ${trainer.step}: validation ${loss.toFixed(3)} nats (${(loss / Math.LN2).toFixed(3)} bits), accuracy ${accuracy.toFixed(3)}`,
  );
}
