/** Story 1: the page opens on the sample text, with the gates of a network that was trained ahead of time. */
import { anyEngine, expect, numberOf, type RowId, rowNames, test, textOf } from "./playground";

const rows: readonly RowId[] = ["z", "r", "n", "h"];

test("opens with gates on the sample text before any click", async ({ page, playground }) => {
  await page.goto("./");
  await playground.waitForGates();
  for (const row of rows) {
    await expect(playground.heatmap(row)).toHaveAccessibleName(
      `${rowNames[row]} ${row}, 64 units by 64 steps`,
    );
    const { width, height, colours } = await playground.picture(row);
    expect({ width, height }).toEqual({ width: 64, height: 64 });
    expect(colours, `different colours of ${row}`).toBeGreaterThan(20);
    const { value } = await playground.place(row);
    expect(Math.abs(value)).toBeLessThanOrEqual(1);
  }
  expect(await playground.stepCount()).toBeGreaterThan(0);
  await expect(playground.controls.getByText(/trained ahead of time, for [\d,]+ steps/)).toBeVisible();
  await expect(playground.data.getByRole("heading", { name: "Sample text" })).toBeVisible();
  expect(numberOf(await textOf(playground.fact("characters")))).toBeGreaterThanOrEqual(60_000);
  // A network that had learned nothing would guess about one symbol in twenty.
  const score = (await textOf(page.getByText(/^expects: \d+\/63 right$/))).match(/\d+/);
  expect(Number(score?.[0])).toBeGreaterThan(15);
});

test("the theme is chosen and kept", { tag: anyEngine }, async ({ page, playground }) => {
  await playground.open();
  const root = page.locator("html");
  const before = await playground.picture("h");
  const theme = page.getByRole("radiogroup", { name: "Theme" });
  await theme.getByRole("radio", { name: "Dark" }).press("Space");
  await expect(root).toHaveAttribute("data-theme", "dark");
  await expect.poll(async () => (await playground.picture("h")).hash).not.toBe(before.hash);
  await page.reload();
  await expect(root).toHaveAttribute("data-theme", "dark");
  await playground.waitForGates();
  await theme.getByRole("radio", { name: "Light" }).press("Space");
  await expect(root).toHaveAttribute("data-theme", "light");
  await expect.poll(async () => (await playground.picture("h")).hash).toBe(before.hash);
});

test("fits the width of phones, tablets and laptops", { tag: anyEngine }, async ({ page, playground }) => {
  await playground.open();
  for (const viewport of [
    { width: 390, height: 844 },
    { width: 1024, height: 768 },
    { width: 1440, height: 900 },
  ]) {
    await page.setViewportSize(viewport);
    const widths = () =>
      page.evaluate(() => Math.max(document.documentElement.scrollWidth, document.body.scrollWidth));
    await expect
      .poll(widths, { message: `width of the page at ${viewport.width}` })
      .toBeLessThanOrEqual(viewport.width);
    await expect(playground.train).toBeVisible();
  }
});
