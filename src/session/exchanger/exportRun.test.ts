import { unzipSync } from "fflate";
import { expect, it } from "vitest";
import type { SeriesData } from "../../data/examples";
import { rowNamesFrom } from "../../data/rowNames";
import { weather } from "../../data/samples/weather";
import { networkOf } from "../../exchange/network";
import { fromSafetensors } from "../../exchange/safetensors/fromSafetensors";
import { englishWords } from "../../words/english";
import { message } from "../../words/message";
import { freshCheckpoint } from "../engine/freshCheckpoint";
import { readDataset } from "../engine/readDataset";
import { savedState } from "../engine/savedState";
import { smallSettings } from "../engine/testing";
import type { ExchangeFormat } from "../exchangeProtocol";
import type { DataSource } from "../protocol";
import { exportRun } from "./exportRun";

const noSample = () => Promise.reject(new Error("No sample is asked for."));
const source: DataSource = { kind: "pasted", text: "the cat sat on the mat.\n".repeat(40) };

async function exported(format: ExchangeFormat, cell: "gru" | "fourGate" = "gru") {
  const dataset = await readDataset(source, noSample);
  if (!dataset.ok) throw new Error("The text can be read.");
  const checkpoint = freshCheckpoint(dataset.value, { ...smallSettings, cell });
  const known = { kind: "text", name: "Katze", decisions: [], results: ["对 3 题。"] } as const;
  const request = { type: "export", format, source, language: "zh", known } as const;
  const made = await exportRun({ ...request, saved: await savedState(checkpoint) }, noSample);
  return { checkpoint, vocabulary: dataset.value.vocabulary, made };
}

const filesOf = async (zip: Blob) => unzipSync(new Uint8Array(await zip.arrayBuffer()));

it("gives the weights to the bit, what they mean, and a card in the language of the page", async () => {
  const { checkpoint, vocabulary, made } = await exported("safetensors");
  if (!made.ok) throw new Error("There is such a file.");
  const files = await filesOf(made.value);
  expect(Object.keys(files)).toEqual(["model.safetensors", "model.py", "check.json", "model_card.md"]);
  const back = fromSafetensors(files["model.safetensors"]);
  if (!back.ok) throw new Error("It comes back.");
  expect(networkOf(back.value.checkpoint).weights).toEqual(networkOf(checkpoint).weights);
  expect(back.value).toMatchObject({ meaning: { vocabulary, labels: vocabulary }, missing: [] });
  const card = new TextDecoder().decode(files["model_card.md"]);
  expect(card).toContain("对 3 题。");
  expect(card).toContain("Katze");
});

it("gives a bigger machine what the run goes on from, with its data", async () => {
  const { made } = await exported("pytorch");
  if (!made.ok) throw new Error("There is such a file.");
  const files = await filesOf(made.value);
  const names = ["train.py", "config.json", "training.safetensors", "data.safetensors", "README.md"];
  expect(Object.keys(files)).toEqual(expect.arrayContaining(names));
});

it("says why there is no Keras file of the four-gate cell", async () => {
  const { made } = await exported("keras", "fourGate");
  expect(made).toEqual({ ok: false, problem: message("exchange.noKerasLayer") });
});

/** Of a short forecast: what the file says of its numbers, and its card. */
async function exportedForecast(change: Partial<SeriesData>) {
  const whole = weather();
  const [rows, targets] = [whole.rows.slice(0, 400), whole.targets.slice(0, 400)];
  const { future: _, ...known } = whole;
  const data: SeriesData = {
    ...known,
    rows,
    targets,
    times: rowNamesFrom(whole.times, 0, 400),
    trainRows: 300,
    ...change,
  };
  const series: DataSource = { kind: "prepared", data };
  const dataset = await readDataset(series, noSample);
  if (!dataset.ok) throw new Error("The series can be read.");
  const checkpoint = freshCheckpoint(dataset.value, dataset.value.fit(smallSettings));
  const told = { kind: "examples", name: "weather", decisions: [], results: [] } as const;
  const request = {
    type: "export",
    format: "safetensors",
    source: series,
    language: "en",
    known: told,
  } as const;
  const made = await exportRun({ ...request, saved: await savedState(checkpoint) }, noSample);
  if (!made.ok) throw new Error("There is such a file.");
  const files = await filesOf(made.value);
  const back = fromSafetensors(files["model.safetensors"]);
  if (!back.ok) throw new Error("It comes back.");
  return { meaning: back.value.meaning, card: new TextDecoder().decode(files["model_card.md"]) };
}

it("says how numbers become values only where a shift and a scale do that", async () => {
  const { answer, input } = weather();
  const { unscaled } = englishWords.modelCard;
  const plain = await exportedForecast({});
  const [{ shift, scale }] = answer.outputs;
  expect(plain.meaning.outputs).toMatchObject([{ shift, scale }]);
  expect(plain.card).not.toContain(unscaled);
  const quantities = { features: input.features, outputs: [{ ...answer.outputs[0], scale: 99 }] };
  const parts = [0, 200].map((start) => ({ name: "p", start, end: start + 200, trainRows: 150, quantities }));
  const apart = await exportedForecast({ parts });
  expect(apart.meaning).toMatchObject({ features: [], outputs: [] });
  expect(apart.card).toContain(unscaled);
});
