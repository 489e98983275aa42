import { beforeEach, describe, expect, it } from "vitest";
import type { Command, Snapshot } from "../session/protocol";
import { defaultSettings } from "../session/settings";
import { message } from "../words/message";
import { shownRun } from "./runs";
import { metricsFixture, runFixture, snapshotOf, twoBidirectional } from "./sessionFixture";
import { createPlayground, type PlaygroundStore } from "./store";

let sent: Command[];
let store: PlaygroundStore;
const state = () => store.getState();

beforeEach(() => {
  sent = [];
  store = createPlayground((command) => sent.push(command));
});

describe("configure", () => {
  it("sends what changes, and shows it at once", () => {
    state().configure({ hiddenSizes: [128] });
    expect(sent).toEqual([{ type: "configure", change: { hiddenSizes: [128] } }]);
    expect(shownRun(state()).settings.hiddenSizes).toEqual([128]);
  });

  it("keeps an earlier change whose run has not started yet", () => {
    state().configure({ hiddenSizes: [128] });
    state().configure({ seed: 7 });
    expect(sent[1]).toEqual({ type: "configure", change: { seed: 7 } });
    expect(shownRun(state()).settings).toEqual({ ...defaultSettings, hiddenSizes: [128], seed: 7 });
  });

  it("leaves out what stays as it is", () => {
    state().configure({ learningRate: 0.01, hiddenSizes: [...defaultSettings.hiddenSizes] });
    expect(sent).toEqual([{ type: "configure", change: { learningRate: 0.01 } }]);
    expect(shownRun(state()).settings.learningRate).toBe(0.01);
  });

  it("sends nothing when nothing changes", () => {
    state().configure({
      hiddenSizes: [...defaultSettings.hiddenSizes],
      inputKind: defaultSettings.inputKind,
    });
    expect(sent).toEqual([]);
  });
});

describe("selection", () => {
  const show = (snapshot: Snapshot) => state().receive({ type: "snapshot", runId: 0, snapshot });

  it("keeps the unit inside the network", () => {
    show(snapshotOf(["a", "b"], 64));
    state().selectUnit(1000);
    expect(state().unit).toBe(63);
    state().selectUnit(-1);
    expect(state().unit).toBe(0);
  });

  it("waits for the network, which brings the bounds", () => {
    state().selectUnit(40);
    state().selectLayer(3);
    state().selectTime(-2);
    expect(state()).toMatchObject({ layer: 3, unit: 40, time: 0 });
    show(snapshotOf(["a", "b"], twoBidirectional));
    expect(state()).toMatchObject({ layer: 3, unit: 2, time: 0 });
    show(snapshotOf(["a", "b"], 64));
    expect(state()).toMatchObject({ layer: 0, unit: 2 });
  });

  it("moves the unit into a smaller network", () => {
    state().selectUnit(40);
    state().hover(3, 39);
    const settings = { ...defaultSettings, hiddenSizes: [16] };
    state().receive({ type: "runStarted", runId: 2, run: { ...runFixture, cause: "settings", settings } });
    expect([state().hoverUnit, state().hoverTime]).toEqual([null, null]);
    state().receive({ type: "snapshot", runId: 2, snapshot: snapshotOf(["a"], 16) });
    expect(state().unit).toBe(15);
  });

  it("keeps the layer, and moves the unit into a smaller one, with nothing under the pointer", () => {
    show(snapshotOf(["a", "b"], twoBidirectional));
    state().selectUnit(4);
    state().hover(1, 4);
    state().selectLayer(3);
    expect(state()).toMatchObject({ layer: 3, unit: 2, hoverTime: 1, hoverUnit: null });
    state().selectLayer(9);
    expect(state().layer).toBe(3);
    state().selectLayer(-1);
    expect(state().layer).toBe(0);
    state().selectUnit(4);
    expect(state().unit).toBe(4);
    show(snapshotOf(["a"], twoBidirectional));
    expect(state()).toMatchObject({ layer: 0, unit: 4, time: 0 });
  });

  it("moves the playhead into a shorter sequence", () => {
    state().selectTime(50);
    show(snapshotOf(["a", "b", "a"], 8));
    expect(state().time).toBe(2);
    state().selectTime(9);
    expect(state().time).toBe(2);
  });

  it("zooms the rows of a layer, and of those with as many units", () => {
    show(snapshotOf(["a", "b"], twoBidirectional));
    state().zoomRows(6);
    state().selectLayer(1);
    expect(state().rowHeight).toBe(6);
    state().selectLayer(2);
    expect(state().rowHeight).toBeNull();
  });
});

describe("pins", () => {
  it("keep their colours as long as they are there, and where there are six, no more come, which is said", () => {
    for (const unit of [10, 11, 12]) state().togglePin(unit);
    state().togglePin(11);
    state().togglePin(13);
    const colours = () => state().pins.map(({ unit, colour }) => [unit, colour]);
    expect(colours()).toEqual([
      [10, 1],
      [12, 3],
      [13, 2],
    ]);
    for (const unit of [14, 15, 16]) state().togglePin(unit);
    const six = [
      [10, 1],
      [12, 3],
      [13, 2],
      [14, 4],
      [15, 5],
      [16, 6],
    ];
    expect(colours()).toEqual(six);
    const said = () => state().notices.map(({ text }) => text);
    const full = message("stage.mostPins", { most: 6 });
    expect(said()).not.toContainEqual(full);
    state().togglePin(17);
    expect(colours()).toEqual(six);
    expect(said()).toContainEqual(full);
    state().togglePin(10);
    state().togglePin(17);
    expect(colours()).toEqual([...six.slice(1), [17, 1]]);
  });

  it("are of the layer on show", () => {
    state().togglePin(3);
    state().selectLayer(2);
    state().togglePin(3);
    expect(state().pins).toEqual([
      { layer: 0, unit: 3, colour: 1 },
      { layer: 2, unit: 3, colour: 2 },
    ]);
  });
});

describe("generation", () => {
  const token = (symbol: string, prompt: boolean) => ({ symbol, prompt, hidden: new Float32Array(8) });

  it("asks for text with a seed that follows from the run's and the press", () => {
    state().setPrompt("Alice");
    state().setSampling({ greedy: true });
    state().setGenerationLength(50);
    state().generate();
    const sampling = { greedy: true, temperature: 0.8, topK: null };
    expect(sent).toEqual([
      {
        type: "generate",
        generationId: 1,
        prompt: "Alice",
        length: 50,
        sampling,
        seed: defaultSettings.seed + 1,
      },
    ]);
    expect(state().generation?.running).toBe(true);
  });

  it("gathers tokens and drops those of an earlier generation", () => {
    state().generate();
    state().generate();
    state().receive({
      type: "generationStarted",
      runId: 0,
      generationId: 2,
      unknown: { count: 3, readAs: " " },
    });
    state().receive({ type: "generated", runId: 0, generationId: 2, tokens: [token("T", true)] });
    state().receive({ type: "generated", runId: 0, generationId: 1, tokens: [token("x", false)] });
    state().receive({
      type: "generated",
      runId: 0,
      generationId: 2,
      tokens: [token("h", false), token("e", false)],
    });
    state().receive({ type: "generationEnded", runId: 0, generationId: 1 });
    expect(state().generation).toMatchObject({ id: 2, running: true, unknown: { count: 3, readAs: " " } });
    expect(state().generation?.tokens.map(({ symbol }) => symbol)).toEqual(["T", "h", "e"]);
    state().receive({ type: "generationEnded", runId: 0, generationId: 2 });
    expect(state().generation?.running).toBe(false);
  });

  it("keeps the text, stopped and with its own run's id, when a new run begins", () => {
    state().generate();
    state().receive({ type: "generated", runId: 0, generationId: 1, tokens: [token("T", true)] });
    state().receive({ type: "runStarted", runId: 1, run: { ...runFixture, cause: "reset" } });
    expect(state().generation).toMatchObject({ running: false, runId: 0 });
    expect(state().generation?.tokens).toHaveLength(1);
  });

  it("runs again when another worker begins it", () => {
    const started = {
      type: "generationStarted",
      generationId: 1,
      unknown: { count: 0, readAs: "" },
    } as const;
    state().generate();
    state().receive({ type: "runStarted", runId: 1, run: { ...runFixture, cause: "resumed" } });
    expect(state().generation?.running).toBe(false);
    state().receive({ ...started, runId: 1 });
    expect(state().generation?.running).toBe(true);
  });
});

describe("actions", () => {
  it("turns presses into commands", () => {
    state().train();
    state().pause();
    state().stepOnce();
    state().reset();
    state().setEngine("cpu");
    state().stopGenerating();
    state().snapshotDrawn();
    state().loadData({ kind: "pasted", text: "abc" });
    expect(sent).toEqual([
      { type: "train" },
      { type: "pause" },
      { type: "step" },
      { type: "reset" },
      { type: "setEngine", engine: "cpu" },
      { type: "stopGenerating" },
      { type: "snapshotTaken" },
      { type: "loadData", loadId: 1, source: { kind: "pasted", text: "abc" } },
    ]);
  });

  it("shows a new probe text at once", () => {
    state().receive({ type: "runStarted", runId: 1, run: runFixture });
    state().setProbe({ kind: "text", text: "abc" });
    expect(sent).toEqual([{ type: "setProbe", probe: { kind: "text", text: "abc" } }]);
    expect(shownRun(state()).summary?.probe).toEqual({ kind: "text", text: "abc" });
  });

  it("dismisses what was read", () => {
    state().notify("problem", "One.");
    state().notify("info", "Two.");
    state().dismissNotice(state().notices[0].id);
    expect(state().notices.map(({ kind, text }) => [kind, text])).toEqual([["info", "Two."]]);
    state().receive({ type: "dataRejected", loadId: 1, name: "a.png", message: "Not a text." });
    state().dismissRejection();
    expect(state().rejected).toBeNull();
    const failure = { kind: "engine", message: "It broke.", advice: "Reload." } as const;
    state().receive({ type: "failed", failure });
    expect(state().failure).toEqual(failure);
    state().dismissFailure();
    expect(state().failure).toBeNull();
  });
});

it("renders nothing anew for a step's metrics but what they change", () => {
  const before = state();
  state().receive({
    type: "metrics",
    runId: 0,
    points: [metricsFixture(1)],
    epoch: 0.1,
    learningRate: 0.005,
    stepsPerSecond: 5,
    timeStepsPerSecond: 9,
  });
  const changed = Object.entries(state()).flatMap(([key, value]) =>
    new Map(Object.entries(before)).get(key) === value ? [] : [key],
  );
  expect(changed.sort()).toEqual(["runs"]);
});
