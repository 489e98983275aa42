import { beforeEach, expect, test } from "vitest";
import type { SeriesData } from "../../data/examples";
import { rowNamesFrom } from "../../data/rowNames";
import { weather } from "../../data/samples/weather";
import { WebgpuUnavailableError } from "../../engine/backends/webgpu/webgpu";
import type { DataSource } from "../protocol";
import { TestSession } from "./testing";

const noWebgpu = () => Promise.reject(new WebgpuUnavailableError("No adapter here."));

let session: TestSession;
let source: DataSource;

/** Two years of weather, and a month that is to come. */
beforeEach(async () => {
  session = new TestSession(noWebgpu);
  await session.open("cpu");
  const whole = weather();
  if (!whole.future) throw new Error("The weather has a future.");
  const data: SeriesData = {
    ...whole,
    rows: whole.rows.slice(0, 730),
    targets: whole.targets.slice(0, 730),
    times: rowNamesFrom(whole.times, 0, 730),
    trainRows: 584,
    future: { ...whole.future, times: rowNamesFrom(whole.times, 730, 760) },
  };
  source = { kind: "prepared", data };
  session.send({ type: "loadData", loadId: 1, source });
  await session.until("runStarted", ({ run }) => run.cause === "data", 0);
  await session.next("snapshot");
});

test("a month behind the last day is told after a step, by the network as it then is, and after that nothing", async () => {
  expect(session.of("foreseen")).toEqual([]);
  session.send({ type: "step" });
  const { step, future, runId } = await session.next("foreseen");
  expect([step, runId]).toEqual([1, 2]);
  const [{ names, pastNames, forecast, low80, high80 }] = future.series;
  expect([pastNames.at(-1), names[0], names.length]).toEqual(["2002-12-31", "2003-01-01", 30]);
  for (const [j, value] of forecast.entries()) expect(low80[j] < value && value < high80[j]).toBe(true);
  expect(future.coverage[0]?.count).toBeGreaterThan(1000);
  session.send({ type: "evaluate" });
  const again = await session.next("foreseen");
  expect(again.future).toEqual(future);
  session.send({ type: "step" });
  expect((await session.next("foreseen")).future).not.toEqual(future);
});

test("it is told while the network trains, of a part of what is held out, and of all of it when it rests", async () => {
  session.send({ type: "train" });
  const first = await session.next("foreseen");
  expect(first.future.origins).toBeLessThanOrEqual(64);
  expect(first.future.series).toHaveLength(1);
  session.send({ type: "pause" });
  const last = await session.until("foreseen", ({ future }) => future.origins > 64);
  // One for each held-out row but the last.
  expect(last.future.origins).toBe(146);
  expect(last.step).toBe(session.of("state").at(-1)?.step);
});

test("a run that goes on from its state has the same month told, once, though no step is taken", async () => {
  session.send({ type: "step" });
  const { future } = await session.next("foreseen");
  const checkpoint = session.of("saved").at(-1)?.checkpoint;
  if (!checkpoint) throw new Error("The step is saved.");
  const setup = { data: source, settings: null, probe: null };
  session.send({ type: "open", engine: "cpu", setup, checkpoint });
  const begun = await session.next("runStarted");
  const again = await session.next("foreseen");
  expect([again.runId, again.step]).toEqual([begun.runId, 1]);
  expect(again.future).toEqual(future);
  await session.next("rested");
  expect(session.of("foreseen")).toHaveLength(2);
});

test("a text has no future", async () => {
  session.send({ type: "loadData", loadId: 2, source: { kind: "pasted", text: "the cat sat. ".repeat(80) } });
  await session.until("runStarted", ({ runId }) => runId === 3, 0);
  session.send({ type: "step" });
  await session.next("evaluated");
  await session.next("rested");
  expect(session.of("foreseen")).toEqual([]);
  expect(session.of("failed")).toEqual([]);
});
