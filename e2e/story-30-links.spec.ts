/** Story 30: a link brings another to the same data, settings and view. */
import type { Page } from "@playwright/test";
import { anyEngine, expect, Playground, recordNotices, test } from "./playground";

/** Runs in the page: what is copied is at hand, whatever the browser lets a page read. */
function recordCopies(): void {
  Object.assign(navigator.clipboard, {
    writeText: async (text: string) => Object.assign(window, { copied: text }),
  });
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
