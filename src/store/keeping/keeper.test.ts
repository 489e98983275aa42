import "fake-indexeddb/auto";
import { IDBFactory } from "fake-indexeddb";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readRecord } from "../../kept/readRecord";
import { RunStore } from "../../kept/runStore";
import { sampleText } from "../../session/engine/testing";
import type { DataSource } from "../../session/protocol";
import type { Message, Said } from "../../words/message";
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
async function reopened(before: TestPage): Promise<TestPage> {
  const id = before.marked();
  if (id === null) throw new Error("It has kept nothing.");
  await before.close();
  const after = page();
  expect(await after.keeper.comeBack(id, true, "en")).toBe(true);
  await after.until(() => after.run().snapshot !== null);
  return after;
}

const keyOf = (said: Said) => (typeof said === "string" ? said : said.key);
const noticesOf = ({ store }: TestPage) => store.getState().notices.map(({ text }) => keyOf(text));
const lossesOf = ({ points }: TestPage) => points.map(({ step, loss }) => [step, loss]);

const sources: Readonly<Record<"sample" | "pasted" | "file" | "task", DataSource>> = {
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
      expect(run().validation).toEqual(before.validation);
      expect(store.getState()).toMatchObject({ unit: 5, time: 2, pins: left.store.getState().pins });
      expect(store.getState().data).toEqual(left.store.getState().data);
      expect(noticesOf(after)).toEqual(["run.cameBack"]);
      await stayed.take(4);
      await after.take(4);
      expect(lossesOf(after)).toEqual(lossesOf(stayed).slice(3));
      expect(await bytesOf(after)).toEqual(await bytesOf(stayed));
    },
  );
});

const bytesOf = async (one: TestPage) => new Uint8Array((await one.run().saved?.bytes.arrayBuffer()) ?? []);
