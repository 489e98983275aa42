import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { message } from "../../words/message";
import type {
  ClientEvent,
  Command,
  DataSummary,
  Ping,
  RunSummary,
  SavedState,
  SessionEvent,
  Setup,
  Snapshot,
} from "../protocol";
import { defaultSettings } from "../settings";
import { type SessionClient, startSession } from "./client";
import type { EngineWorker } from "./clientWorker";
import type { WorkerListener } from "./workerLink";

interface FakeWorker extends EngineWorker, WorkerListener {
  readonly commands: (Command | Ping)[];
  terminated: boolean;
}

let workers: FakeWorker[];
let events: ClientEvent[];
let nowMs: number;
let client: SessionClient;

function startFake(listener: WorkerListener): FakeWorker {
  const worker: FakeWorker = {
    ...listener,
    commands: [],
    terminated: false,
    postMessage: (command) => worker.commands.push(command),
    terminate: () => {
      worker.terminated = true;
    },
  };
  workers.push(worker);
  return worker;
}

afterEach(() => vi.useRealTimers());
beforeEach(() => {
  vi.useFakeTimers();
  [workers, events, nowMs] = [[], [], 0];
  client = startSession({
    receive: (event) => events.push(event),
    startWorker: startFake,
    nowMs: () => nowMs,
  });
  client.send({ type: "open", engine: "auto" });
});

const run: RunSummary = {
  cause: "opened",
  replaces: null,
  settings: { ...defaultSettings, hiddenSizes: [32] },
  suitable: defaultSettings,
  pretrained: false,
  step: 0,
  parameterCount: 1,
  planBytes: 1,
  stepsPerEpoch: 10,
  stepFlop: 1000,
  probe: { kind: "text", text: "abc" },
};
const runStarted = (runId: number, change: Partial<RunSummary> = {}): SessionEvent => ({
  type: "runStarted",
  runId,
  run: { ...run, ...change },
});
const checkpoint: SavedState = { step: 120, bytes: new Blob() };
const pastedData: DataSummary = {
  kind: "text",
  name: "Pasted text",
  source: "pasted",
  unit: "characters",
  sizeBytes: 3,
  symbols: 3,
  trainSymbols: 2,
  heldOutSymbols: 1,
  vocabulary: ["a", "b", "c"],
  unknownId: null,
  unknownSymbols: 0,
  unknownKinds: 0,
  limit: 8000,
  encoding: null,
  undecodable: 0,
  better: null,
  list: null,
  preview: "abc",
};
const setup: Setup = { data: { kind: "sample" }, settings: null, probe: null };
const reopened = (change: Partial<Setup> = {}): Command => ({
  type: "open",
  engine: "auto",
  setup: { ...setup, ...change },
});
const snapshot: Snapshot = {
  step: 0,
  cell: "gru",
  steps: 0,
  sequence: {
    name: "",
    part: "own",
    index: null,
    input: { kind: "symbols", symbols: [], unknown: { count: 0, readAs: "" } },
  },
  answer: {
    kind: "numbers",
    at: "last",
    outputs: [],
    forecast: null,
    values: new Float32Array(0),
    truth: new Float32Array(0),
  },
  layers: [],
};
const crash = (reason = "out of memory") => workers[workers.length - 1].onCrash(reason);
const happenings = () => events.flatMap((event) => (event.type === "happened" ? [event.happening] : []));

it("passes commands on and events back", () => {
  client.send({ type: "train" });
  expect(workers[0].commands).toEqual([{ type: "open", engine: "auto" }, { type: "train" }]);
  workers[0].onMessage(runStarted(1));
  expect(events).toEqual([runStarted(1)]);
});

it("opens again in the language that it was opened in", () => {
  const started = workers.length;
  const chinese = startSession({ receive: () => {}, startWorker: startFake, nowMs: () => nowMs });
  chinese.send({ type: "open", engine: "cpu", language: "zh" });
  workers[started].onMessage(runStarted(1));
  workers[started].onCrash("out of memory");
  expect(workers[started + 1].commands).toEqual([
    {
      type: "open",
      engine: "cpu",
      language: "zh",
      setup: { ...setup, data: { kind: "sample", language: "zh" } },
    },
    { type: "configure", change: run.settings },
  ]);
});

describe("after a crash", () => {
  it("opens again when nothing was saved, and says so", () => {
    client.send({ type: "setEngine", engine: "cpu" });
    crash();
    expect(workers).toHaveLength(2);
    expect(workers[0].terminated).toBe(true);
    expect(workers[1].commands).toEqual([{ ...reopened(), engine: "cpu" }]);
    expect(happenings()).toEqual([{ kind: "crashed", reason: "out of memory", savedStep: null }]);
  });

  it("resumes from the last saved state with text, settings, probe and learning rate", () => {
    const source = { kind: "pasted", text: "abc" } as const;
    client.send({ type: "loadData", loadId: 1, source });
    workers[0].onMessage({ type: "dataLoaded", loadId: 1, data: pastedData });
    workers[0].onMessage(runStarted(1, { cause: "data" }));
    workers[0].onMessage({ type: "probe", runId: 1, probe: { kind: "text", text: "cab" } });
    workers[0].onMessage({ type: "settings", runId: 1, settings: { ...run.settings, learningRate: 0.02 } });
    workers[0].onMessage({ type: "state", runId: 1, training: true, step: 1 });
    workers[0].onMessage({ type: "saved", runId: 1, checkpoint });
    crash();
    const settings = { ...run.settings, learningRate: 0.02 };
    expect(workers[1].commands).toEqual([
      { ...reopened({ data: source, settings, probe: { kind: "text", text: "cab" } }), checkpoint },
      { type: "train" },
    ]);
    expect(happenings()).toEqual([{ kind: "crashed", reason: "out of memory", savedStep: 120 }]);
  });

  it("does not start training that was paused", () => {
    workers[0].onMessage(runStarted(1));
    workers[0].onMessage({ type: "saved", runId: 1, checkpoint });
    workers[0].onMessage({ type: "state", runId: 1, training: false, step: 120 });
    crash();
    expect(workers[1].commands).toEqual([{ ...reopened({ settings: run.settings }), checkpoint }]);
  });

  it("keeps the text that was accepted, not one that was rejected", () => {
    const good = { kind: "pasted", text: "abc" } as const;
    client.send({ type: "loadData", loadId: 1, source: good });
    workers[0].onMessage({ type: "dataLoaded", loadId: 1, data: pastedData });
    client.send({ type: "loadData", loadId: 2, source: { kind: "pasted", text: "" } });
    workers[0].onMessage({
      type: "dataRejected",
      loadId: 2,
      name: "Pasted text",
      message: "It is empty.",
    });
    crash();
    expect(workers[1].commands).toEqual([reopened({ data: good })]);
  });

  it("knows which of several was accepted", () => {
    const first = { kind: "file", file: new File(["abc"], "first.txt") } as const;
    const second = { kind: "file", file: new File(["cba"], "second.txt") } as const;
    client.send({ type: "loadData", loadId: 1, source: first });
    client.send({ type: "loadData", loadId: 2, source: second });
    workers[0].onMessage({ type: "dataLoaded", loadId: 1, data: pastedData });
    crash();
    expect(workers[1].commands).toEqual([reopened({ data: first })]);
    // Whoever waits for the other one hears that it was not taken.
    expect(events).toContainEqual({
      type: "dataRejected",
      loadId: 2,
      name: "second.txt",
      message: message("engine.notTaken", { name: "second.txt" }),
    });
  });

  it("forgets the checkpoint of a run that is over", () => {
    workers[0].onMessage(runStarted(1));
    workers[0].onMessage({ type: "saved", runId: 1, checkpoint });
    workers[0].onMessage(runStarted(2, { cause: "settings" }));
    crash();
    expect(workers[1].commands).toEqual([reopened({ settings: run.settings })]);
  });

  it("keeps the settings, and the learning rate in use, when nothing was saved", () => {
    const settings = { ...run.settings, dropout: 0.3, seed: 7 };
    workers[0].onMessage(runStarted(1));
    workers[0].onMessage(runStarted(2, { cause: "settings", settings }));
    workers[0].onMessage({ type: "settings", runId: 2, settings: { ...settings, learningRate: 0.02 } });
    crash();
    expect(workers[1].commands).toEqual([reopened({ settings: { ...settings, learningRate: 0.02 } })]);
  });

  it("forgets data of a setup that the new worker could not use", () => {
    const source = { kind: "pasted", text: "abc" } as const;
    client.send({ type: "loadData", loadId: 1, source });
    workers[0].onMessage({ type: "dataLoaded", loadId: 1, data: pastedData });
    workers[0].onMessage(runStarted(1, { cause: "data" }));
    crash();
    workers[1].onMessage(runStarted(1));
    crash();
    expect(workers[2].commands).toEqual([reopened(), { type: "configure", change: run.settings }]);
  });

  it("does not begin afresh what the page opened with", () => {
    workers[0].onMessage(runStarted(1));
    crash();
    expect(workers[1].commands).toEqual([reopened(), { type: "configure", change: run.settings }]);
  });

  it("keeps chosen settings when the new worker crashes before it has come to them", () => {
    const settings = { ...run.settings, learningRate: 0.02 };
    workers[0].onMessage(runStarted(1));
    workers[0].onMessage({ type: "settings", runId: 1, settings });
    crash();
    expect(workers[1].commands[1]).toEqual({ type: "configure", change: settings });
    workers[1].onMessage(runStarted(1));
    crash();
    expect(workers[2].commands).toEqual(workers[1].commands);
  });

  it("resumes once more when the new worker crashes before it has saved anything", () => {
    workers[0].onMessage(runStarted(1));
    workers[0].onMessage({ type: "saved", runId: 1, checkpoint });
    crash();
    workers[1].onMessage(runStarted(1, { cause: "resumed", step: checkpoint.step }));
    nowMs = 3500;
    crash("again");
    expect(workers[2].commands).toEqual(workers[1].commands);
    expect(workers[2].commands).toHaveLength(1);
    expect(workers[2].commands[0]).toHaveProperty("checkpoint", checkpoint);
    expect(happenings()[1]).toEqual({ kind: "crashed", reason: "again", savedStep: 120 });
  });

  it("brings back the run that somebody has gone back to, with its data and its checkpoint", () => {
    const source = { kind: "pasted", text: "abc" } as const;
    client.send({ type: "loadData", loadId: 1, source });
    workers[0].onMessage({ type: "dataLoaded", loadId: 1, data: pastedData });
    workers[0].onMessage(runStarted(2, { cause: "data" }));
    const probe = { kind: "text", text: "the" } as const;
    const before = { data: setup.data, settings: run.settings, probe };
    client.send({ type: "open", engine: "auto", setup: before, checkpoint, back: 1 });
    // It is not there yet: what crashes now is the run on the pasted text.
    crash();
    expect(workers[1].commands[0]).toHaveProperty("setup.data", source);
    expect(workers[1].commands[1]).toHaveProperty("back", 1);
    workers[1].onMessage(runStarted(1, { cause: "back", back: 1, probe }));
    crash();
    expect(workers[2].commands).toEqual([{ type: "open", engine: "auto", setup: before, checkpoint }]);
  });

  it("goes on counting the page's runs, and no longer hears the old worker", () => {
    workers[0].onMessage(runStarted(5));
    crash();
    workers[0].onMessage(runStarted(6));
    workers[0].onCrash("again");
    workers[1].onMessage(runStarted(1));
    expect(workers).toHaveLength(2);
    expect(events.map((event) => ("runId" in event ? [event.type, event.runId] : [event.type]))).toEqual([
      ["runStarted", 5],
      ["happened"],
      ["runStarted", 6],
    ]);
    // It takes the place of the last run that the old worker had.
    expect(events[2]).toHaveProperty("run.replaces", 5);
  });

  it("takes a message that is none of the session's for a crash", () => {
    workers[0].onMessage({ type: "hello" });
    workers[1].onMessage("hello");
    expect(workers).toHaveLength(3);
  });
});

/** A worker has opened the run, and shown something of it. */
const shown = (runId = 1, change: Partial<RunSummary> = {}) => {
  const worker = workers[workers.length - 1];
  worker.onMessage(runStarted(runId, change));
  worker.onMessage({ type: "snapshot", runId, snapshot });
};

describe("what a worker has not answered when it crashes", () => {
  const configure: Command = { type: "configure", change: { seed: 2 } };
  const generate: Command = {
    type: "generate",
    generationId: 1,
    prompt: "a",
    length: 3,
    sampling: { greedy: true, temperature: 1, topK: null },
    seed: 1,
  };
  const withdrawn = () => events.flatMap((event) => (event.type === "withdrawn" ? [event.command] : []));
  /** By the worker in use. */
  const answered = (...numbers: readonly number[]) => {
    for (const command of numbers)
      workers[workers.length - 1].onMessage({ type: "answered", command, isWithdrawn: false });
  };
  const asked = (worker: number) => workers[worker].commands.map(({ type }) => type);

  beforeEach(() => {
    shown();
    workers[0].onMessage({ type: "saved", runId: 1, checkpoint });
    workers[0].onMessage({ type: "state", runId: 1, training: true, step: 130 });
    workers[0].onMessage({ type: "answered", command: 1, isWithdrawn: false });
  });

  it("is asked for again, in its order; what only that one could do is not", () => {
    client.send({ type: "snapshotTaken" });
    client.send({ type: "setEngine", engine: "cpu" });
    client.send(configure);
    client.send(generate);
    client.send({ type: "stopGenerating" });
    client.send({ type: "pause" });
    workers[0].onMessage({ type: "answered", command: 4, isWithdrawn: false });
    crash();
    expect(workers[1].commands.slice(2)).toEqual([generate, { type: "pause" }]);
    expect(asked(1)).toEqual(["open", "train", "generate", "pause"]);
    expect(workers[1].commands[0]).toHaveProperty("engine", "cpu");
    expect(withdrawn()).toEqual([]);
  });

  it("is left out when a second worker crashes with it, and that is told", () => {
    client.send(configure);
    crash();
    expect(asked(1)).toEqual(["open", "train", "configure"]);
    nowMs = 100_000;
    shown(1, { cause: "resumed" });
    answered(1, 2);
    workers[1].onMessage({ type: "state", runId: 1, training: true, step: 120 });
    crash("again");
    expect(asked(2)).toEqual(["open", "train"]);
    expect(withdrawn()).toEqual([configure]);
    expect(happenings().slice(1)).toEqual([
      { kind: "crashed", reason: "again", savedStep: 120 },
      { kind: "leftOut", command: "setting" },
    ]);
  });

  it("is blamed only where the second worker was at it", () => {
    client.send(configure);
    client.send(generate);
    crash();
    shown(1, { cause: "resumed" });
    answered(1, 2);
    workers[1].onMessage({ type: "state", runId: 1, training: true, step: 120 });
    nowMs = 100_000;
    crash("again");
    expect(workers[2].commands.slice(1)).toEqual([{ type: "train" }, generate]);
    expect(withdrawn()).toEqual([configure]);
    // The third has not come so far.
    nowMs = 200_000;
    crash("again");
    expect(workers[3].commands.slice(1)).toEqual([{ type: "train" }, generate]);
    expect(withdrawn()).toEqual([configure]);
  });

  it("goes on training when the worker that was to go on with it stops while it opens", () => {
    crash();
    expect(asked(1)).toEqual(["open", "train"]);
    // Its run stands, but training has not begun.
    shown(1, { cause: "resumed" });
    answered(1);
    crash();
    expect(asked(2)).toEqual(["open", "train"]);
  });

  it("is let go of where it was withdrawn", () => {
    client.send(configure);
    client.withdraw(() => true);
    crash();
    expect(asked(1)).toEqual(["open", "train"]);
    expect(withdrawn()).toEqual([configure]);
  });

  it("is a run from before that somebody goes back to, and a setup that the page opened with", () => {
    const back: Command = { type: "open", engine: "auto", setup, checkpoint, back: 1 };
    client.send(back);
    crash();
    expect(workers[1].commands[2]).toEqual(back);
    workers[1].onMessage(runStarted(2, { cause: "back", back: 1 }));
    crash();
    expect(workers[2].commands[0]).toHaveProperty("checkpoint", checkpoint);

    const started = workers.length;
    const other = startSession({ receive: () => {}, startWorker: startFake, nowMs: () => nowMs });
    const open: Command = { type: "open", engine: "cpu", setup, checkpoint };
    other.send(open);
    workers[started].onCrash("out of memory");
    expect(workers[started + 1].commands.at(-1)).toEqual(open);
    workers[started + 1].onMessage({ type: "answered", command: 1, isWithdrawn: false });
    workers[started + 1].onCrash("out of memory");
    expect(workers[started + 2].commands.map((one) => "setup" in one && one.setup)).toEqual([setup]);
    expect(workers[started + 2].commands[0]).not.toHaveProperty("checkpoint");
  });

  it("ends for who waits when no further worker is started", () => {
    client.send(configure);
    for (let i = 0; i < 3; i++) crash();
    expect(withdrawn()).toContain(configure);
    expect(events.at(-1)).toMatchObject({ type: "failed" });
  });
});

describe("a run that no worker can open any more", () => {
  const source = { kind: "pasted", text: "abc" } as const;

  beforeEach(() => {
    client.send({ type: "loadData", loadId: 1, source });
    workers[0].onMessage({ type: "dataLoaded", loadId: 1, data: pastedData });
    shown(1, { cause: "data" });
    workers[0].onMessage({ type: "saved", runId: 1, checkpoint });
    crash();
    expect(workers[1].commands[0]).toHaveProperty("checkpoint", checkpoint);
  });

  it("gives its place to what the page opens with, and is named", () => {
    nowMs = 50_000;
    crash();
    expect(workers[2].commands[0]).toHaveProperty("checkpoint", checkpoint);
    nowMs = 100_000;
    crash();
    expect(workers[3].commands).toEqual([reopened()]);
    expect(happenings().at(-1)).toEqual({
      kind: "notOpened",
      name: message("files.pasted"),
      savedStep: 120,
    });
    // Nothing is left that could be named once more.
    nowMs = 200_000;
    crash();
    expect(workers[4].commands).toEqual([reopened()]);
    expect(happenings().filter(({ kind }) => kind === "notOpened")).toHaveLength(1);
  });

  it("does so with the next press where it crashes too often", () => {
    crash();
    crash();
    expect(events.at(-1)).toMatchObject({
      type: "failed",
      failure: { advice: message("engine.notOpenedAdvice") },
    });
    client.send({ type: "train" });
    expect(workers[3].commands).toEqual([reopened(), { type: "train" }]);
  });
});

describe("after three crashes within a minute", () => {
  beforeEach(() => {
    shown();
    for (const time of [0, 30_000, 59_000]) {
      nowMs = time;
      crash();
      if (time < 59_000) shown(1, { cause: "resumed" });
    }
  });

  it("gives up with a failure", () => {
    expect(workers).toHaveLength(3);
    expect(workers.every(({ terminated }) => terminated)).toBe(true);
    const last = events[events.length - 1];
    expect(last).toMatchObject({ type: "failed", failure: { kind: "engine" } });
  });

  it("tries again when the user does something, not when the page does", () => {
    client.send({ type: "snapshotTaken" });
    client.send({ type: "stopGenerating" });
    expect(workers).toHaveLength(3);
    client.send({ type: "setEngine", engine: "cpu" });
    expect(workers[3].commands).toEqual([
      reopened(),
      { type: "configure", change: run.settings },
      { type: "setEngine", engine: "cpu" },
    ]);
    crash();
    expect(workers).toHaveLength(5);
  });
});

it("goes on replacing workers that crash once in a while", () => {
  for (const time of [0, 40_000, 80_000, 120_000, 160_000]) {
    nowMs = time;
    crash();
  }
  expect(workers).toHaveLength(6);
  expect(events.every(({ type }) => type === "happened")).toBe(true);
});

describe("a worker that says nothing", () => {
  const speak = () => workers[workers.length - 1].onMessage({ type: "pong" });
  const seconds = (count: number) => {
    for (let i = 0; i < count; i++) {
      nowMs += 1000;
      vi.advanceTimersByTime(1000);
    }
  };

  beforeEach(() => {
    workers[0].onMessage(runStarted(1));
    workers[0].onMessage({ type: "saved", runId: 1, checkpoint });
    workers[0].onMessage({ type: "answered", command: 1, isWithdrawn: false });
    client.send({ type: "train" });
    workers[0].onMessage({ type: "answered", command: 2, isWithdrawn: false });
    workers[0].onMessage({ type: "state", runId: 1, training: true, step: 120 });
  });

  it("is replaced after ten seconds, from the last save, and that is told", () => {
    seconds(9);
    expect(workers).toHaveLength(1);
    expect(workers[0].commands.filter(({ type }) => type === "ping")).toHaveLength(9);
    speak();
    seconds(9);
    expect(workers).toHaveLength(1);
    seconds(1);
    expect(workers).toHaveLength(2);
    expect(workers[0].terminated).toBe(true);
    expect(happenings()).toEqual([{ kind: "silent", seconds: 10, savedStep: 120 }]);
    expect(workers[1].commands.map(({ type }) => type)).toEqual(["open", "train"]);
  });

  it("is not taken for dead while it rests, nor because the page was away", () => {
    // One tick, however late it comes.
    nowMs += 3_600_000;
    vi.advanceTimersByTime(1000);
    expect(workers).toHaveLength(1);
    workers[0].onMessage({ type: "rested", answered: 2 });
    seconds(100);
    expect(workers).toHaveLength(1);
    client.send({ type: "step" });
    seconds(10);
    expect(workers).toHaveLength(2);
  });

  it("has longer to load its program, and to read data", () => {
    client.send({ type: "loadData", loadId: 1, source: { kind: "pasted", text: "abc" } });
    seconds(59);
    expect(workers).toHaveLength(1);
    seconds(1);
    expect(workers).toHaveLength(2);
    // It has not said anything yet.
    seconds(59);
    expect(workers).toHaveLength(2);
  });

  it("is no longer waited for when too many have been silent", () => {
    for (let i = 0; i < 3; i++) {
      workers[i].onMessage({ type: "state", runId: 1, training: true, step: 1 });
      workers[i].onMessage({ type: "answered", command: 1, isWithdrawn: false });
      seconds(10);
    }
    expect(workers).toHaveLength(3);
    expect(events.at(-1)).toMatchObject({
      type: "failed",
      failure: { message: message("engine.stoppedOften", { times: 3, reason: message("engine.noSign") }) },
    });
    seconds(60);
    expect(workers).toHaveLength(3);
  });
});

describe("commands on their way", () => {
  const waiting = () =>
    events.flatMap((event) =>
      event.type === "waiting" ? [event.commands.map(({ command }) => command.type)] : [],
    );
  const second = () => {
    nowMs += 1000;
    workers[0].onMessage({ type: "pong" });
    vi.advanceTimersByTime(1000);
  };

  it("are told after a second, until they are answered", () => {
    workers[0].onMessage({ type: "answered", command: 1, isWithdrawn: false });
    client.send({ type: "pause" });
    client.send({ type: "snapshotTaken" });
    client.send({ type: "configure", change: { seed: 2 } });
    expect(waiting()).toEqual([]);
    second();
    second();
    expect(waiting()).toEqual([["pause", "configure"]]);
    workers[0].onMessage({ type: "answered", command: 2, isWithdrawn: false });
    workers[0].onMessage({ type: "answered", command: 3, isWithdrawn: false });
    workers[0].onMessage({ type: "answered", command: 4, isWithdrawn: false });
    expect(waiting()).toEqual([["pause", "configure"], ["configure"], []]);
  });

  it("can be taken back", () => {
    const loads = (["a", "b"] as const).map((text, i): Command => {
      return { type: "loadData", loadId: i + 1, source: { kind: "pasted", text } };
    });
    for (const load of loads) client.send(load);
    client.withdraw((command) => command === loads[0]);
    client.withdraw((command) => command === loads[0]);
    expect(workers[0].commands.filter(({ type }) => type === "withdraw")).toEqual([
      { type: "withdraw", command: 2 },
    ]);
    workers[0].onMessage({ type: "answered", command: 2, isWithdrawn: true });
    expect(events).toContainEqual({ type: "withdrawn", command: loads[0] });
    // Nobody waits for it when the worker is gone.
    crash();
    expect(events.flatMap((event) => (event.type === "dataRejected" ? [event.loadId] : []))).toEqual([2]);
  });

  it("go with their worker", () => {
    client.send({ type: "pause" });
    second();
    expect(waiting()).toEqual([["open", "pause"]]);
    crash();
    expect(waiting()).toEqual([["open", "pause"], []]);
  });
});
