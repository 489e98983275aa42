/** Story 26: a forecast behind the last row, and what was answered, measured and drawn, taken along. */
import { readFileSync } from "node:fs";
import type { Download, Page } from "@playwright/test";
import Papa from "papaparse";
import { anyEngine, expect, test, textOf as wordsOf } from "./playground";

const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const monthOf = (i: number) => `${months[i % 12]}-${50 + Math.floor(i / 12)}`;
/** Twelve years of guests. */
const guests = Array.from(
  { length: 144 },
  (_, i) => `${monthOf(i)},${(200 + i + 40 * Math.sin((Math.PI * i) / 6)).toFixed(1)}`,
).join("\n");

const textOf = async (download: Download) => readFileSync(await download.path(), "utf8");

async function saved(page: Page, press: () => Promise<void>): Promise<Download> {
  const [download] = await Promise.all([page.waitForEvent("download"), press()]);
  return download;
}

test("what comes after the last month is forecast and taken along", { tag: anyEngine }, async ({
  page,
  playground,
}) => {
  await playground.open();
  await playground.pickTable({
    name: "guests.csv",
    mimeType: "text/csv",
    buffer: Buffer.from(`month,guests\n${guests}\n`),
  });
  const dialog = page.getByRole("dialog", { name: "Open guests.csv" });
  await dialog.getByRole("button", { name: "Use this data" }).click();
  await expect(dialog).toBeHidden();
  await page.getByRole("button", { name: "Step", exact: true }).click();
  const result = page.getByRole("region", { name: "Evaluation" });
  const future = result.getByRole("region", { name: "Beyond the last row" });
  await expect(future.getByRole("figure", { name: "Forecast of guests" })).toBeVisible();

  await future.getByText("Forecast in numbers").click();
  const table = future.getByRole("table", { name: "Forecast of guests" });
  await expect(table.getByRole("row")).toHaveCount(25);
  await expect(table.getByRole("rowheader").first()).toHaveText("Jan-62");
  await expect(table.getByRole("rowheader").last()).toHaveText("Dec-63");

  await test.step("the answers, with the decimal sign of a spreadsheet, are those of the table", async () => {
    await result.getByRole("button", { name: "Take along" }).click();
    await result.getByText("Comma", { exact: true }).click();
    await expect(result.getByRole("radio", { name: "Comma" })).toBeChecked();
    const download = await saved(page, () =>
      result.getByRole("button", { name: "Save answers (CSV)" }).click(),
    );
    expect(download.suggestedFilename()).toBe("guests - answers - 1.csv");
    const { data: rows } = Papa.parse<Record<string, string>>(await textOf(download), {
      header: true,
      delimiter: ";",
      skipEmptyLines: true,
    });
    const toCome = rows.filter(({ part }) => part === "future");
    expect(toCome.map(({ row }) => row)).toEqual(Array.from({ length: 24 }, (_, j) => monthOf(144 + j)));
    const shown = await wordsOf(table.getByRole("row").nth(1).getByRole("cell").first());
    const written = Number(toCome[0]["guests: forecast"].replace(",", "."));
    expect(Math.abs(written - Number(shown.replaceAll(",", "")))).toBeLessThan(0.51);
    expect(rows.length - toCome.length).toBe(29);
    await expect(page.getByText("Saved as guests - answers - 1.csv: 53")).toBeVisible();
  });

  await test.step("the measures are those of the page, with all digits", async () => {
    const download = await saved(page, () =>
      result.getByRole("button", { name: "Save measures (CSV)" }).click(),
    );
    const text = await textOf(download);
    expect(text.split("\r\n")[0]).toBe("measured of;rows ahead;model;measure;value");
    expect(text).toMatch(/^guests;1?;?.*Network;RMSE;\d+,\d{6,}/m);
  });

  await test.step("the chart is a picture with its title and legend, light in a dark page", async () => {
    await page.emulateMedia({ colorScheme: "dark" });
    await expect(page.locator(":root")).toHaveAttribute("data-theme", "dark");
    const vector = await saved(page, () => future.getByRole("button", { name: /as SVG$/ }).click());
    const text = await textOf(vector);
    for (const said of [
      "Forecast of guests · guests.csv",
      "known",
      "forecast",
      "50\u00a0% range",
      "80\u00a0% range",
    ])
      expect(text).toContain(`>${said}<`);
    // The text's colour of the light theme, and none of the dark one's.
    expect(text).toContain("rgb(23, 27, 34)");
    expect(text).not.toContain("rgb(231, 234, 240)");
    expect(text).not.toMatch(/var\(--| style=| class=/);
    const pixels = await saved(page, () => future.getByRole("button", { name: /as PNG$/ }).click());
    const png = readFileSync(await pixels.path());
    const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
    const size = /width="([\d.]+)" height="([\d.]+)"/.exec(text);
    expect([width, height]).toEqual([Math.round(2 * Number(size?.[1])), Math.round(2 * Number(size?.[2]))]);
    const colours = await coloursOf(page, png);
    expect(colours.corner).toEqual([255, 255, 255, 255]);
    // The line of the forecast, in the light theme's blue.
    expect(colours.blue).toBeGreaterThan(200);
  });
});

/** Of a picture: its first pixel, and how many are of the light theme's blue. */
async function coloursOf(page: Page, png: Buffer) {
  return page.evaluate(
    async (bytes) => {
      const bitmap = await createImageBitmap(new Blob([new Uint8Array(bytes)], { type: "image/png" }));
      const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext("2d");
      if (!context) throw new Error("There is no canvas.");
      context.drawImage(bitmap, 0, 0);
      const { data } = context.getImageData(0, 0, bitmap.width, bitmap.height);
      let blue = 0;
      for (let i = 0; i < data.length; i += 4)
        if (Math.abs(data[i] - 47) + Math.abs(data[i + 1] - 87) + Math.abs(data[i + 2] - 201) < 12) blue++;
      return { corner: Array.from(data.slice(0, 4)), blue };
    },
    [...png],
  );
}
