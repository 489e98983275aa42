/**
 * How long the main thread's tasks are while a network trains, the one that the page opens with and a larger one, on both engines; and
 * how smooth the stage stays at its largest, 2,000 steps of 512 units, where the CPU engine computes, so that no software GPU is in the
 * way. Measures, and judges nothing:
 *
 *     npm run build && node scripts/run.mjs e2e/bench/smooth.ts [--seconds 60]
 *
 * A machine that others use delays frames and tasks without using its time on them, so that the page's own work is told as well: what the
 * main thread's tasks take of the processor, over the number of frames (`Performance.getMetrics`), and the longest (a trace). Where the
 * machine is a virtual one, its host may stop it for 25 ms at a time while all of its cores are busy: how long in all, Linux tells (steal).
 */
import { existsSync, readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import type { CDPSession, Page } from "@playwright/test";
import * as v from "valibot";
import { preview } from "vite";
import { noGpu, softwareGpu } from "../../scripts/environment.mjs";
import { chooseEngine, rest, setNumber } from "../../scripts/faults/pageControls";
import { launchBrowser } from "../../scripts/launchBrowser";

declare global {
  interface Window {
    /** When frames were drawn, and how long long tasks took, in milliseconds. */
    smooth: { readonly frames: readonly number[]; readonly tasks: readonly number[] };
  }
}

const [T, H] = [2000, 512];

/** Two kinds of waves, in the form of the UCR archive. */
function waves(): string {
  const series = Array.from({ length: 16 }, (_, i) => {
    const period = i % 2 === 0 ? 37 : 61;
    const values = Array.from({ length: T }, (_, t) =>
      Math.sin((2 * Math.PI * (t + 5 * i)) / period).toFixed(3),
    );
    return `${values.join(",")}:${i % 2}`;
  });
  return `@problemName waves\n@univariate true\n@equalLength true\n@classLabel true 0 1\n@data\n${series.join("\n")}\n`;
}

/** Milliseconds between frames, and of the main thread's tasks, while `act` is under way. */
async function watchFrames(page: Page, act: () => Promise<void>): Promise<string> {
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable", { timeDomain: "threadTicks" });
  const before = await taskSeconds(session);
  await page.evaluate(() => {
    const frames: number[] = [];
    window.smooth = { ...window.smooth, frames };
    const note = (ms: number) => {
      frames.push(ms);
      requestAnimationFrame(note);
    };
    requestAnimationFrame(note);
  });
  await act();
  const times = await page.evaluate(() => window.smooth.frames);
  const busyMs = 1000 * ((await taskSeconds(session)) - before);
  await session.detach();
  const gaps = times.slice(1).map((ms, i) => ms - times[i]);
  const sorted = gaps.toSorted((a, b) => a - b);
  const at = (share: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))].toFixed(1);
  return `${gaps.length} frames; median ${at(0.5)} ms, 95 % within ${at(0.95)} ms; tasks ${(busyMs / gaps.length).toFixed(2)} ms a frame`;
}

async function taskSeconds(session: CDPSession): Promise<number> {
  const { metrics } = await session.send("Performance.getMetrics");
  return metrics.find(({ name }) => name === "TaskDuration")?.value ?? 0;
}

/** Until the page has drawn for so long: how long is measured, not what comes of it. */
const framesFor = (page: Page, milliseconds: number) =>
  page.evaluate(
    (lasts) =>
      new Promise<void>((resolve) => {
        const startMs = performance.now();
        const next = (nowMs: number) => (nowMs - startMs < lasts ? requestAnimationFrame(next) : resolve());
        requestAnimationFrame(next);
      }),
    milliseconds,
  );

async function timeLargest(page: Page): Promise<void> {
  const chooser = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "Open a table" }).click();
  await (await chooser).setFiles({ name: "waves.ts", mimeType: "text/plain", buffer: Buffer.from(waves()) });
  await page.getByRole("button", { name: "Use this data" }).click();
  await page.getByRole("dialog").waitFor({ state: "hidden" });
  await rest(page);
  await setNumber(page, "Hidden units", H);
  await rest(page);
  const slider = page.getByRole("slider", { name: "Time step" });
  const lane = page.locator("[data-lane]").last();
  const box = await lane.boundingBox();
  if (!box) throw new Error("There is no lane of units.");
  console.log(`${T} steps, ${H} units`);
  const scrub = await watchFrames(page, async () => {
    await slider.focus();
    for (let i = 0; i < 200; i++) await page.keyboard.press("ArrowRight");
  });
  console.log(`  scrubbing by key: ${scrub}`);
  const point = await watchFrames(page, async () => {
    for (let i = 0; i < 200; i++)
      await page.mouse.move(box.x + ((i + 1) / 201) * box.width, box.y + 20 + (i % 60));
  });
  console.log(`  pointing along a lane: ${point}`);
  const play = await watchFrames(page, async () => {
    await page.getByRole("button", { name: "Play through the sequence" }).click();
    await framesFor(page, 5000);
    await page.getByRole("button", { name: "Pause playback" }).click();
  });
  console.log(`  playing: ${play}`);
}

/** The longest time of the processor that one task of the page's thread takes while `act` is under way, in milliseconds. */
async function longestOfProcessor(page: Page, act: () => Promise<void>): Promise<number> {
  const events: TraceEvent[] = [];
  const session = await page.context().browser()?.newBrowserCDPSession();
  if (!session) throw new Error("This page is of no browser.");
  session.on("Tracing.dataCollected", ({ value }) => events.push(...v.parse(v.array(traceEvent), value)));
  const traceConfig = { includedCategories: ["toplevel", "blink.user_timing"] };
  await session.send("Tracing.start", { traceConfig, transferMode: "ReportEvents" });
  await page.evaluate((mark) => performance.mark(mark), pageMark);
  await act();
  const complete = new Promise((resolve) => session.once("Tracing.tracingComplete", resolve));
  await session.send("Tracing.end");
  await complete;
  await session.detach();
  const own = events.find(({ name }) => name === pageMark);
  const ofPage = events.filter(
    ({ pid, tid, name }) => pid === own?.pid && tid === own.tid && name === "ThreadControllerImpl::RunTask",
  );
  return ofPage.reduce((longest, { tdur }) => Math.max(longest, (tdur ?? 0) / 1000), 0);
}

const pageMark = "of the page";
const traceEvent = v.object({
  name: v.string(),
  pid: v.number(),
  tid: v.number(),
  tdur: v.optional(v.number()),
});
type TraceEvent = v.InferOutput<typeof traceEvent>;

async function timeTraining(page: Page, seconds: number): Promise<void> {
  const engine = await page.getByRole("button", { name: /\bEngine$/ }).textContent();
  for (const [network, numbers] of [
    ["The network of the page", {}],
    ["H = 128, T = 256", { "Hidden units": 128, "Sequence length": 256 }],
  ] as const) {
    for (const [label, value] of Object.entries(numbers)) {
      await setNumber(page, label, value);
      await rest(page);
    }
    const said = await timeTasks(page, seconds);
    console.log(`${network}, ${engine?.trim()}, ${seconds} s of training: ${said}`);
  }
}

async function timeTasks(page: Page, seconds: number): Promise<string> {
  await page.evaluate(() => {
    const tasks: number[] = [];
    window.smooth = { frames: [], tasks };
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) tasks.push(duration);
    }).observe({ type: "longtask" });
  });
  let frames = "";
  const stolenBefore = stolenMs();
  const longestMs = await longestOfProcessor(page, async () => {
    frames = await watchFrames(page, async () => {
      await page.getByRole("button", { name: "Train", exact: true }).click();
      await framesFor(page, 1000 * seconds);
      await page.getByRole("button", { name: "Pause", exact: true }).first().click();
    });
  });
  await rest(page);
  const tasks = await page.evaluate(() => window.smooth.tasks);
  const longest = tasks.length === 0 ? "none of 50 ms or more" : `${Math.max(...tasks).toFixed(0)} ms`;
  const stolen = stolenBefore === null ? "" : `; stolen ${(stolenMs() ?? 0) - stolenBefore} ms`;
  return `${frames}; longest task ${longest} (${tasks.length} of 50 ms or more), ${longestMs.toFixed(0)} ms of the processor${stolen}`;
}

/** What the host of a virtual machine has taken of all its cores' time since it was started; null where that is not told. */
function stolenMs(): number | null {
  if (!existsSync("/proc/stat")) return null;
  const [, steal] = /^cpu +(?:\d+ +){7}(\d+)/.exec(readFileSync("/proc/stat", "utf8")) ?? [];
  return 10 * Number(steal);
}

export async function main(argv: string[]): Promise<number> {
  const { values } = parseArgs({ args: argv, options: { seconds: { type: "string", default: "60" } } });
  const port = Number(process.env.PORT ?? 4320);
  const server = await preview({ preview: { host: "127.0.0.1", port, strictPort: true } });
  // Where there is no GPU the CPU computes without being chosen; with a software GPU it would be chosen where it is faster.
  const [onCpu, onGpu] = [await launchBrowser(noGpu), await launchBrowser(softwareGpu)];
  try {
    for (const [browser, engine, time] of [
      [onCpu, "CPU", timeTraining],
      [onGpu, "GPU (WebGPU)", timeTraining],
      [onCpu, "CPU", timeLargest],
    ] as const) {
      const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
      page.setDefaultTimeout(300_000);
      await page.goto(`http://127.0.0.1:${port}/?lang=en`);
      await rest(page);
      await chooseEngine(page, engine);
      await rest(page);
      await time(page, Number(values.seconds));
      await page.close();
    }
  } finally {
    await onCpu.close();
    await onGpu.close();
    await server.close();
  }
  return 0;
}
