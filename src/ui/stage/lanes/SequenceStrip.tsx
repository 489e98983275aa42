/** The symbols that are read, one cell per time step, exactly above the columns of the heatmaps. */

import { useRef } from "react";
import { useWords } from "../../words/useWords";
import { range } from "../paint/range";
import type { StageViewStore } from "../stageView";
import { symbolGlyph, symbolName } from "../symbols";
import { usePointing } from "../usePointing";
import { Crosshair } from "./Crosshair";
import { PredictionRow } from "./PredictionRow";
import styles from "./SequenceStrip.module.css";

/** So few words have room side by side; more stand on end. */
const mostLying = 6;

interface SequenceStripProps {
  readonly view: StageViewStore;
  readonly symbols: readonly string[];
  /** Whether under each symbol stands what is answered there. */
  readonly answered: boolean;
  readonly label: string;
}

export function SequenceStrip({ view, symbols, answered, label }: SequenceStripProps) {
  const strip = useRef<HTMLDivElement>(null);
  usePointing(strip, symbols.length, null);
  const columns = { gridTemplateColumns: `repeat(${symbols.length}, minmax(0, 1fr))` };
  const standing = symbols.length > mostLying && symbols.some((symbol) => symbol.length > 2);
  // As large as a column lets a letter be (about 1.6 times as tall as wide), within the page's type sizes.
  const fontSize = `clamp(var(--size-small), ${160 / symbols.length}cqi, var(--size-title))`;
  return (
    <div ref={strip} className={styles.strip} data-standing={standing || undefined}>
      <div className={styles.columns}>
        <ol
          className={styles.symbols}
          style={standing ? columns : { ...columns, fontSize }}
          aria-label={label}
        >
          {range(symbols.length).map((t) => (
            <SymbolCell key={t} symbol={symbols[t]} />
          ))}
        </ol>
      </div>
      {answered && (
        <PredictionRow
          key={symbols.length}
          view={view}
          steps={symbols.length}
          standing={standing}
          style={columns}
        />
      )}
      <Crosshair view={view} steps={symbols.length} units={null} />
    </div>
  );
}

function SymbolCell({ symbol }: { readonly symbol: string }) {
  const glyph = symbolGlyph(symbol);
  const name = symbolName(useWords(), symbol);
  return (
    <li className={styles.cell} data-mark={glyph !== symbol || undefined}>
      {glyph === name ? (
        <span>{glyph}</span>
      ) : (
        <span role="img" aria-label={name}>
          {glyph}
        </span>
      )}
    </li>
  );
}
