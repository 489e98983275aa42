/** Story 30: a link brings another to the same data, settings and view. */
import type { Page } from "@playwright/test";
import { anyEngine, expect, numberOf, Playground, recordNotices, sentence, test } from "./playground";

/** Runs in the page: what is copied is at hand, whatever the browser lets a page read. */
function recordCopies(): void {
  Object.assign(navigator.clipboard, {
    writeText: async (text: string) => Object.assign(window, { copied: text }),
  });
}

/** Runs in the page: a system with ways to share of its own, which keeps what it is given, and ends as it is told to. */
function systemShare(): void {
  const given: ShareData[] = [];
  Object.assign(window, { given });
  const share = async (data: ShareData) => {
    given.push(data);
    const ends: unknown = Reflect.get(window, "shareEnds");
    if (typeof ends === "string") throw new DOMException("It was not shared.", ends);
  };
  Object.defineProperty(Navigator.prototype, "share", { configurable: true, value: share });
}

const shareButton = ({ page, words }: Playground) =>
  page.getByRole("button", { name: words.share.copyLink, exact: true });

/** By the keyboard. */
async function copyLink(playground: Playground): Promise<string> {
  await shareButton(playground).focus();
  await playground.page.keyboard.press("Enter");
  await playground.expectNotice(/^Link copied/);
  return playground.page.evaluate((): string => Reflect.get(window, "copied"));
}

const hashOf = (page: Page) => page.evaluate(() => location.hash);

test("copied in one browser, a link opens the same in a fresh one; Back and Forward lead from run to run", {
  tag: anyEngine,
}, async ({ page, playground, browser }) => {
  await page.addInitScript(recordCopies);
  await playground.openSmall();
  await playground.field("Probe text").fill("the queen");
  await playground.field("Probe text").press("Enter");
  await playground.unitField.fill("5");
  await playground.unitField.press("Enter");
  await playground.timeSlider.fill("3");
  await playground.rest();
  const value = await playground.node("h").getAttribute("aria-label");
  const first = await copyLink(playground);
  expect(first.length).toBeLessThan(200);
  await playground.step.click();
  await playground.keptFrom(1);
  const loss = await playground.loss();

  const fresh = await browser.newContext();
  const other = new Playground(await fresh.newPage(), playground.project, playground.words);
  for (const script of [recordCopies, recordNotices]) await other.page.addInitScript(script);
  await other.page.goto(first);
  await other.expectNotice("Opened from a link.");
  await other.waitForGates();
  await expect(other.field("Probe text")).toHaveValue("the queen");
  await expect(other.unitField).toHaveValue("5");
  await expect(other.timeSlider).toHaveValue("3");
  // The same first weights, to the digit.
  await expect(other.node("h")).toHaveAccessibleName(String(value));
  expect(await copyLink(other)).toBe(first);
  await other.step.click();
  await other.keptFrom(1);
  expect(await other.loss()).toBe(loss);

  // Another setup, as another link says.
  await playground.setNumber("Batch size", 4);
  await playground.expectNotice("batch size 8 → 4");
  await playground.rest();
  const second = await copyLink(playground);
  await other.page.evaluate((address) => location.assign(address), second);
  await other.expectNotice("Opened from a link.");
  await expect(other.field("Batch size")).toHaveValue("4");
  await other.rest();
  await other.step.click();
  await other.keptFrom(1);
  await other.page.goBack();
  await other.expectNotice(/^Back at step 1 of/);
  await expect(other.field("Batch size")).toHaveValue("8");
  expect(await other.loss()).toBe(loss);
  await other.page.goForward();
  await other.expectNotice(/^Back at step 1 of/);
  await expect(other.field("Batch size")).toHaveValue("4");
  // What is reloaded is the run, not the link once more.
  await other.page.reload();
  await other.waitForGates();
  await other.expectStep(1);
  await fresh.close();
});

test("what a link cannot bring is said; a run that is not kept is asked about before a link replaces it", {
  tag: anyEngine,
}, async ({ page, playground }) => {
  const { share } = playground.words;
  await page.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException("Storage is blocked.", "SecurityError");
    };
  });
  await page.addInitScript(recordCopies);
  await playground.openSmall();
  const link = new URL(await copyLink(playground)).hash;
  await playground.setNumber("Batch size", 4);
  await playground.expectNotice("batch size 8 → 4");
  await playground.step.click();
  await playground.expectStep(1);
  await playground.expectNotice(/^Nothing is kept/);
  const dialog = page.getByRole("dialog", { name: share.ask });
  const go = (hash: string) =>
    page.evaluate((to) => {
      location.hash = to;
    }, hash);
  await go("#1broken");
  await playground.expectNotice(share.damaged);
  await go("#9x");
  await playground.expectNotice(share.newer);
  expect(await playground.stepCount()).toBe(1);

  await go(link);
  await expect(dialog).toContainText(share.atRisk);
  await page.keyboard.press("Enter");
  await expect(dialog).toBeHidden();
  expect(await hashOf(page)).toBe("");
  expect(await playground.stepCount()).toBe(1);
  await go(link);
  await dialog.getByRole("button", { name: share.open }).focus();
  await page.keyboard.press("Enter");
  await playground.expectNotice("Opened from a link.");
  await expect(playground.field("Batch size")).toHaveValue("8");

  await playground.pasteText("to be or not to be. ".repeat(200));
  await shareButton(playground).click();
  await playground.expectNotice(share.dataTooLarge);
});

/** What the unit on show came to. */
async function stateOf(playground: Playground): Promise<number> {
  const name = String(await playground.node("h").getAttribute("aria-label"));
  return numberOf(/[:：]\s?(−?\d\.\d{3})$/.exec(name)?.[1] ?? "");
}

const copied = (page: Page) => page.evaluate((): string => Reflect.get(window, "copied"));

test("a link brings weights; one for a lesson leaves out and locks, until it is opened freely; one fits a frame", {
  tag: anyEngine,
}, async ({ page, playground, browser }) => {
  const { share, run, settingLabels, formats, cells } = playground.words;
  for (const script of [recordCopies, systemShare]) await page.addInitScript(script);
  await playground.openSmall();
  await playground.setNumber(settingLabels.learningRate, 0.05);
  await playground.startTraining();
  await playground.trainFor(30);
  const steps = await playground.stopTraining();
  await playground.rest();
  const state = await stateOf(playground);
  const dialog = page.getByRole("dialog", { name: share.title });
  /** By the keyboard. */
  const flip = async (name: string) => {
    await dialog.getByRole("switch", { name, exact: true }).focus();
    await page.keyboard.press("Space");
  };
  const press = async (name: string) => {
    await dialog.getByRole("button", { name, exact: true }).focus();
    await page.keyboard.press("Enter");
  };
  await page.getByRole("button", { name: share.more }).focus();
  await page.keyboard.press("Enter");
  await flip(share.withWeights);
  const size = 98_765;
  const ready = sentence(share.weightsReady({ steps, size }), { [formats.bytes(size)]: /[\d.]+\skB/ });
  await expect(dialog.getByText(ready)).toBeVisible();
  await press(share.copyLink);
  await expect(dialog.getByRole("status").last()).toContainText(/^Link copied/);
  const withWeights = await copied(page);
  expect(new URL(withWeights).hash).toMatch(/^#2[\w-]+\.[\w-]+$/);
  await press(share.copyMarkdown);
  await expect(dialog.getByRole("status").last()).toHaveText(share.markdownCopied);
  const markdown = await copied(page);
  expect(markdown).toContain(`](<${withWeights}>)`);
  expect(markdown).toMatch(/Settings that differ .*hidden units 16/);
  /** What the system was given, when it has ended so: with an error of this name, or well. */
  const handOver = async (times: number, shareEnds: string | null) => {
    await page.evaluate((ends) => Object.assign(window, { shareEnds: ends }), shareEnds);
    await press(share.system);
    await page.waitForFunction((count) => Reflect.get(window, "given").length === count, times);
    return page.evaluate((): ShareData => Reflect.get(window, "given").at(-1));
  };
  const given = { url: withWeights, title: playground.words.page.title };
  expect(await handOver(1, null)).toEqual(given);
  // Whoever changes their mind there is told nothing.
  expect(await handOver(2, "AbortError")).toEqual(given);
  await expect(dialog.getByRole("status").last()).toHaveText(share.markdownCopied);
  expect(await handOver(3, "NotAllowedError")).toEqual(given);
  await expect(dialog.getByRole("status").last()).toHaveText(share.notShared);
  // Where the system has none, none is offered.
  await page.evaluate(() => Reflect.deleteProperty(Navigator.prototype, "share"));

  const fresh = await browser.newContext();
  const other = new Playground(await fresh.newPage(), playground.project, playground.words);
  await other.page.addInitScript(recordNotices);
  await other.page.goto(withWeights);
  await other.expectNotice(run.linkedTrained({ steps }));
  await other.waitForGates();
  await other.rest();
  await other.expectStep(0);
  expect(Math.abs((await stateOf(other)) - state)).toBeLessThanOrEqual(0.004);
  await other.step.click();
  await other.keptFrom(1);

  await flip(share.withWeights);
  await expect(dialog.getByRole("button", { name: share.system, exact: true })).toHaveCount(0);
  await flip(share.hide.data);
  await flip(share.lock);
  await press(share.copyLink);
  const lesson = await copied(page);
  expect(new URL(lesson).hash).toMatch(/^#2[\w-]+$/);
  await other.page.evaluate((address) => location.assign(address), lesson);
  await other.expectNotice(run.linked);
  await other.page.reload();
  await other.waitForGates();
  const note = other.page.getByRole("note").filter({ hasText: share.openFreely });
  await expect(note).toContainText(share.lesson({ locked: true, hidden: [share.hiddenParts.data] }));
  await expect(other.page.getByText(share.settingsLocked)).toHaveCount(2);
  await expect(other.data).toHaveCount(0);
  // A file that is dropped on it does not take its place.
  const isRefused = await other.page.evaluate(() => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File(["the cat sat"], "cat.txt"));
    const drop = new DragEvent("drop", { bubbles: true, cancelable: true, dataTransfer });
    return !document.body.dispatchEvent(drop);
  });
  expect(isRefused).toBe(true);
  await other.expectNotice(share.dataHidden);
  await expect(other.field(settingLabels.batchSize)).toBeDisabled();
  await note.getByRole("button", { name: share.openFreely }).focus();
  await other.page.keyboard.press("Enter");
  await expect(other.data).toBeVisible();
  await expect(other.field(settingLabels.batchSize)).toBeEnabled();
  expect(await hashOf(other.page)).toMatch(/^#1/);
  await fresh.close();

  await flip(share.embed);
  await press(share.copyFrame);
  const html = await copied(page);
  await page.keyboard.press("Escape");
  await page.evaluate(
    (element) => document.querySelector("main")?.insertAdjacentHTML("beforebegin", element),
    html,
  );
  const frame = page.frameLocator("iframe");
  await expect(frame.getByRole("note")).toContainText(share.openFreely);
  await expect(frame.getByRole("banner")).toHaveCount(0);
  await expect(frame.getByRole("slider", { name: cells.quantities.updateGate })).toBeVisible();
  const free = new URL(
    String(await frame.getByRole("link", { name: share.openFreely }).getAttribute("href")),
  );
  expect([free.searchParams.has("embed"), free.hash.slice(0, 2)]).toEqual([false, "#1"]);
});
