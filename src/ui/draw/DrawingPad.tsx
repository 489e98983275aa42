/** A place to draw on with the mouse, a finger or a pen. Points are from 0 to 1 across and down. */
import { type PointerEvent, useRef, useState } from "react";
import type { Drawing, PenPoint } from "../../data/strokes";
import styles from "./DrawingPad.module.css";

interface DrawingPadProps {
  readonly label: string;
  /** In parts of the pad's shorter side. */
  readonly penWidth: number;
  /** Width by height. */
  readonly aspectRatio: number;
  /** `ended` when the pen is lifted. */
  readonly onDraw: (drawing: Drawing, ended: boolean) => void;
}

/** Of the SVG's shorter side: in whole numbers, for browsers round strokes that are finer. */
const unit = 100;

/** Empty at first; a clean one is a new one. */
export function DrawingPad({ label, penWidth, aspectRatio, onDraw }: DrawingPadProps) {
  const [drawing, setDrawing] = useState<Drawing>([]);
  // Several points may come before the page is drawn again.
  const latest = useRef<Drawing>([]);
  const pen = useRef<number | null>(null);
  const change = (next: Drawing, ended: boolean) => {
    latest.current = next;
    setDrawing(next);
    onDraw(next, ended);
  };
  const begin = (event: PointerEvent<SVGSVGElement>) => {
    if (pen.current !== null || event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    pen.current = event.pointerId;
    change([...latest.current, pointsOf(event)], false);
  };
  const move = (event: PointerEvent<SVGSVGElement>) => {
    if (event.pointerId !== pen.current) return;
    const line = latest.current[latest.current.length - 1] ?? [];
    change([...latest.current.slice(0, -1), [...line, ...pointsOf(event)]], false);
  };
  const end = (event: PointerEvent<SVGSVGElement>) => {
    if (event.pointerId !== pen.current) return;
    pen.current = null;
    change(latest.current, true);
  };
  const [width, height] = aspectRatio > 1 ? [unit * aspectRatio, unit] : [unit, unit / aspectRatio];
  return (
    <svg
      className={styles.pad}
      viewBox={`0 0 ${width} ${height}`}
      style={{ aspectRatio }}
      role="img"
      aria-label={label}
      onPointerDown={begin}
      onPointerMove={move}
      onPointerUp={end}
      onPointerCancel={end}
      onLostPointerCapture={end}
    >
      <path
        className={styles.ink}
        d={drawing.map((line) => pathOf(line, width, height)).join("")}
        strokeWidth={penWidth * unit}
      />
    </svg>
  );
}

/** All that the pointer has passed since the last event; browsers that do not say give the last. */
function pointsOf({ currentTarget, nativeEvent }: PointerEvent<SVGSVGElement>): PenPoint[] {
  const { left, top, width, height } = currentTarget.getBoundingClientRect();
  const passed = nativeEvent.getCoalescedEvents?.() ?? [];
  return (passed.length > 0 ? passed : [nativeEvent]).map(({ clientX, clientY }) => ({
    x: (clientX - left) / width,
    y: (clientY - top) / height,
  }));
}

function pathOf(line: readonly PenPoint[], width: number, height: number): string {
  const at = ({ x, y }: PenPoint) => `${(x * width).toFixed(2)} ${(y * height).toFixed(2)}`;
  // A line of no length is drawn as a dot, for its ends are round.
  return line.length === 0 ? "" : `M${at(line[0])}L${line.map(at).join(" ")}`;
}
