/** What memory the page takes while it trains with its stage open. */
import { execFileSync } from "node:child_process";
import type { Browser, CDPSession, Page } from "@playwright/test";
import { keepTraining, openSmall, stepCount } from "./pageControls";

interface Memory {
  /** Of the page, after garbage has been collected. */
  readonly heap: number;
  /** Of the page and its workers, arrays and WebAssembly among them, as the browser counts them. */
  readonly all: number;
  /** Resident, of the process in which they are, garbage and all: the most that it was in the minute before anything was collected. */
  readonly renderer: number;
}

const mostGrowth = 0.05;
const minuteMs = 60_000;
const sampleMs = 2000;
const collections = 4;

/**
 * Prints the most that is resident in every minute, and, in the first and the last, what is left when garbage has been collected; resolves
 * to whether none has grown too much between these two. In all the minutes between nothing is collected but by the browser itself.
 */
export async function watchMemory(browser: Browser, address: string, minutes: number): Promise<boolean> {
  const page = await openSmall(browser, address, "CPU");
  await keepTraining(page);
  const samples: Memory[] = [];
  const startMs = performance.now();
  for (let minute = 1; minute <= minutes; minute++) {
    const renderer = await mostResident(browser, startMs + minute * minuteMs);
    let said = `minute ${minute}, step ${await stepCount(page)}: renderer ${inMebibytes(renderer)}`;
    if (minute === 1 || minute === minutes) {
      const memory = { ...(await measure(page)), renderer };
      samples.push(memory);
      said = `${said}, heap ${inMebibytes(memory.heap)}, all ${inMebibytes(memory.all)}`;
    }
    console.log(said);
  }
  const growths = memoryNames.map((name) => (samples.at(-1)?.[name] ?? 0) / samples[0][name] - 1);
  const words = memoryNames.map((name, i) => `${name} ${(100 * growths[i]).toFixed(1)} %`);
  console.log(`growth after the first minute: ${words.join(", ")}`);
  await page.close();
  return growths.every((growth) => growth <= mostGrowth);
}

const memoryNames = ["heap", "all", "renderer"] as const;
const inMebibytes = (bytes: number) => `${(bytes / 2 ** 20).toFixed(1)} MiB`;

/** Until a time: memory rises until the browser collects what is free. */
async function mostResident(browser: Browser, endMs: number): Promise<number> {
  const session = await browser.newBrowserCDPSession();
  let most = 0;
  do {
    most = Math.max(most, await residentBytes(session));
    await new Promise((resolve) => setTimeout(resolve, sampleMs));
  } while (performance.now() < endMs);
  await session.detach();
  return most;
}

async function measure(page: Page): Promise<Omit<Memory, "renderer">> {
  const session = await page.context().newCDPSession(page);
  const heap = await smallestHeap(session);
  await session.detach();
  const all = await page.evaluate(async () => {
    const ask: unknown = Reflect.get(performance, "measureUserAgentSpecificMemory");
    if (typeof ask !== "function")
      throw new Error("This page is not isolated: its memory cannot be measured.");
    const { bytes } = await ask.call(performance);
    return Number(bytes);
  });
  return { heap, all };
}

/** One collection leaves what is on its way, and what only the next one finds to be free. */
async function smallestHeap(session: CDPSession): Promise<number> {
  let smallest = Number.POSITIVE_INFINITY;
  for (let i = 0; i < collections; i++) {
    await session.send("HeapProfiler.collectGarbage");
    const { usedSize } = await session.send("Runtime.getHeapUsage");
    smallest = Math.min(smallest, usedSize);
  }
  return smallest;
}

/** Of the largest renderer: the others are empty. */
async function residentBytes(session: CDPSession): Promise<number> {
  const { processInfo } = await session.send("SystemInfo.getProcessInfo");
  const ids = processInfo.flatMap(({ id, type }) => (type === "renderer" ? [String(id)] : []));
  const sizes = ids.map((id) => Number(execFileSync("ps", ["-o", "rss=", "-p", id], { encoding: "utf8" })));
  return 1024 * Math.max(...sizes);
}
