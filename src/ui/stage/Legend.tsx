/** A scale's legend: the very table of colours, its ticks, and a mark at the value on show. */
import { useRef } from "react";
import { colourScale, levels, type ScaleName } from "./colourScale";
import { formatValue } from "./format";
import styles from "./Legend.module.css";
import type { StageView, StageViewStore } from "./stageView";
import { useLive } from "./useLive";

interface LegendProps {
  readonly view: StageViewStore;
  readonly scale: ScaleName;
  /** The value to mark, or null for none. */
  readonly value: (view: StageView) => number | null;
}

export function Legend({ view, scale, value }: LegendProps) {
  const bar = useRef<HTMLCanvasElement>(null);
  const mark = useRef<HTMLDivElement>(null);
  const { min, max, ticks } = colourScale(scale, "light");
  useLive(view, (now, before) => {
    if (now.theme !== before?.theme && bar.current)
      paintBar(bar.current, colourScale(scale, now.theme).pixels);
    const current = value(now);
    const known = current !== null && Number.isFinite(current);
    if (!mark.current) return;
    mark.current.hidden = !known;
    if (known) mark.current.style.left = `${Math.max(0, Math.min(1, (current - min) / (max - min))) * 100}%`;
  });
  return (
    <div
      className={styles.legend}
      role="img"
      aria-label={`Colour scale from ${formatValue(min, 0)} to ${max}`}
    >
      <canvas ref={bar} className={styles.bar} width={levels} height={1} />
      <div ref={mark} className={styles.mark} hidden />
      <div className={styles.ticks} aria-hidden="true">
        {ticks.map((tick) => (
          <span key={tick}>{formatValue(tick, Number.isInteger(tick) ? 0 : 1)}</span>
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
