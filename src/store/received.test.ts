import { describe, expect, it } from "vitest";
import type {
  ClientEvent,
  DataSummary,
  EngineStatus,
  Failure,
  RunSummary,
  SavedState,
} from "../session/protocol";
import { settingChange } from "../session/settingMessages";
import { defaultSettings } from "../session/settings";
import { message } from "../words/message";
import { initialGeneration } from "./generation";
import { mostHappened } from "./happenings";
import { initialFolder } from "./imports/folder";
import { initialPictures } from "./imports/pictures";
import { initialTable } from "./imports/table";
import { initialKeeping } from "./keeping/initialKeeping";
import { emptyHistory, maxPoints } from "./metrics";
import { pastRun, withPast } from "./past";
import { initialPastFrames } from "./pastFrames";
import { initialRace } from "./racing/initialRace";
import { received } from "./received";
import { emptyRun, shownRun, withShownRun } from "./runs";
import { initialSecond } from "./second";
import { initialSelection } from "./selection";
import { initialSession } from "./session";
import { dataFixture, metricsFixture, runFixture, snapshotOf } from "./sessionFixture";
import type { PastRun, PlaygroundData } from "./state";

const fresh: PlaygroundData = {
  ...initialSession,
  ...initialSelection,
  ...initialPastFrames,
  ...initialGeneration,
  ...initialTable,
  ...initialFolder,
  ...initialPictures,
  ...initialSecond,
  network: null,
  ...initialKeeping,
  ...initialRace,
};
const next = (state: PlaygroundData, event: ClientEvent) => ({ ...state, ...received(state, event) });
const fold = (state: PlaygroundData, ...events: ClientEvent[]) => events.reduce(next, state);
const start = (runId: number, change: Partial<RunSummary> = {}): ClientEvent => ({
  type: "runStarted",
  runId,
  run: { ...runFixture, ...change },
});
const trained = (runId: number, ...steps: number[]): Extract<ClientEvent, { type: "metrics" }> => ({
  type: "metrics",
  runId,
  points: steps.map((step) => metricsFixture(step, 4 - step)),
  epoch: 0.5,
  learningRate: 0.005,
  stepsPerSecond: 10,
  timeStepsPerSecond: 20_480,
});
const texts = (state: PlaygroundData) => state.notices.map(({ text }) => text);

it("drops what an earlier run still sends", () => {
  const state = fold(fresh, start(3));
  const snapshot = snapshotOf(["a"], 8);
  const stale: ClientEvent[] = [
    trained(2, 1),
    { type: "snapshot", runId: 2, snapshot },
    { type: "state", runId: 1, training: true, step: 9 },
    { type: "validation", runId: 2, points: [{ step: 1, loss: 1, accuracy: 1 }] },
  ];
  for (const event of stale) expect(received(state, event)).toBeNull();
  expect(received(state, trained(3, 1))).not.toBeNull();
});

it("knows the sample that the page has opened with", () => {
  const loaded = (data: DataSummary): ClientEvent => ({ type: "dataLoaded", loadId: null, data });
  expect(fold(fresh, loaded(dataFixture), start(1)).source).toEqual({ kind: "sample" });
  const chinese = fold(fresh, loaded({ ...dataFixture, language: "zh" }), start(1));
  expect(chinese.source).toEqual({ kind: "sample", language: "zh" });
});

it("keeps runs by their ids, whatever their order, and shows the one that began last", () => {
  const two = fold(fresh, start(7), start(3), trained(7, 601), trained(3, 602, 603));
  expect([...two.runs.keys()].sort()).toEqual([3, 7]);
  expect([two.shownId, two.runs.get(7)?.step, two.runs.get(3)?.step]).toEqual([3, 601, 603]);
  // The picture of one that is not on the stage moves nobody's playhead.
  const elsewhere = fold(two, { type: "snapshot", runId: 7, snapshot: snapshotOf(["a"], 8) });
  expect(elsewhere.time).toBe(two.time);
  expect(shownRun(elsewhere).snapshot).toBeNull();
  const replaced = fold(two, start(4, { replaces: 7 }));
  expect([...replaced.runs.keys()].sort()).toEqual([3, 4]);
  expect(received(replaced, trained(7, 604))).toBeNull();
});

describe("a new run", () => {
  const failure: Failure = { kind: "engine", message: "It broke.", advice: "Reload." };
  const busy = fold(
    fresh,
    start(1),
    { type: "snapshot", runId: 1, snapshot: snapshotOf(["a", "b"], 64) },
    { type: "state", runId: 1, training: true, step: 600 },
    trained(1, 601, 602),
    { type: "validation", runId: 1, points: [{ step: 602, loss: 2.5, accuracy: 0.3 }] },
    { type: "failed", failure },
  );

  it("clears measurements and failure, and keeps the snapshot until the next one", () => {
    const settings = { ...defaultSettings, hiddenSizes: [32], seed: 9 };
    const now = fold(busy, start(2, { cause: "settings", step: 0, pretrained: false, settings }));
    expect(now).toMatchObject({ shownId: 2, failure: null });
    const summary = { ...runFixture, cause: "settings", step: 0, pretrained: false, settings } as const;
    const { of } = shownRun(now);
    expect(shownRun(now)).toEqual({ ...emptyRun(2, summary), of, snapshot: shownRun(busy).snapshot });
    expect(shownRun(now)).toMatchObject({ settings, training: false, step: 0, history: emptyHistory });
  });

  it("says why it began and what changed", () => {
    expect(texts(busy)).toEqual([]);
    const settings = { ...defaultSettings, hiddenSizes: [128] };
    const widened = message("run.changed", { changes: [settingChange("hiddenSizes", [64], [128])] });
    expect(texts(fold(busy, start(2, { cause: "settings", settings })))).toEqual([widened]);
    const more = { ...defaultSettings, inputKind: "oneHot", batchSize: 8, learningRate: 0.1 } as const;
    expect(texts(fold(busy, start(2, { cause: "settings", settings: more })))).toEqual([
      message("run.changed", {
        changes: [settingChange("inputKind", "embedding", "oneHot"), settingChange("batchSize", 32, 8)],
      }),
    ]);
    expect(texts(fold(busy, start(2, { cause: "reset" })))).toEqual([message("run.freshWeights")]);
    expect(texts(fold(busy, start(2, { cause: "data" })))).toEqual([message("run.newData")]);
  });

  it("compares with the run before, not with what the controls already show", () => {
    const asked = { ...busy, settings: { ...defaultSettings, hiddenSizes: [128] } };
    expect(texts(fold(asked, start(2, { cause: "settings", settings: asked.settings })))).toEqual([
      message("run.changed", { changes: [settingChange("hiddenSizes", [64], [128])] }),
    ]);
  });

  it("repeats no notice, and keeps only the last two", () => {
    const again = fold(
      busy,
      start(2, { cause: "reset" }),
      start(3, { cause: "data" }),
      start(4, { cause: "reset" }),
    );
    expect(texts(again)).toEqual([message("run.newData"), message("run.freshWeights")]);
    const crashed = (reason: string): ClientEvent => ({
      type: "happened",
      happening: { kind: "crashed", reason, savedStep: 7 },
    });
    expect(texts(fold(again, crashed("A"), crashed("B"), crashed("C")))).toEqual(
      ["B", "C"].map((reason) =>
        message("run.crashed", { reason, saved: message("run.saved", { step: 7 }) }),
      ),
    );
  });
});

describe("measurements", () => {
  it("gather, and the last one is at hand", () => {
    const now = fold(fresh, trained(0, 1, 2), trained(0, 3));
    const { latest, step, history, ...speed } = shownRun(now);
    expect([latest?.step, step]).toEqual([3, 3]);
    expect(history.points.map(({ loss }) => loss)).toEqual([3, 2, 1]);
    expect(speed).toMatchObject({
      epoch: 0.5,
      learningRate: 0.005,
      stepsPerSecond: 10,
      timeStepsPerSecond: 20_480,
    });
  });

  it("are timed where their speed is known", () => {
    const unknown = { ...trained(0, 3), stepsPerSecond: null };
    const now = fold(fresh, trained(0, 1, 2), unknown, { ...trained(0, 4), stepsPerSecond: 4 });
    expect(shownRun(now).timed).toEqual({ steps: 3, elapsedMs: 450 });
  });

  it("without a new step change only the speed", () => {
    const idle: ClientEvent = {
      type: "metrics",
      runId: 0,
      points: [],
      epoch: 0.5,
      learningRate: 0.005,
      stepsPerSecond: null,
      timeStepsPerSecond: null,
    };
    const now = fold(fresh, trained(0, 1), idle);
    expect(shownRun(now)).toMatchObject({ step: 1, stepsPerSecond: null });
  });

  it("of the validation stay bounded, the newest among them", () => {
    const events = Array.from({ length: maxPoints + 1 }, (_, i): ClientEvent => {
      return { type: "validation", runId: 0, points: [{ step: i, loss: 1, accuracy: 0.5 }] };
    });
    const { validation } = shownRun(fold(fresh, ...events));
    expect(validation).toHaveLength(maxPoints / 2 + 1);
    expect([validation[0].step, validation[1].step, validation[maxPoints / 2].step]).toEqual([
      0,
      2,
      maxPoints,
    ]);
  });
});

it("shows the step, the loss and the curves of the weights that early stopping has put back", () => {
  const { happened, ...state } = fold(
    fresh,
    start(1, { stepsPerEpoch: 100 }),
    trained(1, 1, 2),
    { type: "validation", runId: 1, points: [{ step: 2, loss: 1.5, accuracy: 0.3 }] },
    trained(1, 3, 4),
    { type: "validation", runId: 1, points: [{ step: 4, loss: 1.7, accuracy: 0.3 }] },
    { type: "state", runId: 1, training: false, step: 2 },
    { type: "stopped", runId: 1, end: { why: "patience", step: 2, undone: 2 } },
  );
  expect(shownRun(state)).toMatchObject({
    step: 2,
    epoch: 0.02,
    latest: { step: 2, loss: 2 },
    validation: [{ step: 2 }],
    ended: { why: "patience", step: 2, undone: 2 },
  });
  expect(shownRun(state).history.points.map(({ step }) => step)).toEqual([1, 2]);
  expect(state.notices.at(-1)?.text).toEqual(message("run.stoppedAtBest", { step: 2, undone: 2 }));
  expect(happened.at(-1)?.step).toBe(2);
});

describe("data", () => {
  it("is announced, then there", () => {
    const loading = fold(fresh, { type: "dataLoading", name: "alice.txt" });
    expect(loading.loadingName).toBe("alice.txt");
    const loaded = fold(loading, { type: "dataLoaded", loadId: 1, data: dataFixture });
    expect([loaded.loadingName, loaded.data]).toEqual([null, dataFixture]);
  });

  it("that is rejected leaves what was there", () => {
    const loaded = fold(fresh, { type: "dataLoaded", loadId: 1, data: dataFixture });
    const now = fold(
      loaded,
      { type: "dataLoading", name: "a.png" },
      { type: "dataRejected", loadId: 1, name: "a.png", message: "This is an image." },
    );
    expect(now.rejected).toEqual({ name: "a.png", message: "This is an image." });
    expect([now.data, now.loadingName]).toEqual([dataFixture, null]);
  });
});

describe("failures", () => {
  it("stop training, and training again takes them away", () => {
    const failure: Failure = {
      kind: "nonFiniteLoss",
      message: "Loss became NaN at step 5.",
      advice: "Lower the rate.",
    };
    const failed = fold(
      fresh,
      { type: "state", runId: 0, training: true, step: 4 },
      { type: "failed", failure },
    );
    expect([failed.failure, shownRun(failed).training]).toEqual([failure, false]);
    const paused = fold(failed, { type: "state", runId: 0, training: false, step: 4 });
    expect(paused.failure).toBe(failure);
    expect(fold(paused, { type: "state", runId: 0, training: true, step: 4 }).failure).toBeNull();
  });

  it.each(["planTooLarge", "settings"] as const)(
    "of kind %s give the controls the settings in use back, all of them, and stop nothing",
    (kind) => {
      const inUse = { ...defaultSettings, learningRate: 0.02 };
      const running = fold(
        fresh,
        start(1),
        { type: "settings", runId: 1, settings: inUse },
        { type: "state", runId: 1, training: true, step: 601 },
      );
      const settings = { ...defaultSettings, batchSize: 256, learningRate: 0.1 };
      const asked = { ...running, ...withShownRun(running, { settings }) };
      const failure: Failure = {
        kind,
        message: "3 GB needed.",
        advice: "Lower the batch size.",
      };
      const after = shownRun(fold(asked, { type: "failed", failure }));
      expect(after.settings).toEqual(inUse);
      expect(after.training).toBe(true);
    },
  );
});

it("keeps the engine's status, and moves of a run to another", () => {
  const status: EngineStatus = {
    name: "cpu",
    choice: "auto",
    device: "CPU",
    reason: "No adapter.",
    webgpu: { state: "unavailable", reason: "No adapter." },
  };
  const opened = fold(fresh, { type: "engine", status });
  expect(opened.engine).toBe(status);
  expect(opened.happened).toEqual([]);
  const gpu = { ...status, name: "webgpu", device: "A GPU" } as const;
  const moved = fold(opened, start(1), trained(1, 601), { type: "engine", status: gpu });
  expect(moved.happened).toMatchObject([
    { step: 601, happening: { kind: "moved", engine: "webgpu", device: "A GPU" } },
  ]);
});

it("keeps what happened when its notices are gone, the newest two hundred", () => {
  const crashed = (savedStep: number): ClientEvent => ({
    type: "happened",
    happening: { kind: "crashed", reason: "out of memory", savedStep },
  });
  const at = next(fold(fresh, start(1), trained(1, 605)), crashed(600));
  const many = fold(at, ...Array.from({ length: mostHappened }, (_, i) => crashed(i)));
  expect(at.happened).toMatchObject([
    { id: 1, step: 605, happening: { kind: "crashed", reason: "out of memory", savedStep: 600 } },
  ]);
  expect(many.happened.map(({ id }) => id)).toEqual(Array.from({ length: mostHappened }, (_, i) => i + 2));
});

describe("runs from before", () => {
  const saved = (step: number, floats = 1): SavedState => ({
    step,
    bytes: new Blob([new Float32Array(floats)]),
  });
  const left = (runId: number, step: number, floats?: number): ClientEvent => ({
    type: "saved",
    runId,
    checkpoint: saved(step, floats),
  });
  const table = { source: { kind: "pasted", text: "abc" }, data: dataFixture } as const;
  const trainedOnce = fold(
    { ...fresh, ...table },
    start(1, { cause: "data", step: 0 }),
    trained(1, 1, 2, 3),
    { type: "validation", runId: 1, points: [{ step: 1, loss: 2.5, accuracy: 0.3 }] },
    left(1, 3),
  );

  it("come back with their curves, their data and their checkpoint, and the present one is then among them", () => {
    const other = { ...dataFixture, name: "other.txt" };
    const restarted = fold(
      trainedOnce,
      { type: "dataLoaded", loadId: null, data: other },
      start(2, { cause: "data", replaces: 1, step: 0 }),
    );
    expect(restarted.past.map(({ id }) => id)).toEqual([1]);
    expect(restarted.notices.at(-1)?.back).toBe(1);
    const back = fold(
      restarted,
      left(2, 0),
      { type: "dataLoaded", loadId: null, data: dataFixture },
      start(3, { cause: "back", back: 1, replaces: 2, step: 3 }),
    );
    const run = shownRun(back);
    expect(run).toMatchObject({ id: 3, step: 3, latest: { step: 3 }, validation: [{ step: 1 }] });
    expect(run.history.points.map(({ step }) => step)).toEqual([1, 2, 3]);
    expect(run.saved).toBe(shownRun(trainedOnce).saved);
    expect(back).toMatchObject({ source: table.source, data: dataFixture });
    expect(back.past.map(({ id }) => id)).toEqual([2]);
    expect(texts(back).at(-1)).toEqual(message("run.wentBack", { step: 3 }));
  });

  it("of which nothing was trained are not kept", () => {
    const restarted = fold(
      fresh,
      start(1, { cause: "reset", step: 0 }),
      left(1, 0),
      start(2, { cause: "reset" }),
    );
    expect(restarted.past).toEqual([]);
  });

  it("show no step that was not saved", () => {
    const crashed = fold(trainedOnce, trained(1, 4, 5), start(2, { cause: "resumed", replaces: 1, step: 3 }));
    expect(shownRun(crashed)).toMatchObject({
      step: 3,
      latest: { step: 3 },
      epoch: 3 / runFixture.stepsPerEpoch,
      learningRate: null,
    });
    expect(shownRun(crashed).history.points.map(({ step }) => step)).toEqual([1, 2, 3]);
    expect(crashed.past).toEqual([]);
  });

  it("are told from a step of the run's own history, from which it goes on", () => {
    const on = fold(trainedOnce, start(2, { cause: "back", back: 1, step: 2 }));
    expect(texts(on).at(-1)).toEqual(message("run.wentOn", { step: 2 }));
    expect([shownRun(on).step, on.past.map(({ id }) => id)]).toEqual([2, [1]]);
  });

  it("keep none that was to begin and was refused or taken back, and all others", () => {
    const run = pastRun(shownRun(trainedOnce));
    if (!run) throw new Error("There is a checkpoint.");
    const kept = { id: "k", beganMs: 0, differs: [] };
    const origins = ["link", "repeat", { file: "a.onnx" }, "page", { keptMs: 5 }] as const;
    const past = origins.map((origin, i) => ({ ...run, id: -1 - i, kept: { ...kept, origin } }));
    const state = { ...trainedOnce, past };
    const failed = (back?: number): ClientEvent => ({
      type: "failed",
      failure: { kind: "settings", message: "No.", advice: "", ...(back !== undefined && { back }) },
    });
    const left = (event: ClientEvent) => fold(state, event).past.map(({ id }) => id);
    // What is refused meanwhile is something else.
    expect(left(failed())).toEqual([-1, -2, -3, -4, -5]);
    for (const back of [-1, -2, -3]) {
      const others = [-1, -2, -3, -4, -5].filter((id) => id !== back);
      expect(left(failed(back))).toEqual(others);
      const command = { type: "open", engine: "cpu", back } as const;
      expect(left({ type: "withdrawn", command })).toEqual(others);
    }
    for (const back of [-4, -5]) expect(left(failed(back))).toEqual([-1, -2, -3, -4, -5]);
  });

  it("are ten at most, and at most so many bytes, the newest whatever its size", () => {
    const run = pastRun({ ...shownRun(trainedOnce), saved: saved(3, 25_000) });
    if (!run) throw new Error("There is a checkpoint.");
    const named = (id: number) => ({ ...run, id, saved: saved(3, 25_000) });
    const all = Array.from({ length: 14 }, (_, i) => named(i));
    const kept = all.reduce<readonly PastRun[]>((past, one) => withPast(past, one), []);
    expect(kept.map(({ id }) => id)).toEqual([13, 12, 11, 10, 9, 8, 7, 6, 5, 4]);
    const mostBytes = 350_000;
    const few = all.reduce<readonly PastRun[]>((past, one) => withPast(past, one, { mostBytes }), []);
    expect(few.map(({ id }) => id)).toEqual([13, 12, 11]);
    expect(withPast([], run, { mostBytes: 1 })).toEqual([run]);
  });
});

describe("what is waited for", () => {
  it("is known, and takes with it what was shown of it when it is taken back", () => {
    const change = { batchSize: 256 } as const;
    const asked = fold(fresh, start(1));
    const waiting = {
      command: { type: "configure", change },
      sinceMs: 5,
      isWithdrawn: false,
    } as const;
    const settings = { ...defaultSettings, ...change };
    const waits = fold(
      { ...asked, ...withShownRun(asked, { settings }) },
      { type: "waiting", commands: [waiting] },
      { type: "dataLoading", name: "a.txt" },
    );
    expect(waits.waiting).toEqual([waiting]);
    const configured = fold(waits, { type: "withdrawn", command: waiting.command });
    expect(shownRun(configured).settings).toEqual(defaultSettings);
    const source = { kind: "pasted", text: "abc" } as const;
    const unloaded = fold(waits, { type: "withdrawn", command: { type: "loadData", loadId: 3, source } });
    expect(unloaded.loadingName).toBeNull();
  });

  it("gives its place to the probe that is in force", () => {
    const probe = { kind: "text", text: "in force" } as const;
    const asked = { kind: "text", text: "asked for" } as const;
    const begun = fold(fresh, start(1), { type: "probe", runId: 1, probe });
    const { summary } = shownRun(begun);
    if (!summary) throw new Error("No run has begun.");
    const waits = { ...begun, ...withShownRun(begun, { summary: { ...summary, probe: asked } }) };
    const after = fold(waits, { type: "withdrawn", command: { type: "setProbe", probe: asked } });
    expect(shownRun(after).summary?.probe).toEqual(probe);
  });
});

describe("the selection after another snapshot", () => {
  const snapshot = (runId: number, ...[symbols, layers]: Parameters<typeof snapshotOf>): ClientEvent => ({
    type: "snapshot",
    runId,
    snapshot: snapshotOf(symbols, layers),
  });
  const box = { layer: 0, units: [1, 2], from: 0, to: 1 };
  const pins = [
    { layer: 0, unit: 3, colour: 1 },
    { layer: 0, unit: 7, colour: 2 },
    { layer: 2, unit: 1, colour: 3 },
  ];
  const shown = {
    ...fold(fresh, start(1), snapshot(1, ["a", "b"], 8)),
    box,
    pins,
    rowHeight: 6,
    columnWidth: 12,
  };

  it("stays on the same sequence, whatever the network makes of it", () => {
    const all = shown.pins.slice(0, 2);
    expect(fold({ ...shown, pins: all }, snapshot(1, ["a", "b"], 8))).toMatchObject({
      box,
      pins: all,
      rowHeight: 6,
      columnWidth: 12,
    });
  });

  it("loses the box on another sequence, and the zoom of time where that has another length", () => {
    expect(fold(shown, snapshot(1, ["b", "a"], 8))).toMatchObject({
      box: null,
      rowHeight: 6,
      columnWidth: 12,
    });
    expect(fold(shown, snapshot(1, ["a", "b", "a"], 8))).toMatchObject({ rowHeight: 6, columnWidth: null });
  });

  it("loses the box with a new run, and the pins and the height of rows with the units", () => {
    const next = fold(shown, start(2));
    expect(next).toMatchObject({ box: null, pins });
    expect(fold(next, snapshot(2, ["a", "b"], 5))).toMatchObject({
      pins: [pins[0]],
      rowHeight: null,
      columnWidth: 12,
    });
    expect(fold(shown, start(2, { cause: "resumed" })).box).toBe(box);
  });
});
