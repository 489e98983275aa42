/** The symbols that the network can read and write, on demand. */

import { unknownSymbol } from "../../data/vocabulary";
import { OnDemand } from "../controls/OnDemand";
import { symbolLabel, symbolName } from "../stage/symbols";
import text from "../styles/text.module.css";
import { useAllWords } from "../words/useWords";
import styles from "./Vocabulary.module.css";

/** More would be a wall of characters. */
const shown = 400;

interface VocabularyProps {
  readonly symbols: readonly string[];
  readonly unknownId: number | null;
}

export function Vocabulary({ symbols, unknownId }: VocabularyProps) {
  const words = useAllWords();
  const { data } = words;
  const rest = symbols.length - shown;
  return (
    <OnDemand title={data.showSymbols} titleOpen={data.hideSymbols} level={4}>
      {() => (
        <p className={styles.symbols}>
          {symbols.slice(0, shown).map((symbol, id) => (
            <span
              key={symbol}
              className={styles.symbol}
              title={data.symbol({ id, name: symbolName(words, symbol) })}
            >
              {id === unknownId ? unknownSymbol : symbolLabel(symbol)}
            </span>
          ))}
          {rest > 0 && <span className={text.hint}>{data.moreSymbols({ more: rest })}</span>}
        </p>
      )}
    </OnDemand>
  );
}
