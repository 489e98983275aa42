/** One fault, at a random moment of something that the page does, and what becomes of the run. */
import type { Page } from "@playwright/test";
import type { Random } from "../../src/random";
import { type FaultKind, faults } from "./faultKinds";
import { controls, keepTraining, resumedStep, savedStep, stepAbove, stepCount } from "./pageControls";

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
    await dialog.getByRole("textbox").fill("the cat sat on the mat, and the dog sat too.\n".repeat(2000));
    await dialog.getByRole("button", { name: "Use this text" }).click();
  },
  profiling: (page: Page) => pressIn(page, "Profile", /^Measure/),
} as const satisfies Readonly<Record<string, (page: Page) => Promise<unknown>>>;

export type Activity = keyof typeof activities;
const activityNames = ["training", "generating", "evaluating", "loading", "profiling"] as const;

/** Moments lie so long after the activity has begun at most. */
const latestMs = 1500;

export async function meetFault(page: Page, kind: FaultKind, random: Random): Promise<FaultOutcome> {
  const during = activityNames[random.integer(0, activityNames.length - 1)];
  // A fault that follows another too soon finds the run on the CPU still.
  if (kind === "gpu") await page.getByRole("button", { name: /GPU · .* Engine$/ }).waitFor();
  await keepTraining(page);
  await stepAbove(page, await stepCount(page));
  await activities[during](page);
  await page.waitForTimeout(random.integer(0, latestMs));
  const [shown, saved] = [await stepCount(page), await savedStep(page)];
  const startMs = performance.now();
  await faults[kind](page);
  // Whoever is at rest misses nobody.
  await keepTraining(page);
  await heard(page, kind);
  await keepTraining(page);
  const after = await resumedStep(page);
  await stepAbove(page, after);
  const answerMs = performance.now() - startMs;
  return { during, ...(await lossOf(page, { shown, saved, after })), answerMs };
}

/** Until the page has told of it. What the GPU's end takes from a run on the CPU is nothing, and is not told. */
async function heard(page: Page, kind: FaultKind): Promise<void> {
  const words = {
    gpu: /The GPU was lost/,
    crashes: /The engine stopped/,
    silences: /The engine gave no sign of life/,
  }[kind];
  await page.getByText(words).first().waitFor();
  await dismissAll(page);
}

/** So that the next of the kind is seen to come. */
async function dismissAll(page: Page): Promise<void> {
  const one = page.getByRole("button", { name: /^Dismiss this (notice|message)$/ }).first();
  while (await one.isVisible()) await one.click({ timeout: 1000 }).catch(() => undefined);
}

interface Steps {
  readonly shown: number;
  readonly saved: number;
  readonly after: number;
}

/** A run that other data have taken the place of is not lost: it can be gone back to. */
async function lossOf(page: Page, { shown, saved, after }: Steps) {
  const said = `saved at step ${saved}, shown ${shown}, then ${after}`;
  if (after >= saved) return { isLost: false, stepsLost: Math.max(0, shown - after), said };
  const back = controls(page).getByRole("button", { name: /^Back to the run from before/ });
  const place = (await back.isVisible()) ? await back.getAttribute("aria-label") : null;
  const kept = Number(place?.replaceAll(",", "").match(/step (\d+)/)?.[1] ?? 0);
  return { isLost: kept < saved, stepsLost: Math.max(0, shown - kept), said: `${said}, kept ${kept}` };
}
