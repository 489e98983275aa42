/** A scale's legend: the very table of colours, its ticks, and a mark at the value on show. */
import { useRef } from "react";
import { useWords } from "../../words/useWords";
import { tickText } from "../format";
import { alongScale, colourScale, levels, type ScaleName, withBounds } from "../paint/colourScale";
import { useRedraw } from "../paint/useRedraw";
import type { StageView, StageViewStore } from "../stageView";
import { useLive } from "../useLive";
import styles from "./Legend.module.css";

interface LegendProps {
  readonly view: StageViewStore;
  readonly scale: ScaleName;
  /** Other ends than the scale's own. */
  readonly bounds?: { readonly min: number; readonly max: number };
  /** The value to mark, or null for none. */
  readonly value: (view: StageView) => number | null;
}

export function Legend({ view, scale, bounds, value }: LegendProps) {
  const { stage } = useWords();
  const bar = useRef<HTMLCanvasElement>(null);
  const mark = useRef<HTMLDivElement>(null);
  const own = colourScale(scale, "light");
  const { min, max, ticks } = bounds ? withBounds(own, bounds.min, bounds.max) : own;
  const paint = ({ theme }: StageView) => {
    if (bar.current) paintBar(bar.current, colourScale(scale, theme).pixels);
  };
  useRedraw(bar, () => paint(view.getState()));
  useLive(view, (now, before) => {
    if (now.theme !== before?.theme) paint(now);
    const current = value(now);
    const known = current !== null && Number.isFinite(current);
    if (!mark.current) return;
    mark.current.hidden = !known;
    if (!known) return;
    const share = (alongScale(own, current) - min) / (max - min);
    mark.current.style.left = `${Math.max(0, Math.min(1, share)) * 100}%`;
  });
  return (
    <div
      className={styles.legend}
      role="img"
      aria-label={stage.colourScale({ from: tickText(ticks[0]), to: tickText(ticks[ticks.length - 1]) })}
    >
      <canvas ref={bar} className={styles.bar} width={levels} height={1} />
      <div ref={mark} className={styles.mark} hidden />
      <div className={styles.ticks} aria-hidden="true">
        {ticks.map((tick) => (
          <span key={tick}>{tickText(tick)}</span>
        ))}
      </div>
    </div>
  );
}

function paintBar(canvas: HTMLCanvasElement, pixels: Uint32Array): void {
  const context = canvas.getContext("2d");
  if (!context) return;
  const image = context.createImageData(levels, 1);
  new Uint32Array(image.data.buffer).set(pixels.subarray(0, levels));
  context.putImageData(image, 0, 0);
}
