/** How errors grow with the rows ahead; loaded when it is first needed, for Recharts. */
import { memo } from "react";
import { LineChart } from "recharts";
import type { Baseline } from "../../data/evaluation/evaluationTypes";
import type { AllWords } from "../../words/catalogue";
import { ChartFrame, numbersUpward } from "../charts/ChartFrame";
import { margin, size } from "../charts/chartStyle";
import { StillLine } from "../charts/StillLine";
import { useAllWords } from "../words/useWords";
import type { HorizonRow } from "./forecastRows";
import { numberAxis } from "./numberAxis";

interface HorizonChartProps {
  readonly rows: HorizonRow[];
  readonly title: string;
  /** The strongest baseline and its name; null where that is the last value. */
  readonly strongest: { readonly key: Baseline; readonly name: string } | null;
}

export const HorizonChart = memo(function HorizonChart({ rows, title, strongest }: HorizonChartProps) {
  const words = useAllWords();
  const { curves, ahead } = words.evaluation;
  const axis = numberAxis(
    rows.flatMap((row) => [row.network, row.naive, (strongest && row[strongest.key]) ?? 0]),
    0,
  );
  return (
    <LineChart responsive style={size} data={rows} margin={margin} title={title} desc={describe(words, rows)}>
      <ChartFrame
        along={{ dataKey: "ahead" }}
        upward={numbersUpward(axis)}
        tooltip={{
          labelFormatter: (rowsAhead) => ahead({ ahead: Number(rowsAhead) }),
          formatter: (value) => axis.valueText(Number(value)),
        }}
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
          dataKey={strongest.key}
          name={strongest.name}
          stroke="var(--series-validation)"
          strokeWidth={1.75}
          strokeDasharray="6 4"
        />
      )}
      <StillLine dataKey="network" name={curves.network} stroke="var(--series-train)" strokeWidth={2.25} />
    </LineChart>
  );
});

function describe({ charts, evaluation }: AllWords, rows: readonly HorizonRow[]): string {
  const [first, last] = [rows[0], rows[rows.length - 1]];
  if (!first || !last) return charts.nothingYet;
  return evaluation.horizonSpoken({ first: first.network, last: last.network, horizon: last.ahead });
}
