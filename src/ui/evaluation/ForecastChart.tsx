/** What came, what was forecast, and the last value; loaded when it is first needed, for Recharts. */
import { memo } from "react";
import { CartesianGrid, Line, LineChart, Tooltip, XAxis, YAxis } from "recharts";
import { formatDecimal } from "../format";
import { margin, shortNumber, size, tick, tooltipBox } from "./chartStyle";
import type { ForecastChartRow } from "./forecastRows";

interface ForecastChartProps {
  readonly rows: ForecastChartRow[];
  readonly title: string;
}

export const ForecastChart = memo(function ForecastChart({ rows, title }: ForecastChartProps) {
  return (
    <LineChart responsive style={size} data={rows} margin={margin} title={title} desc={describe(rows)}>
      <CartesianGrid vertical={false} stroke="var(--line)" />
      <XAxis
        dataKey="after"
        interval="equidistantPreserveStart"
        minTickGap={28}
        tick={tick}
        stroke="var(--line-strong)"
      />
      <YAxis
        domain={["auto", "auto"]}
        width={44}
        tickFormatter={shortNumber}
        tick={tick}
        axisLine={false}
        tickLine={false}
      />
      <Tooltip
        isAnimationActive={false}
        contentStyle={tooltipBox}
        labelFormatter={(after) => `After ${after}`}
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
      <Line
        dataKey="truth"
        name="truth"
        stroke="var(--text)"
        strokeWidth={1.5}
        dot={false}
        isAnimationActive={false}
      />
      <Line
        dataKey="forecast"
        name="forecast"
        stroke="var(--series-train)"
        strokeWidth={2.25}
        dot={false}
        isAnimationActive={false}
      />
    </LineChart>
  );
});

/** The chart in a sentence. */
function describe(rows: readonly ForecastChartRow[]): string {
  const last = rows[rows.length - 1];
  if (!last) return "Nothing measured yet.";
  return `The last of ${rows.length}, after ${last.after}: the truth was ${formatDecimal(last.truth)}, the forecast ${formatDecimal(last.forecast)}, the value before ${formatDecimal(last.naive)}.`;
}
