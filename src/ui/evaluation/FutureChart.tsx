/** The last values that are known, what is forecast behind them, and how far off that may be; loaded when needed, for Recharts. */
import { memo } from "react";
import { Area, CartesianGrid, ComposedChart, Line, Tooltip, XAxis, YAxis } from "recharts";
import type { AllWords } from "../../words/catalogue";
import { useAllWords, useSay } from "../words/useWords";
import { margin, size, tick, tooltipBox } from "./chartStyle";
import type { FutureChartRow } from "./futureChartRows";
import { type NumberAxis, numberAxis } from "./numberAxis";

interface FutureChartProps {
  readonly rows: FutureChartRow[];
  readonly title: string;
}

export const FutureChart = memo(function FutureChart({ rows, title }: FutureChartProps) {
  const say = useSay();
  const words = useAllWords();
  const { curves } = words.evaluation;
  const data = rows.map((one) => ({ ...one, row: say(one.row) }));
  const values = rows.flatMap(({ known, forecast, most }) => [known, forecast, ...(most ?? [])]);
  const axis = numberAxis(values.filter((value) => value !== null));
  return (
    <ComposedChart
      responsive
      style={size}
      data={data}
      margin={margin}
      title={title}
      desc={describe(words, data, axis)}
    >
      <CartesianGrid vertical={false} stroke="var(--line)" />
      <XAxis
        dataKey="row"
        interval="equidistantPreserveStart"
        minTickGap={28}
        tick={tick}
        stroke="var(--line-strong)"
      />
      <YAxis
        domain={axis.domain}
        ticks={axis.ticks}
        width={axis.width}
        tickFormatter={axis.tickFormatter}
        tick={tick}
        axisLine={false}
        tickLine={false}
      />
      <Tooltip
        isAnimationActive={false}
        contentStyle={tooltipBox}
        filterNull
        formatter={(value) =>
          Array.isArray(value)
            ? words.evaluation.range({
                low: axis.valueText(Number(value[0])),
                high: axis.valueText(Number(value[1])),
              })
            : axis.valueText(Number(value))
        }
      />
      {(["most", "half"] as const).map((range) => (
        <Area
          key={range}
          dataKey={range}
          name={curves[range]}
          stroke="none"
          fill="var(--series-train)"
          fillOpacity={0.18}
          activeDot={false}
          isAnimationActive={false}
        />
      ))}
      <Line
        dataKey="known"
        name={curves.known}
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
    </ComposedChart>
  );
});

type NamedRow = Omit<FutureChartRow, "row"> & { readonly row: string };

/** The chart in a sentence. */
function describe(
  { charts, evaluation }: AllWords,
  rows: readonly NamedRow[],
  { valueText }: NumberAxis,
): string {
  const known = rows.findLast((one) => one.known !== null);
  const last = rows.at(-1);
  if (!known || !last) return charts.nothingYet;
  return evaluation.futureSpoken({
    row: known.row,
    value: valueText(known.known ?? Number.NaN),
    last: last.row,
    forecast: valueText(last.forecast ?? Number.NaN),
  });
}
