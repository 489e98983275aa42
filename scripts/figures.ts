/**
 * Measures the engine on a text, on both engines: validation loss after some steps, and time per step.
 *
 *     npm run figures -- TEXT.txt [--steps 300] [--engine cpu|webgpu]
 */
import { readFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { decodeText } from "../src/data/text";
import { buildVocabulary, encode } from "../src/data/vocabulary";
import { splitByPosition } from "../src/data/windows";
import type { Backend } from "../src/engine/backends/backend";
import { createCpuBackend } from "../src/engine/backends/cpu/cpu";
import { WebgpuExecutable } from "../src/engine/backends/webgpu/executable";
import { requestWebgpuBackend } from "../src/engine/backends/webgpu/webgpu";
import { simpleNetwork } from "../src/engine/model/config";
import { planBytes, sections } from "../src/engine/plan/plan";
import { defaultTraining } from "../src/engine/train/defaultTraining";
import { TextSequences } from "../src/engine/train/textSequences";
import { initialCheckpoint, Trainer } from "../src/engine/train/trainer";
import { inEnglish } from "../src/words/english";
import { nodeGpu } from "./nodeGpu";
import { countOption, UsageError } from "./usage";

/** T = 64, B = 32, Adam at 0.005, gradients clipped to norm 1, random windows. */
const training = defaultTraining;

async function readSequences(path: string) {
  const bytes = await readFile(path).catch(() => {
    throw new UsageError(`${path} cannot be read.`);
  });
  const decoded = await decodeText(new Uint8Array(bytes), path);
  if (!decoded.ok) throw new UsageError(inEnglish(decoded.problem));
  const vocabulary = buildVocabulary(decoded.value.text);
  const tokens = encode(decoded.value.text, vocabulary);
  const split = splitByPosition(tokens.length, training.sequenceLength);
  if (!split.ok) throw new UsageError(inEnglish(split.problem));
  return {
    symbols: vocabulary.symbols,
    sequences: new TextSequences({ tokens, ...split.value, ...training }),
  };
}

async function measure(backend: Backend, path: string, steps: number): Promise<void> {
  const { symbols, sequences } = await readSequences(path);
  const network = {
    config: simpleNetwork({
      cell: "gru",
      input: { kind: "embedding", vocabularySize: symbols.length, size: 64 },
      hiddenSizes: [128],
      outputs: symbols.length,
    }),
    vocabulary: symbols,
  };
  const trainer = await Trainer.create(backend, sequences, initialCheckpoint(network, training));
  const { executable } = trainer;
  console.log(
    `${backend.name} on ${backend.device}: V = ${symbols.length}, plan ${planBytes(executable.plan)} B`,
  );
  if (executable instanceof WebgpuExecutable) {
    const counts = sections.map((section) => executable.dispatchCount(section));
    console.log(`  dispatches per step: ${counts.reduce((a, b) => a + b, 0)} (${counts.join(" + ")})`);
  }
  await trainer.advance();
  await trainer.finish();
  const startMs = performance.now();
  for (let i = 1; i < steps; i++) {
    for (const { step, loss } of await trainer.advance()) {
      if (step % 50 === 0) console.log(`  step ${step}: training loss ${loss.toFixed(3)} nats`);
    }
  }
  await trainer.finish();
  const msPerStep = (performance.now() - startMs) / (steps - 1);
  const { loss, accuracy } = await trainer.validate();
  console.log(`  ${msPerStep.toFixed(0)} ms per step`);
  console.log(
    `  validation after ${trainer.step} steps: ${loss.toFixed(3)} nats, accuracy ${accuracy.toFixed(3)}`,
  );
  trainer.destroy();
  backend.destroy();
}

export async function main(argv: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: argv,
    allowPositionals: true,
    options: { steps: { type: "string", default: "300" }, engine: { type: "string" } },
  });
  const [path] = positionals;
  if (!path) throw new UsageError("Name a text file: npm run figures -- TEXT.txt");
  const { engine } = values;
  if (engine !== undefined && engine !== "cpu" && engine !== "webgpu")
    throw new UsageError(`--engine: "${engine}" is not cpu or webgpu.`);
  const steps = countOption("steps", values.steps);
  if (engine !== "webgpu") await measure(createCpuBackend(), path, steps);
  if (engine !== "cpu") await measure(await requestWebgpuBackend(nodeGpu()), path, steps);
  return 0;
}
