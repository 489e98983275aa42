/** Story 17: the page on a host that sends no headers. Several threads from the second visit on, no connection, and one version at a time. */
import { readdirSync } from "node:fs";
import type { Page } from "@playwright/test";
import { anyEngine, expect, test } from "./playground";
import { buildVersion, deriveVersion, StaticHost } from "./staticHost";

const isIsolated = (page: Page) => page.evaluate(() => crossOriginIsolated);
const threads = (page: Page) => page.workers().filter((worker) => worker.url().includes("/thread-"));

/** The addresses of what the service worker keeps. */
const keptFiles = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    const names = await caches.keys();
    const requests = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
    return requests.flat().map(({ url }) => url.replace(/^.*\/page\//, "").replace(/\?.*$/, ""));
  });

/** What only one of two versions has. */
const assetsOf = (folder: string): readonly string[] =>
  readdirSync(`${folder}/assets`).map((name) => `assets/${name}`);
const without = (some: readonly string[], others: readonly string[]) =>
  some.filter((one) => !others.includes(one));

test(
  "several threads and no connection from the second visit on, and one version at a time",
  {
    tag: anyEngine,
  },
  async ({ page, playground, errors }, testInfo) => {
    errors.expect(/^console: .*ERR_CONNECTION_REFUSED \(.*\/serviceWorker\.js\)/);
    const [first, second] = ["first", "second"].map((name) => testInfo.outputPath(name));
    const built = { folder: first, version: "version-one" };
    await buildVersion(built.folder, built.version);
    await deriveVersion(built, second, "version-two");
    const onlyInFirst = without(assetsOf(first), assetsOf(second));
    const onlyInSecond = without(assetsOf(second), assetsOf(first));
    expect(onlyInFirst.filter((name) => name.includes("BenchmarkPage"))).toHaveLength(1);

    const host = await StaticHost.open(first);
    const version = (name: string) =>
      expect(page.getByRole("heading", { name: `GRU Playground ${name}`, exact: true })).toBeVisible();
    try {
      await page.goto(host.address);
      await playground.waitForGates();
      expect(await isIsolated(page)).toBe(false);
      await playground.expectReason(/one thread on the first visit\. Load the page again/);
      await page.evaluate(() => navigator.serviceWorker.ready);

      await page.reload();
      await playground.waitForGates();
      await version("version-one");
      expect(await isIsolated(page)).toBe(true);
      await playground.chooseEngine("CPU");
      await playground.expectCpu();
      await playground.engineControl.click();
      await expect(page.getByRole("listbox")).toBeVisible();
      await expect(page.getByText(/one\sthread/)).toHaveCount(0);
      await page.keyboard.press("Escape");
      await playground.neverStop();
      await playground.startTraining();
      await playground.trainFor(2);
      expect(threads(page)).not.toEqual([]);

      // A deployment under a run: all files of its version are there, the new one waits.
      host.deploy(second);
      const answers = await page.evaluate(
        (names) => Promise.all(names.map(async (name) => (await fetch(name)).status)),
        onlyInFirst,
      );
      expect(answers).toEqual(onlyInFirst.map(() => 200));
      await page.evaluate(async () => (await navigator.serviceWorker.ready).update());
      await playground.expectNotice(/^A new version of this page is ready\./);
      expect(without(onlyInSecond, await keptFiles(page))).toEqual([]);
      expect(without(onlyInFirst, await keptFiles(page))).toEqual([]);
      await playground.trainFor(2);
      await playground.stopTraining();

      // Loaded again it was never closed: all of it is still the old version.
      await page.reload();
      await version("version-one");
      await playground.waitForGates();
      await page.getByRole("link", { name: "Benchmark" }).click();
      await expect(page.getByRole("button", { name: "Run", exact: true })).toBeVisible();
      expect(await page.evaluate(() => Reflect.get(globalThis, "benchmark"))).toBe("version-one");

      // Closed and opened, it is the new one, and nothing is left of the old.
      // Another page of the same host sees when the waiting worker has taken over.
      await page.goto(new URL("/elsewhere", host.address).href);
      await expect
        .poll(() =>
          page.evaluate(async (scope) => {
            const registration = await navigator.serviceWorker.getRegistration(scope);
            return [registration?.waiting?.state, registration?.active?.state];
          }, host.address),
        )
        .toEqual([undefined, "activated"]);
      await page.goto(host.address);
      await version("version-two");
      await expect.poll(async () => without(onlyInFirst, await keptFiles(page))).toEqual(onlyInFirst);

      await host.close();
      // The browser says so, once the page has asked for a newer version.
      const unanswered = page.waitForEvent("console", (said) =>
        said.text().includes("ERR_CONNECTION_REFUSED"),
      );
      await page.reload();
      await playground.waitForGates();
      await version("version-two");
      expect(await isIsolated(page)).toBe(true);
      await page.getByRole("link", { name: "Benchmark" }).click();
      await expect(page.getByRole("button", { name: "Run", exact: true })).toBeVisible();
      expect(await page.evaluate(() => Reflect.get(globalThis, "benchmark"))).toBe("version-two");
      await unanswered;
    } finally {
      await host.close();
    }
  },
);
