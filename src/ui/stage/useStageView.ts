/**
 * The bridge from the playground's store to the stage: however often the store changes, the view follows at most once
 * per animation frame, and each snapshot that was drawn is reported, so that the worker sends the next one.
 */

import { useLayoutEffect, useState } from "react";
import { createStore } from "zustand/vanilla";
import type { Snapshot, SnapshotLayer } from "../../session/protocol";
import { shownRun } from "../../store/runs";
import type { RunState } from "../../store/state";
import type { Playground, PlaygroundStore } from "../../store/store";
import { yieldToEventLoop } from "../../yieldToEventLoop";
import { usePlaygroundStore } from "../usePlaygroundStore";
import { SnapshotRuns } from "./order/snapshotRuns";
import { type OrderSubject, type ShownEffects, UnitOrdering } from "./order/unitOrdering";
import type { Theme } from "./paint/colourScale";
import { type StageView, type StageViewStore, stageState, stageView } from "./stageView";

const currentTheme = (): Theme => (document.documentElement.dataset.theme === "dark" ? "dark" : "light");

/** A browser may withhold frames from a page in sight, as one that something covers: the engine waits for the picture no longer. */
const mostWaitMs = 1_000;

const reducedMotion = "(prefers-reduced-motion: reduce)";

const browserClock = {
  nowMs: () => performance.now(),
  later: (work: () => void) => {
    const timer = setTimeout(work);
    return () => clearTimeout(timer);
  },
  isStill: () => matchMedia(reducedMotion).matches,
};

function orderSubject(state: Playground, runs: SnapshotRuns): OrderSubject | null {
  const { id, snapshot, training } = shownRun(state);
  const layer = snapshot && snapshot.steps > 0 ? snapshot.layers[state.layer] : undefined;
  if (!snapshot || !layer) return null;
  const { unitOrder: name, sortings, layer: layerIndex, resting } = state;
  return {
    name,
    sortings,
    runId: runs.of(snapshot, id),
    layerIndex,
    cell: snapshot.cell,
    layer,
    effects: effectsOf(state, layer),
    step: snapshot.step,
    training,
    resting,
  };
}

/** Of the layer on show; what was found of another network says nothing of it. */
function effectsOf({ looks, layer: index }: Playground, layer: SnapshotLayer): ShownEffects | null {
  const { value } = looks.effects;
  const of = value?.layers[index];
  return value && of?.length === layer.hiddenSize ? { of, step: value.step } : null;
}

/** What is drawn in this frame is on the screen at its end; where there are no frames, after a while. */
function whenShown(act: () => void): void {
  let isDone = false;
  const once = () => {
    if (!isDone) act();
    isDone = true;
  };
  requestAnimationFrame(() => setTimeout(once));
  setTimeout(once, mostWaitMs);
}

export interface StageViews {
  readonly lanes: StageViewStore;
  /** Of another network the cell below the lanes follows them in a task of its own. */
  readonly cell: StageViewStore;
}

/** Keeps the views up to date; returns the function that stops. */
function connect(store: PlaygroundStore, { lanes, cell }: StageViews): () => void {
  let due: "frame" | "tasks" | null = null;
  let frame = 0;
  let overdue: ReturnType<typeof setTimeout> | undefined;
  let reported: Snapshot | null = null;
  let drawnRun: number | null = null;
  const forget = () => {
    cancelAnimationFrame(frame);
    clearTimeout(overdue);
    due = null;
  };
  const order = () => {
    const subject = orderSubject(store.getState(), runs);
    return subject && ordering.of(subject);
  };
  const draw = () => {
    const isAnother = due === "tasks";
    forget();
    drawnRun = runOnShow();
    lanes.setState(stageView(stageState(store.getState(), order()), currentTheme(), lanes.getState()), true);
    if (!isAnother) drawCell();
    const { snapshot } = shownRun(store.getState());
    if (snapshot === null || snapshot === reported) return;
    const { snapshotDrawn } = store.getState();
    // The engine opens a GPU as soon as the first picture is drawn, which takes a small computer as long as to show it.
    if (reported === null) whenShown(snapshotDrawn);
    else setTimeout(snapshotDrawn);
    reported = snapshot;
  };
  const drawCell = () => cell.setState(lanes.getState(), true);
  /** All of the stage is built anew of another network: in tasks of its own, so that a frame has only to lay it out and paint it. */
  const build = async () => {
    await yieldToEventLoop();
    if (due === "tasks") order();
    await yieldToEventLoop();
    if (due === "tasks") draw();
    await yieldToEventLoop();
    drawCell();
  };
  const schedule = () => {
    if (due === "tasks") return;
    if (runOnShow() !== drawnRun) {
      forget();
      due = "tasks";
      void build();
      return;
    }
    if (due === "frame") return;
    due = "frame";
    frame = requestAnimationFrame(draw);
    overdue = setTimeout(() => {
      if (document.visibilityState === "visible") draw();
    }, mostWaitMs);
  };
  const runs = new SnapshotRuns();
  const seen = ({ id, snapshot }: RunState) => snapshot && runs.of(snapshot, id);
  seen(shownRun(store.getState()));
  /** That of the picture: another run's stands until the first of the one on the stage comes. */
  const runOnShow = () => {
    const { id, snapshot } = shownRun(store.getState());
    return snapshot && runs.of(snapshot, id);
  };
  const ordering = new UnitOrdering(browserClock, schedule);
  const unsubscribe = store.subscribe((state, before) => {
    const [run, runBefore] = [shownRun(state), shownRun(before)];
    seen(run);
    if (
      run.snapshot !== runBefore.snapshot ||
      state.layer !== before.layer ||
      state.time !== before.time ||
      state.unit !== before.unit ||
      state.hoverTime !== before.hoverTime ||
      state.hoverUnit !== before.hoverUnit ||
      state.unitOrder !== before.unitOrder ||
      state.shownStep !== before.shownStep ||
      state.laneChange !== before.laneChange ||
      state.pinned !== before.pinned ||
      run.frames !== runBefore.frames ||
      state.sortings !== before.sortings ||
      state.looks.effects !== before.looks.effects ||
      state.pins !== before.pins ||
      state.box !== before.box ||
      state.resting !== before.resting ||
      run.training !== runBefore.training ||
      run.summary !== runBefore.summary ||
      run.settings !== runBefore.settings
    )
      schedule();
  });
  const themes = new MutationObserver(schedule);
  themes.observe(document.documentElement, { attributes: true, attributeFilter: ["data-theme"] });
  schedule();
  return () => {
    unsubscribe();
    themes.disconnect();
    ordering.stop();
    forget();
  };
}

export function useStageView(): StageViews {
  const store = usePlaygroundStore();
  const [views] = useState((): StageViews => {
    const first = stageView(stageState(store.getState(), null), currentTheme(), null);
    return { lanes: createStore<StageView>(() => first), cell: createStore<StageView>(() => first) };
  });
  useLayoutEffect(() => connect(store, views), [store, views]);
  return views;
}
