/** Draws lines over time on a canvas, one column a step, in the middle of which its value stands. */
import type { DrawingArea } from "../paint/SharpCanvas";
import type { Stretch } from "./laneWindow";
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
/** In columns narrower than this, a line is no line any more. */
const narrowColumn = 2;

/** As far as it is in sight. */
export function drawTraces(
  { context, width, height, left, right }: Omit<DrawingArea, "style">,
  plot: TracePlot,
): void {
  const { traces, steps, bounds, zeroLine, emphasised } = plot;
  const x = (t: number) => ((t + 0.5) / steps) * width;
  const y = (value: number) => height - ((value - bounds.min) / (bounds.max - bounds.min)) * height;
  if (bounds.min < 0 && bounds.max > 0) {
    context.fillStyle = zeroLine;
    context.fillRect(0, Math.round(y(0)), width, 1);
  }
  // With one more at both ends, so that lines come from where they come from.
  const shown = {
    first: Math.max(0, Math.floor((left / width) * steps) - 1),
    end: Math.min(steps, Math.ceil((right / width) * steps) + 1),
  };
  context.lineJoin = "round";
  for (const trace of traces) {
    const faint = emphasised !== null && emphasised !== trace.group;
    context.globalAlpha = faint ? 0.2 : 1;
    context.strokeStyle = plot.colours[trace.look.colour - 1];
    context.fillStyle = context.strokeStyle;
    context.lineWidth = trace.width + (emphasised === trace.group ? 1 : 0);
    context.setLineDash([...trace.look.dash]);
    if (width / steps < narrowColumn) drawBars(context, trace, shown, width / steps, y);
    else drawLine(context, trace, shown, x, y);
    if (width / steps >= dotColumn || steps === 1) drawDots(context, trace, shown, x, y);
  }
  context.globalAlpha = 1;
}

/**
 * A line whose steps are hardly wider than a pixel, as a bar a pixel from the least value in it to the largest, and from the value before: looks
 * the same, and costs a small part of a path that goes up and down thousands of times.
 */
function drawBars(
  context: CanvasRenderingContext2D,
  trace: Trace,
  { first, end }: Stretch,
  column: number,
  y: (value: number) => number,
): void {
  const each = Math.max(1, Math.floor(1 / column));
  const half = context.lineWidth / 2;
  let before = Number.NaN;
  for (let from = first - (first % each); from < end; from += each) {
    let [low, high] = [before, before];
    for (let t = from; t < Math.min(from + each, end); t++) {
      before = scaledAt(trace, t);
      // What is no number leaves a gap.
      if (!Number.isFinite(before)) continue;
      [low, high] = Number.isFinite(low) ? [Math.min(low, before), Math.max(high, before)] : [before, before];
    }
    if (!Number.isFinite(low) || !Number.isFinite(high)) continue;
    const top = y(high) - half;
    context.fillRect(from * column, top, each * column, y(low) + half - top);
  }
}

function drawLine(
  context: CanvasRenderingContext2D,
  trace: Trace,
  { first, end }: Stretch,
  x: (t: number) => number,
  y: (value: number) => number,
): void {
  context.beginPath();
  let drawing = false;
  for (let t = first; t < end; t++) {
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
  { first, end }: Stretch,
  x: (t: number) => number,
  y: (value: number) => number,
): void {
  context.beginPath();
  for (let t = first; t < end; t++) {
    const value = scaledAt(trace, t);
    if (!Number.isFinite(value)) continue;
    context.moveTo(x(t) + 2, y(value));
    context.arc(x(t), y(value), 1 + trace.width / 2, 0, 2 * Math.PI);
  }
  context.fill();
}
