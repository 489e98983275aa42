/** Story 2: train, pause, step, reset, and change settings. */
import type { Page } from "@playwright/test";
import { anyEngine, expect, test, textOf } from "./playground";

test("trains, pauses, takes single steps and starts again, however impatient the clicks", async ({
  page,
  playground,
}) => {
  await playground.openSmall();
  await expect(playground.controls.getByText(/^Fresh\sweights/)).toBeVisible();
  await test.step("trains, pauses, takes single steps and starts again", async () => {
    await playground.startTraining();
    await playground.expectStepAbove(10);
    await expect(
      playground.controls.getByText(/each\sstep\sreads\s8\ssequences\sof\s16\scharacters/),
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
    await playground.expectNotice("Started again from fresh weights.");
    await expect(playground.readout("Loss")).toHaveText("–");
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
    await playground.setNumber("Learning rate", "0.02");
    const slider = page.getByRole("slider", { name: "Learning rate" });
    await expect(slider).toHaveAttribute("aria-valuetext", "0.02");
    await playground.trainFor(3);
    // The slider's track is logarithmic: one notch of a twentieth of a decade.
    await slider.press("ArrowRight");
    await expect(playground.field("Learning rate")).toHaveValue("0.022");
    await playground.trainFor(3);
    await expect(playground.pause).toBeVisible();
    const seen = await steps();
    expect(seen).toEqual([...seen].sort((a, b) => a - b));
    expect(seen[0]).toBeGreaterThan(0);
    await expect.poll(() => playground.loss()).toBeLessThan(first - 0.8);
  });
});

test("reloaded in the middle of training, the page opens as before, and may be changed", async ({
  page,
  playground,
}) => {
  await playground.open();
  await test.step("reloaded in the middle of training, the page opens as before", async () => {
    const trained = await playground.stepCount();
    await playground.startTraining();
    await playground.expectStepAbove(trained);
    await page.reload();
    await playground.waitForGates();
    await playground.expectStep(trained);
    await playground.takeProjectEngine();
    await playground.step.click();
    await playground.expectStep(trained + 1);
  });
  await test.step("changes of the network start again and say so, and training goes on where it went", async () => {
    const trained = await playground.stepCount();
    await playground.setNumber("Hidden units", 7);
    await expect(page.getByText("A whole number from 8 to 512.")).toBeVisible();
    expect(await playground.stepCount()).toBe(trained);
    await playground.makeSmall();

    await playground.step.click();
    await playground.expectStep(1);
    await playground.moreSettings("training");
    await playground.setNumber("Seed", 7);
    await playground.expectNotice("Started again: seed 1 → 7.");
    await playground.expectStep(0);

    const embedded = await weights(page);
    await playground.choose("Input", "One-hot");
    await playground.expectNotice("Started again: input embedding → one-hot.");
    await expect(playground.field("Embedding size")).toBeHidden();
    await expect.poll(() => weights(page)).not.toBe(embedded);
    await playground.startTraining();
    await playground.expectStepAbove(3);
    expect(await playground.loss()).toBeLessThan(6);

    await playground.setNumber("Batch size", 5);
    await playground.expectNotice("Started again: batch size 8 → 5.");
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

async function weights(page: Page): Promise<string> {
  return textOf(page.getByText(/[\d,]+\sweights;\straining\stakes/));
}
