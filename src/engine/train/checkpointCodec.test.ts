/** `encodeCheckpoint` and `decodeCheckpoint`: the round trip, and what is refused. */
import { readFileSync } from "node:fs";
import * as fc from "fast-check";
import type * as v from "valibot";
import { describe, expect, expectTypeOf, it } from "vitest";
import type { Decay } from "../../schedule";
import { cellNames } from "../model/cells/registry";
import {
  carriedStates,
  type Loss,
  type NetworkConfig,
  type NetworkInput,
  parameterTable,
} from "../model/config";
import { elementCount } from "../plan/plan";
import type { Checkpoint, TrainingConfig } from "./checkpoint";
import { CheckpointError } from "./checkpointError";
import { type fieldsSchema, magic, prologueBytes } from "./checkpointHeader";
import { decodeCheckpoint } from "./decodeCheckpoint";
import { encodeCheckpoint } from "./encodeCheckpoint";
import type { OptimizerConfig } from "./optimizer";
import type { Progress } from "./progress";

/** Any float64, with what JSON cannot say. */
const real = fc.double();
const whole = fc.maxSafeNat();
const size = fc.integer({ min: 1, max: 7 });
/** Any UTF-16, halves of surrogate pairs included. */
const text = fc
  .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 3 })
  .map((units) => String.fromCharCode(...units));

const input: fc.Arbitrary<NetworkInput> = fc.oneof(
  fc.record({ kind: fc.constant("embedding" as const), vocabularySize: size, size }),
  fc.record({ kind: fc.constant("oneHot" as const), vocabularySize: size }),
  fc.record({ kind: fc.constant("features" as const), size }),
);

const lossFor = (outputs: number): fc.Arbitrary<Loss> =>
  fc.oneof(
    fc.record({
      kind: fc.constant("crossEntropy" as const),
      labelSmoothing: real,
      ignoredClass: fc.option(fc.nat(40)),
      classWeights: fc.option(fc.array(real, { minLength: outputs, maxLength: outputs })),
    }),
    fc.constant({ kind: "meanSquaredError" as const }),
    fc.constant({ kind: "binaryCrossEntropy" as const }),
  );

const config: fc.Arbitrary<NetworkConfig> = size.chain((outputs) =>
  fc.record({
    cell: fc.constantFrom(...cellNames),
    input,
    hiddenSizes: fc.array(size, { minLength: 1, maxLength: 4 }),
    bidirectional: fc.boolean(),
    dropout: real,
    recurrentDropout: real,
    head: fc.record({ size: fc.constant(outputs), at: fc.constantFrom("every" as const, "last" as const) }),
    loss: lossFor(outputs),
  }),
);

const optimizer: fc.Arbitrary<OptimizerConfig> = fc.oneof(
  fc.record({
    type: fc.constantFrom("adam" as const, "adamw" as const),
    beta1: real,
    beta2: real,
    epsilon: real,
    weightDecay: real,
  }),
  fc.record({
    type: fc.constant("sgd" as const),
    momentum: real,
    nesterov: fc.boolean(),
    weightDecay: real,
  }),
  fc.record({
    type: fc.constant("rmsprop" as const),
    alpha: real,
    epsilon: real,
    momentum: real,
    weightDecay: real,
  }),
);

const decay: fc.Arbitrary<Decay> = fc.oneof(
  fc.constant({ kind: "constant" as const }),
  fc.record({ kind: fc.constant("cosine" as const), steps: real, floor: real }),
  fc.record({ kind: fc.constant("step" as const), every: real, factor: real }),
  fc.record({ kind: fc.constant("exponential" as const), factor: real }),
  fc.record({ kind: fc.constant("plateau" as const), factor: real, patience: real }),
);

const training: fc.Arbitrary<TrainingConfig> = fc.record({
  initialization: fc.constantFrom("pytorch" as const, "keras" as const),
  forgetBias: real,
  sequenceLength: size,
  batchSize: size,
  optimizer,
  learningRate: real,
  schedule: fc.record({ warmupSteps: real, decay }),
  clipNorm: real,
  clipValue: real,
  windows: fc.constantFrom("random" as const, "streams" as const),
  patience: fc.option(real),
  seed: real,
});

const progress: fc.Arbitrary<Progress> = fc.record({
  best: fc.option(real),
  bestStep: fc.option(whole),
  undone: whole,
  isValidationDue: fc.boolean(),
  validationsSinceBest: whole,
  plateau: fc.option(real),
  validationsSinceReduction: whole,
  plateauFactor: real,
});

/** Of any bits: numbers, infinities, every NaN. */
function bankOf(length: number, seed: number): Float32Array<ArrayBuffer> {
  let state = seed | 1;
  const bits = Uint32Array.from({ length }, () => {
    state = Math.imul(state, 1664525) + 1013904223;
    return state;
  });
  bits.set([0x7fc00000, 0xff812345, 0x7f800000, 0x80000000].slice(0, length));
  return new Float32Array(bits.buffer);
}

const checkpoints: fc.Arbitrary<Checkpoint> = fc.tuple(config, training).chain(([config, training]) => {
  const { entries, length } = parameterTable(config);
  const bank = (elements: number) => fc.integer().map((seed) => bankOf(elements, seed));
  const symbols = config.input.kind === "features" ? 0 : config.input.vocabularySize;
  const states = training.windows === "streams" ? carriedStates(config, training.batchSize) : [];
  const all = fc.record(
    Object.fromEntries(states.map(({ name, shape }) => [name, bank(elementCount(shape))])),
  );
  return fc.record({
    config: fc.constant(config),
    training: fc.constant(training),
    vocabulary: fc.array(text, { minLength: symbols, maxLength: symbols }),
    generator: fc.array(fc.integer(), { minLength: 4, maxLength: 4 }),
    step: whole,
    progress,
    carried: fc.oneof(fc.constant({}), all),
    best: fc.option(bank(length)),
    table: fc.constant(entries),
    parameters: bank(length),
    firstMoment: bank(length),
    secondMoment: bank(length),
  });
});

/** Arrays as their bits, since a NaN equals every other. */
const bits = (value: unknown): unknown =>
  value instanceof Float32Array
    ? [...new Uint32Array(value.buffer, value.byteOffset, value.length)]
    : Array.isArray(value)
      ? value.map(bits)
      : value !== null && typeof value === "object"
        ? Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, bits(inner)]))
        : value;

/** One with every field filled. */
const [full] = fc.sample(
  checkpoints.filter(
    ({ best, carried, config }) =>
      best !== null && Object.keys(carried).length > 1 && config.input.kind !== "features",
  ),
  { numRuns: 1, seed: 5 },
);

type Writable<T> = T extends readonly (infer E)[]
  ? Writable<E>[]
  : T extends object
    ? { -readonly [K in keyof T]: Writable<T[K]> }
    : T;

describe("the round trip", () => {
  it("gives every checkpoint back, to the last bit", () => {
    fc.assert(
      fc.property(checkpoints, (checkpoint) => {
        const decoded = decodeCheckpoint(encodeCheckpoint(checkpoint));
        // `toStrictEqual` tells −0 from 0, and takes NaN for NaN.
        expect(bits(decoded)).toStrictEqual(bits(checkpoint));
        expect(decoded.parameters).toBeInstanceOf(Float32Array);
      }),
      { numRuns: 300 },
    );
  });

  it("writes the same bytes again", () => {
    const bytes = encodeCheckpoint(full);
    expect(encodeCheckpoint(decodeCheckpoint(bytes))).toEqual(bytes);
  });

  it("keeps the arrays where views of numbers may begin, and gives copies of them", () => {
    const bytes = encodeCheckpoint(full);
    const headerBytes = new DataView(bytes.buffer).getUint32(12, true);
    expect(headerBytes % 8).toBe(0);
    const first = new Float32Array(bytes.buffer, prologueBytes + headerBytes, full.parameters.length);
    expect(bits(first)).toEqual(bits(full.parameters));
    // Out of the middle of something larger, at an odd place.
    const larger = new Uint8Array(bytes.length + 5);
    larger.set(bytes, 3);
    const decoded = decodeCheckpoint(larger.subarray(3, 3 + bytes.length));
    larger.fill(0);
    expect(bits(decoded)).toStrictEqual(bits(full));
  });

  it("forgets no field, whatever is added to the types", () => {
    type Arrays = "parameters" | "firstMoment" | "secondMoment" | "best" | "carried";
    expectTypeOf<Writable<v.InferOutput<typeof fieldsSchema>>>().toEqualTypeOf<
      Writable<Omit<Checkpoint, Arrays>>
    >();
    expect(Object.keys(decodeCheckpoint(encodeCheckpoint(full))).sort()).toEqual(Object.keys(full).sort());
  });
});

/** The bytes with another header, and others behind them. */
function changed(
  change: (header: Record<string, unknown>) => Record<string, unknown>,
  rest: (arrays: Uint8Array) => Uint8Array = (arrays) => arrays,
  checkpoint = full,
): Uint8Array {
  const bytes = encodeCheckpoint(checkpoint);
  const end = prologueBytes + new DataView(bytes.buffer).getUint32(12, true);
  const header = JSON.parse(new TextDecoder().decode(bytes.subarray(prologueBytes, end)));
  const json = new TextEncoder().encode(JSON.stringify(change(header)));
  const whole = Uint8Array.from([...bytes.subarray(0, prologueBytes), ...json, ...rest(bytes.subarray(end))]);
  new DataView(whole.buffer).setUint32(12, json.length, true);
  return whole;
}

const refusal = (bytes: Uint8Array): string => {
  try {
    decodeCheckpoint(bytes);
  } catch (error) {
    if (error instanceof CheckpointError) return error.message;
    throw error;
  }
  return "";
};

describe("a reader", () => {
  it("skips arrays and fields that a later writer has added", () => {
    const bytes = changed(
      ({ arrays, ...header }) => ({
        ...header,
        savedBy: "a later one",
        arrays: [
          { name: "average", type: "float64", bytes: 9, unit: "none" },
          ...(Array.isArray(arrays) ? arrays : []),
          { name: "more", type: "float32", bytes: 4 },
        ],
      }),
      (arrays) => Uint8Array.from([...new Uint8Array(9), ...arrays, 1, 2, 3, 4]),
    );
    expect(bits(decodeCheckpoint(bytes))).toStrictEqual(bits(full));
  });

  it("refuses what is no checkpoint", () => {
    const sentence = "This is no checkpoint: its first bytes are not those of one.";
    expect(refusal(new Uint8Array())).toBe(sentence);
    expect(refusal(new TextEncoder().encode('{"version":1,"config":{"cell":"gru"}}'))).toBe(sentence);
    expect(refusal(magic.subarray(0, 7))).toBe(sentence);
  });

  it("refuses a newer version by its number", () => {
    const bytes = encodeCheckpoint(full);
    new DataView(bytes.buffer).setUint32(8, 7, true);
    expect(refusal(bytes)).toMatch(/has version 7 of the form, and only versions up to 1 can be read here\./);
    new DataView(bytes.buffer).setUint32(8, 0, true);
    expect(refusal(bytes)).toMatch(/damaged: there is no version 0/);
  });

  it("refuses what is cut off anywhere, and what has more behind it", () => {
    const bytes = encodeCheckpoint(full);
    for (let length = 0; length < bytes.length; length += length < 3000 ? 1 : 97)
      expect(refusal(bytes.subarray(0, length))).toMatch(
        length < 8 ? /no checkpoint/ : /is cut off: \d+ bytes of/,
      );
    expect(refusal(bytes.subarray(0, -1))).toMatch(
      `is cut off: ${bytes.length - 1} bytes of ${bytes.length}`,
    );
    expect(refusal(Uint8Array.from([...bytes, 0, 0]))).toMatch(/damaged: 2 bytes follow behind its end\./);
  });

  it("refuses a header that is no JSON, or says something else", () => {
    const bytes = encodeCheckpoint(full);
    bytes[prologueBytes] = "[".charCodeAt(0);
    expect(refusal(bytes)).toMatch("its header is no JSON");
    bytes[prologueBytes] = 0xff;
    expect(refusal(bytes)).toMatch("its header is no JSON");
    expect(refusal(changed(({ step, ...others }) => others))).toMatch(/in its header, “step”/);
    expect(refusal(changed((header) => ({ ...header, step: "Infinity" })))).toMatch(/in its header, “step”/);
    expect(refusal(changed((header) => ({ ...header, generator: [1, 2, 3] })))).toMatch(/“generator”/);
    expect(refusal(changed((header) => ({ ...header, config: { ...full.config, cell: "gpu" } })))).toMatch(
      /“config.cell”/,
    );
  });

  it("refuses what does not fit together", () => {
    const { table, config, vocabulary } = full;
    expect(refusal(changed((header) => ({ ...header, table: table.slice(1) })))).toMatch(
      "its table of parameters is not that of its network",
    );
    const wider = { ...config, hiddenSizes: config.hiddenSizes.map((size) => size + 1) };
    expect(refusal(changed((header) => ({ ...header, config: wider })))).toMatch("its table of parameters");
    expect(refusal(changed((header) => ({ ...header, vocabulary: [...vocabulary, "x"] })))).toMatch(
      `it names ${vocabulary.length + 1} symbols where the network reads ${vocabulary.length}`,
    );
    const renamed = (from: string, to: string) =>
      changed(({ arrays, ...header }) => ({
        ...header,
        arrays: JSON.parse(JSON.stringify(arrays).replace(`"${from}"`, `"${to}"`)),
      }));
    expect(refusal(renamed("secondMoment", "moment"))).toMatch("it has no array “secondMoment”");
    expect(refusal(renamed("secondMoment", "firstMoment"))).toMatch("it has the array “firstMoment” twice");
    expect(refusal(renamed("carried_l0", "other"))).toMatch("the states that it carries over are not those");
  });

  it("refuses arrays of other sizes than the network's", () => {
    const n = full.parameters.length;
    const shorter = changed(
      (header) => ({
        ...header,
        arrays: JSON.parse(JSON.stringify(header.arrays).replace(`"bytes":${4 * n}`, `"bytes":${4 * n - 4}`)),
      }),
      (arrays) => arrays.subarray(4),
    );
    expect(refusal(shorter)).toMatch(`“parameters” has ${n - 1} numbers where the network has ${n}`);
  });

  it("either refuses damaged bytes as such, or reads something of the same shape", () => {
    const bytes = encodeCheckpoint(full);
    const headerEnd = prologueBytes + new DataView(bytes.buffer).getUint32(12, true);
    const anywhere = fc.oneof(
      fc.nat(prologueBytes - 1),
      fc.integer({ min: prologueBytes, max: headerEnd - 1 }),
      fc.nat(bytes.length - 1),
    );
    const damage = fc.record({
      flips: fc.array(fc.tuple(anywhere, fc.integer({ min: 1, max: 255 })), { maxLength: 4 }),
      cut: fc.option(fc.tuple(anywhere, fc.nat(40)), { freq: 1 }),
    });
    let read = 0;
    fc.assert(
      fc.property(damage, ({ flips, cut }) => {
        const spoiled = bytes.slice();
        for (const [at, mask] of flips) spoiled[at] ^= mask;
        const [from, length] = cut ?? [0, 0];
        const left = new Uint8Array(
          Buffer.concat([spoiled.subarray(0, from), spoiled.subarray(from + length)]),
        );
        if (refusal(left) !== "") return;
        read++;
        const decoded = decodeCheckpoint(left);
        const names = ["parameters", "firstMoment", "secondMoment", "best"] as const;
        for (const name of names)
          expect(decoded[name]?.length ?? full[name]?.length).toBe(full[name]?.length);
        expect(decoded.table.map(({ shape }) => shape)).toEqual(full.table.map(({ shape }) => shape));
      }),
      { numRuns: 3000 },
    );
    // Flips within numbers are not seen.
    expect(read).toBeGreaterThan(100);
  });
});

describe("a writer", () => {
  it("refuses what could not be read again", () => {
    const parameters = full.parameters.slice(1);
    expect(() => encodeCheckpoint({ ...full, parameters })).toThrow(CheckpointError);
    expect(() => encodeCheckpoint({ ...full, vocabulary: [] })).toThrow(/cannot be kept: it names 0 symbols/);
    expect(() => encodeCheckpoint({ ...full, carried: { carried_l0: full.parameters } })).toThrow(
      /the states that it carries over/,
    );
  });
});

describe("the network that ships with the English page", () => {
  it("is a checkpoint of the sample text", () => {
    const { config, vocabulary, step, training } = decodeCheckpoint(
      readFileSync("public/pretrained.checkpoint"),
    );
    expect(config).toMatchObject({ cell: "gru", hiddenSizes: [64], head: { at: "every" } });
    expect(step).toBeGreaterThan(0);
    expect(training.sequenceLength).toBe(64);
    const text = readFileSync("public/sample.txt", "utf8");
    expect([...new Set(text)].every((symbol) => vocabulary.includes(symbol))).toBe(true);
  });
});
