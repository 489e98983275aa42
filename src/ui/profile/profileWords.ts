import { formatCount } from "../../data/phrases";
import type { ProfileReport } from "../../session/protocol";
import { formatRate } from "../format";
import { gigaflops, profileTotals } from "./profileParts";

/** "24.4", "0.053", "1,240" */
export function formatMs(ms: number): string {
  if (ms >= 100) return formatCount(ms);
  return ms.toFixed(ms >= 10 ? 1 : ms >= 1 ? 2 : 3);
}

/** One training step, in a sentence. */
export function profileInWords(profile: ProfileReport): string {
  const totals = profileTotals(profile);
  const { device, batchSize, sequenceLength } = profile;
  const rate = gigaflops(totals);
  const speed = rate === null ? "" : `, which is ${formatRate(rate)} GFLOP/s`;
  return (
    `A training step on ${formatCount(batchSize)} sequences of ${formatCount(sequenceLength)} characters: ` +
    `${formatMs(totals.elapsedMs)} ms on ${device}, ${formatCount(totals.launches)} ${kernelsOf(device)}, ` +
    `${formatCount(totals.flop / 1e6)} million floating-point operations${speed}.`
  );
}

/** What one launch is called. */
export const kernelsOf = (device: string): string =>
  device.startsWith("CPU") ? "calls of kernels" : "dispatches";

/** "1.3 ×", against this network's own. */
export const formatRatio = (value: number, own: number): string => `${(value / own).toFixed(2)} ×`;
