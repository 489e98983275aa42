/** A `.keras` file: a zip of settings and weights. */
import { unzipSync } from "fflate";
import * as v from "valibot";
import { failure, type Result } from "../../data/result";
import { message } from "../../words/message";
import { type BroughtNetwork, bring } from "../bring";
import { jsonOf, ourMetadata } from "../ourMetadata";
import { readModel } from "./kerasModel";
import { recogniseModel } from "./recogniseModel";

export async function fromKeras(bytes: Uint8Array): Promise<Result<BroughtNetwork>> {
  const cutOff = failure(message("exchange.cutOff", { format: "keras" }));
  const parts = partsOf(bytes);
  const config = parts?.get("config.json");
  const weights = parts?.get("model.weights.h5");
  if (!parts || !config || !weights) return cutOff;
  const model = readModel(config);
  if (!model.ok) return model;
  const ours = ourMetadata(ourEntries(parts.get("gru-playground.json")));
  try {
    const { withWeights } = await import("./readWeights");
    const recognised = await withWeights(weights, (read) => recogniseModel(model.value, read));
    if (!recognised.ok) return recognised;
    return bring({
      ...recognised.value,
      meaning: ours.meaning,
      config: ours.config ?? recognised.value.config,
    });
  } catch {
    // What its library throws, it throws of files that are no HDF5.
    return cutOff;
  }
}

const mostConfigBytes = 2 ** 24;
const mostWeightBytes = 2 ** 30;
/** What a byte of deflate can become, at most. */
const mostInflated = 1032;

/** The parts that are looked at, where what they say of their sizes can be. */
function partsOf(bytes: Uint8Array): ReadonlyMap<string, Uint8Array> | null {
  const limits = new Map([
    ["config.json", mostConfigBytes],
    ["gru-playground.json", mostConfigBytes],
    ["model.weights.h5", mostWeightBytes],
  ]);
  try {
    const parts = unzipSync(bytes, {
      filter: ({ name, size, originalSize }) =>
        originalSize <= Math.min(limits.get(name) ?? -1, mostInflated * size) && size <= bytes.length,
    });
    return new Map(Object.entries(parts));
  } catch {
    return null;
  }
}

function ourEntries(part: Uint8Array | undefined): ReadonlyMap<string, string> {
  const entries = v.safeParse(
    v.array(v.tuple([v.string(), v.string()])),
    jsonOf(new TextDecoder().decode(part ?? new Uint8Array())),
  );
  return new Map(entries.success ? entries.output : []);
}
