/** Story 15: what fails, fails alone. The rest of the page stays, and the run goes on. */
import { pathToFileURL } from "node:url";
import type { Locator, Page } from "@playwright/test";
import { smallTable } from "./folders";
import { anyEngine, expect, type Playground, test } from "./playground";

const alert = (page: Page, words: RegExp): Locator => page.getByRole("alert").filter({ hasText: words });
const tryAgain = (fault: Locator): Locator => fault.getByRole("button", { name: "Try again" });

/** Aborted requests are said in the console, by the browser itself. */
const notFetched = /^console: Failed to load resource: net::ERR_FAILED \(.*\/(BenchmarkPage|TableDialog)-/;

/** The step counter is not on the page of the benchmark: the run is seen to have gone on when it is back. */
async function expectTrainedMeanwhile(playground: Playground, before: number): Promise<void> {
  await expect(playground.pause).toBeVisible();
  await playground.expectStepAbove(before);
}

test("a part that cannot be loaded says so, training goes on, and another attempt brings it", {
  tag: anyEngine,
}, async ({ page, playground, errors }) => {
  errors.expect(notFetched);
  const chunk = "**/BenchmarkPage-*.js";
  await page.route(chunk, (route) => route.abort());
  await playground.openSmall();
  await playground.neverStop();
  await playground.startTraining();
  await playground.trainFor(5);
  const before = await playground.stepCount();
  await page.getByRole("link", { name: "Benchmark" }).click();
  const fault = alert(page, /^The benchmark could not be loaded: the connection may be down/);
  await expect(fault).toBeVisible();
  await expect(page.getByRole("heading", { name: "GRU Playground" })).toBeVisible();
  // Pressed while it still does not come, it says the same again.
  await tryAgain(fault).click();
  await expect(fault).toBeHidden();
  await expect(fault).toBeVisible();
  await page.unroute(chunk);
  await tryAgain(fault).click();
  await expect(page.getByRole("button", { name: "Run", exact: true })).toBeEnabled();
  await expect(fault).toBeHidden();
  await page.getByRole("link", { name: "Playground" }).click();
  await expectTrainedMeanwhile(playground, before);
  await playground.stopTraining();
});

test("a dialog that is gone after a deployment says so where it would stand", { tag: anyEngine }, async ({
  page,
  playground,
  errors,
}) => {
  errors.expect(/^console: Failed to load resource: .*404.*TableDialog-/);
  const chunk = "**/TableDialog-*.js";
  await page.route(chunk, (route) => route.fulfill({ status: 404, body: "Not found" }));
  await playground.openSmall();
  await playground.neverStop();
  await playground.startTraining();
  const open = () => playground.pickTable(smallTable);
  await open();
  const fault = alert(page, /^The table dialog could not be loaded/);
  await expect(fault).toBeInViewport();
  await fault.getByRole("button", { name: "Close" }).click();
  await expect(fault).toBeHidden();
  await playground.trainFor(5);
  await playground.stopTraining();
  await open();
  await expect(fault).toBeInViewport();
  await page.unroute(chunk);
  await tryAgain(fault).click();
  const dialog = page.getByRole("dialog", { name: "Open wave.csv" });
  await expect(dialog).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
});

test("what is fetched when the page is idle opens without a connection", { tag: anyEngine }, async ({
  page,
  playground,
}) => {
  await playground.open();
  // No fetch is under way when the connection ends.
  await expect(page.locator("html")).toHaveAttribute("data-complete", "");
  await page.route("**/assets/**", (route) => route.abort());
  await page.getByRole("link", { name: "Benchmark" }).click();
  await expect(page.getByRole("button", { name: "Run", exact: true })).toBeVisible();
});

test("a defect in the gate heatmaps takes nothing else with it", { tag: anyEngine }, async ({
  page,
  playground,
  errors,
}) => {
  errors.expect(/^error: Error: no more paint/);
  await playground.openSmall();
  await playground.neverStop();
  await playground.startTraining();
  await playground.trainFor(5);
  const paintable = (is: boolean) =>
    page.evaluate((may) => {
      const own = CanvasRenderingContext2D.prototype;
      const kept = Reflect.get(window, "ownPutImageData") ?? own.putImageData;
      Object.assign(window, { ownPutImageData: kept });
      own.putImageData = may
        ? kept
        : () => {
            throw new Error("no more paint");
          };
    }, is);
  await paintable(false);
  const fault = alert(
    page,
    /^The gate heatmaps stopped working because of a defect in this page \(no more paint\)/,
  );
  await expect(fault).toBeVisible();
  await playground.trainFor(20);
  await expect(playground.node("h")).toBeVisible();
  await paintable(true);
  await tryAgain(fault).click();
  await expect(fault).toBeHidden();
  await playground.stopTraining();
  expect((await playground.picture("h")).colours).toBeGreaterThan(20);
});

/** Of every canvas on the page, its pixels in one number each. */
const pictures = (page: Page): Promise<number[]> =>
  page.evaluate(() =>
    Array.from(document.querySelectorAll("canvas"), (canvas) => {
      const { width, height } = canvas;
      const data = canvas.getContext("2d")?.getImageData(0, 0, width, height).data ?? new Uint8ClampedArray();
      return new Uint32Array(data.buffer).reduce((hash, pixel) => (Math.imul(hash, 31) + pixel) | 0, 0);
    }),
  );

/** The same twice: what is sorted and measured after the first picture has found its place. */
async function settled(page: Page): Promise<number[]> {
  let last: number[] = [];
  await expect
    .poll(
      async () => {
        const before = last;
        last = await pictures(page);
        return before.join() === last.join();
      },
      { intervals: [500] },
    )
    .toBe(true);
  return last;
}

const emptyCanvases = (page: Page): Promise<void> =>
  page.evaluate(() => {
    for (const canvas of document.querySelectorAll("canvas"))
      canvas.getContext("2d")?.clearRect(0, 0, canvas.width, canvas.height);
  });

test("pictures that the browser has lost are drawn again", { tag: anyEngine }, async ({
  page,
  playground,
}) => {
  await playground.open();
  for (const data of ["Sample text", "Synthetic weather", "Small pictures"])
    await test.step(data, async () => {
      await playground.useSample(data);
      await playground.rest();
      await expect(page.getByText(/^sorted at step/)).toBeVisible();
      const before = await settled(page);
      expect(before.length).toBeGreaterThanOrEqual(8);
      expect(before).not.toContain(0);
      const empty = before.map(() => 0);
      await emptyCanvases(page);
      expect(await pictures(page)).toEqual(empty);
      await page.evaluate(() => {
        for (const canvas of document.querySelectorAll("canvas")) {
          canvas.dispatchEvent(new Event("contextlost"));
          canvas.dispatchEvent(new Event("contextrestored"));
        }
      });
      expect(await pictures(page)).toEqual(before);
      await emptyCanvases(page);
      await page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
      expect(await pictures(page)).toEqual(before);
    });
});

test("opened as a file, the page says how to start it", { tag: anyEngine }, async ({ page, errors }) => {
  errors.expect(/^console: Access to (script|CSS stylesheet) at 'file:/);
  errors.expect(/^console: Failed to load resource: net::ERR_FAILED \(file:/);
  await page.goto(pathToFileURL("dist/index.html").href);
  const words = page.getByText(/does\snot\srun\sfrom\sa\sfile/);
  await expect(words).toBeVisible();
  await expect(words).toContainText("start it with npm start in the project’s folder");
});

test("without scripts, and in a browser that knows no modules, the page says what it needs", {
  tag: anyEngine,
}, async ({ browser, baseURL, page, playground }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const silent = await context.newPage();
  await silent.goto(String(baseURL));
  await expect(
    silent.getByText(/nor\swithout\sJavaScript,\snor\sin\sa\sbrowser\sfrom\sbefore\s2023/),
  ).toBeVisible();
  await context.close();
  // Where it starts, none of it is left.
  await playground.open();
  await expect(page.getByText("start it with npm start")).toHaveCount(0);
});
