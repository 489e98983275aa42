/** Files that lie beside the page, for its workers. */
import { sampleTexts } from "../../data/samples/sampleTexts";
import type { LoadSample } from "./textDataset";

/** Built, a worker's file lies one folder below the page and its public files. */
const publicFolder = () => new URL(import.meta.env.DEV ? "/" : "../", self.location.href);

/** A slow connection needs its time for the largest, 0.6 MB. */
const fetchMs = 60_000;

/** @throws where it does not come */
export async function fetchPublic(name: string): Promise<Response> {
  const response = await fetch(new URL(name, publicFolder()), { signal: AbortSignal.timeout(fetchMs) });
  if (!response.ok)
    throw new Error(`${name} could not be loaded (${response.status} ${response.statusText}).`);
  return response;
}

export const loadSample: LoadSample = async (language) =>
  (await fetchPublic(sampleTexts[language].text)).text();
