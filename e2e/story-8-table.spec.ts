/** Story 8: a table of one's own, from the file to a trained network; and what is said of one that cannot be used. */
import type { Locator } from "@playwright/test";
import { anyEngine, expect, inChinese, type Playground, sentence, test } from "./playground";

const csvFile = (name: string, content: string | Buffer) => ({
  name,
  mimeType: "text/csv",
  buffer: Buffer.from(content),
});

/** Days from the first of January 2024 on, as in a file. */
const day = (index: number) => new Date(Date.UTC(2024, 0, 1 + index)).toISOString().slice(0, 10);

/** A wave of 20 days with whatever else a row is to have. */
const series = (rows: number, more: (index: number) => string = () => "") =>
  Array.from({ length: rows }, (_, i) => `${day(i)},${(10 + 8 * Math.sin(i / 3.2)).toFixed(2)}${more(i)}`);

const weather = `day,temperature\n${series(200).join("\n")}\n`;

/** Sequences that rise or fall, with semicolons and decimal commas, in an encoding of one byte a letter. */
function movements(): Buffer {
  const lines = ["sequence_id;t;weight;label"];
  for (let id = 1; id <= 30; id++)
    for (let t = 0; t < 8; t++) {
      const value = ((id % 2 === 0 ? t : 7 - t) / 4 + id / 100).toFixed(2).replace(".", ",");
      lines.push(`${id};${t};${value};${id % 2 === 0 ? "größer" : "kleiner"}`);
    }
  return Buffer.from(`${lines.join("\r\n")}\r\n`, "latin1");
}

/** The dialog in which a table is opened. */
class TableDialog {
  readonly dialog: Locator;
  readonly use: Locator;
  readonly plan: Locator;
  readonly problems: Locator;

  constructor(readonly playground: Playground) {
    const { page, words } = playground;
    const { tableDialog } = words;
    this.dialog = page.getByRole("dialog", { name: new RegExp(`^${tableDialog.open} `) });
    this.use = this.dialog.getByRole("button", { name: tableDialog.useThisData });
    this.plan = this.dialog.getByRole("region", { name: tableDialog.plan });
    this.problems = this.dialog.getByRole("region", { name: tableDialog.problems });
  }

  async expectOpen(name: string): Promise<void> {
    await expect(this.dialog).toHaveAccessibleName(`${this.playground.words.tableDialog.open} ${name}`);
  }

  /** What is said beside the size of the file. */
  async expectFacts(rows: number, columns: number): Promise<void> {
    const facts = { sizeBytes: 999, rows, columns, isBeginning: false };
    const said = this.playground.words.tableDialog.facts(facts);
    await expect(this.dialog.getByText(sentence(said, { "999\u00a0B": /.+/ }))).toBeVisible();
  }

  async choose(field: string, option: string): Promise<void> {
    await this.dialog.getByRole("button", { name: new RegExp(`${field}$`) }).click();
    await this.playground.page.getByRole("option", { name: option }).click();
  }
}

async function openTable(playground: Playground, file: ReturnType<typeof csvFile>): Promise<TableDialog> {
  await playground.pickTable(file);
  const table = new TableDialog(playground);
  await table.expectOpen(file.name);
  return table;
}

test("a series is forecast: from the file to a trained network", { tag: [anyEngine, inChinese] }, async ({
  page,
  playground,
}) => {
  const { data, run, settingLabels, table, tableDialog } = playground.words;
  const targets = table.names({ names: ["temperature"], more: 0 });
  const days = (count: number) => table.spacing({ count, unit: "day" });
  await playground.open();
  const opened = await openTable(playground, csvFile("weather.csv", weather));
  const { dialog, plan, use } = opened;
  const horizon = dialog.getByRole("textbox", { name: tableDialog.horizon });
  await opened.expectFacts(200, 2);
  await expect(
    dialog.getByRole("radio", { name: new RegExp(`^${tableDialog.asks.forecast.title}`) }),
  ).toBeChecked();
  const range = tableDialog.range({ min: "2.00", max: "18.00" });
  await expect(
    dialog.getByRole("columnheader", {
      name: new RegExp(`temperature.*${tableDialog.roles.forecast}.*${range}`),
    }),
  ).toBeVisible();
  await expect(plan).toContainText(
    table.forecastNext({ targets, step: table.oneStep({ unit: "day" }), window: days(20) }),
  );

  await dialog.getByRole("textbox", { name: tableDialog.window }).fill("12");
  await horizon.fill("2");
  await horizon.press("Enter");
  await expect(plan).toContainText(table.forecastAhead({ targets, horizon: days(2), window: days(12) }));
  const split = table.lastHeldOut({ heldOut: days(40), first: "2024-06-09", train: days(160) });
  await expect(plan).toContainText(split);
  await use.dblclick();
  await expect(dialog).toBeHidden();

  await expect(playground.data.getByRole("heading", { name: "weather.csv" })).toBeVisible();
  await playground.expectNotice(run.newData);
  await expect(playground.fact(data.facts.stepsEach)).toHaveText("12");
  await expect(playground.field(settingLabels.sequenceLength)).toHaveValue("12");
  await playground.data.getByRole("button", { name: data.decisions }).click();
  await expect(playground.data.getByText(split)).toBeVisible();
  await playground.neverStop();
  await playground.startTraining();
  await playground.expectStepAbove(5);

  // Chosen once, it can be changed; and until it is, the run goes on.
  await playground.data.getByRole("button", { name: tableDialog.changeChoices }).click();
  await expect(horizon).toHaveValue("2");
  await playground.trainFor(3);
  await horizon.fill("1");
  await use.click();
  await expect(dialog).toBeHidden();
  await playground.expectStep(0);
  await playground.step.click();
  await playground.expectStep(1);
  await expect(page.getByRole("alert")).toHaveCount(0);
});

test("a title above, a time in two columns and a value for none are read right, or asked about", {
  tag: anyEngine,
}, async ({ playground }) => {
  await playground.open();
  const rows = Array.from({ length: 400 }, (_, i) => {
    const [date, time] = new Date(Date.UTC(2024, 0, 1) + i * 1_800_000).toISOString().slice(0, 16).split("T");
    const load = i % 50 === 20 ? "-999" : (50 + 20 * Math.sin((2 * Math.PI * i) / 48)).toFixed(1);
    return `${date},${time},${(i * 7) % 11},${load}`;
  });
  const content = `Load of the grid\n\ndate,time,wind,load\n${rows.join("\n")}\n,,,\nSource: the grid,,,\n`;
  const opened = await openTable(playground, csvFile("grid.csv", content));
  const { dialog, plan, problems, use } = opened;
  await opened.expectFacts(400, 4);
  await expect(problems).toContainText(
    "The column names are in row 3. Left out: 1 row above (“Load of the grid”) and 2 rows below",
  );
  await expect(dialog.getByRole("button", { name: "date + time Time" })).toBeVisible();
  await expect(plan).toContainText("Time: “date” and “time” together, a row every half an hour.");

  await problems.getByRole("button", { name: "Treat −999 as missing" }).click();
  await expect(dialog.getByRole("columnheader", { name: /load.*target.*8.missing/ })).toBeVisible();
  await expect(plan).toContainText(
    "Forecast: “load”, half an hour ahead, from the previous 48 steps of half an hour (24 hours).",
  );
  await expect(plan).toContainText("A season has 48 steps of half an hour (24 hours)");

  // What follows from another column comes with it.
  await dialog
    .getByRole("toolbar", { name: "Columns to forecast" })
    .getByRole("button", { name: "wind" })
    .click();
  await dialog
    .getByRole("toolbar", { name: "Columns to forecast" })
    .getByRole("button", { name: "load" })
    .click();
  await expect(plan).toContainText("Forecast: “wind”");
  await expect(dialog.getByRole("textbox", { name: "Season" })).toHaveValue("11");

  // Any other row can have the names.
  await opened.choose("Column names", "Row 4");
  await expect(dialog.getByRole("columnheader", { name: /2024-01-01/ })).toBeVisible();
  await opened.choose("Column names", "Row 3");
  await opened.expectFacts(400, 4);
  await use.click();
  await expect(dialog).toBeHidden();
});

test("what rises beyond its training set is forecast as a change, and shown as it stands in the file", {
  tag: anyEngine,
}, async ({ page, playground }) => {
  await playground.open();
  const users = (i: number) => 1000 + 12 * i + (i % 7 === 6 ? -60 : 0);
  const rows = Array.from({ length: 200 }, (_, i) => `${day(i)},${users(i)}`);
  const opened = await openTable(playground, csvFile("users.csv", `day,users\n${rows.join("\n")}\n`));
  const { dialog, plan, problems, use } = opened;
  await expect(problems).toContainText(
    "“users” reaches 3,388 in the held-out set, but only 2,908 in the training set",
  );
  await expect(dialog.getByRole("button", { name: "The seasonal change Forecast" })).toBeVisible();
  await expect(plan).toContainText("The seasonal change is forecast, because the series does not keep");

  // Beside the message and in its own field, any other form can be chosen.
  await problems.getByRole("button", { name: /What to do about it$/ }).click();
  await page.getByRole("option", { name: "Forecast the change" }).click();
  await expect(dialog.getByRole("button", { name: "The change Forecast" })).toBeVisible();
  await expect(plan).toContainText("The change is forecast. It is added to the last value.");
  await opened.choose("Forecast", "The seasonal change");
  await use.click();
  await expect(dialog).toBeHidden();

  await playground.neverStop();
  await playground.startTraining();
  await playground.trainFor(30);
  await playground.stopTraining();
  await playground.rest();
  const panel = page.getByRole("region", { name: "Evaluation" });
  // Its season is exact, so the network need not do more than what the seasonal change was in training.
  await expect(panel.getByText(/^On\sthe\s40\sheld-out\sforecasts,\s“users”.*%\sbetter/)).toBeVisible();
  // After row 160, the first that is held out.
  await expect(
    page
      .getByRole("region", { name: "The sequence" })
      .getByText(/actual\s2,?860$/)
      .first(),
  ).toBeVisible();
});

test("sequences are classified, whatever the delimiter, the decimal sign and the encoding, and numbers of them estimated", {
  tag: anyEngine,
}, async ({ page, playground }) => {
  await playground.open();
  const opened = await openTable(playground, csvFile("movements.csv", movements()));
  const { dialog, plan, problems, use } = opened;
  await expect(dialog.getByRole("radio", { name: /^Classify sequences/ })).toBeChecked();
  await expect(dialog.getByRole("radio", { name: "One row per step" })).toBeChecked();
  await expect(dialog.getByRole("button", { name: "Semicolon ; Delimiter" })).toBeVisible();
  await expect(dialog.getByRole("button", { name: "Comma 1,5 Decimal sign" })).toBeVisible();
  await expect(plan).toContainText("Classes of “label”: “größer” (15) and “kleiner” (15).");

  // As a label of every step, then back.
  await dialog.getByText("Label every step").click();
  await expect(plan).toContainText("“größer” (120) and “kleiner” (120)");
  await dialog.getByText("Classify sequences").click();
  await expect(plan).toContainText("Training set: 24 sequences. Held-out set: 6");

  // A number that is not to be read as one.
  await opened.choose("Type of weight", "Text");
  await expect(problems).toContainText("Column “weight” is text, which cannot be a feature.");
  await expect(use).toBeDisabled();
  await opened.choose("Type of weight", "Number");
  await expect(plan).toContainText("Training set: 24 sequences. Held-out set: 6");
  await use.click();
  await expect(dialog).toBeHidden();
  await expect(playground.fact("held out")).toHaveText("6");
  await expect(playground.fact("steps each")).toHaveText("8");
  await playground.neverStop();
  await playground.startTraining();
  await playground.expectStepAbove(3);

  // Sequences that have a number each, by the form of an archive; another can be chosen.
  const series = Array.from({ length: 30 }, (_, i) => {
    const values = Array.from({ length: 9 }, (_, t) => (Math.sin((1 + i / 9) * t) * (1 + i / 30)).toFixed(3));
    return `${values}:${(1 + i / 9).toFixed(3)}`;
  });
  const header = "@problemName speed\n@univariate true\n@targetLabel true\n@data\n";
  const archive = await openTable(playground, csvFile("speed.ts", `${header}${series.join("\n")}\n`));
  await expect(archive.dialog.getByRole("radio", { name: /^Estimate a number/ })).toBeChecked();
  await expect(archive.plan).toContainText(
    "“target” is estimated, one number for each row: 30 of them, from 1 to 4.222.",
  );
  await archive.choose("Number to estimate", "t2");
  await expect(archive.plan).toContainText("“t2” is estimated");
  await archive.choose("Number to estimate", "target");
  await archive.dialog.getByText("Each row", { exact: true }).click();
  await expect(archive.plan).toContainText("The sequence is cut into windows of 3 rows");
  await archive.dialog.getByText("Each sequence", { exact: true }).click();
  await expect(archive.plan).toContainText("“target” is estimated, one number for each row: 30 of them");
  await archive.use.click();
  await expect(archive.dialog).toBeHidden();
  await expect(playground.fact("held out")).toHaveText("6");
  await playground.neverStop();
  await playground.startTraining();
  await playground.expectStepAbove(3);
  await playground.stopTraining();
  const panel = page.getByRole("region", { name: "Evaluation" });
  await expect(panel.getByText(/^On\sthe\s6\sheld-out\ssequences,\s“target”\sis\soff\sby/)).toBeVisible();
  await expect(panel.getByText("Training mean").first()).toBeVisible();
});

test("some rows of a table are read alone, and brought to even steps", {
  tag: [anyEngine, inChinese],
}, async ({ playground }) => {
  const { data, run, table, tableDialog } = playground.words;
  await playground.open();
  // Two shops, each twice a day but for some days: the second one is forecast by days.
  const rows = Array.from({ length: 200 }, (_, i) =>
    [`${day(i >> 1)} 0${i % 2 === 0 ? 8 : 9}:${10 + (i % 40)},north,${i % 13}`].concat(
      i % 22 < 2 ? [] : [`${day(i >> 1)} ${i % 2 === 0 ? 11 : 17}:${10 + (i % 40)},south,${50 + (i % 7)}`],
    ),
  ).flat();
  const opened = await openTable(playground, csvFile("shops.csv", `at,shop,sales\n${rows.join("\n")}\n`));
  const { dialog, plan, use } = opened;
  const kept = 180;
  await opened.expectFacts(rows.length, 3);
  await opened.choose(tableDialog.onlyRowsWhere, "shop");
  await dialog.getByRole("button", { name: tableDialog.valueOfRows({ value: "south", rows: kept }) }).click();
  const values = table.names({ names: ["south"], more: 0 });
  const filtered = table.rowsOfValues({ column: "shop", count: 1, values, kept, of: rows.length });
  await expect(plan).toContainText(filtered);
  await opened.expectFacts(kept, 3);

  await opened.choose(tableDialog.timeSteps, table.spacing({ count: 1, unit: "day" }));
  const spacing = table.spacing({ count: 1, unit: "day" });
  const steps = { spacing, rows: kept, steps: 98, empty: 8 };
  await expect(plan).toContainText(table.evenSteps({ ...steps, how: "mean" }));
  await opened.choose(tableDialog.takenTogether, tableDialog.ways.last);
  const even = table.evenSteps({ ...steps, how: "last" });
  await expect(plan).toContainText(even);
  await use.click();
  await expect(dialog).toBeHidden();
  await playground.expectNotice(run.newData);
  await playground.data.getByRole("button", { name: data.decisions }).click();
  await expect(playground.data.getByText(filtered)).toBeVisible();
  await expect(playground.data.getByText(even)).toBeVisible();
  // Chosen once, it is opened as it was.
  await playground.data.getByRole("button", { name: tableDialog.changeChoices }).click();
  await expect(plan).toContainText(even);
});

test("what is wrong with a table is said with its place, and nothing is lost", {
  tag: [anyEngine, inChinese],
}, async ({ page, playground }) => {
  const { files, samples, table, tableDialog } = playground.words;
  await playground.openSmall();
  await playground.step.click();
  await playground.expectStep(1);

  const ragged = series(60, (i) => (i === 4 ? ",7" : ""));
  ragged[9] = day(9);
  const opened = await openTable(playground, csvFile("ragged.csv", `day,x\n${ragged.join("\n")}\n`));
  const { dialog, plan, problems, use } = opened;
  await expect(problems).toContainText(
    table.raggedRows({ count: 2, columns: 2, row: 6, cells: 3, how: "fill" }),
  );
  await problems.getByRole("button", { name: table.padOrCut }).click();
  await page.getByRole("option", { name: table.dropRows }).click();
  await expect(plan).toContainText(table.raggedOut({ count: 2 }));
  await dialog.getByRole("button", { name: tableDialog.cancel }).click();
  await expect(dialog).toBeHidden();

  const unclosed = series(60);
  unclosed[6] = `${day(6)},"17.9`;
  await openTable(playground, csvFile("unclosed.csv", `day,x\n${unclosed.join("\n")}\n`));
  await expect(problems).toContainText(table.unclosedQuotes({ count: 1, row: 8, givenUpAt: null }));
  // Escape takes back what is typed, and then closes the dialog.
  const window = dialog.getByRole("textbox", { name: tableDialog.window });
  const before = await window.inputValue();
  await window.fill("999");
  await window.press("Escape");
  await expect(window).toHaveValue(before);
  await window.press("Escape");
  await expect(dialog).toBeHidden();

  const constant = Array.from({ length: 40 }, (_, i) => `${i >> 2},${i & 3},${i % 7},same`);
  await openTable(playground, csvFile("constant.csv", `id,t,x,label\n${constant.join("\n")}\n`));
  const constantLabel = table.constantLabel({ column: "label", label: "same", row: 5 });
  await expect(problems).toContainText(constantLabel);
  await expect(dialog.getByRole("contentinfo").or(dialog.locator("footer"))).toContainText(constantLabel);
  await expect(use).toBeDisabled();
  // While nothing in it has the focus, as for a moment after it opened, Escape closes it all the same.
  await page.evaluate(() => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    document.body.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", bubbles: true }));
  });
  await expect(dialog).toBeHidden();

  await openTable(
    playground,
    csvFile("picture.csv", Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])),
  );
  await expect(dialog.getByRole("alert")).toContainText(
    table.binaryFile({ name: "picture.csv", kind: files.png, mayBeSheet: false }),
  );
  await dialog.getByRole("button", { name: tableDialog.close }).click();
  await expect(dialog).toBeHidden();

  await expect(playground.data.getByRole("heading", { name: samples.text })).toBeVisible();
  expect(await playground.stepCount()).toBe(1);
  await playground.step.click();
  await playground.expectStep(2);
});

test("a table is dropped or pasted, and a spreadsheet's own file is explained", { tag: anyEngine }, async ({
  page,
  playground,
}) => {
  await playground.open();
  const drop = async (name: string, content: string) => {
    const transfer = await page.evaluateHandle(
      ([fileName, text]) => {
        const dragged = new DataTransfer();
        dragged.items.add(new File([text], fileName));
        return dragged;
      },
      [name, content] as const,
    );
    await page.dispatchEvent("body", "drop", { dataTransfer: transfer });
  };
  const opened = new TableDialog(playground);
  const { dialog, plan } = opened;
  await drop("dropped.txt", weather);
  await opened.expectOpen("dropped.txt");
  await opened.expectFacts(200, 2);
  await dialog.getByRole("button", { name: "Cancel" }).click();

  await drop("book.ods", "PK\u0003\u0004");
  await expect(page.getByRole("alert")).toContainText(
    "Save it there as .xlsx, or the sheet as CSV, and open that.",
  );

  await playground.data.getByRole("button", { name: "Paste a text" }).click();
  const paste = page.getByRole("dialog", { name: "Paste a text" });
  await paste.getByRole("textbox", { name: "Text" }).fill(weather);
  await paste.getByRole("button", { name: "Open as a table" }).click();
  await opened.expectOpen("Pasted table");
  await expect(plan).toContainText("Forecast: “temperature”");
});

test("a large table is read while training goes on, and the reading can be stopped", {
  tag: anyEngine,
}, async ({ page, playground }) => {
  await playground.openSmall();
  await playground.startTraining();
  await playground.expectStepAbove(2);
  const reader = page.waitForEvent("worker", (worker) => worker.url().includes("tableWorker"));
  // About 120 MB, made in the page: a file chooser takes no more than 50.
  await page.evaluate((rows) => {
    const transfer = new DataTransfer();
    const block = `${rows}\n`.repeat(400);
    transfer.items.add(new File(["day,x\n", ...Array.from({ length: 90 }, () => block)], "large.csv"));
    document.body.dispatchEvent(new DragEvent("drop", { bubbles: true, dataTransfer: transfer }));
  }, series(200).join("\n"));
  // A slow drive: from a fast one all of it may be read before anybody looks.
  await (await reader).evaluate(() => {
    const { prototype } = ReadableStreamBYOBReader;
    const { read } = prototype;
    Object.assign(prototype, {
      async read(view: Uint8Array<ArrayBuffer>) {
        await new Promise((resolve) => setTimeout(resolve, 50));
        return read.call(this, view);
      },
    });
  });
  await playground.inTheMoment(() => {
    const progress = document.querySelector('[role="dialog"] [role="progressbar"]');
    const label = progress?.getAttribute("aria-label") ?? progress?.textContent ?? "";
    const buttons = Array.from(document.querySelectorAll('[role="dialog"] button'));
    const stop = buttons.find(({ textContent }) => textContent === "Stop");
    if (!document.querySelector('[role="dialog"] table') || !(stop instanceof HTMLElement)) return false;
    if (!/Reading the file|Analysing the columns/.test(label)) return false;
    stop.click();
    return true;
  });
  const { dialog } = new TableDialog(playground);
  await expect(dialog).toBeHidden();
  await playground.trainFor(3);
  await expect(playground.data.getByRole("heading", { name: "Sample text" })).toBeVisible();
});
