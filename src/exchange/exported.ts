import type { Checkpoint } from "../engine/train/checkpoint";
import type { Language } from "../words/language";
import type { Check } from "./check";
import type { TravellingNetwork } from "./network";
import type { TrainingData } from "./pytorch/trainingData";

/** What a format makes of a network. */
export interface ExportedFile {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** A network, what it answers by this project's engine, and the run that it comes from. */
export interface Subject {
  readonly network: TravellingNetwork;
  readonly check: Check;
  readonly checkpoint: Checkpoint;
  /** What it is trained on, where that is at hand. */
  readonly data: TrainingData | null;
  /** Of what is written for people. */
  readonly language: Language;
}

export const textFile = (name: string, text: string): ExportedFile => ({
  name,
  bytes: new TextEncoder().encode(text),
});

/** Every format has it beside it: `{ input, output }`, the output as it is before the activation. */
export const checkFile = (check: Check): ExportedFile => textFile("check.json", `${JSON.stringify(check)}\n`);
