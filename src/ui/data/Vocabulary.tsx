/** The symbols that the network can read and write, on demand. */
import { formatCount } from "../../data/phrases";
import { OnDemand } from "../controls/OnDemand";
import { symbolGlyph } from "../stage/symbols";
import text from "../styles/text.module.css";
import styles from "./Vocabulary.module.css";

/** More would be a wall of characters. */
const shown = 400;

interface VocabularyProps {
  readonly symbols: readonly string[];
  readonly unknownId: number | null;
}

export function Vocabulary({ symbols, unknownId }: VocabularyProps) {
  const rest = symbols.length - shown;
  return (
    <OnDemand title="Show the symbols" titleOpen="Hide the symbols" level={4}>
      {() => (
        <p className={styles.symbols}>
          {symbols.slice(0, shown).map((symbol, id) => (
            <span key={symbol} className={styles.symbol} title={`Symbol ${id}`}>
              {id === unknownId ? "�" : symbolGlyph(symbol)}
            </span>
          ))}
          {rest > 0 && <span className={text.hint}>and {formatCount(rest)} more</span>}
        </p>
      )}
    </OnDemand>
  );
}
