import { expect, it } from "vitest";
import { ofHalf, toHalf } from "../../exchange/safetensors/half";
import { message } from "../../words/message";
import { freshCheckpoint } from "../engine/freshCheckpoint";
import { readDataset } from "../engine/readDataset";
import { readSaved, savedState } from "../engine/savedState";
import { smallSettings } from "../engine/testing";
import type { DataSource } from "../protocol";
import { halfWeights } from "./halfWeights";
import { openNetwork } from "./openNetwork";

const noSample = () => Promise.reject(new Error("No sample is asked for."));
const text: DataSource = { kind: "pasted", text: "the cat sat on the mat.\n".repeat(40) };
const task: DataSource = {
  kind: "prepared",
  data: { kind: "task", task: "adding", parameters: { steps: 12, terms: 2 }, seed: 3 },
};
const settings = { ...smallSettings, seed: 9, batchSize: 5, optimizer: "sgd", momentum: 0.5 } as const;

async function checkpointOn(source: DataSource, cell: "lstm" | "fourGate") {
  const dataset = await readDataset(source, noSample);
  if (!dataset.ok) throw new Error("It can be read.");
  return freshCheckpoint(dataset.value, dataset.value.fit({ ...settings, cell }));
}

async function reopened(file: Blob, source: DataSource) {
  const opened = await openNetwork({ type: "open", file: new File([file], ""), source, settings }, noSample);
  if (!opened.ok) throw new Error(JSON.stringify(opened.problem));
  return opened.value.start;
}

it.each([
  { source: text, cell: "lstm" },
  { source: task, cell: "fourGate" },
] as const)(
  "comes back as the nearest numbers of float16, to be trained as the link says: $cell",
  async (given) => {
    const checkpoint = { ...(await checkpointOn(given.source, given.cell)), step: 120 };
    const made = await halfWeights({ type: "halfWeights", saved: await savedState(checkpoint) });
    if (!made.ok) throw new Error("There is such a file.");
    const start = await reopened(made.value, given.source);
    if (!start.ok) throw new Error(JSON.stringify(start.problem));
    expect(start.settings).toMatchObject({
      seed: 9,
      optimizer: "sgd",
      momentum: 0.5,
      cell: given.cell,
      hiddenSizes: settings.hiddenSizes,
    });
    const back = await readSaved(start.saved);
    if (!back.ok) throw new Error("It is a checkpoint.");
    const { parameters, step, training, config } = back.value;
    expect(parameters).toEqual(checkpoint.parameters.map((value) => ofHalf(toHalf(value))));
    expect(parameters).not.toEqual(checkpoint.parameters);
    expect({ step, training, config }).toEqual({
      step: 0,
      training: checkpoint.training,
      config: checkpoint.config,
    });
  },
);

it("is refused by other data, with the reason", async () => {
  const made = await halfWeights({
    type: "halfWeights",
    saved: await savedState(await checkpointOn(text, "lstm")),
  });
  if (!made.ok) throw new Error("There is such a file.");
  expect(await reopened(made.value, task)).toMatchObject({
    ok: false,
    problem: { key: "elsewhere.readsSymbols" },
  });
});

it("is not made of weights that float16 does not hold", async () => {
  const checkpoint = await checkpointOn(text, "lstm");
  checkpoint.parameters[3] = 70_000;
  const made = await halfWeights({ type: "halfWeights", saved: await savedState(checkpoint) });
  expect(made).toEqual({ ok: false, problem: message("share.beyondHalf") });
});
