/** Story 29: another file goes through the network that stands, which learns nothing of it; and which inputs it goes by. */
import { readFileSync } from "node:fs";
import Papa from "papaparse";
import { png, zip } from "./folders";
import { anyEngine, expect, test } from "./playground";

const wave = (i: number) => 60 + i + 9 * Math.sin(i / 3);
const warmth = (i: number) => 20 * Math.cos(i / 3);
const line = (i: number) => `${i + 1},${wave(i).toFixed(2)},${warmth(i).toFixed(2)}`;
const rows = (from: number, count: number) => Array.from({ length: count }, (_, i) => line(from + i));
const file = (name: string, heading: string, lines: readonly string[]) => ({
  name,
  mimeType: "text/csv",
  buffer: Buffer.from(`${[heading, ...lines].join("\n")}\n`),
});

test("a second file is mapped, answered, measured and taken along", { tag: anyEngine }, async ({
  page,
  playground,
}) => {
  await playground.open();
  await playground.pickTable(file("north.csv", "day,guests,warmth", rows(0, 120)));
  const first = page.getByRole("dialog", { name: "Open north.csv" });
  await first.getByRole("button", { name: "Use this data" }).click();
  await expect(first).toBeHidden();
  await page.getByRole("button", { name: "Step", exact: true }).click();
  const result = page.getByRole("region", { name: "Evaluation" });
  await result.getByRole("button", { name: "Try it on another file" }).click();
  await playground.giveFile(
    result.getByRole("button", { name: "Open another file" }),
    file(
      "south.csv",
      "day,guests,degrees,sky",
      rows(200, 60).map((one) => `${one},blue`),
    ),
  );
  const dialog = page.getByRole("dialog", { name: "south.csv through this network" });

  await test.step("what is missing and new is said, and nothing can be asked", async () => {
    await expect(dialog.getByRole("alert")).toContainText("none of their names: “warmth”");
    await expect(dialog.getByText("New columns, not read: day, degrees and sky.")).toBeVisible();
    await expect(dialog.getByRole("button", { name: "Get the answers" })).toBeHidden();
    await expect(dialog.getByText("Decimal sign")).toBeHidden();
  });

  await test.step("the missing column is mapped by hand", async () => {
    await dialog.getByRole("button", { name: /Column for warmth/ }).click();
    await page.getByRole("option", { name: "degrees" }).click();
    await expect(dialog.getByText("New columns, not read: day and sky.")).toBeVisible();
    await expect(dialog.getByRole("alert")).toBeHidden();
  });

  await test.step("all of it is answered and measured, and taken along", async () => {
    await dialog.getByRole("button", { name: "Get the answers" }).click();
    const good = dialog.getByRole("region", { name: "How good these answers are" });
    await expect(good.getByText(/^On the \d+\sforecasts, /)).toBeVisible();
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      dialog.getByRole("button", { name: "Save the answers (CSV)" }).click(),
    ]);
    expect(download.suggestedFilename()).toBe("south - answers of another file - 1.csv");
    const text = readFileSync(await download.path(), "utf8");
    const { data } = Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true });
    const known = data.filter(({ part }) => part === "held out");
    expect(known.at(-1)?.["row"]).toBe("61");
    expect(Number(known.at(-1)?.["warmth: truth"])).toBeCloseTo(warmth(259), 2);
    expect(data.filter(({ part }) => part === "future").length).toBeGreaterThan(0);
  });

  await test.step("the network and its data stay", async () => {
    await dialog.getByRole("button", { name: "Close" }).click();
    await expect(dialog).toBeHidden();
    await expect(page.getByText("north.csv").first()).toBeVisible();
    await expect(result.getByText("at step 1").first()).toBeVisible();
  });

  await test.step("which of its inputs matter is measured, drawn and told in numbers", async () => {
    await page.getByRole("tab", { name: "Inputs" }).click();
    const importance = page.getByRole("region", { name: "Which inputs matter" });
    await importance.getByRole("button", { name: "Measure" }).click();
    await expect(importance.getByRole("button", { name: "Measure again" })).toBeVisible();
    const numbers = importance.getByRole("table", { name: "Rise of the loss without each input" });
    await expect(numbers.getByRole("rowheader")).toHaveText([/warmth|guests/, /warmth|guests/]);
    await expect(importance.locator("figure .recharts-bar-rectangle")).toHaveCount(2);
    await expect(importance.getByRole("button", { name: /as SVG$/ })).toBeVisible();
  });
});

test("another folder of pictures is read as the first was, answered and taken along", {
  tag: anyEngine,
}, async ({ page, playground }) => {
  const lines = (across: boolean, i: number) =>
    png(16, 16, (x, y) => (((across ? y : x) + i) % 5 < 2 ? 255 - i : 0));
  const all = Array.from({ length: 12 }, (_, i) => i);
  const stripes = zip("stripes.zip", {
    ...Object.fromEntries(all.map((i) => [`stripes/across/${i}.png`, lines(true, i)])),
    ...Object.fromEntries(all.map((i) => [`stripes/down/${i}.png`, lines(false, i)])),
  });
  const more = zip("more.zip", {
    "more/across/a.png": lines(true, 20),
    "more/slanted/b.png": png(16, 16, (x, y) => ((x + y) % 5 < 2 ? 255 : 0)),
    "more/down/c.png": lines(false, 21),
    "more/down/broken.png": "no picture at all",
  });
  await playground.open();
  await playground.openZip("openPictures", stripes);
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "Use these pictures" }).click();
  await expect(dialog).toBeHidden();
  await page.getByRole("button", { name: "Step", exact: true }).click();
  const result = page.getByRole("region", { name: "Evaluation" });
  await result.getByRole("button", { name: "Another folder" }).click();
  await playground.giveFile(result.getByRole("button", { name: playground.words.folders.chooseZip }), more);
  const second = page.getByRole("dialog", { name: "more.zip through this network" });
  await expect(
    second.getByText(/^3\spictures to be answered, 2 of them with a label that the network knows\.$/),
  ).toBeVisible();
  await expect(second.getByText(/^1\slabel that the network cannot answer.*“slanted”\.$/)).toBeVisible();
  await expect(second.getByText(/^1\spicture could not be read\. The first: .*broken\.png/)).toBeVisible();
  await second.getByRole("button", { name: "Get the answers" }).click();
  await expect(second.getByRole("region", { name: "How good these answers are" })).toBeVisible();
  await expect(second.getByText(/^Answered: 3\sfiles\.$/)).toBeVisible();
  // Its examples are not on the stage: no cell promises to show them.
  const matrix = second.getByRole("table", { name: playground.words.evaluation.confusionCaption });
  await expect(matrix.getByRole("img")).not.toHaveCount(0);
  await expect(matrix.getByRole("button")).toHaveCount(0);
  await expect(second.getByText(playground.words.evaluation.countsTold)).toBeVisible();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    second.getByRole("button", { name: "Save the answers (CSV)" }).click(),
  ]);
  const text = readFileSync(await download.path(), "utf8");
  const { data } = Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true });
  expect(data.map(({ sequence }) => sequence)).toEqual(["across/a.png", "down/c.png", "slanted/b.png"]);
  await second.getByRole("button", { name: "Close" }).click();
  await expect(second).toBeHidden();
  await expect(result.getByText("at step 1").first()).toBeVisible();
});

test("another text goes through a network of language: what it does not know is said, then each symbol has its loss", {
  tag: anyEngine,
}, async ({ page, playground }) => {
  await playground.openSmall();
  await page.getByRole("button", { name: "Step", exact: true }).click();
  const result = page.getByRole("region", { name: "Evaluation" });
  await result.getByRole("button", { name: "Try it on another file" }).click();
  await playground.giveFile(result.getByRole("button", { name: "Open another text" }), {
    name: "other.txt",
    mimeType: "text/plain",
    buffer: Buffer.from("The cat sat. The кот sat.\n".repeat(4)),
  });
  const dialog = page.getByRole("dialog", { name: "other.txt through this network" });
  await expect(dialog.getByText(/^The text has 104\scharacters\.$/)).toBeVisible();
  await expect(
    dialog.getByText(/11\.5\s% of them are not in the network’s vocabulary, as “к”, “о”,? and “т”/),
  ).toBeVisible();
  await expect(dialog.getByRole("table")).toBeHidden();
  await dialog.getByRole("button", { name: "Evaluate the network on it" }).click();
  const region = dialog.getByRole("region", { name: "How good these answers are" });
  const network = region.getByRole("row", { name: /^Network \d/ });
  await expect(network.getByRole("cell")).toHaveCount(4);
  const cells = (await network.getByRole("cell").allTextContents()).map(Number.parseFloat);
  expect(cells[1]).toBeCloseTo(cells[0] / Math.LN2, 1);
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    dialog.getByRole("button", { name: "Save the loss of each symbol (CSV)" }).click(),
  ]);
  expect(download.suggestedFilename()).toBe("other - loss of each symbol - 1.csv");
  const { data } = Papa.parse<Record<string, string>>(readFileSync(await download.path(), "utf8"), {
    header: true,
    skipEmptyLines: true,
  });
  expect(data.length).toBe(104);
  const told = data.filter((row) => row["loss, nats"] !== "");
  expect(told.length).toBe(104 - 12 - 1);
  const mean = told.reduce((sum, row) => sum + Number(row["loss, nats"]), 0) / told.length;
  expect(Math.abs(mean - cells[0])).toBeLessThan(0.006);
  await dialog.getByRole("button", { name: "Close" }).click();
  await expect(dialog).toBeHidden();
});
