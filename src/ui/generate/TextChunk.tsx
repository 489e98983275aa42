/** A stretch of generated text. It renders again only when its length, the unit or the theme changes. */
import { memo, type ReactNode } from "react";
import type { GeneratedToken } from "../../session/protocol";
import { type ColourScale, colourOf } from "../stage/paint/colourScale";
import styles from "./GeneratedText.module.css";
import { inkOn } from "./ink";

interface TextChunkProps {
  readonly generationId: number;
  readonly tokens: readonly GeneratedToken[];
  readonly start: number;
  readonly end: number;
  readonly unit: number;
  readonly scale: ColourScale;
}

/** Tokens of one generation are only ever added, so that a place in it never changes its token. */
const same = (a: TextChunkProps, b: TextChunkProps) =>
  a.generationId === b.generationId &&
  a.start === b.start &&
  a.end === b.end &&
  a.unit === b.unit &&
  a.scale === b.scale;

export const TextChunk = memo(function TextChunk({ tokens, start, end, unit, scale }: TextChunkProps) {
  const symbols: ReactNode[] = [];
  for (let place = start; place < end; place++) {
    const { symbol, spaced, prompt, hidden } = tokens[place];
    const colour = colourOf(scale, hidden[unit] ?? Number.NaN);
    symbols.push(
      <span
        key={place}
        data-token={place}
        data-prompt={prompt || undefined}
        className={symbol === "\n" ? styles.newLine : styles.token}
        style={colour === null ? undefined : { background: colour, color: inkOn(colour) }}
      >
        {spaced ? ` ${symbol}` : symbol}
      </span>,
    );
  }
  return symbols;
}, same);
