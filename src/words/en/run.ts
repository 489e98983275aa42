/** Notices about runs: why one began, and why it stopped. */
import { count, counted } from "./phrases";

const lowerFirst = (label: string) => `${label.charAt(0).toLowerCase()}${label.slice(1)}`;

export const run = {
  stoppedEarly:
    "Training has stopped early: the validation loss no longer fell. The best weights are back in place; Train goes on from them.",
  reachedLength: ({
    length,
    unit,
    step,
  }: {
    readonly length: number;
    readonly unit: "steps" | "epochs";
    readonly step: number;
  }): string =>
    `Training has reached its length of ${counted(length, unit === "epochs" ? "epoch" : "step")}, at step ${count(step)}. Train goes on for as long again.`,
  newData: "New data, fresh weights: Train starts from the beginning.",
  freshWeights: "Started again from fresh weights.",
  changed: ({ changes }: { readonly changes: readonly string[] }): string =>
    `Started again: ${changes.join(", ")}.`,
  /** @param name a setting's label */
  change: ({
    name,
    before,
    after,
  }: {
    readonly name: string;
    readonly before: string;
    readonly after: string;
  }): string => `${lowerFirst(name)} ${before} → ${after}`,
};
