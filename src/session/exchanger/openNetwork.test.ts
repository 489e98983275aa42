import { zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { decodeCheckpoint } from "../../engine/train/decodeCheckpoint";
import { exportTo } from "../../exchange/exportTo";
import { networkOf as travelling, type Weight } from "../../exchange/network";
import { pytorchName, toSafetensors } from "../../exchange/safetensors/toSafetensors";
import { writeSafetensors } from "../../exchange/safetensors/writeSafetensors";
import { testSubject } from "../../exchange/testNetworks";
import { message } from "../../words/message";
import { networkOf } from "../engine/networkOf";
import { readDataset } from "../engine/readDataset";
import { suitableSettings } from "../engine/suitableSettings";
import type { DataSource } from "../protocol";
import { defaultSettings, type RunSettings } from "../settings";
import { openNetwork } from "./openNetwork";

const noSample = () => Promise.reject(new Error("No sample is asked for."));
const text: DataSource = { kind: "pasted", text: "the cat sat on the mat.\n".repeat(40) };
const otherText: DataSource = { kind: "pasted", text: "der hund, der bellt!\n".repeat(40) };
/** Numbers, and one number after the last step. */
const adding: DataSource = {
  kind: "prepared",
  data: { kind: "task", task: "adding", parameters: { steps: 10, terms: 2 }, seed: 1 },
};

async function datasetOf(source: DataSource) {
  const read = await readDataset(source, noSample);
  if (!read.ok) throw new Error("It can be read.");
  return read.value;
}

/** A network as it would be trained on data. */
async function subjectFor(source: DataSource, change: Partial<RunSettings> = {}) {
  const dataset = await datasetOf(source);
  const settings = { ...suitableSettings(dataset, defaultSettings), hiddenSizes: [9], ...change };
  const subject = await testSubject(networkOf(settings, dataset.question));
  const { vocabulary } = dataset;
  return { ...subject, network: travelling(subject.checkpoint, { vocabulary }), dataset };
}

const fileOf = (name: string, bytes: Uint8Array<ArrayBuffer>) => new File([bytes], name);

async function opened(file: File, source: DataSource) {
  const result = await openNetwork({ type: "open", file, source }, noSample);
  if (!result.ok) throw new Error(JSON.stringify(result.problem));
  return result.value;
}

/** As PyTorch's own `save_file(model.state_dict())`. */
function stateDict(weights: ReadonlyMap<string, Weight>, isPart = (_: string) => true): File {
  const named = [...weights].map(([name, weight]): [string, Weight] => [pytorchName(name), weight]);
  const tensors = new Map(named.filter(([name]) => isPart(name)));
  return fileOf("a.safetensors", writeSafetensors(tensors, new Map()));
}

async function weightsOf({ start }: Awaited<ReturnType<typeof opened>>) {
  if (!start.ok) throw new Error(JSON.stringify(start.problem));
  return travelling(decodeCheckpoint(new Uint8Array(await start.saved.bytes.arrayBuffer()))).weights;
}

describe("a network on the present data", () => {
  it("of one's own is there with its weights, and nothing is taken for granted", async () => {
    const subject = await subjectFor(text, { cell: "lstm" });
    const [{ name, bytes }] = toSafetensors(subject);
    const found = await opened(fileOf(name, bytes), text);
    expect(found.facts).toMatchObject({ cell: "lstm", hiddenSizes: [9] });
    expect(found.start).toMatchObject({
      ok: true,
      proposals: [],
      settings: { cell: "lstm", hiddenSizes: [9] },
    });
    expect(await weightsOf(found)).toEqual(subject.network.weights);
  });

  it("whose file tells only weights is taken as the data ask, which is said", async () => {
    const { network } = await subjectFor(text);
    const found = await opened(stateDict(network.weights), text);
    expect(found.start).toMatchObject({
      proposals: [message("elsewhere.proposedSymbols"), message("elsewhere.proposedAnswer", { at: "every" })],
    });
    expect(await weightsOf(found)).toEqual(network.weights);
  });

  it("gets a fresh head where it has none, and keeps its other weights", async () => {
    const { network } = await subjectFor(adding);
    const found = await opened(
      stateDict(network.weights, (name) => !name.includes("head")),
      adding,
    );
    expect(found.start).toMatchObject({
      proposals: [message("elsewhere.proposedScaling"), message("elsewhere.freshHead")],
    });
    const weights = await weightsOf(found);
    expect(weights.get("weight_hh_l0")).toEqual(network.weights.get("weight_hh_l0"));
    expect(weights.get("head.weight")?.shape).toEqual([1, 9]);
  });

  it("reads one symbol a step where it reads as many numbers as there are symbols", async () => {
    const { network } = await subjectFor(text, { inputKind: "oneHot" });
    const found = await opened(stateDict(network.weights), text);
    expect(found.start).toMatchObject({ ok: true, settings: { inputKind: "oneHot" } });
    expect(await weightsOf(found)).toEqual(network.weights);
  });

  it("that does not fit says why", async () => {
    const { network, dataset } = await subjectFor(text);
    const of = async (source: DataSource) => (await opened(stateDict(network.weights), source)).start;
    const other = await datasetOf(otherText);
    const sizes = { network: dataset.vocabulary.length, data: other.vocabulary.length };
    expect(await of(otherText)).toEqual({
      ok: false,
      problem: message("elsewhere.otherVocabulary", sizes),
      fitsNone: false,
    });
    expect(await of(adding)).toEqual({
      ok: false,
      problem: message("elsewhere.readsSymbols"),
      fitsNone: false,
    });
  });

  it("of sizes that the page does not have fits no other data either", async () => {
    const { network } = await subjectFor(text, { hiddenSizes: [5] });
    expect((await opened(stateDict(network.weights), text)).start).toMatchObject({
      ok: false,
      fitsNone: true,
    });
  });

  it("of other symbols does not fit, as many as there may be", async () => {
    const subject = await subjectFor(text);
    const vocabulary = subject.dataset.vocabulary.toReversed();
    const [{ name, bytes }] = toSafetensors({
      ...subject,
      network: travelling(subject.checkpoint, { vocabulary }),
    });
    const { start } = await opened(fileOf(name, bytes), text);
    expect(start).toEqual({ ok: false, problem: message("elsewhere.otherSymbols"), fitsNone: false });
  });

  it("is opened from the zip that it was saved in, the whole run before the weights alone", async () => {
    const subject = await subjectFor(text);
    const trained = { ...subject, checkpoint: { ...subject.checkpoint, step: 7 } };
    for (const format of ["safetensors", "onnx", "keras", "pytorch"] as const) {
      const exported = await exportTo(format, format === "pytorch" ? trained : subject);
      if (!exported.ok) throw new Error(JSON.stringify(exported.problem));
      const packed = zipSync(Object.fromEntries(exported.value.map(({ name, bytes }) => [name, bytes])));
      const { start } = await opened(fileOf("run.zip", packed.slice()), text);
      expect(start).toMatchObject({ ok: true, saved: { step: format === "pytorch" ? 7 : 0 } });
    }
  });
});

it("a pickle is refused with the lines that convert it", async () => {
  const file = fileOf("model.pt", Uint8Array.from([0x80, 2, 0x7d, 0x71]));
  expect(await openNetwork({ type: "open", file, source: text }, noSample)).toEqual({
    ok: false,
    problem: message("exchange.pickle"),
  });
});

it("weights that are no numbers are refused by their name", async () => {
  const { network } = await subjectFor(text);
  const weights = new Map(network.weights);
  const { shape, values } = network.weights.get("weight_hh_l0") ?? { shape: [], values: new Float32Array() };
  for (const wrong of [Number.NaN, Number.POSITIVE_INFINITY]) {
    weights.set("weight_hh_l0", { shape, values: values.with(3, wrong) });
    const file = stateDict(weights);
    expect(await openNetwork({ type: "open", file, source: text }, noSample)).toEqual({
      ok: false,
      problem: message("exchange.notFinite", { name: "weight_hh_l0" }),
    });
  }
});
