/** Story 5: a prompt, and what the network writes after it, coloured by a unit. */
import type { Locator, Page } from "@playwright/test";
import { anyEngine, expect, type Playground, test, textOf } from "./playground";

class Writer {
  readonly panel: Locator;
  readonly prompt: Locator;
  readonly start: Locator;
  readonly stop: Locator;
  readonly text: Locator;
  /** The keyboard's way through the text. */
  readonly place: Locator;

  constructor(page: Page) {
    this.panel = page.getByRole("region", { name: "Generate", exact: true });
    this.prompt = this.panel.getByRole("textbox", { name: "Prompt" });
    this.start = this.panel.getByRole("button", { name: "Generate", exact: true });
    this.stop = this.panel.getByRole("button", { name: "Stop", exact: true });
    this.text = this.panel.getByRole("region", { name: "Generated text" });
    this.place = this.panel.getByRole("slider", { name: /character|text/i });
  }

  /** Line breaks and all. */
  written(): Promise<string> {
    return this.text.evaluate((element) => element.textContent);
  }

  /** Records every length that the text on show has from now on. */
  async recordLengths(): Promise<() => Promise<number[]>> {
    const seen = await this.panel.evaluateHandle((panel) => {
      const lengths: number[] = [];
      const measure = () => {
        const text = panel.querySelector('[aria-label="Generated text"]')?.textContent;
        if (text !== undefined && text.length !== lengths.at(-1)) lengths.push(text.length);
      };
      new MutationObserver(measure).observe(panel, { childList: true, characterData: true, subtree: true });
      return lengths;
    });
    return () => seen.jsonValue();
  }

  /** Generates and waits for the end; returns the prompt and what was written. */
  async generate(length: number): Promise<string> {
    await this.start.click();
    await this.expectWritten(length);
    return this.written();
  }

  async expectWritten(length: number): Promise<void> {
    await expect(
      this.panel.getByText(new RegExp(`^${length}\\scharacters? written by .*\\.$`)),
    ).toBeVisible();
  }

  async greedy(): Promise<void> {
    await this.panel.getByText("Greedy", { exact: true }).click();
    await expect(this.panel.getByRole("switch", { name: /Greedy/ })).toBeChecked();
  }
}

const grounds = (text: Locator) =>
  text.evaluate((element) =>
    Array.from(element.children, (child) => getComputedStyle(child).backgroundColor),
  );

async function openWriter(playground: Playground, length: number): Promise<Writer> {
  await playground.open();
  const writer = new Writer(playground.page);
  await playground.setNumber("Length", length);
  return writer;
}

test("temperature and top k shape the writing", { tag: anyEngine }, async ({ playground }) => {
  const writer = await openWriter(playground, 30);
  await writer.greedy();
  const greedy = await writer.generate(30);
  await writer.panel.getByText("Greedy", { exact: true }).click();
  const temperature = writer.panel.getByRole("slider", { name: "Temperature" });
  await temperature.press("Home");
  await expect(temperature).toHaveAttribute("aria-valuetext", "0.10");
  await temperature.press("End");
  await expect(temperature).toHaveAttribute("aria-valuetext", "2.00");
  await playground.setNumber("Top k", 0);
  await expect(writer.panel.getByText(/^A\swhole\snumber\sfrom\s1\sto\s\d+,\sor\s“all”\.$/)).toBeVisible();
  // The one most probable symbol, whatever the temperature: greedy by another name.
  await playground.setNumber("Top k", 1);
  expect(await writer.generate(30)).toBe(greedy);
  await playground.setNumber("Top k", "all");
  const hot = await writer.generate(30);
  expect(hot).toHaveLength(greedy.length);
  expect(hot).not.toBe(greedy);
});

/** Runs in the page: stops the writing once it has been seen to grow, and training to go on, since the first look. */
function stopWritingBesideTraining(): boolean {
  const term = Array.from(document.querySelectorAll("dt")).find(
    ({ textContent }) => textContent.trim() === "Step",
  );
  const step = term?.parentElement?.querySelector("dd")?.textContent;
  const text = document.querySelector('[aria-label="Generated text"]')?.textContent ?? "";
  const before: { readonly step: unknown; readonly lengths: Set<number> } = Reflect.get(
    window,
    "firstLook",
  ) ?? {
    step,
    lengths: new Set(),
  };
  Reflect.set(window, "firstLook", before);
  before.lengths.add(text.length);
  const buttons = Array.from(document.querySelectorAll("button"));
  const stop = buttons.find(({ textContent }) => textContent.trim() === "Stop");
  if (before.lengths.size < 4 || step === before.step || !(stop instanceof HTMLElement)) return false;
  stop.click();
  return true;
}

test("each character carries the chosen unit's state, greedy writing is the same twice, and writing streams", async ({
  page,
  playground,
}) => {
  const writer = await openWriter(playground, 20);
  await test.step("each character carries the chosen unit's state", async () => {
    await writer.prompt.fill("Agnes");
    await writer.generate(20);
    await writer.place.focus();
    await writer.place.press("Home");
    const status = writer.panel.getByText(/:\sunit\s\d+\sis\s−?\d\.\d{3}$/);
    await expect(status).toHaveText(/^“A”, of the prompt: unit 0 is /);
    const ofUnit0 = await textOf(status);
    await writer.place.press("ArrowRight");
    await expect(status).toHaveText(/^“g”, of the prompt: unit 0 is /);
    const before = await grounds(writer.text);
    expect(before).toHaveLength(25);
    expect(new Set(before).size).toBeGreaterThan(5);
    await playground.setNumber("Coloured by unit", 5);
    await expect.poll(() => grounds(writer.text)).not.toEqual(before);
    await expect(playground.unitField).toHaveValue("5");
    await writer.place.focus();
    await writer.place.press("Home");
    await expect(status).toHaveText(/^“A”, of the prompt: unit 5 is /);
    expect((await textOf(status)).split(" is ")[1]).not.toBe(ofUnit0.split(" is ")[1]);

    const value = (await textOf(status)).split(" is ")[1];
    // The same symbol read first by the stage gives the same state.
    await page.getByRole("textbox", { name: "Probe text" }).fill("Agnes");
    await page.getByRole("button", { name: "Apply" }).click();
    await expect(playground.symbols()).toHaveCount(5);
    await playground.timeSlider.press("Home");
    await expect(playground.node("h")).toHaveAccessibleName(`New state h: ${value}`);
  });
  await test.step("greedy writing is the same twice and begins with the prompt", async () => {
    await playground.setNumber("Length", 40);
    await writer.prompt.fill("The ");
    await writer.greedy();
    const first = await writer.generate(40);
    expect(first).toHaveLength(44);
    expect(first.startsWith("The ")).toBe(true);
    await writer.prompt.fill("A ");
    expect((await writer.generate(40)).startsWith("A ")).toBe(true);
    await writer.prompt.fill("The ");
    expect(await writer.generate(40)).toBe(first);
  });
  await test.step("writing streams, is stopped, and goes on beside training", async () => {
    await writer.panel.getByText("Greedy", { exact: true }).click();
    await playground.setNumber("Length", 2000);
    // Steps and symbols that take about as long as each other.
    await playground.setNumber("Hidden units", 512);
    await playground.setNumber("Sequence length", 8);
    await playground.setNumber("Batch size", 1);
    await playground.expectNotice("batch size 32 → 1");
    const lengths = await writer.recordLengths();
    const trained = await playground.stepCount();
    await playground.startTraining();
    await playground.expectStepAbove(trained);
    await writer.start.click();
    await playground.inTheMoment(stopWritingBesideTraining);
    await expect(writer.start).toBeVisible();
    await playground.trainFor(1);
    await playground.stopTraining();
    const seen = await lengths();
    expect(seen.length, "growths of the text on show").toBeGreaterThan(2);
    expect(seen).toEqual([...seen].sort((a, b) => a - b));
    const stopped = Array.from(await writer.written()).length;
    expect(stopped).toBeLessThan(2004);
    await expect(
      writer.panel.getByText(new RegExp(`^${(stopped - 4).toLocaleString("en")}\\scharacters written by`)),
    ).toBeVisible();
  });
});

test("characters that the network has never seen are reported", { tag: anyEngine }, async ({
  playground,
}) => {
  const writer = await openWriter(playground, 10);
  await writer.prompt.fill("A ☃ and 😀");
  await writer.generate(10);
  await expect(
    writer.panel.getByText(
      /^The\snetwork\shas\snever\sseen\s2\scharacters\sof\sthe\sprompt\sand\sreads\s.+\sinstead\sof\seach\.$/,
    ),
  ).toBeVisible();
  await writer.prompt.fill("A man");
  await writer.generate(10);
  await expect(writer.panel.getByText(/never\sseen/)).toBeHidden();
});
