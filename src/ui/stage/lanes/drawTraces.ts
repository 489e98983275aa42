/** Draws lines over time on a canvas, one column a step, in the middle of which its value stands. */
import { type Bounds, scaledAt, type Trace } from "./traces";

export interface TracePlot {
  readonly traces: readonly Trace[];
  readonly steps: number;
  readonly bounds: Bounds;
  /** CSS colours by number, from 1. */
  readonly colours: readonly string[];
  readonly zeroLine: string;
  /** The group of lines to be told from the others, or null. */
  readonly emphasised: number | null;
}

/** Columns this wide, in CSS pixels, show each value as a dot as well. */
const dotColumn = 14;

/** @param width and @param height in the context's units, CSS pixels. */
export function drawTraces(
  context: CanvasRenderingContext2D,
  width: number,
  height: number,
  plot: TracePlot,
): void {
  const { traces, steps, bounds, zeroLine, emphasised } = plot;
  const x = (t: number) => ((t + 0.5) / steps) * width;
  const y = (value: number) => height - ((value - bounds.min) / (bounds.max - bounds.min)) * height;
  if (bounds.min < 0 && bounds.max > 0) {
    context.fillStyle = zeroLine;
    context.fillRect(0, Math.round(y(0)), width, 1);
  }
  context.lineJoin = "round";
  for (const trace of traces) {
    const faint = emphasised !== null && emphasised !== trace.group;
    context.globalAlpha = faint ? 0.2 : 1;
    context.strokeStyle = plot.colours[trace.look.colour - 1];
    context.fillStyle = context.strokeStyle;
    context.lineWidth = trace.width + (emphasised === trace.group ? 1 : 0);
    context.setLineDash([...trace.look.dash]);
    drawLine(context, trace, steps, x, y);
    if (width / steps >= dotColumn || steps === 1) drawDots(context, trace, steps, x, y);
  }
  context.globalAlpha = 1;
}

function drawLine(
  context: CanvasRenderingContext2D,
  trace: Trace,
  steps: number,
  x: (t: number) => number,
  y: (value: number) => number,
): void {
  context.beginPath();
  let drawing = false;
  for (let t = 0; t < steps; t++) {
    const value = scaledAt(trace, t);
    const known = Number.isFinite(value);
    if (known && drawing) context.lineTo(x(t), y(value));
    else if (known) context.moveTo(x(t), y(value));
    drawing = known;
  }
  context.stroke();
}

function drawDots(
  context: CanvasRenderingContext2D,
  trace: Trace,
  steps: number,
  x: (t: number) => number,
  y: (value: number) => number,
): void {
  context.beginPath();
  for (let t = 0; t < steps; t++) {
    const value = scaledAt(trace, t);
    if (!Number.isFinite(value)) continue;
    context.moveTo(x(t) + 2, y(value));
    context.arc(x(t), y(value), 1 + trace.width / 2, 0, 2 * Math.PI);
  }
  context.fill();
}
