/** For tests: a page without a screen. A store and an engine in one process, with a keeper on a database and locks that pages share. */

import { buildVocabulary } from "../../data/vocabulary";
import type { Backend } from "../../engine/backends/backend";
import { initialCheckpoint } from "../../engine/train/trainer";
import { RunStore } from "../../kept/runStore";
import { type Locks, TabLocks } from "../../kept/tabLocks";
import { inMemory } from "../../session/engine/calibrations";
import { EngineSession } from "../../session/engine/engineSession";
import { networkOf, nextSymbol, trainingOf } from "../../session/engine/networkOf";
import { sampleTextIn, smallSettings } from "../../session/engine/testing";
import { halfWeights } from "../../session/exchanger/halfWeights";
import { openNetwork } from "../../session/exchanger/openNetwork";
import type { Command, StepMetrics } from "../../session/protocol";
import { shownRun } from "../runs";
import type { RunState } from "../state";
import { createPlayground, type PlaygroundStore } from "../store";
import { Keeper } from "./keeper";

/** Locks as a browser has them, of all pages that are given it. */
export class TestLocks {
  readonly #held = new Map<string, { readonly end: () => void; readonly lose: () => void }>();
  readonly #waiting: { readonly name: string; readonly grant: () => void }[] = [];

  readonly manager: Locks = {
    request: (
      name: string,
      options: LockOptions,
      callback: (lock: object | null) => Promise<void> | undefined,
    ) => {
      if (options.steal) this.#held.get(name)?.lose();
      if (!this.#held.has(name)) return this.#grant(name, callback);
      if (options.ifAvailable) return Promise.resolve(callback(null));
      return new Promise((resolve, reject) => {
        const waiting = { name, grant: () => void this.#grant(name, callback).then(resolve, reject) };
        this.#waiting.push(waiting);
        options.signal?.addEventListener("abort", () => {
          const at = this.#waiting.indexOf(waiting);
          if (at < 0) return;
          this.#waiting.splice(at, 1);
          reject(new DOMException("It took too long.", "AbortError"));
        });
      });
    },
    query: async () => ({ held: [...this.#held.keys()].map((name) => ({ name })), pending: [] }),
  };

  #grant(name: string, callback: (lock: object) => Promise<void> | undefined): Promise<void> {
    return new Promise((resolve, reject) => {
      const end = () => {
        this.#held.delete(name);
        const at = this.#waiting.findIndex((one) => one.name === name);
        if (at >= 0) this.#waiting.splice(at, 1)[0].grant();
      };
      const lose = () => {
        this.#held.delete(name);
        reject(new DOMException("It was stolen.", "AbortError"));
      };
      this.#held.set(name, { end, lose });
      const own = this.#held.get(name);
      void Promise.resolve(callback({ name })).then(() => {
        if (this.#held.get(name) === own) end();
        resolve();
      });
    });
  }
}

export interface TestPage {
  readonly store: PlaygroundStore;
  readonly keeper: Keeper;
  readonly runs: RunStore;
  send(command: Command): void;
  /** What the page would come back to. */
  marked(): string | null;
  /** Whether a reload would pause a race. */
  isRaceMarked(): boolean;
  run(): RunState;
  /** Trains so many steps one by one, and waits until the last is saved and kept. */
  take(steps: number): Promise<void>;
  until(holds: () => boolean): Promise<void>;
  /** Of every step, as the engine has told them. */
  readonly points: StepMetrics[];
  readonly downloads: Blob[];
  /** As a closed tab: its locks are free, and it hears and does nothing any more. */
  close(): Promise<void>;
}

interface TestPageOptions {
  readonly locks: TestLocks;
  readonly channel: string;
  readonly backend?: Backend;
  readonly runs?: RunStore;
  readonly now?: () => number;
  /** What the page would come back to when it opens. */
  readonly mark?: string | null;
}

export function openTestPage({
  locks,
  channel: name,
  runs = new RunStore(),
  now,
  backend,
  mark = null,
}: TestPageOptions): TestPage {
  const downloads: Blob[] = [];
  let isRaceMarked = false;
  let isClosed = false;
  const points: StepMetrics[] = [];
  const session = new EngineSession({
    emit: (event) => {
      if (event.type === "answered" || isClosed) return;
      if (event.type === "metrics") points.push(...event.points);
      store.getState().receive(event);
      if (event.type === "snapshot") store.getState().snapshotDrawn();
    },
    requestWebgpu: async () => {
      if (backend) return backend;
      throw new Error("There is none here.");
    },
    calibrations: inMemory(),
    measureStep: async () => 1,
    loadSample: async (language) => sampleTextIn[language],
    loadPretrained: async (language) => {
      const { symbols } = buildVocabulary(sampleTextIn[language]);
      const config = networkOf(smallSettings, nextSymbol(symbols));
      return initialCheckpoint({ config, vocabulary: symbols }, trainingOf(smallSettings));
    },
  });
  const store: PlaygroundStore = createPlayground((command) => session.handle(command), {
    keeper: (command) => keeper.handle(command),
    // What answers in a worker of its own.
    exchange: async (request) => {
      if (request.type === "export") throw new Error("No test asks for one.");
      if (request.type === "halfWeights") {
        const made = await halfWeights(request);
        return made.ok ? { type: "exported", file: made.value } : { type: "refused", problem: made.problem };
      }
      const opened = await openNetwork(request, async (language) => sampleTextIn[language]);
      return opened.ok ? opened.value : { type: "refused", problem: opened.problem };
    },
  });
  const channel = new BroadcastChannel(name);
  const tabs = new TabLocks(locks.manager, channel, {
    onChange: () => keeper.refresh(),
    onWanted: (id) => void keeper.giveUp(id),
    onTaken: (id) => keeper.lose(id),
  });
  const keeper: Keeper = new Keeper({
    store,
    runs,
    tabs,
    storage: null,
    markRace: (isUnderWay) => {
      isRaceMarked = isUnderWay;
    },
    mark: (id) => {
      mark = id;
    },
    forget: (id) => {
      if (mark === id) mark = null;
    },
    download: (_, file) => downloads.push(file),
    version: "0.1.0",
    ...(now && { now }),
  });
  keeper.start();
  const run = () => shownRun(store.getState());
  const until = (holds: () => boolean) =>
    new Promise<void>((resolve) => {
      if (holds()) return resolve();
      const stop = store.subscribe(() => {
        if (!holds()) return;
        stop();
        resolve();
      });
    });
  return {
    store,
    keeper,
    runs,
    points,
    downloads,
    send: (command) => session.handle(command),
    run,
    until,
    marked: () => mark,
    isRaceMarked: () => isRaceMarked,
    async take(steps) {
      const last = run().step + steps;
      for (let i = 0; i < steps; i++) store.getState().stepOnce();
      await until(() => run().saved?.step === last && store.getState().resting);
      await keeper.flush();
    },
    async close() {
      isClosed = true;
      await keeper.flush();
      channel.close();
      for (const id of await tabs.live()) tabs.release(id);
      await runs.close();
    },
  };
}
