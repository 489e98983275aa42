/** What the worker last said, and the commands that go to it. */
import type { StoreApi } from "zustand/vanilla";
import type { Command, DataSource } from "../session/protocol";
import { defaultSettings, type RunSettings } from "../session/settings";
import { emptyHistory } from "./metrics";
import { withNotice } from "./notices";
import { received } from "./received";
import type { PlaygroundState, SessionActions, SessionSlice } from "./state";

export const initialSession: SessionSlice = {
  engine: null,
  data: null,
  source: { kind: "sample" },
  loadingName: null,
  rejected: null,
  run: null,
  runId: 0,
  settings: defaultSettings,
  training: false,
  resting: false,
  step: 0,
  epoch: 0,
  latest: null,
  history: emptyHistory,
  validation: [],
  evaluated: null,
  stepsPerSecond: null,
  timeStepsPerSecond: null,
  snapshot: null,
  profile: null,
  profiling: false,
  calibrating: false,
  benchmark: { running: false, pieces: 0, results: [] },
  failure: null,
  notices: [],
};

/** Whether settings that begin a new run differ, the learning rate alone, or nothing. */
function changeOf(before: RunSettings, after: RunSettings): "nothing" | "learningRate" | "run" {
  const old = new Map(Object.entries(before));
  const changed = Object.entries(after).flatMap(([key, value]) => (old.get(key) === value ? [] : [key]));
  if (changed.length === 0) return "nothing";
  return changed.every((key) => key === "learningRate") ? "learningRate" : "run";
}

export function sessionActions(
  send: (command: Command) => void,
  set: StoreApi<PlaygroundState>["setState"],
  get: StoreApi<PlaygroundState>["getState"],
): SessionActions {
  let nextLoadId = 1;
  /** By the load ids; the page begins with its sample, which it does not ask for. */
  const asked = new Map<number, DataSource>();
  return {
    receive: (event) => {
      const change = received(get(), event);
      // Whatever else it tells, it is at work.
      if (change) set({ ...change, resting: event.type === "rested" });
      if ((event.type !== "dataLoaded" && event.type !== "dataRejected") || event.loadId === null) return;
      const source = asked.get(event.loadId);
      asked.delete(event.loadId);
      if (source && event.type === "dataLoaded") set({ source });
    },
    train: () => send({ type: "train" }),
    pause: () => send({ type: "pause" }),
    stepOnce: () => send({ type: "step" }),
    reset: () => send({ type: "reset" }),
    loadData: (source) => {
      set({ rejected: null });
      const loadId = nextLoadId++;
      asked.set(loadId, source);
      send({ type: "loadData", loadId, source });
      return loadId;
    },
    configure: (change) => {
      const before = get().settings;
      const settings = { ...before, ...change };
      const kind = changeOf(before, settings);
      if (kind === "nothing") return;
      // Shown at once; a run that cannot be made takes it back.
      set({ settings });
      if (kind === "learningRate") send({ type: "setLearningRate", learningRate: settings.learningRate });
      else send({ type: "configure", settings });
    },
    setEngine: (engine) => send({ type: "setEngine", engine }),
    setProbe: (probe) => {
      set(({ run }) => ({ run: run && { ...run, probe } }));
      send({ type: "setProbe", probe });
    },
    evaluate: () => send({ type: "evaluate" }),
    measureProfile: () => {
      if (get().profiling) return;
      set({ profiling: true });
      send({ type: "profile" });
    },
    calibrate: () => {
      if (get().calibrating) return;
      set({ calibrating: true });
      send({ type: "calibrate" });
    },
    startBenchmark: () => {
      if (get().benchmark.running) return;
      set({ benchmark: { running: true, pieces: 0, results: [] } });
      send({ type: "benchmark" });
    },
    stopBenchmark: () => send({ type: "stopBenchmark" }),
    snapshotDrawn: () => send({ type: "snapshotTaken" }),
    dismissNotice: (id) => set(({ notices }) => ({ notices: notices.filter((notice) => notice.id !== id) })),
    dismissRejection: () => set({ rejected: null }),
    rejectFile: (name, message) => set({ rejected: { name, message } }),
    dismissFailure: () => set({ failure: null }),
    notify: (kind, text) => set(({ notices }) => ({ notices: withNotice(notices, kind, text) })),
  };
}
