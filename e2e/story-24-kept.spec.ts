/** Story 24: what is trained is kept, and the page opens where it was. */
import type { Page } from "@playwright/test";
import { expect, type Playground, test } from "./playground";

/** Runs in the page: hears every loss that the engine tells, exactly. */
function recordLosses(): void {
  const losses: [number, number][] = [];
  Object.assign(window, { losses });
  const Own = window.Worker;
  window.Worker = class extends Own {
    constructor(url: string | URL, options?: WorkerOptions) {
      super(url, options);
      if (options?.name !== "gru-engine") return;
      this.addEventListener("message", ({ data }) => {
        if (data?.type === "metrics") for (const { step, loss } of data.points) losses.push([step, loss]);
      });
    }
  };
}

const lossesOf = (page: Page) =>
  page.evaluate((): readonly [number, number][] => Reflect.get(window, "losses"));

async function takeSteps(playground: Playground, last: number): Promise<void> {
  while ((await playground.settledStep()) < last) await playground.step.click();
}

/** With dropout and carried states, all of which has to come back. */
async function begin(playground: Playground): Promise<void> {
  await playground.page.addInitScript(recordLosses);
  await playground.openSmall();
  await playground.moreSettings("network");
  await playground.setNumber("Recurrent dropout", 0.2);
  await playground.rest();
}

test("reloaded between two steps, it opens there, looks the same, and goes on bit for bit", async ({
  page,
  playground,
}) => {
  await begin(playground);
  await takeSteps(playground, 6);
  const undisturbed = (await lossesOf(page)).slice(-6);
  await playground.reset.click();
  await playground.expectStep(0);
  await takeSteps(playground, 3);
  await playground.unitField.fill("5");
  await playground.unitField.press("Enter");
  await playground.timeSlider.fill("3");
  await playground.field("Probe text").fill("the queen");
  await playground.field("Probe text").press("Enter");
  await playground.rest();
  await playground.keptFrom(3);
  const before = await lossesOf(page);
  const value = () => playground.node("h").getAttribute("aria-label");
  const [loss, state] = [await playground.loss(), await value()];

  await page.reload();
  await playground.waitForGates();
  await playground.expectNotice(/^Back at step 3 of “.+”, as it was kept/);
  await playground.rest();
  expect([await playground.stepCount(), await playground.loss()]).toEqual([3, loss]);
  await expect(playground.unitField).toHaveValue("5");
  await expect(playground.timeSlider).toHaveValue("3");
  await expect(playground.field("Probe text")).toHaveValue("the queen");
  expect(await value()).toBe(state);
  await expect(playground.engineControl).toHaveAccessibleName(
    playground.project === "webgpu" ? /GPU/ : /^CPU/,
  );
  await takeSteps(playground, 6);
  expect([...before, ...(await lossesOf(page))].slice(-6)).toEqual(undisturbed);
});
