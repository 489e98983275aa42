/** What a link that was copied opens, of a run. */
import type { RunState } from "../../store/state";
import { type Message, message } from "../../words/message";
import { isOwnNetwork, isUntouchedOwn } from "./linkNow";

export function copiedMessage(run: RunState, characters: number): Message {
  if (run.probeInUse?.kind === "own") return message("share.copiedWithoutSequence", { characters });
  if (isUntouchedOwn(run)) return message("share.copiedPretrained", { characters });
  return isOwnNetwork(run)
    ? message("share.copiedWithoutTraining", { characters })
    : message("share.copied", { characters });
}
