/** Times jobs side by side: in rounds, so that what slows the machine for a while slows all of them. */
import type { Job } from "./jobs";
import { median } from "./profile";

export interface Contender {
  readonly name: string;
  open(): Promise<Job>;
}

/** Milliseconds of one run, over all runs but the first, which warms up. */
export interface Timing {
  readonly name: string;
  readonly medianMs: number;
  readonly minMs: number;
  readonly maxMs: number;
  readonly runs: number;
}

/** Why a contender has no time. */
export interface NoTiming {
  readonly name: string;
  readonly problem: string;
}

export interface RoundOptions {
  /** Time for each contender, roughly; one whose run takes longer still gets one. */
  readonly budgetMs: number;
  readonly mostRuns: number;
  /** Called between runs; true ends all. */
  readonly pause?: () => Promise<boolean>;
}

interface Entry {
  readonly name: string;
  readonly job: Job;
  readonly times: number[];
  /** Runs it is given, by its first one's time. */
  readonly wanted: number;
}

/** In the order of the contenders; nothing where a pause has ended it. */
export async function timeInRounds(
  contenders: readonly Contender[],
  options: RoundOptions,
): Promise<(Timing | NoTiming)[]> {
  const opened: (Entry | NoTiming)[] = [];
  try {
    for (const contender of contenders) {
      opened.push(await open(contender, options));
      if (await options.pause?.()) return [];
    }
    const entries = opened.filter((one): one is Entry => "job" in one);
    for (let round = 0; round < options.mostRuns; round++) {
      for (const { job, times, wanted } of entries) {
        if (round >= wanted) continue;
        times.push(await timeOf(job));
        if (await options.pause?.()) return [];
      }
    }
    return opened.map((one) => ("job" in one ? timing(one) : one));
  } finally {
    for (const one of opened) if ("job" in one) one.job.close();
  }
}

async function open({ name, open: openJob }: Contender, options: RoundOptions): Promise<Entry | NoTiming> {
  try {
    const job = await openJob();
    // The first run compiles, the second is like all others; of a long one, compiling is a small part.
    const firstMs = await timeOf(job);
    const typicalMs = firstMs > options.budgetMs ? firstMs : await timeOf(job);
    const wanted = Math.round(options.budgetMs / Math.max(1e-3, typicalMs));
    return { name, job, times: [], wanted: Math.min(options.mostRuns, Math.max(1, wanted)) };
  } catch (error) {
    return { name, problem: error instanceof Error ? error.message : String(error) };
  }
}

async function timeOf(job: Job): Promise<number> {
  const startMs = performance.now();
  await job.run();
  return performance.now() - startMs;
}

function timing({ name, times }: Entry): Timing {
  return {
    name,
    medianMs: median(times),
    minMs: Math.min(...times),
    maxMs: Math.max(...times),
    runs: times.length,
  };
}
