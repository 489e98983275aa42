/**
 * What a large table costs: a CSV is made, opened in the built page, and used. Measures, and judges nothing:
 *
 *     npm run build && node scripts/run.mjs e2e/bench/table.ts [--megabytes 200]
 *
 * Prints the seconds until the dialog shows the first rows and until everything about the table is known, those until a run on
 * it stands, the renderer's largest resident memory (Linux only), and the main thread's longest task in all that time.
 */
import { execFileSync } from "node:child_process";
import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { finished } from "node:stream/promises";
import { parseArgs } from "node:util";
import type { Page } from "@playwright/test";
import { preview } from "vite";
import { launchBrowser } from "./launchBrowser";

interface LongTask {
  readonly startTime: number;
  readonly duration: number;
}

declare global {
  interface Window {
    /** Tasks of the main thread of 50 ms or more. */
    longTasks: LongTask[];
  }
}

/** A measurement a minute: a time, six numbers that wander, and where it was taken. */
async function writeTable(file: string, bytes: number) {
  const stream = createWriteStream(file);
  const head = "time,load,temperature,pressure,speed,flow,level,site\n";
  stream.write(head);
  const sites = ["north", "south", "east", "west"];
  const state = [50, 20, 1013, 3, 7, 2];
  let [written, row] = [head.length, 0];
  let random = 1;
  const noise = () => {
    random = (Math.imul(random, 1664525) + 1013904223) >>> 0;
    return random / 2 ** 32 - 0.5;
  };
  while (written < bytes) {
    let block = "";
    for (let i = 0; i < 2000 && written + block.length < bytes; i++, row++) {
      const time = new Date(Date.UTC(2015, 0, 1) + 60_000 * row).toISOString().slice(0, 16);
      for (let k = 0; k < state.length; k++) state[k] += noise();
      block += `${time},${state.map((value) => value.toFixed(3)).join(",")},${sites[row % sites.length]}\n`;
    }
    written += block.length;
    if (!stream.write(block)) await once(stream, "drain");
  }
  stream.end();
  await finished(stream);
  return { written, row };
}

/** Of the browser's largest renderer, in MB. */
function rendererMegabytes(): number {
  if (process.platform !== "linux") return 0;
  const lines = execFileSync("ps", ["-eo", "rss,args"], { encoding: "utf8" }).split("\n");
  const sizes = lines
    .filter((line) => line.includes("--type=renderer"))
    .map((line) => Number.parseInt(line, 10));
  return Math.max(0, ...sizes) / 1024;
}

async function measureTable(page: Page, address: string, file: string): Promise<void> {
  let peak = 0;
  const watch = setInterval(() => {
    peak = Math.max(peak, rendererMegabytes());
  }, 200);
  await page.addInitScript(() => {
    window.longTasks = [];
    new PerformanceObserver((list) => {
      for (const { startTime, duration } of list.getEntries()) window.longTasks.push({ startTime, duration });
    }).observe({ type: "longtask" });
  });
  await page.goto(address);
  await page.getByRole("button", { name: /^New state h: / }).waitFor();
  await page.waitForTimeout(3000);
  const before = rendererMegabytes();
  const chooser = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "Open a table" }).click();
  const chosen = await chooser;
  const startMs = await page.evaluate(() => performance.now());
  const elapsed = async () => (((await page.evaluate(() => performance.now())) - startMs) / 1000).toFixed(1);
  await chosen.setFiles(file);
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("columnheader", { name: /temperature/ }).waitFor({ timeout: 300_000 });
  console.log(`First rows after ${await elapsed()} s`);
  const use = dialog.getByRole("button", { name: "Use this data" });
  await use.and(page.locator(":not([disabled])")).waitFor({ timeout: 300_000 });
  console.log(`All is known after ${await elapsed()} s`);
  const usedMs = Number(await elapsed());
  await use.click();
  await dialog.waitFor({ state: "hidden", timeout: 300_000 });
  await page.getByRole("heading", { name: path.basename(file) }).waitFor({ timeout: 300_000 });
  console.log(`A run stands ${(Number(await elapsed()) - usedMs).toFixed(1)} s after "Use this data"`);
  const tasks = await page.evaluate(
    (fromMs) => window.longTasks.filter(({ startTime }) => startTime >= fromMs).map((task) => task.duration),
    startMs,
  );
  const longest = tasks.length === 0 ? "none of 50 ms or more" : `${Math.max(...tasks).toFixed(0)} ms`;
  console.log(`Renderer: ${before.toFixed(0)} MB before, ${peak.toFixed(0)} MB at most`);
  console.log(`Main thread's longest task: ${longest} (${tasks.length} of 50 ms or more)`);
  clearInterval(watch);
}

export async function main(argv: string[]): Promise<number> {
  const { values } = parseArgs({
    args: argv,
    options: { megabytes: { type: "string", default: "200" } },
  });
  const file = path.join(tmpdir(), `gru-playground-${process.pid}.csv`);
  // A little less, so that the last row still fits in.
  const { written, row } = await writeTable(file, Number(values.megabytes) * 2 ** 20 - 256);
  console.log(`${(written / 2 ** 20).toFixed(1)} MiB, ${row} rows of 8 columns`);
  const server = await preview({ preview: { host: "127.0.0.1", port: 4321, strictPort: true } });
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    await measureTable(page, "http://127.0.0.1:4321/", file);
  } finally {
    await browser.close();
    await server.close();
    await rm(file);
  }
  return 0;
}
