/**
 * The one table of run settings: the controls, the validation of messages and the defaults all read it.
 * Every setting except the learning rate is part of the run's shape, and changing it restarts the run.
 */
import * as v from "valibot";

export interface SettingRange {
  readonly min: number;
  readonly max: number;
  readonly fallback: number;
  readonly integer: boolean;
  /** Whether a change starts the network again from its seed. */
  readonly restarts: boolean;
}

export const settingRanges = {
  /** H: hidden units of the GRU. */
  hiddenSize: { min: 8, max: 512, fallback: 64, integer: true, restarts: true },
  /** I: size of the embedding vector of a symbol; not used with one-hot input. */
  embeddingSize: { min: 1, max: 256, fallback: 32, integer: true, restarts: true },
  /** T: steps of one training sequence; longer sequences are cut to their last T. */
  sequenceLength: { min: 2, max: 1024, fallback: 64, integer: true, restarts: true },
  /** B: sequences in one training step. */
  batchSize: { min: 1, max: 256, fallback: 32, integer: true, restarts: true },
  /** Share of the state that products do not see in training, one draw for a whole sequence (variational dropout). */
  dropout: { min: 0, max: 0.9, fallback: 0, integer: false, restarts: true },
  /** How much every step shrinks the weights, as a share of the learning rate (AdamW). */
  weightDecay: { min: 0, max: 1, fallback: 0, integer: false, restarts: true },
  /** Validations without progress before training stops by itself with its best weights; 0: it does not. */
  patience: { min: 0, max: 1000, fallback: 0, integer: true, restarts: true },
  /** Largest L2 norm of the whole gradient before it is scaled down. */
  clipNorm: { min: 0.01, max: 100, fallback: 1, integer: false, restarts: true },
  /** Seed of initial weights and of the order of training sequences. */
  seed: { min: 0, max: 2147483647, fallback: 1, integer: true, restarts: true },
  /** Step size of Adam. */
  learningRate: { min: 0.00001, max: 1, fallback: 0.005, integer: false, restarts: false },
} as const satisfies Record<string, SettingRange>;

export type NumericSetting = keyof typeof settingRanges;
/** How symbols are read; features are read as they are. */
export type InputKind = "embedding" | "oneHot";
export const cellNames = ["gru", "gruResetBefore", "fourGate", "lstm", "rnn"] as const;
export type CellName = (typeof cellNames)[number];

export type RunSettings = Readonly<Record<NumericSetting, number>> & {
  readonly cell: CellName;
  readonly inputKind: InputKind;
};

const range = ({ min, max, integer }: SettingRange) => {
  const bounded = v.pipe(v.number(), v.finite(), v.minValue(min), v.maxValue(max));
  return integer ? v.pipe(bounded, v.integer()) : bounded;
};

export const runSettingsSchema = v.object({
  hiddenSize: range(settingRanges.hiddenSize),
  embeddingSize: range(settingRanges.embeddingSize),
  sequenceLength: range(settingRanges.sequenceLength),
  batchSize: range(settingRanges.batchSize),
  dropout: range(settingRanges.dropout),
  weightDecay: range(settingRanges.weightDecay),
  patience: range(settingRanges.patience),
  clipNorm: range(settingRanges.clipNorm),
  seed: range(settingRanges.seed),
  learningRate: range(settingRanges.learningRate),
  cell: v.picklist(cellNames),
  inputKind: v.picklist(["embedding", "oneHot"]),
});

export const defaultSettings: RunSettings = {
  hiddenSize: settingRanges.hiddenSize.fallback,
  embeddingSize: settingRanges.embeddingSize.fallback,
  sequenceLength: settingRanges.sequenceLength.fallback,
  batchSize: settingRanges.batchSize.fallback,
  dropout: settingRanges.dropout.fallback,
  weightDecay: settingRanges.weightDecay.fallback,
  patience: settingRanges.patience.fallback,
  clipNorm: settingRanges.clipNorm.fallback,
  seed: settingRanges.seed.fallback,
  learningRate: settingRanges.learningRate.fallback,
  cell: "gru",
  inputKind: "embedding",
};
