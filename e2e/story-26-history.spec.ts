/** Story 26: the stage is wound back over the training, and the run goes on from where its state is kept. */
import type { Locator } from "@playwright/test";
import { anyEngine, expect, type Playground, test } from "./playground";

const thumbOf = ({ controls, words }: Playground): Locator =>
  controls.getByRole("slider", { name: words.past.title });

test("the past is shown as it was, compared, played, and made the present again", { tag: anyEngine }, async ({
  page,
  playground,
}) => {
  const { past, stage } = playground.words;
  const { controls } = playground;
  const hash = async () => (await playground.picture("h")).hash;
  await playground.openSmall();
  // Rows of alike units change their places with the run.
  await playground.choose("Order", "Stored");
  const thumb = thumbOf(playground);
  await expect(thumb).toBeDisabled();
  const seen: number[] = [await hash()];
  for (let step = 1; step <= 5; step++) {
    await playground.step.click();
    await playground.expectStep(step);
    await playground.rest();
    seen.push(await hash());
  }
  expect(new Set(seen).size).toBe(6);

  await test.step("each step is what it was, and the curves say where it is", async () => {
    await thumb.press("Home");
    for (const [step, picture] of seen.entries()) {
      await expect(thumb).toHaveAttribute("aria-valuetext", new RegExp(`^Step ${step}\\b`));
      await expect.poll(hash).toBe(picture);
      await expect(page.locator("[data-shown-step]")).toHaveAttribute("data-shown-step", String(step));
      await thumb.press("ArrowRight");
    }
    await expect(thumb).toHaveAttribute("aria-valuetext", past.now({ step: 5 }));
    await expect(page.locator("[data-shown-step]")).toHaveCount(0);
  });

  await test.step("lanes show what has changed", async () => {
    await thumb.press("ArrowLeft");
    await controls.getByRole("button", { name: past.lanes }).click();
    await page.getByRole("menuitemradio", { name: past.changes.before.label }).click();
    await expect(page.getByRole("img", { name: /−2/ }).first()).toBeVisible();
    await expect.poll(hash).not.toBe(seen[5]);
    // Each lane says since when, in the place of what its values mean, and so does what is spoken of it.
    await expect(page.getByText(stage.changedSince({ step: 4 }), { exact: true })).toHaveCount(4);
    await expect(playground.heatmap("h")).toHaveAttribute("aria-valuetext", /: Δh = −?\d\.\d{3}$/);
    await controls.getByRole("button", { name: past.lanes }).click();
    await page.getByRole("menuitemradio", { name: past.changes.none.label }).click();
    await expect.poll(hash).toBe(seen[5]);
  });

  await test.step("it is played to the present", async () => {
    await controls.getByRole("button", { name: past.backToNow }).click();
    await controls.getByRole("button", { name: past.play }).click();
    await expect(thumb).toHaveAttribute("aria-valuetext", /^Step 0\b/);
    await expect(thumb).toHaveAttribute("aria-valuetext", past.now({ step: 5 }));
  });

  await test.step("it goes on from a step whose weights are kept", async () => {
    await thumb.press("Home");
    // Steps that were taken one by one all have: they are marked, and the keyboard goes from one to the next.
    await expect(controls.locator("[data-kept-step]").first()).toHaveAttribute("data-kept-step", "0");
    for (let i = 0; i < 3; i++) await thumb.press("ArrowRight");
    await controls.getByRole("button", { name: past.keptStep({ way: "after", step: 4 }) }).press("Enter");
    await expect(thumb).toHaveAttribute("aria-valuetext", /^Step 4\b.*, weights kept$/);
    await controls.getByRole("button", { name: past.goOn }).press("Enter");
    await playground.expectStep(4);
    await playground.rest();
    // The button is gone, and the keyboard is where it was before.
    await expect(controls.locator(":focus")).toBeVisible();
    expect(await hash()).toBe(seen[4]);
    // What is kept from now on is what becomes of this one.
    await expect(page.locator("[data-kept]")).toHaveAttribute("data-kept", "4");
    await playground.step.click();
    await playground.expectStep(5);
    await playground.rest();
    expect(await hash()).toBe(seen[5]);
    await thumb.press("Home");
    await expect.poll(hash).toBe(seen[0]);
  });

  await test.step("after a reload the past is there as it was", async () => {
    await playground.keptFrom(5);
    await page.reload();
    await playground.waitForGates();
    await expect(thumb).toBeEnabled();
    await thumb.press("Home");
    await expect(thumb).toHaveAttribute("aria-valuetext", /^Step 0\b/);
    await expect.poll(hash).toBe(seen[0]);
  });

  await test.step("a frame of another sequence says so", async () => {
    await playground.controls.getByRole("button", { name: past.backToNow }).click();
    const field = page.getByRole("textbox", { name: stage.probeText });
    await field.fill("The goat");
    await field.press("Enter");
    await expect(playground.symbols()).toHaveCount(8);
    await thumb.press("Home");
    await expect(playground.controls.getByText(past.another)).toBeVisible();
    await expect(playground.symbols()).toHaveCount(64);
    await playground.controls.getByRole("button", { name: past.backToNow }).click();
    await expect(playground.symbols()).toHaveCount(8);
  });
});
