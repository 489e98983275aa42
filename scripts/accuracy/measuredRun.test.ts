import { expect, it } from "vitest";
import { createCpuBackend } from "../../src/engine/backends/cpu/cpu";
import { decodeCheckpoint } from "../../src/engine/train/decodeCheckpoint";
import { encodeCheckpoint } from "../../src/engine/train/encodeCheckpoint";
import { Trainer } from "../../src/engine/train/trainer";
import { identityOf } from "../../src/words/message";
import { chosenSettings } from "./chosenSettings";
import { checkpointOf, evaluateRun, startRun, trainFor } from "./measuredRun";

const adding = {
  kind: "prepared",
  data: { kind: "task", task: "adding", parameters: { steps: 12, terms: 2 }, seed: 1 },
} as const;

it("has the settings that suit the data, but those that were chosen", async () => {
  const { settings: suitable } = await startRun(adding, chosenSettings({}));
  const { settings } = await startRun(adding, chosenSettings({ cell: "lstm", hiddenSizes: "9" }));
  expect(settings).toEqual({ ...suitable, cell: "lstm", hiddenSizes: [9] });
});

it("is kept before it is trained as the session itself would go on from it", async () => {
  const run = await startRun(adding, chosenSettings({ cell: "lstm", hiddenSizes: "9" }));
  const kept = decodeCheckpoint(encodeCheckpoint(await checkpointOf(run)));
  expect(kept).toMatchObject({ step: 0, config: { cell: "lstm", hiddenSizes: [9] } });
  const opened = run.dataset.open(kept.training);
  if (!opened.ok) throw new Error(identityOf(opened.problem));
  const trainer = await Trainer.create(createCpuBackend(), opened.value.sequences, kept);
  await trainer.advance();
  await trainer.finish();
  run.session.send({ type: "step" });
  // The state before it may be on its way as well.
  await run.session.until(() => run.session.last("saved")?.checkpoint.step === 1);
  expect(await checkpointOf(run)).toEqual(await trainer.save());
});

it("is kept after training as it was evaluated", async () => {
  const run = await startRun(adding, chosenSettings({}));
  await trainFor(run, 0.05);
  const { step, evaluation } = await evaluateRun(run);
  const kept = decodeCheckpoint(encodeCheckpoint(await checkpointOf(run)));
  expect(step).toBeGreaterThan(0);
  expect(kept.step).toBe(step);
  // All of it, not the few that are looked at while it trains.
  expect(evaluation).toMatchObject({ evaluated: 500, heldOut: 500 });
});

it("is refused with a setting that is out of range", async () => {
  await expect(startRun(adding, chosenSettings({ hiddenSizes: "-1" }))).rejects.toMatchObject({
    name: "Refusal",
    message: expect.stringMatching(/“Hidden units” .* from 8 to 512/),
  });
});

it.each([
  [{ windows: "streams" }, /“Sequences” \(windows\) does not fit these data\. Only a text/],
  [
    { sequenceLength: "7" },
    /“Sequence length” \(sequenceLength\) does not fit these data\. The data set the length/,
  ],
  [{ labelSmoothing: "0.1" }, /Only where the answers are classes/],
])("is refused with a setting that means nothing for the data: %o", async (given, message) => {
  await expect(startRun(adding, chosenSettings(given))).rejects.toMatchObject({
    name: "Refusal",
    message: expect.stringMatching(message),
  });
});
