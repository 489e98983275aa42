import "fake-indexeddb/auto";
import { IDBFactory } from "fake-indexeddb";
import { afterEach, beforeEach, expect, it } from "vitest";
import type { RunRecord } from "../../kept/runRecord";
import { RunStore } from "../../kept/runStore";
import { smallSettings } from "../../session/engine/testing";
import type { ClientEvent } from "../../session/protocol";
import type { RaceRequest } from "../../session/raceRequest";
import { message, verbatim } from "../../words/message";
import { openTestPage, TestLocks, type TestPage } from "../keeping/testPage";
import { soFarOf } from "./keptRace";
import { raceAfter } from "./raceAfter";
import { forgetRace, goOnWithRace, planRace, startRace } from "./racing";

let page: TestPage;
let locks: TestLocks;
let channels = 0;

const openPage = (runs?: RunStore) =>
  openTestPage({ locks, channel: `race ${channels}`, ...(runs && { runs }) });

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
  locks = new TestLocks();
  channels++;
  page = openPage();
});
afterEach(() => page.close());

async function open(): Promise<void> {
  page.store.getState().setEngine("cpu");
  page.send({ type: "open", engine: "cpu" });
  await page.until(() => page.run().snapshot !== null);
  await page.take(2);
}

const request = (change: Partial<RaceRequest> = {}): RaceRequest => ({
  base: page.run().inUse,
  vary: "cell",
  values: ["gru", "lstm"],
  seeds: 2,
  match: "parameters",
  length: 50,
  ...change,
});

const race = () => page.store.getState().race;

async function recordsOfRace(): Promise<readonly RunRecord[]> {
  await page.keeper.flush();
  const own = new Set(race()?.members.map(({ run }) => run.kept?.id));
  const all = await page.runs.list();
  return all.flatMap(({ id, read }) => (read.ok && own.has(id) ? [read.record] : []));
}

it("plans, runs and ends a race whose runs are kept, and leaves the run on the stage as it is", async () => {
  await open();
  const before = page.run();
  planRace(page.store, request());
  await page.until(() => page.store.getState().racePlan !== null);
  expect(page.store.getState().racePlan).toMatchObject({ entries: { length: 4 } });
  startRace(page.store, request(), 1);
  // A tab that is reloaded meanwhile says that it had a race.
  await page.until(() => page.isRaceMarked());
  await page.until(() => race()?.phase === "over" && page.store.getState().resting);
  await page.keeper.flush();
  expect(page.isRaceMarked()).toBe(false);
  expect(race()).toMatchObject({ why: null, guess: 1 });
  expect(race()?.members.map(({ isOver, loss, run }) => [isOver, typeof loss, run.step])).toEqual(
    Array(4).fill([true, "number", 50]),
  );
  expect(page.run()).toMatchObject({ id: before.id, step: 2, inUse: before.inUse, saved: before.saved });
  const records = await recordsOfRace();
  expect(records).toHaveLength(4);
  for (const record of records) {
    expect(record).toMatchObject({ step: 50, evaluated: { step: 50 } });
    expect(record.curves.validation.step.at(-1)).toBe(50);
    expect(record.timed?.steps).toBe(50);
  }
  // What each is called by: its cell, the units that were chosen for it, its seed.
  const called = race()?.members.map(({ run }) => run.kept?.differs.map(({ values }) => values.value));
  expect(called?.map((values) => [values?.[0], values?.length, values?.at(-1)])).toEqual(
    ["gru", "gru", "lstm", "lstm"].map((cell, i) => [
      { key: `choiceNames.cell:${cell}`, values: {} },
      3,
      verbatim(String(1 + (i % 2))),
    ]),
  );
  expect(page.store.getState().notices.at(-1)?.text).toEqual(message("race.isOver"));
});

it("one of its runs is opened like any other, and trains on from where it came to", async () => {
  await open();
  startRace(page.store, request({ match: "units", seeds: 1 }), null);
  await page.until(() => race()?.phase === "over" && page.store.getState().resting);
  await page.keeper.flush();
  const id = race()?.members[1].run.kept?.id ?? "";
  page.store.getState().keeper({ type: "open", id });
  await page.until(() => page.run().kept?.id === id && page.run().snapshot?.cell === "lstm");
  expect(page.run()).toMatchObject({ step: 50, inUse: { cell: "lstm" } });
  await page.take(1);
  expect(page.run().step).toBe(51);
  forgetRace(page.store);
  expect(race()).toBeNull();
});

it("one of its runs that stopped early is opened as one", async () => {
  await open();
  const early = { patience: 1, learningRate: 0.5, optimizer: "sgd", clipNorm: 0 } as const;
  const base = { ...page.run().inUse, ...early };
  startRace(
    page.store,
    request({ base, values: ["gru", "rnn"], match: "units", seeds: 1, length: 2000 }),
    null,
  );
  await page.until(() => race()?.phase === "over" && page.store.getState().resting);
  await page.keeper.flush();
  const stopped = race()?.members.find(({ run }) => run.step < 2000)?.run;
  const id = stopped?.kept?.id ?? "";
  page.store.getState().keeper({ type: "open", id });
  await page.until(() => page.run().kept?.id === id && page.run().snapshot !== null);
  expect(page.run().ended).toMatchObject({ why: "patience", step: stopped?.step });
});

const keptRaces = () => page.store.getState().kept?.races ?? [];

async function listed(): Promise<void> {
  page.store.setState({ kept: null });
  page.store.getState().keeper({ type: "list" });
  await page.until(() => page.store.getState().kept !== null);
}

/** Opens the only race that is kept. */
async function openKept(): Promise<void> {
  await listed();
  page.store.getState().keeper({ type: "openRace", id: keptRaces()[0].id });
  await page.until(() => race() !== null);
}

/** As after a reload: another page, on the same storage. */
async function reload(): Promise<void> {
  await page.close();
  page = openPage();
  await open();
}

const curvesOf = () => race()?.members.map(({ run }) => run.history);
const standing = () =>
  race()?.members.map(({ loss, isOver, why, run: { step, evaluated, validation } }) => ({
    loss,
    isOver,
    why,
    step,
    evaluated,
    last: validation.at(-1),
  }));

const untilOver = () => page.until(() => race()?.phase === "over" && page.store.getState().resting);

it("comes back after a reload where it was paused, and goes on to the bit as one that was never left", async () => {
  const asked = request({ match: "units", seeds: 1, length: 60 });
  await open();
  startRace(page.store, asked, 1);
  await untilOver();
  const [curves, result] = [curvesOf(), standing()];
  await page.keeper.flush();
  page.store.getState().keeper({ type: "forgetRace", id: race()?.kept.id ?? "" });
  forgetRace(page.store);

  startRace(page.store, asked, 1);
  await page.until(() => (race()?.members[1]?.run.step ?? 0) > 0);
  page.send({ type: "steerRace", raceId: race()?.id ?? 0, to: "pause" });
  await page.until(() => race()?.phase === "paused" && page.store.getState().resting);
  await page.keeper.flush();
  const left = { curves: curvesOf(), standing: standing() };
  expect(race()?.members[1].run.step).toBeLessThan(60);
  await reload();
  await openKept();
  expect(race()).toMatchObject({ phase: "kept", guess: 1, request: asked });
  expect({ curves: curvesOf(), standing: standing() }).toEqual(left);

  goOnWithRace(page.store, "goOn");
  await untilOver();
  expect(standing()).toEqual(result);
  expect(curvesOf()).toEqual(curves);
  await page.keeper.flush();
  forgetRace(page.store);
  await reload();
  await listed();
  expect(keptRaces().map(({ read }) => read.ok && read.record.isOver)).toEqual([true]);
});

it("is looked at again when it is over, whatever has become of its runs, until it is deleted", async () => {
  await open();
  startRace(page.store, request({ match: "units", seeds: 1 }), 0);
  await untilOver();
  const before = { curves: curvesOf(), standing: standing() };
  const id = race()?.members[1].run.kept?.id ?? "";
  page.store.getState().keeper({ type: "open", id });
  await page.until(() => page.run().kept?.id === id && page.run().snapshot?.cell === "lstm");
  await page.take(1);
  page.store.getState().keeper({ type: "delete", id: race()?.members[0].run.kept?.id ?? "" });
  await reload();
  await openKept();
  expect(race()).toMatchObject({ phase: "over", guess: 0 });
  expect({ curves: curvesOf(), standing: standing() }).toEqual(before);
  // The one that was trained on is another one now.
  expect(race()?.members[1].run.saved).toBeNull();
  const { keeper } = page.store.getState();
  keeper({ type: "forgetRace", id: race()?.kept.id ?? "" });
  await page.keeper.flush();
  await listed();
  expect(keptRaces()).toEqual([]);
});

it("one whose run went on by itself meanwhile races that run anew, and leaves what became of it as it is", async () => {
  await open();
  startRace(page.store, request({ match: "units", seeds: 1, length: 60 }), null);
  await page.until(() => (race()?.members[1]?.run.step ?? 0) > 0);
  page.send({ type: "steerRace", raceId: race()?.id ?? 0, to: "pause" });
  await page.until(() => race()?.phase === "paused" && page.store.getState().resting);
  const id = race()?.members[1].run.kept?.id ?? "";
  await reload();
  page.store.getState().keeper({ type: "open", id });
  await page.until(() => page.run().kept?.id === id && page.run().snapshot?.cell === "lstm");
  await page.take(1);
  const { step } = page.run();
  await openKept();
  expect(race()?.members[1].run).toMatchObject({ step: 0, saved: null });
  goOnWithRace(page.store, "end");
  await untilOver();
  await page.keeper.flush();
  expect(race()?.members[1].run.kept?.id).not.toBe(id);
  const read = await page.runs.read(id);
  expect(read && "record" in read && read.record.step).toBe(step);
});

it("is another tab's as long as that has it", async () => {
  await open();
  startRace(page.store, request({ base: { ...smallSettings, windows: "random" }, length: 100_000 }), null);
  await page.until(() => race()?.phase === "running");
  await page.keeper.flush();
  const [first, id] = [page, race()?.kept.id ?? ""];
  page = openPage();
  await open();
  await listed();
  expect(page.store.getState().kept?.live).toContain(id);
  page.store.getState().keeper({ type: "openRace", id });
  await page.keeper.flush();
  expect(race()).toBeNull();
  expect(page.store.getState().notices.at(-1)?.text).toEqual(
    message("race.notOpened", { why: message("race.elsewhere") }),
  );
  first.send({ type: "steerRace", raceId: first.store.getState().race?.id ?? 0, to: "end" });
  await first.until(() => first.store.getState().race?.phase === "over");
  await first.close();
});

it("one that cannot go on stays as it was kept", async () => {
  await open();
  startRace(page.store, request({ match: "units", seeds: 1 }), null);
  await untilOver();
  const over = race();
  if (!over) throw new Error("There is no race.");
  const why = message("race.noData");
  const after = raceAfter(
    { ...over, phase: "starting" },
    { kind: "refused", raceId: over.id, problem: why },
    0,
  );
  expect(after).toEqual({ ...over, phase: "kept", why });
});

it("a race that cannot be says why, in the plan and when it is asked for", async () => {
  await open();
  planRace(page.store, request({ values: ["gru"], seeds: 1 }));
  await page.until(() => page.store.getState().racePlan !== null);
  expect(page.store.getState().racePlan).toEqual({ problem: message("race.tooFew") });
  startRace(page.store, request({ values: ["gru"], seeds: 1 }), null);
  await page.until(() => race()?.phase === "over");
  expect(race()).toMatchObject({ why: message("race.tooFew"), members: [] });
});

/** Two runs, of which both have come to something, at rest. */
async function pausedRace(): Promise<void> {
  const base = { ...smallSettings, windows: "random" } as const;
  startRace(page.store, request({ base, match: "units", seeds: 1, length: 100_000 }), null);
  await page.until(() => race()?.members.length === 2 && race()?.members.every(hasSteps) === true);
  page.send({ type: "steerRace", raceId: race()?.id ?? 0, to: "pause" });
  await page.until(() => race()?.phase === "paused" && page.store.getState().resting);
  await page.keeper.flush();
}

const hasSteps = ({ run }: { readonly run: { readonly step: number } }) => run.step > 0;
const idOf = (place: number) => race()?.members[place].run.kept?.id ?? "";
const stepsOf = () => race()?.members.map(({ run }) => run.step) ?? [];

/** All of its runs take steps, and it ends. */
async function goOnAndEnd(): Promise<void> {
  const before = stepsOf();
  page.send({ type: "steerRace", raceId: race()?.id ?? 0, to: "goOn" });
  await page.until(() => stepsOf().every((step, place) => step > before[place]));
  page.send({ type: "steerRace", raceId: race()?.id ?? 0, to: "end" });
  await untilOver();
  await page.keeper.flush();
}

const recordAt = async (id: string): Promise<RunRecord> => {
  const whole = await page.runs.read(id);
  if (!whole || !("record" in whole)) throw new Error("It is not kept.");
  return whole.record;
};

it("writes over no run that was trained on by itself meanwhile, and brings none back that was deleted", async () => {
  await open();
  const stage = String(page.marked());
  await pausedRace();
  const [deleted, trained] = [idOf(0), idOf(1)];
  const { keeper } = page.store.getState();
  // One that is only looked at is the race's as before, and what is kept of its history stays.
  keeper({ type: "open", id: deleted });
  await page.until(() => page.run().kept?.id === deleted && page.run().frames.frames.length > 0);
  await page.until(() => page.store.getState().resting);
  await page.keeper.flush();
  const [lookedAt] = (await page.runs.readFrames(deleted)).keys();
  expect(lookedAt).toBe(stepsOf()[0]);
  keeper({ type: "open", id: trained });
  await page.until(() => page.run().kept?.id === trained && page.run().snapshot?.cell === "lstm");
  await page.take(3);
  const frames = [...(await page.runs.readFrames(trained)).keys()];
  expect(frames.length).toBeGreaterThan(1);
  const { step } = page.run();
  keeper({ type: "open", id: stage });
  await page.until(() => page.run().kept?.id === stage && page.store.getState().resting);
  keeper({ type: "delete", id: deleted });
  await goOnAndEnd();
  expect(await recordAt(trained)).toMatchObject({ step });
  expect([...(await page.runs.readFrames(trained)).keys()]).toEqual(frames);
  expect(idOf(0)).toBe(deleted);
  expect(await recordAt(deleted)).toMatchObject({ step: stepsOf()[0], deletedMs: expect.any(Number) });
  expect([...(await page.runs.readFrames(deleted)).keys()]).toEqual([lookedAt]);
  // The race goes on with its own as another run.
  expect(idOf(1)).not.toBe(trained);
  expect(await recordAt(idOf(1))).toMatchObject({ step: stepsOf()[1], settings: { cell: "lstm" } });
  const { held } = await locks.manager.query();
  expect(held).toEqual([{ name: `gru-run ${stage}` }]);
});

it("has its runs as long as it is not over; one that another tab takes over is that tab's from then on", async () => {
  await open();
  await pausedRace();
  const [first, id] = [page, idOf(1)];
  const second = openPage();
  second.store.getState().keeper({ type: "list" });
  await second.until(() => second.store.getState().kept !== null);
  expect(second.store.getState().kept?.live).toEqual(expect.arrayContaining([idOf(0), id]));
  second.store.getState().setEngine("cpu");
  second.send({ type: "open", engine: "cpu" });
  await second.until(() => second.run().snapshot !== null);
  second.store.getState().keeper({ type: "open", id });
  await second.until(
    () => second.run().kept?.id === id && second.store.getState().keeping.kind === "elsewhere",
  );
  second.store.getState().keeper({ type: "takeOver" });
  await second.until(() => second.store.getState().keeping.kind !== "elsewhere");
  await second.until(() => second.store.getState().resting);
  const { step } = second.run();
  await goOnAndEnd();
  expect(await recordAt(id)).toMatchObject({ step });
  await second.take(1);
  expect(await recordAt(id)).toMatchObject({ step: step + 1 });
  expect(idOf(1)).not.toBe(id);
  expect(await recordAt(idOf(1))).toMatchObject({ step: stepsOf()[1] });
  page = second;
  await first.close();
});

it("says that a run begins again whose weights had to make room", async () => {
  await open();
  await pausedRace();
  const [first] = stepsOf();
  const gone = idOf(1);
  await reload();
  while (await page.runs.thin((id) => id !== gone)) {}
  await openKept();
  await page.until(() => race()?.phase === "kept");
  expect(stepsOf()).toEqual([first, 0]);
  const said = () => page.store.getState().notices.map(({ text }) => text);
  await page.until(() => said().length > 0);
  expect(said()).toContainEqual(message("race.beginsAgain"));
});

/** A browser that writes nothing, as long as it does. */
class Refusing extends RunStore {
  refuses = false;

  #refuse(): void {
    if (this.refuses) throw new DOMException("It is forbidden.", "SecurityError");
  }

  override async save(...given: Parameters<RunStore["save"]>): Promise<boolean> {
    this.#refuse();
    return super.save(...given);
  }

  override async saveRace(...given: Parameters<RunStore["saveRace"]>): Promise<void> {
    this.#refuse();
    return super.saveRace(...given);
  }
}

it("what could not be written of it is tried again, though nothing has changed since", async () => {
  await page.close();
  const runs = new Refusing();
  page = openPage(runs);
  await open();
  await pausedRace();
  runs.refuses = true;
  await goOnAndEnd();
  const id = race()?.kept.id ?? "";
  expect(await runs.readRace(id)).toMatchObject({ record: { isOver: false } });
  runs.refuses = false;
  await page.keeper.flush();
  const steps = stepsOf().map((step) => ({ isOver: true, record: { step } }));
  expect(await runs.readRace(id)).toMatchObject({ record: { isOver: true }, racers: steps });
  for (const place of [0, 1]) expect(await recordAt(idOf(place))).toMatchObject({ step: stepsOf()[place] });
});

it("is this tab's before it is read, and is not shown in the place of one that has begun meanwhile", async () => {
  await open();
  await pausedRace();
  const [id, left] = [race()?.kept.id ?? "", race()];
  await page.close();
  let held: unknown;
  let meanwhile = () => {};
  class Watched extends RunStore {
    override async readRace(asked: string): ReturnType<RunStore["readRace"]> {
      held = (await locks.manager.query()).held;
      const read = await super.readRace(asked);
      meanwhile();
      return read;
    }
  }
  page = openPage(new Watched());
  await open();
  const begun = left && { ...left, phase: "running" as const, kept: { ...left.kept, id: "another" } };
  meanwhile = () => page.store.setState({ race: begun });
  page.store.getState().keeper({ type: "openRace", id });
  await page.keeper.flush();
  expect(held).toContainEqual({ name: `gru-run ${id}` });
  expect(race()).toBe(begun);
  expect((await locks.manager.query()).held).not.toContainEqual({ name: `gru-run ${id}` });
  page.store.setState({ race: null });
  meanwhile = () => {};
  await openKept();
  expect(race()).toMatchObject({ phase: "kept", kept: { id } });
});

it("one of its runs that was stopped trains no further after a reload", async () => {
  await open();
  await pausedRace();
  page.send({ type: "stopRacer", raceId: race()?.id ?? 0, member: 0 });
  await page.until(() => race()?.members[0].why !== null);
  await page.keeper.flush();
  const [step] = stepsOf();
  const why = message("race.wasStopped", { step });
  await reload();
  await openKept();
  expect(race()?.members[0]).toMatchObject({ why, isOver: false, run: { step } });
  goOnWithRace(page.store, "goOn");
  await page.until(() => race()?.members[0].isOver === true);
  page.send({ type: "steerRace", raceId: race()?.id ?? 0, to: "end" });
  await untilOver();
  expect(race()?.members[0]).toMatchObject({ why, run: { step } });
});

it("one of its runs that is over stays as it was, though that run went on by itself before the race did", async () => {
  await open();
  await pausedRace();
  page.send({ type: "stopRacer", raceId: race()?.id ?? 0, member: 0 });
  page.send({ type: "steerRace", raceId: race()?.id ?? 0, to: "goOn" });
  await page.until(() => race()?.members[0].isOver === true);
  page.send({ type: "steerRace", raceId: race()?.id ?? 0, to: "pause" });
  await page.until(() => race()?.phase === "paused" && page.store.getState().resting);
  const id = idOf(0);
  page.store.getState().keeper({ type: "open", id });
  await page.until(() => page.run().kept?.id === id && page.store.getState().resting);
  await page.take(1);
  await reload();
  await openKept();
  const [curves] = curvesOf() ?? [];
  const [stood] = standing() ?? [];
  expect(race()?.members[0]).toMatchObject({ isOver: true, run: { saved: null } });
  goOnWithRace(page.store, "end");
  await untilOver();
  await reload();
  await openKept();
  expect([curvesOf()?.[0], standing()?.[0]]).toEqual([curves, stood]);
  expect(stood?.step).toBeGreaterThan(0);
});

it("with what is saved of a run goes how long it has trained", async () => {
  await open();
  await pausedRace();
  const paused = race();
  if (!paused?.members[0].run.saved) throw new Error("Nothing was saved.");
  const { saved } = paused.members[0].run;
  const news = { type: "saved", checkpoint: saved } as const;
  const after = raceAfter(
    paused,
    { kind: "member", raceId: paused.id, member: 0, news, trainedMs: 123_456 },
    0,
  );
  expect(soFarOf(after.members[0])).toMatchObject({ checkpoint: saved, trainedMs: 123_456 });
});

it("a worker that stops leaves the race where its runs were last saved; a kept one has nothing to do with it", async () => {
  await open();
  startRace(page.store, request({ base: { ...smallSettings, windows: "random" }, length: 100_000 }), null);
  await page.until(() => race()?.members.some(({ run }) => run.validation.length > 1) === true);
  page.send({ type: "stopRacer", raceId: race()?.id ?? 0, member: 0 });
  await page.until(() => race()?.members[0]?.isOver === true);
  const crash: ClientEvent = {
    type: "happened",
    happening: { kind: "crashed", reason: "It is gone.", savedStep: 2 },
  };
  const { members = [] } = race() ?? {};
  page.store.getState().receive(crash);
  const why = message("race.engineStopped");
  expect(race()).toMatchObject({ phase: "kept", why });
  expect(race()?.members.map(({ run }) => [run.step, run.training])).toEqual(
    members.map(({ run, isOver }) => [isOver ? run.step : (run.saved?.step ?? 0), false]),
  );
  const [kept] = await recordsOfRace();
  expect(kept.step).toBe(race()?.members[0].run.step);
  await listed();
  expect(keptRaces().map(({ read }) => read.ok && read.record.isOver)).toEqual([false]);
  const stands = race();
  page.store.getState().receive(crash);
  expect(race()).toBe(stands);
  goOnWithRace(page.store, "end");
  await untilOver();
  expect(race()?.why).toBeNull();
});

it("a GPU that is lost leaves it where its runs were last saved, or ends it where nothing was", async () => {
  await open();
  await pausedRace();
  const paused = race();
  if (!paused) throw new Error("There is no race.");
  const why = message("race.gpuLost", { said: "unplugged" });
  const news = { kind: "over", raceId: paused.id, why } as const;
  expect(raceAfter(paused, news, 0)).toMatchObject({ phase: "kept", why });
  const further = paused.members.map((member) => {
    const step = 2 * member.run.step;
    return { ...member, run: { ...member.run, step, timed: { steps: step, elapsedMs: 1000 } } };
  });
  const left = raceAfter({ ...paused, members: further }, news, 0).members.map(soFarOf);
  expect(left.map(({ trainedMs, checkpoint }) => [trainedMs, checkpoint?.step])).toEqual(
    stepsOf().map((step) => [500, step]),
  );
  const unsaved = paused.members.map((member) => ({ ...member, run: { ...member.run, saved: null } }));
  expect(raceAfter({ ...paused, members: unsaved }, news, 0)).toMatchObject({ phase: "over", why });
  page.send({ type: "steerRace", raceId: paused.id, to: "end" });
  await untilOver();
});
