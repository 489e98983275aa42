/** What the two curves say, and what to try. */

import type { Overfitting } from "../../data/evaluation/overfitting";
import { type Message, message } from "../../words/message";

/** What helps against over-fitting, as it is in use. */
export interface Remedies {
  readonly recurrentDropout: number;
  readonly weightDecay: number;
  readonly patience: number;
}

/** Null where there is nothing to say. */
export function overfittingInWords(found: Overfitting, remedies: Remedies): Message | null {
  if (found.kind !== "parted" && found.kind !== "worse") return null;
  const facts = { step: found.best.step, best: found.best.loss, loss: found.loss };
  if (found.kind === "worse") return message("charts.worse", facts);
  const { recurrentDropout, weightDecay, patience } = remedies;
  return message("charts.overfitting", {
    ...facts,
    dropout: recurrentDropout > 0,
    decay: weightDecay > 0,
    stopsEarly: patience > 0,
  });
}
