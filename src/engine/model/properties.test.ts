/** What holds for every network, whatever its sizes. */
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { backendNames } from "../../../scripts/nodeBackends";
import { Random } from "../../random";
import type { Backend, Executable } from "../backends/backend";
import { testBackends } from "../conformance/testBackends";
import { expectClose } from "../conformance/testing";
import { editsTensor } from "../train/intervention";
import { gradientName } from "./cells/cell";
import { cellNames } from "./cells/registry";
import { directions, type NetworkConfig, parameterTable } from "./config";
import { initializeParameters } from "./initialize";
import type { BatchShape, PlanOptions } from "./layout";
import { buildPlan } from "./network";

/** Float32 sums in another order, or through other kernels. */
const tolerance = { atol: 1e-5, rtol: 1e-4 };

const backendNamed = testBackends();

const networks: fc.Arbitrary<NetworkConfig> = fc.record({
  cell: fc.constantFrom(...cellNames),
  input: fc.record({ kind: fc.constant("features" as const), size: fc.integer({ min: 1, max: 5 }) }),
  hiddenSizes: fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 3 }),
  bidirectional: fc.boolean(),
  dropout: fc.constant(0),
  recurrentDropout: fc.constant(0),
  head: fc.record({ size: fc.integer({ min: 1, max: 6 }), at: fc.constantFrom("every", "last") }),
  loss: fc.constantFrom(
    { kind: "crossEntropy" as const, labelSmoothing: 0.1, classWeights: null, ignoredClass: 1 },
    { kind: "meanSquaredError" as const },
    { kind: "binaryCrossEntropy" as const },
  ),
});
const shapes = fc.record({
  batchSize: fc.integer({ min: 1, max: 5 }),
  sequenceLength: fc.integer({ min: 2, max: 6 }),
});
const seeds = fc.integer({ min: 0, max: 1000 });
const runs = { cpu: 60, reference: 30, webgpu: 12 } as const;

type Values = Readonly<Record<string, Float64Array | Int32Array>>;

/** Runs a plan of `config` on given tensors and returns others. */
async function run(
  backend: Backend,
  config: NetworkConfig,
  shape: BatchShape,
  options: PlanOptions,
  given: Values,
  asked: readonly string[],
): Promise<Float32Array[]> {
  const executable = await backend.load(buildPlan(config, shape, options));
  write(executable, given);
  await executable.run("forward");
  await executable.run("backward");
  const values = await executable.read(asked);
  executable.destroy();
  return values;
}

function write(executable: Executable, values: Values): void {
  for (const [name, data] of Object.entries(values)) executable.write(name, data);
}

function weights(config: NetworkConfig, seed: number): Float64Array {
  // Three times as wide as initial weights are, so that gates open and close.
  return Float64Array.from(initializeParameters(config, Random.fromSeed(seed)).map((value) => 3 * value));
}

function normal(length: number, seed: number): Float64Array {
  const random = Random.fromSeed(seed);
  return Float64Array.from({ length }, () => Math.fround(random.normal()));
}

const rowsOf = ({ head }: NetworkConfig, { batchSize: B, sequenceLength: T }: BatchShape) =>
  head.at === "every" ? T * B : B;

function targets(config: NetworkConfig, shape: BatchShape, seed: number): Float64Array | Int32Array {
  const rows = rowsOf(config, shape);
  const { size } = config.head;
  if (config.loss.kind !== "crossEntropy") return normal(rows * size, seed);
  return Int32Array.from({ length: rows }, (_, n) => (7 * n + seed) % size);
}

/** [outer, B, …] with the sequences in another order: new row b is old row order[b]. */
function permuted<T extends Float64Array | Float32Array | Int32Array>(
  values: T,
  order: readonly number[],
  outer: number,
): T {
  const B = order.length;
  const width = values.length / (outer * B);
  const out = values.slice();
  for (let t = 0; t < outer; t++) {
    order.forEach((from, b) => {
      out.set(values.subarray((t * B + from) * width, (t * B + from + 1) * width), (t * B + b) * width);
    });
  }
  return out as T;
}

for (const name of backendNames) {
  const backendOf = () => backendNamed(name);
  const property = { numRuns: runs[name] };

  describe(name, () => {
    test("sequences in another order give outputs in that order, and the same gradients", async () => {
      await fc.assert(
        fc.asyncProperty(networks, shapes, seeds, async (config, shape, seed) => {
          const { batchSize: B, sequenceLength: T } = shape;
          const order = Array.from({ length: B }, (_, b) => (b + 1 + (seed % B)) % B);
          const x = normal(T * B * directions(config)[0].inputSize, seed);
          const lengths = Int32Array.from({ length: B }, (_, b) => 1 + ((seed + b) % T));
          const y = targets(config, shape, seed);
          const parameters = weights(config, seed);
          const options = { mode: "train", masked: true } as const;
          const gradients = parameterTable(config).entries.map((entry) => gradientName(entry.name));
          const asked = ["logits", "metrics", ...gradients];
          const straight = await run(
            backendOf(),
            config,
            shape,
            options,
            { parameters, x, lengths, targets: y },
            asked,
          );
          const outer = config.head.at === "every" ? T : 1;
          const moved = {
            parameters,
            x: permuted(x, order, T),
            lengths: permuted(lengths, order, 1),
            targets: permuted(y, order, outer),
          };
          const [logits, ...rest] = await run(backendOf(), config, shape, options, moved, asked);
          expectClose("logits", logits, permuted(straight[0], order, outer), tolerance);
          rest.forEach((values, i) => {
            expectClose(asked[i + 1], values, straight[i + 1], tolerance);
          });
        }),
        property,
      );
    });

    test("padding changes nothing: not the outputs, the loss, or any gradient", async () => {
      await fc.assert(
        fc.asyncProperty(networks, shapes, seeds, async (config, shape, seed) => {
          const { batchSize: B, sequenceLength: T } = shape;
          const padded = { batchSize: B, sequenceLength: T + 2 };
          const I = directions(config)[0].inputSize;
          const x = normal(T * B * I, seed);
          const longX = Float64Array.from([...x, ...normal(2 * B * I, seed + 1)]);
          const y = targets(config, shape, seed);
          const longY = config.head.at === "last" ? y : targets(config, padded, seed + 5);
          if (config.head.at === "every") longY.set(y);
          const parameters = weights(config, seed);
          const lengths = Int32Array.from({ length: B }, (_, b) => 1 + ((seed + b) % T));
          const options = { mode: "train", masked: true, inputGradient: true } as const;
          const gradients = parameterTable(config).entries.map((entry) => gradientName(entry.name));
          const asked = ["metrics", "logits", "gradient/x", ...gradients];
          const given = { parameters, lengths };
          const short = await run(backendOf(), config, shape, options, { ...given, x, targets: y }, asked);
          const long = await run(
            backendOf(),
            config,
            padded,
            options,
            { ...given, x: longX, targets: longY },
            asked,
          );
          asked.forEach((tensor, i) => {
            expectClose(tensor, long[i].slice(0, short[i].length), short[i], tolerance);
          });
          expect(long[2].slice(short[2].length).every((value) => value === 0)).toBe(true);
        }),
        property,
      );
    });

    test("a sequence read in two parts, with the states carried over, is the sequence read at once", async () => {
      await fc.assert(
        fc.asyncProperty(
          networks,
          shapes,
          seeds,
          async (drawn, { batchSize: B, sequenceLength: T }, seed) => {
            const config = { ...drawn, bidirectional: false, head: { ...drawn.head, at: "every" as const } };
            const I = directions(config)[0].inputSize;
            const x = normal(T * B * I, seed);
            const parameters = weights(config, seed);
            const options = { mode: "predict", stateful: true } as const;
            const asked = ["logits", ...directions(config).map(({ suffix }) => `carried${suffix}`)];
            const part = async (from: number, to: number, carried: Values) => {
              const given = { parameters, x: x.slice(from * B * I, to * B * I), ...carried };
              return run(
                backendOf(),
                config,
                { batchSize: B, sequenceLength: to - from },
                options,
                given,
                asked,
              );
            };
            const whole = await part(0, T, {});
            const cut = 1 + (seed % (T - 1));
            const [before, ...states] = await part(0, cut, {});
            const carried = Object.fromEntries(
              states.map((values, i) => [asked[i + 1], Float64Array.from(values)]),
            );
            const [after, ...last] = await part(cut, T, carried);
            expectClose("logits", Float32Array.from([...before, ...after]), whole[0], tolerance);
            last.forEach((values, i) => {
              expectClose(asked[i + 1], values, whole[i + 1], tolerance);
            });
          },
        ),
        property,
      );
    });

    test("an intervention that changes nothing is the identity", async () => {
      await fc.assert(
        fc.asyncProperty(networks, shapes, seeds, async (config, shape, seed) => {
          const { batchSize: B, sequenceLength: T } = shape;
          const x = normal(T * B * directions(config)[0].inputSize, seed);
          const given = { parameters: weights(config, seed), x };
          const asked = ["logits", ...directions(config).map(({ suffix }) => `state${suffix}`)];
          const plain = await run(backendOf(), config, shape, { mode: "predict" }, given, asked);
          const edits = Object.fromEntries(
            editsTensor(config, T, []).map(({ suffix, tensor }) => [
              `edits${suffix}`,
              Float64Array.from(tensor),
            ]),
          );
          const options = { mode: "predict", editable: true } as const;
          const edited = await run(backendOf(), config, shape, options, { ...given, ...edits }, asked);
          asked.forEach((tensor, i) => {
            // On a GPU another kernel may serve the plan that can be edited.
            if (name === "webgpu") expectClose(tensor, edited[i], plain[i], tolerance);
            else expect(edited[i]).toEqual(plain[i]);
          });
        }),
        property,
      );
    });
  });
}
