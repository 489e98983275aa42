/**
 * The page as its users meet it: by role and label. `test` opens no page by itself, and fails every test in which
 * the page or its worker reports an error, unless the test names it: `errors.expect()`. A request to another origin is one, and so
 * is what the page's policy has refused, which the browser says in the console.
 *
 * A story holds on any machine, however fast or busy. Therefore:
 *
 * - A number is read when it cannot change any more: after `rest()`, which waits until the engine has done all that it was
 *   asked for. What follows the playhead is a frame later: `expectStepOnShow()`.
 * - Training goes on until the story ends it: `startTraining()`, `trainFor()`, `stopTraining()`. Data of their own bring a
 *   patience, which ends a run by itself: `neverStop()` first.
 * - What passes is not looked for from outside. Notices are recorded, `expectNotice()` hears those that have gone as well; what
 *   has to be done while something lasts is done by the page itself, `inTheMoment()`.
 * - No branch on what happens to be there, no waiting for a while, and what is compared later is read at rest.
 *
 * What the page says is taken from the catalogue, `playground.words`: a story that is told so holds in either language.
 */
import { test as base, expect, errors as failures, type Locator, type Page } from "@playwright/test";
import { engineWorkers } from "../scripts/faults/pageControls";
import { plainView } from "../src/kept/linkForm";
import { writeLink } from "../src/kept/writeLink";
import { defaultSettings } from "../src/session/settings";
import type { AllWords } from "../src/words/catalogue";
import { chineseWords } from "../src/words/chinese";
import { englishWords } from "../src/words/english";

export const engineProjects = ["webgpu", "cpu", "no-webgpu"] as const;
/** What the browser keeps of its first visit; written by firstVisit.setup.ts. */
export const keptByFirstVisit = "test-results/first-visit.json";

export type EngineProject = (typeof engineProjects)[number];

/** A path, or what is in it. */
export type ChosenFile = string | { name: string; mimeType: string; buffer: Buffer };

/** The projects of playwright.config.ts, and the engine that their tests choose. */
const projects: ReadonlyMap<string, EngineProject> = new Map([
  ...engineProjects.map((project) => [project, project] as const),
  ["first-visit", "webgpu"],
  ["chinese", "cpu"],
  ["cpu-beside-gpu", "cpu"],
]);

function projectOf(name: string): EngineProject {
  const project = projects.get(name);
  if (!project) throw new Error(`The project "${name}" is none of ${[...projects.keys()].join(", ")}.`);
  return project;
}

/** For tests of what the page does whatever the engine is: they run once, on the CPU. */
export const anyEngine = "@any-engine";
/** For tests to which it matters that the page has a GPU, on the CPU as well. */
export const besideGpu = "@beside-gpu";
/** For tests of what a page without WebGPU does; the rest it does as one whose browser has no adapter. */
export const withoutWebgpu = "@without-webgpu";
/** For tests that are told in Chinese where the CPU computes. */
export const inChinese = "@in-chinese";

/** What the page and its worker report while a test runs: nothing, but what the test says that there will be. */
class Errors {
  readonly #reported: string[] = [];
  readonly #expected: RegExp[] = [];

  report(error: string): void {
    this.#reported.push(error);
  }

  /** From the beginning of the test to its end, as often as it comes, but at least once. */
  expect(pattern: RegExp): void {
    this.#expected.push(pattern);
  }

  check(): void {
    const unexpected = this.#reported.filter((error) => !this.#expected.some((known) => known.test(error)));
    const missing = this.#expected.filter((known) => !this.#reported.some((error) => known.test(error)));
    expect(unexpected, "errors of the page and its worker").toEqual([]);
    expect(missing, "errors that were expected and did not come").toEqual([]);
  }
}

export const test = base.extend<{ playground: Playground; errors: Errors }>({
  errors: async ({ browserName: _ }, use) => {
    const errors = new Errors();
    await use(errors);
    errors.check();
  },
  page: async ({ page, errors }, use) => {
    page.on("console", (message) => {
      if (message.type() === "error") errors.report(`console: ${message.text()} (${message.location().url})`);
    });
    page.on("pageerror", (error) => errors.report(`error: ${error.stack ?? error.message}`));
    page.on("crash", () => errors.report("the page crashed"));
    page.on("request", (request) => {
      if (!isOwn(request.url(), page.url())) errors.report(`request: ${request.url()}`);
    });
    await page.addInitScript(recordNotices);
    await use(page);
  },
  playground: async ({ page }, use, testInfo) => {
    const { name } = testInfo.project;
    const words = name === "chinese" ? chineseWords : englishWords;
    await use(new Playground(page, projectOf(name), words, name === "cpu-beside-gpu"));
  },
});

/** What the page makes itself, in memory, leaves the computer as little as what its own host is asked for. */
function isOwn(address: string, pageAddress: string): boolean {
  const { protocol, origin } = new URL(address);
  return (
    pageAddress === "about:blank" ||
    ["blob:", "data:"].includes(protocol) ||
    origin === new URL(pageAddress).origin
  );
}

/** Runs in the page: notices go by themselves, and a busy machine looks late. */
export function recordNotices(): void {
  const said: string[] = [];
  Object.assign(window, { noticesSaid: said });
  const record = (nodes: Iterable<Node>) => {
    for (const node of nodes)
      if (node instanceof Element && node.checkVisibility())
        said.push(node.textContent.replaceAll("\u00a0", " "));
  };
  const begin = () => {
    const region = document.querySelector("[data-notices]");
    if (!region) return void requestAnimationFrame(begin);
    record(region.children);
    new MutationObserver((changes) => {
      for (const { addedNodes } of changes) record(addedNodes);
    }).observe(region, { childList: true });
  };
  begin();
}

export type Labels = Readonly<Record<string, string>>;

export type RowId = "z" | "r" | "n" | "h";
/** What the words call the row of heatmaps. */
export const rowNames = ({ cells: { quantities } }: AllWords): Readonly<Record<RowId, string>> => ({
  z: quantities.updateGate,
  r: quantities.resetGate,
  n: quantities.candidate,
  h: quantities.hiddenState,
});
/** What they call the cell's node that gives the number of a heatmap's row. */
export const nodeNames = ({ cellNotes: { nodes } }: AllWords): Readonly<Record<RowId, string>> => ({
  z: nodes.updateGate.name,
  r: nodes.resetGate.name,
  n: nodes.candidate.name,
  h: nodes.mixedState.name,
});

export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly colours: number;
  /** Differs whenever a pixel does, for all that matters here. */
  readonly hash: number;
}

/** The page writes a true minus sign, and groups thousands. */
export function numberOf(text: string): number {
  const plain = text.replaceAll("−", "-").replaceAll(",", "").trim();
  const value = Number(plain);
  if (plain === "" || Number.isNaN(value)) throw new Error(`"${text}" is no number.`);
  return value;
}

export const textOf = async (element: Locator): Promise<string> => (await element.textContent()) ?? "";

/** The page itself looks, and soon sees: from outside it is seen up to a second late, while the machine goes on training. */
const byThePage = { polling: 50, timeout: 90_000 };

/** What `byThePage` is waited for; a failure has its name. */
async function expectSeen(what: string, seen: Promise<unknown>): Promise<void> {
  const isSeen = await seen.then(
    () => true,
    (error: unknown) => {
      if (error instanceof failures.TimeoutError) return false;
      throw error;
    },
  );
  expect(isSeen, what).toBe(true);
}

export const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/**
 * A sentence of the catalogue with holes in it: each of these texts, which stands in it once, stands for what its pattern says.
 * Numbers do not wrap away from their units, in whatever way.
 */
export function sentence(said: string, holes: Readonly<Record<string, RegExp>>): RegExp {
  const plain = (text: string) => escaped(text).replace(/\s/g, "\\s");
  let source = plain(said);
  for (const [text, { source: pattern }] of Object.entries(holes)) {
    const [before, after, ...more] = source.split(plain(text));
    if (after === undefined || more.length > 0)
      throw new Error(`"${text}" does not stand once in "${said}".`);
    source = `${before}(${pattern})${after}`;
  }
  return new RegExp(`^${source}$`, "su");
}

/** What tests read of a run, and of a run of a race, in the browser's database. */
interface KeptRun {
  readonly probe: { readonly text: string };
  readonly view: Pick<KeptLook, "unit" | "time" | "shownLook">;
}
interface KeptRacer {
  readonly record: { readonly step: number } | null;
}

interface KeptLook {
  readonly probe?: string;
  readonly unit: number;
  readonly time: number;
  readonly shownLook: string;
}

const smallLink = writeLink({
  setup: {
    data: { kind: "sample" },
    settings: { ...defaultSettings, hiddenSizes: [16], sequenceLength: 16, batchSize: 8 },
    probe: null,
  },
  view: plainView,
});

export class Playground {
  readonly controls: Locator;
  readonly data: Locator;
  readonly train: Locator;
  readonly pause: Locator;
  readonly step: Locator;
  readonly reset: Locator;
  readonly notices: Locator;
  readonly engineControl: Locator;
  readonly timeSlider: Locator;
  readonly unitField: Locator;

  /** @param words those of the page's language: what it calls its controls */
  constructor(
    readonly page: Page,
    readonly project: EngineProject,
    readonly words: AllWords = englishWords,
    readonly isBesideGpu = false,
  ) {
    const { data, diagram, engine, stage, transport } = words;
    const button = (name: string) => this.controls.getByRole("button", { name, exact: true });
    this.controls = page.getByRole("region", { name: transport.title });
    this.data = page.getByRole("region", { name: data.title, exact: true });
    this.train = button(transport.train);
    this.pause = button(transport.pause);
    this.step = button(transport.step);
    this.reset = button(transport.reset);
    this.notices = page.getByRole("region", { name: transport.notices });
    this.engineControl = page.getByRole("button", { name: new RegExp(`${engine.label}$`) });
    this.timeSlider = page.getByRole("slider", { name: stage.timeStep, exact: true });
    this.unitField = page.getByRole("textbox", { name: diagram.unit, exact: true });
  }

  /** Opens the page, waits for the gates, and makes sure that the project's engine computes. */
  async open(): Promise<void> {
    await this.page.goto("./");
    await this.waitForGates();
    await this.takeProjectEngine();
  }

  /**
   * Opens the page with a network so small that a step takes no time worth mentioning: by a link, which takes half of the time of
   * opening it and changing its settings one by one.
   */
  async openSmall(): Promise<void> {
    await this.page.goto(`./#${smallLink}`);
    await this.expectNotice(this.words.run.linked);
    await this.waitForGates();
    await this.takeProjectEngine();
    await this.#expectSmall();
  }

  /** The same by hand, for tests to which it matters what the page opens with by itself. */
  async makeSmall(): Promise<void> {
    const { run, settingLabels } = this.words;
    const smaller = async (name: string, before: number, after: number) => {
      await this.setNumber(name, after);
      await this.expectNotice(run.change({ name, before: String(before), after: String(after) }));
    };
    await smaller(settingLabels.hiddenSizes, 64, 16);
    await smaller(settingLabels.sequenceLength, 64, 16);
    await smaller(settingLabels.batchSize, 32, 8);
    await this.#expectSmall();
  }

  async #expectSmall(): Promise<void> {
    await this.rest();
    expect(await this.stepCount()).toBe(0);
    await expect(this.heatmap("z")).toHaveAccessibleName(/\b16\b/);
  }

  async waitForGates(): Promise<void> {
    await expect(this.node("h")).toHaveAccessibleName(/[:：]\s?−?\d\.\d{3}$/);
  }

  /** Waits until the engine has done all that it was asked for, and the stage shows it. It never does while it trains. */
  async rest(): Promise<void> {
    const isResting = () => document.querySelector('[data-engine="resting"]') !== null;
    await expectSeen("the engine at rest", this.page.waitForFunction(isResting, undefined, byThePage));
  }

  /** Waits until the page has kept a step, or a later one, beyond itself. */
  async keptFrom(step: number): Promise<void> {
    const isKept = (least: number) =>
      Number(document.querySelector("[data-kept]")?.getAttribute("data-kept") ?? -1) >= least;
    await expectSeen(`step ${step} kept`, this.page.waitForFunction(isKept, step, byThePage));
  }

  /** What the runs that are kept show, as it stands in the browser's database: it is kept a moment after it is looked at. */
  async keptViews(): Promise<readonly KeptLook[]> {
    const runs = await this.#keptRecords<KeptRun>("runs");
    return runs.map(({ probe, view: { unit, time, shownLook } }) => ({
      probe: probe.text,
      unit,
      time,
      shownLook,
    }));
  }

  /** To which steps the browser's database has the runs of the only race, in their order. */
  async keptRaceSteps(): Promise<readonly number[]> {
    return (await this.#keptRecords<KeptRacer>("racers")).map(({ record }) => record?.step ?? 0);
  }

  /** Of a store of the browser's database, as JSON has them; none before the page has made it. */
  async #keptRecords<Kept>(store: "runs" | "racers"): Promise<readonly Kept[]> {
    const text = await this.page.evaluate(
      (name) =>
        new Promise<string>((resolve, reject) => {
          const opening = indexedDB.open("gru-runs");
          // The database is the page's to make.
          opening.onupgradeneeded = () => {
            opening.onerror = () => resolve("[]");
            opening.transaction?.abort();
          };
          opening.onerror = () => reject(opening.error);
          opening.onsuccess = () => {
            const all = opening.result.transaction(name).objectStore(name).getAll();
            all.onerror = () => reject(all.error);
            all.onsuccess = () => {
              opening.result.close();
              resolve(JSON.stringify(all.result));
            };
          };
        }),
      store,
    );
    return JSON.parse(text);
  }

  async takeProjectEngine(): Promise<void> {
    switch (this.project) {
      case "webgpu":
        await this.chooseEngine("GPU (WebGPU)");
        await this.expectGpu();
        break;
      case "cpu":
        // Where there is no adapter, none has to be chosen.
        if (this.isBesideGpu) await this.chooseEngine("CPU");
        await this.expectCpu();
        break;
      case "no-webgpu":
        await this.expectCpu();
        await this.expectReason(new RegExp(this.words.engine.notUsed({ reason: ".+" })));
        break;
    }
    await this.rest();
  }

  async chooseEngine(name: "Automatic" | "GPU (WebGPU)" | "CPU"): Promise<void> {
    await this.engineControl.click();
    const option = this.page.getByRole("option", { name, exact: true });
    await expect(option).toBeEnabled();
    await option.click();
    await expect(option).toBeHidden();
  }

  async expectGpu(): Promise<void> {
    await expect(this.engineControl).toHaveAccessibleName(/GPU · .*SwiftShader/i);
  }

  async expectCpu(): Promise<void> {
    await expect(this.engineControl).toHaveAccessibleName(/^CPU\b/);
  }

  /** The reason that the opened engine control gives. */
  async expectReason(reason: RegExp): Promise<void> {
    await this.engineControl.click();
    await expect(this.page.getByText(reason)).toBeVisible();
    await this.page.keyboard.press("Escape");
    await expect(this.page.getByRole("listbox")).toBeHidden();
  }

  readout(label: string): Locator {
    const term = this.controls.getByRole("term").filter({ hasText: new RegExp(`^${label}`) });
    return term.locator("..").getByRole("definition");
  }

  fact(label: string): Locator {
    const term = this.data.getByRole("term").filter({ hasText: new RegExp(`^${label}$`) });
    return term.locator("..").getByRole("definition");
  }

  async stepCount(): Promise<number> {
    return numberOf(await textOf(this.readout(`${this.words.transport.stepCount}$`)));
  }

  async expectStep(step: number): Promise<void> {
    await expect.poll(() => this.stepCount()).toBe(step);
  }

  async expectStepAbove(step: number): Promise<void> {
    const isAbove = ([term, below]: [string, number]) => {
      const terms = Array.from(document.querySelectorAll("[data-engine] dt"));
      const count = terms.find(({ textContent }) => textContent === term)?.nextElementSibling;
      return Number(count?.textContent?.replaceAll(",", "")) > below;
    };
    const counted: [string, number] = [this.words.transport.stepCount, step];
    await expectSeen(`a step after ${step}`, this.page.waitForFunction(isAbove, counted, byThePage));
  }

  /** The count that nothing under way changes any more. */
  async settledStep(): Promise<number> {
    await this.rest();
    return this.stepCount();
  }

  /** From here on a run does not end by itself. */
  async neverStop(): Promise<void> {
    await this.setNumber(this.words.settingLabels.patience, 0);
    await this.rest();
  }

  /** Trains until `stopTraining`. */
  async startTraining(): Promise<void> {
    await expect(
      this.field(this.words.settingLabels.patience),
      "may stop by itself: neverStop() first",
    ).toHaveValue("0");
    await this.train.click();
    await expect(this.pause).toBeVisible();
  }

  /** Waits until a run that trains has taken more than so many further steps. */
  async trainFor(steps: number): Promise<void> {
    await this.expectStepAbove((await this.stepCount()) + steps);
  }

  /** Pauses, and waits for the steps under way. Returns the step reached. */
  async stopTraining(): Promise<number> {
    await this.pause.click();
    return this.settledStep();
  }

  /**
   * Asks the page in every frame, and lets it act in the very frame in which something is so: from outside it may be over
   * before anybody looks.
   *
   * @param act runs in the page; returns whether it has acted
   * @param labels what it needs to know, such as what the page calls its parts
   */
  async inTheMoment(act: (labels: Labels) => boolean, labels: Labels = {}): Promise<void> {
    await this.page.waitForFunction<boolean, Labels>(act, labels, { polling: "raf" });
  }

  /** Records every value that the step counter shows from now on. */
  async recordSteps(): Promise<() => Promise<number[]>> {
    const seen = await this.readout(`${this.words.transport.stepCount}$`).evaluateHandle((element) => {
      const values: string[] = [element.textContent];
      const observer = new MutationObserver(() => values.push(element.textContent));
      observer.observe(element, { childList: true, characterData: true, subtree: true });
      return values;
    });
    return async () => (await seen.jsonValue()).map(numberOf);
  }

  field(label: string): Locator {
    return this.page.getByRole("textbox", { name: label, exact: true });
  }

  async setNumber(label: string, value: number | string): Promise<void> {
    await this.field(label).fill(String(value));
    await this.field(label).press("Enter");
  }

  /** On a small screen, which shows one part at a time. */
  async goTo(place: keyof AllWords["page"]["places"]): Promise<void> {
    const { page: words } = this.words;
    await this.page
      .getByRole("navigation", { name: words.parts })
      .getByRole("button", { name: words.places[place] })
      .click();
  }

  /** What stands under the lanes. */
  async lookAt(look: keyof AllWords["diagram"]["lookAt"]): Promise<void> {
    await this.page.getByRole("tab", { name: this.words.diagram.lookAt[look], exact: true }).click();
  }

  /** Unfolds the further settings of a panel. */
  async moreSettings(of: "network" | "training"): Promise<void> {
    const { moreNetwork, moreTraining } = this.words.settings;
    const more = of === "network" ? moreNetwork : moreTraining;
    await this.page.getByRole("button", { name: more({ changed: 0 }) }).click();
  }

  /** A list that stands beside its label. */
  select(label: string): Locator {
    return this.page.getByRole("button", { name: new RegExp(`\\s${label}$`) });
  }

  async choose(label: string, option: string): Promise<void> {
    await this.select(label).click();
    await this.page.getByRole("option", { name: option, exact: true }).click();
    await expect(this.select(label)).toContainText(option);
  }

  /** Of the last step; before the first there is none, and nothing is larger. */
  async loss(): Promise<number> {
    const text = await textOf(this.readout(this.words.transport.loss));
    return text === "–" ? Number.POSITIVE_INFINITY : numberOf(text);
  }

  /** The loss of the first step from fresh weights, which no machine's speed changes. */
  async firstLoss(): Promise<number> {
    await this.rest();
    await this.expectStep(0);
    await this.step.click();
    await this.expectStep(1);
    await this.rest();
    return this.loss();
  }

  /** The engine's worker says what nobody understands, which the page takes for its end. */
  async crashEngine(): Promise<void> {
    for (const worker of engineWorkers(this.page))
      await worker.evaluate(() => Reflect.get(self, "postMessage").call(self, { type: "babble" }));
    await this.expectNotice(/^The engine stopped unexpectedly/);
  }

  /** Waits for a notice, or finds it among those that nobody has asked for yet; it is then done with. */
  async expectNotice(words: string | RegExp): Promise<void> {
    const wanted = typeof words === "string" ? words.replaceAll("\u00a0", " ") : words;
    const isHeard = (looked: string | RegExp) => {
      const said: string[] = Reflect.get(window, "noticesSaid");
      const found = said.findIndex((text) =>
        typeof looked === "string" ? text.includes(looked) : looked.test(text),
      );
      if (found >= 0) said.splice(found, 1);
      return found >= 0;
    };
    await expectSeen(`the notice ${words}`, this.page.waitForFunction(isHeard, wanted, byThePage));
  }

  heatmapName(row: RowId, rows: number, steps: number): string {
    const name = rowNames(this.words)[row];
    return this.words.stage.heatmapLabel({ name, letter: row, layer: null, rows, of: "units", steps });
  }

  heatmap(row: RowId): Locator {
    return this.page.getByRole("slider", { name: new RegExp(`^${rowNames(this.words)[row]} ${row}[,，]`) });
  }

  node(row: RowId): Locator {
    return this.page.getByRole("button", { name: new RegExp(`^${nodeNames(this.words)[row]}`) });
  }

  /** The number in the accessible name of a node of the cell. */
  async nodeValue(name: string): Promise<number> {
    const label = await this.page
      .getByRole("button", { name: new RegExp(`^${name}`) })
      .getAttribute("aria-label");
    return numberOf(label?.split(/: |：/).at(-1) ?? "");
  }

  /** Where a heatmap says it is, and the number there. */
  async place(row: RowId): Promise<{ unit: number; step: number; symbol: string; value: number }> {
    const text = (await this.heatmap(row).getAttribute("aria-valuetext")) ?? "";
    const said = (pinned: boolean) =>
      this.words.stage.heatmapPlace({
        unit: 81,
        pinned,
        step: 82,
        symbol: "SYMBOL",
        letter: row,
        value: "VALUE",
      });
    const holes = { 81: /\d+/, 82: /\d+/, SYMBOL: /.*/, VALUE: /−?\d\.\d{3}/ };
    const match = sentence(said(false), holes).exec(text) ?? sentence(said(true), holes).exec(text);
    if (!match) throw new Error(`A heatmap's value reads "${text}".`);
    return { unit: Number(match[1]), step: Number(match[2]), symbol: match[3], value: numberOf(match[4]) };
  }

  /** By the keyboard, to the third unit at the fourth step. */
  async walkTo(heatmap: Locator): Promise<void> {
    await this.unitField.fill("0");
    await this.unitField.press("Enter");
    await heatmap.focus();
    await heatmap.press("Home");
    for (const key of ["ArrowRight", "ArrowRight", "ArrowRight", "ArrowDown", "ArrowDown"])
      await heatmap.press(key);
  }

  /** The stage follows the playhead a frame later. */
  async expectStepOnShow(row: RowId, step: number): Promise<void> {
    await expect(this.heatmap(row)).toHaveAttribute("aria-valuenow", String(step));
  }

  /** What is painted on a heatmap. */
  picture(row: RowId): Promise<Picture> {
    return this.heatmap(row)
      .locator("canvas")
      .first()
      .evaluate((element) => {
        if (!(element instanceof HTMLCanvasElement)) throw new TypeError("A heatmap's picture is no canvas.");
        const { width, height } = element;
        const data = element.getContext("2d")?.getImageData(0, 0, width, height).data;
        if (!data) throw new Error("A heatmap's canvas has no picture.");
        const pixels = new Uint32Array(data.buffer);
        let hash = 0;
        for (const pixel of pixels) hash = (Math.imul(hash, 31) + pixel) | 0;
        return { width, height, colours: new Set(pixels).size, hash };
      });
  }

  symbols(): Locator {
    return this.page.getByRole("list", { name: this.words.stage.symbolsOfProbe }).getByRole("listitem");
  }

  async pasteText(text: string): Promise<void> {
    const { data, files } = this.words;
    await this.data.getByRole("button", { name: data.paste }).click();
    const dialog = this.page.getByRole("dialog", { name: data.paste });
    await dialog.getByRole("textbox", { name: data.pasteLabel }).fill(text);
    await dialog.getByRole("button", { name: data.useText }).click();
    await expect(dialog).toBeHidden();
    await this.expectData(files.pasted);
  }

  /** By the title in their menu. */
  async useSample(title: string): Promise<void> {
    await this.data.getByRole("button", { name: this.words.data.samples }).click();
    await this.page.getByRole("menuitem", { name: title }).click();
    await this.expectData(title);
  }

  /** Waits for data, and until the first network for it stands. */
  async expectData(name: string): Promise<void> {
    await expect(this.data.getByRole("heading", { name, exact: true })).toBeVisible();
    await this.rest();
  }

  /** Presses what asks for a file or a folder, and gives it one. */
  async giveFile(press: Locator, file: ChosenFile): Promise<void> {
    const chooser = this.page.waitForEvent("filechooser");
    await press.click();
    await (await chooser).setFiles(file);
  }

  async pickFile(file: ChosenFile): Promise<void> {
    await this.giveFile(this.data.getByRole("button", { name: this.words.data.openText }), file);
  }

  async pickTable(file: ChosenFile): Promise<void> {
    await this.giveFile(this.data.getByRole("button", { name: this.words.data.openTable }), file);
  }

  async openZip(kind: "openPictures" | "openFolder", file: ChosenFile): Promise<void> {
    await this.data.getByRole("button", { name: this.words.data[kind] }).click();
    await this.pickZip(file);
  }

  /** In the dialog that is open. */
  async pickZip(file: ChosenFile): Promise<void> {
    await this.giveFile(
      this.page.getByRole("dialog").getByRole("button", { name: this.words.folders.chooseZip }),
      file,
    );
  }
}

export { expect };
