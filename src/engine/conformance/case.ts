/** The conformance case: a network, its weights and a batch, as anyone can write them from another framework. */
import * as v from "valibot";
import { type NetworkConfig, parameterTable } from "../model/config";
import { elementCount } from "../plan/plan";

const count = v.pipe(v.number(), v.integer(), v.minValue(1));

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

const caseSchema = v.object({
  model: v.object({
    cell: v.literal("gru"),
    resetAfter: v.optional(v.literal(true), true),
    inputSize: count,
    hiddenSize: count,
    layers: v.optional(v.literal(1), 1),
    bidirectional: v.optional(v.literal(false), false),
    head: v.object({ size: count, at: v.literal("every") }),
    input: v.optional(inputSchema),
  }),
  params: v.record(v.string(), arraySchema),
  x: arraySchema,
  y: arraySchema,
  loss: v.literal("crossEntropy"),
  optimizer: v.object({
    type: v.literal("adam"),
    learningRate: v.number(),
    beta1: v.optional(v.number(), 0.9),
    beta2: v.optional(v.number(), 0.999),
    epsilon: v.optional(v.number(), 1e-8),
  }),
  clipNorm: v.optional(v.number(), 0),
  steps: v.pipe(v.number(), v.integer(), v.minValue(0)),
  lengths: v.optional(v.undefined()),
});

export type NamedArray = v.InferOutput<typeof arraySchema>;
export type ConformanceCase = v.InferOutput<typeof caseSchema> & { readonly config: NetworkConfig };

/** A case that cannot be run; the message says where and why, in one line. */
export class ConformanceCaseError extends Error {
  constructor(message: string) {
    super(message);
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
  const { model, params, x, y } = parsed.output;
  const config: NetworkConfig = {
    cell: model.cell,
    input: model.input ?? { kind: "features", size: model.inputSize },
    hiddenSize: model.hiddenSize,
    head: { size: model.head.size },
  };
  for (const { name, shape } of parameterTable(config).entries) {
    expectShape(`params.${name}`, params[name]?.shape, shape);
  }
  const [B, T] = x.shape;
  expectShape("x", x.shape, model.input ? [B, T] : [B, T, model.inputSize]);
  expectShape("y", y.shape, [B, T]);
  expectIds("y", y, model.head.size);
  if (model.input) expectIds("x", x, model.input.vocabularySize);
  return { ...parsed.output, config };
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
