import { describe, expect, it } from "vitest";
import type { Command, SavedState, Snapshot } from "../session/protocol";
import { heldBytes } from "./heldBytes";
import {
  frameOnShow,
  keptStepBeside,
  keptSteps,
  readsAnother,
  snapshotBefore,
  snapshotOnShow,
  withCheckpoint,
} from "./pastFrames";
import { shownRun } from "./runs";
import { dataFixture, runFixture, snapshotOf } from "./sessionFixture";
import { createPlayground, type PlaygroundStore } from "./store";

const checkpointAt = (step: number): SavedState => ({ step, bytes: new Blob([new Uint8Array(108)]) });

const snapshotAt = (step: number, symbols = ["a", "b"]): Snapshot => ({ ...snapshotOf(symbols, 8), step });

/** A run of 8 steps with a frame at each, and its state at powers of two. */
function trained(): { store: PlaygroundStore; sent: Command[] } {
  const sent: Command[] = [];
  const store = createPlayground((command) => sent.push(command));
  const { receive } = store.getState();
  receive({ type: "dataLoaded", loadId: null, data: dataFixture });
  receive({ type: "runStarted", runId: 1, run: { ...runFixture, pretrained: false, step: 0 } });
  for (let step = 0; step <= 8; step++) {
    const frame = { loss: step === 0 ? null : 9 - step, sample: `step ${step}` };
    receive({ type: "snapshot", runId: 1, snapshot: snapshotAt(step), frame });
    if ([0, 1, 2, 4, 8].includes(step)) receive({ type: "saved", runId: 1, checkpoint: checkpointAt(step) });
  }
  receive({ type: "state", runId: 1, training: false, step: 8 });
  return { store, sent };
}

const shownStep = (store: PlaygroundStore) => snapshotOnShow(store.getState())?.step;

describe("the past of a run", () => {
  it("is shown at a step, or at the last frame before one that is not there any more", () => {
    const { store } = trained();
    expect(frameOnShow(store.getState())).toBeNull();
    expect(shownStep(store)).toBe(8);
    store.getState().showStep(3);
    expect(frameOnShow(store.getState())).toMatchObject({ loss: 6, sample: "step 3" });
    expect(shownStep(store)).toBe(3);
    store.getState().showStep(7.5);
    expect(shownStep(store)).toBe(7);
    // The run goes on meanwhile.
    store.getState().receive({ type: "snapshot", runId: 1, snapshot: snapshotAt(9) });
    expect(shownStep(store)).toBe(7);
    store.getState().showStep(null);
    expect(shownStep(store)).toBe(9);
  });

  it("is played from its beginning to the present", () => {
    const { store } = trained();
    store.getState().playPast(true);
    const seen = [shownStep(store)];
    while (store.getState().playingPast) {
      store.getState().showNextFrame();
      seen.push(shownStep(store));
    }
    expect(seen).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 8]);
    expect(store.getState().shownStep).toBeNull();
    // From a frame on it goes on there.
    store.getState().showStep(4);
    store.getState().playPast(true);
    expect(shownStep(store)).toBe(4);
  });

  it("is compared with the frame before or a pinned one, of the same sequence alone", () => {
    const { store } = trained();
    const comparedAt = () => snapshotBefore(store.getState())?.step ?? null;
    expect(comparedAt()).toBeNull();
    store.getState().showChange("before");
    expect(comparedAt()).toBe(7);
    store.getState().showStep(3);
    expect(comparedAt()).toBe(2);
    store.getState().showStep(0);
    expect(comparedAt()).toBeNull();
    store.getState().showStep(5);
    store.getState().pinFrame();
    store.getState().showStep(null);
    expect([store.getState().laneChange, comparedAt()]).toEqual(["pinned", 5]);
    store.getState().receive({ type: "snapshot", runId: 1, snapshot: snapshotAt(9, ["b", "b"]) });
    expect(comparedAt()).toBeNull();
    const [first] = shownRun(store.getState()).frames.frames;
    expect(readsAnother(store.getState(), first)).toBe(true);
  });

  it("is compared with what was pinned itself, though no frame is of that step, and pins nothing unasked", () => {
    const { store } = trained();
    store.getState().showChange("before");
    store.getState().showChange("none");
    expect(store.getState().pinned).toBeNull();
    store.getState().showChange("pinned");
    expect(snapshotBefore(store.getState())).toBeNull();
    const receive = (snapshot: Snapshot) =>
      store.getState().receive({ type: "snapshot", runId: 1, snapshot });
    const present = snapshotAt(13);
    receive(present);
    store.getState().pinFrame();
    receive(snapshotAt(14));
    expect(snapshotBefore(store.getState())).toBe(present);
    store.getState().receive({ type: "runStarted", runId: 2, run: { ...runFixture, step: 0 } });
    expect(store.getState().pinned).toBeNull();
  });

  it("leads from each step to the nearest whose state is kept, and from the last to the first", () => {
    const { store } = trained();
    const kept = () => keptSteps(shownRun(store.getState()));
    expect(kept()).toEqual([0, 1, 2, 4, 8]);
    const beside = (step: number | null) => {
      store.getState().showStep(step);
      return (["before", "after"] as const).map((way) => keptStepBeside(store.getState(), way));
    };
    expect(beside(3)).toEqual([2, 4]);
    expect(beside(4)).toEqual([2, 8]);
    expect(beside(0)).toEqual([8, 1]);
    expect(beside(null)).toEqual([8, 0]);
    // A state whose frame was thinned out is none that can be reached.
    const run = shownRun(store.getState());
    const frames = run.frames.frames.filter(({ snapshot }) => snapshot.step !== 2);
    expect(keptSteps({ ...run, frames: { ...run.frames, frames } })).toEqual([0, 1, 4, 8]);
    expect(keptSteps({ ...run, checkpoints: [] })).toEqual([]);
  });

  it("is gone on from where the state is kept, and the run as it was is kept as well", () => {
    const { store, sent } = trained();
    const { goOnFrom, receive, showStep } = store.getState();
    goOnFrom(3);
    expect(sent).toEqual([]);
    showStep(4);
    goOnFrom(4);
    // Pressed twice, it would leave what has just begun behind, and the run as it was nowhere.
    goOnFrom(4);
    expect(sent).toHaveLength(1);
    expect(sent).toMatchObject([{ type: "open", back: 1, checkpoint: { step: 4 } }]);
    const run = { ...runFixture, cause: "back", back: 1, replaces: 1, step: 4, pretrained: false } as const;
    receive({ type: "runStarted", runId: 2, run });
    const state = store.getState();
    const now = shownRun(state);
    expect(now).toMatchObject({ id: 2, step: 4, saved: { step: 4 } });
    expect(now.frames.frames.map(({ snapshot }) => snapshot.step)).toEqual([0, 1, 2, 3, 4]);
    expect(now.checkpoints.map(({ step }) => step)).toEqual([0, 1, 2, 4]);
    expect(state.shownStep).toBeNull();
    expect(state.past).toMatchObject([{ id: 1, step: 8, saved: { step: 8 } }]);
    expect(state.past[0].frames.frames).toHaveLength(9);
    // The frame at which it begins again is there already, and the next is another.
    receive({ type: "snapshot", runId: 2, snapshot: snapshotAt(4), frame: { loss: null, sample: null } });
    receive({ type: "snapshot", runId: 2, snapshot: snapshotAt(5), frame: { loss: 1, sample: null } });
    const frames = shownRun(store.getState()).frames.frames;
    expect(frames.map(({ snapshot, loss }) => [snapshot.step, loss])).toEqual([
      [0, null],
      [1, 8],
      [2, 7],
      [3, 6],
      [4, 5],
      [5, 1],
    ]);
  });
});

it("keeps states of frames alone, and every second where they are too many, the newest always", () => {
  const { frames } = shownRun(trained().store.getState());
  const all = [0, 1, 2, 4, 8].map(checkpointAt);
  const keptOf = (mostBytes: number) =>
    all
      .reduce<readonly SavedState[]>((known, next) => withCheckpoint(known, next, frames, mostBytes), [])
      .map(({ step }) => step);
  expect(keptOf(1e6)).toEqual([0, 1, 2, 4, 8]);
  expect(keptOf(heldBytes(all.slice(1), new Set()))).toEqual([0, 2, 8]);
  expect(keptOf(1)).toEqual([8]);
  expect(withCheckpoint(all, checkpointAt(9), frames).map(({ step }) => step)).toEqual([0, 1, 2, 4, 8]);
});
