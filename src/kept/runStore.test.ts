import "fake-indexeddb/auto";
import { IDBFactory } from "fake-indexeddb";
import { openDB } from "idb";
import { beforeEach, expect, it } from "vitest";
import { defaultSettings } from "../session/settings";
import { message } from "../words/message";
import type { RaceRecord, RacerRecord } from "./raceRecord";
import { readRace, readRacer } from "./readRace";
import { recordFixture } from "./recordFixture";
import { RunStore } from "./runStore";

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

const race: RaceRecord = {
  form: 1,
  id: "fedcba9876543210fedcba9876543210",
  beganMs: 1000,
  request: {
    base: defaultSettings,
    vary: "hiddenSizes",
    values: [[16], [32, 8]],
    seeds: 1,
    match: "units",
    length: 100,
  },
  entries: [
    { variant: 0, settings: { ...defaultSettings, hiddenSizes: [16] }, parameterCount: 5000 },
    { variant: 1, settings: { ...defaultSettings, hiddenSizes: [32, 8] }, parameterCount: 9000 },
  ],
  guess: 1,
  isOver: false,
  why: null,
  data: { kind: "pasted", sha256: "ab".repeat(32) },
  dataName: "alice.txt",
  engine: { choice: "auto", name: "webgpu", device: "A GPU" },
  view: recordFixture.view,
};

const racer: RacerRecord = {
  form: 1,
  place: 1,
  record: { ...recordFixture, data: race.data },
  isOver: true,
  loss: Number.POSITIVE_INFINITY,
  why: message("race.wasStopped", { step: 8 }),
};

it("finds the runs of a database that had no races", async () => {
  const before = await openDB("gru-runs", 1, {
    upgrade: (database) => {
      for (const name of ["runs", "checkpoints", "data"]) database.createObjectStore(name);
    },
  });
  await before.put("runs", recordFixture, recordFixture.id);
  before.close();
  const runs = new RunStore();
  expect((await runs.list()).map(({ read }) => read)).toEqual([{ ok: true, record: recordFixture }]);
  expect(await runs.listRaces()).toEqual([]);
});

it("keeps a race with what its runs had come to, and its data as long as it is there", async () => {
  const runs = new RunStore();
  const data = { source: race.data, bytes: new Blob(["once upon a time"]) };
  await runs.saveRace({ record: race, racers: [] }, data);
  const [record] = [racer.record];
  if (!record) throw new Error("It has one.");
  const checkpoint = { step: 8, bytes: new Blob(["weights"]) };
  const save = { record: race, racers: [racer] };
  await runs.save({ record, checkpoint, data, isCheckpointKnown: false, frames: null, race: save });
  const other = { ...race, id: "0".repeat(32), guess: null };
  await runs.saveRace({ record: other, racers: [{ ...racer, place: 0, record: null }] }, data);

  const whole = await runs.readRace(race.id);
  expect(whole).toMatchObject({ record: race, racers: [racer], data: { source: race.data } });
  expect(whole && "record" in whole && whole.checkpoints.get(record.id)?.step).toBe(8);
  await runs.remove(({ id }) => id === record.id);
  expect(await runs.readData("ab".repeat(32))).not.toBeNull();
  await runs.removeRace(race.id);
  expect(await runs.readRace(race.id)).toBeNull();
  expect(await runs.readRace(other.id)).toMatchObject({ racers: [{ place: 0, record: null }] });
});

it("lets go of data with the last race that has them", async () => {
  const runs = new RunStore();
  const data = { source: race.data, bytes: new Blob(["once upon a time"]) };
  await runs.saveRace({ record: race, racers: [] }, data);
  const other = { ...race, id: "0".repeat(32) };
  await runs.saveRace({ record: other, racers: [] }, data);
  await runs.removeRace(race.id);
  expect(await runs.readData("ab".repeat(32))).not.toBeNull();
  await runs.removeRace(other.id);
  expect(await runs.readData("ab".repeat(32))).toBeNull();
});

it("lets go of histories first, then of the oldest weights, and last of those that a race goes on with", async () => {
  const runs = new RunStore();
  const data = { source: race.data, bytes: null };
  const idOf = (n: number) => String(n).repeat(32);
  const recordOf = (n: number) => ({ ...recordFixture, id: idOf(n), keptMs: n, data: race.data });
  const checkpoint = { step: 8, bytes: new Blob(["weights"]) };
  const kept = { checkpoint, data, isCheckpointKnown: false };
  // The two oldest race: one is over there, and the other is not.
  const racers = [1, 2].map((n) => ({ ...racer, place: n - 1, record: recordOf(n), isOver: n === 2 }));
  for (const n of [1, 2, 3, 4]) {
    const history = { from: 0, perDoubling: 1, steps: [8] };
    const save = { ...kept, frames: new Map([[8, new Blob(["picture"])]]) };
    await runs.save({ ...save, record: { ...recordOf(n), history } });
  }
  await runs.saveRace({ record: race, racers }, data);
  const left = async () => {
    const all = await runs.list();
    const pictures = await Promise.all(all.map(async ({ id }) => (await runs.readFrames(id)).size));
    return all.map(({ hasCheckpoint }, i) => `${hasCheckpoint ? "w" : ""}${pictures[i] > 0 ? "p" : ""}`);
  };
  const thin = () => runs.thin((id) => id === idOf(4));
  expect([await thin(), await left()]).toEqual(["frames", ["w", "wp", "wp", "wp"]]);
  expect([await thin(), await thin(), await left()]).toEqual(["frames", "frames", ["w", "w", "w", "wp"]]);
  expect([await thin(), await left()]).toEqual(["checkpoint", ["w", "", "w", "wp"]]);
  expect([await thin(), await left()]).toEqual(["checkpoint", ["w", "", "", "wp"]]);
  expect([await thin(), await left()]).toEqual(["racer", ["", "", "", "wp"]]);
  expect([await thin(), await left()]).toEqual([null, ["", "", "", "wp"]]);
});

it("says what is wrong with a race that cannot be read", () => {
  expect(readRace(race)).toEqual({ ok: true, record: race });
  expect(readRace({ ...race, form: 2 })).toEqual({ ok: false, problem: message("kept.newer") });
  const damaged = { ok: false, problem: message("kept.damaged") };
  expect(readRace({ ...race, request: { ...race.request, values: ["sixteen"] } })).toEqual(damaged);
  expect(readRace({ ...race, entries: [{ ...race.entries[0], settings: {} }] })).toEqual(damaged);
  expect(readRacer(racer)).toEqual(racer);
  expect(readRacer({ ...racer, record: { form: 1 } })).toBeNull();
});
