/** The conformance case: a network, its weights and a batch, as anyone can write them from another framework. */
import * as v from "valibot";
import type { ParameterShape } from "../model/cells/cell";
import type { CellName } from "../model/cells/registry";
import { type Loss, type NetworkConfig, parameterShapes } from "../model/config";
import { elementCount } from "../plan/plan";
import { defaultOptimizers, type OptimizerConfig } from "../train/optimizer";

const count = v.pipe(v.number(), v.integer(), v.minValue(1));
const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
const notNegative = v.pipe(v.number(), v.finite(), v.minValue(0));

const arraySchema = v.pipe(
  v.object({ shape: v.array(count), data: v.array(v.pipe(v.number(), v.finite())) }),
  v.check(
    ({ shape, data }) => elementCount(shape) === data.length,
    "the shape and the number of values disagree",
  ),
);

const inputSchema = v.variant("kind", [
  v.object({ kind: v.literal("embedding"), vocabularySize: count, size: count }),
  v.object({ kind: v.literal("oneHot"), vocabularySize: count }),
]);

const modelSchema = v.strictObject({
  cell: v.picklist(["gru", "lstm", "rnn", "fourGate"]),
  resetAfter: v.optional(v.boolean(), true),
  inputSize: count,
  hiddenSize: count,
  layers: v.optional(v.pipe(count, v.maxValue(4)), 1),
  bidirectional: v.optional(v.boolean(), false),
  head: v.strictObject({ size: count, at: v.picklist(["every", "last"]) }),
  input: v.optional(inputSchema),
});

const { adam, adamw, sgd, rmsprop } = defaultOptimizers;

const adamOptions = {
  learningRate: notNegative,
  beta1: v.optional(share, adam.beta1),
  beta2: v.optional(share, adam.beta2),
  epsilon: v.optional(notNegative, adam.epsilon),
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
  v.strictObject({
    type: v.literal("sgd"),
    learningRate: notNegative,
    momentum: v.optional(notNegative, sgd.momentum),
    nesterov: v.optional(v.boolean(), sgd.nesterov),
    weightDecay: v.optional(notNegative, sgd.weightDecay),
  }),
  v.strictObject({
    type: v.literal("rmsprop"),
    learningRate: notNegative,
    alpha: v.optional(share, rmsprop.alpha),
    epsilon: v.optional(notNegative, rmsprop.epsilon),
    momentum: v.optional(notNegative, rmsprop.momentum),
    weightDecay: v.optional(notNegative, rmsprop.weightDecay),
  }),
]);

const caseSchema = v.strictObject({
  model: modelSchema,
  params: v.record(v.string(), arraySchema),
  x: arraySchema,
  lengths: v.optional(v.array(count)),
  y: arraySchema,
  loss: v.picklist(["crossEntropy", "meanSquaredError", "binaryCrossEntropy"]),
  labelSmoothing: v.optional(share, 0),
  classWeights: v.optional(v.array(notNegative)),
  optimizer: optimizerSchema,
  clipNorm: v.optional(notNegative, 0),
  clipValue: v.optional(notNegative, 0),
  steps: v.pipe(v.number(), v.integer(), v.minValue(0)),
});

type Parsed = v.InferOutput<typeof caseSchema>;
export type NamedArray = v.InferOutput<typeof arraySchema>;

export interface ConformanceCase {
  readonly config: NetworkConfig;
  /** Under the engine's names, of `parameterShapes`. */
  readonly params: Readonly<Record<string, NamedArray>>;
  /** The engine's name of a parameter -> the case's own. */
  readonly ownName: (name: string) => string;
  readonly x: NamedArray;
  readonly y: NamedArray;
  readonly lengths: readonly number[] | null;
  readonly optimizer: OptimizerConfig;
  readonly learningRate: number;
  readonly clipNorm: number;
  readonly clipValue: number;
  readonly steps: number;
}

/** A case that cannot be run; the message says where and why, in one line. */
export class ConformanceCaseError extends Error {
  constructor(message: string) {
    super(message.replaceAll(/\s*\n\s*/g, " "));
    this.name = "ConformanceCaseError";
  }
}

/** Checks a case and all its shapes. Throws `ConformanceCaseError`. */
export function parseCase(json: unknown): ConformanceCase {
  const parsed = v.safeParse(caseSchema, json);
  if (!parsed.success) {
    const [issue] = parsed.issues;
    throw new ConformanceCaseError(`${v.getDotPath(issue) ?? "case"}: ${issue.message}`);
  }
  const one = parsed.output;
  const config = configOf(one);
  const ownName = (name: string) => nameIn(one.params, name);
  const shapes = parameterShapes(config);
  checkParameters(one, shapes, ownName);
  checkData(one);
  const { optimizer } = one;
  const { learningRate } = optimizer;
  return {
    config,
    ownName,
    params: Object.fromEntries(shapes.map(({ name }) => [name, one.params[ownName(name)]])),
    x: one.x,
    y: one.y,
    lengths: one.lengths ?? null,
    optimizer,
    learningRate,
    clipNorm: one.clipNorm,
    clipValue: one.clipValue,
    steps: one.steps,
  };
}

function cellOf({ cell, resetAfter }: Parsed["model"]): CellName {
  return cell === "gru" && !resetAfter ? "gruResetBefore" : cell;
}

function configOf({ model, loss, labelSmoothing, classWeights }: Parsed): NetworkConfig {
  const losses: Readonly<Record<Loss["kind"], Loss>> = {
    crossEntropy: { kind: "crossEntropy", labelSmoothing, classWeights: classWeights ?? null },
    meanSquaredError: { kind: "meanSquaredError" },
    binaryCrossEntropy: { kind: "binaryCrossEntropy" },
  };
  return {
    cell: cellOf(model),
    input: model.input ?? { kind: "features", size: model.inputSize },
    hiddenSizes: Array.from({ length: model.layers }, () => model.hiddenSize),
    bidirectional: model.bidirectional,
    dropout: 0,
    recurrentDropout: 0,
    head: model.head,
    loss: losses[loss],
  };
}

/** A cell of one layer may leave out the layer's number: `weight_i` for `weight_i_l0`. */
function nameIn(params: Parsed["params"], name: string): string {
  const short = name.replace(/_l0(?=$|_reverse$)/, "");
  return params[name] === undefined && params[short] !== undefined ? short : name;
}

function checkParameters(
  { params }: Parsed,
  shapes: readonly ParameterShape[],
  ownName: (name: string) => string,
): void {
  for (const { name, shape } of shapes) expectShape(`params.${name}`, params[ownName(name)]?.shape, shape);
  const known = new Set(shapes.map(({ name }) => ownName(name)));
  const extra = Object.keys(params).find((name) => !known.has(name));
  if (extra !== undefined) {
    throw new ConformanceCaseError(
      `params.${extra}: this network has no such parameter; it has ${shapes.map(({ name }) => name).join(", ")}`,
    );
  }
}

function checkData(one: Parsed): void {
  const { model, x, y, lengths, loss, classWeights } = one;
  const { size, at } = model.head;
  const [B, T] = x.shape;
  expectShape("x", x.shape, model.input ? [B, T] : [B, T, model.inputSize]);
  if (model.input) expectIds("x", x, model.input.vocabularySize);
  const rows = at === "every" ? [B, T] : [B];
  expectShape("y", y.shape, loss === "crossEntropy" ? rows : [...rows, size]);
  if (loss === "crossEntropy") expectIds("y", y, size);
  if (lengths) checkLengths(lengths, B, T);
  if (loss !== "crossEntropy" && (one.labelSmoothing > 0 || classWeights)) {
    throw new ConformanceCaseError("labelSmoothing and classWeights belong to the loss crossEntropy");
  }
  if (classWeights && classWeights.length !== size) {
    throw new ConformanceCaseError(
      `classWeights: expected ${size} numbers, one an output, and there are ${classWeights.length}`,
    );
  }
}

function checkLengths(lengths: readonly number[], B: number, T: number): void {
  if (lengths.length !== B) {
    throw new ConformanceCaseError(
      `lengths: expected ${B} numbers, one a sequence, and there are ${lengths.length}`,
    );
  }
  const long = lengths.findIndex((length) => length > T);
  if (long >= 0) {
    throw new ConformanceCaseError(
      `lengths[${long}]: ${lengths[long]} is more than the ${T} time steps of x`,
    );
  }
}

function expectShape(
  where: string,
  actual: readonly number[] | undefined,
  expected: readonly number[],
): void {
  if (actual?.join() === expected.join()) return;
  const found = actual ? `it is [${actual.join(", ")}]` : "it is missing";
  throw new ConformanceCaseError(`${where}: expected shape [${expected.join(", ")}], and ${found}`);
}

function expectIds(where: string, { data }: NamedArray, limit: number): void {
  const wrong = data.findIndex((id) => !Number.isInteger(id) || id < 0 || id >= limit);
  if (wrong < 0) return;
  throw new ConformanceCaseError(`${where}[${wrong}]: ${data[wrong]} is not an id from 0 to ${limit - 1}`);
}
