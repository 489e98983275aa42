/** What memory the page takes while it trains with its stage open. */
import { execFileSync } from "node:child_process";
import type { Browser, CDPSession, Page } from "@playwright/test";
import { keepTraining, openSmall, pauseTraining, stepCount } from "./pageControls";

/** What is left of a run that is paused when garbage has been collected, of the page and of its workers. */
interface Memory {
  /** Of the page. */
  readonly heap: number;
  /** Of the page and its workers, arrays and WebAssembly among them, as the browser counts them. */
  readonly all: number;
  /** Resident, of the process in which they are. */
  readonly renderer: number;
}

const mostGrowth = 0.05;
const minuteMs = 60_000;
const sampleMs = 2000;
const collections = 4;
/** After a collection, for the process to give back what was free. */
const givenBackMs = 500;

/**
 * Prints the most that is resident in every minute, and, after the first and the last, what is left when training is paused and garbage
 * has been collected; resolves to whether none of that has grown too much between these two. In all the minutes between nothing is
 * collected but by the browser itself: what is resident then is what is in use and as much garbage as V8 lets come together, which is more
 * while it is short of processor time.
 */
export async function watchMemory(browser: Browser, address: string, minutes: number): Promise<boolean> {
  const page = await openSmall(browser, address, "CPU");
  // The program that comes in idle time is there, and no growth.
  await page.locator("html[data-complete]").waitFor({ state: "attached" });
  const session = await browser.newBrowserCDPSession();
  await keepTraining(page);
  const samples: Memory[] = [];
  const startMs = performance.now();
  for (let minute = 1; minute <= minutes; minute++) {
    const most = await mostResident(session, startMs + minute * minuteMs);
    let said = `minute ${minute}, step ${await stepCount(page)}: resident at most ${inMebibytes(most)}`;
    if (minute === 1 || minute === minutes) {
      await pauseTraining(page);
      const memory = await collected(page, session);
      samples.push(memory);
      await keepTraining(page);
      said = `${said}; collected: ${memoryNames.map((name) => `${name} ${inMebibytes(memory[name])}`).join(", ")}`;
    }
    console.log(said);
  }
  const growths = memoryNames.map((name) => (samples.at(-1)?.[name] ?? 0) / samples[0][name] - 1);
  const words = memoryNames.map((name, i) => `${name} ${(100 * growths[i]).toFixed(1)} %`);
  console.log(`growth after the first minute: ${words.join(", ")}`);
  await session.detach();
  await page.close();
  return growths.every((growth) => growth <= mostGrowth);
}

const memoryNames = ["heap", "all", "renderer"] as const;
const inMebibytes = (bytes: number) => `${(bytes / 2 ** 20).toFixed(1)} MiB`;
const pause = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));

/** Until a time: memory rises until the browser collects what is free. */
async function mostResident(session: CDPSession, endMs: number): Promise<number> {
  let most = 0;
  do {
    most = Math.max(most, await residentBytes(session));
    await pause(sampleMs);
  } while (performance.now() < endMs);
  return most;
}

/** One collection leaves what is on its way, and what only the next one finds to be free: the least of several counts. */
async function collected(page: Page, browser: CDPSession): Promise<Memory> {
  const session = await page.context().newCDPSession(page);
  const workers = await workersOf(session);
  let [heap, renderer] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (let i = 0; i < collections; i++) {
    // A worker that is at a piece of a step collects when it has done it; how long that takes nobody has to know.
    for (const id of workers) await session.send("Target.sendMessageToTarget", collectIn(id));
    // In one breath: what comes between two questions would count.
    const collecting = session.send("HeapProfiler.collectGarbage");
    const { usedSize } = await session.send("Runtime.getHeapUsage");
    await collecting;
    heap = Math.min(heap, usedSize);
    await pause(givenBackMs);
    renderer = Math.min(renderer, await residentBytes(browser));
  }
  await session.detach();
  return { heap, renderer, all: await allBytes(page) };
}

const collectIn = (sessionId: string) => ({
  sessionId,
  message: JSON.stringify({ id: 1, method: "HeapProfiler.collectGarbage" }),
});

/** The sessions of a page's workers. */
async function workersOf(session: CDPSession): Promise<readonly string[]> {
  const ids: string[] = [];
  session.on("Target.attachedToTarget", ({ sessionId }) => ids.push(sessionId));
  // Those that are there are told before the answer.
  await session.send("Target.setAutoAttach", {
    autoAttach: true,
    waitForDebuggerOnStart: false,
    flatten: false,
  });
  return ids;
}

const allBytes = (page: Page): Promise<number> =>
  page.evaluate(async () => {
    const ask: unknown = Reflect.get(performance, "measureUserAgentSpecificMemory");
    if (typeof ask !== "function")
      throw new Error("This page is not isolated: its memory cannot be measured.");
    const { bytes } = await ask.call(performance);
    return Number(bytes);
  });

/** Of the largest renderer: the others are empty. */
async function residentBytes(session: CDPSession): Promise<number> {
  const { processInfo } = await session.send("SystemInfo.getProcessInfo");
  const ids = processInfo.flatMap(({ id, type }) => (type === "renderer" ? [String(id)] : []));
  const sizes = ids.map((id) => Number(execFileSync("ps", ["-o", "rss=", "-p", id], { encoding: "utf8" })));
  return 1024 * Math.max(...sizes);
}
