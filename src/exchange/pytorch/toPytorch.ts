import { carriedStates } from "../../engine/model/config";
import { elementCount } from "../../engine/plan/plan";
import type { Checkpoint } from "../../engine/train/checkpoint";
import { type ExportedFile, type Subject, textFile } from "../exported";
import { metadataOf } from "../metadata";
import { pytorchName, toSafetensors } from "../safetensors/toSafetensors";
import { type Tensor, writeSafetensors } from "../safetensors/writeSafetensors";
import batchesPython from "./batches.py?raw";
import measurePython from "./measure.py?raw";
import readmeEn from "./readme.en.md?raw";
import readmeZh from "./readme.zh.md?raw";
import trainPython from "./train.py?raw";

const readmes = { en: readmeEn, zh: readmeZh };

/** What stands in `config.json` and in `training.safetensors`, for a run to go on from. */
const runOf = ({ training, step, progress, generator }: Checkpoint) => ({
  training,
  step,
  progress,
  generator,
});

/**
 * The network with all that its training goes on from, for a machine of one's own: `train.py` reads `config.json`,
 * `training.safetensors` (weights and optimizer) and `data.safetensors`, which is left out where the data is not at hand.
 */
export function toPytorch(subject: Subject): readonly ExportedFile[] {
  const { network, checkpoint, data, language } = subject;
  const { config, meaning } = network;
  const settings = { network: config, meaning, ...runOf(checkpoint), data: data?.split ?? null };
  return [
    ...toSafetensors(subject),
    textFile("train.py", trainPython),
    textFile("batches.py", batchesPython),
    textFile("measure.py", measurePython),
    textFile("config.json", `${JSON.stringify(settings)}\n`),
    { name: "training.safetensors", bytes: trainingState(subject) },
    ...(data ? [{ name: "data.safetensors", bytes: writeSafetensors(data.tensors, new Map()) }] : []),
    textFile("README.md", readmes[language]),
  ];
}

/** All of a checkpoint by PyTorch's names: weights, moments as `first.…` and `second.…`, the best weights, carried states. */
function trainingState({ network, checkpoint }: Subject): Uint8Array<ArrayBuffer> {
  const { config, training, table, parameters, firstMoment, secondMoment, best, carried } = checkpoint;
  const tensors = new Map<string, Tensor>();
  const banks = [
    ["", parameters],
    ["first.", firstMoment],
    ["second.", secondMoment],
    ["best.", best],
  ] as const;
  for (const [prefix, bank] of banks) {
    if (!bank) continue;
    for (const { name, shape, offset } of table) {
      const values = bank.slice(offset, offset + elementCount(shape));
      tensors.set(`${prefix}${pytorchName(name)}`, { shape, values });
    }
  }
  for (const { name, shape } of carriedStates(config, training.batchSize)) {
    const values = carried[name];
    if (values) tensors.set(name.replace("carried", "carried."), { shape, values });
  }
  const metadata = new Map([
    ["format", "pt"],
    ...metadataOf(network),
    ["run", JSON.stringify(runOf(checkpoint))],
  ]);
  return writeSafetensors(tensors, metadata);
}
