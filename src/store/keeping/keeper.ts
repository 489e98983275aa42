/**
 * Keeps runs beyond the page: writes what changes of the run on the stage, brings it back when the page opens, and does what is asked
 * for of the others. It is beside the page, not in its way: whatever the browser's storage does, training goes on.
 */
import { sampleTexts } from "../../data/samples/sampleTexts";
import { hashOf, type KeptData, keptData, readKept } from "../../kept/keptData";
import type { Linked } from "../../kept/linkForm";
import { readLink } from "../../kept/readLink";
import { canBeSaid, readRunFile, writeRunFile } from "../../kept/runFile";
import { runFileExtension } from "../../kept/runFileExtension";
import type { RunRecord } from "../../kept/runRecord";
import type { RaceSave, RunStore, Thinned, WholeRun } from "../../kept/runStore";
import type { TabLocks } from "../../kept/tabLocks";
import type { ExchangeRefused, OpenedNetwork } from "../../session/exchangeProtocol";
import type { DataSource, Probe, RunSummary, SavedState } from "../../session/protocol";
import { changedSettings, type RunSettings } from "../../session/settings";
import { NoAnswer, within } from "../../within";
import type { Language } from "../../words/language";
import { message, type Said, sentences } from "../../words/message";
import { initialGeneration } from "../generation";
import { emptyHistory } from "../metrics";
import { foreignRunId } from "../past";
import { shownRun, withShownRun } from "../runs";
import { viewOf } from "../selection";
import type {
  KeeperCommand,
  Keeping,
  Opening,
  PastRun,
  PlaygroundState,
  RunState,
  WritingSlice,
} from "../state";
import type { PlaygroundStore } from "../store";
import { differenceOf } from "./differenceOf";
import { FrameKeeper, withHistoryOf } from "./frameKeeper";
import { linkedRun } from "./linkedRun";
import { RaceKeeper } from "./raceKeeper";
import { randomId } from "./randomId";
import { keptPart, type Moment, momentOf, pastRunOf, recordOf, withHappenedOf } from "./recordOf";
import { isFull, whyNotKept } from "./whyNotKept";

export interface KeeperOptions {
  readonly store: PlaygroundStore;
  readonly runs: RunStore;
  /** Null where the page cannot tell its tabs apart: nothing is kept then. */
  readonly tabs: TabLocks | null;
  /** Null where the browser does not say what it keeps. */
  readonly storage: StorageManager | null;
  /** Remembers which run the page opens with. */
  readonly mark: (id: string | null) => void;
  /** Whether a race of this tab would be paused by a reload. */
  readonly markRace: (isUnderWay: boolean) => void;
  /** Of this one no page is to come back to. */
  readonly forget: (id: string) => void;
  readonly download: (name: string, file: Blob) => void;
  /** Of the project. */
  readonly version: string;
  readonly now?: () => number;
}

/** What is only looked at is written this long after the last change. */
const viewMs = 400;
/** A tab that is being reloaded lets go of its run within moments. */
const reloadMs = 1000;
/** A database that does not answer is none. */
const answerMs = 5000;
/** What was deleted can be had back for so long. */
const deletedMs = 10 * 60_000;
/** Of work, after which the browser is asked not to clear it by itself. */
const worthPersistingMs = 120_000;
/** The worker that reads a link's weights is waited for no longer. */
const weightsMs = 30_000;
/** An engine that is at a long step is waited for no longer, when another tab wants its run. */
const settleMs = 25_000;

/** A kept run, with the data that it trains on. */
interface Found {
  readonly whole: WholeRun;
  readonly source: DataSource;
}

/** What is to be written of a run. */
interface Due {
  readonly moment: Moment;
  /** Whether the earlier frames of its history were on their way to the page still: then it has the new ones alone. */
  readonly areFramesAdded: boolean;
}

/** A network on its data, as it begins. */
type Brought = Extract<OpenedNetwork["start"], { readonly ok: true }>;

/** What was let go of for it, as it is said. */
const roomMade = {
  frames: "kept.framesMadeRoom",
  checkpoint: "kept.weightsMadeRoom",
  racer: "kept.racerMadeRoom",
} as const satisfies Readonly<Record<Thinned, string>>;

const refusalOf = (error: unknown): ExchangeRefused => ({
  type: "refused",
  problem: message("elsewhere.failed", { said: error instanceof Error ? error.message : String(error) }),
});

export class Keeper {
  readonly #options: KeeperOptions;
  readonly #now: () => number;
  /** What is to be written, by the ids of the records: the latest of each. */
  readonly #due = new Map<string, Due>();
  /** The checkpoints that were written. */
  readonly #written = new Map<string, SavedState>();
  readonly #frames: FrameKeeper;
  readonly #races: RaceKeeper;
  /** What people have said of runs that came from files. */
  readonly #said = new Map<string, Pick<RunRecord, "name" | "note">>();
  /** One thing after the other. */
  #queue: Promise<unknown> = Promise.resolve();
  #timer: ReturnType<typeof setTimeout> | null = null;
  /** The record of the run on the stage. */
  #current: string | null = null;
  /** The run on the stage as it was last seen, and the one before it. */
  #shown: RunState | null = null;
  #before: RunState | null = null;
  /** What the engine was asked to go on with, until it does or says that it cannot. */
  #coming: PastRun | null = null;
  /** The run whose untouched state was asked for. */
  #askedOf: number | null = null;
  #firstSaveMs: number | null = null;
  #isPersistenceAsked = false;

  constructor(options: KeeperOptions) {
    this.#options = options;
    this.#frames = new FrameKeeper(options.runs);
    this.#now = options.now ?? Date.now;
    this.#races = new RaceKeeper({
      ...options,
      now: this.#now,
      isOnStage: (id) => id === this.#current,
      saveRun: (moment, race) => this.#save({ moment, areFramesAdded: false }, race),
      withRoom: (save) => this.#withRoom(save),
      answerMs,
      reloadMs,
    });
  }

  get #state(): PlaygroundState {
    return this.#options.store.getState();
  }

  /** Follows the run on the stage from now on. */
  start(): void {
    const { store } = this.#options;
    store.subscribe((state, before) => this.#follow(state, before));
    this.#follow(this.#state, null);
  }

  /**
   * Brings the run back that was on the page; whether there is one. It is then opened in the place of what the page opens with.
   * @param isOwn whether this very tab had it: one that another tab has is otherwise left there
   */
  async comeBack(id: string, isOwn: boolean, language: Language): Promise<boolean> {
    const { tabs, forget } = this.#options;
    if (!tabs) return false;
    try {
      const isHeld = await tabs.hold(id, isOwn ? reloadMs : 0);
      if (!isHeld && !isOwn) return false;
      const isThere = await this.#open(id, language);
      if (!isThere) forget(id);
      return isThere;
    } catch (error) {
      this.#fail(error);
      if (error instanceof NoAnswer) void this.#comeLate(id);
      return false;
    }
  }

  /** What a slow database gives at last is opened, unless something was done meanwhile with what the page has opened with. */
  async #comeLate(id: string): Promise<void> {
    const found = await this.#options.runs.read(id).catch(() => null);
    const run = shownRun(this.#state);
    if (found && !run.training && !isWorthKeeping(run, this.#state)) this.handle({ type: "open", id });
  }

  /** What is due is written now: the page may be gone in a moment. */
  flush(): Promise<void> {
    this.#cancelTimer();
    return this.#serially(() => this.#drain());
  }

  handle(command: KeeperCommand): void {
    this.#ask(() => this.#execute(command));
  }

  /** In its turn; what is against it is said. */
  #ask(task: () => Promise<void>): void {
    void this.#serially(task).catch((error: unknown) =>
      this.#state.notify("problem", message("kept.failed", { why: whyNotKept(error) })),
    );
  }

  /** Another tab has changed what is kept. */
  refresh(): void {
    if (this.#state.kept) this.handle({ type: "list" });
  }

  /** Another tab would like to have a run: what this one has come to is kept, and it is let go of. */
  async giveUp(id: string): Promise<void> {
    if (id === this.#current) {
      await within(settleMs, this.#settled()).catch(() => undefined);
      await this.flush();
      this.lose(id);
    } else if (this.#races.has(id)) await this.flush();
    this.#options.tabs?.release(id);
  }

  /** Another tab has taken it. */
  lose(id: string): void {
    this.#due.delete(id);
    if (id !== this.#current) return;
    if (shownRun(this.#state).training) this.#state.pause();
    this.#tell({ kind: "elsewhere" });
  }

  /** Pauses, and waits for the state that it has come to: a page out of sight is shown nothing, and its engine does not rest. */
  #settled(): Promise<void> {
    const { store } = this.#options;
    const { saved: before } = shownRun(store.getState());
    return new Promise((resolve) => {
      const stop = store.subscribe((state) => {
        const { training, saved, step } = shownRun(state);
        if (training || saved === before || saved?.step !== step) return;
        stop();
        resolve();
      });
      this.#state.pause();
      this.#state.askState();
    });
  }

  #serially<T>(task: () => Promise<T>): Promise<T> {
    const done = this.#queue.then(task);
    this.#queue = done.catch(() => undefined);
    return done;
  }

  #tell(keeping: Keeping): void {
    this.#options.store.setState({ keeping });
  }

  /** Sees what has changed of the run on the stage, and what of it is to be written. */
  #follow(state: PlaygroundState, before: PlaygroundState | null): void {
    const run = shownRun(state);
    this.#meet(state, run);
    if (run === this.#shown && before && !isViewChanged(state, before)) return;
    if (run.id !== this.#shown?.id) this.#before = this.#shown;
    const last = run.id === this.#shown?.id ? this.#shown : null;
    this.#shown = run;
    if (!last) this.#goOnHere(run);
    if (isStateMissing(run, state)) this.#askStateOf(run);
    if (!isWorthKeeping(run, state)) this.#goTo(null);
    else if (!run.kept) this.#identify(run);
    else {
      this.#goTo(run.kept.id);
      this.#see(run, last, before);
    }
  }

  /** What was asked for is here, or the engine has refused it: it is then let go of, and no page asks for it again. */
  #meet({ failure }: PlaygroundState, { summary }: RunState): void {
    const coming = this.#coming;
    if (!coming) return;
    if (summary?.back === coming.id) this.#coming = null;
    if (failure?.back !== coming.id) return;
    this.#coming = null;
    const { store, tabs, forget } = this.#options;
    store.setState(({ past }) => ({ past: past.filter(({ id }) => id !== coming.id) }));
    if (!coming.kept) return;
    if (!this.#races.has(coming.kept.id)) tabs?.release(coming.kept.id);
    if (coming.kept.id !== this.#current) forget(coming.kept.id);
  }

  /** What was taken over is this tab's from the moment that it is here: what stood on the stage until then may be older. */
  #goOnHere({ kept }: RunState): void {
    if (this.#state.keeping.kind !== "elsewhere" || !kept || kept.id !== this.#current) return;
    if (this.#options.tabs?.holds(kept.id)) this.#tell({ kind: "nothing" });
  }

  #see(run: RunState, last: RunState | null, before: PlaygroundState | null): void {
    const state = this.#state;
    const moment = momentOf(state, run, this.#now());
    if (!moment || state.keeping.kind === "elsewhere") return;
    if (!last || isSaved(run, last)) this.#write(moment, 0);
    else if (!before || isViewChanged(state, before) || isChanged(run, last)) this.#write(moment, viewMs);
  }

  /** Once, of the network that comes with the page: what was chosen for it is kept with its weights. */
  #askStateOf({ id }: RunState): void {
    if (this.#askedOf === id) return;
    this.#askedOf = id;
    this.#state.askState();
  }

  /** A run that would be lost gets a record. */
  #identify(run: RunState): void {
    const differs = this.#before ? differenceOf(this.#before, run) : [];
    const kept = { id: randomId(), beganMs: this.#now(), differs, origin: "page" } as const;
    this.#options.store.setState((state) => withShownRun(state, { kept }));
  }

  #goTo(id: string | null): void {
    const left = this.#current;
    if (id === left) return;
    const leftRun = this.#before;
    this.#current = id;
    this.#options.mark(id);
    this.#tell({ kind: "nothing" });
    void this.#serially(() => this.#change(left, leftRun, id)).catch((error: unknown) => this.#fail(error));
  }

  async #change(left: string | null, leftRun: RunState | null, id: string | null): Promise<void> {
    const { tabs, runs } = this.#options;
    if (!tabs) return;
    await this.#drain();
    if (left !== null) {
      const isOfRace = this.#races.has(left);
      const isMine = tabs.holds(left) && !isOfRace;
      if (!isOfRace) tabs.release(left);
      // Another tab may come further with it.
      this.#due.delete(left);
      // What no step was taken in begins the same again.
      if (isMine && leftRun?.kept?.id === left && isUntouched(leftRun) && !(await isNamed(runs, left))) {
        this.#written.delete(left);
        this.#frames.forget(left);
        await runs.remove((one) => one.id === left);
        this.#changed();
      }
    }
    if (id === null || (await tabs.hold(id)) || id !== this.#current) return;
    this.lose(id);
  }

  #write(moment: Moment, afterMs: number): void {
    const { id } = moment.kept;
    this.#due.set(id, { moment, areFramesAdded: this.#frames.isComing(id) });
    if (afterMs > 0 && this.#timer !== null) return;
    this.#cancelTimer();
    this.#timer = setTimeout(() => void this.flush(), afterMs);
  }

  #cancelTimer(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
  }

  async #drain(): Promise<void> {
    const { tabs } = this.#options;
    const failed: [string, Due][] = [];
    // What becomes due meanwhile comes at once as well.
    for (const [id, due] of this.#due) {
      this.#due.delete(id);
      if (!tabs) return this.#fail(null);
      if (!(await tabs.hold(id))) continue;
      try {
        await this.#save(due);
      } catch (error) {
        failed.push([id, due]);
        this.#fail(error);
      }
    }
    // It is tried again with the next save, where nothing newer is there by then.
    for (const [id, due] of failed) if (tabs?.holds(id) && !this.#due.has(id)) this.#due.set(id, due);
    await this.#races.drain().catch((error: unknown) => this.#fail(error));
  }

  async #save(due: Due, race?: RaceSave): Promise<void> {
    const { moment, areFramesAdded } = due;
    const { runs, version } = this.#options;
    const { id } = moment.kept;
    const { saved } = moment.run;
    const data = await keptData(moment.source);
    const record = { ...recordOf(moment, data.source, version), ...this.#said.get(id) };
    const isCheckpointKnown = saved !== null && this.#written.get(id) === saved;
    // One that races has none; those that are there stay.
    const frames = race ? null : await this.#frames.save(id, keptPart(moment.run));
    const known = { checkpoint: saved, data, isCheckpointKnown, ...(race && { race }) };
    const isWhole = await this.#withRoom(() =>
      runs.save({ record, ...known, frames: frames?.blobs ?? null, areFramesAdded }),
    );
    if (!isWhole) {
      // The browser has cleared what was written.
      this.#frames.forget(id);
      return this.#save(due, race);
    }
    if (frames) this.#frames.saved(id, frames);
    if (saved) this.#written.set(id, saved);
    if (id === this.#current && this.#state.keeping.kind !== "elsewhere")
      this.#tell({ kind: "kept", step: record.step, timeMs: record.keptMs });
    this.#changed();
    await this.#askToPersist(record.keptMs);
  }

  /** Old histories and checkpoints make room before anything is refused, which is said. */
  async #withRoom<T>(save: () => Promise<T>): Promise<T> {
    const { runs, tabs } = this.#options;
    const thinned = new Set<Thinned>();
    try {
      for (;;) {
        try {
          return await save();
        } catch (error) {
          if (!isFull(error)) throw error;
          const live = new Set((await tabs?.live()) ?? []);
          const gone = await runs.thin((id) => live.has(id));
          if (!gone) throw error;
          thinned.add(gone);
        }
      }
    } finally {
      for (const gone of thinned) this.#state.notify("info", message(roomMade[gone]));
    }
  }

  /** After the first minutes of work. */
  async #askToPersist(nowMs: number): Promise<void> {
    this.#firstSaveMs ??= nowMs;
    if (this.#isPersistenceAsked || nowMs - this.#firstSaveMs < worthPersistingMs) return;
    this.#isPersistenceAsked = true;
    await this.#options.storage?.persist().catch(() => false);
  }

  /** Training goes on; that nothing is kept is said once. @param error null where the page cannot tell its tabs apart */
  #fail(error: unknown): void {
    const why: Said = error === null ? message("kept.insecure") : whyNotKept(error);
    const isKnown = this.#state.keeping.kind === "off";
    this.#tell({ kind: "off", why });
    if (!isKnown) this.#state.notify("problem", message("kept.notKept", { why }));
  }

  #changed(): void {
    this.#options.tabs?.tell();
    if (this.#state.kept) this.#ask(() => this.#list());
  }

  async #execute(command: KeeperCommand): Promise<void> {
    const { runs, tabs } = this.#options;
    switch (command.type) {
      case "list":
        await runs.remove(({ read }) => read.ok && isGone(read.record, this.#now()));
        return this.#list();
      case "open":
        if (command.id !== this.#current) {
          if (command.orLink !== undefined && !(await this.#isKept(command.id)))
            return this.#openLink(command.orLink, false);
          await tabs?.hold(command.id);
          await this.#open(command.id, null);
        }
        return;
      case "rename":
        await runs.change(command.id, { name: command.name });
        return this.#changed();
      case "note":
        await runs.change(command.id, { note: command.note });
        return this.#changed();
      case "repeat":
        return this.#repeat(command.id);
      case "delete":
        this.#due.delete(command.id);
        await runs.change(command.id, { deletedMs: this.#now() });
        return this.#changed();
      case "restore":
        await runs.change(command.id, { deletedMs: null });
        return this.#changed();
      case "save":
        return this.#saveFile(command.id, command.withData);
      case "openFile":
        return this.#openFile(command.file);
      case "forget":
        await runs.remove(({ id }) => id === command.id);
        return this.#changed();
      case "openLink":
        return this.#openLink(command.link, command.isSure);
      case "keepRace":
        return this.#keepRace(command);
      case "openRace":
        return this.#openRace(command.id);
      case "leaveRace":
        this.#races.release(command.id);
        this.#options.markRace(false);
        return this.#changed();
      case "forgetRace":
        this.#races.forget(command.id);
        await runs.removeRace(command.id);
        return this.#changed();
      case "lesson":
        return this.takeLesson(command.link);
      case "takeOver":
        return this.#takeOver();
      default:
        return command satisfies never;
    }
  }

  async #keepRace({ race, places }: Extract<KeeperCommand, { type: "keepRace" }>): Promise<void> {
    if (!this.#options.tabs) return this.#fail(null);
    this.#races.add(race, places);
    this.#options.markRace(race.phase !== "over");
    await this.#races.drain().catch((error: unknown) => this.#fail(error));
    this.#changed();
  }

  async #openRace(id: string): Promise<void> {
    const why = await this.#races.open(id);
    if (why) this.#state.notify("problem", message("race.notOpened", { why }));
    else this.#changed();
  }

  async #list(): Promise<void> {
    const { runs, tabs, storage, store } = this.#options;
    const [all, races, live, estimate, persisted] = await Promise.all([
      runs.list(),
      runs.listRaces(),
      tabs?.live() ?? [],
      storage?.estimate() ?? null,
      storage?.persisted() ?? false,
    ]);
    const { usage: used, quota } = estimate ?? {};
    const usage = used === undefined || quota === undefined ? null : { used, quota };
    // The runs of a race of this tab are in no other.
    const isElsewhere = (id: string) => !this.#races.has(id) || races.some((one) => one.id === id);
    store.setState({ kept: { runs: all, races, live: live.filter(isElsewhere), usage, persisted } });
  }

  /** Whether it is on its way. What is against it is said. @param language with it the page opens */
  async #open(id: string, language: Language | null): Promise<boolean> {
    const found = await this.#read(id).catch((error: unknown) => {
      this.#letGo(id);
      throw error;
    });
    if (!found) {
      this.#letGo(id);
      return false;
    }
    const { whole, source } = found;
    const { choice, name } = whole.record.engine;
    const opening = language && { engine: choice, on: name, language };
    if (isThinned(whole)) this.#letGo(id);
    else if (whole.checkpoint) this.#written.set(id, whole.checkpoint);
    this.#goBackTo({ whole, source }, opening);
    if (!isThinned(whole)) void this.#bringFrames(whole.record);
    return true;
  }

  /** They come later than the run: nothing waits for them. */
  async #bringFrames(record: RunRecord): Promise<void> {
    // What cannot be read is not kept any longer.
    const earlier = await this.#frames.read(record).catch(() => null);
    if (earlier) this.#options.store.setState((state) => withHistoryOf(state, record.id, earlier));
  }

  #letGo(id: string): void {
    if (id !== this.#current && !this.#races.has(id)) this.#options.tabs?.release(id);
  }

  async #isKept(id: string): Promise<boolean> {
    return (await within(answerMs, this.#options.runs.read(id))) !== null;
  }

  async #read(id: string): Promise<Found | null> {
    const whole = await within(answerMs, this.#options.runs.read(id));
    if (!whole) return this.#refuse(message("kept.gone"));
    if (!("record" in whole)) return this.#refuse(whole.problem);
    const source = await readKept(whole.data);
    return source.ok ? { whole, source: source.value } : this.#refuse(source.problem);
  }

  #refuse(why: Said): null {
    this.#state.notify("problem", message("kept.notOpened", { why }));
    return null;
  }

  /** To what was kept, and what happened to it; where its weights are gone, a run of its own begins, so that its record stays as it is. */
  #goBackTo(found: Found, opening: Opening | null): void {
    const { whole, source } = found;
    const { record } = whole;
    if (isThinned(whole)) {
      this.#state.notify("info", message("kept.thinned"));
      this.#goBack(this.#anew(found, record.settings), opening);
      return;
    }
    this.#options.store.setState(({ happened }) => ({ happened: withHappenedOf(happened, record) }));
    this.#goBack(pastRunOf(foreignRunId(), whole, source), opening);
  }

  #goBack(run: PastRun, opening: Opening | null): void {
    // The same run from earlier on this page is no other one.
    this.#options.store.setState(({ past }) => ({
      past: [run, ...past.filter((one) => !run.kept || one.kept?.id !== run.kept.id)],
    }));
    this.#coming = run;
    this.#state.goBack(run.id, opening ?? undefined);
  }

  /** The same with another seed, from the beginning. */
  async #repeat(id: string): Promise<void> {
    const found = await this.#read(id);
    if (!found) return;
    const { settings } = found.whole.record;
    this.#goBack(this.#anew(found, { ...settings, seed: settings.seed + 1 }), null);
  }

  /** From its beginning, which is a run of its own. */
  #anew({ whole: { record }, source }: Found, settings: RunSettings): PastRun {
    const whole = { record: { ...record, settings }, checkpoint: null };
    const run = pastRunOf(foreignRunId(), whole, source);
    const others = differenceOf({ ...run, inUse: record.settings }, run);
    const differs = others.length > 0 ? others : record.differs;
    const kept = { id: randomId(), beganMs: this.#now(), differs, origin: "repeat" } as const;
    const fresh = { step: 0, epoch: 0, latest: null, validation: [], evaluated: null, learningRate: null };
    const history = emptyHistory;
    const timed = { steps: 0, elapsedMs: 0 };
    const summary = { ...run.summary, pretrained: false, step: 0 };
    return { ...run, ...fresh, history, timed, summary, kept };
  }

  async #saveFile(id: string, withData: boolean): Promise<void> {
    await this.#drain();
    const whole = id === this.#current ? await this.#present() : await this.#options.runs.read(id);
    if (!whole || !("record" in whole)) {
      this.#refuse(whole?.problem ?? message("kept.gone"));
      return;
    }
    const file = await writeRunFile(whole, withData);
    this.#options.download(fileNameOf(whole.record), file);
  }

  /** The run on the stage as it is now, whether the browser keeps it or not. */
  async #present(): Promise<WholeRun | null> {
    const moment = momentOf(this.#state, shownRun(this.#state), this.#now());
    if (!moment) return null;
    const data = await keptData(moment.source);
    const record = recordOf(moment, data.source, this.#options.version);
    const kept = await this.#options.runs.read(record.id).catch(() => null);
    const { name, note } = kept && "record" in kept ? kept.record : (this.#said.get(record.id) ?? record);
    return { record: { ...record, name, note }, checkpoint: moment.run.saved, data };
  }

  /** What is in it becomes a run of its own; it is kept when the engine has taken it. */
  async #openFile(file: File): Promise<void> {
    const read = await readRunFile(file);
    if (!read.ok) {
      this.#state.rejectFile(file.name, read.problem);
      return;
    }
    const data = await this.#dataOf(read.value);
    const source = await readKept(data);
    if (!source.ok || !(await canBeSaid(source.value))) {
      this.#state.rejectFile(file.name, source.ok ? message("kept.damaged") : source.problem);
      return;
    }
    const { name, note } = read.value.record;
    const record = { ...read.value.record, id: randomId() };
    if (name !== null || note !== "") this.#said.set(record.id, { name, note });
    this.#goBackTo({ whole: { ...read.value, record }, source: source.value }, null);
  }

  /** Whether the page opens with a link, of which some part can be used. */
  openFirst(link: string, language: Language): boolean {
    const { linked, problems } = readLink(link);
    this.#tellProblems(problems);
    this.#setLesson(linked);
    if (linked) this.#ask(() => this.#openLinked(linked, language));
    return linked !== null;
  }

  /** The page leaves out and locks what the link in its address says, whatever run is opened. */
  takeLesson(link: string | null): void {
    this.#setLesson(link === null ? null : readLink(link).linked);
  }

  #setLesson(linked: Linked | null): void {
    this.#options.store.setState({ lesson: linked?.lesson ?? null });
  }

  /** What cannot be read of it is said before anybody is asked. */
  async #openLink(link: string, isSure: boolean): Promise<void> {
    const { linked, problems } = readLink(link);
    if (!isSure) this.#tellProblems(problems);
    if (!linked) return;
    // What is under way is kept first, where it can be.
    await this.#drain();
    if (!isSure && isAtRisk(this.#state)) {
      this.#options.store.setState({ askedLink: link });
      return;
    }
    this.#setLesson(linked);
    await this.#openLinked(linked, null);
  }

  #tellProblems(problems: readonly Said[]): void {
    if (problems.length > 0) this.#state.notify("problem", sentences(problems));
  }

  async #openLinked(linked: Linked, language: Language | null): Promise<void> {
    const { store } = this.#options;
    const { settings } = linked.setup;
    if (!settings) {
      // The page's own network, which has no run behind it that would bring the view.
      const stop = store.subscribe((state, before) => {
        if (state.shownId === before.shownId) return;
        stop();
        store.setState(withShownRun(state, { view: linked.view }));
      });
      this.#state.openSetup(linked.setup, null, language);
      return;
    }
    const brought = await this.#weightsOf(linked, settings);
    const kept = { id: randomId(), beganMs: this.#now() };
    const run = linkedRun(foreignRunId(), linked, brought?.settings ?? settings, kept, brought?.saved);
    store.setState(({ past }) => ({ past: [run, ...past] }));
    const setup = { ...linked.setup, settings: run.inUse };
    this.#state.openSetup(setup, run.id, language, brought?.saved);
  }

  /** A link's network on its data; where it cannot be used, that is said, and the rest is opened with fresh weights. */
  async #weightsOf({ setup, weights }: Linked, settings: RunSettings): Promise<Brought | null> {
    if (!weights) return null;
    const file = new File([weights.file], "");
    const request = { type: "open", file, source: setup.data, settings } as const;
    const answer = await this.#state.exchange(request, AbortSignal.timeout(weightsMs)).catch(refusalOf);
    if (answer.type === "opened" && answer.start.ok) return answer.start;
    const why = answer.type === "opened" && !answer.start.ok ? answer.start.problem : null;
    const said = answer.type === "refused" ? answer.problem : why;
    this.#state.notify("problem", message("share.weightsUnusable", { why: said ?? "" }));
    return null;
  }

  /** A file that was saved without its data finds them where the same are kept. */
  async #dataOf({ data }: WholeRun): Promise<KeptData> {
    const hash = hashOf(data.source);
    if (data.bytes || hash === null) return data;
    return { ...data, bytes: await this.#options.runs.readData(hash) };
  }

  /** Of the run on the stage, what another tab has come to with it. */
  async #takeOver(): Promise<void> {
    const id = this.#current;
    const { tabs } = this.#options;
    if (id === null || !tabs || !(await tabs.take(id))) return;
    if (!(await this.#open(id, null))) tabs.release(id);
  }
}

const isGone = ({ deletedMs: atMs }: RunRecord, nowMs: number) => atMs !== null && nowMs - atMs > deletedMs;

/** It was trained, and what it had come to had to make room. */
const isThinned = ({ record, checkpoint }: WholeRun) =>
  checkpoint === null && record.step > record.summary.step;

async function isNamed(runs: RunStore, id: string): Promise<boolean> {
  const run = await runs.read(id);
  return run !== null && "record" in run && (run.record.name !== null || run.record.note !== "");
}

/** The network that comes with the page comes again by itself, but neither what it was trained nor what was chosen for it. */
function isWorthKeeping(run: RunState, writing: WritingSlice): boolean {
  const { summary, kept, saved, of } = run;
  if (!summary || !of) return false;
  if (!isOpening(summary) || kept) return true;
  return saved !== null && (saved.step > summary.step || isChosen(run, writing));
}

/** What was chosen for the network that comes with the page can be kept as soon as the engine has told its state. */
const isStateMissing = (run: RunState, writing: WritingSlice): boolean =>
  run.summary !== null && isOpening(run.summary) && run.saved === null && isChosen(run, writing);

const isOpening = ({ cause, pretrained }: RunSummary) => cause === "opened" || pretrained;

/** Whether somebody has said what it reads, how it goes on, or what it writes and how. */
const isChosen = ({ summary, inUse, probeInUse, firstProbe }: RunState, writing: WritingSlice): boolean =>
  (summary !== null && changedSettings(summary.settings, inUse).length > 0) ||
  !sameProbe(probeInUse, firstProbe) ||
  !samplePrompts.has(writing.prompt) ||
  writing.sampling !== initialGeneration.sampling ||
  writing.generationLength !== initialGeneration.generationLength;

/** The page begins with one of them. */
const samplePrompts: ReadonlySet<string> = new Set(Object.values(sampleTexts).map(({ prompt }) => prompt));

function sameProbe(a: Probe | null, b: Probe | null): boolean {
  if (a?.kind === "text" && b?.kind === "text") return a.text === b.text;
  if (a?.kind === "example" && b?.kind === "example") return a.index === b.index;
  // What was drawn is another one each time.
  return a === b;
}

/** No step was taken in it, here or before. */
const isUntouched = ({ history: { points, pending } }: RunState) => points.length + pending.length === 0;

/** What a new one in its place would make an end of, with the page. */
const isAtRisk = (state: PlaygroundState) => state.keeping.kind === "off" && !isUntouched(shownRun(state));

/** What a crash would take with it. */
const isSaved = (run: RunState, last: RunState): boolean =>
  run.saved !== last.saved || run.summary !== last.summary || run.kept !== last.kept;

/** What it was measured while it trains is written when it is saved. */
const isChanged = (run: RunState, last: RunState): boolean =>
  run.inUse !== last.inUse ||
  run.probeInUse !== last.probeInUse ||
  run.ended !== last.ended ||
  (!run.training && run.frames !== last.frames) ||
  (!run.training && (run.evaluated !== last.evaluated || run.validation !== last.validation));

function isViewChanged(state: PlaygroundState, before: PlaygroundState): boolean {
  const [now, then] = [viewOf(state), viewOf(before)];
  return (
    now.layer !== then.layer ||
    now.unit !== then.unit ||
    now.time !== then.time ||
    now.unitOrder !== then.unitOrder ||
    now.rowHeight !== then.rowHeight ||
    now.columnWidth !== then.columnWidth ||
    now.pins !== then.pins ||
    now.shownLook !== then.shownLook ||
    state.prompt !== before.prompt ||
    state.sampling !== before.sampling ||
    state.generationLength !== before.generationLength ||
    state.engine?.choice !== before.engine?.choice
  );
}

/** Without what file systems do not take. */
const fileNameOf = ({ name, settings: { cell }, step }: RunRecord): string =>
  `${(name ?? cell).replace(/[^\p{L}\p{N} ._-]/gu, "").slice(0, 60) || cell}-${step}${runFileExtension}`;
