/** SVG text in which `W_hz` is W with a subscript hz. */

import { range } from "../paint/range";

interface SubscriptTextProps {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly className?: string | undefined;
}

export function SubscriptText({ x, y, text, className }: SubscriptTextProps) {
  // Odd parts are subscripts: the split keeps what the group caught.
  const parts = text.split(/_([a-z]+)/);
  return (
    <text x={x} y={y} textAnchor="middle" dominantBaseline="central" className={className}>
      {range(parts.length).map((i) => (
        <tspan key={i} dy={i === 0 ? 0 : i % 2 === 1 ? 4 : -4} fontSize={i % 2 === 1 ? "0.72em" : undefined}>
          {parts[i]}
        </tspan>
      ))}
    </text>
  );
}
