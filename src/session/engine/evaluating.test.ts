import { beforeEach, expect, test } from "vitest";
import { WebgpuUnavailableError } from "../../engine/backends/webgpu/webgpu";
import { TestSession } from "./testing";

const noWebgpu = () => Promise.reject(new WebgpuUnavailableError("No adapter here."));

let session: TestSession;

/** Some of the held-out examples have been asked: the first comes right after a picture, all of them take many turns. */
beforeEach(async () => {
  session = new TestSession(noWebgpu);
  await session.open("cpu");
  const task = { kind: "task", task: "adding", parameters: { steps: 250, terms: 2 }, seed: 1 } as const;
  session.send({ type: "loadData", loadId: 1, source: { kind: "prepared", data: task } });
  await session.until("snapshot", ({ snapshot }) => snapshot.steps === 250);
  session.send({ type: "evaluate" });
  session.send({ type: "setProbe", probe: { kind: "example", index: 3 } });
  await session.until("snapshot", ({ snapshot }) => snapshot.sequence.index === 3);
  expect(session.of("evaluated")).toEqual([]);
});

async function evaluatedAgain() {
  session.send({ type: "evaluate" });
  return (await session.next("evaluated")).evaluation;
}

test("what was asked before a step does not count after it", async () => {
  session.send({ type: "step" });
  const { evaluation, step } = await session.next("evaluated");
  expect(step).toBe(1);
  expect(evaluation).toMatchObject({ evaluated: 500, heldOut: 500 });
  expect(await evaluatedAgain()).toEqual(evaluation);
});

test("what was asked of a run does not count for the next", async () => {
  const { settings } = session.of("runStarted").slice(-1)[0].run;
  session.send({ type: "configure", change: { ...settings, hiddenSizes: [9] } });
  await session.next("runStarted");
  const evaluation = await evaluatedAgain();
  expect(await evaluatedAgain()).toEqual(evaluation);
  expect(session.of("failed")).toEqual([]);
  expect(session.of("evaluated").map(({ runId }) => runId)).toEqual([3, 3]);
});
