/** A plot over all time steps at the screen's own resolution, drawn on in CSS pixels as far as it is in sight, with the one crosshair. */
import { type ReactNode, useEffectEvent, useLayoutEffect, useRef } from "react";
import { Crosshair } from "../lanes/Crosshair";
import { cellsToPaint, isPainted, useLaneWindowStore } from "../lanes/laneWindow";
import { useLaneDraw } from "../lanes/useLaneDraw";
import type { StageView, StageViewStore } from "../stageView";
import { useLive } from "../useLive";
import { usePointing } from "../usePointing";
import { hasNewPicture } from "./hasNewPicture";
import picture from "./plot.module.css";
import styles from "./SharpCanvas.module.css";
import { sizedContext } from "./sizedContext";
import { useRedraw } from "./useRedraw";

export interface DrawingArea {
  readonly context: CanvasRenderingContext2D;
  /** CSS pixels of the whole plot. */
  readonly width: number;
  readonly height: number;
  /** What of it is drawn. */
  readonly left: number;
  readonly right: number;
  /** Of the canvas itself: its fonts. To read one lays the page out; colours are read once (`themeColour.ts`). */
  readonly style: CSSStyleDeclaration;
}

interface SharpCanvasProps {
  readonly view: StageViewStore;
  /** What it shows, for those who do not see it. */
  readonly label: string;
  readonly steps: number;
  /** CSS pixels. */
  readonly height: number;
  /** Another function where something else is to be drawn. */
  readonly draw: (area: DrawingArea, view: StageView) => void;
  /** Whether it changes with every snapshot, or with the sequence only. */
  readonly live: boolean;
  readonly children?: ReactNode;
}

export function SharpCanvas(props: SharpCanvasProps) {
  const { view, label, steps, height, draw, live, children } = props;
  const plot = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  usePointing(plot, steps);
  const laneWindow = useLaneWindowStore();
  const painted = useRef({ full: 0, first: 0, end: 0 });
  const drawAll = (now: StageView) => {
    const { full, left, width } = laneWindow.getState();
    const { first, end } = cellsToPaint(left, width, 1, Math.ceil(full));
    painted.current = { full, first, end };
    const context = canvas.current && sizedContext(canvas.current, first, end - first, height);
    if (context)
      draw(
        { context, width: full, height, left: first, right: end, style: getComputedStyle(context.canvas) },
        now,
      );
  };
  const redraw = useEffectEvent(drawAll);
  useLive(view, (now, before) => {
    if (before && hasNewPicture(now, before, live)) redraw(now);
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: they are what `redraw` draws
  useLayoutEffect(() => redraw(view.getState()), [view, height, draw]);
  useLaneDraw(({ full, left, width }) => {
    const before = painted.current;
    if (full !== before.full || !isPainted(before, left, width, 1, Math.ceil(full))) drawAll(view.getState());
  });
  useRedraw(canvas, () => drawAll(view.getState()));
  return (
    <div
      ref={plot}
      className={`${picture.plot} ${styles.plot}`}
      style={{ height }}
      role="img"
      aria-label={label}
    >
      <canvas ref={canvas} className={styles.canvas} />
      {children}
      <Crosshair view={view} steps={steps} units={null} />
    </div>
  );
}
