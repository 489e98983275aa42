/**
 * What opening the page costs, and how smooth it stays. Measures, and judges nothing:
 *
 *     npm run build && node scripts/run.mjs e2e/bench/page.ts [--seconds 20] [--runs 10]
 *
 * Prints the milliseconds from navigation to the first painted gates, which the page marks, in each language in turns, the compressed JavaScript that is
 * loaded until then (page and worker), and the main thread's longest task while it trains, on each engine.
 */
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { gzipSync } from "node:zlib";
import type { Browser } from "@playwright/test";
import { preview } from "vite";
import { launchBrowser } from "../../scripts/launchBrowser";
import { type Language, languageNames, languages } from "../../src/words/language";

interface LongTask {
  readonly startTime: number;
  readonly duration: number;
}

declare global {
  interface Window {
    /** What `watchPage` has seen so far. */
    measured: { readonly longTasks: LongTask[] };
  }
}

/** Runs in the page before anything else: notes every long task. */
function watchPage(): void {
  window.measured = { longTasks: [] };
  const tasks = new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries())
      window.measured.longTasks.push({ startTime, duration });
  });
  tasks.observe({ type: "longtask", buffered: true });
}

async function openPage(browser: Browser, address: string) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  await page.addInitScript(watchPage);
  const scripts = new Set<string>();
  page.on("response", (response) => {
    const { pathname } = new URL(response.url());
    if (pathname.endsWith(".js")) scripts.add(pathname);
  });
  await page.goto(address);
  // The page marks them itself: to read pixels back in every frame would cost more than what is measured.
  const mark = await page.waitForFunction(() => performance.getEntriesByName("first-gates")[0]?.startTime);
  const gatesMs = await mark.jsonValue();
  if (gatesMs === undefined) throw new Error("The gates were not timed.");
  return { page, context, gatesMs, loaded: [...scripts] };
}

const compressed = (pathname: string) =>
  gzipSync(readFileSync(new URL(`../../dist${pathname}`, import.meta.url))).length;
const kilobytes = (names: readonly string[]) =>
  `${(names.reduce((sum, name) => sum + compressed(name), 0) / 1000).toFixed(1)} kB`;

async function longestTask(browser: Browser, address: string, engine: string, seconds: number) {
  const { page, context } = await openPage(browser, address);
  await page.getByRole("button", { name: /\bEngine$/ }).click();
  const option = page.getByRole("option", { name: engine, exact: true });
  await option.and(page.locator(":not([aria-disabled=true])")).click();
  await option.waitFor({ state: "hidden" });
  const badge = await page.getByRole("button", { name: /\bEngine$/ }).textContent();
  const controls = page.getByRole("region", { name: "Training controls" });
  const counter = controls
    .getByRole("term")
    .filter({ hasText: /^Step$/ })
    .locator("..")
    .getByRole("definition");
  const stepNow = async () => Number((await counter.textContent())?.replaceAll(",", ""));
  const [startMs, startStep] = [await page.evaluate(() => performance.now()), await stepNow()];
  await controls.getByRole("button", { name: "Train", exact: true }).click();
  await page.waitForFunction((untilMs) => performance.now() > untilMs, startMs + 1000 * seconds, {
    polling: 500,
  });
  const steps = (await stepNow()) - startStep;
  const tasks = await page.evaluate(
    (fromMs) =>
      window.measured.longTasks.filter(({ startTime }) => startTime >= fromMs).map((task) => task.duration),
    startMs,
  );
  await context.close();
  return { badge, steps, tasks };
}

async function timeOpening(browser: Browser, address: string, runs: number): Promise<void> {
  const times = new Map(languages.map((language): [Language, number[]] => [language, []]));
  for (const [language, taken] of Array.from({ length: runs }, () => [...times]).flat()) {
    const { page, context, gatesMs, loaded } = await openPage(browser, `${address}?lang=${language}`);
    taken.push(gatesMs);
    // What it has begun to try on the GPU would go on in the browser's process for it, and keep back the frames of the next page.
    await page.waitForFunction(() => document.querySelector('[data-engine="resting"]') !== null);
    if (language === "en" && taken.length === 1) {
      const worker = loaded.filter((name) => name.includes("/worker-"));
      const page = loaded.filter((name) => !worker.includes(name));
      console.log(
        `JavaScript until the first gates, gzip: page ${kilobytes(page)}, worker ${kilobytes(worker)}`,
      );
      for (const name of loaded) console.log(`  ${name} ${kilobytes([name])}`);
    }
    await context.close();
  }
  for (const [language, taken] of times) {
    const sorted = taken.toSorted((a, b) => a - b);
    const median = sorted[Math.floor(sorted.length / 2)];
    const all = taken.map((ms) => ms.toFixed(0)).join(", ");
    const worst = sorted[sorted.length - 1];
    console.log(
      `First gates, ${languageNames[language]}: median ${median.toFixed(0)} ms, at most ${worst.toFixed(0)} ms (${all})`,
    );
  }
}

async function timeTraining(browser: Browser, address: string, seconds: number): Promise<void> {
  for (const engine of ["GPU (WebGPU)", "CPU"]) {
    const { badge, steps, tasks } = await longestTask(browser, address, engine, seconds);
    const longest = tasks.length === 0 ? "none of 50 ms or more" : `${Math.max(...tasks).toFixed(0)} ms`;
    console.log(
      `${badge}: ${steps} steps in ${seconds} s; longest task ${longest} (${tasks.length} of 50 ms or more)`,
    );
  }
}

export async function main(argv: string[]): Promise<number> {
  const { values } = parseArgs({
    args: argv,
    options: { seconds: { type: "string", default: "20" }, runs: { type: "string", default: "10" } },
  });
  const port = Number(process.env.PORT ?? 4320);
  const server = await preview({ preview: { host: "127.0.0.1", port, strictPort: true } });
  const address = `http://127.0.0.1:${port}/`;
  const browser = await launchBrowser();
  try {
    await timeOpening(browser, address, Number(values.runs));
    if (Number(values.seconds) > 0) await timeTraining(browser, address, Number(values.seconds));
  } finally {
    await browser.close();
    await server.close();
  }
  return 0;
}
