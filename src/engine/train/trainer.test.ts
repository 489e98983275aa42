import * as fc from "fast-check";
import { expect, test, vi } from "vitest";
import { constantSchedule, type Schedule } from "../../schedule";
import { yieldToEventLoop } from "../../yieldToEventLoop";
import type { Backend } from "../backends/backend";
import { createCpuBackend } from "../backends/cpu/cpu";
import { testBackends } from "../conformance/testBackends";
import { cellNames } from "../model/cells/registry";
import { simpleNetwork } from "../model/config";
import type { Checkpoint, TrainingConfig } from "./checkpoint";
import { defaultTraining } from "./defaultTraining";
import { encodeCheckpoint } from "./encodeCheckpoint";
import { defaultOptimizers, type OptimizerConfig } from "./optimizer";
import { selfCheck } from "./selfCheck";
import type { Sequences } from "./sequences";
import { TextSequences } from "./textSequences";
import { initialCheckpoint, NonFiniteLossError, Trainer, type ValidationResult } from "./trainer";

/** A text of period 7 over 5 symbols. */
const tokens = Int32Array.from({ length: 700 }, (_, i) => [0, 1, 2, 3, 4, 3, 1][i % 7]);
const network = {
  config: simpleNetwork({
    cell: "gru",
    input: { kind: "embedding", vocabularySize: 5, size: 4 },
    hiddenSizes: [8],
    outputs: 5,
  }),
  vocabulary: ["a", "b", "c", "d", "e"],
};
const training = { ...defaultTraining, sequenceLength: 9, batchSize: 4, learningRate: 0.02, seed: 3 };
const sequencesFor = (config: TrainingConfig) => new TextSequences({ tokens, trainLength: 600, ...config });
const sequences = sequencesFor(training);
const start = initialCheckpoint(network, training);

const backends = ["cpu", "webgpu"] as const;
const backendOf = testBackends();

async function advance(trainer: Trainer, steps: number): Promise<number[]> {
  const results = [];
  for (let i = 0; i < steps; i++) results.push(...(await trainer.advance()));
  results.push(...(await trainer.finish()));
  return results.map(({ loss }) => loss);
}

const schedules: readonly Schedule[] = [
  constantSchedule,
  { warmupSteps: 4, decay: { kind: "plateau", factor: 0.5, patience: 0 } },
  { warmupSteps: 0, decay: { kind: "cosine", steps: 9, floor: 0.1 } },
  { warmupSteps: 2, decay: { kind: "step", every: 3, factor: 0.5 } },
  { warmupSteps: 0, decay: { kind: "exponential", factor: 0.9 } },
];
const optimizers: readonly OptimizerConfig[] = [
  defaultOptimizers.adam,
  defaultOptimizers.adamw,
  { ...defaultOptimizers.sgd, momentum: 0.9, nesterov: true },
  { ...defaultOptimizers.rmsprop, momentum: 0.5, weightDecay: 0.001 },
];

/** Everything that a checkpoint has to remember. */
const anyRun = fc.record({
  cell: fc.constantFrom(...cellNames),
  hiddenSizes: fc.array(fc.constantFrom(3, 8), { minLength: 1, maxLength: 2 }),
  dropout: fc.constantFrom(0, 0.3),
  recurrentDropout: fc.constantFrom(0, 0.2),
  optimizer: fc.constantFrom(...optimizers),
  schedule: fc.constantFrom(...schedules),
  windows: fc.constantFrom("random" as const, "streams" as const),
  clipValue: fc.constantFrom(0, 0.1),
  patience: fc.constantFrom(null, 2),
  seed: fc.integer({ min: 0, max: 1000 }),
  cut: fc.integer({ min: 1, max: 9 }),
});
const wholeRun = 10;

test.each(backends)(
  "%s: the same seed gives the same run, and save, load, continue is the same as to continue, bit for bit",
  async (name) => {
    const backend = backendOf(name);
    const property = fc.asyncProperty(anyRun, async ({ cut, ...one }) => {
      const { cell, hiddenSizes, dropout, recurrentDropout, ...options } = one;
      const config = { ...network.config, cell, hiddenSizes, dropout, recurrentDropout };
      const of = { ...training, learningRate: 0.003, ...options };
      const text = sequencesFor(of);
      const first = initialCheckpoint({ ...network, config }, of);
      const begin = (checkpoint: Checkpoint) => Trainer.create(backend, text, checkpoint);

      const whole = await begin(first);
      const losses = await advanceAndValidate(whole, wholeRun);
      const until = await begin(first);
      const before = await advanceAndValidate(until, cut);
      const from = await begin(structuredClone(await until.save()));
      expect([...before, ...(await advanceAndValidate(from, wholeRun - cut))]).toEqual(losses);
      expect(await from.save()).toEqual(await whole.save());
      for (const trainer of [whole, until, from]) trainer.destroy();
    });
    await fc.assert(property, { numRuns: name === "webgpu" ? 8 : 30, seed: 5 });
  },
);

/** Validating in between changes nothing but what is concluded from it. */
async function advanceAndValidate(trainer: Trainer, steps: number): Promise<number[]> {
  const losses = [];
  for (let i = 0; i < steps; i++) {
    losses.push(...(await advance(trainer, 1)));
    if (trainer.step % 3 === 0) await trainer.judge(await trainer.validate());
  }
  return losses;
}

const streams: TrainingConfig = { ...training, windows: "streams" };

test.each(backends)(
  "%s: streams carry their state from window to window, and begin anew together",
  async (name) => {
    const backend = backendOf(name);
    // 599 symbols in 4 streams: 16 windows of 9.
    const still = { ...streams, learningRate: 0, schedule: constantSchedule };
    const trainer = await Trainer.create(backend, sequencesFor(still), initialCheckpoint(network, still));
    const losses = await advance(trainer, 32);
    expect(losses.slice(16)).toEqual(losses.slice(0, 16));
    const forgetful = { ...still, windows: "random" as const };
    const other = await Trainer.create(backend, sequencesFor(still), initialCheckpoint(network, forgetful));
    const without = await advance(other, 16);
    expect(without[0]).toBe(losses[0]);
    expect(without[1]).not.toBe(losses[1]);
  },
);

test("dropout is drawn anew at every step, and validation has none", async () => {
  const still = { ...training, learningRate: 0 };
  const dropping = { ...network, config: { ...network.config, hiddenSizes: [8, 8], dropout: 0.5 } };
  const whole = { ...dropping, config: { ...dropping.config, dropout: 0 } };
  /** Always the same batch. */
  const same: Sequences = {
    ...sequences,
    trainLength: 600,
    validation: sequences.validation,
    masked: false,
    draw: () => sequences.validation[0],
  };
  const [a, b] = [
    await Trainer.create(createCpuBackend(), same, initialCheckpoint(dropping, still)),
    await Trainer.create(createCpuBackend(), same, initialCheckpoint(whole, still)),
  ];
  expect(new Set(await advance(a, 6)).size).toBe(6);
  expect(new Set(await advance(b, 6)).size).toBe(1);
  expect(await a.validate()).toEqual(await b.validate());
});

test("with patience, training stops with the weights of its best validation", async () => {
  const patient = { ...training, patience: 2 };
  const trainer = await Trainer.create(createCpuBackend(), sequences, initialCheckpoint(network, patient));
  await advance(trainer, 3);
  expect(await trainer.judge({ loss: 2 })).toBe(false);
  const best = (await trainer.save()).parameters;
  await advance(trainer, 3);
  expect(await trainer.judge({ loss: 2.5 })).toBe(false);
  await advance(trainer, 3);
  expect((await trainer.save()).parameters).not.toEqual(best);
  const saved = await trainer.save();
  expect(await trainer.judge({ loss: 2.1 })).toBe(true);
  const stopped = await trainer.save();
  expect(stopped.parameters).toEqual(best);
  expect([stopped.step, stopped.progress.undone]).toEqual([3, 6]);
  // Neither the optimizer nor what is drawn begins with the same steps once more.
  expect(stopped.firstMoment).toEqual(saved.firstMoment);
  expect(stopped.generator).toEqual(saved.generator);
  const again = await Trainer.create(createCpuBackend(), sequences, structuredClone(stopped));
  expect(await advance(again, 2)).toEqual(await advance(trainer, 2));
  expect((await again.save()).parameters).toEqual((await trainer.save()).parameters);
  // Whoever loads the run has the same best weights to go back to.
  const loaded = await Trainer.create(createCpuBackend(), sequences, structuredClone(saved));
  await advance(loaded, 1);
  expect(await loaded.judge({ loss: 2.1 })).toBe(true);
  expect((await loaded.save()).parameters).toEqual(best);
});

test.each(backends)("%s: learns a simple text", async (name) => {
  const backend = backendOf(name);
  const trainer = await Trainer.create(backend, sequences, start);
  const first = await trainer.validate();
  expect(first.loss).toBeGreaterThan(1.3);
  await advance(trainer, 150);
  const last = await trainer.validate();
  expect(last.loss).toBeLessThan(0.3);
  expect(last.accuracy).toBeGreaterThan(0.85);
  expect(await trainer.validate()).toEqual(last);
  expect(trainer.epoch).toBeCloseTo((150 * 36) / 600, 10);
});

test.each(backends)(
  "%s: a step that is not finite is undone, however far ahead the host is",
  async (name) => {
    const backend = backendOf(name);
    const trainer = await Trainer.create(backend, sequences, start);
    await advance(trainer, 2);
    const good = await trainer.save();
    const spoiled = good.parameters.slice();
    spoiled[0] = Number.NaN;
    spoiled[64] = Number.NaN;
    trainer.executable.write("parameters", spoiled);
    await expect(advance(trainer, 6)).rejects.toThrow(NonFiniteLossError);
    expect(trainer.step).toBe(2);
    const after = await trainer.save();
    expect(after.parameters).toEqual(spoiled);
    expect(after.firstMoment).toEqual(good.firstMoment);
    expect(after.generator).toEqual(good.generator);
    trainer.executable.write("parameters", good.parameters);
    expect(await advance(trainer, 1)).toHaveLength(1);
  },
);

test.each(backends)(
  "%s: a learning rate that blows the weights up ends in the last finite state",
  async (name) => {
    const backend = backendOf(name);
    const trainer = await Trainer.create(backend, sequences, start);
    await advance(trainer, 2);
    // The first step with it has a finite loss and moves the weights to some 1e37; the loss of the next overflows.
    trainer.setLearningRate(8e37);
    await advance(trainer, 1);
    const good = await trainer.save();
    expect(Math.max(...good.parameters.map(Math.abs))).toBeGreaterThan(1e37);
    await expect(advance(trainer, 5)).rejects.toMatchObject({ name: "NonFiniteLossError", step: 4 });
    expect(trainer.step).toBe(3);
    const after = await trainer.save();
    expect(after.parameters.every(Number.isFinite)).toBe(true);
    expect(after).toEqual(good);
  },
);

test.each(backends)(
  "%s passes the self check, and a backend that computes wrongly does not",
  async (name) => {
    const backend = backendOf(name);
    expect(await selfCheck(backend)).toBeNull();
    const wrong: Backend = {
      ...backend,
      async load(plan, shared) {
        const executable = await backend.load(plan, shared);
        const read = executable.read.bind(executable);
        executable.read = async (names) =>
          (await read(names)).map((values) => values.map((value) => value * 1.01));
        return executable;
      },
    };
    expect(await selfCheck(wrong)).toMatchObject({ device: backend.device, tensor: "logits" });
  },
);

test.each(backends)("%s: a step says how much of it is done while it is under way", async (name) => {
  const backend = backendOf(name);
  const config = simpleNetwork({
    cell: "gru",
    input: { kind: "embedding", vocabularySize: 5, size: 4 },
    hiddenSizes: [32],
    outputs: 5,
  });
  const long = { ...training, sequenceLength: 60, batchSize: 32 };
  // Every look at the clock takes longer than a slice may last: the CPU lends its thread after each.
  let nowMs = 0;
  const clock = vi.spyOn(performance, "now").mockImplementation(() => {
    nowMs += 20;
    return nowMs;
  });
  const large = initialCheckpoint({ ...network, config }, long);
  const trainer = await Trainer.create(backend, sequencesFor(long), large);
  expect(trainer.underWay).toBeNull();
  const shares: number[] = [];
  let isOver = false;
  const step = advance(trainer, 1).finally(() => {
    isOver = true;
  });
  while (!isOver) {
    if (trainer.underWay) {
      expect(trainer.underWay.step).toBe(1);
      shares.push(trainer.underWay.share);
    }
    await yieldToEventLoop();
  }
  await step;
  clock.mockRestore();
  expect(trainer.underWay).toBeNull();
  expect(shares).toEqual(shares.toSorted((a, b) => a - b));
  // A GPU may be done at once.
  const between = new Set(shares.filter((share) => share > 0 && share < 1)).size;
  expect(between).toBeGreaterThanOrEqual(backend.name === "cpu" ? 10 : 0);
  const { asked, done } = trainer.executable.progress();
  expect(done / asked).toBeCloseTo(1, 6);
  trainer.destroy();
});

test.each(backends)(
  "%s: a step can be left between its pieces: nothing has changed until it is taken, and then the same bits",
  async (name) => {
    const backend = backendOf(name);
    // A stream has several windows, so that a step is left that reads the states of the one before.
    const of = { ...streams, sequenceLength: 9, batchSize: 4 };
    const config = { ...network.config, hiddenSizes: [64, 64], dropout: 0.2 };
    const text = sequencesFor(of);
    const first = initialCheckpoint({ ...network, config }, of);
    const undisturbed = await Trainer.create(backend, text, first);
    const losses = await advance(undisturbed, 3);
    const measured = await undisturbed.validate();

    // Every look at the clock takes longer than a slice may last, and than all that a GPU may have before it.
    let nowMs = 0;
    const clock = vi.spyOn(performance, "now").mockImplementation(() => {
      nowMs += 20;
      return nowMs;
    });
    const left = await Trainer.create(backend, text, first);
    const lossesLeft: number[] = [];
    let leaves = 0;
    let saved = await left.save();
    let isForgotten = false;
    while (left.step < 3) {
      const results = [...(await left.advance(() => true)), ...(await left.finish())];
      lossesLeft.push(...results.map(({ loss }) => loss));
      if (left.step === saved.step) {
        leaves++;
        expect(bitsOf(await left.save())).toBe(bitsOf(saved));
        // Once in every step, it has to give its place to something else, and is taken anew.
        if (!isForgotten) await left.validate();
        isForgotten = true;
      } else {
        saved = await left.save();
        isForgotten = false;
      }
    }
    expect(leaves).toBeGreaterThan(3);
    expect(lossesLeft).toEqual(losses);
    let validation: ValidationResult | null = null;
    let pauses = -1;
    for (; !validation; pauses++) validation = await left.validate(() => true);
    clock.mockRestore();
    expect(pauses).toBeGreaterThan(0);
    expect(validation).toEqual(measured);
    expect(await left.save()).toEqual(await undisturbed.save());
    for (const trainer of [left, undisturbed]) trainer.destroy();
  },
);

test("a validation that has failed begins anew, and leaves the carried states as they were", async () => {
  let nowMs = 0;
  const clock = vi.spyOn(performance, "now").mockImplementation(() => {
    nowMs += 20;
    return nowMs;
  });
  const large = { ...network, config: { ...network.config, hiddenSizes: [64, 64] } };
  const first = initialCheckpoint(large, streams);
  const trainer = await Trainer.create(backendOf("cpu"), sequencesFor(streams), first);
  await advance(trainer, 2);
  const measured = await trainer.validate();
  const saved = bitsOf(await trainer.save());
  expect(await trainer.validate(() => true)).toBeNull();
  clock.mockRestore();
  const { executable } = trainer;
  const read = executable.read.bind(executable);
  let batches = 0;
  executable.read = async (names) => {
    if (names.includes("rowMeasures") && ++batches === 2) throw new Error("It fell over.");
    return read(names);
  };
  await expect(trainer.validate()).rejects.toThrow("It fell over.");
  expect(batches).toBe(2);
  expect(await trainer.validate()).toEqual(measured);
  expect(bitsOf(await trainer.save())).toBe(saved);
  trainer.destroy();
});

/** As a text, which is compared much faster than its arrays. */
const bitsOf = (checkpoint: Checkpoint) => Buffer.from(encodeCheckpoint(checkpoint)).toString("base64");
