/** How errors grow with the rows ahead; loaded when it is first needed, for Recharts. */
import { memo } from "react";
import { CartesianGrid, Line, LineChart, Tooltip, XAxis, YAxis } from "recharts";
import { formatDecimal } from "../format";
import { margin, shortNumber, size, tick, tooltipBox } from "./chartStyle";
import type { HorizonRow } from "./forecastRows";

interface HorizonChartProps {
  readonly rows: HorizonRow[];
  readonly title: string;
}

export const HorizonChart = memo(function HorizonChart({ rows, title }: HorizonChartProps) {
  return (
    <LineChart responsive style={size} data={rows} margin={margin} title={title} desc={describe(rows)}>
      <CartesianGrid vertical={false} stroke="var(--line)" />
      <XAxis dataKey="ahead" tick={tick} stroke="var(--line-strong)" />
      <YAxis
        domain={[0, "auto"]}
        width={44}
        tickFormatter={shortNumber}
        tick={tick}
        axisLine={false}
        tickLine={false}
      />
      <Tooltip
        isAnimationActive={false}
        contentStyle={tooltipBox}
        labelFormatter={(ahead) => `Rows ahead: ${ahead}`}
        formatter={(value) => formatDecimal(Number(value))}
      />
      <Line
        dataKey="naive"
        name="last value"
        stroke="var(--line-strong)"
        strokeWidth={1.5}
        strokeDasharray="2 3"
        dot={false}
        isAnimationActive={false}
      />
      {rows.some(({ seasonal }) => seasonal !== null) && (
        <Line
          dataKey="seasonal"
          name="last season"
          stroke="var(--series-validation)"
          strokeWidth={1.75}
          strokeDasharray="6 4"
          dot={false}
          isAnimationActive={false}
        />
      )}
      <Line
        dataKey="network"
        name="network"
        stroke="var(--series-train)"
        strokeWidth={2.25}
        dot={false}
        isAnimationActive={false}
      />
    </LineChart>
  );
});

function describe(rows: readonly HorizonRow[]): string {
  const [first, last] = [rows[0], rows[rows.length - 1]];
  if (!first || !last) return "Nothing measured yet.";
  return `The network's error goes from ${formatDecimal(first.network)} one row ahead to ${formatDecimal(last.network)} ${last.ahead} rows ahead.`;
}
