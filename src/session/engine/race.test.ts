import { expect, it, vi } from "vitest";
import type { Backend } from "../../engine/backends/backend";
import { createCpuBackend } from "../../engine/backends/cpu/cpu";
import { LinearMemory } from "../../engine/backends/cpu/memory";
import { identityOf, message } from "../../words/message";
import type { RaceNews, RacerSoFar, RunNews } from "../protocol";
import type { RaceRequest } from "../raceRequest";
import { defaultSettings, type RunSettings } from "../settings";
import type { Dataset } from "./dataset";
import { freshCheckpoint } from "./freshCheckpoint";
import { LiveRun } from "./liveRun";
import { trainingOf } from "./networkOf";
import { planRace } from "./planRace";
import { asItBegins, Race, raceLimitBytes } from "./race";
import { readSaved } from "./savedState";
import { sampleText, smallSettings } from "./testing";
import { readText } from "./textDataset";

const cpu = createCpuBackend();

async function textData(text = sampleText): Promise<Dataset> {
  const read = await readText({ kind: "pasted", text }, async () => "");
  if (!read.ok) throw new Error(identityOf(read.problem));
  return read.value;
}

interface Begun {
  readonly race: Race;
  readonly told: RaceNews[];
}

const request = (change: Partial<RaceRequest> = {}): RaceRequest => ({
  base: smallSettings,
  vary: "cell",
  values: ["gru", "lstm", "rnn"],
  seeds: 1,
  match: "units",
  length: 60,
  ...change,
});

async function create(change: Partial<RaceRequest> = {}, backend: Backend = cpu) {
  const dataset = await textData();
  const asked = request(change);
  const plan = planRace(asked, dataset);
  if (!plan.ok) throw new Error(identityOf(plan.problem));
  const told: RaceNews[] = [];
  const emit = (news: RaceNews) => told.push(news);
  const members = plan.value.entries.map(asItBegins);
  const race = await Race.create({ id: 1, dataset, backend, request: asked, members, emit });
  return { race, told };
}

async function begin(change: Partial<RaceRequest> = {}, backend: Backend = cpu): Promise<Begun> {
  const { race, told } = await create(change, backend);
  if (!race.ok) throw new Error(identityOf(race.problem));
  return { race: race.value, told };
}

async function untilOver({ race }: Begun): Promise<void> {
  while (race.isBusy) await race.turn(() => false);
}

const newsOf = ({ told }: Begun, member: number): readonly RunNews[] =>
  told.flatMap((one) => (one.kind === "member" && one.member === member ? [one.news] : []));
const lossesIn = (news: readonly RunNews[]) =>
  news.flatMap((one) => (one.type === "metrics" ? one.points.map(({ step, loss }) => [step, loss]) : []));
const validationsIn = (news: readonly RunNews[]) =>
  news.flatMap((one) => (one.type === "validation" ? one.points : []));
const left = ({ told }: Begun) =>
  told.flatMap((one) => (one.kind === "left" ? [[one.member, one.loss, one.why]] : []));

const leftOf = (begun: Begun, place: number) => left(begun).filter(([member]) => member === place);

/** What the same run tells that trains by itself, as on the stage. */
async function alone(settings: RunSettings): Promise<readonly RunNews[]> {
  const dataset = await textData();
  const opened = dataset.open(trainingOf(settings));
  if (!opened.ok) throw new Error(identityOf(opened.problem));
  const news: RunNews[] = [];
  const live = await LiveRun.create({
    dataset,
    data: opened.value,
    settings,
    checkpoint: freshCheckpoint(dataset, settings),
    backend: cpu,
    probe: opened.value.firstProbe,
    emit: (one) => {
      news.push(one);
      if (one.type === "snapshot") live.snapshotTaken();
    },
  });
  live.begin({ cause: "settings", replaces: null });
  live.train();
  while (await live.turn(() => true));
  live.destroy();
  return news;
}

async function lastWeights(news: readonly RunNews[]): Promise<Float32Array> {
  const saved = news.findLast((one) => one.type === "saved");
  const read = saved?.type === "saved" ? await readSaved(saved.checkpoint) : null;
  if (!read?.ok) throw new Error("Nothing was saved.");
  return read.value.parameters;
}

it("trains each as it would alone, bit for bit, and measures it as that is measured", async () => {
  // With dropout, carried states and early stopping, all of which are of the run itself.
  const base = { ...smallSettings, recurrentDropout: 0.1, windows: "streams", patience: 3 } as const;
  const begun = await begin({ base, values: ["gru", "lstm", "rnn", "fourGate", "gruResetBefore"] });
  await untilOver(begun);
  expect(begun.told.at(-1)).toEqual({ kind: "over", raceId: 1, why: null });
  const [began] = begun.told;
  if (began.kind !== "began") throw new Error("It has not begun.");
  for (const [member, { settings }] of began.entries.entries()) {
    const raced = newsOf(begun, member);
    const single = await alone(settings);
    expect(lossesIn(raced)).toHaveLength(60);
    expect(lossesIn(raced)).toEqual(lossesIn(single));
    expect(await lastWeights(raced)).toEqual(await lastWeights(single));
    const evaluated = (news: readonly RunNews[]) => news.findLast((one) => one.type === "evaluated");
    expect(evaluated(raced)).toEqual(evaluated(single));
    expect(validationsIn(raced)).toEqual(validationsIn(single));
    expect(validationsIn(raced).map(({ step }) => step)).toEqual([1, 50, 60]);
    expect(left(begun)).toContainEqual([member, validationsIn(raced).at(-1)?.loss, null]);
  }
  // Nobody looks at them.
  expect(begun.told.some((one) => one.kind === "member" && one.news.type === "snapshot")).toBe(false);
});

/** What is kept of a race, of what it has told. */
function soFar({ told }: Begun, before: readonly RacerSoFar[]): readonly RacerSoFar[] {
  return before.map((racer, place) => {
    const isOver = racer.isOver || told.some((one) => one.kind === "left" && one.member === place);
    const news = told.flatMap((one) => (one.kind === "member" && one.member === place ? [one] : []));
    const kept = news.findLast((one) => one.news.type === "saved");
    if (kept?.news.type !== "saved") return { ...racer, isOver };
    const stopped = told.find((one) => one.kind === "stopped" && one.member === place);
    const why = stopped?.kind === "stopped" ? stopped.why : racer.why;
    return { ...racer, checkpoint: kept.news.checkpoint, trainedMs: kept.trainedMs, why, isOver };
  });
}

async function goOn(change: Partial<RaceRequest>, members: readonly RacerSoFar[]): Promise<Begun> {
  const told: RaceNews[] = [];
  const emit = (news: RaceNews) => told.push(news);
  const dataset = await textData();
  const race = await Race.create({ id: 2, dataset, backend: cpu, request: request(change), members, emit });
  if (!race.ok) throw new Error(identityOf(race.problem));
  return { race: race.value, told };
}

function entriesOf({ told }: Begun): readonly RacerSoFar[] {
  const [began] = told;
  if (began.kind !== "began") throw new Error("It has not begun.");
  return began.entries.map(asItBegins);
}

it("goes on from what was kept of it as if it had never been left, bit for bit", async () => {
  const base = { ...smallSettings, recurrentDropout: 0.1, windows: "streams", patience: 3 } as const;
  const whole = await begin({ base });
  await untilOver(whole);
  const leave = async ({ race }: Begun, turns: number) => {
    for (let i = 0; i < turns; i++) await race.turn(() => true);
    await race.giveUp("The page is closed.");
  };
  const first = await begin({ base });
  await leave(first, 4);
  const left = soFar(first, entriesOf(first)).map((racer, place) => ({ ...racer, isOver: place === 1 }));
  const second = await goOn({ base }, left);
  await leave(second, 6);
  const later = soFar(second, left);
  const steps = later.map(({ checkpoint }) => checkpoint?.step ?? 0);
  for (const place of [0, 2]) expect(steps[place]).toBeGreaterThan(left[place].checkpoint?.step ?? 0);
  expect(Math.max(...steps)).toBeLessThan(60);
  const third = await goOn({ base }, later);
  await untilOver(third);
  expect(newsOf(third, 1)).toEqual([]);
  for (const place of [0, 2]) {
    const all = lossesIn(newsOf(whole, place));
    expect(lossesIn(newsOf(third, place))).toEqual(all.slice(steps[place]));
    expect(await lastWeights(newsOf(third, place))).toEqual(await lastWeights(newsOf(whole, place)));
    expect(leftOf(third, place)).toEqual(leftOf(whole, place));
  }
  expect(third.told.at(-1)).toEqual({ kind: "over", raceId: 2, why: null });
});

it("one that was kept at its end is measured and takes no step; where all are over, so is the race", async () => {
  const whole = await begin();
  await untilOver(whole);
  const kept = soFar(whole, entriesOf(whole));
  const again = await goOn(
    {},
    kept.map((racer) => ({ ...racer, isOver: racer.entry.settings.cell === "rnn" })),
  );
  await untilOver(again);
  for (const place of [0, 1]) {
    expect(lossesIn(newsOf(again, place))).toEqual([]);
    expect(leftOf(again, place)).toEqual(leftOf(whole, place));
    const evaluated = (begun: Begun) => newsOf(begun, place).findLast((one) => one.type === "evaluated");
    expect(evaluated(again)).toEqual(evaluated(whole));
  }
  expect(leftOf(again, 2)).toEqual([]);
  expect((await goOn({}, kept)).race.isBusy).toBe(false);
});

it("one that had stopped early when it was kept trains no further", async () => {
  const base = { ...smallSettings, patience: 1, learningRate: 0.5, optimizer: "sgd", clipNorm: 0 } as const;
  const change = { base, values: ["gru", "rnn"], length: 2000 } as const;
  const whole = await begin(change);
  await untilOver(whole);
  const again = await goOn(
    change,
    soFar(whole, entriesOf(whole)).map((racer) => ({ ...racer, isOver: false })),
  );
  await untilOver(again);
  for (const place of [0, 1]) {
    expect(lossesIn(newsOf(again, place))).toEqual([]);
    expect(leftOf(again, place)).toEqual(leftOf(whole, place));
  }
});

it("goes on for what is left of its time", async () => {
  const kept = entriesOf(await begin({ match: "time", length: 30, values: ["gru", "rnn"] }));
  const short = { match: "time", length: 30, values: ["gru", "rnn"] } as const;
  const begun = await goOn(
    short,
    kept.map((racer, place) => ({ ...racer, trainedMs: place === 0 ? 30_000 : 29_999 })),
  );
  await untilOver(begun);
  expect(lossesIn(newsOf(begun, 0))).toEqual([]);
  expect(lossesIn(newsOf(begun, 1)).length).toBeGreaterThan(0);
});

it("tells with each of its news how long a run has trained by then, in its turn as well", async () => {
  const begun = await begin({ match: "time", length: 30, values: ["gru", "rnn"] });
  const startMs = performance.now();
  await begun.race.turn(() => true);
  const tookMs = performance.now() - startMs;
  const times = begun.told.flatMap((one) =>
    one.kind === "member" && (one.news.type === "saved" || one.news.type === "metrics")
      ? [one.trainedMs]
      : [],
  );
  expect(times.length).toBeGreaterThan(0);
  for (const ms of times) expect(ms).toBeGreaterThan(0);
  for (const ms of times) expect(ms).toBeLessThanOrEqual(tookMs);
  begun.race.destroy();
});

it("one that was stopped when it was kept trains no further, and is measured as it is", async () => {
  const first = await begin();
  for (let i = 0; i < 3; i++) await first.race.turn(() => true);
  await first.race.stop(1);
  const why = left(first).length === 0 ? soFar(first, entriesOf(first))[1].why : null;
  expect(why).toMatchObject({ key: "race.wasStopped" });
  await first.race.giveUp("The page is closed.");
  const second = await goOn({}, soFar(first, entriesOf(first)));
  await untilOver(second);
  expect(lossesIn(newsOf(second, 1))).toEqual([]);
  expect(leftOf(second, 1)).toEqual([[1, expect.any(Number), why]]);
});

it("leaves none far behind while they train", async () => {
  const begun = await begin({ length: 400 });
  const steps = [0, 0, 0];
  let apart = 0;
  let more = 0;
  while (begun.race.isBusy) {
    await begun.race.turn(() => true);
    for (const one of begun.told.splice(0))
      if (one.kind === "member" && one.news.type === "metrics")
        steps[one.member] = one.news.points.at(-1)?.step ?? 0;
    if (steps.every((step) => step < 400)) apart = Math.max(apart, Math.max(...steps) - Math.min(...steps));
    more = Math.max(more, ...steps);
  }
  expect(more).toBe(400);
  // A slice, and what was not told yet.
  expect(apart).toBeLessThan(400);
});

it("one that is stopped is measured as it is, and the others go on to their end", async () => {
  const begun = await begin();
  await begun.race.turn(() => true);
  await begun.race.turn(() => true);
  await begun.race.stop(1);
  await begun.race.stop(1);
  await untilOver(begun);
  const stoppedAt = lossesIn(newsOf(begun, 1)).length;
  expect(stoppedAt).toBeGreaterThan(0);
  expect(stoppedAt).toBeLessThan(60);
  expect(left(begun)).toContainEqual([
    1,
    expect.any(Number),
    message("race.wasStopped", { step: stoppedAt }),
  ]);
  expect(validationsIn(newsOf(begun, 1)).at(-1)?.step).toBe(stoppedAt);
  expect(newsOf(begun, 1).some(({ type }) => type === "evaluated")).toBe(true);
  for (const member of [0, 2]) expect(lossesIn(newsOf(begun, member))).toHaveLength(60);
});

it("rests while it is paused, and ends when it is ended, with all of them measured", async () => {
  const begun = await begin();
  await begun.race.turn(() => true);
  await begun.race.pause();
  expect(begun.race.isBusy).toBe(false);
  const count = begun.told.length;
  await begun.race.turn(() => true);
  expect(begun.told).toHaveLength(count);
  begun.race.goOn();
  await begun.race.turn(() => true);
  await begun.race.pause();
  await begun.race.end();
  await untilOver(begun);
  expect(
    left(begun)
      .map(([member]) => member)
      .toSorted(),
  ).toEqual([0, 1, 2]);
  expect(left(begun).every(([, loss, why]) => typeof loss === "number" && why !== null)).toBe(true);
  expect(begun.told.at(-1)).toEqual({ kind: "over", raceId: 1, why: null });
});

it("gives each as much time where they are matched by that", async () => {
  const begun = await begin({ match: "time", length: 0.3, values: ["gru", "rnn"] });
  await untilOver(begun);
  const trained = [0, 1].map((member) =>
    Math.max(
      ...begun.told.map((one) => (one.kind === "member" && one.member === member ? one.trainedMs : 0)),
    ),
  );
  for (const ms of trained) expect(ms).toBeGreaterThanOrEqual(300);
  expect(left(begun)).toEqual([
    [expect.any(Number), expect.any(Number), null],
    [expect.any(Number), expect.any(Number), null],
  ]);
});

it("of one that stops early it tells the loss of the weights that it has then", async () => {
  const base = { ...smallSettings, patience: 1, learningRate: 0.5, optimizer: "sgd", clipNorm: 0 } as const;
  const begun = await begin({ base, values: ["gru", "rnn"], length: 2000 });
  await untilOver(begun);
  const early = [0, 1].filter((member) =>
    newsOf(begun, member).some((one) => one.type === "stopped" && one.end.why === "patience"),
  );
  expect(early).not.toEqual([]);
  for (const member of early) {
    const lowest = Math.min(...validationsIn(newsOf(begun, member)).map(({ loss }) => loss));
    expect(left(begun)).toContainEqual([member, lowest, null]);
  }
});

it("one whose loss is no number any more leaves, and says why; the others go on", async () => {
  let loaded = 0;
  const spoiling: Backend = {
    ...cpu,
    async load(...given) {
      const executable = await cpu.load(...given);
      if (loaded++ !== 1) return executable;
      const read = executable.read.bind(executable);
      let steps = 0;
      executable.read = async (names) => {
        const values = await read(names);
        if (names.includes("clip") && values[1][0] > 0 && ++steps === 3) values[1][2] = 0;
        return values;
      };
      return executable;
    },
  };
  const begun = await begin({}, spoiling);
  await untilOver(begun);
  const why = message("engine.nonFinite", { step: 3 });
  expect(left(begun).find(([member]) => member === 1)?.[2]).toEqual(why);
  for (const member of [0, 2]) expect(lossesIn(newsOf(begun, member))).toHaveLength(60);
  expect(begun.told.at(-1)).toEqual({ kind: "over", raceId: 1, why: null });
});

it("is refused, with the bytes, where all plans together are too large, and nothing of it stays", async () => {
  const large = {
    ...defaultSettings,
    hiddenSizes: [512, 512, 512, 512],
    batchSize: 256,
    sequenceLength: 256,
  };
  const taken = vi.spyOn(LinearMemory.prototype, "allocate");
  const { race, told } = await create({ base: large });
  expect(race).toMatchObject({
    ok: false,
    problem: { key: "race.tooLarge", values: { runs: 3, limit: raceLimitBytes } },
  });
  if (race.ok || typeof race.problem === "string") throw new Error("It was not refused.");
  expect(race.problem.values.needed).toBeGreaterThan(raceLimitBytes);
  expect(taken).not.toHaveBeenCalled();
  expect(told).toEqual([]);
});
