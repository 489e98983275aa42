import "fake-indexeddb/auto";
import { IDBFactory } from "fake-indexeddb";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { frameBlob } from "../../kept/keptFrames";
import { readRunFile } from "../../kept/runFile";
import { RunStore, type Thinned } from "../../kept/runStore";
import { sampleText } from "../../session/engine/testing";
import type { DataSource } from "../../session/protocol";
import {
  type HistoryFrame,
  historyBytes,
  historyUpTo,
  type TrainingHistory,
} from "../../session/trainingHistory";
import { NoAnswer } from "../../within";
import type { Said } from "../../words/message";
import { shownRun, withShownRun } from "../runs";
import { forecastFixture } from "./forecastFixture";
import { openTestPage, TestLocks, type TestPage } from "./testPage";

let locks: TestLocks;
let channel: string;
let pages: TestPage[];

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
  locks = new TestLocks();
  channel = `runs ${Math.random()}`;
  pages = [];
});
afterEach(async () => {
  for (const page of pages) await page.close();
});

function page(options: Partial<Parameters<typeof openTestPage>[0]> = {}): TestPage {
  const opened = openTestPage({ locks, channel, ...options });
  pages.push(opened);
  return opened;
}

async function open(one: TestPage): Promise<void> {
  // Through the store, as the page's own commands go.
  one.store.getState().setEngine("cpu");
  one.send({ type: "open", engine: "cpu" });
  await one.until(() => one.run().snapshot !== null);
}

/** A page that was open, is gone, and is opened again. */
async function reopened(before: TestPage, runs?: RunStore): Promise<TestPage> {
  const id = before.marked();
  if (id === null) throw new Error("It has kept nothing.");
  await before.close();
  const after = page({ mark: id, ...(runs && { runs }) });
  expect(await after.keeper.comeBack(id, true, "en")).toBe(true);
  await after.until(() => after.run().snapshot !== null);
  return after;
}

/** A database whose first answer does not come in time. */
class Slow extends RunStore {
  #isAsked = false;
  #answer: () => void = () => undefined;
  readonly #answered = new Promise<void>((resolve) => {
    this.#answer = resolve;
  });

  override async read(id: string): Promise<Awaited<ReturnType<RunStore["read"]>>> {
    if (!this.#isAsked) {
      this.#isAsked = true;
      throw new NoAnswer(5000);
    }
    await this.#answered;
    return super.read(id);
  }

  /** What waits for it has it afterwards. */
  async answer(): Promise<void> {
    this.#answer();
    await super.list();
  }
}

/** Knows the frames that were written. */
class Writing extends RunStore {
  steps: number[] = [];

  override save(save: Parameters<RunStore["save"]>[0]): Promise<boolean> {
    this.steps.push(...(save.frames?.keys() ?? []));
    return super.save(save);
  }
}

/** Takes long to read the frames of a history. */
class Holding extends RunStore {
  release: () => void = () => undefined;
  readonly #released = new Promise<void>((resolve) => {
    this.release = resolve;
  });

  override async readFrames(id: string): Promise<ReadonlyMap<number, Blob>> {
    await this.#released;
    return super.readFrames(id);
  }
}

const keyOf = (said: Said) => (typeof said === "string" ? said : said.key);
const noticesOf = ({ store }: TestPage) => store.getState().notices.map(({ text }) => keyOf(text));
const lossesOf = ({ points }: TestPage) => points.map(({ step, loss }) => [step, loss]);

const sources: Readonly<Record<"sample" | "pasted" | "file" | "task" | "table", DataSource>> = {
  table: { kind: "prepared", data: await forecastFixture() },
  sample: { kind: "sample" },
  pasted: { kind: "pasted", text: `${sampleText} \ud800`, unit: "words" },
  file: { kind: "file", file: new File([sampleText], "story.txt"), unit: "characters" },
  task: {
    kind: "prepared",
    data: { kind: "task", task: "parity", parameters: { steps: 6, modulus: 2 }, seed: 3 },
  },
};

describe("a run that is kept", () => {
  it.each(Object.entries(sources))(
    "comes back on %s and goes on bit for bit as one that never stopped",
    async (_, source) => {
      const [stayed, left] = [page(), page()];
      for (const one of [stayed, left]) {
        await open(one);
        one.store.getState().loadData(source);
        await one.until(() => one.run().summary?.cause === "data" && one.run().snapshot !== null);
        await one.take(3);
      }
      left.store.getState().selectUnit(5);
      left.store.getState().selectTime(2);
      left.store.getState().togglePin(4);
      await left.keeper.flush();
      const before = left.run();
      const after = await reopened(left);
      const { store, run } = after;
      expect(run()).toMatchObject({ step: 3, training: false, history: before.history, inUse: before.inUse });
      expect(run().probeInUse).toEqual(before.probeInUse);
      expect(run().timed).toEqual(before.timed);
      expect(run().validation).toEqual(before.validation);
      expect(store.getState()).toMatchObject({ unit: 5, time: 2, pins: left.store.getState().pins });
      expect(store.getState().data).toEqual(left.store.getState().data);
      // The frames of its history come a moment later.
      await after.until(() => run().frames.frames.length === before.frames.frames.length);
      expect(run().frames).toEqual(before.frames);
      expect(noticesOf(after)).toEqual(["run.cameBack"]);
      await stayed.take(4);
      await after.take(4);
      expect(lossesOf(after)).toEqual(lossesOf(stayed).slice(3));
      expect(await bytesOf(after)).toEqual(await bytesOf(stayed));
    },
  );
});

const stepsIn = ({ frames }: TrainingHistory) => frames.map(({ snapshot }) => snapshot.step);

function setFrames(one: TestPage, frames: readonly HistoryFrame[]): void {
  one.store.setState((state) => withShownRun(state, { frames: { ...one.run().frames, frames } }));
}

describe("the frames of its history", () => {
  it("are written once, when they are new, and go when they are thinned out or their run is gone", async () => {
    const runs = new Writing();
    const one = page({ runs });
    await open(one);
    await one.take(5);
    const id = String(one.marked());
    const { frames } = one.run();
    expect(runs.steps).toEqual(stepsIn(frames));
    const after = await reopened(one, runs);
    await after.until(() => after.run().frames.frames.length === frames.frames.length);
    runs.steps = [];
    await after.take(2);
    expect(runs.steps).toEqual(stepsIn(after.run().frames).filter((step) => step > 5));
    expect(historyUpTo(after.run().frames, 5)).toEqual(frames);
    const [first] = after.run().frames.frames;
    setFrames(after, [first]);
    after.store.getState().selectUnit(6);
    await after.keeper.flush();
    expect([...(await runs.readFrames(id)).keys()]).toEqual([0]);
    await runs.remove(() => true);
    expect((await runs.readFrames(id)).size).toBe(0);
  });

  it("are all there after any save, although the earlier ones are on their way to the page still", async () => {
    const one = page();
    await open(one);
    await one.take(5);
    const id = String(one.marked());
    const early = stepsIn(one.run().frames);
    const held = new Holding();
    const after = await reopened(one, held);
    await after.take(3);
    expect(stepsIn(after.run().frames)).toEqual([5, 6, 7, 8]);
    expect([...(await new RunStore().readFrames(id)).keys()]).toEqual([...early, 6, 7, 8]);
    // The tab ends before they have come.
    const last = await reopened(after, new RunStore());
    await last.until(() => last.run().frames.frames.length === 9);
    expect(stepsIn(last.run().frames)).toEqual([...early, 6, 7, 8]);
  });

  it("stay where a save was begun before the earlier ones had come to the page, and is made afterwards", async () => {
    const one = page();
    await open(one);
    await one.take(5);
    const id = String(one.marked());
    const steps = stepsIn(one.run().frames);
    const held = new Holding();
    const after = await reopened(one, held);
    await after.keeper.flush();
    // While it trains, that they have come is no reason for a save of its own.
    after.store.setState((state) => withShownRun(state, { training: true }));
    after.store.getState().selectUnit(6);
    held.release();
    await after.until(() => after.run().frames.frames.length === steps.length);
    await after.keeper.flush();
    expect([...(await held.readFrames(id)).keys()]).toEqual(steps);
    expect(await held.read(id)).toMatchObject({ record: { view: { unit: 6 }, history: { steps } } });
  });

  it("are not in files, which would be many times as large", async () => {
    const one = page();
    await open(one);
    await one.take(2);
    one.store.getState().keeper({ type: "save", id: String(one.marked()), withData: true });
    await one.keeper.flush();
    const read = await readRunFile(one.downloads[0]);
    expect(read.ok && "history" in read.value.record).toBe(false);
    const framesBytes = historyBytes(one.run().frames);
    expect(one.downloads[0].size).toBeLessThan(framesBytes);
  });

  it("that cannot be read are left out", async () => {
    const one = page();
    await open(one);
    await one.take(3);
    const id = String(one.marked());
    const [begun] = one.run().frames.frames;
    const frames = [0, 1, 2, 3].map((step) => ({ ...begun, snapshot: { ...begun.snapshot, step } }));
    setFrames(one, frames);
    await one.keeper.flush();
    const whole = await one.runs.read(id);
    if (!whole || !("record" in whole)) throw new Error("It is kept.");
    const { snapshot } = frames[1];
    const [layer] = snapshot.layers;
    const short = { ...layer, hidden: layer.hidden.slice(1) };
    const damaged = await frameBlob({ ...frames[1], snapshot: { ...snapshot, layers: [short] } });
    const spoiled = new Map([
      [1, damaged],
      [2, new Blob(["no frame"])],
    ]);
    await one.runs.save({ ...whole, isCheckpointKnown: true, frames: spoiled });
    const after = await reopened(one);
    await after.until(() => after.run().frames.frames.length === 2);
    expect(after.run().frames.frames).toEqual([frames[0], frames[3]]);
  });
});

describe("the run that a page opens with", () => {
  it("is not kept until it is trained, and the one that nothing was done with is not in the list", async () => {
    const one = page();
    await open(one);
    one.store.getState().selectUnit(3);
    await one.keeper.flush();
    expect([one.marked(), await one.runs.list()]).toEqual([null, []]);
    await one.take(1);
    one.store.getState().configure({ seed: 7 });
    await one.until(() => one.run().settings.seed === 7 && one.run().summary?.cause === "settings");
    await one.keeper.flush();
    const untrained = one.marked();
    expect(await idsOf(one)).toHaveLength(2);
    one.store.getState().configure({ seed: 8 });
    await one.until(() => one.run().summary?.settings.seed === 8);
    await one.keeper.flush();
    const ids = await idsOf(one);
    expect(ids).toHaveLength(2);
    expect(ids).not.toContain(untrained);
    expect(ids).toContain(one.marked());
  });

  type Page = ReturnType<TestPage["store"]["getState"]>;
  it.each<[string, (page: Page) => void, (page: TestPage) => unknown]>([
    [
      "a probe",
      ({ setProbe }) => setProbe({ kind: "text", text: "abba" }),
      (one) => [one.run().probeInUse, one.run().summary?.probe],
    ],
    ["a setting", ({ configure }) => configure({ learningRate: 0.02 }), (one) => one.run().inUse],
    ["a prompt", ({ setPrompt }) => setPrompt("abra"), ({ store }) => store.getState().prompt],
    [
      "a temperature",
      ({ setSampling }) => setSampling({ temperature: 0.35 }),
      ({ store }) => store.getState().sampling,
    ],
    [
      "a length",
      ({ setGenerationLength }) => setGenerationLength(77),
      ({ store }) => store.getState().generationLength,
    ],
  ])(
    "is kept with %s that was chosen for it before any step, and with its own weights",
    async (_, choose, chosen) => {
      const one = page();
      await open(one);
      const first = chosen(one);
      choose(one.store.getState());
      await one.until(() => one.run().kept !== null);
      await one.keeper.flush();
      const [now, weights] = [chosen(one), await bytesOf(one)];
      expect(now).not.toEqual(first);
      const after = await reopened(one);
      expect(chosen(after)).toEqual(now);
      expect(after.run().step).toBe(0);
      expect(weights.length).toBeGreaterThan(0);
      expect(await bytesOf(after)).toEqual(weights);
      // Whoever leaves it finds no run in the list in which nothing was trained.
      after.store.getState().configure({ seed: 8 });
      await after.until(() => after.run().summary?.settings.seed === 8);
      await after.keeper.flush();
      expect(await idsOf(after)).toEqual([after.marked()]);
    },
  );

  it("stays when its own text is chosen again after it was trained, and can be had back", async () => {
    const one = page();
    await open(one);
    await one.take(2);
    const [id, trained, weights] = [String(one.marked()), one.run().id, await bytesOf(one)];
    one.store.getState().loadData({ kind: "sample", language: "en" });
    await one.until(() => one.run().summary?.cause === "data" && one.store.getState().resting);
    await one.keeper.flush();
    expect(one.run().step).toBe(0);
    expect(one.store.getState().notices.at(-1)).toMatchObject({ back: trained });
    expect(await idsOf(one)).toContain(id);
    one.store.getState().keeper({ type: "open", id });
    await one.until(() => one.run().kept?.id === id && one.store.getState().resting);
    expect(one.run().step).toBe(2);
    expect(await bytesOf(one)).toEqual(weights);
  });

  it("is called by what differs from the run before it", async () => {
    const one = page();
    await open(one);
    one.store.getState().configure({ hiddenSizes: [16], learningRate: 0.01 });
    await one.until(() => one.run().summary?.cause === "settings");
    await one.take(1);
    const [run] = await one.runs.list();
    expect(run.read).toMatchObject({
      ok: true,
      record: { name: null, differs: [{ key: "run.change", values: { before: { values: { text: "8" } } } }] },
    });
  });
});

/** A second run, trained a step, and the kept id of the first, which is not on the stage any more. */
async function leftBehind(one: TestPage): Promise<string> {
  await open(one);
  await one.take(3);
  const left = String(one.marked());
  one.store.getState().configure({ seed: 7 });
  await one.until(() => one.run().summary?.cause === "settings");
  await one.take(1);
  return left;
}

const recordOf = async ({ runs }: TestPage, id: string) => {
  const whole = await runs.read(id);
  if (!whole || !("record" in whole)) throw new Error("It is not kept.");
  return whole.record;
};

/** All that can be let go of, one after the other. */
async function thinAll(runs: RunStore, isInUse: (id: string) => boolean): Promise<readonly Thinned[]> {
  const gone = await runs.thin(isInUse);
  return gone ? [gone, ...(await thinAll(runs, isInUse))] : [];
}

describe("a run whose weights had to make room", () => {
  it("begins again as one of its own, and its record stays as it is", async () => {
    const one = page();
    const thinned = await leftBehind(one);
    const record = await recordOf(one, thinned);
    expect(await thinAll(one.runs, (id) => id !== thinned)).toEqual(["frames", "checkpoint"]);
    one.store.getState().keeper({ type: "open", id: thinned });
    await one.until(() => one.run().summary?.cause === "back" && one.run().snapshot?.step === 0);
    await one.keeper.flush();
    expect(one.run()).toMatchObject({
      step: 0,
      history: { points: [], pending: [] },
      inUse: record.settings,
    });
    expect(one.run().summary?.pretrained).toBe(false);
    expect(noticesOf(one)).toContain("kept.thinned");
    const fresh = String(one.marked());
    expect(fresh).not.toBe(thinned);
    expect(await recordOf(one, thinned)).toEqual(record);
    // Left again without a step, it goes, and takes nothing with it.
    one.store.getState().configure({ seed: 8 });
    await one.until(() => one.run().summary?.settings.seed === 8);
    await one.keeper.flush();
    expect(await idsOf(one)).not.toContain(fresh);
    expect(await recordOf(one, thinned)).toEqual(record);
    const { held } = await locks.manager.query();
    expect(held).toHaveLength(1);
  });

  it("does so as well when the page opens with it", async () => {
    const one = page();
    await open(one);
    await one.take(3);
    const thinned = String(one.marked());
    const record = await recordOf(one, thinned);
    await thinAll(one.runs, () => false);
    const after = await reopened(one);
    expect([after.run().step, after.marked() === thinned]).toEqual([0, false]);
    await after.take(1);
    expect(await recordOf(after, thinned)).toEqual(record);
  });
});

describe("what happened", () => {
  it("is kept with the run that it happened to, and comes back with it", async () => {
    const one = page();
    await open(one);
    await one.take(1);
    const first = String(one.marked());
    one.store.getState().configure({ seed: 7 });
    await one.until(() => one.run().summary?.cause === "settings");
    await one.take(1);
    const second = String(one.marked());
    one.store.getState().configure({ lengthUnit: "steps", length: 1 });
    one.store.getState().train();
    await one.until(() =>
      one.store.getState().happened.some(({ happening: { kind } }) => kind === "reachedLength"),
    );
    const { ended: told, step } = one.run();
    expect(told).toEqual({ why: "length", step });
    await one.keeper.flush();
    // Told after the last save, it is written as well.
    const ended = { why: "patience", step, undone: 3 } as const;
    one.store.setState((state) => withShownRun(state, { ended }));
    await one.keeper.flush();
    expect(await recordOf(one, second)).toMatchObject({ ended });
    one.store.getState().keeper({ type: "open", id: first });
    await one.until(() => one.run().kept?.id === first && one.run().snapshot !== null);
    await one.take(1);
    const eventsOf = async (from: TestPage, id: string) =>
      (await recordOf(from, id)).events.map(({ said: { key } }) => key);
    expect(await eventsOf(one, second)).toEqual(["run.reachedLength"]);
    expect(await eventsOf(one, first)).toEqual(["run.cameBack"]);
    // On another page they come with the run, and stay with it.
    const other = page();
    await open(other);
    other.store.getState().keeper({ type: "open", id: second });
    await other.until(() => other.run().kept?.id === second && other.run().snapshot !== null);
    expect(other.run()).toMatchObject({ ended, step });
    await other.take(1);
    expect(await eventsOf(other, second)).toEqual(["run.reachedLength", "run.cameBack"]);
  });
});

describe("a run that the engine refuses", () => {
  it("is let go of: no page comes back to it, no tab holds it, and it is not among those from before", async () => {
    const one = page();
    await open(one);
    await one.take(2);
    const id = String(one.marked());
    await one.close();
    const whole = await one.runs.read(id);
    if (!whole || !("record" in whole) || !whole.checkpoint) throw new Error("It is kept.");
    const checkpoint = { ...whole.checkpoint, bytes: new Blob(["no checkpoint"]) };
    await one.runs.save({ ...whole, checkpoint, isCheckpointKnown: false, frames: null });
    const after = page({ mark: id });
    expect(await after.keeper.comeBack(id, true, "en")).toBe(true);
    await after.until(() => after.store.getState().failure !== null);
    await after.keeper.flush();
    expect(after.run().summary?.cause).toBe("opened");
    expect(after.marked()).toBeNull();
    expect(after.store.getState().past).toEqual([]);
    expect((await locks.manager.query()).held).toEqual([]);
  });

  it("leaves the one on the stage as it is", async () => {
    const one = page();
    const left = await leftBehind(one);
    const id = String(one.marked());
    const whole = await one.runs.read(left);
    if (!whole || !("record" in whole) || !whole.checkpoint) throw new Error("It is kept.");
    const checkpoint = { ...whole.checkpoint, bytes: new Blob(["no checkpoint"]) };
    await one.runs.save({ ...whole, checkpoint, isCheckpointKnown: false, frames: null });
    one.store.getState().keeper({ type: "open", id: left });
    await one.until(() => one.store.getState().failure !== null);
    await one.take(1);
    expect([one.marked(), (await recordOf(one, id)).step]).toEqual([id, 2]);
    const held = (await locks.manager.query()).held?.map(({ name }) => name);
    expect(held).toEqual([`gru-run ${id}`]);
  });

  it("comes late where the database is slow, unless something was done meanwhile", async () => {
    const one = page();
    await open(one);
    await one.take(2);
    const id = String(one.marked());
    const { step } = one.run();
    await one.close();
    for (const isUsed of [false, true]) {
      const slow = new Slow();
      const after = page({ runs: slow, mark: id });
      expect(await after.keeper.comeBack(id, true, "en")).toBe(false);
      await open(after);
      if (isUsed) {
        after.store.getState().stepOnce();
        await after.until(() => after.run().saved !== null && after.store.getState().resting);
      }
      const begun = after.run().step;
      await slow.answer();
      if (!isUsed) await after.until(() => after.run().summary?.cause === "back");
      await after.keeper.flush();
      expect(after.run().step).toBe(isUsed ? begun : step);
      await after.close();
    }
  }, 30_000);

  it("is held by nobody where the database does not answer", async () => {
    class Broken extends RunStore {
      override async read(): Promise<never> {
        throw new DOMException("It is broken.", "UnknownError");
      }
    }
    const one = page({ runs: new Broken() });
    expect(await one.keeper.comeBack("0".repeat(32), true, "en")).toBe(false);
    one.store.getState().keeper({ type: "open", id: "1".repeat(32) });
    await one.keeper.flush();
    expect((await locks.manager.query()).held).toEqual([]);
  });
});

describe("two tabs", () => {
  it("do not write each other's run: the second looks, says so, and may take it over", async () => {
    const [first, second] = [page(), page()];
    await open(first);
    await first.take(2);
    const id = String(first.marked());
    await second.keeper.comeBack(id, true, "en");
    await second.until(
      () => second.run().snapshot !== null && second.store.getState().keeping.kind === "elsewhere",
    );
    expect(second.run().step).toBe(2 + first.points[0].step - 1);
    second.store.getState().stepOnce();
    second.store.getState().train();
    second.store.getState().configure({ learningRate: 0.5 });
    expect(second.run().settings.learningRate).not.toBe(0.5);
    // What the first has come to meanwhile is what the second gets.
    await first.take(1);
    const { step } = first.run();
    // Until it is here, what stands on the second's stage is older, and must not be written.
    const taken = new Set<string>();
    second.store.subscribe(({ keeping, ...state }) => {
      if (shownRun(state).step < step) taken.add(keeping.kind);
    });
    second.store.getState().keeper({ type: "takeOver" });
    await second.until(() => second.run().step === step && second.run().summary?.back !== undefined);
    await second.until(() => second.store.getState().resting);
    expect([...taken]).toEqual(["elsewhere"]);
    expect(first.store.getState().keeping).toEqual({ kind: "elsewhere" });
    await second.take(1);
    expect(second.store.getState().keeping).toMatchObject({ kind: "kept", step: step + 1 });
    expect(second.points.at(-1)?.step).toBe(step + 1);
  }, 20_000);

  it("leave a run where it is live, when a new tab opens", async () => {
    const [first, second] = [page(), page()];
    await open(first);
    await first.take(1);
    expect(await second.keeper.comeBack(String(first.marked()), false, "en")).toBe(false);
  });

  it("see the same list", async () => {
    const [first, second] = [page(), page()];
    second.store.getState().keeper({ type: "list" });
    await second.until(() => second.store.getState().kept !== null);
    await open(first);
    await first.take(1);
    const id = String(first.marked());
    await second.until(() => second.store.getState().kept?.runs.length === 1);
    expect(second.store.getState().kept?.live).toEqual([id]);
    second.store.getState().keeper({ type: "rename", id, name: "mine" });
    second.store.getState().keeper({ type: "note", id, note: "the best" });
    await second.until(() => {
      const read = second.store.getState().kept?.runs[0]?.read;
      return read?.ok === true && read.record.note === "the best";
    });
    // What the first writes afterwards leaves that as it is.
    await first.take(1);
    const [run] = await first.runs.list();
    expect(run.read).toMatchObject({ record: { name: "mine", note: "the best" } });
  });
});

/** A browser that refuses what is to be written, as long as it does. */
class Refusing extends RunStore {
  refuses: "no" | "always" | "untilThinned" = "no";
  /** How often room has to be made. */
  most = 1;
  refusal = new DOMException("It is forbidden.", "SecurityError");

  override async save(...save: Parameters<RunStore["save"]>): Promise<boolean> {
    if (this.refuses !== "no") throw this.refusal;
    return super.save(...save);
  }

  override async thin(...thin: Parameters<RunStore["thin"]>): Promise<Thinned | null> {
    if (this.refuses === "untilThinned" && --this.most === 0) this.refuses = "no";
    return super.thin(...thin);
  }
}

const full = new DOMException("There is no room.", "QuotaExceededError");

describe("storage", () => {
  it("that refuses costs no step: it is said once, and tried again", async () => {
    const runs = new Refusing();
    const one = page({ runs });
    await open(one);
    runs.refuses = "always";
    await one.take(2);
    expect(one.store.getState().keeping.kind).toBe("off");
    await one.take(1);
    expect(noticesOf(one)).toEqual(["kept.notKept"]);
    // It can be carried away all the same.
    one.store.getState().keeper({ type: "save", id: String(one.marked()), withData: true });
    await one.keeper.flush();
    expect(await readRunFile(one.downloads[0])).toMatchObject({ ok: true, value: { record: { step: 3 } } });
    // What could not be written at rest is tried again, though nothing has changed since.
    runs.refuses = "no";
    await one.keeper.flush();
    expect(one.store.getState().keeping).toMatchObject({ kind: "kept", step: 3 });
    expect((await reopened(one)).run().step).toBe(3);
  });

  it("that is full makes room of what is old, and never of the run in use", async () => {
    const runs = new Refusing();
    const one = page({ runs });
    await open(one);
    await one.take(1);
    const old = String(one.marked());
    one.store.getState().configure({ seed: 7 });
    await one.until(() => one.run().summary?.cause === "settings");
    await one.take(1);
    const id = String(one.marked());
    runs.refusal = full;
    const hasCheckpoint = async (asked: string) =>
      (await runs.list()).find((run) => run.id === asked)?.hasCheckpoint;
    // First the frames of its history: its weights are missed more.
    expect((await runs.readFrames(old)).size).toBeGreaterThan(0);
    runs.refuses = "untilThinned";
    await one.take(1);
    expect([(await runs.readFrames(old)).size, await hasCheckpoint(old)]).toEqual([0, true]);
    expect(noticesOf(one)).toContain("kept.framesMadeRoom");
    expect(noticesOf(one)).not.toContain("kept.weightsMadeRoom");
    runs.refuses = "untilThinned";
    runs.most = 1;
    await one.take(1);
    expect([await hasCheckpoint(old), await hasCheckpoint(id)]).toEqual([false, true]);
    expect((await runs.readFrames(id)).size).toBeGreaterThan(0);
    expect(noticesOf(one)).toContain("kept.weightsMadeRoom");
    expect(one.store.getState().keeping.kind).toBe("kept");
    runs.refuses = "always";
    one.store.getState().stepOnce();
    await one.until(() => one.store.getState().keeping.kind === "off");
    expect(noticesOf(one)).toContain("kept.notKept");
  });

  it("that is full lets go of one checkpoint after the other, the oldest first, until there is room", async () => {
    const runs = new Refusing();
    const one = page({ runs });
    await open(one);
    const ids: string[] = [];
    for (const seed of [2, 3, 4, 5, 6]) {
      one.store.getState().configure({ seed });
      await one.until(() => one.run().summary?.settings.seed === seed);
      await one.take(1);
      ids.push(String(one.marked()));
    }
    runs.refusal = full;
    runs.refuses = "untilThinned";
    // Behind the frames of the four that are not in use.
    runs.most = 4 + 2;
    await one.take(1);
    const checkpoints = new Map((await runs.list()).map((run) => [run.id, run.hasCheckpoint]));
    expect(ids.map((id) => checkpoints.get(id))).toEqual([false, false, true, true, true]);
  });

  it("that is cleared while the page is open gets all of it again", async () => {
    const one = page();
    await open(one);
    one.store.getState().loadData({ kind: "pasted", text: sampleText });
    await one.until(() => one.run().summary?.cause === "data");
    await one.take(2);
    await one.runs.remove(() => true);
    one.store.getState().selectUnit(6);
    await one.keeper.flush();
    const { frames } = one.run();
    const after = await reopened(one);
    expect([after.run().step, after.store.getState().unit]).toEqual([2, 6]);
    await after.until(() => after.run().frames.frames.length === frames.frames.length);
    expect(after.run().frames).toEqual(frames);
  });

  it("deletes what it has chosen, and nothing that another tab saves meanwhile", async () => {
    const one = page();
    await open(one);
    await one.take(1);
    const id = String(one.marked());
    const whole = await one.runs.read(id);
    if (!whole || !("record" in whole)) throw new Error("It is kept.");
    const other = new RunStore();
    await other.list();
    let saving: Promise<boolean> | null = null;
    await one.runs.remove(() => {
      saving ??= other.save({ ...whole, isCheckpointKnown: false, frames: null });
      return true;
    });
    await saving;
    expect(await other.read(id)).toMatchObject({ record: { id }, checkpoint: { step: 1 } });
    await other.close();
  });

  it("that has something else in a checkpoint's place has none", async () => {
    const one = page();
    await open(one);
    await one.take(1);
    const id = String(one.marked());
    const whole = await one.runs.read(id);
    if (!whole || !("record" in whole) || !whole.checkpoint) throw new Error("It is kept.");
    const checkpoint = { ...whole.checkpoint, step: -1 };
    await one.runs.save({ ...whole, checkpoint, isCheckpointKnown: false, frames: null });
    expect(await one.runs.read(id)).toMatchObject({ record: { id }, checkpoint: null });
  });

  it("that ends within a save has all of it or nothing", async () => {
    const one = page();
    await open(one);
    await one.take(1);
    const id = String(one.marked());
    const before = await one.runs.read(id);
    const { put } = IDBObjectStore.prototype;
    IDBObjectStore.prototype.put = function (this: IDBObjectStore, ...given: Parameters<typeof put>) {
      const request = put.apply(this, given);
      // The record is written last, when the checkpoint is.
      if (this.name === "runs") this.transaction.abort();
      return request;
    };
    try {
      one.store.getState().stepOnce();
      await one.until(() => one.store.getState().keeping.kind === "off");
    } finally {
      IDBObjectStore.prototype.put = put;
    }
    const after = await one.runs.read(id);
    expect(after).toEqual(before);
  });
});

const idsOf = async ({ runs }: TestPage) => (await runs.list()).map(({ id }) => id);

const bytesOf = async (one: TestPage) => new Uint8Array((await one.run().saved?.bytes.arrayBuffer()) ?? []);
