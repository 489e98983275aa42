/** Recordings with labels, already brought to frames by `soundSequence`, to a dataset. */

import { Random } from "../../random";
import type { Said } from "../../words/message";
import { copyDecisions, withoutCopies } from "../copies";
import type { Quantity, SequencesData, SuggestedSettings } from "../examples";
import { classesOf, type LabelledSequence, labelledSequences, labelsOf } from "../labelledSequences";
import { counted, formatCount } from "../phrases";
import { failure, type Result, success } from "../result";
import { stratifiedSplit } from "../split";
import { melBands, soundFrames } from "./logMel";
import { maxSoundSeconds, quietDb, type SoundSequence, secondsPerFrame } from "./soundSequence";

export interface LabelledSound {
  readonly name: string;
  readonly label: string;
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
const maxFileBytes = 50 * 2 ** 20;

/** To be asked before a file is decoded. The value is the size itself. */
export function checkSoundFile(sizeBytes: number, name: string): Result<number> {
  if (sizeBytes <= maxFileBytes) return success(sizeBytes);
  return failure(`“${name}” is larger than ${maxFileBytes / 2 ** 20} MB. Cut it into short recordings.`);
}

/** To be asked while recordings are read. The value is how many numbers they come to so far. */
export function checkSoundSize(numbers: number): Result<number> {
  if (numbers <= maxNumbers) return success(numbers);
  const hours = Math.floor((maxNumbers * secondsPerFrame) / M / 3600);
  return failure(
    `The recordings are longer than ${hours} hours together. Use a part of them, or shorter ones.`,
  );
}

/**
 * The dataset: features are the M bands in dB, each scaled to mean 0 and deviation 1 over the frames of the training part.
 * Fails where fewer than two labels, or only one recording of a label, are left.
 */
export function soundData(sounds: readonly LabelledSound[], source: SoundSource): Result<SequencesData> {
  const distinct = withoutCopies(
    sounds.map(({ name, label, sound }) => ({ name, label, values: sound.values })),
  );
  const sequences = distinct.kept;
  const labels = labelsOf(sequences);
  const problem = problemOf(sequences, labels, source);
  if (problem) return failure(problem);
  const split = stratifiedSplit(classesOf(sequences, labels), Random.fromSeed(source.seed));
  const training = Array.from(split.train, (index) => sequences[index].values);
  const suggested = suggestedFor(sequences);
  return success(
    labelledSequences(sequences, labels, split, {
      name: source.name,
      sizeBytes: source.sizeBytes,
      features: bandQuantities(training),
      display: { kind: "spectrogram", secondsPerStep: secondsPerFrame },
      decisions: [
        ...source.decisions,
        ...problemDecisions(source.problems),
        ...copyDecisions("recording", distinct),
        ...soundDecisions(sounds.map(({ sound }) => sound)),
        ...lengthDecisions(sequences, suggested.sequenceLength),
      ],
      suggested,
    }),
  );
}

function problemOf(
  sequences: readonly LabelledSequence[],
  labels: readonly string[],
  { problems }: SoundSource,
): string | null {
  const leftOut = problems.length > 0 ? ` ${problemDecisions(problems).join(" ")}` : "";
  if (labels.length < 2) {
    const has =
      labels.length === 0 ? "There are no recordings" : `All recordings have the label “${labels[0]}”`;
    return `${has}, so there is nothing to tell apart. Recordings of two labels or more are needed.${leftOut}`;
  }
  const lonely = labels.find((label) => sequences.filter((sound) => sound.label === label).length < 2);
  if (lonely === undefined) return null;
  return `The label “${lonely}” has only one recording that is no copy of another, but it needs two, one to train on and one to be held out. Add more, or leave it out.${leftOut}`;
}

function problemDecisions(problems: readonly Said[]): string[] {
  if (problems.length === 0) return [];
  const many = `${counted(problems.length, "recording")} could not be used and ${problems.length === 1 ? "is" : "are"} left out.`;
  return [`${many} ${problems.length === 1 ? "" : "The first: "}${problems[0]}`];
}

function soundDecisions(sounds: readonly SoundSequence[]): string[] {
  const some = (what: keyof Omit<SoundSequence, "values">) => sounds.filter((sound) => sound[what]).length;
  const decisions = [
    `Every recording is brought to ${formatCount(sampleRate)} samples a second, and its loudest sample to the same loudness. What is ${quietDb} dB quieter than its loudest moment is cut off at both ends.`,
    `The network reads a frame of ${windowSize / (sampleRate / 1000)} ms every ${secondsPerFrame * 1000} ms: the loudness of ${M} bands from low to high, in dB.`,
    "Each band is scaled to mean 0 and deviation 1, by the recordings that train.",
  ];
  const mixed = some("mixedDown");
  const cut = some("cut");
  const filled = some("filledUp");
  if (mixed > 0) decisions.push(`${counted(mixed, "recording")} of several channels: mixed down to one.`);
  if (cut > 0)
    decisions.push(
      `${counted(cut, "recording")} longer than ${maxSoundSeconds} seconds: cut to the beginning.`,
    );
  if (filled > 0)
    decisions.push(`${counted(filled, "recording")} shorter than a frame: filled up with silence.`);
  return decisions;
}

function lengthDecisions(sequences: readonly LabelledSequence[], suggested: number): string[] {
  const longer = sequences.filter(({ values }) => values.length > suggested * M).length;
  if (longer === 0) return [];
  return [
    `${counted(longer, "recording")} ${longer === 1 ? "has" : "have"} more than ${formatCount(suggested)} frames, the sequence length that suits the rest; the network reads the end of such.`,
  ];
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
      name: `${formatCount(Math.round(centreHz))} Hz`,
      unit: "dB",
      shift,
      // A band in which nothing is ever heard has no deviation.
      scale: deviation > 1e-3 ? deviation : 1,
    };
  });
}
