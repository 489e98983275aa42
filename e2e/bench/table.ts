/**
 * What a large table costs: a CSV is made, opened in the built page, and used. Measures, and judges nothing:
 *
 *     npm run build && node scripts/run.mjs e2e/bench/table.ts [--megabytes 200] [--trace FILE]
 *
 * Prints the seconds until the dialog shows the first rows and until everything about the table is known, those until a run on
 * it stands, the renderer's largest resident memory (Linux only), and the main thread's longest task in all that time. A trace has
 * what each task did, and DevTools opens it (`npm run build -- --minify false` keeps the names of functions).
 */
import { once } from "node:events";
import { createWriteStream, readFileSync, writeFileSync } from "node:fs";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { finished } from "node:stream/promises";
import { parseArgs } from "node:util";
import type { Browser, Page } from "@playwright/test";
import { preview } from "vite";
import { launchBrowser } from "../../scripts/launchBrowser";

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

/** Tasks, what the page does in them, and where its program is. */
const traced = ["toplevel", "devtools.timeline", "v8.execute", "disabled-by-default-v8.cpu_profiler"];

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

/** The process that has the page: the browser's largest renderer. 0 where there is no `/proc`. */
async function rendererProcess(browser: Browser): Promise<number> {
  if (process.platform !== "linux") return 0;
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send("SystemInfo.getProcessInfo");
  const renderers = processInfo.filter(({ type }) => type === "renderer").map(({ id }) => id);
  return renderers.reduce((a, b) => (megabytesOf(b).now > megabytesOf(a).now ? b : a), 0);
}

/** Resident memory of a process in MB: now, and the most since it was last asked to forget. */
function megabytesOf(pid: number): { readonly now: number; readonly most: number } {
  if (pid === 0) return { now: 0, most: 0 };
  const status = readFileSync(`/proc/${pid}/status`, "utf8");
  const of = (key: string) => Number(new RegExp(`^${key}:\\s+(\\d+) kB`, "m").exec(status)?.[1] ?? 0) / 1024;
  const [now, most] = [of("VmRSS"), of("VmHWM")];
  writeFileSync(`/proc/${pid}/clear_refs`, "5");
  return { now, most };
}

/** What the page's renderer held and what held its main thread, between two moments. */
class Phases {
  readonly #page: Page;
  readonly #pid: number;
  #fromMs = 0;
  #most = 0;
  #tasks: LongTask[] = [];

  constructor(page: Page, pid: number) {
    this.#page = page;
    this.#pid = pid;
  }

  async begin(): Promise<number> {
    this.#fromMs = await this.#page.evaluate(() => performance.now());
    const { now } = megabytesOf(this.#pid);
    return now;
  }

  /** Says what the phase that ends here took. */
  async end(name: string): Promise<void> {
    const fromMs = this.#fromMs;
    const [endMs, tasks] = await this.#page.evaluate(
      (from) => [performance.now(), window.longTasks.filter(({ startTime }) => startTime >= from)] as const,
      fromMs,
    );
    const { now, most } = megabytesOf(this.#pid);
    this.#fromMs = endMs;
    this.#most = Math.max(this.#most, most);
    this.#tasks.push(...tasks);
    const seconds = ((endMs - fromMs) / 1000).toFixed(1);
    const memory = `${most.toFixed(0)} MB at most, ${now.toFixed(0)} MB at its end`;
    console.log(`${name}: ${seconds} s; ${memory}; ${toldTasks(tasks)}`);
  }

  /** Of all phases. */
  tell(): void {
    console.log(`Renderer: ${this.#most.toFixed(0)} MB at most`);
    console.log(`Main thread: ${toldTasks(this.#tasks)}`);
  }
}

function toldTasks(tasks: readonly LongTask[]): string {
  if (tasks.length === 0) return "no task of 50 ms or more";
  const each = tasks.map(({ duration }) => duration.toFixed(0)).sort((a, b) => Number(b) - Number(a));
  return `tasks of 50 ms or more: ${each.join(", ")} ms`;
}

/** Playwright's own waiting looks at every element again and again, which takes the page more time and memory than what is measured. */
const shown = (page: Page, selector: string, text: string) =>
  page.waitForFunction(
    ([css, wanted]) =>
      Array.from(document.querySelectorAll(css)).some((element) => element.textContent?.includes(wanted)),
    [selector, text] as const,
    { polling: 100, timeout: 300_000 },
  );

async function measureTable(browser: Browser, page: Page, address: string, file: string): Promise<void> {
  await page.addInitScript(() => {
    window.longTasks = [];
    new PerformanceObserver((list) => {
      for (const { startTime, duration } of list.getEntries()) window.longTasks.push({ startTime, duration });
    }).observe({ type: "longtask" });
  });
  await page.goto(address);
  await page.getByRole("button", { name: /^New state h: / }).waitFor();
  await page.waitForTimeout(3000);
  const chooser = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "Open a table" }).click();
  const chosen = await chooser;
  const phases = new Phases(page, await rendererProcess(browser));
  console.log(`Before: ${(await phases.begin()).toFixed(0)} MB`);
  await chosen.setFiles(file);
  await shown(page, '[role="dialog"] th', "temperature");
  await phases.end("Until the first rows");
  await shown(page, '[role="dialog"] button:not([disabled])', "Use this data");
  await phases.end("Until all is known");
  await page.getByRole("dialog").getByRole("button", { name: "Use this data" }).click();
  await shown(page, "h1, h2, h3", path.basename(file));
  await page.waitForFunction(() => !document.querySelector('[role="dialog"]'), null, { polling: 100 });
  await phases.end("Until a run stands");
  await shown(page, '[data-engine="resting"]', "");
  await phases.end("Until it is measured and kept");
  phases.tell();
}

export async function main(argv: string[]): Promise<number> {
  const { values } = parseArgs({
    args: argv,
    options: { megabytes: { type: "string", default: "200" }, trace: { type: "string" } },
  });
  const file = path.join(tmpdir(), `gru-playground-${process.pid}.csv`);
  // A little less, so that the last row still fits in.
  const { written, row } = await writeTable(file, Number(values.megabytes) * 2 ** 20 - 256);
  console.log(`${(written / 2 ** 20).toFixed(1)} MiB, ${row} rows of 8 columns`);
  const port = Number(process.env.PORT ?? 4321);
  const server = await preview({ preview: { host: "127.0.0.1", port, strictPort: true } });
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    if (values.trace) await browser.startTracing(page, { path: values.trace, categories: traced });
    await measureTable(browser, page, `http://127.0.0.1:${port}/`, file);
    if (values.trace) await browser.stopTracing();
  } finally {
    await browser.close();
    await server.close();
    await rm(file);
  }
  return 0;
}
