/** The last values that are known, what is forecast behind them, and how far off that may be; loaded when needed, for Recharts. */
import { memo } from "react";
import { Area, ComposedChart, ReferenceLine } from "recharts";
import type { AllWords } from "../../words/catalogue";
import { ChartFrame, numbersUpward, rowsAlong } from "../charts/ChartFrame";
import { margin, size } from "../charts/chartStyle";
import { StillLine } from "../charts/StillLine";
import { useAllWords, useSay } from "../words/useWords";
import type { FutureChartRow } from "./futureChartRows";
import { type NumberAxis, numberAxis } from "./numberAxis";

interface FutureChartProps {
  readonly rows: FutureChartRow[];
  readonly title: string;
  /** The place of the last row whose other inputs are known; null where there is no such end. */
  readonly inputsEnd: number | null;
  /** Whether the middle of the range is drawn too. */
  readonly isAside: boolean;
}

export const FutureChart = memo(function FutureChart({ rows, title, inputsEnd, isAside }: FutureChartProps) {
  const say = useSay();
  const words = useAllWords();
  const { curves } = words.evaluation;
  const data = rows.map((one, place) => ({ ...one, place, row: say(one.row) }));
  const nameAt = (place: number) => data[place]?.row ?? "";
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
      <ChartFrame
        // By their places: two rows may have one name.
        along={{ dataKey: "place", ...rowsAlong, tickFormatter: nameAt }}
        upward={numbersUpward(axis)}
        tooltip={{
          filterNull: true,
          labelFormatter: (place) => nameAt(Number(place)),
          formatter: (value) =>
            Array.isArray(value)
              ? words.evaluation.range({
                  low: axis.valueText(Number(value[0])),
                  high: axis.valueText(Number(value[1])),
                })
              : axis.valueText(Number(value)),
        }}
      />
      {inputsEnd !== null && (
        <ReferenceLine x={inputsEnd} stroke="var(--text-soft)" strokeWidth={1.5} strokeDasharray="2 3" />
      )}
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
      <StillLine dataKey="known" name={curves.known} stroke="var(--text)" strokeWidth={1.5} />
      {isAside && (
        <StillLine
          dataKey="middle"
          name={curves.middle}
          stroke="var(--series-train)"
          strokeWidth={1.25}
          strokeDasharray="6 4"
          activeDot={false}
        />
      )}
      <StillLine dataKey="forecast" name={curves.forecast} stroke="var(--series-train)" strokeWidth={2.25} />
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
