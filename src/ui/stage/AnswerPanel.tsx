/** The symbols that the network thinks most probable to come after the step on show, and the one that does come. */
import { useRef } from "react";
import { formatPercent, missing } from "./format";
import { LiveText, setAttribute, setText } from "./LiveText";
import styles from "./NextSymbols.module.css";
import { range } from "./range";
import { nextCount, type StageView, type StageViewStore } from "./stageView";
import { quoted, symbolGlyph, symbolName } from "./symbols";
import { useLive } from "./useLive";

export function NextSymbols({ view }: { readonly view: StageViewStore }) {
  return (
    <section className={styles.next} aria-label="Next symbol">
      <h3 className={styles.title}>Next symbol</h3>
      <p className={styles.actual}>
        <LiveText view={view} text={actualText} />
      </p>
      <ol className={styles.list}>
        {range(nextCount).map((place) => (
          <CandidateBar key={place} view={view} place={place} />
        ))}
      </ol>
    </section>
  );
}

function actualText({ next }: StageView): string {
  if (!next) return missing;
  if (!next.actual) return "The text ends here.";
  const { symbol, probability, rank } = next.actual;
  return `Next is ${quoted(symbol)}: ${formatPercent(probability)}, place ${rank}`;
}

function CandidateBar({ view, place }: { readonly view: StageViewStore; readonly place: number }) {
  const item = useRef<HTMLLIElement>(null);
  const glyph = useRef<HTMLSpanElement>(null);
  const bar = useRef<HTMLDivElement>(null);
  const percent = useRef<HTMLSpanElement>(null);
  const tick = useRef<HTMLSpanElement>(null);
  useLive(view, ({ next }, before) => {
    if (before && next === before.next) return;
    const candidate = next?.top[place] ?? null;
    setText(glyph.current, candidate ? symbolGlyph(candidate.symbol) : "");
    if (glyph.current)
      setAttribute(glyph.current, "aria-label", candidate ? symbolName(candidate.symbol) : "none");
    if (bar.current) bar.current.style.transform = `scaleX(${candidate?.probability || 0})`;
    setText(percent.current, candidate ? formatPercent(candidate.probability) : "");
    setText(tick.current, candidate?.actual ? "✓" : "");
    if (item.current) setAttribute(item.current, "data-actual", String(candidate?.actual ?? false));
  });
  return (
    <li ref={item} className={styles.item}>
      <span ref={glyph} className={styles.glyph} role="img" aria-label="none" />
      <div className={styles.rail}>
        <div ref={bar} className={styles.bar} />
      </div>
      <span ref={percent} className={styles.percent} />
      <span ref={tick} className={styles.tick} role="img" aria-label="comes next" />
    </li>
  );
}
