/** The conformance case: a network, its weights and a batch, as anyone can write them from another framework. */
import * as v from "valibot";
import type { Schedule } from "../../schedule";
import type { ParameterShape } from "../model/cells/cell";
import { type CellName, cells } from "../model/cells/registry";
import { directions, inputSize, type Loss, type NetworkConfig, parameterShapes } from "../model/config";
import { editsTensor } from "../train/intervention";
import type { OptimizerConfig } from "../train/optimizer";
import { caseSchema, type NamedArray, type NamedArrays, type ParsedCase } from "./schema";

export interface ConformanceCase
  extends Pick<ParsedCase, "x" | "y" | "initial" | "carry" | "seed" | "steps" | "interventions" | "trace"> {
  readonly config: NetworkConfig;
  /** Under the engine's names, of `parameterShapes`. */
  readonly params: NamedArrays;
  /** The engine's name of a parameter -> the case's own. */
  readonly ownName: (name: string) => string;
  readonly lengths: readonly number[] | null;
  readonly optimizer: OptimizerConfig;
  readonly learningRate: number;
  readonly schedule: Schedule;
  readonly clipNorm: number;
  readonly clipValue: number;
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
  if (!parsed.success) throw new ConformanceCaseError(inWords(parsed.issues[0]));
  const one = parsed.output;
  const config = configOf(one);
  const ownName = (name: string) => nameIn(one.params, name);
  const shapes = parameterShapes(config);
  checkParameters(one, shapes, ownName);
  checkData(one, config);
  checkStates(one, config);
  checkProbes(one, config);
  return {
    ...one,
    config,
    ownName,
    params: Object.fromEntries(shapes.map(({ name }) => [name, one.params[ownName(name)]])),
    lengths: one.lengths ?? null,
    learningRate: one.optimizer.learningRate,
    clipNorm: one.clipNorm ?? 0,
    clipValue: one.clipValue ?? 0,
  };
}

/** Where in the case, and what is wrong there. */
function inWords(issue: v.BaseIssue<unknown>): string {
  const keys = (issue.path ?? []).map(({ key }) => key);
  const place = keys.map((key) => (typeof key === "number" ? `[${key}]` : `.${key}`)).join("");
  const where = place.replace(/^\./, "") || "case";
  if (issue.type !== "strict_object" || keys.length === 0) return `${where}: ${issue.message}`;
  return issue.expected === "never" ? `${where}: there is no such field` : `${where}: it is missing`;
}

function cellOf({ cell, resetAfter }: ParsedCase["model"]): CellName {
  if (resetAfter === undefined) return cell;
  if (cell !== "gru")
    throw new ConformanceCaseError(
      `model.resetAfter: it belongs to the cell gru, and here it is ${cell}; leave it out`,
    );
  return resetAfter ? cell : "gruResetBefore";
}

function hiddenSizesOf({ hiddenSize, layers, hiddenSizes }: ParsedCase["model"]): readonly number[] {
  if ((hiddenSize === undefined) === (hiddenSizes === undefined))
    throw new ConformanceCaseError("model: either hiddenSize or hiddenSizes is needed, and not both");
  if (hiddenSizes && layers !== undefined && layers !== hiddenSizes.length)
    throw new ConformanceCaseError(`model.layers: ${layers}, and hiddenSizes has ${hiddenSizes.length}`);
  return hiddenSizes ?? Array.from({ length: layers ?? 1 }, () => hiddenSize ?? 0);
}

function configOf({ model, loss, labelSmoothing, classWeights }: ParsedCase): NetworkConfig {
  const losses: Readonly<Record<Loss["kind"], Loss>> = {
    crossEntropy: {
      kind: "crossEntropy",
      labelSmoothing,
      classWeights: classWeights ?? null,
      ignoredClass: null,
    },
    meanSquaredError: { kind: "meanSquaredError" },
    binaryCrossEntropy: { kind: "binaryCrossEntropy" },
  };
  return {
    cell: cellOf(model),
    input: model.input ?? { kind: "features", size: model.inputSize },
    hiddenSizes: hiddenSizesOf(model),
    bidirectional: model.bidirectional,
    dropout: model.dropout,
    recurrentDropout: model.recurrentDropout,
    head: model.head,
    loss: losses[loss],
  };
}

/** A cell of one layer may leave out the layer's number: `weight_i` for `weight_i_l0`. */
function nameIn(params: ParsedCase["params"], name: string): string {
  const short = name.replace(/_l0(?=$|_reverse$)/, "");
  return !Object.hasOwn(params, name) && Object.hasOwn(params, short) ? short : name;
}

function checkParameters(
  { params }: ParsedCase,
  shapes: readonly ParameterShape[],
  ownName: (name: string) => string,
): void {
  for (const { name, shape } of shapes) expectShape(`params.${name}`, params[ownName(name)]?.shape, shape);
  expectKnown(
    "params",
    params,
    shapes.map(({ name }) => ownName(name)),
    "parameter",
  );
}

/** Throws at a name that is not among the known ones. */
function expectKnown(where: string, named: NamedArrays, known: readonly string[], what: string): void {
  const extra = Object.keys(named).find((name) => !known.includes(name));
  if (extra === undefined) return;
  throw new ConformanceCaseError(
    `${where}.${extra}: this network has no such ${what}; it has ${known.join(", ")}`,
  );
}

function checkData(one: ParsedCase, config: NetworkConfig): void {
  const { model, x, y, lengths, loss } = one;
  const { size, at } = model.head;
  const rank = model.input ? 2 : 3;
  if (x.shape.length !== rank)
    throw new ConformanceCaseError(
      `x: expected ${rank} dimensions, ${model.input ? "[B, T]" : "[B, T, I]"}, and its shape is [${x.shape.join(", ")}]`,
    );
  const read = inputSize(config.input);
  if (model.inputSize !== read)
    throw new ConformanceCaseError(
      `model.inputSize: ${model.inputSize}, and the input gives ${read} numbers a step`,
    );
  const [B, T] = x.shape;
  expectShape("x", x.shape, model.input ? [B, T] : [B, T, model.inputSize]);
  if (lengths) checkLengths(lengths, B, T);
  const isPadding = paddingOf(lengths, T);
  if (model.input) expectIds("x", x, model.input.vocabularySize, isPadding);
  const rows = at === "every" ? [B, T] : [B];
  expectShape("y", y.shape, loss === "crossEntropy" ? rows : [...rows, size]);
  const isIgnored = at === "every" ? isPadding : () => false;
  if (loss === "crossEntropy") expectIds("y", y, size, isIgnored);
  if (loss === "binaryCrossEntropy") expectShares(y, size, isIgnored);
  checkClasses(one, isIgnored);
}

/** What is smaller may be zero in float32. */
const smallestWeight = 2 ** -126;

type IsPadding = (row: number) => boolean;

/** Whether row b·T + t is padding. */
function paddingOf(lengths: readonly number[] | undefined, T: number): IsPadding {
  return (row) => lengths !== undefined && row % T >= lengths[Math.floor(row / T)];
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

function checkClasses({ loss, labelSmoothing, classWeights, model, y }: ParsedCase, isPadding: IsPadding) {
  if (loss !== "crossEntropy" && (labelSmoothing > 0 || classWeights))
    throw new ConformanceCaseError("labelSmoothing and classWeights belong to the loss crossEntropy");
  if (!classWeights) return;
  if (classWeights.length !== model.head.size) {
    throw new ConformanceCaseError(
      `classWeights: expected ${model.head.size} numbers, one an output, and there are ${classWeights.length}`,
    );
  }
  if (!y.data.some((label, row) => !isPadding(row) && classWeights[label] > smallestWeight))
    throw new ConformanceCaseError("classWeights: no class of y has a weight above 0, and a mean needs one");
}

function checkStates({ model, x, initial, carry }: ParsedCase, config: NetworkConfig): void {
  if (!initial && !carry) return;
  if (model.bidirectional)
    throw new ConformanceCaseError(
      "initial and carry belong to networks of one direction: the reverse one needs whole sequences",
    );
  const names = cells[config.cell].states;
  const all = directions(config).flatMap(({ suffix, hiddenSize }) =>
    names.map((name) => ({ name: `${name}${suffix}`, hiddenSize })),
  );
  const given = initial ?? {};
  expectKnown(
    "initial",
    given,
    all.map(({ name }) => name),
    "state",
  );
  for (const { name, hiddenSize } of all)
    if (Object.hasOwn(given, name))
      expectShape(`initial.${name}`, given[name].shape, [x.shape[0], hiddenSize]);
}

function checkProbes(one: ParsedCase, config: NetworkConfig): void {
  const [, T] = one.x.shape;
  checkInterventions(one.interventions ?? [], T, config);
  if (one.trace) checkTrace(one.trace, one, T);
}

type Interventions = NonNullable<ParsedCase["interventions"]>;

function checkInterventions(interventions: Interventions, T: number, config: NetworkConfig): void {
  interventions.forEach(({ action }, i) => {
    if (action.kind === "replace" && action.with.length !== T)
      throw new ConformanceCaseError(
        `interventions[${i}].action.with: expected ${T} numbers, one a time step, and there are ${action.with.length}`,
      );
  });
  try {
    editsTensor(config, T, interventions);
  } catch (error) {
    if (error instanceof RangeError) throw new ConformanceCaseError(`interventions: ${error.message}`);
    throw error;
  }
}

function checkTrace({ output, step }: NonNullable<ParsedCase["trace"]>, one: ParsedCase, T: number): void {
  const { size, at } = one.model.head;
  if (output >= size || step >= T)
    throw new ConformanceCaseError(
      `trace: there is no output ${output} at time step ${step}; outputs end at ${size - 1}, steps at ${T - 1}`,
    );
  if (at === "last" && step !== T - 1)
    throw new ConformanceCaseError(`trace.step: a head at the last step has outputs at ${T - 1} only`);
  const short = at === "every" ? (one.lengths ?? []).findIndex((length) => step >= length) : -1;
  if (short >= 0)
    throw new ConformanceCaseError(
      `trace.step: ${step}, and sequence ${short} ends after ${one.lengths?.[short]} steps`,
    );
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

/** What stands in the padding may be anything, as PyTorch's -100. */
function expectIds(where: string, { data }: NamedArray, limit: number, isPadding: IsPadding): void {
  const wrong = data.findIndex(
    (id, row) => !isPadding(row) && (!Number.isInteger(id) || id < 0 || id >= limit),
  );
  if (wrong < 0) return;
  throw new ConformanceCaseError(`${where}[${wrong}]: ${data[wrong]} is not an id from 0 to ${limit - 1}`);
}

function expectShares({ data }: NamedArray, size: number, isPadding: IsPadding): void {
  const wrong = data.findIndex((value, i) => !isPadding(Math.floor(i / size)) && (value < 0 || value > 1));
  if (wrong < 0) return;
  throw new ConformanceCaseError(
    `y[${wrong}]: ${data[wrong]} is not between 0 and 1, as binaryCrossEntropy needs it`,
  );
}
