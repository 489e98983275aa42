import { failure, type Result, success } from "../../data/result";
import { elementCount } from "../../engine/plan/plan";
import { importNetwork } from "../../exchange/importNetwork";
import { message } from "../../words/message";
import { readDataset } from "../engine/readDataset";
import { savedState } from "../engine/savedState";
import type { LoadSample } from "../engine/textDataset";
import type { OpenedNetwork, OpenNetworkRequest } from "../exchangeProtocol";
import { fitToData } from "./fitToData";
import { unpackedNetwork } from "./unpackedNetwork";

/** The largest network of the page has a fraction of this, with its optimizer. */
const mostBytes = 500e6;

/** What is in a file, or in a zip around one, and how it begins on the data. What cannot be read, or is no network, gives the reason. */
export async function openNetwork(
  { file, source, settings: given }: OpenNetworkRequest,
  loadSample: LoadSample,
): Promise<Result<OpenedNetwork>> {
  if (file.size > mostBytes)
    return failure(message("elsewhere.tooLarge", { size: file.size, most: mostBytes }));
  const unpacked = await unpackedNetwork(file);
  if (!unpacked.ok) return unpacked;
  const brought = await importNetwork(new Uint8Array(await unpacked.value.arrayBuffer()));
  if (!brought.ok) return brought;
  const dataset = await readDataset(source, loadSample);
  if (!dataset.ok) return dataset;
  const { config, table } = brought.value.checkpoint;
  const { cell, hiddenSizes, bidirectional } = config;
  const parameters = table.reduce((sum, { shape }) => sum + elementCount(shape), 0);
  const facts = { cell, hiddenSizes, bidirectional, parameters };
  const fitted = fitToData(brought.value, dataset.value, given);
  if (!fitted.ok) return success({ type: "opened", facts, start: fitted });
  const { checkpoint, settings, proposals } = fitted.value;
  const saved = await savedState(checkpoint);
  return success({ type: "opened", facts, start: { ok: true, saved, settings, proposals } });
}
