/**
 * Where runs are kept: one database of the page's origin. A save is one transaction, so it is whole or not there; what is large is
 * a blob, which the browser writes without holding the page.
 */
import { type DBSchema, type IDBPDatabase, type IDBPObjectStore, openDB } from "idb";
import * as v from "valibot";
import type { SavedState } from "../session/protocol";
import { NoAnswer, within } from "../within";
import { hashOf, type KeptData } from "./keptData";
import { whole } from "./plainSchemas";
import type { RaceRecord, RacerRecord } from "./raceRecord";
import { type ReadRace, readRace, readRacer } from "./readRace";
import { type ReadRecord, readRecord } from "./readRecord";
import type { KeptHistory, RunRecord } from "./runRecord";

interface Schema extends DBSchema {
  /** By id. What is read may be of any form and any age. */
  runs: { key: string; value: unknown };
  /** By the id of their run. */
  checkpoints: { key: string; value: unknown };
  /** By SHA-256. */
  data: { key: string; value: Blob };
  /** By id, and what each of its runs had come to, by its place. */
  races: { key: string; value: unknown };
  racers: { key: [string, number]; value: unknown };
  /** Of the histories of runs, by id and step. */
  frames: { key: [string, number]; value: Blob };
}

const storeNames = ["runs", "checkpoints", "data", "races", "racers", "frames"] as const;

const savedSchema = v.object({ step: whole, bytes: v.blob() });

/** Null where there is none that can be used. */
function savedOf(value: unknown): SavedState | null {
  const parsed = v.safeParse(savedSchema, value);
  return parsed.success ? parsed.output : null;
}

const databaseName = "gru-runs";
/** Of the database's stores; records have a form of their own. */
const databaseVersion = 2;

/** A run and all that lies beside it. */
export interface WholeRun {
  readonly record: RunRecord;
  /** Null where it was not trained, or where its checkpoint was let go of for want of room. */
  readonly checkpoint: SavedState | null;
  readonly data: KeptData;
}

export interface ListedRun {
  readonly id: string;
  readonly read: ReadRecord;
  readonly hasCheckpoint: boolean;
}

export interface Save extends WholeRun {
  /** Whether its checkpoint was saved before: it is then written only where it is gone. */
  readonly isCheckpointKnown: boolean;
  /** By their steps, those of its history that are new; the others that its record names are there. Null where those that are there stay as they are. */
  readonly frames: ReadonlyMap<number, Blob> | null;
  /** Whether its record names the new ones alone, since the page has not read the others yet: these stay, and it names them too. */
  readonly areFramesAdded?: boolean;
  /** Of the same moment: the race that it is in. */
  readonly race?: RaceSave;
}

/** What was let go of, so that there is room: frames of a history, or the checkpoint of a run, or of one in a race that is not over. */
export type Thinned = "frames" | "checkpoint" | "racer";

/** What changes of a race. */
export interface RaceSave {
  readonly record: RaceRecord;
  readonly racers: readonly RacerRecord[];
}

export interface ListedRace {
  readonly id: string;
  readonly read: ReadRace;
}

export interface WholeRace {
  readonly record: RaceRecord;
  readonly racers: readonly RacerRecord[];
  /** Of their runs as they are kept now, by the ids of these. */
  readonly checkpoints: ReadonlyMap<string, SavedState>;
  readonly data: KeptData;
}

type Reading<Name extends "runs" | "checkpoints"> = Pick<
  IDBPObjectStore<Schema, ("runs" | "checkpoints" | "data")[], Name, IDBTransactionMode>,
  "getAll" | "getAllKeys"
>;

async function listed(
  runs: Reading<"runs">,
  checkpoints: Reading<"checkpoints">,
): Promise<readonly ListedRun[]> {
  const [ids, values, kept] = await Promise.all([runs.getAllKeys(), runs.getAll(), checkpoints.getAllKeys()]);
  const withCheckpoint = new Set(kept);
  return ids.map((id, i) => ({ id, read: readRecord(values[i]), hasCheckpoint: withCheckpoint.has(id) }));
}

/** All runs of a race, or frames of a run. */
const allOf = (id: string) => IDBKeyRange.bound([id, 0], [id, Number.POSITIVE_INFINITY]);

type Writing<Name extends (typeof storeNames)[number]> = IDBPObjectStore<
  Schema,
  (typeof storeNames)[number][],
  Name,
  "readwrite"
>;

const putRace = (
  { record, racers }: RaceSave,
  races: Pick<Writing<"races">, "put">,
  places: Pick<Writing<"racers">, "put">,
): readonly Promise<unknown>[] => [
  races.put(record, record.id),
  ...racers.map((racer) => places.put(racer, [record.id, racer.place])),
];

/** A tab with an older version of the page that the browser has frozen does not let go of the database: it is not waited for for ever. */
const openingMs = 30_000;

async function openedInTime(forget: () => void): Promise<IDBPDatabase<Schema>> {
  const opening = openDB<Schema>(databaseName, databaseVersion, {
    upgrade(database) {
      const there = database.objectStoreNames;
      for (const name of storeNames) if (!there.contains(name)) database.createObjectStore(name);
    },
    // A newer version of the page waits for this one to let go of it.
    blocking(_current, _blocked, event) {
      forget();
      if (event.target instanceof IDBDatabase) event.target.close();
    },
    terminated: forget,
  });
  try {
    return await within(openingMs, opening);
  } catch (error) {
    if (error instanceof NoAnswer)
      void opening.then(
        (late) => late.close(),
        () => undefined,
      );
    throw error;
  }
}

/** With those that are there. */
function joined(
  history: KeptHistory,
  before: KeptHistory | undefined,
  there: readonly number[],
): KeptHistory {
  const steps = [...new Set([...there, ...history.steps])].toSorted((a, b) => a - b);
  return { ...(before ?? history), steps };
}

/** The new ones, and those that were thinned out or taken back go. Resolves to whether all are there. */
async function putFrames(
  { id, history }: RunRecord,
  added: ReadonlyMap<number, Blob>,
  there: readonly number[],
  frames: Pick<Writing<"frames">, "put" | "delete">,
): Promise<boolean> {
  const steps = history?.steps ?? [];
  const gone = there.filter((step) => !steps.includes(step)).map((step): [string, number] => [id, step]);
  const known = new Set([...there, ...added.keys()]);
  await Promise.all([
    ...gone.map((key) => frames.delete(key)),
    ...[...added].map(([step, frame]) => frames.put(frame, [id, step])),
  ]);
  return steps.every((step) => known.has(step));
}

/** The runs that races go on with that are not over. */
async function racingIds(
  races: Pick<Writing<"races">, "getAll" | "getAllKeys">,
  racers: Pick<Writing<"racers">, "getAll">,
): Promise<ReadonlySet<string>> {
  const [ids, values] = await Promise.all([races.getAllKeys(), races.getAll()]);
  const reads = values.map(readRace);
  const going = ids.filter((_, i) => {
    const read = reads[i];
    // Of one that cannot be read nobody knows.
    return !read.ok || !read.record.isOver;
  });
  const members = await Promise.all(going.map((id) => racers.getAll(allOf(id))));
  const running = members.flat().map(readRacer);
  return new Set(running.flatMap((racer) => (racer?.record && !racer.isOver ? [racer.record.id] : [])));
}

/** Lets go of data that no run and no race has. */
async function sweepData(
  runs: Pick<Writing<"runs">, "getAll">,
  races: Pick<Writing<"races">, "getAll">,
  blobs: Pick<Writing<"data">, "getAllKeys" | "delete">,
): Promise<void> {
  const left = [...(await runs.getAll()).map(readRecord), ...(await races.getAll()).map(readRace)];
  // Of what cannot be read nobody knows which data it needs.
  if (!left.every(({ ok }) => ok)) return;
  const needed = new Set(left.map((read) => (read.ok ? hashOf(read.record.data) : null)));
  const hashes = await blobs.getAllKeys();
  await Promise.all(hashes.filter((hash) => !needed.has(hash)).map((hash) => blobs.delete(hash)));
}

export class RunStore {
  #opening: Promise<IDBPDatabase<Schema>> | null = null;

  /** Opened with the first need, and again where the browser has closed it. */
  #database(): Promise<IDBPDatabase<Schema>> {
    const forget = () => {
      this.#opening = null;
    };
    this.#opening ??= openedInTime(forget).catch((error: unknown) => {
      forget();
      throw error;
    });
    return this.#opening;
  }

  /**
   * What people have said of the run stays as it is; one that was deleted and goes on is there again, but for one of a race, which trains by itself. Rejects where there is no room, or the browser keeps nothing; what was there
   * before is then as it was. Resolves to whether all frames that the record names are there: the browser may have cleared them.
   */
  async save(save: Save): Promise<boolean> {
    const { record, checkpoint, data, isCheckpointKnown, frames, areFramesAdded = false, race } = save;
    const database = await this.#database();
    const transaction = database.transaction(
      race ? storeNames : ["runs", "checkpoints", "data", "frames"],
      "readwrite",
    );
    const [runs, checkpoints, blobs] = [
      transaction.objectStore("runs"),
      transaction.objectStore("checkpoints"),
      transaction.objectStore("data"),
    ];
    const hash = hashOf(data.source);
    const [before, dataThere, checkpointThere, framesThere] = await Promise.all([
      runs.get(record.id),
      hash === null ? 1 : blobs.count(hash),
      isCheckpointKnown ? checkpoints.count(record.id) : 0,
      transaction.objectStore("frames").getAllKeys(allOf(record.id)),
    ]);
    const there = framesThere.map(([, step]) => step);
    const read = readRecord(before);
    const said = read.ok
      ? {
          name: read.record.name,
          note: read.record.note,
          ...(race && { deletedMs: read.record.deletedMs }),
        }
      : {};
    const { history: known } = read.ok ? read.record : {};
    const { history, ...rest } = record;
    const own = history && areFramesAdded ? joined(history, known, there) : history;
    const named = frames ? own : known;
    const kept = { ...rest, ...said, ...(named && { history: named }) };
    const [isWhole] = await Promise.all([
      frames ? putFrames(kept, frames, there, transaction.objectStore("frames")) : true,
      ...(dataThere || !data.bytes || hash === null ? [] : [blobs.put(data.bytes, hash)]),
      ...(checkpointThere || !checkpoint ? [] : [checkpoints.put(checkpoint, record.id)]),
      runs.put(kept, record.id),
      ...(race ? putRace(race, transaction.objectStore("races"), transaction.objectStore("racers")) : []),
      transaction.done,
    ]);
    return isWhole;
  }

  /** With the data that it is to go on with. */
  async saveRace(race: RaceSave, { source, bytes }: KeptData): Promise<void> {
    const transaction = (await this.#database()).transaction(["races", "racers", "data"], "readwrite");
    const blobs = transaction.objectStore("data");
    const hash = hashOf(source);
    const isThere = hash === null || !bytes || (await blobs.count(hash)) > 0;
    await Promise.all([
      ...(isThere ? [] : [blobs.put(bytes, hash)]),
      ...putRace(race, transaction.objectStore("races"), transaction.objectStore("racers")),
      transaction.done,
    ]);
  }

  async listRaces(): Promise<readonly ListedRace[]> {
    const transaction = (await this.#database()).transaction("races");
    const [ids, values] = await Promise.all([transaction.store.getAllKeys(), transaction.store.getAll()]);
    return ids.map((id, i) => ({ id, read: readRace(values[i]) }));
  }

  /** Null where there is none of this id. */
  async readRace(id: string): Promise<WholeRace | Extract<ReadRace, { ok: false }> | null> {
    const transaction = (await this.#database()).transaction(storeNames);
    const value = await transaction.objectStore("races").get(id);
    if (value === undefined) return null;
    const read = readRace(value);
    if (!read.ok) return read;
    const { record } = read;
    const hash = hashOf(record.data);
    const [kept, bytes = null] = await Promise.all([
      transaction.objectStore("racers").getAll(allOf(id)),
      hash === null ? null : transaction.objectStore("data").get(hash),
    ]);
    const racers = kept.flatMap((one) => readRacer(one) ?? []);
    const checkpoints = new Map<string, SavedState>();
    for (const { record: run } of racers) {
      const saved = run && savedOf(await transaction.objectStore("checkpoints").get(run.id));
      if (saved) checkpoints.set(run.id, saved);
    }
    return { record, racers, checkpoints, data: { source: record.data, bytes } };
  }

  /** For good, with data that no other has; its runs stay. */
  async removeRace(id: string): Promise<void> {
    const transaction = (await this.#database()).transaction(
      ["races", "racers", "runs", "data"],
      "readwrite",
    );
    await Promise.all([
      transaction.objectStore("races").delete(id),
      transaction.objectStore("racers").delete(allOf(id)),
    ]);
    await sweepData(
      transaction.objectStore("runs"),
      transaction.objectStore("races"),
      transaction.objectStore("data"),
    );
    await transaction.done;
  }

  /** A change of what people say of a run; nothing where it is gone or cannot be read. */
  async change(id: string, change: Partial<RunRecord>): Promise<void> {
    const transaction = (await this.#database()).transaction("runs", "readwrite");
    const read = readRecord(await transaction.store.get(id));
    if (read.ok) await transaction.store.put({ ...read.record, ...change }, id);
    await transaction.done;
  }

  /** Null where there is none of this id. */
  async read(id: string): Promise<WholeRun | Extract<ReadRecord, { ok: false }> | null> {
    const database = await this.#database();
    const transaction = database.transaction(["runs", "checkpoints", "data"]);
    const value = await transaction.objectStore("runs").get(id);
    if (value === undefined) return null;
    const read = readRecord(value);
    if (!read.ok) return read;
    const { record } = read;
    const hash = hashOf(record.data);
    const [checkpoint, bytes = null] = await Promise.all([
      transaction.objectStore("checkpoints").get(id),
      hash === null ? null : transaction.objectStore("data").get(hash),
    ]);
    return { record, checkpoint: savedOf(checkpoint), data: { source: record.data, bytes } };
  }

  /** Those of its history, by their steps. */
  async readFrames(id: string): Promise<ReadonlyMap<number, Blob>> {
    const transaction = (await this.#database()).transaction("frames");
    const [keys, blobs] = await Promise.all([
      transaction.store.getAllKeys(allOf(id)),
      transaction.store.getAll(allOf(id)),
    ]);
    return new Map(keys.map(([, step], i) => [step, blobs[i]]));
  }

  async readData(hash: string): Promise<Blob | null> {
    return (await (await this.#database()).get("data", hash)) ?? null;
  }

  async list(): Promise<readonly ListedRun[]> {
    const transaction = (await this.#database()).transaction(["runs", "checkpoints"]);
    return listed(transaction.objectStore("runs"), transaction.objectStore("checkpoints"));
  }

  /** For good, with data that no other run has. */
  async remove(isGone: (run: ListedRun) => boolean): Promise<void> {
    const transaction = (await this.#database()).transaction(storeNames, "readwrite");
    const [runs, checkpoints] = [transaction.objectStore("runs"), transaction.objectStore("checkpoints")];
    // Chosen within the transaction: what another tab saves or restores meanwhile is not among them.
    const gone = (await listed(runs, checkpoints)).filter(isGone);
    if (gone.length === 0) return;
    const frames = transaction.objectStore("frames");
    await Promise.all(
      gone.flatMap(({ id }) => [runs.delete(id), checkpoints.delete(id), frames.delete(allOf(id))]),
    );
    await sweepData(runs, transaction.objectStore("races"), transaction.objectStore("data"));
    await transaction.done;
  }

  /**
   * Lets go of one thing of another run: of the oldest the frames of its history, as long as there are any, then the checkpoint, last
   * of all one that a race goes on with that is not over. Null where there is nothing to let go of.
   */
  async thin(isInUse: (id: string) => boolean): Promise<Thinned | null> {
    const transaction = (await this.#database()).transaction(storeNames, "readwrite");
    const [frames, checkpoints] = [transaction.objectStore("frames"), transaction.objectStore("checkpoints")];
    const [all, keys, racing] = await Promise.all([
      listed(transaction.objectStore("runs"), checkpoints),
      frames.getAllKeys(),
      racingIds(transaction.objectStore("races"), transaction.objectStore("racers")),
    ]);
    const keptMs = ({ read }: ListedRun) => (read.ok ? read.record.keptMs : Number.POSITIVE_INFINITY);
    const others = all.filter(({ id }) => !isInUse(id)).toSorted((a, b) => keptMs(a) - keptMs(b));
    const withFrames = new Set(keys.map(([id]) => id));
    const pictured = others.find(({ id }) => withFrames.has(id));
    if (pictured) {
      await Promise.all([frames.delete(allOf(pictured.id)), transaction.done]);
      return "frames";
    }
    const trained = others.filter(({ hasCheckpoint }) => hasCheckpoint);
    const gone = trained.find(({ id }) => !racing.has(id)) ?? trained[0];
    await Promise.all([...(gone ? [checkpoints.delete(gone.id)] : []), transaction.done]);
    if (!gone) return null;
    return racing.has(gone.id) ? "racer" : "checkpoint";
  }

  async close(): Promise<void> {
    const opening = this.#opening;
    this.#opening = null;
    (await opening)?.close();
  }
}
