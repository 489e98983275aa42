/**
 * Runs that train in turns on one engine, so that they can be compared: each as it would alone, bit for bit. Those that are done are
 * measured, told, and let go of.
 */
import { failure, type Result, success } from "../../data/result";
import type { Backend } from "../../engine/backends/backend";
import { PlanTooLargeError, planBytes } from "../../engine/plan/plan";
import type { Checkpoint } from "../../engine/train/checkpoint";
import { NonFiniteLossError, trainingPlan } from "../../engine/train/trainer";
import { type Message, message, type Said } from "../../words/message";
import type { RaceNews, RacerSoFar, RunNews } from "../protocol";
import type { RaceEntry, RaceRequest } from "../raceRequest";
import type { RunSettings } from "../settings";
import type { Dataset, OpenDataset } from "./dataset";
import { freshCheckpoint } from "./freshCheckpoint";
import { LiveRun } from "./liveRun";
import { networkOf, trainingOf } from "./networkOf";
import { readSaved } from "./savedState";

export interface RaceOptions {
  readonly id: number;
  readonly dataset: Dataset;
  readonly backend: Backend;
  readonly request: RaceRequest;
  /** Which runs it has: those of its plan as they begin, or all as they were kept. */
  readonly members: readonly RacerSoFar[];
  readonly emit: (news: RaceNews) => void;
  /** Asked before each run is made. */
  readonly throwIfUnwanted?: () => void;
}

/** Of all plans together, as of one: beyond it, a browser tab is likely to be killed rather than told. */
export const raceLimitBytes = 2 ** 30;

/** One trains for so long before the next one does: what is lost with each change is little beside it. */
const sliceMs = 200;

interface Member {
  /** Among the race's entries. */
  readonly place: number;
  readonly live: LiveRun;
  /** Milliseconds that it had trained before its turn. */
  trainedMs: number;
  /** Of its turn, while it has it. */
  turnStartMs: number | null;
  /** `measures`: it rests, and what it has come to is being found out. */
  phase: "trains" | "measures" | "over";
  why: Said | null;
  /** The last one. */
  validation: { readonly step: number; readonly loss: number } | null;
  /** The weights of the best validation are back. */
  isStoppedEarly: boolean;
}

/** One that is to train: where it begins or goes on, and on what. */
interface Start {
  readonly place: number;
  readonly racer: RacerSoFar;
  readonly checkpoint: Checkpoint;
  readonly data: OpenDataset;
}

export class Race {
  readonly id: number;
  readonly backend: Backend;
  readonly #emit: (news: RaceNews) => void;
  /** Milliseconds that each trains; null where steps are what they have in common. */
  readonly #eachMs: number | null;
  readonly #length: number;
  /** Without those that were over before. */
  #members: readonly Member[] = [];
  #isPaused = false;

  private constructor({ id, backend, request, emit }: RaceOptions) {
    this.id = id;
    this.backend = backend;
    this.#emit = emit;
    this.#eachMs = request.match === "time" ? request.length * 1000 : null;
    this.#length = request.length;
  }

  /** Begins at once. Nothing is there where it is refused. */
  static async create(options: RaceOptions): Promise<Result<Race>> {
    const { dataset } = options;
    const starts: Start[] = [];
    for (const [place, racer] of options.members.entries()) {
      const start = racer.isOver ? null : await startOf(dataset, place, racer);
      if (start?.ok === false) return start;
      if (start) starts.push(start.value);
    }
    const needed = starts.reduce(
      (sum, { racer, data }) => sum + bytesOf(racer.entry.settings, dataset, data),
      0,
    );
    if (needed > raceLimitBytes) return failure(tooLarge(starts, needed, raceLimitBytes));
    const race = new Race(options);
    try {
      for (const start of starts) {
        options.throwIfUnwanted?.();
        race.#members = [...race.#members, await race.#member(options, start)];
      }
    } catch (error) {
      race.destroy();
      // The engine has less room than that.
      if (error instanceof PlanTooLargeError) return failure(tooLarge(starts, needed, error.limitBytes));
      throw error;
    }
    race.#begin(options.members.map(({ entry }) => entry));
    return success(race);
  }

  async #member({ dataset, backend }: RaceOptions, start: Start): Promise<Member> {
    const { place, racer, checkpoint, data } = start;
    const live = await LiveRun.create({
      dataset,
      data,
      settings: racer.entry.settings,
      checkpoint,
      backend,
      probe: data.firstProbe,
      isUnseen: true,
      emit: (news) => this.#hear(place, news),
    });
    return {
      place,
      live,
      trainedMs: racer.trainedMs,
      turnStartMs: null,
      phase: "trains",
      why: racer.why,
      validation: null,
      isStoppedEarly: checkpoint.progress.undone > 0,
    };
  }

  #begin(entries: readonly RaceEntry[]): void {
    this.#emit({ kind: "began", raceId: this.id, entries });
    for (const member of this.#members) {
      member.live.begin({ cause: "settings", replaces: null });
      // One that was kept at its end, or was stopped, has only to be measured.
      if (member.why !== null || this.#isAtEnd(member)) this.#toMeasure(member);
      else member.live.train();
    }
  }

  #isAtEnd({ live, trainedMs, isStoppedEarly }: Member): boolean {
    return isStoppedEarly || (this.#eachMs === null ? live.step >= this.#length : trainedMs >= this.#eachMs);
  }

  /** Whether there is something to do. */
  get isBusy(): boolean {
    return !this.#isPaused && !this.isOver;
  }

  get isOver(): boolean {
    return this.#members.every(({ phase }) => phase === "over");
  }

  /**
   * A slice of one of them: what rests is measured first, then the one that has come least far trains.
   *
   * @param isCalled whether something else waits, for which it is left
   */
  async turn(isCalled: () => boolean, isUrgent: () => boolean = isCalled): Promise<void> {
    const member = this.#next();
    if (!member || !this.isBusy) return;
    await this.#unlessSpoiled(member, () =>
      member.phase === "measures"
        ? this.#measure(member, isCalled, isUrgent)
        : this.#train(member, isCalled, isUrgent),
    );
  }

  #next(): Member | undefined {
    const measured = this.#members.find(({ phase }) => phase === "measures");
    const training = this.#members.filter(({ phase }) => phase === "trains");
    const far = ({ trainedMs, live }: Member) => (this.#eachMs === null ? live.step : trainedMs);
    const least = Math.min(...training.map(far));
    return measured ?? training.find((one) => far(one) === least);
  }

  async #train(member: Member, isCalled: () => boolean, isUrgent: () => boolean): Promise<void> {
    const { live } = member;
    const startMs = performance.now();
    const leftMs = (this.#eachMs ?? Number.POSITIVE_INFINITY) - member.trainedMs;
    const passedMs = () => performance.now() - startMs;
    // The others' time is not its own.
    live.restartMeter();
    member.turnStartMs = startMs;
    try {
      do await live.turn(isCalled, isUrgent);
      while (live.training && passedMs() < Math.min(sliceMs, leftMs) && !isCalled());
      await live.land();
    } finally {
      member.trainedMs = trainedMsOf(member);
      member.turnStartMs = null;
    }
    if (this.#eachMs !== null && member.trainedMs >= this.#eachMs) await live.rest();
    if (!live.training) this.#toMeasure(member);
  }

  #toMeasure(member: Member): void {
    const { live, validation, isStoppedEarly } = member;
    member.phase = "measures";
    // One in turn has been judged, and is not to be once more.
    if (!isStoppedEarly && validation?.step !== live.step) live.askValidation();
    live.askEvaluation();
  }

  async #measure(member: Member, isCalled: () => boolean, isUrgent: () => boolean): Promise<void> {
    if (!(await member.live.turn(isCalled, isUrgent))) this.#leave(member, member.why);
  }

  #leave(member: Member, why: Said | null): void {
    member.phase = "over";
    const { place, live, validation, isStoppedEarly } = member;
    const loss = isStoppedEarly ? live.saved.progress.best : (validation?.loss ?? null);
    this.#emit({ kind: "left", raceId: this.id, member: place, loss, why });
    live.destroy();
  }

  #hear(place: number, news: RunNews): void {
    const member = this.#at(place);
    if (member && news.type === "validation") member.validation = news.points.at(-1) ?? member.validation;
    if (member && news.type === "stopped" && news.end.why === "patience") member.isStoppedEarly = true;
    if (news.type === "snapshot") return;
    const trainedMs = member ? trainedMsOf(member) : 0;
    this.#emit({ kind: "member", raceId: this.id, member: place, news, trainedMs });
  }

  #at(place: number): Member | undefined {
    return this.#members.find((member) => member.place === place);
  }

  /** What all have come to is told, so that nothing is lost where it is left so. */
  async pause(): Promise<void> {
    this.#setPaused(true);
    for (const member of this.#members)
      if (member.phase !== "over") await this.#unlessSpoiled(member, () => member.live.tellState());
  }

  goOn(): void {
    this.#setPaused(false);
  }

  #setPaused(isPaused: boolean): void {
    if (this.isOver) return;
    this.#isPaused = isPaused;
    this.#emit({ kind: "state", raceId: this.id, isPaused });
  }

  /** One trains no further; it is measured as it is. */
  async stop(place: number): Promise<void> {
    const member = this.#at(place);
    if (member?.phase !== "trains") return;
    await this.#unlessSpoiled(member, async () => {
      await member.live.rest();
      const why = message("race.wasStopped", { step: member.live.step });
      member.why = why;
      this.#emit({ kind: "stopped", raceId: this.id, member: place, why });
      this.#toMeasure(member);
    });
  }

  /** One whose loss is no number any more leaves; the others go on. */
  async #unlessSpoiled(member: Member, act: () => Promise<void>): Promise<void> {
    try {
      await act();
    } catch (error) {
      if (!(error instanceof NonFiniteLossError)) throw error;
      member.live.abandon();
      this.#leave(member, message("engine.nonFinite", { step: error.step }));
    }
    if (this.isOver) this.#emit({ kind: "over", raceId: this.id, why: null });
  }

  /** All train no further, and are measured as they are. */
  async end(): Promise<void> {
    for (const { place } of this.#members) await this.stop(place);
    if (!this.isOver) this.#setPaused(false);
  }

  /** What they have come to is told as far as it can be read; nothing is measured any more. */
  async giveUp(why: Said): Promise<void> {
    for (const { live, phase } of this.#members)
      if (phase !== "over") await live.leave().catch(() => undefined);
    this.fail(why);
  }

  /** Nothing can be read of them any more. */
  fail(why: Said): void {
    if (this.isOver) return;
    this.destroy();
    this.#emit({ kind: "over", raceId: this.id, why });
  }

  destroy(): void {
    for (const member of this.#members) {
      if (member.phase !== "over") member.live.destroy();
      member.phase = "over";
    }
  }
}

/** What it tells in its turn is of the moment. */
const trainedMsOf = ({ trainedMs, turnStartMs }: Member): number =>
  turnStartMs === null ? trainedMs : trainedMs + performance.now() - turnStartMs;

export const asItBegins = (entry: RaceEntry): RacerSoFar => ({
  entry,
  checkpoint: null,
  trainedMs: 0,
  why: null,
  isOver: false,
});

async function startOf(dataset: Dataset, place: number, racer: RacerSoFar): Promise<Result<Start>> {
  const saved = racer.checkpoint && (await readSaved(racer.checkpoint));
  if (saved?.ok === false) return saved;
  const checkpoint = saved?.value ?? freshCheckpoint(dataset, racer.entry.settings);
  const data = dataset.open(checkpoint.training);
  return data.ok ? success({ place, racer, checkpoint, data: data.value }) : data;
}

const bytesOf = (
  settings: RunSettings,
  { question, classCounts }: Dataset,
  { sequences }: OpenDataset,
): number =>
  planBytes(trainingPlan(networkOf(settings, question, classCounts), trainingOf(settings), sequences));

const tooLarge = ({ length: runs }: readonly Start[], needed: number, limit: number): Message =>
  message("race.tooLarge", { runs, needed, limit });
