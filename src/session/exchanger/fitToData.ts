/** A network of another program on the data of the page: whether it fits, and what has to be taken for granted. */
import { type NetworkConfig, parameterShapes } from "../../engine/model/config";
import type { Checkpoint } from "../../engine/train/checkpoint";
import { initialCheckpoint } from "../../engine/train/trainer";
import type { BroughtNetwork } from "../../exchange/bring";
import { type Message, message, type Said } from "../../words/message";
import type { Dataset } from "../engine/dataset";
import { networkOf, settingsOf, trainingOf } from "../engine/networkOf";
import { suitableSettings } from "../engine/suitableSettings";
import { defaultSettings, type RunSettings } from "../settings";
import { parseSettings } from "../setup";

export interface FittedNetwork {
  readonly checkpoint: Checkpoint;
  readonly settings: RunSettings;
  /** What the file does not tell and how it is taken, in whole sentences. */
  readonly proposals: readonly Message[];
}

export type Fit =
  | { readonly ok: true; readonly value: FittedNetwork }
  /** `fitsNone`: no other data either, since the page has no network of such sizes. */
  | { readonly ok: false; readonly problem: Said; readonly fitsNone: boolean };

/** It is trained as is asked for, or as the data suggest, unless it brings the run that it comes from. */
export function fitToData(
  brought: BroughtNetwork,
  dataset: Dataset,
  suitable: RunSettings = suitableSettings(dataset, defaultSettings),
): Fit {
  const { checkpoint } = brought;
  const { loss } = networkOf(suitable, dataset.question, dataset.classCounts);
  const config = { ...withSymbols(brought, dataset), loss };
  const training = checkpoint.step > 0 ? checkpoint.training : trainingOf(suitable);
  const parsed = parseSettings(settingsOf({ ...checkpoint, config, training }, suitable));
  if (!parsed.ok) return { ...parsed, fitsNone: true };
  const settings = dataset.fit(parsed.value);
  const wanted = networkOf(settings, dataset.question, dataset.classCounts);
  const misfit = misfitOf(brought, config, wanted, dataset);
  if (misfit) return { ok: false, problem: misfit, fitsNone: false };
  const proposals = proposalsOf(brought, config, dataset);
  return {
    ok: true,
    value: {
      checkpoint: withWeights(brought, wanted, dataset, trainingOf(settings)),
      settings,
      proposals,
    },
  };
}

/** What reads as many numbers as there are symbols reads one of them a step, where nothing says that it does not. */
function withSymbols(
  { checkpoint: { config }, missing }: BroughtNetwork,
  { question: { input } }: Dataset,
): NetworkConfig {
  const isOneHot =
    config.input.kind === "features" &&
    missing.includes("scaling") &&
    input.kind === "symbols" &&
    input.symbols.length === config.input.size;
  if (!isOneHot) return config;
  return { ...config, input: { kind: "oneHot", vocabularySize: config.input.size } };
}

function misfitOf(
  brought: BroughtNetwork,
  config: NetworkConfig,
  wanted: NetworkConfig,
  dataset: Dataset,
): Message | null {
  return inputMisfit(brought, config, dataset) ?? answerMisfit(brought, config, wanted, dataset);
}

function inputMisfit(
  { meaning, missing }: BroughtNetwork,
  { input }: NetworkConfig,
  { question }: Dataset,
): Message | null {
  if (question.input.kind === "features") {
    const data = question.input.features.length;
    if (input.kind !== "features") return message("elsewhere.readsSymbols");
    return input.size === data ? null : message("elsewhere.otherFeatures", { network: input.size, data });
  }
  const { symbols } = question.input;
  const data = symbols.length;
  if (input.kind === "features") return message("elsewhere.readsNumbers", { network: input.size });
  const network = input.vocabularySize;
  if (network !== data) return message("elsewhere.otherVocabulary", { network, data });
  const isKnown = !missing.includes("vocabulary") && meaning.vocabulary.length > 0;
  return isKnown && meaning.vocabulary.some((symbol, id) => symbol !== symbols[id])
    ? message("elsewhere.otherSymbols")
    : null;
}

function answerMisfit(
  { checkpoint, missing, isAnswerGuessed }: BroughtNetwork,
  config: NetworkConfig,
  wanted: NetworkConfig,
  { question: { answer } }: Dataset,
): Message | null {
  if (config.bidirectional && !wanted.bidirectional) return message("elsewhere.seesAhead");
  if (!missing.includes("head")) {
    const [network, data] = [config.head.size, wanted.head.size];
    if (network !== data) return message("elsewhere.otherOutputs", { network, data });
    if (!isAnswerGuessed) {
      if (config.head.at !== wanted.head.at) return message("elsewhere.otherPlace", { at: config.head.at });
      const { kind } = checkpoint.config.loss;
      if (kind === "binaryCrossEntropy" || (kind === "crossEntropy" && answer.kind === "numbers"))
        return message("elsewhere.otherKind", { sigmoid: kind === "binaryCrossEntropy" });
    }
  }
  const shapes = new Map(parameterShapes(config).map(({ name, shape }) => [name, String(shape)]));
  const other = parameterShapes(wanted).find(
    ({ name, shape }) => !name.startsWith("head.") && shapes.get(name) !== String(shape),
  );
  return other ? message("exchange.unfitWeight", { name: other.name }) : null;
}

function proposalsOf(
  { meaning, missing, isAnswerGuessed, checkpoint }: BroughtNetwork,
  { input }: NetworkConfig,
  { question }: Dataset,
): readonly Message[] {
  const isSymbols = question.input.kind === "symbols";
  const isRescaled =
    question.input.kind === "features" &&
    question.input.features.some(({ shift, scale }, i) => {
      const known = meaning.features.at(i);
      return known !== undefined && (known.shift !== shift || known.scale !== scale);
    });
  const isLinear = checkpoint.config.loss.kind === "meanSquaredError";
  const said: readonly (Message | null)[] = [
    isSymbols && missing.includes("vocabulary") ? message("elsewhere.proposedSymbols") : null,
    isSymbols && input.kind === "oneHot" && missing.includes("scaling")
      ? message("elsewhere.proposedOneHot")
      : null,
    !isSymbols && missing.includes("scaling") ? message("elsewhere.proposedScaling") : null,
    isRescaled ? message("elsewhere.otherScaling") : null,
    missing.includes("head") ? message("elsewhere.freshHead") : null,
    isAnswerGuessed && !missing.includes("head")
      ? message("elsewhere.proposedAnswer", { at: question.answer.at })
      : null,
    !isAnswerGuessed && isLinear && question.answer.kind === "class" && !missing.includes("head")
      ? message("elsewhere.proposedScores")
      : null,
  ];
  return said.filter((one) => one !== null);
}

/** A run that is all there goes on; of others the weights alone come along. */
function withWeights(
  { checkpoint, missing }: BroughtNetwork,
  config: NetworkConfig,
  { vocabulary }: Dataset,
  training: Checkpoint["training"],
): Checkpoint {
  const fresh = initialCheckpoint({ config, vocabulary }, training);
  if (missing.includes("head")) {
    for (const { name, offset, shape } of checkpoint.table) {
      if (name.startsWith("head.")) continue;
      const at = fresh.table.find((entry) => entry.name === name);
      const size = shape.reduce((product, one) => product * one, 1);
      if (at) fresh.parameters.set(checkpoint.parameters.subarray(offset, offset + size), at.offset);
    }
    return fresh;
  }
  if (checkpoint.step > 0) return { ...checkpoint, config, vocabulary, training };
  return { ...fresh, parameters: checkpoint.parameters };
}
