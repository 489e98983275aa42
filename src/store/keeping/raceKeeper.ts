/**
 * Keeps the race of this tab. Its runs are this tab's until it is over or left; one that has gone on by itself all the same is not
 * written over: the race goes on with its own as another run.
 */
import { type KeptData, keptData, readKept } from "../../kept/keptData";
import type { RaceRecord } from "../../kept/raceRecord";
import type { RaceSave, RunStore, WholeRace } from "../../kept/runStore";
import type { TabLocks } from "../../kept/tabLocks";
import type { DataSource, SavedState } from "../../session/protocol";
import { within } from "../../within";
import { message, type Said } from "../../words/message";
import { momentOfMember, raceOfRecord, raceRecordOf, racerRecordOf } from "../racing/keptRace";
import type { KeptIdentity, RaceMember, RaceState } from "../state";
import type { PlaygroundStore } from "../store";
import { randomId } from "./randomId";
import type { Moment } from "./recordOf";

interface RaceKeeperOptions {
  readonly store: PlaygroundStore;
  readonly runs: RunStore;
  readonly tabs: TabLocks | null;
  readonly version: string;
  readonly now: () => number;
  /** Which is kept as it is there. */
  readonly isOnStage: (id: string) => boolean;
  readonly saveRun: (moment: Moment, race: RaceSave) => Promise<void>;
  readonly withRoom: (save: () => Promise<void>) => Promise<void>;
  /** A database that does not answer is none. */
  readonly answerMs: number;
  /** A tab that is being reloaded lets go of its race within moments. */
  readonly reloadMs: number;
}

interface Due {
  readonly race: RaceState;
  /** Of those of its runs that are to be written. */
  readonly places: Set<number>;
}

/** What a race last wrote of a run. Whoever trains it on changes one of the two numbers. */
interface Written {
  readonly step: number;
  readonly elapsedMs: number | undefined;
  readonly saved: SavedState;
}

export class RaceKeeper {
  readonly #options: RaceKeeperOptions;
  /** The latest state of each race that is not written yet, by its id. */
  readonly #due = new Map<string, Due>();
  /** What is held for a race, by its id: it and its runs. */
  readonly #held = new Map<string, Set<string>>();
  readonly #written = new Map<string, Written>();
  /** As what a race goes on with a run that is somebody else's now, by the id of that. */
  readonly #later = new Map<string, KeptIdentity>();

  constructor(options: RaceKeeperOptions) {
    this.#options = options;
  }

  /** Whether it is held for a race of this tab. */
  has(id: string): boolean {
    return [...this.#held.values()].some((held) => held.has(id));
  }

  /** @param places of the runs that have news */
  add(race: RaceState, places: readonly number[]): void {
    const { id } = race.kept;
    this.#due.set(id, { race, places: new Set([...(this.#due.get(id)?.places ?? []), ...places]) });
  }

  /** Writes what is due. What is refused stays due. */
  async drain(): Promise<void> {
    for (const due of [...this.#due.values()]) await this.#keep(due);
  }

  async #keep({ race, places }: Due): Promise<void> {
    const { runs, store, withRoom } = this.#options;
    const { id } = race.kept;
    if (await this.#hold(race)) {
      const data = await keptData(race.of.source);
      const record = raceRecordOf(race, data.source);
      if (places.size === 0) await withRoom(() => runs.saveRace({ record, racers: [] }, data));
      for (const place of [...places]) {
        await this.#keepRacer(race, place, record, data);
        places.delete(place);
      }
    }
    // Else another tab may have come further with it.
    this.#due.delete(id);
    if (race.phase === "over" || store.getState().race?.kept.id !== id) this.release(id);
  }

  /** Whether it is this tab's. A run of it may be another's all the same. */
  async #hold({ kept: { id }, members }: RaceState): Promise<boolean> {
    const { tabs } = this.#options;
    if (!tabs || !(await tabs.hold(id))) return false;
    const held = new Set([id]);
    this.#held.set(id, held);
    for (const { run } of members) {
      const kept = run.kept && this.#identity(run.kept);
      if (kept && (await tabs.hold(kept.id))) held.add(kept.id);
    }
    return true;
  }

  /** What is on the stage stays held. */
  release(id: string): void {
    for (const held of this.#held.get(id) ?? [id])
      if (!this.#options.isOnStage(held)) this.#options.tabs?.release(held);
    this.#held.delete(id);
  }

  /** What was due of it is not written any more. */
  forget(id: string): void {
    this.#due.delete(id);
  }

  #identity(kept: KeptIdentity): KeptIdentity {
    const later = this.#later.get(kept.id);
    return later ? this.#identity(later) : kept;
  }

  /** Its run and what the race knows of it, at once. */
  async #keepRacer(race: RaceState, place: number, record: RaceRecord, data: KeptData): Promise<void> {
    const { runs, version, now, saveRun, withRoom } = this.#options;
    const { run, ...member } = race.members[place];
    const named = { ...member, run: { ...run, kept: run.kept && this.#identity(run.kept) } };
    const moment = await this.#ownMoment(race, momentOfMember(race, named, now()));
    const racer = racerRecordOf(race, named, place, moment?.moment ?? null, data.source, version);
    const save = { record, racers: [racer] };
    if (!moment?.isToWrite) return withRoom(() => runs.saveRace(save, data));
    const { kept, run: written } = moment.moment;
    await saveRun(moment.moment, save);
    if (written.saved) this.#note(kept.id, written.saved, written.timed.elapsedMs);
  }

  #note(id: string, saved: SavedState, elapsedMs: number | undefined): void {
    this.#written.set(id, { step: saved.step, elapsedMs, saved });
  }

  /** Under the id under which it can be written, where there is something to write. */
  async #ownMoment(
    race: RaceState,
    moment: Moment | null,
  ): Promise<{ readonly moment: Moment; readonly isToWrite: boolean } | null> {
    if (!moment) return null;
    const whose = await this.#whose(moment.kept.id);
    if (whose !== "another") return { moment, isToWrite: whose === "own" };
    if (this.#written.get(moment.kept.id)?.saved === moment.run.saved) return { moment, isToWrite: false };
    const kept = await this.#goOnAsAnother(race, moment.kept);
    return { moment: { ...moment, kept, run: { ...moment.run, kept } }, isToWrite: true };
  }

  /** `gone`: it was deleted for good, and is not to be there again. */
  async #whose(id: string): Promise<"own" | "another" | "gone"> {
    const { runs, tabs, isOnStage } = this.#options;
    if (isOnStage(id) || !tabs?.holds(id)) return "another";
    const last = this.#written.get(id);
    const there = await runs.read(id);
    if (!there) return last ? "gone" : "own";
    if (!last || !("record" in there)) return "another";
    const { step, timed } = there.record;
    return step === last.step && timed?.elapsedMs === last.elapsedMs ? "own" : "another";
  }

  async #goOnAsAnother({ kept: { id } }: RaceState, before: KeptIdentity): Promise<KeptIdentity> {
    const { store, tabs, now, isOnStage } = this.#options;
    const held = this.#held.get(id);
    held?.delete(before.id);
    if (!isOnStage(before.id)) tabs?.release(before.id);
    const kept = { id: randomId(), beganMs: now(), differs: before.differs, origin: "page" } as const;
    if (await tabs?.hold(kept.id)) held?.add(kept.id);
    this.#later.set(before.id, kept);
    const renamed = (member: RaceMember): RaceMember =>
      member.run.kept?.id === before.id ? { ...member, run: { ...member.run, kept } } : member;
    store.setState(({ race }) =>
      race?.kept.id === id ? { race: { ...race, members: race.members.map(renamed) } } : {},
    );
    return kept;
  }

  /** Shows one that is kept; resolves to why it does not. One that is not over is this tab's alone. */
  async open(id: string): Promise<Said | null> {
    const { tabs, store, reloadMs, now } = this.#options;
    const wasHeld = tabs?.holds(id) === true;
    const letGo = () => {
      if (!wasHeld) this.release(id);
    };
    const isHeld = !tabs || (await tabs.hold(id, reloadMs));
    const found = await this.#read(id).catch((error: unknown) => {
      letGo();
      throw error;
    });
    const why = found.ok ? null : found.problem;
    const isElsewhere = found.ok && !isHeld && !found.whole.record.isOver;
    const { race } = store.getState();
    if (!found.ok || isElsewhere || (race && isUnderWay(race))) {
      letGo();
      return isElsewhere ? message("race.elsewhere") : why;
    }
    if (race && race.kept.id !== id) this.release(race.kept.id);
    const opened = raceOfRecord(found.whole, found.source, 0, now());
    store.setState({ race: opened });
    for (const { run } of opened.members)
      if (run.kept && run.saved) this.#note(run.kept.id, run.saved, run.timed.elapsedMs);
    if (beginsAgain(found.whole, opened)) store.getState().notify("info", message("race.beginsAgain"));
    if (opened.phase === "over") this.release(id);
    else await this.#hold(opened);
    return null;
  }

  async #read(
    id: string,
  ): Promise<
    | { readonly ok: true; readonly whole: WholeRace; readonly source: DataSource }
    | { readonly ok: false; readonly problem: Said }
  > {
    const { runs, answerMs } = this.#options;
    const whole = await within(answerMs, runs.readRace(id));
    if (!whole) return { ok: false, problem: message("kept.gone") };
    if (!("record" in whole)) return whole;
    const source = await readKept(whole.data);
    return source.ok ? { ok: true, whole, source: source.value } : source;
  }
}

/** The engine has it. */
const isUnderWay = ({ phase }: RaceState) =>
  phase === "starting" || phase === "running" || phase === "paused";

/** Whether a run of it that has come to something, and is not over, is not there as the race has left it. */
const beginsAgain = ({ racers }: WholeRace, { phase, members }: RaceState): boolean =>
  phase !== "over" &&
  racers.some(({ place, record, isOver }) => record && !isOver && !members.at(place)?.run.saved);
