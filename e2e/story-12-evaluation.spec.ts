/** Story 12: how good a network is on what was held out, beside what needs no network. */
import { anyEngine, expect, numberOf, type Playground, test, textOf } from "./playground";

const panelOf = ({ page }: Playground) => page.getByRole("region", { name: "Evaluation" });

/** Trains until a step is passed, and waits until the network of that moment was measured. */
async function trainBeyond(playground: Playground, step: number): Promise<void> {
  await playground.neverStop();
  await playground.startTraining();
  await playground.expectStepAbove(step);
  const reached = await playground.stopTraining();
  await expect(panelOf(playground).getByText(`At step ${reached.toLocaleString("en")}`)).toBeVisible();
}

const percentIn = async (cell: Parameters<typeof textOf>[0]) =>
  numberOf((await textOf(cell)).replace("%", ""));

test("a text and classes: how far the network is better than what needs none, and where it is wrong", async ({
  playground,
}) => {
  await playground.open();
  const panel = panelOf(playground);
  await test.step("a text: bits per character beside what letters and pairs of them tell", async () => {
    await panel.getByRole("button", { name: "Measure" }).click();
    const bits = async (row: RegExp) =>
      numberOf(await textOf(panel.getByRole("row", { name: row }).getByRole("cell").first()));
    await expect(panel.getByRole("row", { name: /^Network/ }).first()).toBeVisible();
    const [network, pairs, letters] = [
      await bits(/^Network/),
      await bits(/pairs|bigram/i),
      await bits(/frequen|unigram/i),
    ];
    expect(network).toBeLessThan(pairs);
    expect(pairs).toBeLessThan(letters);
  });
  await test.step("classes: the share that is right, and the sequences behind every confusion", async () => {
    await playground.useSample("Small pictures");
    await trainBeyond(playground, 60);
    await expect(
      panel.getByText(/^On\sthe\s800\sheld-out\spictures,\s\d.*\s%\sare\sright;\salways\sanswering\s“/),
    ).toBeVisible();
    const shares = panel.getByRole("row", { name: /^(Network|Majority class)/ });
    const [network, majority] = [
      shares.nth(0).getByRole("cell").first(),
      shares.nth(1).getByRole("cell").first(),
    ];
    expect(await percentIn(majority)).toBeCloseTo(10, 0);
    expect(await percentIn(network)).toBeGreaterThan(30);

    const matrix = panel.getByRole("table", { name: /^Confusion matrix/ });
    const cells = matrix.getByRole("button");
    const counts = await cells.evaluateAll((buttons) => buttons.map((button) => Number(button.textContent)));
    expect(counts.reduce((a, b) => a + b)).toBe(800);
    // Any confusion will do: which classes the network confuses depends on how far it has come.
    const confusions = (
      await cells.evaluateAll((buttons) => buttons.map((button) => button.getAttribute("aria-label") ?? ""))
    ).flatMap((label) => {
      const [, truth, said] = /^(\d) predicted as (\d):/.exec(label) ?? [];
      return truth === said ? [] : [{ label, truth, said }];
    });
    expect(confusions.length).toBeGreaterThan(0);
    const [{ label, truth, said }] = confusions;
    const wrong = matrix.getByRole("button", { name: label, exact: true });
    await wrong.click();
    await expect(wrong).toHaveAttribute("aria-pressed", "true");
    const [first] = await panel.getByRole("listbox").getByRole("option").all();
    const name = await textOf(first);
    expect(name).toMatch(new RegExp(`^${truth},? `));
    await first.click();
    const stage = playground.page.getByRole("region", { name: "The sequence" });
    await expect(stage.getByText(name, { exact: true })).toBeVisible();
    await expect(stage.getByText(new RegExp(`^answers ${said} \\(\\d+\\s%\\), wrong$`))).toBeVisible();

    await panel.getByText("Rates", { exact: true }).click();
    const rates = await matrix
      .getByRole("button", { name: new RegExp(`^${truth} predicted as`) })
      .evaluateAll((buttons) => buttons.map((button) => Number(button.textContent)));
    expect(Math.abs(rates.reduce((a, b) => a + b) - 100)).toBeLessThanOrEqual(5);
  });
});

test("forecasts: errors in the data's unit beside those of the last value", { tag: anyEngine }, async ({
  playground,
}) => {
  await playground.open();
  await playground.useSample("Synthetic weather");
  await trainBeyond(playground, 400);
  const panel = panelOf(playground);
  await expect(
    panel.getByText(
      /^On\sthe\s876\sheld-out\sforecasts,\s“temperature”\s1\srow\sahead\sis\soff\sby\s\d\.\d+\s°C/,
    ),
  ).toBeVisible();
  const rmse = (row: string) =>
    panel
      .getByRole("row", { name: new RegExp(`^${row}`) })
      .getByRole("cell")
      .first();
  // What repeating the last value costs does not depend on the network.
  await expect(rmse("Last value")).toHaveText("2.905");
  expect(numberOf(await textOf(rmse("Network")))).toBeLessThan(2.905);
});
