/** What a session trains on, whatever it was made from. T time steps, I features, O outputs of the network. */
import type { Examples, SeriesData, SuggestedSettings } from "../../data/examples";
import type { Result } from "../../data/result";
import type { TextUnit } from "../../data/textUnit";
import type { TrainingConfig } from "../../engine/train/checkpoint";
import type { Sequences } from "../../engine/train/sequences";
import type { DataShape } from "../dataShape";
import type { DataSource, DataSummary, Probe, ShownAnswer, ShownSequence } from "../protocol";
import type { RunSettings } from "../settings";
import type { Question } from "./networkOf";

export interface Dataset {
  readonly source: DataSource;
  readonly question: Question;
  readonly shape: DataShape;
  /** Symbol of each token id; empty for features. */
  readonly vocabulary: readonly string[];
  readonly suggested: SuggestedSettings;
  /** How often each class is right in training, [C]; of labelled examples. */
  readonly classCounts?: () => ArrayLike<number>;
  /** The settings with those changed that this data decides. */
  fit(settings: RunSettings): RunSettings;
  /** Cuts it to what a training needs, or says why it is not enough. */
  open(training: TrainingConfig): Result<OpenDataset>;
}

export interface OpenDataset {
  readonly summary: DataSummary;
  readonly sequences: Sequences;
  /** What the stage shows first. */
  readonly firstProbe: Probe;
  /** What the held-out part is measured by. */
  readonly heldOut: HeldOut;
  /** What a probe is to the network; one that does not fit this data is taken for the first. */
  read(probe: Probe): ProbeReading;
}

export type HeldOut =
  | {
      readonly kind: "text";
      /** Token ids of the whole text, of which the first `trainLength` train. */
      readonly tokens: Int32Array;
      readonly trainLength: number;
      readonly unit: TextUnit;
      readonly symbols: readonly string[];
    }
  | {
      readonly kind: "examples";
      readonly examples: Examples;
      /** The series that they are windows of, if they are. */
      readonly series: SeriesData | null;
      /** The least loss without memory, of a task. */
      readonly withoutMemory: number | null;
    };

export interface ProbeReading {
  readonly steps: number;
  /** Token ids, or features [T, I], scaled. */
  readonly input: Int32Array | Float32Array;
  readonly sequence: ShownSequence;
  /** What would be right, from the network's outputs [T, O] at every step. */
  answer(outputs: Float32Array): ShownAnswer;
}
