/**
 * A network's weights in half precision, for a link: a safetensors file that `openNetwork` reads again. What they mean is not in it, beside
 * the symbols: the link has the data that they were trained on.
 */
import { failure, type Result, success } from "../../data/result";
import { networkOf } from "../../exchange/network";
import { halfSafetensorsOf } from "../../exchange/safetensors/toSafetensors";
import { message } from "../../words/message";
import { readSaved } from "../engine/savedState";
import type { HalfWeightsRequest } from "../exchangeProtocol";

export async function halfWeights({ saved }: HalfWeightsRequest): Promise<Result<Blob>> {
  const found = await readSaved(saved);
  if (!found.ok) return found;
  const bytes = halfSafetensorsOf(networkOf(found.value));
  return bytes ? success(new Blob([bytes])) : failure(message("share.beyondHalf"));
}
