/** Launches, cut so that the thread can be lent to others in between. */
import type { Launch } from "./kernelTable";

/** What one slice of time may cost: about a millisecond of products, some more of anything else. */
const sliceCost = 3e7;

/** Cuts a launch so that the thread can be lent to others in between: first into single steps, then into parts. */
export function slices(launch: Launch): readonly (Launch & { readonly from: number; readonly to: number })[] {
  const { parts, grain, step, stepEnd, cost } = launch;
  const costPerStep = cost / (stepEnd - step);
  const stepsAtOnce = Math.max(1, Math.floor(sliceCost / costPerStep));
  const cuts = stepsAtOnce > 1 ? 1 : Math.min(parts, Math.ceil(costPerStep / sliceCost));
  const partsAtOnce = Math.ceil(parts / cuts / grain) * grain;
  const out: (Launch & { from: number; to: number })[] = [];
  for (let s = step; s < stepEnd; s += stepsAtOnce) {
    const end = Math.min(stepEnd, s + stepsAtOnce);
    for (let from = 0; from < parts; from += partsAtOnce) {
      const to = Math.min(parts, from + partsAtOnce);
      const share = (((end - s) / (stepEnd - step)) * (to - from)) / parts;
      out.push({ ...launch, step: s, stepEnd: end, from, to, cost: cost * share });
    }
  }
  return out;
}
