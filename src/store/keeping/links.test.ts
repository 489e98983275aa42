import "fake-indexeddb/auto";
import { afterEach, expect, it } from "vitest";
import { type Linked, plainView } from "../../kept/linkForm";
import { writeLink } from "../../kept/writeLink";
import { smallSettings } from "../../session/engine/testing";
import type { DataSource } from "../../session/protocol";
import type { RunSettings } from "../../session/settings";
import type { Said } from "../../words/message";
import { openTestPage, TestLocks, type TestPage } from "./testPage";

const pages: TestPage[] = [];
let channels = 0;

afterEach(async () => {
  await Promise.all(pages.splice(0).map((one) => one.close()));
  await new Promise((resolve) => {
    indexedDB.deleteDatabase("gru-runs").onsuccess = resolve;
  });
});

function page(): TestPage {
  const opened = openTestPage({ locks: new TestLocks(), channel: `links ${channels++}` });
  pages.push(opened);
  // Through the store, as the page's own commands go.
  opened.store.getState().setEngine("cpu");
  return opened;
}

async function openPage(): Promise<TestPage> {
  const one = page();
  one.send({ type: "open", engine: "cpu" });
  await one.until(() => one.run().snapshot !== null);
  return one;
}

const task: DataSource = {
  kind: "prepared",
  data: { kind: "task", task: "parity", parameters: { steps: 6, modulus: 2 }, seed: 3 },
};

function linkTo(
  data: DataSource,
  settings: RunSettings | null,
  change: Partial<Linked["view"]> = {},
): string {
  const probe = settings === null ? null : ({ kind: "example", index: 1 } as const);
  const link = writeLink({ setup: { data, settings, probe }, view: { ...plainView, ...change } });
  if (link === null) throw new Error("It fits in a link.");
  return link;
}

const keyOf = (said: Said) => (typeof said === "string" ? said : said.key);
const noticesOf = ({ store }: TestPage) => store.getState().notices.map(({ text }) => keyOf(text));
const open = (one: TestPage, link: string, isSure = false) =>
  one.store.getState().keeper({ type: "openLink", link, isSure });
const settings = { ...smallSettings, seed: 5 };

it("a link opens its data, settings, probe and view; what was trained before is kept", async () => {
  const one = await openPage();
  await one.take(2);
  const before = one.marked();
  open(one, linkTo(task, settings, { unit: 3, time: 4, shownLook: "cost" }));
  await one.until(() => one.run().of?.source.kind === "prepared" && one.run().snapshot?.steps === 6);
  expect(one.run()).toMatchObject({
    step: 0,
    of: { source: task },
    inUse: { seed: 5 },
    probeInUse: { kind: "example", index: 1 },
    summary: { pretrained: false },
  });
  expect(one.run().summary?.parameterCount).toBeGreaterThan(0);
  expect(one.store.getState()).toMatchObject({ unit: 3, time: 4, shownLook: "cost", askedLink: null });
  expect(noticesOf(one)).toContain("run.linked");
  await one.keeper.flush();
  expect((await one.runs.list()).map(({ id }) => id)).toContain(before);
  // It trains as the same setup does that nobody has linked to.
  await one.take(2);
  const other = await openPage();
  other.store.getState().loadData(task);
  await other.until(() => other.run().summary?.cause === "data");
  other.store.getState().configure(one.run().inUse);
  await other.until(() => other.run().inUse.seed === 5);
  await other.take(2);
  const losses = ({ points }: TestPage) => points.slice(-2).map(({ loss }) => loss);
  expect(losses(one)).toEqual(losses(other));
});

it("a page opens with a link at once, and with what it opens with where the link is broken", async () => {
  const one = page();
  expect(one.keeper.openFirst("1broken", "en")).toBe(false);
  expect(noticesOf(one)).toEqual(["common.sentences"]);
  expect(one.keeper.openFirst(linkTo(task, settings), "en")).toBe(true);
  await one.until(() => one.run().snapshot !== null);
  expect(one.run().of?.source).toEqual(task);
});

it("the page's own network comes with its weights and the link's view", async () => {
  const one = await openPage();
  await one.take(1);
  const { id } = one.run();
  open(one, linkTo({ kind: "sample", language: "en" }, null, { unit: 6 }));
  await one.until(() => one.run().id !== id && one.run().view === null && one.store.getState().resting);
  expect(one.run()).toMatchObject({ summary: { cause: "opened" }, of: { source: { kind: "sample" } } });
  expect(one.store.getState().unit).toBe(6);
  // It is none that would have to be kept.
  expect(one.run().kept).toBeNull();
});

/** A link to the run on the stage with its weights. */
async function linkWithWeights({ store, run }: TestPage, data = task): Promise<string> {
  const { saved, inUse, step } = run();
  if (!saved) throw new Error("It was trained.");
  const made = await store.getState().exchange({ type: "halfWeights", saved }, new AbortController().signal);
  if (made.type !== "exported") throw new Error("They fit.");
  const file = new Uint8Array(await made.file.arrayBuffer());
  const setup = { data, settings: inUse, probe: { kind: "example", index: 1 } } as const;
  const link = writeLink({ setup, view: plainView, weights: { steps: step, file } });
  if (link === null) throw new Error("It fits in a link.");
  return link;
}

/** What the network answers at every step of the probe, as numbers between 0 and 1. */
function answersOf({ run }: TestPage): readonly number[] {
  const answer = run().snapshot?.answer;
  if (answer?.kind !== "class") throw new Error("It answers with classes.");
  return [...answer.probabilities];
}

it("a link with weights opens the network, whose answers are the same within float16, and training begins anew", async () => {
  const one = await openPage();
  open(one, linkTo(task, settings));
  await one.until(() => one.run().of?.source.kind === "prepared" && one.run().snapshot?.steps === 6);
  const fresh = answersOf(one);
  await one.take(5);
  await one.until(() => one.run().snapshot?.step === 5);
  const trained = answersOf(one);
  const link = await linkWithWeights(one);
  const other = page();
  expect(other.keeper.openFirst(link, "en")).toBe(true);
  await other.until(() => other.run().snapshot !== null);
  const apart = (a: readonly number[], b: readonly number[]) =>
    Math.max(...a.map((value, i) => Math.abs(value - b[i])));
  expect(apart(answersOf(other), trained)).toBeLessThan(2e-3);
  expect(apart(answersOf(other), trained)).toBeGreaterThan(0);
  expect(apart(fresh, trained)).toBeGreaterThan(1e-2);
  expect(other.run()).toMatchObject({ step: 0, inUse: { seed: 5 }, of: { source: task } });
  expect(noticesOf(other)).toEqual(["run.linkedTrained"]);
  await other.take(2);
  expect(other.run().step).toBe(2);
  expect((await other.runs.list()).length).toBeGreaterThan(0);
});

it("weights that do not fit the link's data are refused with the reason, and the rest is opened", async () => {
  const one = await openPage();
  await one.take(1);
  const link = await linkWithWeights(one);
  open(one, link);
  await one.until(() => one.run().of?.source.kind === "prepared" && one.run().snapshot !== null);
  expect(noticesOf(one)).toEqual(expect.arrayContaining(["share.weightsUnusable", "run.linked"]));
  expect(one.run().step).toBe(0);
});

it("a link for a lesson locks the settings until another takes its place", async () => {
  const one = page();
  const setup = { data: task, settings, probe: null };
  const lesson = { hidden: ["data"], isLocked: true } as const;
  one.keeper.openFirst(writeLink({ setup, view: plainView, lesson }) ?? "", "en");
  await one.until(() => one.run().snapshot !== null && one.store.getState().resting);
  expect(one.store.getState().lesson).toEqual(lesson);
  one.store.getState().configure({ batchSize: 7 });
  expect(one.run().settings.batchSize).toBe(settings.batchSize);
  const { keeper } = one.store.getState();
  keeper({ type: "lesson", link: linkTo(task, settings) });
  await one.keeper.flush();
  expect(one.store.getState().lesson).toBeNull();
  one.store.getState().configure({ batchSize: 7 });
  expect(one.run().settings.batchSize).toBe(7);
});

it("the way back to a run with which nothing was done leads to its link once more", async () => {
  const one = await openPage();
  const link = linkTo(task, settings);
  one.store.getState().keeper({ type: "open", id: "0".repeat(32), orLink: link });
  await one.until(() => one.run().of?.source.kind === "prepared" && one.run().snapshot?.steps === 6);
  expect(one.run()).toMatchObject({ step: 0, of: { source: task }, inUse: { seed: 5 } });
  expect(noticesOf(one)).not.toContain("kept.notOpened");
  // One that is kept is opened as it is.
  await one.take(2);
  const id = String(one.marked());
  open(one, linkTo(task, { ...settings, seed: 6 }));
  await one.until(() => one.run().inUse.seed === 6 && one.run().snapshot !== null);
  one.store.getState().keeper({ type: "open", id, orLink: link });
  await one.until(() => one.run().kept?.id === id && one.run().step === 2);
});

it("asks before it replaces a run that is not kept, and then does as it is told", async () => {
  const one = await openPage();
  await one.take(1);
  const id = one.run().id;
  one.store.setState({ keeping: { kind: "off", why: "full" } });
  const link = linkTo(task, settings);
  open(one, link);
  await one.until(() => one.store.getState().askedLink !== null);
  expect(one.store.getState().askedLink).toBe(link);
  expect(one.run().id).toBe(id);
  open(one, link, true);
  await one.until(() => one.run().of?.source.kind === "prepared");
  expect(one.run().id).not.toBe(id);
});

it("what cannot be made leaves the run as it is, and no run to go back to", async () => {
  const one = await openPage();
  await one.take(1);
  open(one, linkTo({ kind: "pasted", text: "a" }, settings));
  await one.until(() => one.store.getState().failure !== null);
  expect(one.run().of?.source.kind).toBe("sample");
  expect(one.store.getState().past.filter(({ kept }) => kept?.origin === "link")).toEqual([]);
});
