/** Recordings with labels, already brought to frames by `soundSequence`, to a dataset. */

import { Random } from "../../random";
import { type Message, message, type Said, sentences } from "../../words/message";
import { copyDecisions, withoutCopies } from "../copies";
import type { Quantity, SequencesData, SuggestedSettings } from "../examples";
import {
  classesOf,
  type LabelledSequence,
  labelledSequences,
  labelProblem,
  labelsOf,
} from "../labelledSequences";
import { failure, type Result, success } from "../result";
import { stratifiedSplit } from "../split";
import { endOfBands, heardBands, withoutHigherBands } from "./heardBands";
import { melBands, soundFrames } from "./logMel";
import { maxSoundSeconds, quietDb, type SoundSequence, secondsPerFrame } from "./soundSequence";

export interface LabelledSound {
  readonly name: Said;
  /** One for all sounds that have it: it is compared as it is. */
  readonly label: Said;
  readonly sound: SoundSequence;
}

export interface SoundSource {
  /** Of the folder or the zip, for people. */
  readonly name: Said;
  readonly sizeBytes: number;
  /** What was decided before, in sentences. */
  readonly decisions: readonly Said[];
  /** Of recordings that could not be used: why not, a sentence each. */
  readonly problems: readonly Said[];
  /** Of the draw of what is held out. */
  readonly seed: number;
}

const { sampleRate, windowSize, bands: M } = soundFrames;

/** 256 MB of numbers, eleven hours of sound. */
const maxNumbers = 64 * 2 ** 20;
/** Of one file: what it is decoded to is much larger than what it is. */
const maxFileBytes = 50e6;

/** To be asked before a file is decoded. The value is the size itself. */
export function checkSoundFile(sizeBytes: number, name: Said): Result<number> {
  if (sizeBytes <= maxFileBytes) return success(sizeBytes);
  return failure(message("files.soundTooLarge", { name, limitBytes: maxFileBytes }));
}

/** To be asked while recordings are read. The value is how many numbers they come to so far. */
export function checkSoundSize(numbers: number): Result<number> {
  if (numbers <= maxNumbers) return success(numbers);
  const hours = Math.floor((maxNumbers * secondsPerFrame) / M / 3600);
  return failure(message("files.soundsTooLong", { hours }));
}

/**
 * The dataset: features are the M bands in dB, each scaled to mean 0 and deviation 1 over the frames of the training part.
 * Fails where fewer than two labels, or only one recording of a label, are left.
 */
export function soundData(sounds: readonly LabelledSound[], source: SoundSource): Result<SequencesData> {
  const distinct = withoutCopies(
    sounds.map(({ name, label, sound }) => ({ name, label, values: sound.values })),
  );
  const labels = labelsOf(distinct.kept);
  const problem = problemOf(distinct.kept, labels, source);
  if (problem) return failure(problem);
  const split = stratifiedSplit(classesOf(distinct.kept, labels), Random.fromSeed(source.seed));
  const heard = heardBands(Array.from(split.train, (index) => distinct.kept[index].values));
  const sequences = distinct.kept.map((one) => ({ ...one, values: withoutHigherBands(one.values, heard) }));
  const training = Array.from(split.train, (index) => sequences[index].values);
  const suggested = suggestedFor(sequences);
  return success(
    labelledSequences(sequences, labels, split, {
      name: source.name,
      sizeBytes: source.sizeBytes,
      features: bandQuantities(training),
      display: { kind: "spectrogram", secondsPerStep: secondsPerFrame, heardBands: heard },
      decisions: [
        ...source.decisions,
        ...problemDecisions(source.problems),
        ...copyDecisions("recording", distinct),
        ...soundDecisions(sounds.map(({ sound }) => sound)),
        ...bandDecisions(distinct.kept, heard),
        ...lengthDecisions(sequences, suggested.sequenceLength),
      ],
      suggested,
    }),
  );
}

function problemOf(
  sequences: readonly LabelledSequence[],
  labels: readonly Said[],
  { problems }: SoundSource,
): Message | null {
  const problem = labelProblem("recording", sequences, labels);
  const unused = problemDecisions(problems);
  return problem && unused.length > 0 ? sentences([problem, ...unused]) : problem;
}

function problemDecisions(problems: readonly Said[]): readonly Message[] {
  if (problems.length === 0) return [];
  return [message("files.soundUnused", { unused: problems.length, first: problems[0] })];
}

function soundDecisions(sounds: readonly SoundSequence[]): readonly Message[] {
  const some = (what: keyof Omit<SoundSequence, "values">) => sounds.filter((sound) => sound[what]).length;
  const [mixed, cut, filled] = [some("mixedDown"), some("cut"), some("filledUp")];
  return [
    message("files.soundLevel", { rate: sampleRate, quietDb }),
    message("files.soundFrames", {
      windowMs: windowSize / (sampleRate / 1000),
      hopMs: secondsPerFrame * 1000,
      bands: M,
    }),
    message("files.soundScaled"),
    ...(mixed > 0 ? [message("files.soundsMixed", { mixed })] : []),
    ...(cut > 0 ? [message("files.soundsCut", { cut, seconds: maxSoundSeconds })] : []),
    ...(filled > 0 ? [message("files.soundsFilled", { filled })] : []),
  ];
}

/** Below so many bands of the widest, a recording is of a lower rate. */
const narrowBands = 4;

/** What nobody could learn from, and by what recordings might be told apart instead of by their sound. */
function bandDecisions(sequences: readonly LabelledSequence[], heard: number): readonly Message[] {
  const narrow = sequences.filter(({ values }) => heardBands([values]) <= heard - narrowBands).length;
  return [
    ...(heard < M
      ? [message("files.soundsNarrow", { bands: M - heard, hertz: Math.round(endOfBands(heard)) })]
      : []),
    ...(narrow > 0 ? [message("files.soundsMixedRates", { narrow, recordings: sequences.length })] : []),
  ];
}

function lengthDecisions(sequences: readonly LabelledSequence[], suggested: number): readonly Message[] {
  const longer = sequences.filter(({ values }) => values.length > suggested * M).length;
  return longer === 0 ? [] : [message("files.soundsLonger", { longer, frames: suggested })];
}

/** As long as nineteen in twenty are, so that a few long recordings do not make every step slow. */
function suggestedFor(
  sequences: readonly LabelledSequence[],
): SuggestedSettings & { readonly sequenceLength: number } {
  const lengths = sequences.map(({ values }) => values.length / M).sort((a, b) => a - b);
  const usual = lengths[Math.ceil(0.95 * (lengths.length - 1))];
  return {
    hiddenSizes: [64],
    sequenceLength: Math.max(2, usual),
    batchSize: sequences.length < 200 ? 8 : 32,
    learningRate: 0.005,
    recurrentDropout: 0.1,
    optimizer: "adamw",
    weightDecay: 0.1,
  };
}

/** Named after their centres. */
function bandQuantities(training: readonly Float32Array[]): readonly Quantity[] {
  const frames = training.reduce((sum, values) => sum + values.length / M, 0);
  return melBands(soundFrames).map(({ centreHz }, m) => {
    let sum = 0;
    let squares = 0;
    for (const values of training) {
      for (let i = m; i < values.length; i += M) {
        sum += values[i];
        squares += values[i] ** 2;
      }
    }
    const shift = sum / frames;
    const deviation = Math.sqrt(Math.max(0, squares / frames - shift ** 2));
    return {
      name: message("files.band", { hertz: Math.round(centreHz) }),
      unit: "dB",
      shift,
      // A band in which nothing is ever heard has no deviation.
      scale: deviation > 1e-3 ? deviation : 1,
    };
  });
}
