/** Story 13: the stage for data that is no text: an example by its name, its values, its answer, and another cell. */
import type { Locator, Page } from "@playwright/test";
import { anyEngine, expect, numberOf, type Playground, test, textOf } from "./playground";

const example = (page: Page): Locator => page.getByRole("textbox", { name: "Example", exact: true });
const sequence = (page: Page): Locator => page.getByRole("region", { name: "The sequence" });

async function useWeather(page: Page, playground: Playground): Promise<void> {
  await playground.open();
  await playground.useSample("Synthetic weather");
  await expect(sequence(page).getByText(/^after\s\d{4}-\d\d-\d\d$/)).toBeVisible();
}

/** The value of the one feature at the crosshair, in °C. */
async function temperature(page: Page): Promise<number> {
  const entry = page
    .getByRole("radiogroup", { name: "Features, with their values at the current time step" })
    .getByRole("radio", { name: /^temperature/ });
  const [, value] = /(−?[\d.]+)\u00a0°C$/.exec(await textOf(entry)) ?? [];
  return numberOf(value ?? "");
}

test("a series on the stage: its examples, what was forecast of them, and one crosshair", {
  tag: anyEngine,
}, async ({ page, playground }) => {
  await useWeather(page, playground);
  await test.step("an example is chosen by part and number, and shown with its name, values and forecast", async () => {
    const shown = sequence(page);
    await expect(shown.getByText("the network is never trained on it")).toBeVisible();
    await expect(page.getByRole("region", { name: "Generate" })).toHaveCount(0);
    await expect(playground.controls.getByText("Time steps/s")).toBeVisible();

    const first = await textOf(shown.getByText(/^after\s\d/));
    await shown.getByRole("button", { name: "Next example" }).click();
    await expect(example(page)).toHaveValue("2");
    await expect(shown.getByText(/^after\s\d/)).not.toHaveText(first);
    // The next window is one day further: what stood at step 1 now stands at step 0.
    await playground.timeSlider.press("Home");
    await playground.expectStepOnShow("h", 0);
    const now = await temperature(page);
    await shown.getByRole("button", { name: "Previous example" }).click();
    await expect(shown.getByText(/^after\s\d/)).toHaveText(first);
    await playground.timeSlider.press("ArrowRight");
    await playground.expectStepOnShow("h", 1);
    expect(await temperature(page)).toBe(now);

    await shown.getByRole("radiogroup", { name: "Examples" }).getByText("Training").click();
    await expect(shown.getByText("the network is trained on it")).toBeVisible();
    await example(page).fill("17");
    await example(page).press("Enter");
    // Thirty days from the first of January 2001 on, the seventeenth window of them.
    await expect(shown.getByText("after 2001-02-15", { exact: true })).toBeVisible();
    await playground.rest();
  });
  await test.step("what was forecast stands beside what came", async () => {
    const panel = page.getByRole("region", { name: "Forecast" });
    await playground.timeSlider.press("Home");
    await playground.expectStepOnShow("h", 0);
    const row = panel.getByRole("row").filter({ has: page.getByRole("rowheader", { name: /^next row/ }) });
    const [network, came, off] = (await row.getByRole("cell").allInnerTexts()).map(numberOf);
    expect(Math.abs(network - came - off)).toBeLessThanOrEqual(0.011);
    // What came after step 0 is what is read at step 1.
    await playground.timeSlider.press("ArrowRight");
    await playground.expectStepOnShow("h", 1);
    expect(await temperature(page)).toBe(came);
  });
  await test.step("the pointer over a chart moves the one crosshair", async () => {
    const chart = page.getByRole("img", { name: "1 feature over 30 time steps, as lines" });
    const box = await chart.boundingBox();
    if (!box) throw new Error("The chart is not on the page.");
    await chart.click({ position: { x: box.width * (20.5 / 30), y: box.height / 2 } });
    await expect(playground.timeSlider).toHaveValue("20");
    await playground.expectStepOnShow("h", 20);
    await expect(page.getByText(/^at\st\s=\s20,\sunit\s\d+$/)).toBeVisible();
  });
});

test("an LSTM trains and shows its six rows", async ({ page, playground }) => {
  await useWeather(page, playground);
  await page.getByRole("button", { name: /\bCell$/ }).click();
  await page.getByRole("option", { name: "LSTM", exact: true }).click();
  await playground.expectNotice("cell GRU → LSTM");
  const names = [
    "input gate i",
    "forget gate f",
    "candidate g",
    "output gate o",
    "cell state c",
    "hidden state h",
  ];
  for (const name of names)
    await expect(page.getByRole("slider", { name: `${name}, 32 units by 30 steps` })).toBeVisible();
  await expect(page.getByRole("slider", { name: /units by 30 steps$/ })).toHaveCount(names.length);

  await playground.neverStop();
  await playground.startTraining();
  await playground.expectStepAbove(5);
  await playground.stopTraining();
  // The cell state and the output gate make the hidden state: h = o tanh(c). The diagram and the table say the same.
  const cell = page.getByRole("region", { name: "The cell" });
  await cell.getByRole("button", { name: "All equations of this cell" }).click();
  const numberIn = async (part: RegExp) => {
    const row = cell.getByRole("row").filter({ has: page.getByRole("rowheader", { name: part }) });
    return numberOf(await textOf(row.getByRole("cell").last()));
  };
  const [o, c, h] = await Promise.all([/^output gate/, /^cell state/, /^hidden state/].map(numberIn));
  expect(Math.abs(o * Math.tanh(c) - h)).toBeLessThanOrEqual(0.002);
  const nodes = ["Output gate o", "New cell state c", "New state h"];
  expect(await Promise.all(nodes.map((name) => playground.nodeValue(name)))).toEqual([o, c, h]);
});

test("a picture is drawn along time and upright, and answered with a class", { tag: anyEngine }, async ({
  page,
  playground,
}) => {
  await playground.open();
  await playground.useSample("Small pictures");
  await expect(page.getByRole("img", { name: /^The picture, \d+ by \d+ pixels$/ })).toBeVisible();
  await expect(
    page.getByRole("img", { name: /^The picture’s \d+ (rows|columns) of \d+ pixels/ }),
  ).toBeVisible();
  await playground.timeSlider.press("End");
  await expect(
    sequence(page)
      .getByText(/^answers\s.+\s\(\d+\s%\),\s(right|wrong)$/)
      .first(),
  ).toBeVisible();
  const classes = page.getByRole("list", {
    name: "Classes, with their probabilities at the current time step",
  });
  await expect(classes.getByRole("listitem")).toHaveCount(10);
  await expect(
    page.getByRole("region", { name: "Class" }).getByText(/^Right\sis\s.+:\s.+\s%,\splace\s\d+$/),
  ).toBeVisible();
});
