/** On made data where two of six inputs matter, those two come first. */
import { expect, test, vi } from "vitest";
import type { SequencesData } from "../../../data/examples";
import { WebgpuUnavailableError } from "../../../engine/backends/webgpu/webgpu";
import { Random } from "../../../random";
import type { ImportanceReport } from "../../protocol";
import { TestSession } from "../testing";

const noWebgpu = () => Promise.reject(new WebgpuUnavailableError("No adapter here."));

const I = 6;
const T = 6;
const N = 1200;

/** Of six inputs the second and the fifth decide: the class is the sign of the sum of both over all steps. */
function made(isCopied = false): SequencesData {
  const random = Random.fromSeed(7);
  const inputs = new Float32Array(N * T * I);
  const answers = new Int32Array(N);
  for (let n = 0; n < N; n++) {
    let sum = 0;
    for (let t = 0; t < T; t++) {
      const at = (n * T + t) * I;
      for (let i = 0; i < I; i++) inputs[at + i] = random.normal();
      // The third is nearly the second.
      if (isCopied) inputs[at + 2] = inputs[at + 1] + 0.05 * random.normal();
      sum += inputs[at + 1] + inputs[at + 4];
    }
    answers[n] = sum > 0 ? 1 : 0;
  }
  const all = Int32Array.from({ length: N }, (_, n) => n);
  return {
    ...{ kind: "sequences", name: "made", sizeBytes: 0, decisions: [] },
    suggested: { learningRate: 0.01, batchSize: 32, hiddenSizes: [8], sequenceLength: T },
    input: {
      kind: "features",
      features: Array.from({ length: I }, (_, i) => ({ name: `x${i}`, unit: null, shift: 0, scale: 1 })),
      display: { kind: "lines" },
    },
    answer: { kind: "class", at: "last", labels: ["below", "above"] },
    lengths: new Int32Array(N).fill(T),
    inputs,
    answers,
    names: Array.from(all),
    train: all.slice(0, 800),
    heldOut: all.slice(800),
  };
}

/** Trained for 250 steps, with the look asked for while it trains or at rest. */
async function importanceOf(data: SequencesData, isTraining: boolean) {
  const session = new TestSession(noWebgpu);
  await session.open("cpu");
  session.send({ type: "loadData", loadId: 1, source: { kind: "prepared", data } });
  await session.until("runStarted", ({ run }) => run.cause === "data", 0);
  session.send({ type: "train" });
  await session.until("metrics", ({ points }) => points.some(({ step }) => step >= 250), 0);
  if (!isTraining) session.send({ type: "pause" });
  session.send({ type: "look", look: "importance" });
  const looked = await session.until("looked", ({ running }) => !running);
  session.send({ type: "pause" });
  if (looked.look !== "importance" || !looked.value) throw new Error("It is measured.");
  return { report: looked.value, session };
}

const risesOf = ({ inputs }: ImportanceReport) =>
  inputs.map(({ name, rise }) => {
    if (!rise) throw new Error(`Nothing is known of ${name}.`);
    return { name, ...rise };
  });

test("the two that matter come first, and the others are within noise of nothing", async () => {
  const { report } = await importanceOf(made(), false);
  expect(report.share).toBe(1);
  expect(report.examples).toBe(400);
  expect(report.correlated).toEqual([]);
  const sorted = risesOf(report).toSorted((a, b) => b.mean - a.mean);
  expect(
    sorted
      .slice(0, 2)
      .map(({ name }) => name)
      .toSorted(),
  ).toEqual(["x1", "x4"]);
  const least = sorted[1].low;
  // What is left is chance, whatever the loss is.
  expect(least).toBeGreaterThan(report.loss);
  for (const { mean, low, high } of sorted.slice(2)) {
    expect(Math.abs(mean)).toBeLessThan(0.1 * least);
    expect(low).toBeLessThan(0.02 * least);
    expect(high).toBeGreaterThan(-0.02 * least);
  }
});

test("inputs that go together are said to, and training goes on meanwhile", async () => {
  // Every look at the clock takes so long that what was done until then is told.
  let nowMs = 0;
  const clock = vi.spyOn(performance, "now").mockImplementation(() => {
    nowMs += 30;
    return nowMs;
  });
  const { report, session } = await importanceOf(made(true), true).finally(() => clock.mockRestore());
  expect(report.correlated).toMatchObject([{ a: "x1", b: "x2" }]);
  expect(report.correlated[0].r).toBeGreaterThan(0.99);
  const types = session.events.map(({ type }) => type);
  const looks = session.events.flatMap((event, i) =>
    event.type === "looked" && event.look === "importance" ? [i] : [],
  );
  expect(types.slice(looks[0], looks.at(-1)).filter((type) => type === "metrics").length).toBeGreaterThan(1);
});

test("one input alone, or symbols, have nothing to be compared with", async () => {
  const session = new TestSession(noWebgpu);
  await session.open("cpu");
  session.send({ type: "look", look: "importance" });
  const looked = await session.until("looked", ({ running }) => !running);
  expect(looked.value).toBeNull();
});
