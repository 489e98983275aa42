/** A run whose page is loaded again at random moments of its training, and the same run that nothing disturbs. */
import type { Browser, Page } from "@playwright/test";
import type { Random } from "../../src/random";
import { keepTraining, openSmall, setNumber, stepAbove } from "./pageControls";

export interface ReloadOutcome {
  /** From where the run has gone on to what the page had shown. */
  readonly stepsLost: number;
  /** Of training, since that step was taken: a run that rests loses none. */
  readonly msLost: number;
}

export interface ReloadReport {
  readonly outcomes: readonly ReloadOutcome[];
  /** Of the losses that were told, before and after all reloads, those that are not the undisturbed run's, to the bit. */
  readonly different: number;
  readonly compared: number;
}

interface Told {
  readonly step: number;
  readonly loss: number;
  /** Of training by then, from when the page was opened. */
  readonly trainedMs: number;
}

/** Runs in the page: keeps every loss that the engine tells, with the time of training, and where the last run has begun. */
function recordSteps(): void {
  const told: Told[] = [];
  let [trainedMs, sinceMs]: [number, number | null] = [0, null];
  const trained = () => trainedMs + (sinceMs === null ? 0 : performance.now() - sinceMs);
  Object.assign(window, { told, trained });
  addEventListener("engine", (event) => {
    if (!(event instanceof CustomEvent)) return;
    const { data } = event.detail;
    if (data?.type === "runStarted") {
      told.length = 0;
      Object.assign(window, { begunAt: data.run.step, cause: data.run.cause });
    }
    if (data?.type === "metrics")
      for (const { step, loss } of data.points) told.push({ step, loss, trainedMs: trained() });
    if (data?.type === "state") {
      trainedMs = trained();
      sinceMs = data.training ? performance.now() : null;
    }
  });
}

const toldIn = (page: Page) =>
  page.evaluate(() => ({
    told: Reflect.get(window, "told") as readonly Told[],
    trainedMs: (Reflect.get(window, "trained") as () => number)(),
  }));

/** Large enough that the steps of minutes can be compared. */
async function openRun(browser: Browser, address: string, engine: string): Promise<Page> {
  const page = await openSmall(browser, address, engine, recordSteps);
  page.on("dialog", (dialog) => void dialog.accept());
  for (const [label, value] of [
    ["Hidden units", 64],
    ["Sequence length", 64],
  ] as const)
    await setNumber(page, label, value);
  return page;
}

/** @param latestMs a moment lies so long after training has gone on, at most */
export async function reloadAtRandom(
  browser: Browser,
  address: string,
  { engine, count, latestMs, random }: { engine: string; count: number; latestMs: number; random: Random },
): Promise<ReloadReport> {
  const page = await openRun(browser, address, engine);
  const seen: Told[] = [];
  const outcomes: ReloadOutcome[] = [];
  for (let i = 0; i <= count; i++) {
    await keepTraining(page);
    await page.waitForTimeout(random.integer(0, latestMs));
    const before = await toldIn(page);
    seen.push(...before.told);
    if (i === count) break;
    await page.reload();
    await page.waitForFunction(() => Reflect.get(window, "cause") === "back");
    const after = await page.evaluate(() => Number(Reflect.get(window, "begunAt")));
    const at = before.told.find(({ step }) => step >= after);
    const shown = before.told.at(-1)?.step ?? after;
    outcomes.push({
      stepsLost: Math.max(0, shown - after),
      msLost: at ? before.trainedMs - at.trainedMs : 0,
    });
  }
  const last = seen.reduce((most, { step }) => Math.max(most, step), 0);
  await page.close();
  const alone = await openRun(browser, address, engine);
  await keepTraining(alone);
  await stepAbove(alone, last);
  const undisturbed = new Map((await toldIn(alone)).told.map(({ step, loss }) => [step, loss]));
  await alone.close();
  const different = seen.filter(({ step, loss }) => !Object.is(undisturbed.get(step), loss)).length;
  return { outcomes, different, compared: seen.length };
}
