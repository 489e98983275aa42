/** Story 3: one's own text, pasted, picked or dropped; and what is said of a file that cannot be used. */
import { truncateSync, writeFileSync } from "node:fs";
import { anyEngine, expect, inChinese, type Playground, test, textOf } from "./playground";

const textFile = (name: string, content: string | Buffer) => ({
  name,
  mimeType: "text/plain",
  buffer: Buffer.from(content),
});

async function expectText(
  playground: Playground,
  name: string,
  characters: string,
  symbols: string,
): Promise<void> {
  await expect(playground.data.getByRole("heading", { name, exact: true })).toBeVisible();
  const { facts } = playground.words.data;
  await expect(playground.fact(facts.characters)).toHaveText(characters);
  await expect(playground.fact(facts.differentSymbols)).toHaveText(symbols);
}

test("a pasted text is trained on", { tag: anyEngine }, async ({ page, playground }) => {
  await playground.openSmall();
  await test.step("one that no field can lay out at once shows its beginning, and makes room again", async () => {
    const { data } = playground.words;
    await playground.data.getByRole("button", { name: data.paste }).click();
    const field = page.getByRole("textbox", { name: data.pasteLabel, exact: true });
    await field.evaluate((element) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData("text/plain", "a line\r\n".repeat(100_000));
      element.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
    });
    await expect(field).toHaveValue(/^a line\na line\n.{500,1000}…$/s);
    const hint = (characters: number) => page.getByText(data.pasteHint({ characters }));
    await expect(hint(700_000)).toContainText(data.pasteLong);
    await page.getByRole("button", { name: data.pasteClear }).click();
    await expect(field).toHaveValue("");
    await expect(hint(0)).toBeVisible();
    await page.keyboard.press("Escape");
  });
  await playground.pasteText("to be, or not\n".repeat(150));
  // t o space b e , r n newline
  await expectText(playground, "Pasted text", "2,100", "9");
  await playground.expectNotice("New data, fresh weights: Train starts from the beginning.");
  await playground.expectStep(0);
  await expect(playground.symbols()).toHaveText([...Array.from("to␣be,␣or␣not↵".repeat(5)).slice(0, 64)]);
  await playground.startTraining();
  await playground.expectStepAbove(5);
});

test("files of one's own: read as what they mean, with their unknown characters, and dropped", {
  tag: anyEngine,
}, async ({ page, playground }) => {
  await playground.openSmall();
  await test.step("a file with a byte order mark, CRLF and emoji is read as what it means", async () => {
    const line = "😀 one, 𝄞 two";
    await playground.pickFile(textFile("notes.txt", `\uFEFF${`${line}\r\n`.repeat(100)}`));
    // 12 code points and one line feed in a line.
    await expectText(playground, "notes.txt", "1,300", String(new Set(`${line}\n`).size));
    await expect(page.getByRole("textbox", { name: "Beginning of the text" })).toHaveValue(
      /^😀 one, 𝄞 two\n😀/,
    );
    await expect(playground.symbols().filter({ hasText: "😀" })).not.toHaveCount(0);
    await expect(playground.symbols().filter({ hasText: "␍" })).toHaveCount(0);
    await playground.startTraining();
    await playground.expectStepAbove(5);
    await playground.stopTraining();
  });
  await test.step("a text with too many kinds of characters says how many are unknown", async () => {
    const kinds = Array.from({ length: 2100 }, (_, i) => String.fromCodePoint(0x4e00 + i));
    const common = kinds.slice(0, 2047).join("").repeat(4);
    await playground.pickFile(textFile("many.txt", common + kinds.slice(2047).join("")));
    await expectText(playground, "many.txt", "8,241", "2,100");
    const limit = playground.data.getByRole("textbox", { name: "Vocabulary limit" });
    await limit.fill("2048");
    await limit.press("Enter");
    await expectText(playground, "many.txt", "8,241", "2,048");
    await expect(
      playground.data.getByText("53 characters of 53 kinds (0.6 % of the text) are too rare"),
    ).toBeVisible();
    await expect(playground.data.getByRole("button", { name: "Encoding" })).toContainText("UTF-8");
    await playground.step.click();
    await playground.expectStep(1);
  });
  await test.step("a file is dropped anywhere on the page", async () => {
    const transfer = await page.evaluateHandle(() => {
      const dragged = new DataTransfer();
      dragged.items.add(new File(["drip drop\n".repeat(60)], "dropped.txt", { type: "text/plain" }));
      return dragged;
    });
    await page.dispatchEvent("body", "dragenter", { dataTransfer: transfer });
    await expect(page.getByText("Drop a file or a folder to train on it")).toBeVisible();
    await page.dispatchEvent("body", "drop", { dataTransfer: transfer });
    await expect(page.getByText("Drop a file or a folder to train on it")).toBeHidden();
    await expectText(playground, "dropped.txt", "600", String(new Set("drip drop\n").size));
    await playground.expectStep(0);
  });
});

test(
  "a file that cannot be used is explained, and everything stays",
  { tag: [anyEngine, inChinese] },
  async ({ page, playground }, testInfo) => {
    const { data, files, samples, transport } = playground.words;
    await playground.openSmall();
    await playground.step.click();
    await playground.expectStep(1);
    const characters = await textOf(playground.fact(data.facts.characters));
    const limitBytes = 50e6;
    const large = testInfo.outputPath("large.txt");
    writeFileSync(large, "");
    truncateSync(large, limitBytes + 1e6);

    const bad = [
      {
        file: textFile(
          "picture.txt",
          Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]),
        ),
        words: files.binary({ name: "picture.txt", kind: files.png }),
      },
      {
        file: textFile("noise.txt", "eine\0Zeile\n".repeat(50)),
        words: files.nul({ name: "noise.txt", byte: 4 }),
      },
      { file: textFile("empty.txt", ""), words: files.textEmpty({ name: "empty.txt" }) },
      {
        file: textFile("short.txt", "too short to learn from"),
        words: files.textTooShortFor({
          unit: "characters",
          length: 23,
          sequenceLength: 16,
          needed: 34,
          possible: 10,
        }),
      },
      {
        file: large,
        words: files.textTooLarge({ name: "large.txt", sizeBytes: limitBytes + 1e6, limitBytes }),
      },
    ];
    const alert = page.getByRole("alert");
    for (const { file, words } of bad) {
      await playground.pickFile(file);
      await expect(alert).toContainText(words);
      await expect(playground.data.getByRole("heading", { name: samples.text })).toBeVisible();
      await expect(playground.fact(data.facts.characters)).toHaveText(characters);
      expect(await playground.stepCount()).toBe(1);
    }
    await alert.getByRole("button", { name: transport.dismissMessage }).click();
    await expect(alert).toBeHidden();
    await playground.step.click();
    await playground.expectStep(2);
  },
);

test("a bad file does not disturb training, and a good one after it is taken", {
  tag: [anyEngine, inChinese],
}, async ({ page, playground }) => {
  const { files, samples } = playground.words;
  await playground.openSmall();
  await playground.startTraining();
  await playground.expectStepAbove(3);
  await playground.pickFile(textFile("empty.txt", ""));
  await expect(page.getByRole("alert")).toContainText(files.textEmpty({ name: "empty.txt" }));
  await playground.trainFor(3);
  await expect(playground.pause).toBeVisible();
  await playground.pickFile(textFile("good.txt", "good words\n".repeat(50)));
  await expectText(playground, "good.txt", "550", String(new Set("good words\n").size));
  await expect(page.getByRole("alert")).toBeHidden();
  await playground.expectStep(0);
  await playground.useSample(samples.text);
  await expect(playground.data.getByRole("heading", { name: samples.text })).toBeVisible();
});
