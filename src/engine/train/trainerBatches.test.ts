/** What the trainer does with batches, options and schedules, each shown by what it changes. */
import { expect, test } from "vitest";
import { indexOfLargest } from "../../data/evaluation/indexOfLargest";
import { validationPieces } from "../../data/windows";
import { Random } from "../../random";
import type { BackendName } from "../backends/backend";
import { testBackends } from "../conformance/testBackends";
import { expectClose } from "../conformance/testing";
import { type NetworkConfig, simpleNetwork } from "../model/config";
import type { TrainingConfig } from "./checkpoint";
import { defaultTraining } from "./defaultTraining";
import { Generator } from "./generator";
import { softmaxRows } from "./inspector";
import { defaultOptimizers } from "./optimizer";
import type { Batch, Sequences, Windows } from "./sequences";
import { TextSequences } from "./textSequences";
import { initialCheckpoint, NonFiniteLossError, Trainer } from "./trainer";

const backendOf = testBackends();
const backends: readonly BackendName[] = ["cpu", "webgpu"];
const tolerance = { atol: 1e-5, rtol: 1e-4 };

const T = 5;
const classes = 3;
const features: NetworkConfig = {
  ...simpleNetwork({
    cell: "lstm",
    input: { kind: "features", size: 2 },
    hiddenSizes: [4],
    outputs: classes,
  }),
  bidirectional: true,
  loss: { kind: "crossEntropy", labelSmoothing: 0, classWeights: [1, 0.25, 3], ignoredClass: null },
};
const tokens = simpleNetwork({
  cell: "gru",
  input: { kind: "embedding", vocabularySize: 4, size: 3 },
  hiddenSizes: [4],
  outputs: 4,
});
const training: TrainingConfig = { ...defaultTraining, sequenceLength: T, batchSize: 3, clipNorm: 0 };

/** A sequence of some valid steps, each with two features and a class. */
interface Example {
  readonly x: readonly number[];
  readonly y: readonly number[];
}

const random = Random.fromSeed(8);
const examples: readonly Example[] = [1, 5, 2, 4, 1, 3].map((length) => ({
  x: Array.from({ length: 2 * length }, () => random.normal()),
  y: Array.from({ length }, () => random.integer(0, classes - 1)),
}));

/** Time-major, with `padding` where a sequence is over. */
function batchOf(some: readonly Example[], steps: number, at: "every" | "last", padding = 0): Batch {
  const B = some.length;
  const input = new Float32Array(steps * B * 2).fill(padding);
  const everyTarget = new Int32Array(steps * B);
  some.forEach(({ x, y }, b) => {
    y.forEach((label, t) => {
      everyTarget[t * B + b] = label;
      input.set(x.slice(2 * t, 2 * t + 2), (t * B + b) * 2);
    });
  });
  return {
    input,
    targets: at === "every" ? everyTarget : Int32Array.from(some, ({ y }) => y[y.length - 1]),
    lengths: Int32Array.from(some, ({ y }) => y.length),
  };
}

const sequencesOf = (batches: readonly Batch[], masked: boolean): Sequences => ({
  trainLength: 16,
  masked,
  validation: batches,
  draw: (_random, step) => batches[step % batches.length],
});

async function trainerOf(
  name: BackendName,
  config: NetworkConfig,
  sequences: Sequences,
  change: Partial<TrainingConfig> = {},
  vocabulary: readonly string[] = [],
): Promise<Trainer> {
  const start = initialCheckpoint({ config, vocabulary }, { ...training, ...change });
  return Trainer.create(backendOf(name), sequences, start);
}

async function advance(trainer: Trainer, steps = 1): Promise<number[]> {
  const results = [];
  for (let i = 0; i < steps; i++) results.push(...(await trainer.advance()));
  results.push(...(await trainer.finish()));
  return results.map(({ loss }) => loss);
}

const parametersOf = async (trainer: Trainer) => (await trainer.save()).parameters;

for (const name of backends) {
  test.each(["every", "last"] as const)(
    `${name}: with lengths and class weights, validation is the mean over all positions, head at %s`,
    async (at) => {
      const config = { ...features, head: { size: classes, at } };
      const weights = config.loss.kind === "crossEntropy" ? (config.loss.classWeights ?? []) : [];
      // Each sequence alone, without any padding.
      const sums = { loss: 0, weight: 0, right: 0, count: 0 };
      for (const one of examples) {
        const steps = one.y.length;
        const alone = sequencesOf([batchOf([one], steps, at)], false);
        const trainer = await trainerOf(name, config, alone, { batchSize: 1, sequenceLength: steps });
        const { loss, accuracy } = await trainer.validate();
        const labels = at === "every" ? one.y : one.y.slice(-1);
        const weight = labels.reduce((sum, label) => sum + weights[label], 0);
        sums.loss += loss * weight;
        sums.weight += weight;
        sums.right += accuracy * labels.length;
        sums.count += labels.length;
        trainer.destroy();
      }
      const batches = [batchOf(examples.slice(0, 3), T, at), batchOf(examples.slice(3), T, at)];
      const trainer = await trainerOf(name, config, sequencesOf(batches, true));
      const { loss, accuracy } = await trainer.validate();
      expectClose("loss", [loss], [sums.loss / sums.weight], tolerance);
      expectClose("accuracy", [accuracy], [sums.right / sums.count], tolerance);
      trainer.destroy();
    },
  );

  test(`${name}: what stands in the padding is without any influence`, async () => {
    const run = async (padding: number) => {
      const trainer = await trainerOf(
        name,
        features,
        sequencesOf([batchOf(examples.slice(0, 3), T, "every", padding)], true),
      );
      const losses = await advance(trainer, 3);
      const parameters = await parametersOf(trainer);
      trainer.destroy();
      return { losses, parameters };
    };
    const clean = await run(0);
    expect(clean.losses.every(Number.isFinite)).toBe(true);
    expect(await run(Number.NaN)).toEqual(clean);
    expect(await run(1e6)).toEqual(clean);
  });

  test(`${name}: an id that does not exist may stand in the padding`, async () => {
    const run = async (padding: number) => {
      const lengths = Int32Array.of(5, 1, 3);
      const over = (i: number) => Math.floor(i / 3) >= lengths[i % 3];
      const input = Int32Array.from({ length: 3 * T }, (_, i) => (over(i) ? padding : i % 4));
      const targets = Int32Array.from({ length: 3 * T }, (_, i) => (over(i) ? 0 : (i + 1) % 4));
      const trainer = await trainerOf(name, tokens, sequencesOf([{ input, targets, lengths }], true));
      await advance(trainer, 2);
      const parameters = await parametersOf(trainer);
      trainer.destroy();
      return parameters;
    };
    const parameters = await run(0);
    expect(parameters.every(Number.isFinite)).toBe(true);
    expect(await run(-1)).toEqual(parameters);
  });

  test(`${name}: a batch without lengths has whole sequences, also after one with lengths`, async () => {
    const whole = batchOf([examples[1], examples[1], examples[1]], T, "every");
    const { lengths: _, ...withoutLengths } = whole;
    const short = batchOf(examples.slice(3), T, "every");
    const losses = async (second: Batch) => {
      const trainer = await trainerOf(name, features, sequencesOf([short, second], true));
      const found = await advance(trainer, 2);
      trainer.destroy();
      return found;
    };
    expect(await losses(withoutLengths)).toEqual(await losses(whole));
    expect((await losses(whole))[1]).not.toBe((await losses(short))[1]);
  });

  test(`${name}: the schedule sets the rate of every step`, async () => {
    const batches = sequencesOf([batchOf(examples.slice(0, 3), T, "every")], true);
    const sgd = { optimizer: defaultOptimizers.sgd, learningRate: 0.4 };
    const schedule = { warmupSteps: 2, decay: { kind: "step", every: 1, factor: 0.5 } } as const;
    const scheduled = await trainerOf(name, features, batches, { ...sgd, schedule });
    const manual = await trainerOf(name, features, batches, sgd);
    for (const rate of [0.2, 0.4, 0.4, 0.2, 0.1]) {
      expect(scheduled.learningRate).toBeCloseTo(rate, 12);
      manual.setLearningRate(rate);
      await advance(scheduled);
      await advance(manual);
      expect(await parametersOf(scheduled)).toEqual(await parametersOf(manual));
    }
    scheduled.destroy();
    manual.destroy();
  });

  test(`${name}: gradients are clipped by value`, async () => {
    const batches = sequencesOf([batchOf(examples.slice(0, 3), T, "every")], true);
    const sgd = { optimizer: defaultOptimizers.sgd, learningRate: 1 };
    const trainer = await trainerOf(name, features, batches, { ...sgd, clipValue: 0.01 });
    const before = await parametersOf(trainer);
    await advance(trainer);
    const after = await parametersOf(trainer);
    const largest = Math.max(...after.map((value, i) => Math.abs(value - before[i])));
    expect(largest).toBeCloseTo(0.01, 6);
    trainer.destroy();
  });
}

const text = Int32Array.from({ length: 300 }, (_, i) => [0, 1, 2, 3, 2, 1, 1][i % 7]);
const streams: TrainingConfig = { ...training, windows: "streams" };
const ofText = (config: TrainingConfig) => new TextSequences({ tokens: text, trainLength: 240, ...config });
const streamTrainer = (name: BackendName, change: Partial<TrainingConfig> = {}) =>
  trainerOf(name, tokens, ofText(streams), { ...streams, ...change }, ["a", "b", "c", "d"]);

for (const name of backends) {
  test(`${name}: windows that the backend gathers are the batches that they stand for`, async () => {
    const gathered = ofText(streams);
    /** The same by hand. */
    const batchFor = ({ starts, fresh = false }: Windows): Batch => {
      const from = (offset: number) =>
        Int32Array.from({ length: 3 * T }, (_, i) => text[starts[i % 3] + Math.floor(i / 3) + offset]);
      return { input: from(0), targets: from(1), fresh };
    };
    const written: Sequences = {
      trainLength: gathered.trainLength,
      masked: false,
      validation: [],
      draw: (random, step) => batchFor(gathered.draw(random, step)),
    };
    const results = [];
    for (const sequences of [gathered, written]) {
      const trainer = await trainerOf(name, tokens, sequences, streams);
      results.push(await advance(trainer, 17));
      trainer.destroy();
    }
    expect(results[0]).toEqual(results[1]);
    expect(new Set(results[0]).size).toBe(17);
  });

  // One piece and two, in one batch or in several, of windows that are shorter or longer than they are, with and without carried states.
  test.each([
    { length: 300, sequenceLength: 5, batchSize: 3, windows: "random" },
    { length: 300, sequenceLength: 64, batchSize: 1, windows: "streams" },
    { length: 300, sequenceLength: 200, batchSize: 2, windows: "random" },
    { length: 620, sequenceLength: 16, batchSize: 1, windows: "random" },
    { length: 620, sequenceLength: 33, batchSize: 2, windows: "streams" },
  ] as const)(
    `${name}: validation reads the held-out part through, however long sequences are ($length symbols, T = $sequenceLength, B = $batchSize, $windows)`,
    async ({ length, ...change }) => {
      const symbols = Int32Array.from({ length }, (_, i) => (i * i + (i >> 3)) % 4);
      const trainLength = 230;
      const config = { ...tokens, cell: "lstm" as const, hiddenSizes: [4, 3] };
      const own = { ...training, ...change };
      const text = new TextSequences({ tokens: symbols, trainLength, ...own });
      const trainer = await trainerOf(name, config, text, own, ["a", "b", "c", "d"]);
      const before = await advance(trainer, 2);
      const { loss, losses, accuracy } = await trainer.validate();
      // One symbol after the other, from the 64 before each piece on.
      const reader = await Generator.create(backendOf(name), config, trainer.executable);
      const expected: number[] = [];
      let right = 0;
      for (const { start, end } of validationPieces(trainLength, length)) {
        reader.restart();
        for (let place = start - 64; place < end; place++) {
          const probabilities = softmaxRows((await reader.feed(symbols[place])).logits, 4);
          if (place < start) continue;
          expected.push(-Math.log(probabilities[symbols[place + 1]]));
          if (indexOfLargest(probabilities) === symbols[place + 1]) right++;
        }
      }
      expect(expected).toHaveLength(length - trainLength);
      expectClose("losses", losses, expected, tolerance);
      expect(loss).toBeCloseTo(expected.reduce((sum, one) => sum + one, 0) / expected.length, 5);
      expect(accuracy).toBeCloseTo(right / expected.length, 6);
      // And training goes on as if nothing had been validated.
      const quiet = await trainerOf(name, config, text, own, ["a", "b", "c", "d"]);
      expect([...before, ...(await advance(trainer, 2))]).toEqual(await advance(quiet, 4));
      for (const one of [reader, trainer, quiet]) one.destroy();
    },
  );

  test(`${name}: validating between the windows of streams changes nothing`, async () => {
    const [quiet, asked] = [await streamTrainer(name), await streamTrainer(name)];
    const losses: number[] = [];
    for (let i = 0; i < 8; i++) {
      losses.push(...(await advance(asked)));
      await asked.validate();
    }
    expect(losses).toEqual(await advance(quiet, 8));
    quiet.destroy();
    asked.destroy();
  });

  test(`${name}: validation begins without memory, whatever streams have carried so far`, async () => {
    const trainer = await streamTrainer(name, { learningRate: 0 });
    const before = await trainer.validate();
    await advance(trainer, 5);
    expect(await trainer.validate()).toEqual(before);
    trainer.destroy();
  });

  // A stream has 15 windows: after 14, the steps under way when the error is found are of two epochs.
  test.each([2, 14])(
    `${name}: a step that is not finite leaves streams where they were, after %i steps`,
    async (steps) => {
      const [undone, quiet] = [await streamTrainer(name), await streamTrainer(name)];
      await advance(undone, steps);
      const { parameters } = await undone.save();
      undone.executable.write(
        "parameters",
        parameters.map(() => Number.NaN),
      );
      await expect(advance(undone, 4)).rejects.toThrow(NonFiniteLossError);
      undone.executable.write("parameters", parameters);
      const losses = await advance(undone, 4);
      expect((await advance(quiet, steps + 4)).slice(steps)).toEqual(losses);
      undone.destroy();
      quiet.destroy();
    },
  );

  test(`${name}: a run on streams can go on with random windows`, async () => {
    const trainer = await streamTrainer(name);
    await advance(trainer, 3);
    const saved = await trainer.save();
    const random = { ...saved, training: { ...saved.training, windows: "random" as const } };
    const other = await Trainer.create(backendOf(name), ofText(random.training), random);
    expect((await advance(other, 2)).every(Number.isFinite)).toBe(true);
    trainer.destroy();
    other.destroy();
  });
}

test("another seed draws other dropout for the same weights and batches", async () => {
  const config = { ...features, hiddenSizes: [8, 8], dropout: 0.5 };
  const batches = sequencesOf([batchOf(examples.slice(0, 3), T, "every")], true);
  const lossWith = async (seed: number) => {
    const start = initialCheckpoint({ config, vocabulary: [] }, training);
    const reseeded = { ...start, training: { ...start.training, seed } };
    const trainer = await Trainer.create(backendOf("cpu"), batches, reseeded);
    return (await advance(trainer))[0];
  };
  expect(await lossWith(1)).toBe(await lossWith(1));
  expect(await lossWith(1)).not.toBe(await lossWith(2));
});

test("after an early stop, training on has the same patience again", async () => {
  const batches = sequencesOf([batchOf(examples.slice(0, 3), T, "every")], true);
  const trainer = await trainerOf("cpu", features, batches, { patience: 2 });
  const judged = [];
  for (const loss of [1, 2, 2, 2, 2, 0.5, 2]) judged.push(await trainer.judge({ loss }));
  expect(judged).toEqual([false, false, true, false, true, false, false]);
});
