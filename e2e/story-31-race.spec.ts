/** Story 31: runs race on the same data, and whoever has said who will win is told. */
import { anyEngine, expect, type Playground, test } from "./playground";

const runsButton = ({ page, words }: Playground) =>
  page.getByRole("button", { name: words.kept.title, exact: true });
const stepIn = (member: string) => Number(member.replace(/[\s,]/g, "").match(/step(\d+)/)?.[1] ?? 0);

const runsDialog = ({ page, words }: Playground) => page.getByRole("dialog", { name: words.kept.title });

test("by the keyboard alone, cells race, one is stopped, the winner is told, and a run of the race is opened", {
  tag: anyEngine,
}, async ({ page, playground }) => {
  const { compare, kept, race, settingLabels, choiceNames, transport } = playground.words;
  const { keyboard } = page;
  const dialog = runsDialog(playground);
  const press = async (name: string | RegExp) => {
    const button = dialog.getByRole("button", { name, exact: true });
    await expect(button).toBeEnabled();
    await button.focus();
    await keyboard.press("Enter");
  };
  await playground.openSmall();
  await playground.step.click();
  await playground.rest();
  await page.setViewportSize({ width: 390, height: 844 });
  await runsButton(playground).focus();
  await keyboard.press("Enter");
  await press(race.begin);

  // GRU, LSTM and RNN stand there; the units are chosen.
  await dialog.getByRole("radio", { name: race.matches.units }).focus();
  await keyboard.press("ArrowRight");
  const planned = dialog.getByRole("table", { name: race.plan }).locator("tbody tr");
  await expect(planned).toHaveCount(3);
  await expect(planned.first()).toHaveText(new RegExp(`^${choiceNames["cell:gru"]}1[5-7]`));
  await expect(planned.nth(1)).toHaveText(new RegExp(`^${choiceNames["cell:lstm"]}1[0-5]`));
  const length = dialog.getByRole("textbox", { name: race.steps });
  await length.fill("many");
  await length.press("Enter");
  await expect(dialog.getByRole("button", { name: race.start, exact: true })).toBeDisabled();
  await length.fill("1000000");
  await length.press("Enter");
  await dialog.getByRole("button", { name: new RegExp(race.guess.slice(0, 12)) }).focus();
  await keyboard.press("Enter");
  await page.getByRole("option", { name: choiceNames["cell:lstm"] }).focus();
  await keyboard.press("Enter");
  await press(race.start);

  // Their curves are over each other while they train; nothing is wider than the phone.
  await expect(dialog.getByText(race.underWay)).toBeVisible();
  await expect(playground.controls.getByText(transport.racing)).toBeVisible();
  const curves = dialog.getByRole("figure").locator("path.recharts-line-curve");
  await expect(curves).toHaveCount(6);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  const members = dialog.getByRole("list", { name: race.runs }).locator("> li");
  const steps = async () => (await members.allTextContents()).map(stepIn);
  await expect.poll(async () => (await steps()).filter((step) => step > 0).length).toBe(3);
  await press(race.pause);
  await expect(dialog.getByText(race.paused)).toBeVisible();

  // After a reload it is found where it was, and goes on.
  await expect
    .poll(async () => JSON.stringify(await playground.keptRaceSteps()) === JSON.stringify(await steps()))
    .toBe(true);
  const left = await steps();
  await page.reload();
  await playground.waitForGates();
  await playground.rest();
  await runsButton(playground).focus();
  await keyboard.press("Enter");
  await press(new RegExp(`^${race.begin}`));
  const cells = ["gru", "lstm", "rnn"] as const;
  const named = race.showNamed({ name: cells.map((cell) => choiceNames[`cell:${cell}`]).join(", ") });
  await press(named);
  await expect(dialog.getByText(race.keptPaused)).toBeVisible();
  await expect.poll(steps).toEqual(left);
  await press(race.goOn);
  await expect(dialog.getByText(race.underWay)).toBeVisible();
  await expect(members).toHaveCount(3);
  await expect(members.nth(2).getByRole("button")).toBeEnabled();
  await members.nth(2).getByRole("button").focus();
  await keyboard.press("Enter");
  await expect(members.nth(2)).toContainText(/stopped at step/);

  // The race goes on behind the closed dialog, and is found again.
  await keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await runsButton(playground).focus();
  await keyboard.press("Enter");
  await press(race.show);
  await press(race.end);
  const result = dialog.getByRole("status", { name: race.result });
  await expect(result).toContainText(/has the lowest validation loss/);
  await expect(result).toContainText(/The difference is clear|No clear difference/);
  await expect(result).toContainText(new RegExp(`You said ${choiceNames["cell:lstm"]}`));
  await expect(result.getByRole("table").locator("tbody tr")).toHaveCount(3);
  await expect(
    dialog.getByRole("table", { name: compare.settings }).locator("tbody tr").first(),
  ).toContainText(settingLabels.cell);

  // It is looked at again as it was, with what was said of it.
  await press(race.another);
  await press(named);
  await expect(result).toContainText(new RegExp(`You said ${choiceNames["cell:lstm"]}`));

  // The run on the stage is there as it was.
  await press(kept.close);
  await playground.rest();
  expect(await playground.stepCount()).toBe(1);
  await runsButton(playground).focus();
  await keyboard.press("Enter");
  const ofRace = dialog.getByRole("list", { name: kept.newestFirst }).locator("> li");
  await expect(ofRace.filter({ hasText: choiceNames["cell:lstm"] }).first()).toBeVisible();
  await press(race.show);
  const lstm = members.nth(1);
  const step = stepIn((await lstm.textContent()) ?? "");
  expect(step).toBeGreaterThan(0);
  await lstm.getByRole("button").focus();
  await keyboard.press("Enter");
  await expect(dialog).toBeHidden();
  await playground.expectStep(step);
});
