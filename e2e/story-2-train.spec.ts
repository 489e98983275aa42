/** Story 2: train, pause, step, reset, and change settings. */
import {
  anyEngine,
  expect,
  inChinese,
  type Playground,
  sentence,
  test,
  textOf,
  withoutWebgpu,
} from "./playground";

test("trains, pauses, takes single steps and starts again, however impatient the clicks", {
  tag: [inChinese, withoutWebgpu],
}, async ({ page, playground }) => {
  const { run, settingLabels, transport } = playground.words;
  await playground.openSmall();
  await expect(playground.controls.getByText(transport.fresh)).toBeVisible();
  await test.step("trains, pauses, takes single steps and starts again", async () => {
    await playground.startTraining();
    await playground.expectStepAbove(10);
    const training = { sequences: 8, atMost: false, length: 16, unit: "characters", weights: 999 } as const;
    await expect(
      playground.controls.getByText(sentence(transport.training(training), { 999: /[\d,]+/ })),
    ).toBeVisible();
    const loss = await playground.loss();
    expect(loss).toBeGreaterThan(0);
    expect(loss).toBeLessThan(6);
    const paused = await playground.stopTraining();
    await expect(playground.train).toBeVisible();
    await playground.step.click();
    await playground.expectStep(paused + 1);
    await playground.step.click();
    await playground.step.click();
    await playground.step.click();
    await playground.expectStep(paused + 4);
    expect(await playground.settledStep()).toBe(paused + 4);
    await playground.reset.click();
    await playground.expectStep(0);
    await playground.expectNotice(run.freshWeights);
    await expect(playground.readout(transport.loss)).toHaveText("–");
  });
  await test.step("bears impatient clicks", async () => {
    await playground.train.dblclick();
    await playground.reset.dblclick();
    await playground.reset.dblclick();
    await expect(playground.train).toBeVisible();
    expect(await playground.settledStep()).toBe(0);
    await playground.startTraining();
    await playground.expectStepAbove(3);
    await playground.pause.dblclick();
    await playground.reset.click();
    await expect(playground.train).toBeVisible();
    expect(await playground.settledStep()).toBe(0);
    await playground.step.click({ clickCount: 5 });
    await playground.expectStep(5);
    expect(await playground.settledStep()).toBe(5);
  });
  await test.step("the loss falls as the network learns, and the learning rate changes without starting again", async () => {
    await playground.reset.click();
    await playground.expectStep(0);
    await playground.step.click();
    await playground.expectStep(1);
    const first = await playground.loss();
    await playground.startTraining();
    await playground.expectStepAbove(3);
    const steps = await playground.recordSteps();
    await playground.setNumber(settingLabels.learningRate, "0.02");
    const slider = page.getByRole("slider", { name: settingLabels.learningRate });
    await expect(slider).toHaveAttribute("aria-valuetext", "0.02");
    await playground.trainFor(3);
    // The slider's track is logarithmic: one notch of a twentieth of a decade.
    await slider.press("ArrowRight");
    await expect(playground.field(settingLabels.learningRate)).toHaveValue("0.022");
    await playground.trainFor(3);
    await expect(playground.pause).toBeVisible();
    const seen = await steps();
    expect(seen).toEqual([...seen].sort((a, b) => a - b));
    expect(seen[0]).toBeGreaterThan(0);
    await expect.poll(() => playground.loss()).toBeLessThan(first - 0.8);
  });
});

test("reloaded after training, the page opens where it was, and may be changed", {
  tag: inChinese,
}, async ({ page, playground }) => {
  const { choiceNames, controls, run, settingLabels, settings } = playground.words;
  const startedAgain = (name: string, before: string, after: string) =>
    run.changed({ changes: [run.change({ name, before, after })] });
  await playground.open();
  await test.step("reloaded after training, the page opens where it was", async () => {
    const opened = await playground.stepCount();
    await playground.startTraining();
    await playground.expectStepAbove(opened);
    const trained = await playground.stopTraining();
    // Plain http from another host has neither hashes nor locks: nothing is kept there, and the page opens as at first.
    const keeps = await page.evaluate(() => isSecureContext);
    if (keeps) await playground.keptFrom(trained);
    const back = keeps ? trained : opened;
    await page.reload();
    await playground.waitForGates();
    await playground.expectStep(back);
    await playground.takeProjectEngine();
    await playground.step.click();
    await playground.expectStep(back + 1);
  });
  await test.step("changes of the network start again and say so, and training goes on where it went", async () => {
    const trained = await playground.stepCount();
    await playground.setNumber(settingLabels.hiddenSizes, 7);
    await expect(page.getByText(controls.numberWanted({ integer: true, min: 8, max: 512 }))).toBeVisible();
    expect(await playground.stepCount()).toBe(trained);
    await playground.makeSmall();

    await playground.step.click();
    await playground.expectStep(1);
    await playground.moreSettings("training");
    await playground.setNumber(settingLabels.seed, 7);
    await playground.expectNotice(startedAgain(settingLabels.seed, "1", "7"));
    await playground.expectStep(0);

    const embedded = await weights(playground);
    await playground.choose(settingLabels.inputKind, settings.choices.inputKind.oneHot.label);
    const kinds = [choiceNames["inputKind:embedding"], choiceNames["inputKind:oneHot"]] as const;
    await playground.expectNotice(startedAgain(settingLabels.inputKind, ...kinds));
    await expect(playground.field(settingLabels.embeddingSize)).toBeHidden();
    await expect.poll(() => weights(playground)).not.toBe(embedded);
    await playground.startTraining();
    await playground.expectStepAbove(3);
    expect(await playground.loss()).toBeLessThan(6);

    await playground.setNumber(settingLabels.batchSize, 5);
    await playground.expectNotice(startedAgain(settingLabels.batchSize, "8", "5"));
    // Training goes on, with the new network from its own first step.
    await playground.stopTraining();
    await playground.reset.click();
    await playground.expectStep(0);
    await playground.startTraining();
    await playground.expectStepAbove(2);
  });
});

test("trains by the keyboard alone", { tag: anyEngine }, async ({ page, playground }) => {
  await playground.open();
  const trained = await playground.stepCount();
  await page.reload();
  await playground.waitForGates();
  const focused = () => page.evaluate(() => document.activeElement?.textContent?.trim() ?? "");
  for (let presses = 0; presses < 12 && (await focused()) !== "Train"; presses++)
    await page.keyboard.press("Tab");
  await expect(playground.train).toBeFocused();
  await page.keyboard.press("Enter");
  await playground.expectStepAbove(trained + 1);
  await expect(playground.pause).toBeFocused();
  await page.keyboard.press("Space");
  await expect(playground.train).toBeFocused();
  const paused = await playground.settledStep();
  await page.keyboard.press("Tab");
  await expect(playground.step).toBeFocused();
  await page.keyboard.press("Enter");
  await playground.expectStep(paused + 1);
});

async function weights({ page, words }: Playground): Promise<string> {
  const said = words.settings.weights({ weights: 999, memory: 888 });
  return textOf(page.getByText(sentence(said, { 999: /[\d,]+/, "888\u00a0B": /.+/ })));
}
