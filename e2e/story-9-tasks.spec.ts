/** Story 9: choose a task that tests memory, and see that the network remembers. */
import type { Locator } from "@playwright/test";
import { anyEngine, expect, numberOf, type Playground, test, textOf } from "./playground";

const dialogOf = ({ page }: Playground) => page.getByRole("dialog", { name: "Memory tasks" });

async function openTasks(playground: Playground): Promise<Locator> {
  await playground.data.getByRole("button", { name: "Memory tasks" }).click();
  const dialog = dialogOf(playground);
  await expect(dialog).toBeVisible();
  return dialog;
}

/** The loss in a row of the table of measurements. */
async function lossOf({ page }: Playground, row: string): Promise<number> {
  const cells = page
    .getByRole("row")
    .filter({ has: page.getByRole("rowheader", { name: row, exact: true }) });
  const text = await textOf(cells.getByRole("cell").first());
  return text === "–" ? Number.POSITIVE_INFINITY : numberOf(text);
}

test("tasks: with less loss than any network without memory", async ({ page, playground }) => {
  await playground.open();
  await test.step("a task that answers with numbers has squared errors to compare", async () => {
    const dialog = await openTasks(playground);
    await dialog.getByRole("option", { name: "Adding" }).click();
    await dialog.getByRole("textbox", { name: "Steps" }).fill("10");
    await dialog.getByRole("button", { name: "Use this task" }).click();
    await expect(playground.data.getByRole("heading", { name: "Adding" })).toBeVisible();
    await playground.neverStop();
    await playground.startTraining();
    await playground.expectStepAbove(2);
    await expect(page.getByRole("figure", { name: /^Mean squared error/ })).toBeVisible();
    expect(await lossOf(playground, "Without memory")).toBe(0.167);
    await expect.poll(() => lossOf(playground, "Validation")).toBeLessThan(0.05);
    await playground.pause.click();
    const evaluation = page.getByRole("region", { name: "Evaluation" });
    await expect(
      evaluation.getByText(/Without\smemory\sthat\sis\simpossible:\sthe\snetwork\sremembers/),
    ).toBeVisible();
    await expect(evaluation.getByRole("row", { name: "Best without memory" }).getByRole("cell")).toHaveText(
      "0.167",
    );
  });
  await test.step("copies symbols after a delay", async () => {
    const dialog = await openTasks(playground);
    await dialog.getByRole("option", { name: "Copy" }).click();
    await expect(dialog.getByText(/a\ssign\sto\srecall/).first()).toBeVisible();
    const citation = dialog.getByRole("link", { name: /Arjovsky/ });
    await expect(citation).toHaveAttribute("href", "https://arxiv.org/abs/1511.06464");
    await dialog.getByRole("textbox", { name: "Symbols to copy" }).fill("2");
    await dialog.getByRole("textbox", { name: "Alphabet" }).fill("2");
    await dialog.getByRole("textbox", { name: "Delay" }).fill("2");
    // 2 ln 2 / 6
    await expect(dialog.getByText("0.231 nats")).toBeVisible();
    await dialog.getByRole("button", { name: "Use this task" }).click();
    await expect(dialog).toBeHidden();

    await expect(playground.data.getByRole("heading", { name: "Copy" })).toBeVisible();
    await expect(playground.fact("steps each")).toHaveText("6");
    await expect(playground.fact("Loss without memory")).toHaveText("0.231 nats");
    // The task decides it.
    await expect(playground.field("Sequence length")).toBeHidden();
    await playground.setNumber("Hidden units", 16);
    await playground.expectNotice("hidden units 64 → 16");
    await playground.neverStop();
    await playground.startTraining();
    await expect.poll(() => lossOf(playground, "Validation")).toBeLessThan(0.1);
    expect(await lossOf(playground, "Without memory")).toBe(0.231);
    await page.getByRole("button", { name: "About “Newest measurements”" }).click();
    await expect(page.getByRole("tooltip")).toContainText(/cannot\sget\sbelow\s0\.231/);
    await playground.pause.click();
    const evaluation = page.getByRole("region", { name: "Evaluation" });
    const loss = evaluation.getByText(/^Loss:\s.*\sbest\spossible\swithout\smemory\sis\s0\.231\s/);
    // What was measured while it trained stands until the rest is measured as well.
    // The faster the machine, the smaller it is.
    const number = /[\d.]+(e-\d+)?/;
    await expect.poll(async () => numberOf(number.exec(await textOf(loss))?.[0] ?? "")).toBeLessThan(0.1);
  });
});

test("says which number cannot be used, and remembers the task that is trained on", {
  tag: anyEngine,
}, async ({ playground }) => {
  await playground.open();
  const dialog = await openTasks(playground);
  await dialog.getByRole("option", { name: "Parity" }).click();
  const start = dialog.getByRole("button", { name: "Use this task" });
  await dialog.getByRole("textbox", { name: "Bits" }).fill("3");
  await expect(dialog.getByText("A whole number from 4 to 250.")).toBeVisible();
  await expect(start).toBeDisabled();
  await dialog.getByRole("textbox", { name: "Bits" }).fill("7");
  await start.click();
  await expect(playground.data.getByRole("heading", { name: "Parity" })).toBeVisible();

  const again = await openTasks(playground);
  await expect(again.getByRole("option", { name: "Parity" })).toHaveAttribute("aria-selected", "true");
  await expect(again.getByRole("textbox", { name: "Bits" })).toHaveValue("7");
  await again.getByRole("button", { name: "Cancel" }).click();
  await expect(again).toBeHidden();
});
