/**
 * Trains the network that ships with the page, on the sample text and with the page's default settings:
 *
 *     npm run pretrain [-- --steps 4000] [--out public/pretrained.checkpoint]
 * To be run again whenever the sample text changes.
 */
import { readFile, writeFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { buildVocabulary, encode } from "../src/data/vocabulary";
import { splitByPosition } from "../src/data/windows";
import { createCpuBackend } from "../src/engine/backends/cpu/cpu";
import { encodeCheckpoint } from "../src/engine/train/encodeCheckpoint";
import { TextSequences } from "../src/engine/train/textSequences";
import { initialCheckpoint, Trainer } from "../src/engine/train/trainer";
import { networkOf, nextSymbol, trainingOf } from "../src/session/engine/networkOf";
import { defaultSettings } from "../src/session/settings";
import { identityOf } from "../src/words/message";
import { countOption } from "./usage";

/** The last third runs at a fifth of the rate, which settles the weights. */
function rateAt(step: number, steps: number): number {
  return step < (2 * steps) / 3 ? defaultSettings.learningRate : defaultSettings.learningRate / 5;
}

export async function main(argv: string[]): Promise<number> {
  const { values } = parseArgs({
    args: argv,
    options: {
      steps: { type: "string", default: "4000" },
      out: { type: "string", default: "public/pretrained.checkpoint" },
    },
  });
  const steps = countOption("steps", values.steps);
  const vocabulary = buildVocabulary(await readFile("public/sample.txt", "utf8"));
  const tokens = encode(await readFile("public/sample.txt", "utf8"), vocabulary);
  const split = splitByPosition(tokens.length, defaultSettings.sequenceLength);
  if (!split.ok) throw new Error(identityOf(split.problem));
  const { symbols } = vocabulary;
  const network = { config: networkOf(defaultSettings, nextSymbol(symbols)), vocabulary: symbols };
  const training = trainingOf(defaultSettings);
  const sequences = new TextSequences({ tokens, ...split.value, ...training });
  const trainer = await Trainer.create(createCpuBackend(), sequences, initialCheckpoint(network, training));
  while (trainer.step < steps) {
    trainer.setLearningRate(rateAt(trainer.step, steps));
    await trainer.advance();
    if (trainer.step % 250 === 0) {
      await trainer.finish();
      const { loss, accuracy } = await trainer.validate();
      console.log(
        `step ${trainer.step}: validation ${loss.toFixed(3)} nats, accuracy ${accuracy.toFixed(3)}`,
      );
    }
  }
  await trainer.finish();
  trainer.setLearningRate(defaultSettings.learningRate);
  await writeFile(values.out, encodeCheckpoint(await trainer.save()));
  return 0;
}
