/**
 * Under each symbol, the one the network thinks most probable to come next, or answers. Right ones stand on a bar and are bold;
 * wrong ones are faint: the difference shows without colour too.
 */
import { type CSSProperties, useRef } from "react";
import { useStore } from "zustand";
import type { Words } from "../../../words/catalogue";
import { say } from "../../../words/say";
import { useWords } from "../../words/useWords";
import { range } from "../paint/range";
import { setAttribute, setText } from "../probe/LiveText";
import type { StageViewStore } from "../stageView";
import { symbolGlyph, symbolName } from "../symbols";
import { useLive } from "../useLive";
import styles from "./PredictionRow.module.css";
import type { Prediction } from "./predictions";

interface PredictionRowProps {
  readonly view: StageViewStore;
  /** T. The row is mounted anew for another. */
  readonly steps: number;
  /** Whether they stand on end, as words do that have no room side by side. */
  readonly standing: boolean;
  readonly style: CSSProperties;
}

export function PredictionRow({ view, steps, standing, style }: PredictionRowProps) {
  const words = useWords();
  const list = useRef<HTMLOListElement>(null);
  const next = useStore(view, ({ answer }) => answer?.kind !== "class" || answer.next);
  useLive(view, ({ predictions }, before) => {
    if (!list.current || predictions === before?.predictions) return;
    for (const [t, cell] of Array.from(list.current.children).entries())
      drawCell(words, cell, predictions[t] ?? null);
  });
  return (
    <ol
      ref={list}
      className={styles.predictions}
      data-standing={standing || undefined}
      style={style}
      aria-label={next ? words.stage.nextSymbols : words.stage.likelyAnswers}
    >
      {range(steps).map((t) => (
        <li key={t} className={styles.cell}>
          <span role="img" aria-label={words.stage.notKnownYet} />
        </li>
      ))}
    </ol>
  );
}

function drawCell(words: Words, cell: Element, prediction: Prediction | null): void {
  const mark = cell.firstElementChild;
  const verdict = prediction?.right === true ? "right" : prediction?.right === false ? "wrong" : "unknown";
  setAttribute(cell, "data-verdict", verdict);
  const symbol = prediction && say(words, prediction.symbol);
  const glyph = symbol === null ? "" : symbolGlyph(symbol);
  setText(mark, glyph);
  setAttribute(cell, "data-mark", String(glyph !== symbol));
  const name = symbol === null ? "" : symbolName(words, symbol);
  setAttribute(mark, "title", name === glyph ? "" : name);
  if (mark)
    setAttribute(
      mark,
      "aria-label",
      symbol !== null
        ? words.stage.predicted({ symbol: name, right: prediction?.right ?? null })
        : words.stage.notKnownYet,
    );
}
