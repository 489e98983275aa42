import type { Result } from "../../data/result";
import { generatedSamples } from "../../data/samples/registry";
import type { DataSource } from "../protocol";
import type { Dataset } from "./dataset";
import { exampleDataset } from "./exampleDataset";
import { type LoadSample, readText } from "./textDataset";

/** Whatever data comes from, as something to train on; a text with the symbols that a network knows, where one goes on with it. */
export async function readDataset(
  source: DataSource,
  loadSample: LoadSample,
  known?: readonly string[],
): Promise<Result<Dataset>> {
  switch (source.kind) {
    case "generated":
      return exampleDataset(source, generatedSamples[source.sample]());
    case "prepared":
      return exampleDataset(source, source.data);
    default:
      return readText(source, loadSample, known);
  }
}
