/**
 * The number or name at a tick of an axis, on one line. Recharts' own measures its words in the document wherever an axis has a
 * width, to break them, and so lays the page out in the middle of a rendering.
 */
import type { BaseTickContentProps } from "recharts";

/** How far the baseline lies below the place of the tick: by the height of a digit below the axis, by half of it beside. */
const below = { start: "0.71em", middle: "0.355em", end: "0" } as const;

export function axisTick({
  x,
  y,
  index,
  payload: { value },
  textAnchor,
  verticalAnchor,
  tickFormatter,
}: BaseTickContentProps) {
  return (
    <text
      x={x}
      y={y}
      dy={below[verticalAnchor]}
      textAnchor={textAnchor}
      fill="var(--text-soft)"
      className="recharts-cartesian-axis-tick-value"
    >
      {tickFormatter ? tickFormatter(value, index) : String(value)}
    </text>
  );
}
