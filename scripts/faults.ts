/**
 * What the page bears: faults as its users meet them, at random moments of training, generating, evaluating, loading and
 * profiling, in headless Chromium:
 *
 *     npm run faults [-- --gpu 100] [--crashes 100] [--silences 20] [--reloads 20] [--files 10000] [--minutes 30] [--seed 1]
 *         [--short]
 *
 * The GPU's process is killed, the engine's worker crashes, and the worker falls silent, so many times each. Prints of each
 * kind how many runs were lost (0), the most steps that were lost, and the longest time from the fault to the next step; exit
 * code 1 where a run was lost. `--reloads` loads the page again so many times while it trains, on either engine, and prints what
 * was lost and whether all losses are those of a run that nothing disturbs, to the bit; exit code 1 where one is not. Time lost is
 * time of training. `--minutes` trains for so long with the stage open, and prints the most that is resident
 * in each minute, and what is left after the first and the last when training is paused and garbage has been collected, in the page and its
 * workers; exit code 1 where any of that has grown by more than 5 %. `--files` damages so many
 * files of each kind and reads them (`faults/files.ts`). `--short` is a few faults of each kind, and nothing else.
 */
import { parseArgs } from "node:util";
import { median } from "../src/engine/benchmark/profile";
import { Random } from "../src/random";
import { noGpu, softwareGpu } from "./environment.mjs";
import type { FaultKind } from "./faults/faultKinds";
import { reportDamagedFiles } from "./faults/files";
import { activityNames, type FaultOutcome, meetFault } from "./faults/meetFault";
import { watchMemory } from "./faults/memory";
import { openSmall } from "./faults/pageControls";
import { type ReloadReport, reloadAtRandom } from "./faults/reloads";
import { serveBuilt } from "./faults/serveBuilt";
import { launchBrowser } from "./launchBrowser";
import { countOption, UsageError } from "./usage";

const [cpuEngine, gpuEngine] = ["CPU", "GPU (WebGPU)"];

/** Those that each engine's page meets. */
const kindsOf: Readonly<Record<string, readonly FaultKind[]>> = {
  [gpuEngine]: ["gpu"],
  [cpuEngine]: ["crashes", "silences"],
};

const options = {
  gpu: { type: "string", default: "100" },
  crashes: { type: "string", default: "100" },
  silences: { type: "string", default: "20" },
  reloads: { type: "string", default: "20" },
  files: { type: "string", default: "10000" },
  minutes: { type: "string", default: "0" },
  seed: { type: "string", default: "1" },
  short: { type: "boolean", default: false },
} as const;

/** None is a count as well. */
const count = (name: string, text: string) => (text === "0" ? 0 : countOption(name, text));

function asked(argv: string[]) {
  const { short, ...texts } = parseArgs({ args: argv, options }).values;
  const seed = countOption("seed", texts.seed);
  if (short)
    return {
      seed,
      minutes: 0,
      files: 0,
      reloads: 1,
      engines: [cpuEngine],
      latestMs: { fault: 300, reload: 500 },
      counts: { gpu: 2, crashes: 2, silences: 1 },
    };
  const minutes = Number(texts.minutes);
  if (!(minutes === 0 || minutes >= 2))
    throw new UsageError("--minutes: 2 or more, the first of which does not count.");
  return {
    seed,
    minutes,
    files: count("files", texts.files),
    reloads: count("reloads", texts.reloads),
    engines: [cpuEngine, gpuEngine],
    latestMs: { fault: 1500, reload: 12_000 },
    counts: {
      gpu: count("gpu", texts.gpu),
      crashes: count("crashes", texts.crashes),
      silences: count("silences", texts.silences),
    },
  };
}

/** Without limits on how often the GPU's process may end, after which Chromium does without one. */
const unlimited = ["--disable-gpu-process-crash-limit", "--disable-domain-blocking-for-3d-apis"];

const largest = (values: readonly number[]) => values.reduce((a, b) => Math.max(a, b), 0);

function report(kind: FaultKind, outcomes: readonly FaultOutcome[]): void {
  const lost = outcomes.filter(({ isLost }) => isLost);
  const steps = largest(outcomes.map(({ stepsLost }) => stepsLost));
  const seconds = (some: readonly FaultOutcome[]) =>
    (largest(some.map(({ answerMs }) => answerMs)) / 1000).toFixed(1);
  console.log(
    `${kind}: ${outcomes.length} faults, runs lost ${lost.length}, most steps lost ${steps}, longest without an answer ${seconds(outcomes)} s`,
  );
  const each = activityNames.map(
    (name) => `${name} ${seconds(outcomes.filter(({ during }) => during === name))} s`,
  );
  console.log(`  longest by what the page did: ${each.join(", ")}`);
  for (const { during, said } of lost) console.log(`  lost while ${during}: ${said}`);
}

function reportReloads(engine: string, { outcomes, different, compared }: ReloadReport): boolean {
  const said = (values: readonly number[], digits: number) =>
    `${largest(values).toFixed(digits)} at most, ${median(values).toFixed(digits)} in the middle`;
  const steps = outcomes.map(({ stepsLost }) => stepsLost);
  const seconds = outcomes.map(({ msLost }) => msLost / 1000);
  console.log(
    `reloads, ${engine}: ${outcomes.length}, steps lost ${said(steps, 0)}, seconds lost ${said(seconds, 1)}, ${different} of ${compared} losses differ from the undisturbed run's`,
  );
  return different === 0;
}

export async function main(argv: string[]): Promise<number> {
  const { seed, minutes, files, reloads, engines, latestMs, counts } = asked(argv);
  const server = await serveBuilt();
  // Where the CPU computes there is no GPU: each page would begin with timing its kernels.
  const browsers = {
    [cpuEngine]: await launchBrowser(noGpu, unlimited),
    [gpuEngine]: await launchBrowser(softwareGpu, unlimited),
  };
  try {
    const random = Random.fromSeed(seed);
    let isGood = true;
    for (const [engine, kinds] of Object.entries(kindsOf)) {
      if (kinds.every((kind) => counts[kind] === 0)) continue;
      const page = await openSmall(browsers[engine], server.address, engine);
      for (const kind of kinds) {
        if (counts[kind] === 0) continue;
        const outcomes: FaultOutcome[] = [];
        for (let i = 0; i < counts[kind]; i++)
          outcomes.push(await meetFault(page, kind, { latestMs: latestMs.fault, random }));
        report(kind, outcomes);
        isGood &&= outcomes.every(({ isLost }) => !isLost);
      }
      await page.close();
    }
    for (const engine of reloads > 0 ? engines : []) {
      const wanted = { engine, count: reloads, latestMs: latestMs.reload, random };
      isGood =
        reportReloads(engine, await reloadAtRandom(browsers[engine], server.address, wanted)) && isGood;
    }
    if (files > 0) isGood = (await reportDamagedFiles({ count: files, seed })) && isGood;
    if (minutes > 0) isGood = (await watchMemory(browsers[cpuEngine], server.address, minutes)) && isGood;
    return isGood ? 0 : 1;
  } finally {
    for (const browser of Object.values(browsers)) await browser.close();
    await server.close();
  }
}
