/** Story 14: the networks that the engine can train, and all the ways to train them. */

import { besideGpu, expect, numberOf, type Playground, test, textOf } from "./playground";
import { referenceLosses, referenceRun } from "./referenceRun";

const resultOf = ({ page }: Playground) => page.getByRole("region", { name: "Evaluation" });

/** Short sequences with labels, as a file that anyone could have. */
function labelledTable(): { name: string; mimeType: string; buffer: Buffer } {
  const rows = ["sequence_id,step,x,label"];
  for (let sequence = 0; sequence < 40; sequence++)
    for (let step = 0; step < 6; step++) {
      const rises = sequence % 4 === 0;
      const x = (rises ? step : 5 - step) + ((sequence * 7 + step * 3) % 5) / 10;
      rows.push(`${sequence},${step},${x.toFixed(1)},${rises ? "up" : "down"}`);
    }
  return { name: "slopes.csv", mimeType: "text/csv", buffer: Buffer.from(rows.join("\n")) };
}

async function openTable(playground: Playground): Promise<void> {
  const { page } = playground;
  await playground.pickTable(labelledTable());
  const dialog = page.getByRole("dialog");
  const use = dialog.getByRole("button", { name: "Use this data" });
  await expect(use).toBeEnabled();
  await use.click();
  await expect(dialog).toBeHidden();
  await playground.expectData("slopes.csv");
}

test("two layers in both directions: four planes of states, as the reference has them", async ({
  page,
  playground,
}) => {
  await playground.open();
  await playground.useSample("Pen strokes");
  await playground.setNumber("Batch size", 8);
  await playground.expectNotice("Started again: batch size 64 → 8.");
  await playground.setNumber("Hidden units", 12);
  await playground.expectNotice("Started again: hidden units 64 → 12.");
  await playground.setNumber("Layers", 2);
  await playground.expectNotice("Started again: hidden units 12 → 12 + 12.");
  await playground.setNumber("Hidden units, layer 2", 9);
  await playground.moreSettings("network");
  await page.getByText("Both directions", { exact: true }).click();
  await playground.expectNotice("Started again: both directions off → on.");
  await playground.firstLoss();
  await playground.step.click();
  await playground.step.click();
  await playground.expectStep(3);
  await playground.rest();

  const change = { hiddenSizes: [12, 9], bidirectional: true, batchSize: 8 };
  const { layers, classes } = await referenceRun({ kind: "generated", sample: "strokes" }, change, 3);
  const unit = 5;
  const time = 8;
  await playground.setNumber("Unit", unit);
  const names = ["Layer 1, forwards", "Layer 1, backwards", "Layer 2, forwards", "Layer 2, backwards"];
  for (const [i, name] of names.entries()) {
    await page.getByRole("radiogroup", { name: "Layer" }).getByRole("radio", { name, exact: true }).click();
    const { hiddenSize: H, reverse, state } = layers[i];
    const row = page.getByRole("slider", {
      name: new RegExp(`^hidden state h of ${name.toLowerCase()}, ${H} units by \\d+ steps$`),
    });
    await expect(row).toHaveAttribute("aria-valuetext", new RegExp(`^unit ${unit}, step ${time}\\b`));
    // Backwards, what a step makes stands in its own row; forwards in the one after it.
    const right = state[(time + (reverse ? 0 : 1)) * H + unit];
    const shown = numberOf(((await row.getAttribute("aria-valuetext")) ?? "").split("h = ").at(-1) ?? "");
    expect(Math.abs(shown - right), `${name}: ${shown} for ${right}`).toBeLessThan(0.002);
  }
  // Read backwards from its very end, as it was in training.
  const stage = page.getByRole("region", { name: "The sequence" });
  const said = await textOf(stage.getByText(/^answers\s.+\s\(\d+\s%\)/));
  const [, label, percent] = /^answers (.+) \((\d+)\s%\)/.exec(said) ?? [];
  expect(Math.abs(Number(percent) - 100 * (classes.get(label) ?? 0)), said).toBeLessThan(1);
  expect(classes.get(label)).toBe(Math.max(...classes.values()));
  await playground.neverStop();
  await playground.startTraining();
  await playground.expectStepAbove(5);
  await playground.stopTraining();
});

test("the schedule is drawn, the rate follows it, a plateau lowers it, and a plan that is too large is refused", async ({
  page,
  playground,
}) => {
  await playground.openSmall();
  await playground.moreSettings("training");
  await test.step("the schedule is drawn, and the rate follows it", async () => {
    await playground.setNumber("Warm-up", 4);
    await playground.expectNotice("Started again: warm-up 0 → 4.");
    await playground.choose("Schedule", "Cosine");
    await playground.setNumber("Decay steps", 8);
    await playground.expectNotice("Started again: decay steps 1000 → 8.");
    await playground.setNumber("Down to", 0.1);
    await playground.expectNotice("Started again: down to 0 → 0.1.");
    const picture = page.getByRole("img", {
      name: /^Learning rate over 14 steps: at most 0\.005, 0\.0005 at the end$/,
    });
    await expect(picture).toBeVisible();
    await playground.rest();
    // After two of four steps of warm-up, the third takes three quarters of the rate.
    await playground.step.click();
    await playground.step.click();
    await playground.expectStep(2);
    await expect(page.getByText("Now 0.00375.")).toBeVisible();
    await playground.startTraining();
    await playground.expectStepAbove(13);
    await playground.stopTraining();
    await expect(page.getByText("Now 0.0005.")).toBeVisible();
  });
  await test.step("a plateau lowers the rate", async () => {
    await playground.setNumber("Warm-up", 0);
    await playground.expectNotice("Started again: warm-up 4 → 0.");
    await playground.choose("Schedule", "On a plateau");
    await playground.setNumber("Plateau patience", 0);
    await playground.expectNotice(/plateau patience 5 → 0/);
    await playground.setNumber("Decay factor", 0.1);
    await playground.expectNotice("Started again: decay factor 0.5 → 0.1.");
    // So large that the loss cannot but rise.
    await playground.setNumber("Learning rate", 1);
    await playground.choose("Run length", "For steps");
    await playground.setNumber("Stop after", 1200);
    await playground.rest();
    await playground.train.click();
    await playground.expectNotice(/^Training has reached its length of 1[,\s]200 steps/);
    await playground.rest();
    // Eight validations, one every 150 steps of 8 sequences of 16, of which the first is no plateau.
    const now = Number(/^Now (.+)\.$/.exec(await textOf(page.getByText(/^Now\s/)))?.[1]);
    expect(now).toBeLessThan(0.11);
    expect(now).toBeGreaterThan(0.9e-7);
  });
  await test.step("a plan that is too large is refused with its numbers, and nothing is lost", async () => {
    // A step of so large a network takes as long as its sequences are.
    await playground.setNumber("Sequence length", 2);
    await playground.expectNotice("sequence length 16 → 2");
    await playground.setNumber("Hidden units", 512);
    await playground.expectNotice("hidden units 16 → 512");
    await playground.setNumber("Batch size", 256);
    await playground.expectNotice("batch size 8 → 256");
    await playground.rest();
    // One tensor of it alone would take 2 GiB.
    await playground.setNumber("Sequence length", 1024);
    const refusal = page.getByRole("alert");
    await expect(refusal).toContainText(/needs\s\d[\d.]*\s[MG]B.*,\sand\sthe\slimit\sis\s\d[\d.]*\s[MG]B\./);
    await expect(playground.field("Sequence length")).toHaveValue("2");
    await refusal.getByRole("button").click();
    await playground.step.click();
    await playground.expectStep(1);
  });
});

test("a text is read in streams, by up to four layers", async ({ page, playground }) => {
  await playground.openSmall();
  await playground.moreSettings("training");
  await playground.moreSettings("network");
  await test.step("streams have states that carry over, for so many steps", async () => {
    const random = await playground.firstLoss();
    await playground.choose("Sequences", "Streams");
    await playground.expectNotice("Started again: sequences from anywhere → in streams.");
    expect(await playground.firstLoss()).not.toBe(random);
    await playground.step.click();
    await playground.step.click();
    await playground.expectStep(3);
    await playground.rest();
    // The third window reads on from the second with the states that it left.
    const small = { hiddenSizes: [16], sequenceLength: 16, batchSize: 8 };
    const right = await referenceLosses({ ...small, windows: "streams" }, 3);
    expect(Math.abs((await playground.loss()) - right[2])).toBeLessThan(0.002);
    await playground.choose("Run length", "For steps");
    await playground.setNumber("Stop after", 30);
    await playground.train.click();
    await playground.expectNotice(
      "Training has reached its length of 30 steps, at step 30. Train goes on for as long again.",
    );
    expect(await playground.settledStep()).toBe(30);
    await playground.train.click();
    await playground.expectNotice(/^Training has reached its length of 30 steps, at step 60\./);
    expect(await playground.settledStep()).toBe(60);
  });
  await test.step("layers: up to four with units each, and dropout between them", async () => {
    await playground.choose("Run length", "Until paused");
    const dropout = playground.field("Dropout between layers");
    await expect(dropout).toBeDisabled();
    await expect(
      page.getByText(/nothing\sbetween\slayers\sas\slong\sas\sthere\sis\sonly\sone/),
    ).toBeVisible();
    await playground.setNumber("Layers", 5);
    await expect(page.getByText("A whole number from 1 to 4.")).toBeVisible();
    await playground.setNumber("Layers", 2);
    await playground.expectNotice("Started again: hidden units 16 → 16 + 16.");
    await playground.setNumber("Hidden units, layer 2", 9);
    await playground.expectNotice("Started again: hidden units 16 + 16 → 16 + 9.");
    await expect(dropout).toBeEnabled();
    await playground.setNumber("Dropout between layers", 0.5);
    await playground.expectNotice("Started again: dropout between layers 0 → 0.5.");
    await playground.startTraining();
    await playground.expectStepAbove(5);
    await playground.stopTraining();
    expect(await playground.loss()).toBeLessThan(6);
  });
});

test("what the loss wants, how the first weights are drawn, clipping and optimizers", async ({
  page,
  playground,
}) => {
  await playground.openSmall();
  await playground.moreSettings("training");
  await playground.moreSettings("network");
  await test.step("a text is read forwards only, and the reason stands there", async () => {
    await expect(page.getByRole("switch", { name: "Both directions" })).toBeDisabled();
    await expect(page.getByText(/^Not\sfor\sa\stext/)).toBeVisible();
    await expect(playground.select("Class weights")).toBeDisabled();
    await expect(page.getByText("Only for labelled data.")).toBeVisible();
  });
  await test.step("what the loss wants, and how the first weights are drawn, shows at the first step", async () => {
    const plain = await playground.firstLoss();
    await playground.setNumber("Label smoothing", 0.2);
    await playground.expectNotice("Started again: label smoothing 0 → 0.2.");
    expect(await playground.firstLoss()).not.toBe(plain);
    await playground.setNumber("Label smoothing", 0);
    await playground.expectNotice("Started again: label smoothing 0.2 → 0.");
    await playground.choose("Initial weights", "As Keras");
    await playground.expectNotice("Started again: initial weights PyTorch’s → Keras’.");
    expect(await playground.firstLoss()).not.toBe(plain);
    await playground.choose("Initial weights", "As PyTorch");
    await playground.expectNotice("Started again: initial weights Keras’ → PyTorch’s.");
    // The same seed gives the same run, whatever was tried between.
    expect(await playground.firstLoss()).toBe(plain);
  });
  await test.step("clipping by norm or by value changes what a step does", async () => {
    await playground.setNumber("Learning rate", 0.5);
    await playground.choose("Optimizer", "SGD");
    await playground.expectNotice("Started again: optimizer Adam → SGD.");
    const secondLoss = async () => {
      await playground.firstLoss();
      await playground.step.click();
      await playground.expectStep(2);
      await playground.rest();
      return await playground.loss();
    };
    const free = await secondLoss();
    await playground.setNumber("Clip norm", 0.01);
    await playground.expectNotice("Started again: clip norm 1 → 0.01.");
    const clipped = await secondLoss();
    expect(clipped).toBeGreaterThan(free);
    await playground.setNumber("Clip norm", 0);
    await playground.expectNotice("Started again: clip norm 0.01 → 0.");
    await playground.setNumber("Clip value", 0.00001);
    await playground.expectNotice("Started again: clip value 0 → 0.00001.");
    expect(await secondLoss()).toBeGreaterThan(free);
  });
  await test.step("optimizers: each with its own settings, and each learns", async () => {
    await playground.setNumber("Clip value", 0);
    await playground.expectNotice("Started again: clip value 0.00001 → 0.");
    await playground.setNumber("Clip norm", 1);
    await playground.expectNotice("Started again: clip norm 0 → 1.");
    await playground.choose("Optimizer", "Adam");
    await playground.expectNotice("Started again: optimizer SGD → Adam.");
    const before = await playground.firstLoss();
    await expect(playground.field("Momentum")).toBeHidden();
    await playground.choose("Optimizer", "SGD");
    await playground.expectNotice("Started again: optimizer Adam → SGD.");
    const nesterov = page.getByRole("switch", { name: "Nesterov" });
    await expect(nesterov).toBeHidden();
    await playground.setNumber("Momentum", 0.9);
    await playground.expectNotice("Started again: momentum 0 → 0.9.");
    await page.getByText("Nesterov", { exact: true }).click();
    await playground.expectNotice("Started again: Nesterov off → on.");
    await playground.setNumber("Learning rate", 0.2);
    // The first loss is of the same weights, before any step by any optimizer.
    expect(await playground.firstLoss()).toBe(before);
    await playground.train.click();
    await expect.poll(() => playground.loss()).toBeLessThan(before - 0.8);
    await playground.stopTraining();
    await playground.setNumber("Weight decay", 0.05);
    await playground.expectNotice("Started again: weight decay 0 → 0.05.");
    for (const name of ["RMSprop", "AdamW"]) {
      await playground.choose("Optimizer", name);
      await playground.expectNotice(new RegExp(`optimizer \\w+ → ${name}`));
      await playground.setNumber("Learning rate", 0.02);
      await playground.rest();
      await playground.train.click();
      await expect.poll(() => playground.loss()).toBeLessThan(before - 0.5);
      await playground.stopTraining();
    }
  });
});

test("labels may be weighed, and what was chosen outlives engine, crash and new data", {
  tag: besideGpu,
}, async ({ page, playground }) => {
  await playground.open();
  await openTable(playground);
  await playground.moreSettings("training");
  await playground.moreSettings("network");
  const plain = await playground.firstLoss();
  await playground.choose("Class weights", "Balanced");
  await playground.expectNotice("Started again: class weights all alike → balanced.");
  // One in four is "up": each of those counts twice, and each other two thirds.
  expect(await playground.firstLoss()).not.toBe(plain);
  await playground.choose("Optimizer", "SGD");
  await playground.expectNotice("Started again: optimizer Adam → SGD.");
  const expectChoices = async () => {
    await expect(playground.select("Class weights")).toContainText("Balanced");
    await expect(playground.select("Optimizer")).toContainText("SGD");
  };
  const loss = await playground.firstLoss();
  await playground.chooseEngine("Automatic");
  await playground.takeProjectEngine();
  await expectChoices();
  expect(await playground.stepCount()).toBe(1);
  await playground.crashEngine();
  await playground.rest();
  await expectChoices();
  expect(await playground.stepCount()).toBe(1);
  await openTable(playground);
  await expectChoices();
  expect(await playground.firstLoss()).toBeCloseTo(loss, 2);
  await expect(page.getByRole("alert")).toBeHidden();
});

test("the article’s model trains for its epochs, to its evaluation", async ({ page, playground }) => {
  await playground.open();
  await playground.pasteText("It was a warm evening, and the boats came home one by one. ".repeat(60));
  await page.getByRole("button", { name: "The article’s model", exact: true }).click();
  await playground.expectNotice(
    /^Started again: hidden units 64 → 128, input embedding → one-hot, initial weights PyTorch’s → Keras’/,
  );
  await expect(playground.field("Hidden units")).toHaveValue("128");
  await expect(playground.field("Learning rate")).toHaveValue("0.001");
  await expect(playground.field("Stop after")).toHaveValue("10");
  await expect(page.getByRole("button", { name: "The article’s model", exact: true })).toBeDisabled();
  await playground.rest();
  await playground.train.click();
  await playground.expectNotice(/^Training has reached its length of 10 epochs, at step \d+\./);
  const step = await playground.settledStep();
  expect(numberOf(await textOf(playground.readout("Epoch")))).toBeGreaterThanOrEqual(10);
  const result = resultOf(playground);
  await expect(result.getByText(`At step ${step}`)).toBeVisible();
  await expect(result.getByText(/bits/).first()).toBeVisible();
  // It answers with classes: for numbers it is not offered.
  await playground.useSample("Synthetic weather");
  await expect(page.getByRole("button", { name: "The article’s model", exact: true })).toBeDisabled();
  await expect(page.getByText(/these\sdata\sask\sfor\snumbers/)).toBeVisible();
});
