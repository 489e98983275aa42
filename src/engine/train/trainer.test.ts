import { expect, test } from "vitest";
import { nodeGpu } from "../../../scripts/nodeGpu";
import type { Backend } from "../backends/backend";
import { createCpuBackend } from "../backends/cpu/cpu";
import { requestWebgpuBackend } from "../backends/webgpu/webgpu";
import { selfCheck } from "./selfCheck";
import { TextSequences } from "./textSequences";
import { initialCheckpoint, NonFiniteLossError, Trainer } from "./trainer";

/** A text of period 7 over 5 symbols. */
const tokens = Int32Array.from({ length: 700 }, (_, i) => [0, 1, 2, 3, 4, 3, 1][i % 7]);
const network = {
  config: {
    cell: "gru" as const,
    input: { kind: "embedding" as const, vocabularySize: 5, size: 4 },
    hiddenSize: 8,
    head: { size: 5 },
  },
  vocabulary: ["a", "b", "c", "d", "e"],
};
const training = { sequenceLength: 9, batchSize: 4, learningRate: 0.02, clipNorm: 1, seed: 3 };
const sequences = new TextSequences({ tokens, trainLength: 600, ...training });
const start = initialCheckpoint(network, training);

const backends: readonly (readonly [string, () => Promise<Backend>])[] = [
  ["cpu", async () => createCpuBackend()],
  ["webgpu", () => requestWebgpuBackend(nodeGpu())],
];

async function advance(trainer: Trainer, steps: number): Promise<number[]> {
  const results = [];
  for (let i = 0; i < steps; i++) results.push(...(await trainer.advance()));
  results.push(...(await trainer.finish()));
  return results.map(({ lossNats }) => lossNats);
}

test.each(backends)(
  "%s: the same seed gives the same run, and a checkpoint goes on with it, bit for bit",
  async (_, open) => {
    const backend = await open();
    const whole = await Trainer.create(backend, sequences, start);
    const losses = await advance(whole, 12);
    expect(losses).toHaveLength(12);

    const firstHalf = await Trainer.create(backend, sequences, start);
    const before = await advance(firstHalf, 5);
    const saved = structuredClone(await firstHalf.save());
    expect(saved.step).toBe(5);
    const secondHalf = await Trainer.create(backend, sequences, saved);
    // Validating in between changes nothing.
    await secondHalf.validate();
    expect([...before, ...(await advance(secondHalf, 7))]).toEqual(losses);
    expect((await secondHalf.save()).parameters).toEqual((await whole.save()).parameters);
    backend.destroy();
  },
);

test.each(backends)("%s: learns a simple text", async (_, open) => {
  const backend = await open();
  const trainer = await Trainer.create(backend, sequences, start);
  const first = await trainer.validate();
  expect(first.lossNats).toBeGreaterThan(1.3);
  await advance(trainer, 150);
  const last = await trainer.validate();
  expect(last.lossNats).toBeLessThan(0.3);
  expect(last.accuracy).toBeGreaterThan(0.85);
  expect(await trainer.validate()).toEqual(last);
  expect(trainer.epoch).toBeCloseTo((150 * 36) / 600, 10);
  backend.destroy();
});

test.each(backends)(
  "%s: a step that is not finite is undone, however far ahead the host is",
  async (_, open) => {
    const backend = await open();
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
    backend.destroy();
  },
);

test.each(backends)(
  "%s: a learning rate that blows the weights up ends in the last finite state",
  async (_, open) => {
    const backend = await open();
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
    backend.destroy();
  },
);

test.each(backends)(
  "%s passes the self check, and a backend that computes wrongly does not",
  async (_, open) => {
    const backend = await open();
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
    expect(await selfCheck(wrong)).toMatch(/computes wrong values: logits\[\d+\] is .* instead of .*\./);
    backend.destroy();
  },
);
