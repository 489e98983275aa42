import type { ProfileReport } from "../../session/protocol";
import { type Message, message } from "../../words/message";
import { gigaflops, profileTotals } from "./profileParts";

/** One training step as a whole, in a sentence; null until it is measured as the cells are. */
export function profileInWords(profile: ProfileReport): Message | null {
  const own = profile.cells.find(({ cell }) => cell === profile.cell);
  if (!own) return null;
  const { launches, flop } = profileTotals(profile);
  const { device, isGpu, batchSize, sequenceLength } = profile;
  return message("profile.step", {
    sequences: batchSize,
    steps: sequenceLength,
    ms: own.stepMs,
    device,
    launches,
    dispatches: isGpu,
    flop,
    gflops: gigaflops({ flop, elapsedMs: own.stepMs }),
  });
}
