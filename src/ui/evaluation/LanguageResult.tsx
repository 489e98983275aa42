/** How well the next symbol of a text is guessed. */
import type { LanguageEvaluation } from "../../data/evaluation/evaluationTypes";
import { absent } from "../../words/formats";
import text from "../styles/text.module.css";
import { usePlayground } from "../usePlaygroundStore";
import { useAllWords } from "../words/useWords";
import { ResultTable } from "./ResultTable";

export function LanguageResult({ evaluation }: { readonly evaluation: LanguageEvaluation }) {
  const { unit, symbols, unknownShare, bits, unigramBits, bigramBits, accuracy, mostFrequent } = evaluation;
  const { evaluation: words, formats } = useAllWords();
  const { decimal, share } = formats;
  const heldOut = usePlayground(({ data }) => (data?.kind === "text" ? data.heldOutSymbols : 0));
  return (
    <>
      <ResultTable
        caption={words.onHeldOut}
        columns={[words.bitsPer({ unit }), words.accuracy]}
        rows={[
          { name: words.network, own: true, values: [decimal(bits), share(accuracy)] },
          { name: words.bigram, values: [decimal(bigramBits), absent] },
          {
            name: words.unigram,
            values: [decimal(unigramBits), share(mostFrequent.share)],
          },
        ]}
      />
      {symbols < heldOut && <p className={text.hint}>{words.measuredOnSome({ unit, symbols, heldOut })}</p>}
      {unknownShare > 0 && <p className={text.hint}>{words.unknownLeftOut({ unit, unknownShare })}</p>}
    </>
  );
}
