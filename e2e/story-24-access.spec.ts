/** Whoever uses the page, on whatever screen and in whichever colours, finds it readable: no state of it breaks a rule of axe's. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "@playwright/test";
import type { default as axe } from "axe-core";
import type { AllWords } from "../src/words/catalogue";
import { chineseWords } from "../src/words/chinese";
import { englishWords } from "../src/words/english";
import { anyEngine, expect, Playground, test } from "./playground";
import { recordShifts, shiftsOf } from "./shifts";

declare global {
  interface Window {
    readonly axe: typeof axe;
  }
}

const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const violations = (page: Page, without: readonly string[] = []) =>
  page.evaluate(async (rules) => {
    const found = await window.axe.run(document, {
      resultTypes: ["violations"],
      rules: Object.fromEntries(rules.map((rule) => [rule, { enabled: false }])),
    });
    return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join("\n  ")}`);
  }, without);

const screens = [
  { width: 1440, height: 900 },
  { width: 1024, height: 768 },
  { width: 390, height: 844 },
] as const;

test("no state of the page breaks a rule of accessibility, and nothing moves by itself", {
  tag: anyEngine,
}, async ({ page, playground }) => {
  const { diagram, stage, data, page: places } = playground.words;
  const check = async (state: string, without: readonly string[] = []) => {
    expect.soft(await violations(page, without), state).toEqual([]);
  };
  const cost = (words: AllWords) =>
    page.getByRole("tab", { name: words.diagram.lookAt.cost, selected: true });
  page.on("dialog", (dialog) => void dialog.accept());
  await page.setViewportSize(screens[0]);
  await page.addInitScript(recordShifts);
  await test.step("opened, and trained", async () => {
    await playground.open();
    await playground.rest();
    await page.evaluate(axeSource);
    await check("opened");
    await playground.startTraining();
    await playground.trainFor(3);
    await playground.stopTraining();
    await playground.rest();
    await check("trained");
    const { score, most } = await shiftsOf(page);
    expect(score, most).toBeLessThan(0.02);
  });
  await test.step("the looks, and what opens over the page", async () => {
    await page.getByRole("button", { name: stage.order }).click();
    // What stands under an option's name describes it, and is no part of what it is called.
    await check("orders", ["label-content-name-mismatch"]);
    await page.getByRole("option", { name: stage.orders.effect.label }).click();
    await playground.rest();
    await page.getByRole("tab", { name: diagram.lookAt.cell }).click();
    await page.getByRole("button", { name: diagram.nextPart }).click();
    await check("a walk");
    await page.getByText(diagram.unrolled, { exact: true }).click();
    await check("unrolled");
    await page.getByRole("tab", { name: diagram.lookAt.cost }).click();
    await expect(cost(playground.words)).toBeVisible();
    await check("the cost");
    await page.getByRole("button", { name: data.paste }).click();
    await check("a dialog");
    await page.keyboard.press("Escape");
    await expect
      .poll(() => playground.keptViews())
      .toContainEqual(expect.objectContaining({ shownLook: "cost" }));
  });
  for (const language of ["en", "zh"] as const) {
    const words = language === "en" ? englishWords : chineseWords;
    await page.goto(`?lang=${language}`);
    await new Playground(page, "cpu", words).rest();
    // The look that was open before the page was loaded again.
    await expect(cost(words)).toBeVisible();
    await page.evaluate(axeSource);
    for (const theme of ["dark", "light"] as const)
      for (const screen of screens) {
        await page.setViewportSize(screen);
        await page.emulateMedia({ colorScheme: theme, reducedMotion: "reduce" });
        await expect(page.locator("html")).toHaveAttribute("data-theme", theme);
        await check(`${language}, ${theme}, ${screen.width} px`);
      }
    for (const place of ["data", "settings", "results"] as const) {
      await page.getByRole("button", { name: words.page.places[place], exact: true }).click();
      await check(`${language}, ${place}`);
    }
  }
  await test.step("in the system's colours, and at 200 %", async () => {
    await page.goto("?lang=en");
    await playground.rest();
    await page.evaluate(axeSource);
    await page.setViewportSize(screens[0]);
    await page.emulateMedia({ forcedColors: "active", reducedMotion: "reduce" });
    // It compares the colours that the styles say, and not those of the system.
    await check("forced colours", ["color-contrast"]);
    await expect(cost(playground.words)).toHaveCSS("outline-style", "solid");
    await page.emulateMedia({ forcedColors: "none", reducedMotion: "reduce" });
    await page.setViewportSize({ width: 720, height: 450 });
    await check("at 200 %");
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(720);
    await page.getByRole("button", { name: places.places.settings, exact: true }).click();
    await check("settings at 200 %");
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(720);
  });
});
