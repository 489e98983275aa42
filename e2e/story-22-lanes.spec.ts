/** Story 22: the lanes of units: their order, what a pixel says, zoom, pins and boxes. */
import type { Page } from "@playwright/test";
import { colourScale, levelOf } from "../src/ui/stage/paint/colourScale";
import { anyEngine, expect, type Playground, type RowId, test, textOf } from "./playground";

/** The unit of each of so many rows from the top, as the keyboard finds them. */
async function unitsFromTop(playground: Playground, count: number): Promise<number[]> {
  const map = playground.heatmap("h");
  await map.focus();
  for (let i = 0; i < 7; i++) await map.press("PageUp");
  const units: number[] = [];
  for (let row = 0; row < count; row++) {
    if (row > 0) await map.press("ArrowDown");
    const before = units.at(-1);
    await expect.poll(async () => (await playground.place("h")).unit).not.toBe(before ?? -1);
    units.push((await playground.place("h")).unit);
  }
  return units;
}

/** The pixel of a heatmap's canvas in a row and column of the picture, as the machine's bytes have it. */
const pixelAt = (playground: Playground, row: RowId, x: number, y: number): Promise<number> =>
  playground
    .heatmap(row)
    .locator("canvas")
    .evaluate(
      (element, at) => {
        if (!(element instanceof HTMLCanvasElement)) throw new TypeError("A heatmap's picture is no canvas.");
        const data = element.getContext("2d")?.getImageData(at.x, at.y, 1, 1).data;
        if (!data) throw new Error("A heatmap's canvas has no picture.");
        return new Uint32Array(data.buffer)[0];
      },
      { x, y },
    );

/** CSS pixels of a heatmap's picture. */
const paintedHeight = (playground: Playground, row: RowId): Promise<number> =>
  playground
    .heatmap(row)
    .locator("canvas")
    .evaluate((element) => element.getBoundingClientRect().height);

/** The stage follows the store a frame later. */
const nextFrames = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<void>((done) => {
        requestAnimationFrame(() => requestAnimationFrame(() => done()));
      }),
  );

const zoomButton = (page: Page, name: string) => page.getByRole("button", { name, exact: true });

test("units stand in the order that is chosen, everything that knows a row follows it, and a pixel has the colour of its number", {
  tag: anyEngine,
}, async ({ page, playground }) => {
  await playground.open();
  await expect(page.getByText("sorted at step 8,000")).toBeVisible();
  const orders = new Map<string, readonly number[]>();
  for (const name of ["Alike", "Memory", "Saturation", "Mean", "Stored"]) {
    await test.step(`order: ${name}`, async () => {
      if (name !== "Alike") await playground.choose("Order", name);
      const units = await unitsFromTop(playground, 6);
      orders.set(name, units);
      // The last of them is selected: its number, its pixel, its node and its lines agree.
      const { unit, step, value } = await playground.place("h");
      expect(unit).toBe(units[5]);
      await expect(playground.unitField).toHaveValue(String(unit));
      const scale = colourScale("state", "light");
      const pixel = await pixelAt(playground, "h", step, 5);
      const colours = [value - 0.0006, value, value + 0.0006].map(
        (near) => scale.pixels[levelOf(scale, near)],
      );
      expect(colours).toContain(pixel);
      expect(await playground.nodeValue("New state h")).toBe(value);
    });
  }
  expect(orders.get("Stored")).toEqual([0, 1, 2, 3, 4, 5]);
  const different = new Set([...orders.values()].map((units) => units.join()));
  expect(different.size).toBe(orders.size);

  await test.step("rows that move arrive where they belong", async () => {
    const stored = (await playground.picture("h")).hash;
    await page.emulateMedia({ reducedMotion: "no-preference" });
    await playground.choose("Order", "Memory");
    await expect.poll(async () => (await playground.picture("h")).hash).not.toBe(stored);
    await playground.choose("Order", "Stored");
    await expect.poll(async () => (await playground.picture("h")).hash).toBe(stored);
    await page.emulateMedia({ reducedMotion: "reduce" });
  });

  await test.step("the pointer finds the same unit in a row as the keyboard does", async () => {
    await playground.choose("Order", "Memory");
    const map = playground.heatmap("r");
    const box = await map.boundingBox();
    if (!box) throw new Error("The heatmap of r is not on the page.");
    const [, second] = orders.get("Memory") ?? [];
    await map.click({ position: { x: box.width * (9.5 / 64), y: box.height * (1.5 / 64) } });
    await expect(playground.unitField).toHaveValue(String(second));
    await expect(page.getByRole("heading", { name: `unit ${second}`, exact: true }).first()).toBeVisible();
  });
});

test("rows and steps are zoomed, units are pinned and boxes selected, by pointer and keyboard", {
  tag: anyEngine,
}, async ({ page, playground }) => {
  // Lanes are as high here as they become.
  await page.setViewportSize({ width: 1440, height: 1200 });
  await playground.open();
  await playground.choose("Order", "Stored");
  const map = playground.heatmap("h");
  await test.step("the unit that the page opens with is let go of", async () => {
    await expect(map).toHaveAttribute("aria-valuetext", /^unit \d+, pinned,/);
    await map.press("Enter");
    await expect(map).not.toHaveAttribute("aria-valuetext", /pinned/);
  });
  await test.step("Shift and arrows select a box, Escape lets go of it", async () => {
    await map.focus();
    for (const key of ["Home", "ArrowRight", "Shift+ArrowRight", "Shift+ArrowDown", "Shift+ArrowDown"])
      await map.press(key);
    await expect(page.getByText("3 units at steps 1 to 2", { exact: true })).toBeVisible();
    await map.press("Escape");
    await expect(page.getByText("3 units at steps 1 to 2", { exact: true })).toBeHidden();
    // The next box begins where one is then.
    await map.press("Shift+ArrowRight");
    await expect(page.getByText("1 unit at steps 2 to 3", { exact: true })).toBeVisible();
    await map.press("Escape");
  });
  await test.step("a drag selects a box as well", async () => {
    await map.scrollIntoViewIfNeeded();
    const box = await map.boundingBox();
    if (!box) throw new Error("The heatmap of h is not on the page.");
    const at = (step: number, unit: number) =>
      [box.x + box.width * ((step + 0.5) / 64), box.y + box.height * ((unit + 0.5) / 64)] as const;
    await page.mouse.move(...at(10, 20));
    await page.mouse.down();
    await page.mouse.move(...at(14, 24));
    await page.mouse.move(...at(19, 29));
    await page.mouse.up();
    await expect(page.getByText("10 units at steps 10 to 19", { exact: true })).toBeVisible();
    // Who lets go of the button where the page does not hear it draws no other box afterwards.
    await page.mouse.move(...at(30, 30));
    await page.mouse.down();
    await page.evaluate(() => {
      for (const name of ["pointerup", "click"])
        window.addEventListener(name, (event) => event.stopPropagation(), { capture: true, once: true });
    });
    await page.mouse.up();
    await page.mouse.move(...at(40, 40));
    await nextFrames(page);
    await expect(page.getByText("10 units at steps 10 to 19", { exact: true })).toBeVisible();
    await page.mouse.move(0, 0);
    await zoomButton(page, "Clear the selection").press("Enter");
    // The button is gone, and the focus in a lane.
    await expect(playground.heatmap("z")).toBeFocused();
  });
  await test.step("pinned units keep their lines while others are selected", async () => {
    await map.focus();
    await map.press("Enter");
    const { unit } = await playground.place("h");
    await expect(map).toHaveAttribute("aria-valuetext", new RegExp(`^unit ${unit}, pinned,`));
    await map.press("ArrowDown");
    await map.press("Enter");
    // The one on show is pinned, and has no second lane.
    await expect(page.getByRole("heading", { name: /^unit \d+$/ })).toHaveText([
      `unit ${unit + 1}`,
      `unit ${unit}`,
    ]);
    const lines = page.getByRole("img", {
      name: `Gates and states of unit ${unit} over 64 time steps, as lines from −1 to 1`,
    });
    await expect(lines).toBeVisible();
    await map.press("PageDown");
    await expect(page.getByRole("heading", { name: /^unit \d+$/ })).toHaveText([
      `unit ${unit + 11}`,
      `unit ${unit}`,
      `unit ${unit + 1}`,
    ]);
    await zoomButton(page, `Unpin unit ${unit}`).press("Enter");
    await expect(playground.heatmap("z")).toBeFocused();
    await expect(page.getByRole("heading", { name: /^unit \d+$/ })).toHaveText([
      `unit ${unit + 11}`,
      `unit ${unit + 1}`,
    ]);
  });
  await test.step("rows and steps grow, a map shows where one is, and the keyboard goes to what is out of sight", async () => {
    // What is scrolled lets go of what stands over it.
    const sign = page.getByRole("button", { name: "About “Zoom, selection and pins”" });
    await sign.scrollIntoViewIfNeeded();
    await nextFrames(page);
    await sign.press("Enter");
    await expect(page.getByRole("tooltip")).toContainText("Shift and arrow keys, select a box");
    const overview = page.getByRole("img", { name: "All units and steps, and which of them are in sight" });
    await expect(overview).toBeHidden();
    await zoomButton(page, "Higher rows").click();
    // Nothing trains: without a new snapshot the picture grows with its rows.
    await expect.poll(() => paintedHeight(playground, "h")).toBe(3 * 64);
    expect(await paintedHeight(playground, "z")).toBe(3 * 64);
    await zoomButton(page, "Higher rows").click();
    await expect.poll(() => paintedHeight(playground, "h")).toBe(4 * 64);
    // The selected unit stays where it is, above the middle, in all lanes.
    const { unit } = await playground.place("h");
    const top = 4 * (unit + 0.5) - 50;
    await map.evaluate((element, to) => element.scrollTo({ top: to }), top);
    const scrolled = (row: RowId) =>
      playground.heatmap(row).evaluate((element) => Math.round(element.scrollTop));
    await expect.poll(() => scrolled("z")).toBe(top);
    await zoomButton(page, "Higher rows").click();
    for (const row of ["h", "z"] as const) await expect.poll(() => scrolled(row)).toBe(6 * (unit + 0.5) - 50);
    await zoomButton(page, "Wider steps").click();
    await expect(overview).toBeVisible();
    await expect.poll(async () => map.evaluate((element) => element.scrollHeight)).toBe(6 * 64);
    await map.focus();
    for (let i = 0; i < 7; i++) await map.press("PageDown");
    await expect.poll(() => map.evaluate((element) => Math.round(element.scrollTop))).toBe(6 * 64 - 160);
    // All lanes show the same units.
    await expect
      .poll(() => playground.heatmap("z").evaluate((element) => Math.round(element.scrollTop)))
      .toBe(6 * 64 - 160);
    await zoomButton(page, "All steps in sight").click();
    for (let i = 0; i < 3; i++) await zoomButton(page, "Lower rows").click();
    await expect(overview).toBeHidden();
    // A button at the end of its way keeps the focus, and does nothing.
    const lower = zoomButton(page, "Lower rows");
    await lower.press("Enter");
    await expect(lower).toBeDisabled();
    await expect(lower).toBeFocused();
    await expect.poll(() => map.evaluate((element) => element.scrollHeight)).toBe(64);
    await zoomButton(page, "Higher rows").click();
  });
  await test.step("Ctrl and the wheel zoom time around the pointer, with Shift the rows", async () => {
    await map.scrollIntoViewIfNeeded();
    await map.hover();
    const width = await map.evaluate((element) => element.clientWidth);
    await page.keyboard.down("Control");
    await page.mouse.wheel(0, -240);
    await expect.poll(() => map.evaluate((element) => element.clientWidth)).toBeGreaterThan(1.5 * width);
    await page.keyboard.down("Shift");
    await page.mouse.wheel(0, -240);
    await page.keyboard.up("Shift");
    await page.keyboard.up("Control");
    await expect.poll(() => map.evaluate((element) => element.scrollHeight)).toBe(4 * 64);
    await zoomButton(page, "Default zoom").click();
    await expect.poll(() => map.evaluate((element) => element.clientWidth)).toBe(width);
    await expect.poll(() => map.evaluate((element) => element.scrollHeight)).toBe(2 * 64);
    await expect(zoomButton(page, "Default zoom")).toBeDisabled();
    expect(await textOf(page.getByText(/^colour: h of unit \d+$/))).toMatch(/\d/);
  });
});
