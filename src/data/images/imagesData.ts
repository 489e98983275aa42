/** Pictures with labels, already brought to steps by `imageSequence`, to a dataset. */

import { Random } from "../../random";
import { type Message, message, type Said } from "../../words/message";
import { copyDecisions, withoutCopies } from "../copies";
import type { Quantity, SequencesData } from "../examples";
import {
  classesOf,
  type LabelledSequence,
  labelledSequences,
  labelProblem,
  labelsOf,
} from "../labelledSequences";
import { failure, type Result, success } from "../result";
import { stratifiedSplit } from "../split";
import { channelsOf, type ImageOptions } from "./imageSequence";

/** 256 MB of numbers. */
const maxNumbers = 64 * 2 ** 20;

export interface ImagesSource {
  /** Of the folder or the zip, for people. */
  readonly name: Said;
  readonly sizeBytes: number;
  /** What was decided before, in sentences. */
  readonly decisions: readonly Said[];
  /** Of the draw of what is held out. */
  readonly seed: number;
}

/** To be asked before pictures are decoded. The value is how many numbers they come to. */
export function checkImageSize(
  count: number,
  { width, height, colour }: Pick<ImageOptions, "width" | "height" | "colour">,
): Result<number> {
  const numbers = count * width * height * channelsOf({ colour });
  if (numbers <= maxNumbers) return success(numbers);
  const size = { width, height, colour, numbers, limit: maxNumbers };
  return failure(message("files.picturesTooLarge", { pictures: count, ...size }));
}

/**
 * The dataset. Copies of a picture with the same label are left out, for one could train and the other be held out. Pixels are
 * scaled to mean 0 and deviation 1 by those of the training part, all pixels of a channel alike.
 */
export function imagesData(
  pictures: readonly LabelledSequence[],
  options: ImageOptions,
  source: ImagesSource,
): Result<SequencesData> {
  const size = checkImageSize(pictures.length, options);
  if (!size.ok) return size;
  const distinct = withoutCopies(pictures);
  const { kept } = distinct;
  const labels = labelsOf(kept);
  const problem = labelProblem("picture", kept, labels);
  if (problem) return failure(problem);
  const split = stratifiedSplit(classesOf(kept, labels), Random.fromSeed(source.seed));
  const training = Array.from(split.train, (index) => kept[index].values);
  return success(
    labelledSequences(kept, labels, split, {
      name: source.name,
      sizeBytes: source.sizeBytes,
      features: pixelQuantities(training, options),
      display: { kind: "image", channels: channelsOf(options), steps: options.steps },
      decisions: [...source.decisions, ...copyDecisions("picture", distinct), ...optionDecisions(options)],
      suggested: suggestedFor(kept.length, options),
    }),
  );
}

/** Big enough for ten classes of small pictures, and seconds an epoch. */
function suggestedFor(count: number, { width, height, steps }: ImageOptions): SequencesData["suggested"] {
  return {
    hiddenSizes: [64],
    sequenceLength: steps === "rows" ? height : width,
    // A small set should still give some steps an epoch.
    batchSize: count < 200 ? 8 : 32,
    learningRate: 0.005,
    patience: 20,
  };
}

function optionDecisions({ width, height, colour, steps, fit }: ImageOptions): readonly Message[] {
  const T = steps === "rows" ? height : width;
  const I = (steps === "rows" ? width : height) * channelsOf({ colour });
  return [
    message("files.pixels", { width, height, colour, fit }),
    message("files.pictureSteps", { steps: T, step: steps, numbers: I }),
    message("files.pixelsScaled"),
  ];
}

const primaries = ["red", "green", "blue"] as const;

/** One a feature of a step, in its order: place by place, the channels of each side by side. */
function pixelQuantities(training: readonly Float32Array[], options: ImageOptions): readonly Quantity[] {
  const C = channelsOf(options);
  const scales = Array.from({ length: C }, (_, channel) => channelScale(training, channel, C));
  const places = options.steps === "rows" ? options.width : options.height;
  const place = options.steps === "rows" ? "column" : "row";
  return Array.from({ length: places * C }, (_, i) => {
    const colour = C === 3 ? primaries[i % C] : null;
    const name = message("files.pixel", { place, index: Math.floor(i / C) + 1, colour });
    return { name, unit: null, ...scales[i % C] };
  });
}

function channelScale(
  training: readonly Float32Array[],
  channel: number,
  C: number,
): Pick<Quantity, "shift" | "scale"> {
  let count = 0;
  let sum = 0;
  let squares = 0;
  for (const values of training) {
    for (let i = channel; i < values.length; i += C) {
      count++;
      sum += values[i];
      squares += values[i] ** 2;
    }
  }
  const shift = sum / count;
  const deviation = Math.sqrt(Math.max(0, squares / count - shift ** 2));
  // Pictures of one colour have no deviation.
  return { shift, scale: deviation > 1e-6 ? deviation : 1 };
}
