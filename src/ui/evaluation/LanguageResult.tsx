/** How well the next symbol of a text is guessed. */
import type { LanguageEvaluation } from "../../data/evaluation/evaluationTypes";
import { absent, formatDecimal, formatShare } from "../format";
import { ResultTable } from "./ResultTable";

export function LanguageResult({ evaluation }: { readonly evaluation: LanguageEvaluation }) {
  const { unit, bits, unigramBits, bigramBits, accuracy, mostFrequent } = evaluation;
  return (
    <ResultTable
      caption="On the held-out part"
      columns={[`Bits per ${unit === "words" ? "word" : "character"}`, "Right"]}
      rows={[
        { name: "Network", own: true, values: [formatDecimal(bits), formatShare(accuracy)] },
        { name: "What follows what (bigram)", values: [formatDecimal(bigramBits), absent] },
        {
          name: "Frequencies (unigram)",
          values: [formatDecimal(unigramBits), formatShare(mostFrequent.share)],
        },
      ]}
    />
  );
}
