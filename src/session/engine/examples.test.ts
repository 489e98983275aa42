import { expect, test } from "vitest";
import { nodeGpu } from "../../../scripts/nodeGpu";
import type { SequencesData } from "../../data/examples";
import { requestWebgpuBackend, WebgpuUnavailableError } from "../../engine/backends/webgpu/webgpu";
import { Random } from "../../random";
import { TestSession } from "./testing";

const noWebgpu = () => Promise.reject(new WebgpuUnavailableError("No adapter here."));

/** Sequences of 3 to 7 steps of one feature, whose class is whether they begin high or low. */
function beginnings(count: number): SequencesData {
  const random = Random.fromSeed(3);
  const lengths = Int32Array.from({ length: count }, (_, i) => 3 + (i % 5));
  const labels = Int32Array.from({ length: count }, (_, i) => i % 2);
  const inputs = Array.from(lengths, (length, i) =>
    Array.from({ length }, (_, t) => (t === 0 ? 2 * labels[i] - 1 : 0.3 * random.normal())),
  ).flat();
  const indices = Int32Array.from({ length: count }, (_, i) => i);
  return {
    kind: "sequences",
    name: "beginnings",
    sizeBytes: 10,
    decisions: ["Made for a test."],
    suggested: { hiddenSizes: [12], batchSize: 16, learningRate: 0.02 },
    input: {
      kind: "features",
      features: [{ name: "level", unit: "m", shift: 10, scale: 2 }],
      display: { kind: "lines" },
    },
    answer: { kind: "class", at: "last", labels: ["low", "high"] },
    lengths,
    inputs: Float32Array.from(inputs),
    answers: labels,
    names: Array.from(indices, (i) => `sequence ${i}`),
    train: indices.slice(0, count - 20),
    heldOut: indices.slice(count - 20),
  };
}

test("sequences with labels are trained on, shown and told apart", async () => {
  const session = new TestSession(noWebgpu);
  await session.open("cpu");
  session.send({ type: "loadData", loadId: 7, source: { kind: "prepared", data: beginnings(120) } });
  const { run } = await session.next("runStarted");
  expect(run.settings).toMatchObject({
    hiddenSizes: [12],
    batchSize: 16,
    learningRate: 0.02,
    sequenceLength: 7,
  });
  expect(run.probe).toEqual({ kind: "example", index: 100 });
  const loaded = session.of("dataLoaded").pop();
  expect(loaded).toMatchObject({
    loadId: 7,
    data: { kind: "examples", train: 100, heldOut: 20, longest: 7 },
  });

  const { snapshot } = await session.next("snapshot");
  expect(snapshot).toMatchObject({
    steps: 3,
    sequence: { name: "sequence 100", part: "heldOut", index: 100 },
  });
  const { input } = snapshot.sequence;
  if (input.kind !== "features" || snapshot.answer.kind !== "class") throw new Error("Another kind of data.");
  // In the units that people know: −1 · 2 + 10.
  expect(input.values[0]).toBe(8);
  expect(snapshot.answer.probabilities).toHaveLength(3 * 2);
  expect(Array.from(snapshot.answer.truth)).toEqual([0, 0, 0]);

  session.send({ type: "train" });
  await session.until("metrics", ({ points }) => points.some(({ step }) => step >= 150));
  session.send({ type: "pause" });
  await session.until("state", ({ training }) => !training);
  const last = session.of("validation").at(-1)?.points.at(-1);
  expect(last?.accuracy).toBeGreaterThan(0.95);

  session.send({
    type: "setProbe",
    probe: { kind: "own", name: "drawn", steps: 2, values: Float32Array.of(12, 10) },
  });
  const own = await session.until("snapshot", (event) => event.snapshot.sequence.part === "own");
  if (own.snapshot.answer.kind !== "class") throw new Error("Another kind of data.");
  expect(own.snapshot.answer.probabilities[3]).toBeGreaterThan(0.9);
});

test("data goes back and forth with a text, each with settings that suit it", async () => {
  const session = new TestSession(noWebgpu);
  await session.open("cpu");
  session.send({ type: "loadData", loadId: 1, source: { kind: "generated", sample: "weather" } });
  const first = await session.next("runStarted");
  expect(first.run.settings).toMatchObject({ hiddenSizes: [32], sequenceLength: 30 });
  session.send({ type: "step" });
  await session.until("metrics", ({ points }) => points.length > 0);
  session.send({ type: "loadData", loadId: 2, source: { kind: "sample" } });
  const second = await session.next("runStarted");
  expect(second.run.settings).toMatchObject({ hiddenSizes: [64], sequenceLength: 64 });
  // Too long for a series of 4,380 rows is no crash but a sentence.
  session.send({ type: "loadData", loadId: 3, source: { kind: "generated", sample: "weather" } });
  const { run } = await session.next("runStarted");
  session.send({ type: "configure", change: { ...run.settings, sequenceLength: 1000 } });
  const { run: longer } = await session.next("runStarted");
  expect(longer.settings.sequenceLength).toBe(1000);
});

test("both engines learn from the same examples, of different lengths, to the same losses", async () => {
  const lossesOn = async (engine: "cpu" | "webgpu") => {
    const session = new TestSession(engine === "cpu" ? noWebgpu : () => requestWebgpuBackend(nodeGpu()));
    await session.open(engine);
    session.send({ type: "loadData", loadId: 1, source: { kind: "prepared", data: beginnings(60) } });
    await session.next("runStarted");
    for (let step = 1; step <= 3; step++) {
      session.send({ type: "step" });
      await session.until("evaluated", (event) => event.step === step, 0);
    }
    const evaluation = session.of("evaluated").pop()?.evaluation;
    if (evaluation?.kind !== "classes") throw new Error("These are classes.");
    const losses = session.of("metrics").flatMap(({ points }) => points.map(({ loss }) => loss));
    return { losses, evaluation, engine: session.of("engine").pop()?.status.name };
  };
  const [cpu, webgpu] = [await lossesOn("cpu"), await lossesOn("webgpu")];
  expect([cpu.engine, webgpu.engine]).toEqual(["cpu", "webgpu"]);
  expect(cpu.losses).toHaveLength(3);
  cpu.losses.forEach((loss, i) => {
    expect(Math.abs(webgpu.losses[i] - loss)).toBeLessThan(1e-4);
  });
  expect(webgpu.evaluation.loss).toBeCloseTo(cpu.evaluation.loss, 4);
  expect(webgpu.evaluation.evaluated).toBe(20);
  expect(webgpu.evaluation.counts.reduce((a, b) => a + b)).toBe(20);
  // A software GPU compiles the kernels of three plans.
}, 120_000);
