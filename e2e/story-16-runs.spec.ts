/** Story 16: no run is lost while the page is open, and the page says what it waits for. */
import { engineWorkers } from "../scripts/faults/pageControls";
import { count as formatCount } from "../src/words/en/phrases";
import { anyEngine, expect, type Playground, test } from "./playground";

async function trainSmall(playground: Playground): Promise<number> {
  await playground.neverStop();
  await playground.startTraining();
  await playground.trainFor(20);
  return playground.stopTraining();
}

test("a run that was given up by mistake comes back from the notice, and the other from the controls", {
  tag: anyEngine,
}, async ({ page, playground }) => {
  // The network that the page came with is one of its runs.
  await playground.open();
  await playground.makeSmall();
  const step = await trainSmall(playground);
  const counted = formatCount(step);
  const loss = await playground.loss();
  const seed = playground.field("Seed");
  await playground.moreSettings("training");
  await playground.setNumber("Seed", 2);
  await playground.expectNotice("seed 1 → 2");
  await playground.rest();
  expect(await playground.firstLoss()).not.toBe(loss);
  await playground.setNumber("Seed", 3);
  await playground.expectNotice("seed 2 → 3");
  await playground.rest();

  await playground.controls.getByRole("button", { name: "History" }).click();
  const history = page.getByRole("dialog", { name: "History" });
  const runs = history.getByRole("button");
  // The third is the network that came with the page.
  await expect(runs).toHaveText([
    /^Step 1, loss .*seed 2$/,
    new RegExp(`^Step ${counted}, loss .*seed 1$`),
    /^Step 8,000.*hidden units 64/,
  ]);
  await expect(history.getByRole("listitem").filter({ hasText: "Started again: seed 1 → 2." })).toContainText(
    `step ${counted}`,
  );
  await runs.nth(1).click();
  await playground.expectNotice(`Back to the run from before, at step ${counted}.`);
  await playground.rest();
  expect([await playground.stepCount(), await playground.loss()]).toEqual([step, loss]);
  await expect(seed).toHaveValue("1");

  // Undone can be redone.
  const back = playground.controls.getByRole("button", { name: /^Back to the run from before/ });
  await back.click();
  await expect(seed).toHaveValue("3");
  await playground.rest();
  expect(await playground.stepCount()).toBe(0);
  await playground.reset.click();
  await playground.expectNotice(/^Started again from fresh weights/);
  await back.click();
  await expect(seed).toHaveValue("1");
  await playground.rest();
  expect([await playground.stepCount(), await playground.loss()]).toEqual([step, loss]);
});

test("data that were exchanged by mistake come back with their run, from the notice", {
  tag: anyEngine,
}, async ({ playground }) => {
  await playground.openSmall();
  const step = await trainSmall(playground);
  await playground.startTraining();
  await playground.trainFor(5);
  await playground.data.getByRole("button", { name: "Samples" }).click();
  await playground.page.getByRole("menuitem", { name: "Small pictures" }).click();
  // The notice goes by itself; that of a restart before may still be there.
  await playground.inTheMoment(() => {
    const notice = Array.from(document.querySelectorAll("[data-notices] > *")).find((one) =>
      one.textContent?.startsWith("New data, fresh weights"),
    );
    const back = Array.from(notice?.querySelectorAll("button") ?? []).find(
      ({ textContent }) => textContent === "Back to the run from before",
    );
    back?.click();
    return back !== undefined;
  });
  await expect(playground.field("Probe text")).toBeVisible();
  expect(await playground.settledStep()).toBeGreaterThan(step);
});

test("a worker that has died without a word is replaced, and the run goes on from what was saved", {
  tag: anyEngine,
}, async ({ page, playground }) => {
  await playground.openSmall();
  const step = await trainSmall(playground);
  await playground.startTraining();
  // Its answer may be lost with it.
  for (const worker of engineWorkers(page)) await worker.evaluate(() => self.close()).catch(() => undefined);
  await playground.expectNotice(
    /^The engine did not respond for 10 seconds and was stopped\. A new one goes on from step/,
  );
  // The new one trains: the step of the old one, or more than the saved one, may be on show before it does.
  await playground.expectStepAbove(Math.max(step, await playground.stepCount()));
  await playground.stopTraining();
});

test("what is waited for is named where it was asked for, and can be taken back", { tag: anyEngine }, async ({
  page,
  playground,
}) => {
  await playground.openSmall();
  // A step that takes so long, as on a slow GPU.
  for (const worker of engineWorkers(page))
    await worker.evaluate(() => {
      setTimeout(() => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 7000));
    });
  await playground.setNumber("Batch size", 16);
  await playground.inTheMoment(() => {
    const note = Array.from(document.querySelectorAll("[role=status]")).find((element) =>
      element.textContent?.startsWith("Applying the setting."),
    );
    note?.querySelector("button")?.click();
    return document.body.textContent?.includes("Cancelling.") === true;
  });
  await playground.rest();
  await expect(page.getByText("Cancelling.")).toBeHidden();
});
