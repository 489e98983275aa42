/** A canvas over all time steps at the screen's own resolution, drawn on in CSS pixels, with the one crosshair. */
import { type ReactNode, useEffectEvent, useLayoutEffect, useRef } from "react";
import { Crosshair } from "../lanes/Crosshair";
import type { StageView, StageViewStore } from "../stageView";
import { useElementWidth } from "../useElementWidth";
import { useLive } from "../useLive";
import { usePointing } from "../usePointing";
import picture from "./plot.module.css";
import styles from "./SharpCanvas.module.css";
import { useRedraw } from "./useRedraw";

export interface DrawingArea {
  readonly context: CanvasRenderingContext2D;
  /** CSS pixels. */
  readonly width: number;
  readonly height: number;
  /** Of the canvas itself: the theme's colours and fonts. */
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
  usePointing(plot, steps, null);
  const width = useElementWidth(plot);
  const drawAll = (now: StageView) => {
    const context = canvas.current && sized(canvas.current, width, height);
    if (context) draw({ context, width, height, style: getComputedStyle(context.canvas) }, now);
  };
  const redraw = useEffectEvent(drawAll);
  useLive(view, (now, before) => {
    if (before && (now.theme !== before.theme || (live && now.snapshot !== before.snapshot))) redraw(now);
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: they are what `redraw` draws
  useLayoutEffect(() => redraw(view.getState()), [view, width, height, draw]);
  useRedraw(canvas, () => drawAll(view.getState()));
  return (
    <div
      ref={plot}
      className={`${picture.plot} ${styles.plot}`}
      style={{ height }}
      role="img"
      aria-label={label}
    >
      <canvas ref={canvas} className={picture.canvas} />
      {children}
      <Crosshair view={view} steps={steps} units={null} />
    </div>
  );
}

function sized(canvas: HTMLCanvasElement, width: number, height: number): CanvasRenderingContext2D | null {
  const context = canvas.getContext("2d");
  if (!context || width === 0) return null;
  const ratio = window.devicePixelRatio || 1;
  const [across, down] = [Math.round(width * ratio), Math.round(height * ratio)];
  if (canvas.width !== across) canvas.width = across;
  if (canvas.height !== down) canvas.height = down;
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.clearRect(0, 0, width, height);
  return context;
}
