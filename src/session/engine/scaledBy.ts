import type { Dataset, OpenDataset } from "./dataset";

/** What a network on this data reads and answers, and whether each series has a scale of its own. */
export const scaledBy = ({ question }: Dataset, { summary }: OpenDataset) => ({
  input: question.input,
  answer: question.answer,
  hasOwnScales: summary.kind === "examples" && summary.hasOwnScales === true,
});
