import type { TravellingNetwork } from "./network";

/** Who wrote a file: its key in metadata, and the form of what stands beside it. */
export const producer = "gru-playground";

/** What a format's own metadata holds, each as a text: with them a file comes back as it was. */
export function metadataOf({ config, meaning }: TravellingNetwork): ReadonlyMap<string, string> {
  return new Map([
    ["producer", producer],
    ["config", JSON.stringify(config)],
    ["meaning", JSON.stringify(meaning)],
  ]);
}
