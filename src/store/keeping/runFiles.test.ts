import "fake-indexeddb/auto";
import { readFileSync } from "node:fs";
import path from "node:path";
import { IDBFactory } from "fake-indexeddb";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { blobOf } from "../../blobOf";
import { countNames, rowNamesFrom } from "../../data/rowNames";
import { CheckpointError } from "../../engine/train/checkpointError";
import { decodeCheckpoint } from "../../engine/train/decodeCheckpoint";
import { readKept } from "../../kept/keptData";
import { plainParts, readPlain } from "../../kept/plainBytes";
import { readRecord } from "../../kept/readRecord";
import { readRunFile } from "../../kept/runFile";
import { recordForm } from "../../kept/runRecord";
import { Random } from "../../random";
import { sampleText } from "../../session/engine/testing";
import type { DataSource } from "../../session/protocol";
import type { Said } from "../../words/message";
import { forecastFixture } from "./forecastFixture";
import { openTestPage, TestLocks, type TestPage } from "./testPage";

let pages: TestPage[];

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
  pages = [];
});
afterEach(async () => {
  for (const page of pages) await page.close();
});

async function page(): Promise<TestPage> {
  const one = openTestPage({ locks: new TestLocks(), channel: `files ${Math.random()}` });
  pages.push(one);
  one.send({ type: "open", engine: "cpu" });
  await one.until(() => one.run().snapshot !== null);
  return one;
}

async function trained(source: DataSource): Promise<TestPage> {
  const one = await page();
  one.store.getState().loadData(source);
  await one.until(() => one.run().summary?.cause === "data" && one.run().snapshot !== null);
  await one.take(3);
  return one;
}

async function savedFile(one: TestPage, withData = true): Promise<Blob> {
  const before = one.downloads.length;
  one.store.getState().keeper({ type: "save", id: String(one.marked()), withData });
  // It is done before anything that is asked for later.
  await one.keeper.flush();
  return one.downloads[before];
}

const opened = async (one: TestPage, file: Blob) => {
  one.store.getState().keeper({ type: "openFile", file: new File([file], "a.grup") });
  await one.keeper.flush();
};
const keyOf = (said: Said | undefined) => (typeof said === "object" ? said.key : said);

describe("a file of a run", () => {
  it("brings it to another browser, name, note and all, where it goes on bit for bit", async () => {
    const one = await trained({ kind: "pasted", text: sampleText });
    const id = String(one.marked());
    one.store.getState().keeper({ type: "rename", id, name: "mine" });
    one.store.getState().keeper({ type: "note", id, note: "good" });
    const file = await savedFile(one);
    globalThis.indexedDB = new IDBFactory();
    const other = await page();
    await opened(other, file);
    await other.until(() => other.run().summary?.cause === "back" && other.run().snapshot?.step === 3);
    expect(other.run().history).toEqual(one.run().history);
    await one.take(3);
    await other.take(3);
    expect(other.points.slice(-3)).toEqual(one.points.slice(-3));
    const [listed] = await other.runs.list();
    expect(listed.read).toMatchObject({ record: { name: "mine", note: "good", step: 6 } });
    expect(listed.id).not.toBe(id);
  });

  it("without its data says so where they are not, and opens where they are", async () => {
    const one = await trained({ kind: "pasted", text: sampleText });
    const file = await savedFile(one, false);
    expect(file.size).toBeLessThan((await savedFile(one)).size);
    await opened(one, file);
    await one.until(() => one.run().summary?.cause === "back");
    globalThis.indexedDB = new IDBFactory();
    const other = await page();
    await opened(other, file);
    expect(keyOf(other.store.getState().rejected?.message)).toBe("kept.noData");
  });

  it("that is none gets its reason, and changes nothing", async () => {
    const one = await page();
    const before = one.run();
    await opened(one, new Blob(["GRU playground"]));
    expect(keyOf(one.store.getState().rejected?.message)).toBe("kept.foreign");
    expect(one.run().id).toBe(before.id);
    expect(await one.runs.list()).toEqual([]);
  });
});

it("a file of which one byte is another, or nothing is left, is refused and says what to do", async () => {
  const one = await trained({ kind: "sample" });
  const bytes = new Uint8Array(await (await savedFile(one)).arrayBuffer());
  const seal = 8;
  const places = Array.from({ length: 60 }, (_, i) => Math.floor((i * (bytes.length - seal)) / 60));
  for (const at of [...places, bytes.length - seal - 1, bytes.length - 1]) {
    const changed = bytes.slice();
    changed[at] ^= 0x21;
    const read = await readRunFile(new Blob([changed]));
    expect(read.ok ? `byte ${at} is read` : keyOf(read.problem)).toMatch(
      /^kept\.(altered|foreign|newer|cutOff)$/,
    );
  }
  const read = await readRunFile(new Blob([]));
  expect(read).toMatchObject({ ok: false, problem: { key: "kept.emptyFile" } });
  const keys = (files: readonly Blob[]) =>
    Promise.all(
      files.map(async (file) => await readRunFile(file).then((one) => one.ok || keyOf(one.problem))),
    );
  const lacking = Array.from({ length: 20 }, (_, i) => new Blob([bytes.subarray(0, bytes.length - i)]));
  expect(await keys(lacking)).toEqual([true, ...Array.from({ length: 19 }, () => "kept.cutOff")]);
  const longer = ["\n", "GRPE....", bytes].map((more) => new Blob([bytes, more]));
  expect(await keys(longer)).toEqual(longer.map(() => "kept.altered"));
});

it("an older file, without a checksum, opens whole, and not where something of it is lacking or stands behind it", async () => {
  const bytes = new Uint8Array(await fileNamed("keptRunForm1Fixture.grup").arrayBuffer());
  const lacking = [0, 1, 9].map((n) => new Blob([bytes.subarray(0, bytes.length - n)]));
  const read = await Promise.all([...lacking, new Blob([bytes, "\n"])].map(readRunFile));
  expect(read.map((one) => one.ok || keyOf(one.problem))).toEqual([
    true,
    "kept.cutOff",
    "kept.cutOff",
    "kept.altered",
  ]);
});

/** As 10,000 damaged files would be met: a reason, or a run whose every part can be used. */
async function met(file: Blob): Promise<"refused" | "opened"> {
  const read = await readRunFile(file);
  if (!read.ok) {
    expect(typeof read.problem === "string" ? read.problem : read.problem.key).toMatch(/^kept\./);
    return "refused";
  }
  const { data, checkpoint } = read.value;
  const source = await readKept(data);
  try {
    if (checkpoint) decodeCheckpoint(new Uint8Array(await checkpoint.bytes.arrayBuffer()));
  } catch (error) {
    expect(error).toBeInstanceOf(CheckpointError);
    return "refused";
  }
  return source.ok ? "opened" : "refused";
}

const random = Random.fromSeed(18);
const below = (count: number) => Math.floor(random.uniform() * count);
const odd: readonly unknown[] = [
  null,
  -1,
  1e9,
  Number.NaN,
  "",
  "x",
  [],
  {},
  true,
  2 ** 53,
  "kept.full",
  { key: "run.value", values: {} },
];

/** Some bytes changed, cut off, or put in. */
function damagedBytes(bytes: Uint8Array<ArrayBuffer>): Blob {
  const at = below(bytes.length);
  if (below(4) === 0) return new Blob([bytes.subarray(0, at)]);
  if (below(4) === 0) return new Blob([bytes.subarray(0, at), bytes.subarray(below(bytes.length))]);
  const copy = bytes.slice();
  for (let n = below(4); n >= 0; n--) copy[n === 0 ? at : below(bytes.length)] = below(256);
  return new Blob([copy]);
}

/** One part of the value is another one: the bytes around it are sound. */
function damagedValue(value: unknown): unknown {
  if (typeof value !== "object" || value === null || below(6) === 0) return odd[below(odd.length)];
  if (ArrayBuffer.isView(value)) {
    if (value instanceof Uint8Array || below(2) === 0) return new Float64Array(below(5));
    return value;
  }
  const entries = Object.entries(value);
  if (entries.length === 0) return odd[below(odd.length)];
  const chosen = below(entries.length);
  const changed = entries.flatMap(([name, one], i) =>
    i !== chosen ? [[name, one] as const] : below(8) === 0 ? [] : [[name, damagedValue(one)] as const],
  );
  return Array.isArray(value) ? changed.map(([, one]) => one) : Object.fromEntries(changed);
}

it("10,000 damaged files are met without a crash: always a reason, or a run that can be used", async () => {
  const one = await trained({ kind: "prepared", data: await seriesData() });
  const bytes = new Uint8Array(await (await savedFile(one)).arrayBuffer());
  expect(await met(new Blob([bytes]))).toBe("opened");
  const plain = readPlain(bytes);
  if (!plain.ok) throw new Error("It was written here.");
  // As an older file, which has no checksum: only its parts tell whether they fit.
  const unsealed = { ...Object(plain.value), sealed: undefined };
  const counts = { refused: 0, opened: 0 };
  for (let n = 0; n < 10_000; n++) {
    const file = n % 2 === 0 ? damagedBytes(bytes) : await blobOf(plainParts(damagedValue(unsealed)));
    counts[await met(file)]++;
  }
  expect(counts.refused).toBeGreaterThan(5000);
  expect(counts.opened).toBeGreaterThan(0);
}, 240_000);

/** What `savedFile` gave of `trained` on these data when the form was new. */
const fixtures: readonly (readonly [string, () => Promise<DataSource>])[] = [
  ["keptRunForm1Fixture.grup", async () => ({ kind: "pasted", text: sampleText })],
  ["keptForecastForm1Fixture.grup", async () => ({ kind: "prepared", data: await forecastFixture() })],
];

const fileNamed = (fixture: string) => new Blob([readFileSync(path.join(import.meta.dirname, fixture))]);

async function reopened(fixture: string): Promise<TestPage> {
  const one = await page();
  await opened(one, fileNamed(fixture));
  await one.until(() => one.run().summary?.cause === "back" && one.run().snapshot?.step === 3);
  return one;
}

it.each(fixtures)("a run of the first form opens, and goes on as it did then: %s", async (name, source) => {
  const one = await reopened(name);
  const undisturbed = await trained(await source());
  expect(one.run().history).toEqual(undisturbed.run().history);
  expect(one.store.getState().data).toEqual(undisturbed.store.getState().data);
  await one.take(2);
  await undisturbed.take(2);
  expect(one.points.slice(-2)).toEqual(undisturbed.points.slice(-2));
});

it("a forecast whose targets were kept in single precision has those of its file again, and trains on", async () => {
  const older = "keptForecastInSinglesFixture.grup";
  const read = await readRunFile(fileNamed(older));
  if (!read.ok) throw new Error(keyOf(read.problem));
  const data = await forecastFixture();
  if (data.kind !== "series") throw new Error("It is a forecast.");
  // Names of rows were strings by themselves then.
  const times = rowNamesFrom(data.times, 0, countNames(data.times));
  expect(await readKept(read.value.data)).toEqual({
    ok: true,
    value: { kind: "prepared", data: { ...data, times } },
  });
  const one = await reopened(older);
  const undisturbed = await trained({ kind: "prepared", data });
  await one.take(2);
  await undisturbed.take(2);
  // Its first three steps were taken on changes between targets in single precision.
  const near = undisturbed.points
    .slice(-2)
    .map(({ step, loss }) => ({ step, loss: expect.closeTo(loss, 4) }));
  expect(one.points.slice(-2)).toMatchObject(near);
});

it("a run of a newer form is said to be one, and stays", async () => {
  const one = await trained({ kind: "sample" });
  const whole = await one.runs.read(String(one.marked()));
  if (!whole || !("record" in whole)) throw new Error("It is kept.");
  const newer = { ...whole.record, form: recordForm + 1 };
  expect(readRecord(newer)).toMatchObject({ ok: false, problem: { key: "kept.newer" } });
  expect(readRecord({ ...whole.record, step: -1 })).toMatchObject({ problem: { key: "kept.damaged" } });
});

/** Two series of their own. */
async function seriesData() {
  const { readExampleData } = await import("../../kept/readExampleData");
  const quantity = { name: "x", unit: null, shift: 0, scale: 1 };
  const read = readExampleData({
    kind: "sequences",
    name: "waves",
    sizeBytes: 1,
    decisions: [],
    suggested: { hiddenSizes: [8], sequenceLength: 4, batchSize: 2 },
    input: { kind: "features", features: [quantity, quantity], display: { kind: "lines" } },
    answer: { kind: "class", at: "last", labels: ["a", "b"] },
    lengths: Int32Array.from({ length: 12 }, () => 4),
    inputs: Float32Array.from({ length: 12 * 4 * 2 }, (_, i) => Math.sin(i)),
    answers: Int32Array.from({ length: 12 }, (_, i) => i % 2),
    names: Array.from({ length: 12 }, (_, i) => i + 1),
    train: Int32Array.from({ length: 8 }, (_, i) => i),
    heldOut: Int32Array.from({ length: 4 }, (_, i) => i + 8),
  });
  if (!read.ok) throw new Error("These data fit.");
  return read.value;
}
