/** The answer at the step on show: the most probable symbols or classes, or numbers, and what would be right. */
import { useMemo, useRef } from "react";
import { useStore } from "zustand";
import { areWords } from "../../../data/words";
import { say } from "../../../words/say";
import { toldApart } from "../../toldApart";
import { useAllWords } from "../../words/useWords";
import { range } from "../paint/range";
import { nextCount, type StageViewStore } from "../stageView";
import { symbolGlyph, symbolName } from "../symbols";
import { useLive } from "../useLive";
import styles from "./AnswerPanel.module.css";
import { actualText, answerPanelTitle } from "./answerWords";
import { LiveText, setAttribute, setStyle, setText } from "./LiveText";
import { NumbersTable } from "./NumbersTable";

export function AnswerPanel({ view }: { readonly view: StageViewStore }) {
  const shape = useStore(view, (now) => now.answer);
  const words = useAllWords();
  const title = answerPanelTitle(words, shape);
  const areNames =
    shape?.kind === "class" && (!shape.next || areWords(shape.labels.map((label) => say(words, label))));
  const short = useMemo(
    () =>
      shape?.kind === "class" && !shape.next
        ? shortOf(shape.labels.map((label) => say(words, label)))
        : whole,
    [shape, words],
  );
  // Until the first answer there is room for the most there can be.
  const count = shape?.kind === "class" ? Math.min(nextCount, shape.labels.length) : nextCount;
  return (
    <section className={styles.next} aria-label={title}>
      <h3 className={styles.title}>{title}</h3>
      {shape?.kind === "numbers" ? (
        <NumbersTable view={view} shape={shape} />
      ) : (
        <>
          <p className={styles.actual}>
            <LiveText view={view} text={(now) => actualText(words, now)} />
          </p>
          <ol className={styles.list} data-labels={areNames || undefined}>
            {range(count).map((place) => (
              <CandidateBar
                key={place}
                view={view}
                place={place}
                short={short}
                right={shape?.next === false ? words.diagram.right : words.diagram.comesNext}
              />
            ))}
          </ol>
        </>
      )}
    </section>
  );
}

/** Letters of a label that are surely seen. */
const labelRoom = 9;

/** Symbols, and words of a text, are shown as they are. */
const whole: ReadonlyMap<string, string> = new Map();

function shortOf(labels: readonly string[]): ReadonlyMap<string, string> {
  const short = toldApart(labels, labelRoom);
  return new Map(labels.flatMap((label, i) => (short[i] === label ? [] : [[label, short[i]] as const])));
}

interface CandidateBarProps {
  readonly view: StageViewStore;
  readonly place: number;
  /** Labels that are too long to be told apart, and how they are. */
  readonly short: ReadonlyMap<string, string>;
  /** What the tick says. */
  readonly right: string;
}

function CandidateBar({ view, place, short, right }: CandidateBarProps) {
  const words = useAllWords();
  const item = useRef<HTMLLIElement>(null);
  const glyph = useRef<HTMLSpanElement>(null);
  const bar = useRef<HTMLDivElement>(null);
  const percent = useRef<HTMLSpanElement>(null);
  const tick = useRef<HTMLSpanElement>(null);
  useLive(view, ({ next }, before) => {
    if (before && next === before.next) return;
    const candidate = next?.top[place] ?? null;
    const symbol = candidate && say(words, candidate.symbol);
    setText(glyph.current, symbol === null ? "" : (short.get(symbol) ?? symbolGlyph(symbol)));
    if (glyph.current && symbol !== null) setAttribute(glyph.current, "title", symbol);
    if (glyph.current)
      setAttribute(
        glyph.current,
        "aria-label",
        symbol === null ? words.diagram.none : symbolName(words, symbol),
      );
    setStyle(bar.current, "transform", `scaleX(${candidate?.probability || 0})`);
    setText(percent.current, candidate ? words.formats.probability(candidate.probability) : "");
    const isActual = candidate?.actual ?? false;
    setText(tick.current, isActual ? "✓" : "");
    setAttribute(tick.current, "aria-hidden", String(!isActual));
    setAttribute(item.current, "data-actual", String(isActual));
  });
  return (
    <li ref={item} className={styles.item}>
      <span ref={glyph} className={styles.glyph} role="img" aria-label={words.diagram.none} />
      <div className={styles.rail}>
        <div ref={bar} className={styles.bar} />
      </div>
      <span ref={percent} className={styles.percent} />
      <span ref={tick} className={styles.tick} role="img" aria-label={right} aria-hidden="true" />
    </li>
  );
}
