/** Small networks for tests, of odd sizes. */
import { type CellName, cellNames } from "../engine/model/cells/registry";
import type { NetworkConfig } from "../engine/model/config";
import type { Checkpoint } from "../engine/train/checkpoint";
import { defaultTraining } from "../engine/train/defaultTraining";
import { initialCheckpoint } from "../engine/train/trainer";
import { checkOf } from "./check";
import type { Subject } from "./exported";
import { networkOf } from "./network";

const classes = { kind: "crossEntropy", labelSmoothing: 0, classWeights: null, ignoredClass: null } as const;

/** An embedding, two layers of different sizes, classes at every step. */
export const configOf = (cell: CellName, changed: Partial<NetworkConfig> = {}): NetworkConfig => ({
  cell,
  input: { kind: "embedding", vocabularySize: 7, size: 3 },
  hiddenSizes: [5, 3],
  bidirectional: false,
  dropout: 0,
  recurrentDropout: 0,
  head: { size: 7, at: "every" },
  loss: classes,
  ...changed,
});

/** Every cell three times: as above, in both directions on features to numbers, and one-hot to yes or no after the last step. */
export const testConfigs: readonly NetworkConfig[] = cellNames.flatMap((cell) => [
  configOf(cell),
  configOf(cell, {
    input: { kind: "features", size: 2 },
    hiddenSizes: [3, 3],
    bidirectional: true,
    head: { size: 2, at: "last" },
    loss: { kind: "meanSquaredError" },
  }),
  configOf(cell, {
    input: { kind: "oneHot", vocabularySize: 4 },
    hiddenSizes: [1],
    head: { size: 1, at: "last" },
    loss: { kind: "binaryCrossEntropy" },
  }),
]);

export const titleOf = ({ cell, input, hiddenSizes, bidirectional, head }: NetworkConfig): string =>
  `${cell}, ${input.kind}, H = ${hiddenSizes.join(" + ")}, ${bidirectional ? "both directions" : "one direction"}, ${head.at}`;

export function testCheckpoint(config: NetworkConfig): Checkpoint {
  const size = config.input.kind === "features" ? 0 : config.input.vocabularySize;
  const vocabulary = Array.from({ length: size }, (_, id) => String.fromCharCode(97 + id));
  return initialCheckpoint({ config, vocabulary }, { ...defaultTraining, seed: 3 });
}

export async function testSubject(config: NetworkConfig): Promise<Subject> {
  const checkpoint = testCheckpoint(config);
  const network = networkOf(checkpoint);
  return { network, check: await checkOf(checkpoint), checkpoint, data: null, language: "en" };
}

/** The largest difference of two rows of numbers. */
export const worstOf = (actual: ArrayLike<number>, expected: ArrayLike<number>): number =>
  actual.length === expected.length
    ? Array.from(expected, (value, i) => Math.abs(value - actual[i])).reduce((a, b) => Math.max(a, b), 0)
    : Number.POSITIVE_INFINITY;
