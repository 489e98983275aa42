/** What the two curves say, and what to try. */

import type { Overfitting } from "../../data/evaluation/overfitting";
import { formatCount } from "../../data/phrases";
import { formatDecimal } from "../format";

/** What helps against learning by heart, of what is not in use yet. */
export interface Remedies {
  readonly recurrentDropout: number;
  readonly weightDecay: number;
  readonly patience: number;
}

/** Null where there is nothing to say. */
export function overfittingInWords(found: Overfitting, remedies: Remedies): string | null {
  if (found.kind !== "parted" && found.kind !== "worse") return null;
  const { best, loss } = found;
  const facts = `validation was best near step ${formatCount(best.step)}, at ${formatDecimal(best.loss)}, and rose to ${formatDecimal(loss)}`;
  if (found.kind === "worse")
    return `The network was better before: ${facts}, and training did not fall either. Try a lower learning rate.`;
  return `The curves have parted: ${facts}, while training went on falling. The network is learning by heart. Try ${untried(remedies)}.`;
}

function untried({ recurrentDropout, weightDecay, patience }: Remedies): string {
  const ideas = [
    recurrentDropout === 0 ? "dropout" : "more dropout",
    weightDecay === 0 ? "weight decay" : "more weight decay",
    ...(patience === 0 ? ["early stopping (a patience of 10, say)"] : []),
    "fewer hidden units",
  ];
  return `${ideas.slice(0, -1).join(", ")} or ${ideas[ideas.length - 1]}`;
}
