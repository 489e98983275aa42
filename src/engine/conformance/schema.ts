/** The form of a conformance case, as it stands in its JSON file; scripts/golden/make_golden.py says what each part means. */
import * as v from "valibot";
import { cellNames } from "../model/cells/registry";
import { elementCount } from "../plan/plan";
import { defaultOptimizers } from "../train/optimizer";

const largest = 3.4028234663852886e38;
const mostSteps = 1_000_000;

const whole = v.pipe(v.number(), v.integer(), v.minValue(0));
const count = v.pipe(v.number(), v.integer(), v.minValue(1));
const number = v.pipe(
  v.number(),
  v.check((value) => Math.abs(value) <= largest, "the number is too large for float32"),
);
const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
const belowOne = v.pipe(v.number(), v.minValue(0), v.ltValue(1));
const notNegative = v.pipe(number, v.minValue(0));
const positive = v.pipe(number, v.gtValue(0));
/** A rate that a float32 engine can still divide by the corrections of Adam. */
const rate = v.pipe(notNegative, v.maxValue(1e30));

export const arraySchema = v.pipe(
  v.strictObject({ shape: v.array(count), data: v.array(number) }),
  v.check(
    ({ shape, data }) => elementCount(shape) === data.length,
    ({ input: { shape, data } }) =>
      `the shape [${shape.join(", ")}] has ${elementCount(shape)} values, and data has ${data.length}`,
  ),
);

const inputSchema = v.variant("kind", [
  v.strictObject({ kind: v.literal("embedding"), vocabularySize: count, size: count }),
  v.strictObject({ kind: v.literal("oneHot"), vocabularySize: count }),
]);

const mostLayers = 4;

const modelSchema = v.strictObject({
  cell: v.picklist(cellNames),
  resetAfter: v.optional(v.boolean()),
  inputSize: count,
  hiddenSize: v.optional(count),
  layers: v.optional(v.pipe(count, v.maxValue(mostLayers))),
  hiddenSizes: v.optional(v.pipe(v.array(count), v.minLength(1), v.maxLength(mostLayers))),
  bidirectional: v.optional(v.boolean(), false),
  dropout: v.optional(belowOne, 0),
  recurrentDropout: v.optional(belowOne, 0),
  head: v.strictObject({ size: count, at: v.picklist(["every", "last"]) }),
  input: v.optional(inputSchema),
});

const { adam, adamw, sgd, rmsprop } = defaultOptimizers;

const adamOptions = {
  learningRate: rate,
  beta1: v.optional(belowOne, adam.beta1),
  beta2: v.optional(belowOne, adam.beta2),
  epsilon: v.optional(positive, adam.epsilon),
};

/** What is left out is PyTorch's default. */
const optimizerSchema = v.variant("type", [
  v.strictObject({
    type: v.literal("adam"),
    ...adamOptions,
    weightDecay: v.optional(notNegative, adam.weightDecay),
  }),
  v.strictObject({
    type: v.literal("adamw"),
    ...adamOptions,
    weightDecay: v.optional(notNegative, adamw.weightDecay),
  }),
  v.pipe(
    v.strictObject({
      type: v.literal("sgd"),
      learningRate: rate,
      momentum: v.optional(notNegative, sgd.momentum),
      nesterov: v.optional(v.boolean(), sgd.nesterov),
      weightDecay: v.optional(notNegative, sgd.weightDecay),
    }),
    v.check(
      ({ momentum, nesterov }) => !nesterov || momentum > 0,
      "Nesterov's momentum needs a momentum above 0",
    ),
  ),
  v.strictObject({
    type: v.literal("rmsprop"),
    learningRate: rate,
    alpha: v.optional(share, rmsprop.alpha),
    epsilon: v.optional(positive, rmsprop.epsilon),
    momentum: v.optional(notNegative, rmsprop.momentum),
    weightDecay: v.optional(notNegative, rmsprop.weightDecay),
  }),
]);

const scheduleSchema = v.strictObject({
  warmupSteps: v.optional(whole, 0),
  decay: v.variant("kind", [
    v.strictObject({ kind: v.literal("constant") }),
    v.strictObject({ kind: v.literal("cosine"), steps: count, floor: share }),
    v.strictObject({ kind: v.literal("step"), every: count, factor: notNegative }),
    v.strictObject({ kind: v.literal("exponential"), factor: notNegative }),
  ]),
});

const chosen = v.union(
  [v.literal("all"), v.pipe(v.array(whole), v.minLength(1))],
  'expected "all" or a list of whole numbers',
);

const interventionSchema = v.strictObject({
  layer: whole,
  reverse: v.optional(v.picklist([0, 1]), 0),
  value: v.string(),
  units: chosen,
  steps: chosen,
  action: v.variant("kind", [
    v.strictObject({ kind: v.literal("clamp"), to: number }),
    v.strictObject({ kind: v.literal("scale"), by: number }),
    v.strictObject({ kind: v.literal("replace"), with: v.array(number) }),
  ]),
});

export const caseSchema = v.strictObject({
  model: modelSchema,
  params: v.record(v.string(), arraySchema),
  x: arraySchema,
  lengths: v.optional(v.array(count)),
  initial: v.optional(v.record(v.string(), arraySchema)),
  carry: v.optional(v.boolean(), false),
  y: arraySchema,
  loss: v.picklist(["crossEntropy", "meanSquaredError", "binaryCrossEntropy"]),
  labelSmoothing: v.optional(share, 0),
  classWeights: v.optional(v.array(notNegative)),
  optimizer: optimizerSchema,
  schedule: v.optional(scheduleSchema, { decay: { kind: "constant" } }),
  clipNorm: v.optional(positive),
  clipValue: v.optional(positive),
  seed: v.optional(v.pipe(v.number(), v.safeInteger()), 0),
  steps: v.pipe(whole, v.maxValue(mostSteps)),
  interventions: v.optional(v.array(interventionSchema)),
  trace: v.optional(v.strictObject({ output: whole, step: whole })),
});

export type ParsedCase = v.InferOutput<typeof caseSchema>;
export type NamedArray = v.InferOutput<typeof arraySchema>;
export type NamedArrays = Readonly<Record<string, NamedArray>>;
