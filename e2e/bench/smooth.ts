/**
 * How smooth the stage stays at its largest, 2,000 steps of 512 units, and how long the main thread's tasks are while a larger network
 * trains. Measures, and judges nothing; the CPU engine computes, so that no software GPU is in the way:
 *
 *     npm run build && node scripts/run.mjs e2e/bench/smooth.ts [--seconds 60]
 *
 * A machine that others use delays frames without using its time on them, so that the page's own work a frame is told as well: what the
 * main thread's tasks take of the processor (`Performance.getMetrics`), over the number of frames.
 */
import { parseArgs } from "node:util";
import { type CDPSession, chromium, type Page } from "@playwright/test";
import { preview } from "vite";
import { bareWindow, noGpu, requireChromium } from "../../scripts/environment.mjs";

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

const rest = (page: Page) => page.waitForSelector('[data-engine="resting"]', { timeout: 300_000 });

async function setNumber(page: Page, label: string, value: number): Promise<void> {
  const field = page.getByRole("textbox", { name: label, exact: true });
  await field.fill(String(value));
  await field.press("Enter");
  await rest(page);
}

async function timeLargest(page: Page): Promise<void> {
  const chooser = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "Open a table" }).click();
  await (await chooser).setFiles({ name: "waves.ts", mimeType: "text/plain", buffer: Buffer.from(waves()) });
  await page.getByRole("button", { name: "Use this data" }).click();
  await page.getByRole("dialog").waitFor({ state: "hidden" });
  await rest(page);
  await setNumber(page, "Hidden units", H);
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

async function timeTraining(page: Page, seconds: number): Promise<void> {
  await setNumber(page, "Hidden units", 128);
  await setNumber(page, "Sequence length", 256);
  await page.evaluate(() => {
    const tasks: number[] = [];
    window.smooth = { frames: [], tasks };
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) tasks.push(duration);
    }).observe({ type: "longtask" });
  });
  const frames = await watchFrames(page, async () => {
    await page.getByRole("button", { name: "Train", exact: true }).click();
    await framesFor(page, 1000 * seconds);
    await page.getByRole("button", { name: "Pause", exact: true }).first().click();
  });
  const tasks = await page.evaluate(() => window.smooth.tasks);
  const longest = tasks.length === 0 ? "none of 50 ms or more" : `${Math.max(...tasks).toFixed(0)} ms`;
  console.log(
    `Training, H = 128, T = 256, ${seconds} s: ${frames}; longest task ${longest} (${tasks.length} of 50 ms or more)`,
  );
}

export async function main(argv: string[]): Promise<number> {
  const { values } = parseArgs({ args: argv, options: { seconds: { type: "string", default: "60" } } });
  const port = Number(process.env.PORT ?? 4320);
  const server = await preview({ preview: { host: "127.0.0.1", port, strictPort: true } });
  const browser = await chromium.launch({
    executablePath: requireChromium(),
    args: ["--no-sandbox", bareWindow, ...noGpu],
  });
  try {
    for (const time of [timeTraining, timeLargest]) {
      const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
      await page.goto(`http://127.0.0.1:${port}/?lang=en`);
      await rest(page);
      await time(page, Number(values.seconds));
      await page.close();
    }
  } finally {
    await browser.close();
    await server.close();
  }
  return 0;
}
