/** The symbols that are read, one cell per time step, exactly above the columns of the heatmaps. */

import { useRef } from "react";
import { useStore } from "zustand";
import { newStatePlane, planeValue } from "../../cells/layerPlanes";
import { inkOn } from "../../generate/ink";
import { useWords } from "../../words/useWords";
import { colourOf, colourScale } from "../paint/colourScale";
import { range } from "../paint/range";
import { setAttribute } from "../probe/LiveText";
import type { StageView, StageViewStore } from "../stageView";
import { symbolGlyph, symbolName } from "../symbols";
import { usePointing } from "../usePointing";
import { Crosshair } from "./Crosshair";
import { useLaneWindowStore } from "./laneWindow";
import { PredictionRow } from "./PredictionRow";
import styles from "./SequenceStrip.module.css";
import { StateGround } from "./StateGround";

/** So few words have room side by side; more stand on end. */
const mostLying = 6;

/** CSS pixels of a column: in fewer the colours alone are left to be seen. */
const narrowestLetter = 6;

interface SequenceStripProps {
  readonly view: StageViewStore;
  readonly symbols: readonly string[];
  /** Whether under each symbol stands what is answered there. */
  readonly answered: boolean;
  readonly label: string;
}

export function SequenceStrip({ view, symbols, answered, label }: SequenceStripProps) {
  const strip = useRef<HTMLDivElement>(null);
  const list = useRef<HTMLOListElement>(null);
  usePointing(strip, symbols.length);
  const isNarrow = useStore(
    useLaneWindowStore(),
    ({ full }) => full > 0 && full / symbols.length < narrowestLetter,
  );
  const columns = {
    gridTemplateColumns: `repeat(${symbols.length}, minmax(0, 1fr))`,
    ...(isNarrow && { opacity: 0 }),
  };
  const standing = symbols.length > mostLying && symbols.some((symbol) => symbol.length > 2);
  // As large as a column lets a letter be (about 1.6 times as tall as wide), within the page's type sizes.
  const fontSize = `clamp(var(--size-small), ${160 / symbols.length}cqi, var(--size-title))`;
  return (
    <div ref={strip} className={styles.strip} data-standing={standing || undefined}>
      <div className={styles.columns}>
        <div className={styles.ground}>
          <StateGround
            key={symbols.length}
            view={view}
            steps={symbols.length}
            onDrawn={(now) => inkSymbols(list.current, now)}
          />
        </div>
        <ol
          ref={list}
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

/** Black or white, whichever is easier to read on the state's colour; the page's own where there is none. */
function inkSymbols(list: HTMLElement | null, { layer, unit, theme }: StageView): void {
  const scale = colourScale("state", theme);
  const plane = layer && newStatePlane(layer, "h");
  for (const [t, cell] of Array.from(list?.children ?? []).entries()) {
    const ground = colourOf(scale, planeValue(plane, t, unit));
    setAttribute(cell, "data-ink", ground === null ? "page" : inkOn(ground) === "#fff" ? "white" : "black");
  }
}

function SymbolCell({ symbol }: { readonly symbol: string }) {
  const glyph = symbolGlyph(symbol);
  const name = symbolName(useWords(), symbol);
  return (
    <li className={styles.cell} data-mark={glyph !== symbol || undefined}>
      {glyph === name ? (
        <span>{glyph}</span>
      ) : (
        <span role="img" aria-label={name} title={name}>
          {glyph}
        </span>
      )}
    </li>
  );
}
