/** Story 5: a prompt, and what the network writes after it, coloured by a unit. */
import type { Locator } from "@playwright/test";
import {
  anyEngine,
  expect,
  inChinese,
  type Labels,
  type Playground,
  sentence,
  test,
  textOf,
} from "./playground";

/** A name of five letters, and two beginnings of sentences, that the sample text of the language has. */
const prompts = {
  en: { name: "Agnes", sentence: "The ", another: "A " },
  zh: { name: "小石和阿花", sentence: "老水说，", another: "山上" },
};

class Writer {
  readonly panel: Locator;
  readonly prompt: Locator;
  readonly start: Locator;
  readonly text: Locator;
  /** The keyboard's way through the text. */
  readonly place: Locator;

  constructor(readonly playground: Playground) {
    const { generate } = playground.words;
    this.panel = playground.page.getByRole("region", { name: generate.title, exact: true });
    this.prompt = this.panel.getByRole("textbox", { name: generate.prompt });
    this.start = this.panel.getByRole("button", { name: generate.start, exact: true });
    this.text = this.panel.getByRole("region", { name: generate.text });
    this.place = this.panel.getByRole("slider", { name: generate.place({ unit: "characters" }) });
  }

  /** Line breaks and all. */
  written(): Promise<string> {
    return this.text.evaluate((element) => element.textContent);
  }

  /** Records every length that the text on show has from now on, when another one has taken the place of the one that stands there. */
  async recordLengths(): Promise<() => Promise<number[]>> {
    const seen = await this.panel.evaluateHandle((panel, label) => {
      const lengths: number[] = [];
      const written = () => panel.querySelector(`[aria-label="${label}"]`)?.textContent;
      const before = written();
      const measure = () => {
        const text = written();
        if (text !== undefined && text !== before && text.length !== lengths.at(-1))
          lengths.push(text.length);
      };
      new MutationObserver(measure).observe(panel, { childList: true, characterData: true, subtree: true });
      return lengths;
    }, this.playground.words.generate.text);
    return () => seen.jsonValue();
  }

  /** Generates and waits for the end; returns the prompt and what was written. */
  async generate(length: number): Promise<string> {
    await this.start.click();
    await this.expectWritten(length);
    return this.written();
  }

  async expectWritten(length: number): Promise<void> {
    const said = this.playground.words.generate.written({
      written: length,
      unit: "characters",
      earlier: false,
      // More than is ever written.
      step: 999_999,
      running: false,
    });
    await expect(this.panel.getByText(sentence(said, { "999,999": /[\d,]+/ }))).toBeVisible();
  }

  async greedy(): Promise<void> {
    const { greedy } = this.playground.words.generate;
    await this.panel.getByText(greedy, { exact: true }).click();
    await expect(this.panel.getByRole("switch", { name: greedy })).toBeChecked();
  }
}

const grounds = (text: Locator) =>
  text.evaluate((element) =>
    Array.from(element.children, (child) => getComputedStyle(child).backgroundColor),
  );

async function openWriter(playground: Playground, length: number): Promise<Writer> {
  await playground.open();
  const writer = new Writer(playground);
  await playground.setNumber(playground.words.generate.length, length);
  return writer;
}

test("temperature and top k shape the writing, and characters that the network has never seen are reported", {
  tag: anyEngine,
}, async ({ playground }) => {
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
  await writer.prompt.fill("A ☃ and 😀");
  await writer.generate(30);
  await expect(
    writer.panel.getByText(
      /^The\snetwork\shas\snever\sseen\s2\scharacters\sof\sthe\sprompt\sand\sreads\s.+\sinstead\sof\seach\.$/,
    ),
  ).toBeVisible();
  await writer.prompt.fill("A man");
  await writer.generate(30);
  await expect(writer.panel.getByText(/never\sseen/)).toBeHidden();
});

/** The number in what the panel says of the letter that is pointed at. */
async function stateOf(writer: Writer, said: RegExp): Promise<string> {
  const state = said.exec(await textOf(writer.panel.getByText(said)))?.[1];
  if (state === undefined) throw new Error(`Nothing reads ${said}.`);
  return state;
}

/** Runs in the page: stops the writing once it has been seen to grow, and training to go on, since the first look. */
function stopWritingBesideTraining(labels: Labels): boolean {
  const term = Array.from(document.querySelectorAll("dt")).find(
    ({ textContent }) => textContent.trim() === labels.step,
  );
  const step = term?.parentElement?.querySelector("dd")?.textContent;
  const text = document.querySelector(`[aria-label="${labels.text}"]`)?.textContent ?? "";
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
  const stop = buttons.find(({ textContent }) => textContent.trim() === labels.stop);
  if (before.lengths.size < 4 || step === before.step || !(stop instanceof HTMLElement)) return false;
  stop.click();
  return true;
}

test("each character carries the chosen unit's state, greedy writing is the same twice, and writing streams", {
  tag: inChinese,
}, async ({ page, playground }) => {
  const { cellNotes, diagram, generate, language, run, settingLabels, stage, transport } = playground.words;
  const { name, sentence: first, another } = prompts[language];
  const letters = Array.from(name);
  /** What is said of a letter of the prompt; the state is the second to last part. */
  const saidOf = (letter: string, unit: number) =>
    sentence(generate.token({ symbol: letter, prompt: true, unit, state: "STATE" }), {
      STATE: /−?\d\.\d{3}/,
    });
  const writer = await openWriter(playground, 20);
  await test.step("each character carries the chosen unit's state", async () => {
    await writer.prompt.fill(name);
    await writer.generate(20);
    await playground.setNumber(generate.colouredBy, 0);
    await expect(playground.unitField).toHaveValue("0");
    await writer.place.focus();
    await writer.place.press("Home");
    const ofUnit0 = await stateOf(writer, saidOf(letters[0], 0));
    await writer.place.press("ArrowRight");
    await stateOf(writer, saidOf(letters[1], 0));
    const before = await grounds(writer.text);
    expect(before).toHaveLength(25);
    expect(new Set(before).size).toBeGreaterThan(5);
    await playground.setNumber(generate.colouredBy, 5);
    await expect.poll(() => grounds(writer.text)).not.toEqual(before);
    await expect(playground.unitField).toHaveValue("5");
    await writer.place.focus();
    await writer.place.press("Home");
    const value = await stateOf(writer, saidOf(letters[0], 5));
    expect(value).not.toBe(ofUnit0);
    // The same symbol read first by the stage gives the same state.
    await page.getByRole("textbox", { name: stage.probeText }).fill(name);
    await page.getByRole("button", { name: stage.apply }).click();
    await expect(playground.symbols()).toHaveCount(5);
    await playground.timeSlider.press("Home");
    const node = diagram.valued({ name: cellNotes.nodes.mixedState.name, value });
    await expect(playground.node("h")).toHaveAccessibleName(node);
  });
  await test.step("greedy writing is the same twice and begins with the prompt", async () => {
    await playground.setNumber(generate.length, 40);
    await writer.prompt.fill(first);
    await writer.greedy();
    const written = await writer.generate(40);
    expect(written).toHaveLength(44);
    expect(written.startsWith(first)).toBe(true);
    await writer.prompt.fill(another);
    expect((await writer.generate(40)).startsWith(another)).toBe(true);
    await writer.prompt.fill(first);
    expect(await writer.generate(40)).toBe(written);
  });
  await test.step("writing streams, is stopped, and goes on beside training", async () => {
    await writer.panel.getByText(generate.greedy, { exact: true }).click();
    await playground.setNumber(generate.length, 2000);
    // Steps and symbols that take about as long as each other.
    await playground.setNumber(settingLabels.hiddenSizes, 512);
    await playground.setNumber(settingLabels.sequenceLength, 8);
    await playground.setNumber(settingLabels.batchSize, 1);
    await playground.expectNotice(run.change({ name: settingLabels.batchSize, before: "32", after: "1" }));
    const lengths = await writer.recordLengths();
    const trained = await playground.stepCount();
    await playground.startTraining();
    await playground.expectStepAbove(trained);
    await writer.start.click();
    const labels = { step: transport.stepCount, text: generate.text, stop: generate.stop };
    await playground.inTheMoment(stopWritingBesideTraining, labels);
    await expect(writer.start).toBeVisible();
    await playground.trainFor(1);
    await playground.stopTraining();
    const seen = await lengths();
    expect(seen.length, "growths of the text on show").toBeGreaterThan(2);
    expect(seen).toEqual([...seen].sort((a, b) => a - b));
    const stopped = Array.from(await writer.written()).length - Array.from(first).length;
    expect(stopped).toBeLessThan(2000);
    await writer.expectWritten(stopped);
  });
});
