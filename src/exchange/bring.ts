/** From a network that is recognised in a file to a checkpoint, which the page opens as a run. */
import { failure, type Result, success } from "../data/result";
import { type NetworkConfig, parameterShapes, parameterTable } from "../engine/model/config";
import { elementCount, type TableEntry } from "../engine/plan/plan";
import type { Checkpoint, TrainingConfig } from "../engine/train/checkpoint";
import { defaultTraining } from "../engine/train/defaultTraining";
import { initialCheckpoint } from "../engine/train/trainer";
import { message } from "../words/message";
import { type Meaning, noMeaning, type Weight } from "./network";

/** What the file does not tell: the symbols of token ids, how numbers are scaled, the head. */
export type Missing = "vocabulary" | "scaling" | "head";

export interface BroughtNetwork {
  readonly checkpoint: Checkpoint;
  readonly meaning: Meaning;
  /** What stands in its place is a proposal: numbers for symbols, numbers as they are, a head that has learned nothing. */
  readonly missing: readonly Missing[];
  /** Whether nothing tells where and for what it answers: what stands in its configuration is then the most usual. */
  readonly isAnswerGuessed: boolean;
}

/** A network whose weights have our names, order and shapes. */
export interface Recognised {
  readonly config: NetworkConfig;
  readonly weights: ReadonlyMap<string, Weight>;
  readonly meaning?: Meaning;
  readonly training?: TrainingConfig;
  readonly isAnswerGuessed?: boolean;
}

export const mostLayers = 4;

/** Nothing is allocated before all weights that the configuration asks for are there, in its shapes. */
export function bring({
  config,
  weights,
  meaning = noMeaning,
  training = defaultTraining,
  isAnswerGuessed = false,
}: Recognised): Result<BroughtNetwork> {
  if (config.hiddenSizes.length < 1 || config.hiddenSizes.length > mostLayers)
    return failure(message("exchange.tooManyLayers"));
  const hasHead = weights.has("head.weight");
  const misfit = parameterShapes(config)
    .filter(({ name }) => hasHead || !name.startsWith("head."))
    .find(({ name, shape }) => shape.some((size) => size < 1) || !hasShape(weights.get(name), shape));
  if (misfit) return failure(message("exchange.unfitWeight", { name: misfit.name }));
  const broken = [...weights].find(([, { values }]) => !values.every(Number.isFinite));
  if (broken) return failure(message("exchange.notFinite", { name: broken[0] }));
  const vocabulary = vocabularyOf(config, meaning);
  const fresh = initialCheckpoint({ config, vocabulary: vocabulary.symbols }, training);
  for (const { name, offset } of parameterTable(config).entries) {
    const weight = weights.get(name);
    if (weight) fresh.parameters.set(weight.values, offset);
  }
  const isScaled = config.input.kind !== "features" || meaning.features.length > 0;
  const missing: readonly (Missing | null)[] = [
    vocabulary.isKnown ? null : "vocabulary",
    isScaled ? null : "scaling",
    hasHead ? null : "head",
  ];
  return success({
    checkpoint: fresh,
    meaning,
    missing: missing.filter((one) => one !== null),
    isAnswerGuessed,
  });
}

export function hasShape(weight: Weight | undefined, shape: readonly number[]): weight is Weight {
  return (
    weight !== undefined &&
    weight.shape.length === shape.length &&
    weight.shape.every((size, i) => size === shape[i]) &&
    weight.values.length === elementCount(shape)
  );
}

function vocabularyOf({ input }: NetworkConfig, { vocabulary }: Meaning) {
  const V = input.kind === "features" ? 0 : input.vocabularySize;
  if (vocabulary.length === V) return { symbols: vocabulary, isKnown: true };
  return { symbols: Array.from({ length: V }, (_, id) => `#${id}`), isKnown: false };
}

/** A bank with the values of each entry of its table, by `nameOf`; null where one is missing. */
export function bankOf(
  table: readonly TableEntry[],
  length: number,
  weightOf: (name: string) => Weight | undefined,
): Float32Array<ArrayBuffer> | null {
  const bank = new Float32Array(length);
  for (const { name, shape, offset } of table) {
    const weight = weightOf(name);
    if (!hasShape(weight, shape)) return null;
    bank.set(weight.values, offset);
  }
  return bank;
}
