/** Story 28: what is trained is kept, and the page opens where it was. */
import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { hearEngine } from "../scripts/faults/hearEngine";
import { anyEngine, expect, inChinese, Playground, test } from "./playground";

/** Runs in the page: hears every loss that the engine tells, exactly. */
function recordLosses(): void {
  const losses: [number, number][] = [];
  Object.assign(window, { losses });
  addEventListener("engine", (event) => {
    if (!(event instanceof CustomEvent)) return;
    const { data } = event.detail;
    if (data?.type === "metrics") for (const { step, loss } of data.points) losses.push([step, loss]);
  });
}

const lossesOf = (page: Page) =>
  page.evaluate((): readonly [number, number][] => Reflect.get(window, "losses"));

async function takeSteps(playground: Playground, last: number): Promise<void> {
  while ((await playground.settledStep()) < last) await playground.step.click();
}

/** With dropout and carried states, all of which has to come back. */
async function begin(playground: Playground): Promise<void> {
  await hearEngine(playground.page, recordLosses);
  await playground.openSmall();
  await playground.moreSettings("network");
  await playground.setNumber("Recurrent dropout", 0.2);
  await playground.rest();
}

test("reloaded between two steps, it opens there, looks the same, and goes on bit for bit", async ({
  page,
  playground,
}) => {
  await begin(playground);
  await takeSteps(playground, 6);
  const undisturbed = (await lossesOf(page)).slice(-6);
  await playground.reset.click();
  await playground.expectStep(0);
  await takeSteps(playground, 3);
  await playground.unitField.fill("5");
  await playground.unitField.press("Enter");
  await playground.timeSlider.fill("3");
  await playground.field("Probe text").fill("the queen");
  await playground.field("Probe text").press("Enter");
  await playground.rest();
  await playground.keptFrom(3);
  // What is looked at is kept a moment later.
  await expect
    .poll(() => playground.keptViews())
    .toContainEqual(expect.objectContaining({ probe: "the queen", unit: 5, time: 3 }));
  const before = await lossesOf(page);
  const value = () => playground.node("h").getAttribute("aria-label");
  const [loss, state] = [await playground.loss(), await value()];

  await page.reload();
  await playground.waitForGates();
  await playground.expectNotice(/^Back at step 3 of “.+”, as it was kept/);
  await playground.rest();
  expect([await playground.stepCount(), await playground.loss()]).toEqual([3, loss]);
  await expect(playground.unitField).toHaveValue("5");
  await expect(playground.timeSlider).toHaveValue("3");
  await expect(playground.field("Probe text")).toHaveValue("the queen");
  expect(await value()).toBe(state);
  await expect(playground.engineControl).toHaveAccessibleName(
    playground.project === "webgpu" ? /GPU/ : /^CPU/,
  );
  await takeSteps(playground, 6);
  expect([...before, ...(await lossesOf(page))].slice(-6)).toEqual(undisturbed);
});

async function trainSmall(playground: Playground): Promise<number> {
  await playground.openSmall();
  await playground.neverStop();
  await playground.startTraining();
  await playground.trainFor(20);
  const step = await playground.stopTraining();
  await playground.keptFrom(step);
  return step;
}

const runsButton = ({ page, words }: Playground) =>
  page.getByRole("button", { name: words.kept.title, exact: true });
const runsDialog = ({ page, words }: Playground) => page.getByRole("dialog", { name: words.kept.title });
const keptRuns = (playground: Playground) =>
  runsDialog(playground).getByRole("list", { name: playground.words.kept.newestFirst }).locator("> li");

/** Another page of the same browser. */
const another = async ({ page, project, words }: Playground) =>
  new Playground(await page.context().newPage(), project, words);

test("a page whose process is killed in the middle of training comes back to what was kept", {
  tag: anyEngine,
}, async ({ page, playground, errors }) => {
  errors.expect(/^the page crashed$/);
  await playground.openSmall();
  await playground.neverStop();
  await playground.startTraining();
  // Kept in the middle of training, by time.
  await playground.keptFrom(1);
  const kept = Number(await playground.controls.getAttribute("data-kept"));
  await page.goto("chrome://crash").catch(() => undefined);
  const after = await another(playground);
  await after.page.goto("./");
  await after.waitForGates();
  await after.rest();
  expect(await after.stepCount()).toBeGreaterThanOrEqual(kept);
  await expect(after.train).toBeEnabled();
  await after.page.close();
});

test("a run that is live in one tab is only looked at in another, which can take it over", {
  tag: anyEngine,
}, async ({ playground }) => {
  const { kept, transport } = playground.words;
  const step = await trainSmall(playground);
  const other = await another(playground);
  await other.page.goto("./");
  await other.waitForGates();
  await runsButton(other).click();
  await expect(keptRuns(other)).toContainText([kept.isElsewhere]);
  await keptRuns(other).getByRole("button").first().click();
  await expect(other.page.getByText(transport.elsewhere)).toBeVisible();
  await other.expectStep(step);
  await expect(other.train).toBeDisabled();
  // What the first comes to meanwhile is what the other gets.
  await playground.startTraining();
  await playground.trainFor(5);
  await other.page.getByRole("button", { name: transport.takeOver }).click();
  await expect(playground.page.getByText(transport.elsewhere)).toBeVisible();
  await expect(other.train).toBeEnabled();
  await playground.rest();
  await other.expectStep(await playground.stepCount());
  await other.rest();
  await other.step.click();
  await other.keptFrom((await playground.stepCount()) + 1);
  await other.page.close();
});

test("by the keyboard alone, runs are named, noted, repeated, deleted and had back, and leave and come as files", {
  tag: [anyEngine, inChinese],
}, async ({ page, playground, browser, baseURL }) => {
  const { kept } = playground.words;
  const { keyboard } = page;
  const step = await trainSmall(playground);
  const loss = await playground.loss();
  const press = async (name: string) => {
    await runsDialog(playground).getByRole("button", { name, exact: true }).focus();
    await keyboard.press("Enter");
  };
  const open = async () => {
    await runsButton(playground).focus();
    await keyboard.press("Enter");
    await expect(keptRuns(playground)).not.toHaveCount(0);
  };
  await open();
  const first = await keptRuns(playground).getByRole("button").first().textContent();
  await press(kept.edit({ name: String(first) }));
  for (const [label, text] of [
    [kept.name, "first"],
    [kept.note, "of this story"],
  ] as const) {
    await playground.field(label).focus();
    await keyboard.type(text);
    await keyboard.press("Enter");
    await expect(keptRuns(playground)).toContainText([text]);
  }
  const downloaded = page.waitForEvent("download");
  await press(kept.save({ name: "first" }));
  const file = await (await downloaded).path();
  await press(kept.again({ name: "first" }));
  await expect(runsDialog(playground)).toBeHidden();
  await playground.expectStep(0);
  await playground.step.click();
  await playground.keptFrom(1);
  await open();
  await expect(keptRuns(playground)).toHaveCount(2);
  await press(kept.delete({ name: "first" }));
  await expect(keptRuns(playground)).toHaveCount(1);
  await press(kept.undo);
  await expect(keptRuns(playground)).toHaveCount(2);
  await press("first");
  // It is read from the database before the engine hears of it.
  await playground.expectStep(step);
  await playground.rest();
  expect(await playground.loss()).toBe(loss);

  const fresh = await browser.newContext({ locale: playground.words.language });
  const other = new Playground(await fresh.newPage(), playground.project, playground.words);
  await other.page.goto(String(baseURL));
  await other.waitForGates();
  await runsButton(other).click();
  const choosing = other.page.waitForEvent("filechooser");
  await runsDialog(other).getByRole("button", { name: kept.openFile }).click();
  await (await choosing).setFiles({ name: "first.grup", mimeType: "", buffer: readFileSync(file) });
  await other.expectStep(step);
  await other.keptFrom(step);
  await other.rest();
  expect(await other.loss()).toBe(loss);
  await runsButton(other).click();
  await expect(keptRuns(other)).toContainText(["of this story"]);
  await fresh.close();
});

test("where the browser keeps nothing, or has no room, training goes on and it is said", {
  tag: anyEngine,
}, async ({ page, playground }) => {
  await page.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException("Storage is blocked.", "SecurityError");
    };
  });
  await playground.openSmall();
  await playground.expectNotice(
    /^Nothing is kept: the browser’s storage cannot be used \(Storage is blocked\.\)/,
  );
  await playground.step.click();
  await playground.expectStep(1);
  const other = await another(playground);
  const devtools = await page.context().newCDPSession(other.page);
  await other.page.goto("./");
  const { origin } = new URL(other.page.url());
  await devtools.send("Storage.overrideQuotaForOrigin", { origin, quotaSize: 10_000 });
  await other.waitForGates();
  await other.step.click();
  await expect(other.page.getByText(/^Nothing is kept: the browser has no room left/)).toBeVisible();
  await devtools.send("Storage.overrideQuotaForOrigin", { origin });
  await other.step.click();
  await other.keptFrom(await other.settledStep());
  await other.page.close();
});

test("by the keyboard alone, runs are laid over each other; those on other data are not, and it is said", {
  tag: anyEngine,
}, async ({ page, playground }) => {
  const { charts, compare, kept, settingLabels } = playground.words;
  const { keyboard } = page;
  const dialog = runsDialog(playground);
  await trainSmall(playground);
  await runsButton(playground).click();
  const first = String(await keptRuns(playground).getByRole("button").first().textContent());
  await dialog.getByRole("button", { name: kept.again({ name: first }) }).click();
  await playground.expectStep(0);
  await playground.startTraining();
  await playground.trainFor(20);
  await playground.keptFrom(await playground.stopTraining());

  /** Opens the list, chooses as many runs and lays them over each other. */
  const compareRuns = async (runs: number) => {
    await runsButton(playground).focus();
    await keyboard.press("Enter");
    await expect(keptRuns(playground)).toHaveCount(runs);
    for (const choice of await keptRuns(playground).getByRole("checkbox").all()) {
      await choice.focus();
      await keyboard.press("Space");
    }
    await dialog.getByRole("button", { name: compare.compare({ runs }) }).focus();
    await keyboard.press("Enter");
    await expect(compared).toBeVisible();
  };
  const compared = dialog.getByRole("region", { name: compare.title });
  const rowsOf = (caption: string) => compared.getByRole("table", { name: caption }).locator("tbody tr");
  // Each is a raw line and the smoothed one before it.
  const curves = compared.locator("figure path.recharts-line-curve");
  const charted = compared.getByRole("figure");

  await compareRuns(2);
  await expect(curves).toHaveCount(4);
  await expect(charted).toHaveAccessibleName(compare.chart({ loss: "training", nats: true }));
  await expect(compared.getByText(compare.otherData)).toBeHidden();
  // The newest first.
  await expect(rowsOf(compare.settings)).toHaveText([`${settingLabels.seed}21`]);
  await expect(rowsOf(compare.results).filter({ hasText: compare.stepTime })).toHaveText(
    /\d\u00a0ms.*\d\u00a0ms$/,
  );
  await compared.getByRole("radio", { name: compare.axes.step }).focus();
  await keyboard.press("ArrowRight");
  await keyboard.press("ArrowRight");
  await expect(compared.getByText(compare.secondsHint)).toBeVisible();
  await expect(curves).toHaveCount(4);
  await compared.getByRole("radio", { name: charts.training }).focus();
  await keyboard.press("ArrowRight");
  await expect(charted).toHaveAccessibleName(compare.chart({ loss: "validation", nats: true }));
  await dialog.getByRole("button", { name: compare.back }).focus();
  await keyboard.press("Enter");
  await expect(keptRuns(playground)).toHaveCount(2);
  await keyboard.press("Escape");
  await expect(dialog).toBeHidden();

  await playground.pasteText("to be or not to be. ".repeat(200));
  await playground.rest();
  await playground.step.click();
  await playground.keptFrom(1);
  await compareRuns(3);
  await expect(compared.getByText(compare.otherData)).toBeVisible();
  await expect(charted).toHaveCount(2);
});
