/** One fault, at a random moment of something that the page does, and what becomes of the run. */
import type { Page } from "@playwright/test";
import type { Random } from "../../src/random";
import { type FaultKind, faults } from "./faultKinds";
import {
  controls,
  isOpenedAnew,
  keepTraining,
  recoveries,
  resumedStep,
  savedStep,
  stepAbove,
  stepCount,
} from "./pageControls";

export interface FaultOutcome {
  /** What the page did. */
  readonly during: Activity;
  /** Whether less is there than was saved. */
  readonly isLost: boolean;
  /** Of those that the page has shown. */
  readonly stepsLost: number;
  /** From the fault to the next step. */
  readonly answerMs: number;
  readonly said: string;
}

const pressIn = (page: Page, region: string, name: RegExp) =>
  page.getByRole("region", { name: region }).getByRole("button", { name }).first().click();

const activities = {
  training: async () => undefined,
  generating: (page: Page) => pressIn(page, "Generate", /^Generate$/),
  /** Training evaluates by itself; at rest all of what is held out is read. */
  evaluating: async (page: Page) => {
    await controls(page).getByRole("button", { name: "Pause", exact: true }).click();
  },
  loading: async (page: Page) => {
    await page.getByRole("button", { name: "Paste a text" }).click();
    const dialog = page.getByRole("dialog", { name: "Paste a text" });
    // One line: to put in 2,000 of them, Chromium takes half a minute.
    await dialog.getByRole("textbox").fill("the cat sat on the mat, and the dog sat too. ".repeat(2000));
    await dialog.getByRole("button", { name: "Use this text" }).click();
  },
  profiling: async (page: Page) => {
    await page.getByRole("tab", { name: "Cost", exact: true }).click();
    await pressIn(page, "Profile", /^Measure/);
  },
} as const satisfies Readonly<Record<string, (page: Page) => Promise<unknown>>>;

export type Activity = keyof typeof activities;
export const activityNames = ["training", "generating", "evaluating", "loading", "profiling"] as const;

/** @param latestMs the moment lies so long after the activity has begun, at most */
export async function meetFault(
  page: Page,
  kind: FaultKind,
  { latestMs, random }: { latestMs: number; random: Random },
): Promise<FaultOutcome> {
  const during = activityNames[random.integer(0, activityNames.length - 1)];
  // A fault that follows another too soon finds the run on the CPU still.
  if (kind === "gpu") await page.getByRole("button", { name: /GPU · .* Engine$/ }).waitFor();
  await keepTraining(page);
  await stepAbove(page, await stepCount(page));
  await activities[during](page);
  await page.waitForTimeout(random.integer(0, latestMs));
  const [shown, saved] = [await stepCount(page), await savedStep(page)];
  const startMs = performance.now();
  const before = await recoveries(page);
  await faults[kind](page);
  await recovery(page, before);
  const after = await resumedStep(page);
  await stepAbove(page, after);
  const answerMs = performance.now() - startMs;
  const isAnew = await isOpenedAnew(page);
  return { during, ...lossOf({ shown, saved, after, isAnew, kept: await keptStep(page) }), answerMs };
}

/** Until the page knows of it, and its engine goes on. After too many crashes that takes a press; whoever is at rest misses nobody. */
async function recovery(page: Page, before: number): Promise<void> {
  while ((await recoveries(page)) === before) await keepTraining(page);
  await keepTraining(page);
}

interface Steps {
  readonly shown: number;
  readonly saved: number;
  readonly after: number;
  /** Whether what goes on is what the page opens with. */
  readonly isAnew: boolean;
  /** Of the run that can be gone back to; 0 where there is none. */
  readonly kept: number;
}

/** A run that another has taken the place of is not lost where it can be gone back to. */
export function lossOf({ shown, saved, after, isAnew, kept }: Steps) {
  const said = `saved at step ${saved}, shown ${shown}, then ${isAnew ? "opened anew" : after}`;
  if (!isAnew && after >= saved) return { isLost: false, stepsLost: Math.max(0, shown - after), said };
  return { isLost: kept < saved, stepsLost: Math.max(0, shown - kept), said: `${said}, kept ${kept}` };
}

/** Where the run could be gone on with that others have taken the place of. */
async function keptStep(page: Page): Promise<number> {
  const back = controls(page).getByRole("button", { name: /^Back to the run from before/ });
  const place = (await back.isVisible()) ? await back.getAttribute("aria-label") : null;
  return Number(place?.replaceAll(",", "").match(/step (\d+)/)?.[1] ?? 0);
}
