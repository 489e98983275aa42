/** The symbols that are read, one cell per time step, exactly above the columns of the heatmaps. */

import { useLayoutEffect, useMemo, useRef } from "react";
import { useStore } from "zustand";
import { newStatePlane, planeValue } from "../../cells/layerPlanes";
import { inkOn } from "../../generate/ink";
import { useWords } from "../../words/useWords";
import { type Grapheme, graphemesOf, shapedText } from "../graphemes";
import { colourOf, colourScale } from "../paint/colourScale";
import { setAttribute } from "../probe/LiveText";
import type { StageView, StageViewStore } from "../stageView";
import { symbolGlyph, symbolName } from "../symbols";
import { useLive } from "../useLive";
import { usePointing } from "../usePointing";
import { Crosshair } from "./Crosshair";
import { useLaneWindowStore } from "./laneWindow";
import { PredictionRow } from "./PredictionRow";
import styles from "./SequenceStrip.module.css";
import { hasNewState, StateGround } from "./StateGround";

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
  const graphemes = useMemo(() => graphemesOf(symbols), [symbols]);
  useLive(view, (now, before) => {
    if (hasNewState(now, before)) inkSymbols(list.current, graphemes, now);
  });
  // Letters that have come since the last picture.
  useLayoutEffect(() => inkSymbols(list.current, graphemes, view.getState()), [graphemes, view]);
  const standing = symbols.length > mostLying && symbols.some((symbol) => symbol.length > 2);
  // As large as a column lets a letter be (about 1.6 times as tall as wide), within the page's type sizes.
  const fontSize = `clamp(var(--size-small), ${160 / symbols.length}cqi, var(--size-title))`;
  return (
    <div ref={strip} className={styles.strip} data-standing={standing || undefined}>
      <div className={styles.columns}>
        <div className={styles.ground}>
          <StateGround key={symbols.length} view={view} steps={symbols.length} />
        </div>
        <ol
          ref={list}
          className={styles.symbols}
          style={standing ? columns : { ...columns, fontSize }}
          aria-label={label}
        >
          {graphemes.map((one, i) => (
            <SymbolCell
              key={one.first}
              grapheme={one}
              symbols={symbols}
              before={graphemes[i - 1]?.text}
              after={graphemes[i + 1]?.text}
            />
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
      <div className={styles.marks}>
        <Crosshair view={view} steps={symbols.length} units={null} />
      </div>
    </div>
  );
}

/** Black or white, whichever is easier to read on the state's colour; the page's own where there is none. */
function inkSymbols(
  list: HTMLElement | null,
  graphemes: readonly Grapheme[],
  { layer, unit, theme }: StageView,
): void {
  const scale = colourScale("state", theme);
  const plane = layer && newStatePlane(layer, "h");
  for (const [i, cell] of Array.from(list?.children ?? []).entries()) {
    const { first, count } = graphemes[i];
    const ground = colourOf(scale, planeValue(plane, first + Math.floor((count - 1) / 2), unit));
    setAttribute(cell, "data-ink", ground === null ? "page" : inkOn(ground) === "#fff" ? "white" : "black");
  }
}

interface SymbolCellProps {
  readonly grapheme: Grapheme;
  readonly symbols: readonly string[];
  /** What stands beside it. */
  readonly before: string | undefined;
  readonly after: string | undefined;
}

/** As wide as the steps that it is made of. */
function SymbolCell({ grapheme, symbols, before, after }: SymbolCellProps) {
  const words = useWords();
  const { first, count, text } = grapheme;
  const isJoined = count > 1;
  const glyph = isJoined ? text : symbolGlyph(text);
  const isMark = glyph !== text;
  const shown = isMark ? glyph : shapedText(grapheme, before, after);
  const parts = symbols.slice(first, first + count).map((symbol) => symbolName(words, symbol));
  const name = isJoined ? words.stage.joinedSymbols({ text, parts }) : parts[0];
  return (
    <li
      className={styles.cell}
      data-mark={isMark || undefined}
      data-joined={isJoined || undefined}
      {...(isJoined && { style: { gridColumn: `span ${count}` } })}
    >
      {glyph === name ? (
        <span>{shown}</span>
      ) : (
        <span role="img" aria-label={name} title={name}>
          {shown}
        </span>
      )}
    </li>
  );
}
