/** Story 23: a table of several series, one below the other: each is forecast from itself, and measured by itself. */
import { anyEngine, expect, test } from "./playground";

const day = (index: number) => new Date(Date.UTC(2024, 0, 1 + index)).toISOString().slice(0, 10);

/** Sixty days of three shops: about 10, 300 and 900. */
const shops = ["north", "south", "east"]
  .map((shop, s) =>
    Array.from(
      { length: 60 },
      (_, i) => `${day(i)},${([10, 300, 900][s] + 4 * Math.sin(i / 2 + s)).toFixed(2)},${shop}`,
    ).join("\n"),
  )
  .join("\n");

test("several series are forecast, each from itself", { tag: anyEngine }, async ({ page, playground }) => {
  await playground.open();
  await playground.pickTable({
    name: "shops.csv",
    mimeType: "text/csv",
    buffer: Buffer.from(`date,sales,shop\n${shops}\n`),
  });
  const dialog = page.getByRole("dialog", { name: "Open shops.csv" });
  const plan = dialog.getByRole("region", { name: "Data preparation" });
  await expect(dialog.getByRole("columnheader", { name: /shop.*sequence id/ })).toBeVisible();
  await expect(plan).toContainText(
    "3 series of “shop”, 60 rows each: “north”, “south” and “east”. No window has rows of two of them.",
  );
  await expect(plan).toContainText("Held-out set: the last rows of each series, 36 in all.");
  await expect(plan).toContainText("Each series is scaled by itself");
  await expect(dialog.getByRole("region", { name: "Several series, or one?" })).toBeHidden();

  // What is chosen by hand goes back, with what follows from it.
  const choose = async (field: string, option: string) => {
    await dialog.getByRole("button", { name: new RegExp(`${field}$`) }).click();
    await page.getByRole("option", { name: option }).click();
  };
  await choose("Series", "All rows form one series");
  await expect(plan).not.toContainText("3 series");
  await choose("Series", "shop");
  await expect(plan).toContainText("3 series of “shop”");
  await dialog.getByRole("button", { name: "Use this data" }).click();
  await expect(dialog).toBeHidden();

  const shown = (name: string) => page.getByRole("status").filter({ hasText: name });
  await expect(shown("north, after 2024-02-17")).toBeVisible();
  await page.getByRole("button", { name: "north Series" }).click();
  await page.getByRole("option", { name: "east" }).click();
  await expect(shown("east, after 2024-02-17")).toBeVisible();

  const result = page.getByRole("region", { name: "Evaluation" });
  await result.getByRole("button", { name: "Evaluate now" }).click();
  await expect(result.getByRole("table", { name: "RMSE by series" }).getByRole("row")).toHaveCount(4);
  await result.getByRole("button", { name: /Series$/ }).click();
  await page.getByRole("option", { name: "south" }).click();
  await expect(result.getByRole("figure", { name: /^sales/ })).toBeVisible();
});
