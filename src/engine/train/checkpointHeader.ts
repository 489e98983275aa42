/**
 * The form of a checkpoint in bytes; all numbers are little-endian:
 *
 *     8 bytes   magic
 *     u32       version
 *     u32       n, the bytes of the header, a multiple of 8
 *     n bytes   the header: JSON in UTF-8, padded with spaces
 *     …         the arrays, in the order and with the sizes that the header's `arrays` gives
 *
 * Readers skip arrays and fields of the header that they do not know. What they must not skip, because the rest means
 * something else with it, gets a new version; the schemas of older ones are then kept, so that they are read for ever.
 */
import * as v from "valibot";
import { cellNames } from "../model/cells/registry";

/** As PNG's: no text begins so, and a transfer that changes line ends or clears the eighth bit spoils it. */
export const magic = Uint8Array.of(0x89, 0x47, 0x52, 0x55, 0x0d, 0x0a, 0x1a, 0x0a);

/** The newest version, which is written. */
export const formVersion = 1;

/** Magic, version and n. */
export const prologueBytes = 16;

/** JSON has no names for these, and writes the last as 0. */
const unusualNumbers = ["NaN", "Infinity", "-Infinity", "-0"] as const;

/** For `JSON.stringify`: every number comes back as it was, to the bit. */
export function numberInJson(_key: string, value: unknown): unknown {
  if (typeof value !== "number" || (Number.isFinite(value) && !Object.is(value, -0))) return value;
  return Object.is(value, -0) ? "-0" : String(value);
}

const real = v.union([v.number(), v.nan(), v.pipe(v.picklist(unusualNumbers), v.transform(Number))]);
const whole = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const count = v.pipe(v.number(), v.safeInteger(), v.minValue(1));
const int32 = v.pipe(v.number(), v.integer(), v.minValue(-(2 ** 31)), v.maxValue(2 ** 31 - 1));

const mostLayers = 4;

const configSchema = v.object({
  cell: v.picklist(cellNames),
  input: v.variant("kind", [
    v.object({ kind: v.literal("embedding"), vocabularySize: count, size: count }),
    v.object({ kind: v.literal("oneHot"), vocabularySize: count }),
    v.object({ kind: v.literal("features"), size: count }),
  ]),
  hiddenSizes: v.pipe(v.array(count), v.minLength(1), v.maxLength(mostLayers)),
  bidirectional: v.boolean(),
  dropout: real,
  recurrentDropout: real,
  head: v.object({ size: count, at: v.picklist(["every", "last"]) }),
  loss: v.variant("kind", [
    v.object({
      kind: v.literal("crossEntropy"),
      labelSmoothing: real,
      classWeights: v.nullable(v.array(real)),
      ignoredClass: v.optional(v.nullable(whole), null),
    }),
    v.object({ kind: v.literal("meanSquaredError") }),
    v.object({ kind: v.literal("binaryCrossEntropy") }),
  ]),
});

const optimizerSchema = v.variant("type", [
  v.object({
    type: v.picklist(["adam", "adamw"]),
    beta1: real,
    beta2: real,
    epsilon: real,
    weightDecay: real,
  }),
  v.object({ type: v.literal("sgd"), momentum: real, nesterov: v.boolean(), weightDecay: real }),
  v.object({ type: v.literal("rmsprop"), alpha: real, epsilon: real, momentum: real, weightDecay: real }),
]);

const scheduleSchema = v.object({
  warmupSteps: real,
  decay: v.variant("kind", [
    v.object({ kind: v.literal("constant") }),
    v.object({ kind: v.literal("cosine"), steps: real, floor: real }),
    v.object({ kind: v.literal("step"), every: real, factor: real }),
    v.object({ kind: v.literal("exponential"), factor: real }),
    v.object({ kind: v.literal("plateau"), factor: real, patience: real }),
  ]),
});

const trainingSchema = v.object({
  initialization: v.picklist(["pytorch", "keras"]),
  forgetBias: real,
  sequenceLength: count,
  batchSize: count,
  optimizer: optimizerSchema,
  learningRate: real,
  schedule: scheduleSchema,
  clipNorm: real,
  clipValue: real,
  windows: v.picklist(["random", "streams"]),
  patience: v.nullable(real),
  seed: real,
});

const progressSchema = v.object({
  best: v.nullable(real),
  // Checkpoints from before have none of these.
  bestStep: v.optional(v.nullable(whole), null),
  undone: v.optional(whole, 0),
  isValidationDue: v.optional(v.boolean(), false),
  validationsSinceBest: whole,
  plateau: v.nullable(real),
  validationsSinceReduction: whole,
  plateauFactor: real,
});

/** Every field of a checkpoint that is no array of numbers, under its own name. */
export const fieldsSchema = v.object({
  config: configSchema,
  training: trainingSchema,
  vocabulary: v.array(v.string()),
  step: whole,
  progress: progressSchema,
  generator: v.pipe(v.array(int32), v.length(4)),
  table: v.array(v.object({ name: v.string(), shape: v.array(count), offset: whole })),
});

export const headerSchema = v.object({
  ...fieldsSchema.entries,
  /** `type` is "float32" for all that are known today. */
  arrays: v.array(v.object({ name: v.string(), type: v.string(), bytes: whole })),
});
