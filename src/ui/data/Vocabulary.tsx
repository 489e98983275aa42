/** The symbols that the network can read and write, on demand. */

import { Button, Disclosure, DisclosurePanel, Heading } from "react-aria-components";
import { formatCount } from "../../data/phrases";
import { symbolGlyph } from "../stage/symbols";
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
    <Disclosure className={styles.disclosure}>
      {({ isExpanded }) => (
        <>
          <Heading level={4} className={styles.heading}>
            <Button slot="trigger" className={styles.trigger}>
              {isExpanded ? "Hide the symbols" : "Show the symbols"}
            </Button>
          </Heading>
          <DisclosurePanel>
            {isExpanded && (
              <p className={styles.symbols}>
                {symbols.slice(0, shown).map((symbol, id) => (
                  <span key={symbol} className={styles.symbol} title={`Symbol ${id}`}>
                    {id === unknownId ? "�" : symbolGlyph(symbol)}
                  </span>
                ))}
                {rest > 0 && <span className={styles.rest}>and {formatCount(rest)} more</span>}
              </p>
            )}
          </DisclosurePanel>
        </>
      )}
    </Disclosure>
  );
}
