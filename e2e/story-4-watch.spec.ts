/** Story 4: curves, heatmaps, playhead, cell and equation, all in numbers that agree with each other. */
import type { Locator } from "@playwright/test";
import {
  anyEngine,
  escaped,
  expect,
  inChinese,
  nodeNames,
  numberOf,
  type Playground,
  type RowId,
  rowNames,
  sentence,
  test,
  textOf,
} from "./playground";

const rows: readonly RowId[] = ["z", "r", "n", "h"];
/** Two numbers that were rounded to three decimals, and a third that was computed from such. */
const rounding = 0.002;

async function expectPlace(playground: Playground, unit: number, step: number): Promise<void> {
  const place = { unit, pinned: false, step, symbol: "SYMBOL", letter: "z", value: "VALUE" };
  const said = sentence(playground.words.stage.heatmapPlace(place), { SYMBOL: /.+/, VALUE: /.+/ });
  await expect(playground.heatmap("z")).toHaveAttribute("aria-valuetext", said);
  await expect(playground.timeSlider).toHaveValue(String(step));
  await expect(playground.unitField).toHaveValue(String(unit));
}

/** What a network of the sample text reads well: a text with a new line, as it is shown, and the beginning of one. */
const probes = {
  en: { typed: "The cat\u21B5sat", shown: "The␣cat↵sat", first: "T" },
  zh: { typed: "老水说：\u21B5“不急。”", shown: "老水说：↵“不急。”", first: "老" },
};

/** Where the cell says it is, whatever is read there. */
const placeOf = ({ words }: Playground, step: number, unit: number): RegExp =>
  sentence(words.diagram.place({ step, symbol: "SYMBOL", layer: null, unit }), { SYMBOL: /./ });

test("the keyboard moves through the network, its equations have its numbers, it changes in training, and reads a new text", {
  tag: inChinese,
}, async ({ page, playground }) => {
  const { cellNotes, diagram, language, settingLabels, stage } = playground.words;
  const [nodes, names] = [nodeNames(playground.words), rowNames(playground.words)];
  await playground.open();
  await playground.choose(stage.order, stage.orders.stored.label);
  // What a pointer rests on goes before what has the focus.
  await page.mouse.move(0, 0);
  const last = (await playground.symbols().count()) - 1;
  await test.step("the keyboard moves time and unit, and all rows and the cell follow", async () => {
    const map = playground.heatmap("z");
    await playground.walkTo(map);
    await expectPlace(playground, 2, 3);
    await map.press("End");
    await map.press("ArrowRight");
    await expectPlace(playground, 2, last);
    await map.press("ArrowLeft");
    await map.press("PageDown");
    await map.press("ArrowUp");
    await expectPlace(playground, 11, last - 1);
    await expect(page.getByText(placeOf(playground, last - 1, 11))).toBeVisible();
    for (const row of rows) {
      const { unit, step, value } = await playground.place(row);
      expect({ unit, step }).toEqual({ unit: 11, step: last - 1 });
      expect(await playground.nodeValue(nodes[row])).toBe(value);
      // The value beside the row's name.
      const label = page.getByRole("heading", { name: `${names[row]} ${row}`, exact: true }).locator("..");
      await expect(label.getByText(/^−?\d\.\d{3}$/)).toHaveText(value.toFixed(3).replace("-", "−"));
    }
    const [z, n, h, old] = await Promise.all(
      [nodes.z, nodes.n, nodes.h, cellNotes.nodes.oldState.name].map((name) => playground.nodeValue(name)),
    );
    expect(Math.abs((1 - z) * n + z * old - h)).toBeLessThanOrEqual(rounding);
  });
  await test.step("a node of the cell shows its equation with its numbers", async () => {
    const equation = page.getByRole("region", { name: diagram.equation });
    await playground.node("z").focus();
    await expect(equation.getByRole("heading", { name: nodes.z })).toBeVisible();
    await expect(equation.getByRole("math")).toBeVisible();
    const sigma = /^z = σ\((−?[\d.]+) ([+−]) ([\d.]+)\) = ([\d.]+)$/;
    const numbers = sigma.exec(await textOf(equation.getByText(/^z\s=\sσ\(/)));
    if (!numbers) throw new Error("The equation of z has no numbers.");
    const [a, b, z] = [numbers[1], `${numbers[2] === "−" ? "−" : ""}${numbers[3]}`, numbers[4]].map(numberOf);
    expect(Math.abs(1 / (1 + Math.exp(-a - b)) - z)).toBeLessThanOrEqual(rounding);
    expect(await playground.nodeValue(nodes.z)).toBe(z);

    await page.keyboard.press("Tab");
    const hiddenPart = cellNotes.hiddenPartName({ into: cellNotes.targets.resetGate });
    await expect(equation.getByRole("heading", { name: hiddenPart })).toBeVisible();
    await playground.node("n").hover();
    await expect(equation.getByRole("heading", { name: nodes.n })).toBeVisible();
    const n = await playground.nodeValue(nodes.n);
    await expect(equation.getByText(/^n\s=\stanh\(/)).toHaveText(
      new RegExp(`= ${n.toFixed(3).replace("-", "−").replace(".", "\\.")}$`),
    );
  });
  await test.step("everything on the stage changes while training", async () => {
    const trained = await playground.stepCount();
    const before = await Promise.all(rows.map((row) => playground.picture(row)));
    const values = await Promise.all(rows.map((row) => playground.nodeValue(nodes[row])));
    await playground.setNumber(settingLabels.learningRate, "0.02");
    await playground.startTraining();
    await playground.expectStepAbove(trained + 1);
    for (const [i, row] of rows.entries()) {
      await expect
        .poll(async () => (await playground.picture(row)).hash, { message: row })
        .not.toBe(before[i].hash);
      await expect.poll(() => playground.nodeValue(nodes[row]), { message: row }).not.toBe(values[i]);
    }
    await playground.stopTraining();
    // While it trains the heatmap says its place when it is moved to; at rest it says what is on show.
    expect((await playground.place("z")).value).toBe(await playground.nodeValue(nodes.z));
  });
  await test.step("a new probe text is read by the network as it is", async () => {
    const trained = await playground.stepCount();
    const { typed, shown, first } = probes[language];
    const probe = page.getByRole("textbox", { name: stage.probeText });
    await probe.fill(typed);
    await page.getByRole("button", { name: stage.apply }).click();
    await expect(playground.symbols()).toHaveText(Array.from(shown));
    for (const row of rows)
      await expect(playground.heatmap(row)).toHaveAccessibleName(
        playground.heatmapName(row, 64, shown.length),
      );
    await expect.poll(async () => (await playground.picture("z")).width).toBe(shown.length);
    await playground.timeSlider.press("End");
    await expect(playground.timeSlider).toHaveValue(String(shown.length - 1));
    await expect(
      page.getByRole("region", { name: diagram.nextSymbol }).getByText(diagram.textEnds),
    ).toBeVisible();
    expect(await playground.stepCount()).toBe(trained);

    // One symbol is the shortest sequence there is.
    await probe.fill(first);
    await probe.press("Enter");
    await expect(playground.symbols()).toHaveText([first]);
    await expect(playground.heatmap("h")).toHaveAccessibleName(playground.heatmapName("h", 64, 1));
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
    await expect(page.getByText(placeOf(playground, 20, 40))).toBeVisible();
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
    // Of eight at most one is what comes next, and the others are not said to.
    const actual = await region.locator('[data-actual="true"]').count();
    await expect(region.getByRole("img", { name: "comes next" })).toHaveCount(actual);
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
  tag: [anyEngine, inChinese],
}, async ({ page, playground }) => {
  const { charts } = playground.words;
  const names = [charts.training, charts.validation, charts.references.chance];
  const show = (name: string) =>
    page.getByRole("radiogroup", { name: charts.show }).getByText(name, { exact: true }).click();
  await playground.openSmall();
  const panel = page.getByRole("region", { name: charts.lossAndAccuracy });
  await expect(panel.getByText(charts.empty)).toBeVisible();
  await playground.startTraining();
  // Training begins with a validation.
  await playground.expectStepAbove(12);
  await playground.stopTraining();
  const loss = await playground.loss();
  await expect(row(panel, charts.training).getByRole("cell").first()).toHaveText(loss.toFixed(3));
  const spoken = sentence(
    charts.spoken({ from: 81.81, fromStep: 82, to: 83.83, toStep: 84, format: "decimal" }),
    { "81.81": /[\d.]+/, 82: /[\d,]+/, "83.83": /[\d.]+/, 84: /[\d,]+/ },
  );
  await expect(panel.getByText(spoken)).toBeAttached();
  const nats = await measured(panel, names);
  for (const [name, { perplexity, accuracy, loss: inNats }] of Object.entries(nats)) {
    expect(Math.abs(perplexity / Math.exp(inNats) - 1), `perplexity, ${name}`).toBeLessThan(0.001);
    expect(accuracy, `accuracy, ${name}`).toBeGreaterThanOrEqual(0);
    expect(accuracy, `accuracy, ${name}`).toBeLessThanOrEqual(100);
  }
  await show(charts.bits);
  await expect(panel.getByRole("columnheader", { name: charts.lossUnit({ unit: "bits" }) })).toBeVisible();
  const bits = await measured(panel, names);
  for (const [name, { loss: inBits, perplexity }] of Object.entries(bits)) {
    expect(Math.abs(inBits - nats[name].loss / Math.LN2), `bits, ${name}`).toBeLessThanOrEqual(rounding);
    expect(perplexity).toBe(nats[name].perplexity);
  }
  await show(charts.accuracy);
  await expect(panel.getByRole("figure", { name: new RegExp(`^${charts.accuracy}`) })).toBeVisible();
  await show(charts.nats);
  expect(await measured(panel, names)).toEqual(nats);
});

const row = (panel: Locator, name: string) =>
  panel.getByRole("row").filter({ has: panel.page().getByRole("rowheader", { name, exact: true }) });

async function measured(panel: Locator, names: readonly string[]) {
  const found: Record<string, { loss: number; perplexity: number; accuracy: number }> = {};
  for (const name of names) {
    const [loss, perplexity, accuracy] = await row(panel, name).getByRole("cell").allInnerTexts();
    found[name] = {
      loss: numberOf(loss),
      perplexity: numberOf(perplexity),
      accuracy: numberOf(accuracy.replace("%", "")),
    };
  }
  return found;
}
