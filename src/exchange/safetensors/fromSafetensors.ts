import { failure, type Result, success } from "../../data/result";
import { parameterTable } from "../../engine/model/config";
import type { Checkpoint } from "../../engine/train/checkpoint";
import { message } from "../../words/message";
import { type BroughtNetwork, bankOf, bring, hasShape } from "../bring";
import type { Weight } from "../network";
import { ourMetadata, type RunState } from "../ourMetadata";
import { readSafetensors } from "./readSafetensors";
import { recogniseStateDict } from "./recogniseStateDict";
import { pytorchName } from "./toSafetensors";

/** A file of ours comes back as it was, with its run where `train.py` wrote it; in others the network is recognised. */
export function fromSafetensors(bytes: Uint8Array): Result<BroughtNetwork> {
  const read = readSafetensors(bytes);
  if (!read.ok) return read;
  const { tensors, metadata } = read.value;
  const { config, meaning, run } = ourMetadata(metadata);
  if (!config) {
    const recognised = recogniseStateDict(withShared(tensors, metadata));
    return recognised.ok ? bring(recognised.value) : recognised;
  }
  const { entries } = parameterTable(config);
  const weights = entries.flatMap(({ name }): [string, Weight][] => {
    const weight = tensors.get(pytorchName(name));
    return weight ? [[name, weight]] : [];
  });
  const misfit = entries.find(({ name, shape }) => !hasShape(tensors.get(pytorchName(name)), shape));
  if (misfit) return failure(message("exchange.unfitWeight", { name: misfit.name }));
  const brought = bring({
    config,
    weights: new Map(weights),
    meaning,
    ...(run && { training: run.training }),
  });
  if (!brought.ok || !run) return brought;
  return success({ ...brought.value, checkpoint: goneOn(brought.value.checkpoint, tensors, run) });
}

/** A tensor that has two names is in a file once; `safetensors.torch.save_model` writes which other name it has into the metadata. */
function withShared(
  tensors: ReadonlyMap<string, Weight>,
  metadata: ReadonlyMap<string, string>,
): ReadonlyMap<string, Weight> {
  const shared = [...metadata].flatMap(([name, other]): [string, Weight][] => {
    const weight = tensors.get(other);
    return weight && !tensors.has(name) ? [[name, weight]] : [];
  });
  return new Map([...tensors, ...shared]);
}

/** With the optimizer's moments and the best weights, where all of them are there. */
function goneOn(fresh: Checkpoint, tensors: ReadonlyMap<string, Weight>, run: RunState): Checkpoint {
  const bank = (prefix: string) =>
    bankOf(fresh.table, fresh.parameters.length, (name) => tensors.get(`${prefix}${pytorchName(name)}`));
  const [firstMoment, secondMoment] = [bank("first."), bank("second.")];
  if (!firstMoment || !secondMoment) return fresh;
  return { ...fresh, ...run, firstMoment, secondMoment, best: bank("best.") };
}
