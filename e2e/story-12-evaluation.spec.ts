/** Story 12: how good a network is on what was held out, beside what needs no network. */
import {
  anyEngine,
  escaped,
  expect,
  inChinese,
  numberOf,
  type Playground,
  sentence,
  test,
  textOf,
} from "./playground";

const panelOf = ({ page, words }: Playground) => page.getByRole("region", { name: words.evaluation.title });

/** Trains until a step is passed, and waits until the network of that moment was measured. */
async function trainBeyond(playground: Playground, step: number): Promise<void> {
  await playground.neverStop();
  await playground.startTraining();
  await playground.expectStepAbove(step);
  const reached = await playground.stopTraining();
  const { atStep } = playground.words.evaluation;
  await expect(panelOf(playground).getByText(atStep({ step: reached }))).toBeVisible();
}

const percentIn = async (cell: Parameters<typeof textOf>[0]) =>
  numberOf((await textOf(cell)).replace("%", ""));

test("a text and classes: how far the network is better than what needs none, and where it is wrong", {
  tag: inChinese,
}, async ({ playground }) => {
  const { evaluation, samples, stage } = playground.words;
  await playground.open();
  const panel = panelOf(playground);
  await test.step("a text: bits per character beside what letters and pairs of them tell", async () => {
    await panel.getByRole("button", { name: evaluation.measure }).click();
    const row = (name: string) => panel.getByRole("row", { name });
    const bits = async (name: string) => numberOf(await textOf(row(name).getByRole("cell").first()));
    await expect(row(evaluation.network)).toBeVisible();
    const [network, pairs, letters] = [
      await bits(evaluation.network),
      await bits(evaluation.bigram),
      await bits(evaluation.unigram),
    ];
    expect(network).toBeLessThan(pairs);
    expect(pairs).toBeLessThan(letters);
  });
  await test.step("classes: the share that is right, and the sequences behind every confusion", async () => {
    await playground.useSample(samples.pictures);
    await trainBeyond(playground, 60);
    const headline = evaluation.classes({
      thing: "picture",
      evaluated: 800,
      heldOut: 800,
      isSecond: false,
      answers: null,
      accuracy: 0.777,
      majority: "MAJORITY",
      majorityAccuracy: 0.111,
      balancedAccuracy: 0,
      low: null,
      high: null,
      needed: 10,
      verdict: null,
    });
    const said = sentence(headline, { "77.7": /\d+\.\d/, MAJORITY: /.+/, "11.1": /\d+\.\d/ });
    await expect(panel.getByText(new RegExp(said.source.replace(/\$$/, "")))).toBeVisible();
    const shareOf = (name: string) =>
      panel
        .getByRole("row", { name: new RegExp(`^${name}`) })
        .getByRole("cell")
        .first();
    const [network, majority] = [
      shareOf(evaluation.network),
      shareOf(evaluation.majorityClass({ label: "" }).slice(0, -2).trim()),
    ];
    expect(await percentIn(majority)).toBeCloseTo(10, 0);
    expect(await percentIn(network)).toBeGreaterThan(30);

    const matrix = panel.getByRole("table", { name: evaluation.confusionCaption });
    const cells = matrix.getByRole("button");
    const counts = await cells.evaluateAll((buttons) => buttons.map((button) => Number(button.textContent)));
    expect(counts.reduce((a, b) => a + b)).toBe(800);
    const confusion = { truth: "TRUTH", predicted: "PREDICTED" };
    const digits = new RegExp(
      escaped(evaluation.confusion(confusion)).replace("TRUTH", "(\\d)").replace("PREDICTED", "(\\d)"),
    );
    // Any confusion will do: which classes the network confuses depends on how far it has come.
    const confusions = (
      await cells.evaluateAll((buttons) => buttons.map((button) => button.getAttribute("aria-label") ?? ""))
    ).flatMap((label) => {
      const [, truth, predicted] = digits.exec(label) ?? [];
      return truth === predicted ? [] : [{ label, truth, predicted }];
    });
    expect(confusions.length).toBeGreaterThan(0);
    const [{ label, truth, predicted }] = confusions;
    const wrong = matrix.getByRole("button", { name: label, exact: true });
    await wrong.click();
    await expect(wrong).toHaveAttribute("aria-pressed", "true");
    const [first] = await panel.getByRole("listbox").getByRole("option").all();
    const name = await textOf(first);
    expect(name).toMatch(new RegExp(`^${truth}[,，]? ?`));
    await first.click();
    const sequence = playground.page.getByRole("region", { name: stage.sequence });
    await expect(sequence.getByText(name, { exact: true })).toBeVisible();
    const verdict = stage.verdict({
      last: true,
      symbol: String(predicted),
      percent: 987,
      right: false,
      titled: false,
    });
    await expect(sequence.getByText(sentence(verdict, { 987: /\d+/ }))).toBeVisible();

    await panel.getByText(evaluation.rates, { exact: true }).click();
    const ofTruth = escaped(evaluation.confusion({ truth: String(truth), predicted: "PREDICTED" }));
    const rates = await matrix
      .getByRole("button", { name: new RegExp(`^${ofTruth.replace("PREDICTED", ".+")}`) })
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
