import type { ProfileReport } from "../../session/protocol";
import { type Message, message } from "../../words/message";
import { gigaflops, profileTotals } from "./profileParts";

/** One training step, in a sentence. */
export function profileInWords(profile: ProfileReport): Message {
  const totals = profileTotals(profile);
  const { device, isGpu, batchSize, sequenceLength } = profile;
  return message("profile.step", {
    sequences: batchSize,
    steps: sequenceLength,
    ms: totals.elapsedMs,
    device,
    launches: totals.launches,
    dispatches: isGpu,
    flop: totals.flop,
    gflops: gigaflops(totals),
  });
}
