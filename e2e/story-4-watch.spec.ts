/** Story 4: curves, heatmaps, playhead, cell and equation, all in numbers that agree with each other. */
import type { Locator, Page } from "@playwright/test";
import {
  anyEngine,
  expect,
  nodeNames,
  numberOf,
  type Playground,
  type RowId,
  rowNames,
  test,
  textOf,
} from "./playground";

const rows: readonly RowId[] = ["z", "r", "n", "h"];
/** Two numbers that were rounded to three decimals, and a third that was computed from such. */
const rounding = 0.002;

async function expectPlace(playground: Playground, unit: number, step: number): Promise<void> {
  await expect(playground.heatmap("z")).toHaveAttribute(
    "aria-valuetext",
    new RegExp(`^unit ${unit}, step ${step}, `),
  );
  await expect(playground.timeSlider).toHaveValue(String(step));
  await expect(playground.unitField).toHaveValue(String(unit));
}

test("the keyboard moves through the network, its equations have its numbers, it changes in training, and reads a new text", async ({
  page,
  playground,
}) => {
  await playground.open();
  await playground.choose("Order", "Stored");
  await test.step("the keyboard moves time and unit, and all rows and the cell follow", async () => {
    const map = playground.heatmap("z");
    await map.focus();
    await map.press("Home");
    for (const key of ["ArrowRight", "ArrowRight", "ArrowRight", "ArrowDown", "ArrowDown"])
      await map.press(key);
    await expectPlace(playground, 2, 3);
    await map.press("End");
    await map.press("ArrowRight");
    await expectPlace(playground, 2, 63);
    await map.press("ArrowLeft");
    await map.press("PageDown");
    await map.press("ArrowUp");
    await expectPlace(playground, 11, 62);
    await expect(page.getByText(/^at\st\s=\s62,\sreading\s“.”,\sunit\s11$/)).toBeVisible();
    for (const row of rows) {
      const { unit, step, value } = await playground.place(row);
      expect({ unit, step }).toEqual({ unit: 11, step: 62 });
      expect(await playground.nodeValue(nodeNames[row])).toBe(value);
      // The value beside the row's name.
      const label = page.getByRole("heading", { name: `${rowNames[row]} ${row}`, exact: true }).locator("..");
      await expect(label.getByText(/^−?\d\.\d{3}$/)).toHaveText(value.toFixed(3).replace("-", "−"));
    }
    const [z, n, h, old] = await Promise.all(
      [nodeNames.z, nodeNames.n, nodeNames.h, "Old state h′"].map((name) => playground.nodeValue(name)),
    );
    expect(Math.abs((1 - z) * n + z * old - h)).toBeLessThanOrEqual(rounding);
  });
  await test.step("a node of the cell shows its equation with its numbers", async () => {
    const equation = page.getByRole("region", { name: "Equation" });
    await playground.node("z").focus();
    await expect(equation.getByRole("heading", { name: nodeNames.z })).toBeVisible();
    await expect(equation.getByRole("math")).toBeVisible();
    const sigma = /^z = σ\((−?[\d.]+) ([+−]) ([\d.]+)\) = ([\d.]+)$/;
    const numbers = sigma.exec(await textOf(equation.getByText(/^z\s=\sσ\(/)));
    if (!numbers) throw new Error("The equation of z has no numbers.");
    const [a, b, z] = [numbers[1], `${numbers[2] === "−" ? "−" : ""}${numbers[3]}`, numbers[4]].map(numberOf);
    expect(Math.abs(1 / (1 + Math.exp(-a - b)) - z)).toBeLessThanOrEqual(rounding);
    expect(await playground.nodeValue(nodeNames.z)).toBe(z);

    await page.keyboard.press("Tab");
    await expect(equation.getByRole("heading", { name: "Old state into the reset gate" })).toBeVisible();
    await playground.node("n").hover();
    await expect(equation.getByRole("heading", { name: nodeNames.n })).toBeVisible();
    const n = await playground.nodeValue(nodeNames.n);
    await expect(equation.getByText(/^n\s=\stanh\(/)).toHaveText(
      new RegExp(`= ${n.toFixed(3).replace("-", "−").replace(".", "\\.")}$`),
    );
  });
  await test.step("everything on the stage changes while training", async () => {
    const trained = await playground.stepCount();
    const before = await Promise.all(rows.map((row) => playground.picture(row)));
    const values = await Promise.all(rows.map((row) => playground.nodeValue(nodeNames[row])));
    await playground.setNumber("Learning rate", "0.02");
    await playground.startTraining();
    await playground.expectStepAbove(trained + 1);
    for (const [i, row] of rows.entries()) {
      await expect
        .poll(async () => (await playground.picture(row)).hash, { message: row })
        .not.toBe(before[i].hash);
      await expect.poll(() => playground.nodeValue(nodeNames[row]), { message: row }).not.toBe(values[i]);
    }
    await playground.stopTraining();
    // The heatmap says its place when it is moved to; it is to say what is on show.
    await playground.heatmap("z").focus();
    expect((await playground.place("z")).value).toBe(await playground.nodeValue(nodeNames.z));
  });
  await test.step("a new probe text is read by the network as it is", async () => {
    const trained = await playground.stepCount();
    const probe = page.getByRole("textbox", { name: "Probe text" });
    await probe.fill("The cat\u21B5sat");
    await page.getByRole("button", { name: "Apply" }).click();
    await expect(playground.symbols()).toHaveText(Array.from("The␣cat↵sat"));
    for (const row of rows) {
      await expect(playground.heatmap(row)).toHaveAccessibleName(
        `${rowNames[row]} ${row}, 64 units by 11 steps`,
      );
    }
    await expect.poll(async () => (await playground.picture("z")).width).toBe(11);
    await playground.timeSlider.press("End");
    await expect(playground.timeSlider).toHaveValue("10");
    await expect(
      page.getByRole("region", { name: "Next symbol" }).getByText("The text ends here."),
    ).toBeVisible();
    expect(await playground.stepCount()).toBe(trained);

    // One symbol is the shortest sequence there is.
    await probe.fill("T");
    await probe.press("Enter");
    await expect(playground.symbols()).toHaveText(["T"]);
    await expect(playground.heatmap("h")).toHaveAccessibleName("hidden state h, 64 units by 1 step");
  });
});

test("pointer and playhead move through the sequence, and the predictions follow", {
  tag: anyEngine,
}, async ({ page, playground }) => {
  await playground.open();
  await playground.choose("Order", "Stored");
  await test.step("the pointer sets one crosshair for all rows", async () => {
    const map = playground.heatmap("r");
    const box = await map.boundingBox();
    if (!box) throw new Error("The heatmap of r is not on the page.");
    const at = { x: box.width * (20.5 / 64), y: box.height * (40.5 / 64) };
    await map.hover({ position: at });
    await expect(page.getByText(/^at\st\s=\s20,\sreading\s“.”,\sunit\s40$/)).toBeVisible();
    await map.click({ position: at });
    await expectPlace(playground, 40, 20);
    expect((await playground.place("h")).step).toBe(20);
  });
  await test.step("the playhead steps, plays and pauses", async () => {
    const next = page.getByRole("button", { name: "Next step" });
    const previous = page.getByRole("button", { name: "Previous step" });
    await playground.timeSlider.press("Home");
    await previous.click();
    await expect(playground.timeSlider).toHaveValue("63");
    await next.click();
    await next.click();
    await expect(playground.timeSlider).toHaveValue("1");
    await playground.expectStepOnShow("h", 1);
    const valueAtOne = (await playground.place("h")).value;
    await page.getByRole("button", { name: "Play through the sequence" }).click();
    await expect.poll(async () => Number(await playground.timeSlider.inputValue())).toBeGreaterThan(5);
    await page.getByRole("button", { name: "Pause playback" }).click();
    await expect(page.getByRole("button", { name: "Play through the sequence" })).toBeVisible();
    const paused = Number(await playground.timeSlider.inputValue());
    await next.click();
    // It may have been paused anywhere: after the last step comes the first.
    await expect(playground.timeSlider).toHaveValue(String((paused + 1) % 64));
    await playground.timeSlider.press("Home");
    await playground.timeSlider.press("ArrowRight");
    await playground.expectStepOnShow("h", 1);
    expect((await playground.place("h")).value).toBe(valueAtOne);
  });
  await test.step("the next symbol's probabilities agree with the strip of predictions", async () => {
    await playground.timeSlider.press("Home");
    await playground.expectStepOnShow("h", 0);
    const region = page.getByRole("region", { name: "Next symbol" });
    const best = region.getByRole("listitem").first();
    const shares = (await region.getByText(/^[<>]?\d+\.\d\s%$/).allInnerTexts()).map((text) =>
      Number(text.replace(/[<>%\s]/g, "")),
    );
    expect(shares).toHaveLength(8);
    expect(shares).toEqual([...shares].sort((a, b) => b - a));
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeLessThanOrEqual(100.5);
    const name = await best.getByRole("img").first().getAttribute("aria-label");
    const predicted = page
      .getByRole("list", { name: "Most probable next symbol at each step" })
      .getByRole("listitem");
    await expect(predicted).toHaveCount(64);
    await expect(predicted.first().getByRole("img")).toHaveAccessibleName(
      new RegExp(`^${escaped(name ?? "")}, `),
    );
  });
});

test("losses are shown in nats and bits, with perplexity and accuracy, for training and validation", {
  tag: anyEngine,
}, async ({ page, playground }) => {
  await playground.openSmall();
  const panel = page.getByRole("region", { name: "Loss and accuracy" });
  await expect(panel.getByText("Nothing measured yet. Train, and the curves begin here.")).toBeVisible();
  await playground.startTraining();
  // Training begins with a validation.
  await playground.expectStepAbove(12);
  await playground.stopTraining();
  const loss = await playground.loss();
  await expect(row(panel, "Training").getByRole("cell").first()).toHaveText(loss.toFixed(3));
  await expect(
    panel.getByText(/^Training\swent\sfrom\s[\d.]+\sat\sstep\s[\d,]+\sto\s[\d.]+\sat\sstep\s[\d,]+\.$/),
  ).toBeAttached();
  const nats = await measured(panel);
  for (const [name, { perplexity, accuracy, loss: inNats }] of Object.entries(nats)) {
    expect(Math.abs(perplexity / Math.exp(inNats) - 1), `perplexity, ${name}`).toBeLessThan(0.001);
    expect(accuracy, `accuracy, ${name}`).toBeGreaterThanOrEqual(0);
    expect(accuracy, `accuracy, ${name}`).toBeLessThanOrEqual(100);
  }
  await show(page, "Bits");
  await expect(panel.getByRole("columnheader", { name: "Loss, bits" })).toBeVisible();
  const bits = await measured(panel);
  for (const [name, { loss: inBits, perplexity }] of Object.entries(bits)) {
    expect(Math.abs(inBits - nats[name].loss / Math.LN2), `bits, ${name}`).toBeLessThanOrEqual(rounding);
    expect(perplexity).toBe(nats[name].perplexity);
  }
  await show(page, "Accuracy");
  await expect(panel.getByRole("figure", { name: /^Accuracy/ })).toBeVisible();
  await show(page, "Nats");
  expect(await measured(panel)).toEqual(nats);
});

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

const row = (panel: Locator, name: string) =>
  panel.getByRole("row").filter({ has: panel.page().getByRole("rowheader", { name, exact: true }) });

async function measured(panel: Locator) {
  const found: Record<string, { loss: number; perplexity: number; accuracy: number }> = {};
  for (const name of ["Training", "Validation", "Chance"]) {
    const [loss, perplexity, accuracy] = await row(panel, name).getByRole("cell").allInnerTexts();
    found[name] = {
      loss: numberOf(loss),
      perplexity: numberOf(perplexity),
      accuracy: numberOf(accuracy.replace("%", "")),
    };
  }
  return found;
}

const show = (page: Page, name: string) =>
  page.getByRole("radiogroup", { name: "Show" }).getByText(name, { exact: true }).click();
