/** What the worker last said, and the commands that go to it. */
import type { StoreApi } from "zustand/vanilla";
import type { ClientEvent, Command, DataSource, EngineChoice, SavedState } from "../session/protocol";
import { appliesAtOnce, changedSettings } from "../session/settings";
import type { MessageKey } from "../words/message";
import { initialLooks } from "./looks";
import { withNotice } from "./notices";
import { received } from "./received";
import { initialRuns, shownRun, withShownRun } from "./runs";
import type {
  Notice,
  Opening,
  PlaygroundState,
  RunState,
  SaidOfLoading,
  SessionActions,
  SessionSlice,
} from "./state";

export const initialSession: SessionSlice = {
  ...initialRuns,
  engine: null,
  data: null,
  source: { kind: "sample" },
  loadingName: null,
  rejected: null,
  resting: false,
  looks: initialLooks,
  calibrating: false,
  waiting: [],
  failure: null,
  notices: [],
  happened: [],
};

/** Another tab trains the run on the stage: here it is only looked at. */
const isElsewhere = ({ keeping }: PlaygroundState) => keeping.kind === "elsewhere";

/** What comes of a run that is to go on: it has begun, or it does not. */
const endsGoing: ReadonlySet<ClientEvent["type"]> = new Set([
  "runStarted",
  "failed",
  "withdrawn",
  "happened",
]);

const says = ({ text }: Notice, key: MessageKey) => typeof text === "object" && text.key === key;

/** The way to the engine, and back. */
export interface EngineLink {
  readonly send: (command: Command) => void;
  readonly withdraw: (isIt: (command: Command) => boolean) => void;
}

export function sessionActions(
  { send, withdraw }: EngineLink,
  set: StoreApi<PlaygroundState>["setState"],
  get: StoreApi<PlaygroundState>["getState"],
): SessionActions {
  let nextLoadId = 1;
  /** Since the page was opened; the engine may not have come to it yet. */
  let chosen: EngineChoice | null = null;
  /** By the load ids; the page begins with its sample, which it does not ask for. */
  const asked = new Map<number, { readonly source: DataSource; readonly said: SaidOfLoading | undefined }>();
  /** A run, from one of its states on; without one from its beginning. */
  /** The run that goes on as soon as the engine has opened it: pressed twice, it does so once. */
  let goingTo: number | null = null;
  const goOn = ({ id, of, inUse, summary }: RunState, checkpoint: SavedState | null, opening?: Opening) => {
    if (!of || !summary || id === goingTo) return;
    goingTo = id;
    const setup = { data: of.source, settings: inUse, probe: summary.probe };
    const how = opening ?? { engine: chosen ?? get().engine?.choice ?? "auto" };
    send({ type: "open", setup, back: id, ...(checkpoint && { checkpoint }), ...how });
  };
  return {
    receive: (event) => {
      const change = received(get(), event);
      // Whatever else it tells, it is at work.
      if (change) set({ ...change, resting: event.type === "rested" });
      get().hearRace?.(event);
      if (endsGoing.has(event.type)) goingTo = null;
      if (event.type === "withdrawn" && event.command.type === "loadData") asked.delete(event.command.loadId);
      if ((event.type !== "dataLoaded" && event.type !== "dataRejected") || event.loadId === null) return;
      const { source, said } = asked.get(event.loadId) ?? {};
      asked.delete(event.loadId);
      if (source && event.type === "dataLoaded") set({ source });
      if (said && event.type === "dataLoaded") get().notify("info", said.taken);
      if (source?.kind === "file" && event.type === "dataRejected")
        set(({ rejected }) => ({
          rejected: rejected && { ...rejected, ...(said && { message: said.refused }), file: source.file },
        }));
    },
    train: () => {
      if (!isElsewhere(get())) send({ type: "train" });
    },
    pause: () => send({ type: "pause" }),
    stepOnce: () => {
      if (!isElsewhere(get())) send({ type: "step" });
    },
    reset: () => send({ type: "reset" }),
    loadData: (source, said) => {
      set({ rejected: null });
      const loadId = nextLoadId++;
      asked.set(loadId, { source, said });
      send({ type: "loadData", loadId, source });
      return loadId;
    },
    stopLoading: (loadId) => withdraw((command) => command.type === "loadData" && command.loadId === loadId),
    stopWaiting: ({ command }) => withdraw((one) => one === command),
    configure: (change) => {
      if (get().lesson?.isLocked) return;
      const before = shownRun(get()).settings;
      const settings = { ...before, ...change };
      const changed = changedSettings(before, settings);
      if (changed.length === 0) return;
      // What begins anew is a run of this tab's own.
      if (isElsewhere(get()) && changed.every(appliesAtOnce)) return;
      // Shown at once; a run that cannot be made takes it back.
      set((state) => withShownRun(state, { settings }));
      // What has not changed is the engine's to know: it may have other data by then.
      send({
        type: "configure",
        change: Object.fromEntries(changed.map((name) => [name, settings[name]])),
      });
    },
    setEngine: (engine) => {
      chosen = engine;
      send({ type: "setEngine", engine });
    },
    tryWebgpu: () => send({ type: "tryWebgpu" }),
    setProbe: (probe) => {
      set((state) => {
        const { summary } = shownRun(state);
        return withShownRun(state, { summary: summary && { ...summary, probe } });
      });
      send({ type: "setProbe", probe });
    },
    askState: () => send({ type: "save" }),
    evaluate: () => send({ type: "evaluate" }),
    look: (name, about) => {
      const { looks } = get();
      if (looks[name].running) return;
      set({ looks: { ...looks, [name]: { ...looks[name], running: true } } });
      send({ type: "look", look: name, ...(about && { about }) });
    },
    writeAnswers: (request) => {
      const { looks } = get();
      if (looks.answers.running) return;
      set({ looks: { ...looks, answers: { running: true, value: null } } });
      send({ type: "look", look: "answers", request });
    },
    lookAtSecond: (request, second) => {
      const { looks } = get();
      set({ looks: { ...looks, second: { running: true, value: null } } });
      send({ type: "look", look: "second", request, second });
    },
    lookAtText: (text) => {
      const { looks } = get();
      set({ looks: { ...looks, secondText: { running: true, value: null } } });
      send({ type: "look", look: "secondText", text });
    },
    stopLooking: (name) => send({ type: "stopLooking", look: name }),
    steerRace: send,
    calibrate: () => {
      if (get().calibrating) return;
      set({ calibrating: true });
      send({ type: "calibrate" });
    },
    snapshotDrawn: () => send({ type: "snapshotTaken" }),
    dismissNotice: (id) => set(({ notices }) => ({ notices: notices.filter((notice) => notice.id !== id) })),
    takeBack: (key) => set(({ notices }) => ({ notices: notices.filter((one) => !says(one, key)) })),
    dismissRejection: () => set({ rejected: null }),
    rejectFile: (name, message) => set({ rejected: { name, message } }),
    dismissFailure: () => set({ failure: null }),
    goBack: (id, opening) => {
      const run = get().past.find((one) => one.id === id);
      if (run) goOn(run, run.saved, opening);
    },
    openSetup: (setup, back, language, checkpoint) =>
      send({
        type: "open",
        engine: chosen ?? get().engine?.choice ?? "auto",
        setup,
        ...(back !== null && { back }),
        ...(language && { language }),
        ...(checkpoint && { checkpoint }),
      }),
    goOnFrom: (step) => {
      const run = shownRun(get());
      const checkpoint = run.checkpoints.find((one) => one.step === step);
      if (checkpoint) goOn(run, checkpoint);
    },
    notify: (kind, text) => set(({ notices }) => ({ notices: withNotice(notices, kind, text) })),
  };
}
