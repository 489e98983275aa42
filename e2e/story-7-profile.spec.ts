/** Story 7: what does a training step cost, and how fast is this computer? */
import type { Locator, Page } from "@playwright/test";
import { misplaced } from "./misplaced";
import { anyEngine, besideGpu, expect, numberOf, test, textOf } from "./playground";

/** What a row is of and its first number are in sight together, and no word is cut off or over another. */
async function expectOnPhone(page: Page, row: Locator, number: RegExp): Promise<void> {
  const cell = row.getByRole("cell").filter({ hasText: number }).first();
  const isWithin = async (one: Locator) => {
    const box = await one.boundingBox();
    return box !== null && box.x >= 0 && box.x + box.width <= 390;
  };
  for (const one of [row.getByRole("rowheader").last(), cell])
    await expect.poll(() => isWithin(one), { message: await textOf(one) }).toBe(true);
  await expect.poll(() => misplaced(page)).toEqual([]);
}

test("the profile: parts of a step, and the other cells", async ({ page, playground }) => {
  await playground.openSmall();
  await playground.lookAt("cost");
  const panel = page.getByRole("region", { name: "Profile" });
  await panel.getByRole("button", { name: "Measure" }).click();
  // A small network may be measured before anybody looks.
  await expect(panel.getByRole("button", { name: /^(Measuring…|Measure again)$/ })).toBeVisible();
  await expect(panel.getByRole("button", { name: "Measure again" })).toBeEnabled({ timeout: 90_000 });
  await expect(panel).toContainText(
    /A\straining\sstep\son\s\d+\ssequences\sof\s\d+\stime\ssteps:\s[\d.,]+\sms\son\s.+/,
  );

  const parts = panel.getByRole("table", { name: "Parts of a training step" });
  await expect(parts.getByRole("row", { name: /Forward Recurrence over time/ })).toBeVisible();
  await expect(parts.getByRole("row", { name: /Update Optimizer/ })).toBeVisible();
  const percents = await parts.getByRole("cell").filter({ hasText: /%$/ }).allTextContents();
  const sum = percents.reduce((total, text) => total + Number(text.replace("%", "")), 0);
  expect(sum).toBeGreaterThan(90);
  expect(sum).toBeLessThan(110);

  const cells = panel.getByRole("table", { name: "The same network with another cell" });
  await expect(cells.getByRole("row")).toHaveCount(6);
  const parameters = async (name: string) =>
    numberOf(await textOf(cells.getByRole("row", { name }).getByRole("cell").first()));
  // Four sums for each of an LSTM's units, three for a GRU's.
  expect(await parameters("LSTM")).toBeGreaterThan(await parameters("GRU this one"));
  expect(await parameters("Simple RNN")).toBeLessThan(await parameters("GRU this one"));

  // So high that nothing passes beneath what stays at the bottom.
  const wide = page.viewportSize();
  await page.setViewportSize({ width: 390, height: 3000 });
  await expectOnPhone(page, parts.getByRole("row", { name: /Forward Recurrence over time/ }), /\d/);
  await expectOnPhone(page, cells.getByRole("row", { name: "LSTM" }), /\d/);
  if (wide) await page.setViewportSize(wide);

  // The run was kept waiting, and nothing else.
  await playground.step.click();
  await playground.expectStep(1);
});

test("the benchmark: every engine in turns, stopped, and copied as a table", {
  tag: [anyEngine, besideGpu],
}, async ({ page, playground, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await playground.open();
  await page.getByRole("link", { name: "Benchmark" }).click();
  await expect(page).toHaveURL(/#benchmark$/);
  const panel = page.getByRole("region", { name: "Benchmark" });
  await panel.getByRole("button", { name: "Run", exact: true }).click();
  await expect(panel.getByRole("status")).toHaveText(/Measuring \d+ of \d+…/);
  const results = panel.getByRole("table", { name: "Results" });
  const first = results.getByRole("row", { name: /^Training step GRU\(16\)/ });
  await expect(first).toContainText(/\d\sms\s\(/, { timeout: 90_000 });
  await panel.getByRole("button", { name: "Stop" }).click();
  await expect(panel.getByRole("button", { name: "Run again" })).toBeVisible();
  await panel.getByRole("button", { name: "Copy as table" }).click();
  await playground.expectNotice("The table is copied.");
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toMatch(/^\| Work \| Network \| CPU, 1\sthread \|/);
  expect(copied).toMatch(/\n\| Training step \| GRU\(16\), 32\ssequences of 64\ssteps \| [\d.]+\sms \(/);

  const wide = page.viewportSize();
  await page.setViewportSize({ width: 390, height: 3000 });
  await expectOnPhone(page, first, /\d\sms\s\(/);
  if (wide) await page.setViewportSize(wide);

  await page.getByRole("link", { name: "Playground", exact: true }).click();
  await expect(playground.train).toBeVisible();
  await page.goBack();
  await expect(results).toBeVisible();
});
