import { expect, test } from "vitest";
import type { SequencesData } from "../../data/examples";
import { WebgpuUnavailableError } from "../../engine/backends/webgpu/webgpu";
import { message } from "../../words/message";
import { TestSession } from "./testing";

const noWebgpu = () => Promise.reject(new WebgpuUnavailableError("No adapter here."));

/** Twenty sequences of zeros. */
function zeros(steps: number, suggested: SequencesData["suggested"] = {}): SequencesData {
  const indices = Int32Array.from({ length: 20 }, (_, i) => i);
  return {
    kind: "sequences",
    name: "zeros",
    sizeBytes: 1,
    decisions: [],
    suggested,
    input: {
      kind: "features",
      features: [{ name: "x", unit: null, shift: 0, scale: 1 }],
      display: { kind: "lines" },
    },
    answer: { kind: "class", at: "last", labels: ["even", "odd"] },
    lengths: new Int32Array(20).fill(steps),
    inputs: new Float32Array(20 * steps),
    answers: indices.map((i) => i % 2),
    names: Array.from(indices, (i) => `sequence ${i}`),
    train: indices.slice(0, 14),
    heldOut: indices.slice(14),
  };
}

async function trainingSession(): Promise<TestSession> {
  const session = new TestSession(noWebgpu);
  await session.open("cpu");
  session.send({ type: "train" });
  await session.next("metrics");
  return session;
}

test("a file that can no longer be read is rejected, and training goes on", async () => {
  const session = await trainingSession();
  const file = new File(["moved"], "moved.txt");
  file.arrayBuffer = () => Promise.reject(new DOMException("The file has gone.", "NotReadableError"));
  session.send({ type: "loadData", loadId: 5, source: { kind: "file", file } });
  expect(await session.next("dataRejected")).toMatchObject({
    loadId: 5,
    name: "moved.txt",
    message: message("engine.unreadable", { name: "moved.txt", said: "The file has gone." }),
  });
  await session.next("metrics");
  expect(session.of("state").pop()).toMatchObject({ training: true });
  expect(session.of("failed")).toEqual([]);
  session.send({ type: "pause" });
});

test("data whose network would be too large is rejected, and the run from before is kept", async () => {
  const session = await trainingSession();
  const suggested = { hiddenSizes: [512], batchSize: 256, sequenceLength: 1024 };
  session.send({ type: "loadData", loadId: 6, source: { kind: "prepared", data: zeros(1024, suggested) } });
  const rejected = await session.next("dataRejected");
  expect(rejected.loadId).toBe(6);
  expect(rejected.message).toMatchObject({
    key: "common.sentences",
    values: {
      parts: [
        { key: "engine.planTooLarge", values: { needed: expect.any(Number), limit: expect.any(Number) } },
        message("engine.planTooLargeAdvice"),
      ],
    },
  });
  session.send({ type: "step" });
  await session.next("metrics");
  expect(session.of("dataLoaded").map((event) => event.loadId)).toEqual([null]);
});

test("a probe that is too long fails once", async () => {
  const session = new TestSession(noWebgpu);
  await session.open("cpu");
  session.send({ type: "setProbe", probe: { kind: "text", text: "the cat ".repeat(400_000) } });
  expect(await session.next("failed")).toMatchObject({ failure: { kind: "planTooLarge" } });
  // What is next in turn has its turn.
  session.send({ type: "evaluate" });
  await session.next("evaluated");
  session.send({ type: "setProbe", probe: { kind: "text", text: "the" } });
  await session.until("snapshot", ({ snapshot }) => snapshot.steps === 3);
  expect(session.of("failed")).toHaveLength(1);
});

test.each([
  ["no steps", { kind: "own", name: "drawn", steps: 0, values: new Float32Array(0) }],
  ["an index beyond", { kind: "example", index: 20 }],
  ["an index before", { kind: "example", index: -1 }],
] as const)("a probe with %s is taken for the first held-out example", async (_, probe) => {
  const session = new TestSession(noWebgpu);
  await session.open("cpu");
  session.send({ type: "loadData", loadId: 7, source: { kind: "prepared", data: zeros(5) } });
  await session.until("snapshot", ({ snapshot }) => snapshot.steps === 5);
  session.send({ type: "setProbe", probe });
  const { snapshot } = await session.next("snapshot");
  expect(snapshot.sequence).toMatchObject({ part: "heldOut", index: 14 });
});
