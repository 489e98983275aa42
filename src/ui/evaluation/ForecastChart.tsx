/** What came, what was forecast, and the last value; loaded when it is first needed, for Recharts. */
import { memo } from "react";
import { CartesianGrid, Line, LineChart, Tooltip, XAxis, YAxis } from "recharts";
import type { AllWords } from "../../words/catalogue";
import { useAllWords, useSay } from "../words/useWords";
import { margin, shortNumber, size, tick, tooltipBox } from "./chartStyle";
import type { ForecastChartRow } from "./forecastRows";

interface ForecastChartProps {
  readonly rows: ForecastChartRow[];
  readonly title: string;
}

export const ForecastChart = memo(function ForecastChart({ rows, title }: ForecastChartProps) {
  const say = useSay();
  const words = useAllWords();
  const data = rows.map((row) => ({ ...row, after: say(row.after) }));
  const { curves, after } = words.evaluation;
  return (
    <LineChart responsive style={size} data={data} margin={margin} title={title} desc={describe(words, data)}>
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
        labelFormatter={(row) => after({ row: String(row) })}
        formatter={(value) => words.formats.decimal(Number(value))}
      />
      <Line
        dataKey="naive"
        name={curves.lastValue}
        stroke="var(--line-strong)"
        strokeWidth={1.5}
        strokeDasharray="2 3"
        dot={false}
        isAnimationActive={false}
      />
      <Line
        dataKey="truth"
        name={curves.truth}
        stroke="var(--text)"
        strokeWidth={1.5}
        dot={false}
        isAnimationActive={false}
      />
      <Line
        dataKey="forecast"
        name={curves.forecast}
        stroke="var(--series-train)"
        strokeWidth={2.25}
        dot={false}
        isAnimationActive={false}
      />
    </LineChart>
  );
});

type NamedRow = Omit<ForecastChartRow, "after"> & { readonly after: string };

/** The chart in a sentence. */
function describe({ charts, evaluation }: AllWords, rows: readonly NamedRow[]): string {
  const last = rows[rows.length - 1];
  if (!last) return charts.nothingYet;
  return evaluation.forecastSpoken({ ...last, count: rows.length });
}
