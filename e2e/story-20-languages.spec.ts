/** Story 20: the page in English and in Chinese. */
import type { Page } from "@playwright/test";
import { chineseWords } from "../src/words/chinese";
import { englishWords } from "../src/words/english";
import { misplaced } from "./misplaced";
import { anyEngine, expect, Playground, test } from "./playground";

const { data, evaluation, files, generate, run, settingLabels, tableDialog } = chineseWords;

const inChinese = (page: Page) => new Playground(page, "cpu", chineseWords);

/** Two English words side by side, wherever the page says something by itself. */
function englishOn(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const own = "textarea, code, pre, math, [lang=en], [role=listbox], [data-own]";
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found: string[] = [];
    while (walker.nextNode()) {
      const { parentElement, textContent } = walker.currentNode;
      if (!parentElement?.checkVisibility() || parentElement.closest(own)) continue;
      if (/[A-Za-z]{3,}\s+[A-Za-z]{3,}/.test(textContent ?? "")) found.push(textContent ?? "");
    }
    return found;
  });
}

test.describe("in a Chinese browser", { tag: anyEngine }, () => {
  test.use({ locale: "zh-CN" });

  test("everything is said in Chinese, from the first gates to a forecast", async ({ page }) => {
    const playground = inChinese(page);
    await test.step("it opens on the Chinese sample, with a trained network", async () => {
      await page.goto("./");
      await playground.rest();
      await expect(page).toHaveTitle(chineseWords.page.title);
      await expect(page.locator("html")).toHaveAttribute("lang", "zh-CN");
      await expect(playground.data.getByRole("heading", { name: chineseWords.samples.text })).toBeVisible();
      await expect(playground.symbols()).not.toHaveCount(0);
      expect(await playground.stepCount()).toBeGreaterThan(1000);
      expect(await englishOn(page)).toEqual([]);
    });
    await test.step("it trains, pauses and starts again", async () => {
      await playground.startTraining();
      await playground.trainFor(20);
      const step = await playground.stopTraining();
      await expect(playground.controls).toContainText(chineseWords.transport.paused({ step }));
      expect(await playground.loss()).toBeLessThan(4);
      await playground.reset.click();
      await playground.expectNotice(run.freshWeights);
      await playground.rest();
      await playground.setNumber(settingLabels.hiddenSizes, 16);
      await playground.expectNotice("64 → 16");
      await playground.rest();
    });
    await test.step("its text is written, and its bad files are refused", async () => {
      const panel = page.getByRole("region", { name: generate.title });
      await expect(panel.getByRole("textbox", { name: generate.prompt })).toHaveValue("老水说，");
      await panel.getByRole("button", { name: generate.start, exact: true }).click();
      await playground.rest();
      const written = generate.written({
        written: 400,
        unit: "characters",
        earlier: false,
        step: 0,
        running: false,
      });
      await expect(panel.getByText(written)).toBeVisible();
      await playground.pasteText("床前明月光，疑是地上霜。举头望明月，低头思故乡。\n".repeat(40));
      const picture = Buffer.from("\x89PNG\r\n\x1a\n", "latin1");
      await playground.pickFile({ name: "图.txt", mimeType: "text/plain", buffer: picture });
      const refused = files.binary({ name: "图.txt", kind: files.png });
      await expect(playground.data.getByRole("alert")).toContainText(refused);
      await playground.data.getByRole("button", { name: data.dismiss }).click();
    });
    await test.step("a table is read, forecast and measured", async () => {
      const rows = Array.from({ length: 200 }, (_, i) => {
        const day = new Date(Date.UTC(2024, 0, 1 + i)).toISOString().slice(0, 10);
        return `${day},${(10 + 8 * Math.sin(i / 3.2)).toFixed(2)}`;
      });
      const buffer = Buffer.from(`日期,温度\n${rows.join("\n")}\n`);
      await playground.pickTable({ name: "天气.csv", mimeType: "text/csv", buffer });
      const dialog = page.getByRole("dialog");
      const use = dialog.getByRole("button", { name: tableDialog.useThisData });
      await expect(use).toBeEnabled();
      expect(await englishOn(page)).toEqual([]);
      await use.click();
      await expect(dialog).toBeHidden();
      await playground.expectData("天气.csv");
      await playground.neverStop();
      await playground.startTraining();
      await playground.trainFor(20);
      await playground.stopTraining();
      const panel = page.getByRole("region", { name: evaluation.title });
      await expect(panel).toContainText("温度");
      expect(await englishOn(page)).toEqual([]);
    });
  });
});

test("the language changes while training, and nothing else does", { tag: anyEngine }, async ({
  page,
  playground,
}) => {
  await playground.openSmall();
  await playground.pasteText("the cat sat on the mat. the dog ate the hat.\n".repeat(60));
  await playground.neverStop();
  await playground.startTraining();
  await playground.trainFor(20);
  const before = await playground.stepCount();
  await page.getByRole("radio", { name: "中文" }).press("Space");
  const chinese = inChinese(page);
  await expect(chinese.pause).toBeVisible();
  await chinese.trainFor(20);
  const reached = await chinese.stopTraining();
  expect(reached).toBeGreaterThan(before + 20);
  await expect(chinese.data.getByRole("heading", { name: files.pasted })).toBeVisible();
  await expect(chinese.field(settingLabels.hiddenSizes)).toHaveValue("16");
  await expect(page).toHaveURL(/[?&]lang=zh\b/);
  await expect(chinese.notices).toHaveText("");
  await page.goto("./");
  await expect(page.locator("html"), "what was chosen is kept").toHaveAttribute("lang", "zh-CN");
  await page.goto("./?lang=en");
  await expect(page, "a link says which").toHaveTitle(englishWords.page.title);
  await page.getByRole("link", { name: englishWords.page.benchmark }).click();
  await page.getByRole("radio", { name: "中文" }).press("Space");
  await expect(page.locator("html")).toHaveAttribute("lang", "zh-CN");
  await page.goBack();
  await expect(page, "so does the address that one comes back to").toHaveTitle(englishWords.page.title);
  await page.getByRole("radio", { name: "中文" }).press("Space");
  await page.getByRole("radio", { name: "English" }).press("Space");
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
});

test("no word is cut off or stands over another, in either language", { tag: anyEngine }, async ({
  page,
}) => {
  for (const [language, words] of [
    ["en", englishWords],
    ["zh", chineseWords],
  ] as const) {
    const playground = new Playground(page, "cpu", words);
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.goto(`./?lang=${language}`);
    await playground.rest();
    for (const { title } of [words.evaluation, words.generate])
      await expect(page.getByRole("region", { name: title })).toBeVisible();
    const expectInPlace = (where: string) =>
      expect.poll(() => misplaced(page), { message: `${language}, ${where}` }).toEqual([]);
    // So high that nothing passes beneath what stays at the bottom.
    await page.setViewportSize({ width: 1440, height: 3000 });
    // What was looked at in the other language is kept.
    await playground.lookAt("cell");
    await expectInPlace("at 1440 px");
    await playground.lookAt("cost");
    await expect(page.getByRole("region", { name: words.profile.title })).toBeVisible();
    await expectInPlace("the costs at 1440 px");
    await page.setViewportSize({ width: 1024, height: 3000 });
    await expectInPlace("at 1024 px");
    await page.setViewportSize({ width: 390, height: 3000 });
    await expectInPlace("the stage at 390 px");
    for (const place of ["data", "settings", "results"] as const) {
      await playground.goTo(place);
      await expectInPlace(`${place} at 390 px`);
    }
    await playground.goTo("stage");
  }
});
