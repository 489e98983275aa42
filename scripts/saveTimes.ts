/**
 * How long a save of a large network holds the engine's thread, and how many bytes it has: two layers, a step of training at a time, and
 * the state that the engine saves of it. Measures, and judges nothing; builds the page itself:
 *
 *     node scripts/run.mjs scripts/saveTimes.ts [--engine gpu|cpu] [--hidden 512] [--saves 10]
 *
 * Between two tasks of the engine's thread it hears what it is told, and begins other work: the longest task between the press of Step
 * and the saved state is the longest that a save holds anything. Told in milliseconds of the processor, which do not grow where other
 * programs use the machine, and by the clock.
 */
import { parseArgs } from "node:util";
import type { Browser, Page } from "@playwright/test";
import * as v from "valibot";
import { hearEngine } from "./faults/hearEngine";
import { chooseEngine, controls, rest, setNumber } from "./faults/pageControls";
import { serveBuilt } from "./faults/serveBuilt";
import { launchBrowser } from "./launchBrowser";
import { countOption, UsageError } from "./usage";

declare global {
  interface Window {
    /** Bytes of what was saved. */
    saves: number[];
  }
}

const engineNames: ReadonlyMap<string, string> = new Map([
  ["gpu", "GPU (WebGPU)"],
  ["cpu", "CPU"],
]);

/** Runs in the page. */
function recordSaves(): void {
  window.saves = [];
  addEventListener("engine", (event) => {
    if (!(event instanceof CustomEvent)) return;
    const { data } = event.detail;
    if (data?.type !== "saved") return;
    window.saves.push(data.checkpoint.bytes.size);
    performance.mark("saved");
  });
}

/** What is used of a trace, in the Trace Event Format; times in µs. */
const traceSchema = v.object({
  traceEvents: v.array(
    v.object({
      name: v.string(),
      tid: v.number(),
      ts: v.optional(v.number(), 0),
      /** By the clock, and of the processor. */
      dur: v.optional(v.number(), 0),
      tdur: v.optional(v.number(), 0),
      args: v.optional(v.object({ name: v.optional(v.unknown()) })),
    }),
  ),
});

type TraceEvent = v.InferOutput<typeof traceSchema>["traceEvents"][number];

interface Save {
  readonly bytes: number;
  /** From the press of Step until the page had it. */
  readonly ms: number;
  readonly endUs: number;
  readonly tasks: readonly TraceEvent[];
}

/** One step, and its save. */
async function measureSave(browser: Browser, page: Page): Promise<Save> {
  await page.evaluate(() => window.saves.splice(0));
  const categories = ["toplevel", "disabled-by-default-devtools.timeline", "blink.user_timing"];
  await browser.startTracing(page, { categories });
  await page.evaluate(() => performance.mark("asked"));
  await controls(page).getByRole("button", { name: "Step", exact: true }).click();
  await page.waitForFunction(() => window.saves.length > 0);
  const bytes = await page.evaluate(() => window.saves[0]);
  const trace = await browser.stopTracing();
  await rest(page);
  const { traceEvents } = v.parse(traceSchema, JSON.parse(trace.toString("utf8")));
  const [asked, saved] = ["asked", "saved"].map((name) => {
    const mark = traceEvents.find((event) => event.name === name);
    if (!mark) throw new Error(`The trace has no mark "${name}".`);
    return mark.ts;
  });
  const workers = new Set(
    traceEvents.flatMap(({ name, tid, args }) =>
      name === "thread_name" && args?.name === "DedicatedWorker thread" ? [tid] : [],
    ),
  );
  const tasks = traceEvents.filter(
    ({ name, tid, ts }) => name === "RunTask" && workers.has(tid) && ts >= asked && ts < saved,
  );
  return { bytes, ms: (saved - asked) / 1000, endUs: saved, tasks };
}

/** The three longest, each with how long before the end it began: the step is the first thing that is done. */
const longest = ({ tasks, endUs }: Save): string =>
  tasks
    .toSorted((a, b) => b.tdur - a.tdur)
    .slice(0, 3)
    .map(
      ({ ts, dur, tdur }) =>
        `${(tdur / 1000).toFixed(1)} ms (by the clock ${(dur / 1000).toFixed(1)}, ${((endUs - ts) / 1000).toFixed(0)} before)`,
    )
    .join("; ");

export async function main(argv: string[]): Promise<number> {
  const { values } = parseArgs({
    args: argv,
    options: {
      engine: { type: "string", default: "gpu" },
      hidden: { type: "string", default: "512" },
      saves: { type: "string", default: "10" },
    },
  });
  const engine = engineNames.get(values.engine);
  if (!engine) throw new UsageError(`--engine: it is ${[...engineNames.keys()].join(" or ")}.`);
  const [hidden, saves] = (["hidden", "saves"] as const).map((name) => countOption(name, values[name]));
  const served = await serveBuilt();
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage();
    page.setDefaultTimeout(180_000);
    await hearEngine(page, recordSaves);
    await page.goto(served.address);
    await page.getByRole("button", { name: /^New state h/ }).waitFor();
    await chooseEngine(page, engine);
    // Steps are of no interest.
    for (const [label, value] of [
      ["Sequence length", 8],
      ["Batch size", 1],
      ["Hidden units", hidden],
      ["Layers", 2],
    ] as const) {
      await setNumber(page, label, value);
      await rest(page);
    }
    for (let i = 0; i < saves; i++) {
      const save = await measureSave(browser, page);
      console.log(
        `${(save.bytes / 1e6).toFixed(1)} MB, ${save.ms.toFixed(0)} ms after the press; the longest of ${save.tasks.length} tasks: ${longest(save)}`,
      );
    }
  } finally {
    await browser.close();
    await served.close();
  }
  return 0;
}
