/** What came, what was forecast, the last value and what the strongest baseline says; loaded when it is first needed, for Recharts. */
import { memo } from "react";
import { LineChart } from "recharts";
import type { AllWords } from "../../words/catalogue";
import { ChartFrame, numbersUpward, rowsAlong } from "../charts/ChartFrame";
import { margin, size } from "../charts/chartStyle";
import { StillLine } from "../charts/StillLine";
import { useAllWords, useSay } from "../words/useWords";
import type { ForecastChartRow } from "./forecastRows";
import { type NumberAxis, numberAxis } from "./numberAxis";

interface ForecastChartProps {
  readonly rows: ForecastChartRow[];
  readonly title: string;
  /** The name of the strongest baseline; null where that is the last value. */
  readonly strongest: string | null;
}

export const ForecastChart = memo(function ForecastChart({ rows, title, strongest }: ForecastChartProps) {
  const say = useSay();
  const words = useAllWords();
  const data = rows.map((one) => ({ ...one, row: say(one.row) }));
  const { curves } = words.evaluation;
  const axis = numberAxis(
    rows.flatMap(({ truth, forecast, naive, strongest: other }) => [truth, forecast, naive, other]),
  );
  return (
    <LineChart
      responsive
      style={size}
      data={data}
      margin={margin}
      title={title}
      desc={describe(words, data, axis)}
    >
      <ChartFrame
        along={{ dataKey: "row", ...rowsAlong }}
        upward={numbersUpward(axis)}
        tooltip={{ formatter: (value) => axis.valueText(Number(value)) }}
      />
      <StillLine
        dataKey="naive"
        name={curves.lastValue}
        stroke="var(--line-strong)"
        strokeWidth={1.5}
        strokeDasharray="2 3"
      />
      {strongest !== null && (
        <StillLine
          dataKey="strongest"
          name={strongest}
          stroke="var(--series-validation)"
          strokeWidth={1.75}
          strokeDasharray="6 4"
        />
      )}
      <StillLine dataKey="truth" name={curves.truth} stroke="var(--text)" strokeWidth={1.5} />
      <StillLine dataKey="forecast" name={curves.forecast} stroke="var(--series-train)" strokeWidth={2.25} />
    </LineChart>
  );
});

type NamedRow = Omit<ForecastChartRow, "row"> & { readonly row: string };

/** The chart in a sentence. */
function describe(
  { charts, evaluation }: AllWords,
  rows: readonly NamedRow[],
  { valueText }: NumberAxis,
): string {
  const last = rows[rows.length - 1];
  if (!last) return charts.nothingYet;
  const { row, truth, forecast, naive } = last;
  return evaluation.forecastSpoken({
    count: rows.length,
    row,
    truth: valueText(truth),
    forecast: valueText(forecast),
    naive: valueText(naive),
  });
}
