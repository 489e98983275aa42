/** A bar for each input, and a line over where it may lie. */
import { memo } from "react";
import { Bar, BarChart, CartesianGrid, ErrorBar, ReferenceLine, Tooltip, XAxis, YAxis } from "recharts";
import { margin, size, tick, tooltipLook } from "../charts/chartStyle";
import { numberAxis } from "../evaluation/numberAxis";
import { useAllWords } from "../words/useWords";
import type { ImportanceRow } from "./importanceRows";

interface ImportanceChartProps {
  readonly rows: readonly ImportanceRow[];
  readonly title: string;
}

const namesPx = 130;

export const ImportanceChart = memo(function ImportanceChart({ rows, title }: ImportanceChartProps) {
  const words = useAllWords().importance;
  const axis = numberAxis(
    rows.flatMap(({ rise, low, high }) => [rise, low, high]),
    0,
  );
  const data = rows.map(({ name, rise, low, high }) => ({ name, rise, range: [rise - low, high - rise] }));
  return (
    <BarChart responsive layout="vertical" style={size} data={data} margin={margin} title={title}>
      <CartesianGrid horizontal={false} stroke="var(--line)" />
      <XAxis
        type="number"
        domain={axis.domain}
        ticks={axis.ticks}
        tickFormatter={axis.tickFormatter}
        tick={tick}
        stroke="var(--line-strong)"
      />
      <YAxis
        type="category"
        dataKey="name"
        width={namesPx}
        tick={tick}
        interval={0}
        stroke="var(--line-strong)"
      />
      <Tooltip {...tooltipLook} formatter={(value) => axis.valueText(Number(value))} />
      <ReferenceLine x={0} stroke="var(--line-strong)" />
      <Bar dataKey="rise" name={words.bar} fill="var(--series-train)" barSize={12} isAnimationActive={false}>
        <ErrorBar
          dataKey="range"
          direction="x"
          width={6}
          strokeWidth={1.5}
          stroke="var(--text)"
          isAnimationActive={false}
        />
      </Bar>
    </BarChart>
  );
});
