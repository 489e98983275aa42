/** Story 26: a forecast behind the last row, and what was answered, measured and drawn, taken along. */
import { readFileSync } from "node:fs";
import type { Download, Page } from "@playwright/test";
import Papa from "papaparse";
import { colourOf, colourScale } from "../src/ui/stage/paint/colourScale";
import { anyEngine, expect, numberOf, test, textOf as wordsOf } from "./playground";

const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const monthOf = (i: number) => `${months[i % 12]}-${50 + Math.floor(i / 12)}`;
/** Twelve years of guests, no year quite as the one before. */
const guests = Array.from(
  { length: 144 },
  (_, i) => `${monthOf(i)},${(200 + i + 40 * Math.sin((Math.PI * i) / 6) + ((7 * i) % 11)).toFixed(1)}`,
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
    await result.getByRole("button", { name: "Save results" }).click();
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

/** Ten years of sales at a price that is known five months further. */
const sales = Array.from({ length: 125 }, (_, i) => {
  const price = 10 + ((i * 7) % 5);
  const sold = (300 - 12 * price + 20 * Math.sin((Math.PI * i) / 6)).toFixed(1);
  return `${monthOf(i)},${price},${i < 120 ? sold : ""}`;
}).join("\n");

test("the forecast goes as far as was asked, and says and shows where what is known of it ends", {
  tag: anyEngine,
}, async ({ page, playground }) => {
  await playground.open();
  await playground.pickTable({
    name: "sales.csv",
    mimeType: "text/csv",
    buffer: Buffer.from(`month,price,sales\n${sales}\n`),
  });
  const dialog = page.getByRole("dialog", { name: "Open sales.csv" });
  const ahead = dialog.getByRole("textbox", { name: "Rows past the end" });
  await expect(ahead).toHaveValue("");
  await ahead.fill("30");
  await ahead.press("Enter");
  const from = dialog.getByRole("textbox", { name: "Held out from" });
  await from.fill("soon");
  await from.press("Enter");
  await expect(dialog.getByText(/^A date as 2024-03-31/)).toBeVisible();
  await from.fill("1957-01");
  await from.press("Enter");
  await expect(from).toHaveValue("1957-01-01");
  await dialog.getByRole("button", { name: "Use this data" }).click();
  await expect(dialog).toBeHidden();
  await page.getByRole("button", { name: "Step", exact: true }).click();
  const future = page
    .getByRole("region", { name: "Evaluation" })
    .getByRole("region", { name: "Beyond the last row" });
  await expect(future.getByRole("figure", { name: "Forecast of sales" })).toBeVisible();
  // Of 1957, 1958 and 1959.
  await expect(page.getByText(/^On the 36\sheld-out forecasts/)).toBeVisible();
  await expect(future.getByText(/^30\srows, one after the other/)).toContainText(
    /All other inputs are known for 5\srows, up to the dotted line/,
  );
  const text = await textOf(await saved(page, () => future.getByRole("button", { name: /as SVG$/ }).click()));
  expect(text).toContain(">end of known inputs<");
  await future.getByText("Forecast in numbers").click();
  const rows = future.getByRole("table", { name: "Forecast of sales" }).getByRole("row");
  await expect(rows).toHaveCount(31);
});

test("the lanes and the cell leave as pictures, light in a dark page, in the colours of their numbers", {
  tag: anyEngine,
}, async ({ page, playground }) => {
  await page.emulateMedia({ colorScheme: "dark" });
  await playground.openSmall();
  await playground.choose("Order", "Stored");
  const map = playground.heatmap("h");
  await playground.walkTo(map);
  await expect(map).toHaveAttribute("aria-valuetext", /unit 2\b.* 3\b/i);
  await page.mouse.move(0, 0);
  const value = numberOf(/(−?\d\.\d{3})$/.exec((await map.getAttribute("aria-valuetext")) ?? "")?.[1] ?? "");

  await test.step("every lane, with its scale, its units and what is read", async () => {
    const choose = async (kind: string) => {
      await page.getByRole("button", { name: "Save the lanes as a picture" }).click();
      await page.getByRole("menuitem", { name: kind }).click();
    };
    const vector = await saved(page, () => choose("SVG"));
    expect(vector.suggestedFilename()).toMatch(/ - Gates and states - 0\.svg$/);
    const text = await textOf(vector);
    for (const said of [
      "update gate z",
      "hidden state h",
      "unit",
      "15",
      "time step t",
      "reads",
      "expects",
      "−1",
    ])
      expect(text).toContain(`>${said}<`);
    expect(text).toContain("16\u00a0units in order: by their numbers in the network");
    const png = readFileSync(await (await saved(page, () => choose("PNG"))).path());
    const places = Array.from(
      text.matchAll(/<image x="(\d+)" y="(\d+)" width="(\d+)" height="(\d+)"/g),
      (found) => found.slice(1).map(Number),
    );
    expect(places.length).toBe(4);
    const [x, y, width, height] = places[3];
    const steps = await playground.symbols().count();
    const at = [x + (3.5 * width) / steps, y + (2.5 * height) / 16].map((place) => Math.round(2 * place));
    const shown = await pixelAt(page, png, at[0], at[1]);
    const near = [value - 0.0005, value, value + 0.0005].map((one) =>
      colourOf(colourScale("state", "light"), one),
    );
    expect(near).toContain(`rgb(${shown.slice(0, 3).join(" ")})`);
  });

  await test.step("the diagram, with its numbers and scales", async () => {
    const vector = await saved(page, () =>
      page.getByRole("button", { name: "Save The cell as SVG" }).click(),
    );
    expect(vector.suggestedFilename()).toMatch(/ - The cell at t = 3, reading “.”, unit 2 - 0\.svg$/);
    const text = await textOf(vector);
    expect(text).toContain(">from −1 to 1<");
    expect(text).toContain(colourOf(colourScale("gate", "light"), 1));
    expect(text).not.toMatch(/var\(--| style=| class=/);
    // The wire of the new state, in the light theme's colour of its number.
    const shown = Number(
      /(−?\d\.\d+)$/
        .exec((await playground.node("h").getAttribute("aria-label")) ?? "")?.[1]
        .replace("−", "-"),
    );
    expect(Math.abs(shown - value)).toBeLessThan(0.0011);
    const near = [-0.0005, 0, 0.0005].map((by) =>
      colourOf(colourScale("state", "light"), shown + by)?.replaceAll(" ", ", "),
    );
    expect(near.some((colour) => text.includes(`stroke="${colour}"`))).toBe(true);
    const pixels = await saved(page, () =>
      page.getByRole("button", { name: "Save The cell as PNG" }).click(),
    );
    const { corner } = await coloursOf(page, readFileSync(await pixels.path()));
    expect(corner).toEqual([255, 255, 255, 255]);
  });
});

/** Of a picture, as red, green, blue and opacity. */
async function pixelAt(page: Page, png: Buffer, x: number, y: number): Promise<number[]> {
  return page.evaluate(
    async ({ bytes, place }) => {
      const bitmap = await createImageBitmap(new Blob([new Uint8Array(bytes)], { type: "image/png" }));
      const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext("2d");
      if (!context) throw new Error("There is no canvas.");
      context.drawImage(bitmap, 0, 0);
      return Array.from(context.getImageData(place[0], place[1], 1, 1).data);
    },
    { bytes: [...png], place: [x, y] as const },
  );
}

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
