/**
 * Trains the networks that ship with the page, each on the sample text of its language, and reports what can be seen of them:
 *
 *     npm run pretrain [-- --language zh] [--steps 2500] [--out public]
 *     npm run pretrain -- --report [--language zh] [--out public]
 *
 * Both without a language; with `--report` those that are there are looked at, and none is trained. To be run again whenever a sample text
 * changes: `sampleTexts.ts` then has other units to point at.
 */
import { writeFile } from "node:fs/promises";
import path from "node:path";
import { parseArgs } from "node:util";
import { symbolEntropies } from "../src/data/evaluation/language";
import { sampleTexts, suggestedOfSamples } from "../src/data/samples/sampleTexts";
import { splitByPosition } from "../src/data/windows";
import { createCpuBackend } from "../src/engine/backends/cpu/cpu";
import type { Checkpoint } from "../src/engine/train/checkpoint";
import { encodeCheckpoint } from "../src/engine/train/encodeCheckpoint";
import { noProgress } from "../src/engine/train/progress";
import { TextSequences } from "../src/engine/train/textSequences";
import { initialCheckpoint, Trainer } from "../src/engine/train/trainer";
import { rateFactor, type Schedule } from "../src/schedule";
import { networkOf, nextSymbol, trainingOf } from "../src/session/engine/networkOf";
import { defaultSettings, type RunSettings } from "../src/session/settings";
import { type Language, languages } from "../src/words/language";
import { identityOf } from "../src/words/message";
import { reportInWords } from "./pretrain/reportInWords";
import { readSample, shippedReport } from "./pretrain/shippedReport";
import { countOption, UsageError } from "./usage";

interface Recipe {
  readonly settings: RunSettings;
  /** Those that the page opens with, where they are others. */
  readonly opensWith?: RunSettings;
  readonly steps: number;
  /** What the rate is multiplied by, over so many steps. */
  readonly decay: (steps: number) => Schedule["decay"];
}

/**
 * Chosen so that gates say something: decay and dropout keep them from their ends, and streams teach units to remember across windows.
 * The page opens the English network with its usual settings, by which whoever begins again is to train; a network's weights fit any.
 *
 * The Chinese text has a quarter of the characters and five times the vocabulary: without dropout and decay its network begins to
 * learn by heart after 400 steps, and the embedding is smaller so that the checkpoint is soon there.
 */
const recipes: Readonly<Record<Language, Recipe>> = {
  en: {
    settings: {
      ...defaultSettings,
      recurrentDropout: 0.1,
      optimizer: "adamw",
      weightDecay: 0.4,
      windows: "streams",
    },
    opensWith: defaultSettings,
    steps: 8000,
    decay: (steps) => ({ kind: "cosine", steps, floor: 0.02 }),
  },
  zh: {
    settings: {
      ...defaultSettings,
      ...suggestedOfSamples.zh,
      recurrentDropout: 0.4,
      optimizer: "adamw",
      weightDecay: 0.5,
    },
    steps: 2500,
    // The last third runs at a fifth of the rate, which settles the weights.
    decay: (steps) => ({ kind: "step", every: Math.ceil((2 * steps) / 3), factor: 0.2 }),
  },
};

export async function main(argv: string[]): Promise<number> {
  const { values } = parseArgs({
    args: argv,
    options: {
      language: { type: "string", multiple: true, default: [...languages] },
      steps: { type: "string" },
      out: { type: "string", default: "public" },
      report: { type: "boolean", default: false },
    },
  });
  const steps = values.steps === undefined ? null : countOption("steps", values.steps);
  for (const language of values.language.map(parseLanguage)) {
    if (!values.report) {
      const checkpoint = await pretrained(language, steps ?? recipes[language].steps);
      await writeFile(path.join(values.out, sampleTexts[language].checkpoint), encodeCheckpoint(checkpoint));
    }
    console.log(`${language}: ${reportInWords(await shippedReport(language, values.out))}`);
  }
  return 0;
}

function parseLanguage(text: string): Language {
  const language = languages.find((one) => one === text);
  if (language) return language;
  throw new UsageError(`--language: "${text}" is none of ${languages.join(", ")}.`);
}

async function pretrained(language: Language, steps: number): Promise<Checkpoint> {
  const { settings, decay, opensWith } = recipes[language];
  const { vocabulary, tokens } = await readSample(language);
  const split = splitByPosition(tokens.length, settings.sequenceLength);
  if (!split.ok) throw new Error(identityOf(split.problem));
  const { symbols } = vocabulary;
  const { unigramBits, bigramBits } = symbolEntropies(tokens, split.value.trainLength, vocabulary);
  console.log(
    `${language}: ${tokens.length} characters, ${symbols.length} different; by frequency ${unigramBits.toFixed(3)} bits, by pairs ${bigramBits.toFixed(3)} bits`,
  );
  const question = nextSymbol(symbols);
  const network = { config: networkOf(settings, question), vocabulary: symbols };
  const training = trainingOf(settings);
  const sequences = new TextSequences({ tokens, ...split.value, ...training });
  const trainer = await Trainer.create(createCpuBackend(), sequences, initialCheckpoint(network, training));
  const schedule = { warmupSteps: 0, decay: decay(steps) };
  while (trainer.step < steps) {
    trainer.setLearningRate(settings.learningRate * rateFactor(schedule, trainer.step + 1, 1));
    await trainer.advance();
    if (trainer.step % 250 === 0) await printValidation(trainer);
  }
  await trainer.finish();
  trainer.setLearningRate(settings.learningRate);
  const saved = await trainer.save();
  if (!opensWith) return saved;
  const opened = { config: networkOf(opensWith, question), training: trainingOf(opensWith) };
  return { ...saved, ...opened, carried: {}, best: null, progress: noProgress };
}

async function printValidation(trainer: Trainer): Promise<void> {
  await trainer.finish();
  const { loss, accuracy } = await trainer.validate();
  console.log(
    `step ${trainer.step}: validation ${loss.toFixed(3)} nats (${(loss / Math.LN2).toFixed(3)} bits), accuracy ${accuracy.toFixed(3)}`,
  );
}
