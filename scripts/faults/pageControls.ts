/** The page as a fault meets it: by role and label, and what its worker has said of what was saved. */
import type { Browser, Page, Worker } from "@playwright/test";
import { hearEngine } from "./hearEngine";

/** A page that answers later than this does not. */
const patienceMs = 180_000;
/** A press that has done nothing by then may be lost. */
const answerMs = 5000;

export const controls = (page: Page) => page.getByRole("region", { name: "Training controls" });
const button = (page: Page, name: string) => controls(page).getByRole("button", { name, exact: true });

/** Those of threads are of a blob. */
export const engineWorkers = (page: Page): Worker[] =>
  page.workers().filter((worker) => !worker.url().includes("/thread-"));

export async function stepCount(page: Page): Promise<number> {
  const term = controls(page)
    .getByRole("term")
    .filter({ hasText: /^Step$/ });
  const text = await term.locator("..").getByRole("definition").textContent();
  return Number((text ?? "").replaceAll(",", ""));
}

/** Of the newest that the page has got. */
export const savedStep = (page: Page): Promise<number> =>
  page.evaluate(() => Number(Reflect.get(window, "savedStep") ?? 0));

/** Where the run on the page has begun, or gone on after a fault. */
export const resumedStep = (page: Page): Promise<number> =>
  page.evaluate(() => Number(Reflect.get(window, "resumedStep") ?? 0));

/** Whether that is not the run that was there, but what the page opens with: its weights have steps of their own. */
export const isOpenedAnew = (page: Page): Promise<boolean> =>
  page.evaluate(() => Reflect.get(window, "isOpenedAnew") === true);

/** How often its engine has gone on after a fault: in another worker, or on another device. */
export const recoveries = (page: Page): Promise<number> =>
  page.evaluate(() => Number(Reflect.get(window, "recoveries") ?? 0));

/** Runs in the page: hears what its workers say. */
function recordSaved(): void {
  let recoveries = 0;
  const recovered = () => Object.assign(window, { recoveries: ++recoveries });
  const begun = new Set<number>();
  addEventListener("engine", (event) => {
    if (!(event instanceof CustomEvent)) return;
    const { data, worker } = event.detail;
    if (data?.type === "saved") Object.assign(window, { savedStep: data.checkpoint.step });
    if (data?.type === "runStarted") {
      const { step, cause } = data.run;
      Object.assign(window, { savedStep: step, resumedStep: step, isOpenedAnew: cause === "opened" });
      if (!begun.has(worker)) recovered();
      begun.add(worker);
    }
    if (data?.type === "happened") {
      Object.assign(window, { resumedStep: data.happening.savedStep });
      recovered();
    }
  });
}

export async function setNumber(page: Page, label: string, value: number): Promise<void> {
  const field = page.getByRole("textbox", { name: label, exact: true });
  await field.fill(String(value));
  await field.press("Enter");
}

/** Until the engine has done all that it was asked for. */
export async function rest(page: Page): Promise<void> {
  await page.locator('[data-engine="resting"]').waitFor();
}

export async function chooseEngine(page: Page, name: string): Promise<void> {
  await page.getByRole("button", { name: /\bEngine$/ }).click();
  const option = page.getByRole("option", { name, exact: true });
  await option.and(page.locator(":not([aria-disabled])")).waitFor();
  await option.click();
  await option.waitFor({ state: "hidden" });
}

/**
 * With a network so small that its steps take no time worth mentioning.
 * @param record runs in the page before anything else
 */
export async function openSmall(
  browser: Browser,
  address: string,
  engine: string,
  record: () => void = recordSaved,
): Promise<Page> {
  const page = await browser.newPage();
  page.setDefaultTimeout(patienceMs);
  await hearEngine(page, record);
  await page.goto(address);
  await page.getByRole("button", { name: /^New state h/ }).waitFor();
  await chooseEngine(page, engine);
  for (const [label, value] of [
    ["Hidden units", 16],
    ["Sequence length", 16],
    ["Batch size", 8],
  ] as const) {
    await setNumber(page, label, value);
    await rest(page);
  }
  await page.getByRole("button", { name: "More training settings" }).click();
  await setNumber(page, "Patience", 0);
  await rest(page);
  return page;
}

/** Presses Train where it does not train, until it does. */
export async function keepTraining(page: Page): Promise<void> {
  const [train, pause] = [button(page, "Train"), button(page, "Pause")];
  const endMs = performance.now() + patienceMs;
  do {
    await train.or(pause).waitFor();
    // Where it has begun meanwhile, there is nothing to press; a page that is busy is pressed again at once.
    const isPressed = await train.click({ timeout: 500 }).then(
      () => true,
      () => false,
    );
    // An engine that is busy takes a press later. Pressed again by then, the button would be the other one.
    if (isPressed) await pause.waitFor({ timeout: answerMs }).catch(() => undefined);
  } while (!(await pause.isVisible()) && performance.now() < endMs);
}

/** Presses Pause, and waits until all that comes with it is done. */
export async function pauseTraining(page: Page): Promise<void> {
  await button(page, "Pause").click();
  await rest(page);
}

/** Waits for a further step than this one. */
export async function stepAbove(page: Page, step: number): Promise<void> {
  await page.waitForFunction((above) => {
    const term = Array.from(document.querySelectorAll("[data-engine] dt")).find(
      ({ textContent }) => textContent === "Step",
    );
    const text = term?.parentElement?.querySelector("dd")?.textContent ?? "";
    return Number(text.replaceAll(",", "")) > above;
  }, step);
}
