/** The two curves, loaded when first needed, as all that names Recharts is. */

import { memo, type ReactNode, useCallback, useMemo, useState } from "react";
import { LineChart, ReferenceLine } from "recharts";
import { shallow } from "zustand/shallow";
import type { AllWords } from "../../words/catalogue";
import { say } from "../../words/say";
import { useAllWords } from "../words/useWords";
import { ChartFrame } from "./ChartFrame";
import type { ChartRow } from "./chartRows";
import { margin, size } from "./chartStyle";
import type { Measure } from "./measures";
import { plotSides } from "./plotSides";
import { StillLine } from "./StillLine";
import { stepDomain, stepTicks } from "./valueAxis";

interface MetricChartProps {
  readonly rows: ChartRow[];
  readonly measure: Measure;
  /** Of the vertical axis, which they span. */
  readonly ticks: readonly number[];
  /** What the curves are compared with, or null where that is out of sight. */
  readonly reference: number | null;
}

export const MetricChart = memo(function MetricChart({ rows, measure, ticks, reference }: MetricChartProps) {
  const words = useAllWords();
  const { charts, formats } = words;
  // Recharts computes all anew for each property that is another object: those that say the same stay the same.
  const upward = useSame(ticks);
  const upwardDomain = useMemo(() => [upward[0], upward[upward.length - 1]], [upward]);
  const steps = useSame(stepDomain(rows));
  const along = useSame(stepTicks(rows, formats.count));
  const valueTick = useCallback((value: number) => measure.tick(value, formats), [measure, formats]);
  const tooltipStep = useCallback((step: ReactNode) => charts.step({ step: Number(step) }), [charts]);
  const tooltipValue = useCallback(
    (value: unknown) => formats[measure.format](Number(value)),
    [formats, measure],
  );
  return (
    <LineChart
      responsive
      style={size}
      data={rows}
      margin={margin}
      title={say(words, measure.title)}
      desc={describe(words, rows, measure)}
    >
      <ChartFrame
        along={{
          dataKey: "step",
          type: "number",
          domain: steps,
          ticks: along,
          niceTicks: "none",
          interval: 0,
          tickFormatter: formats.count,
        }}
        upward={{
          domain: upwardDomain,
          ticks: upward,
          niceTicks: "none",
          interval: 0,
          width: plotSides.left,
          tickFormatter: valueTick,
        }}
        tooltip={{ labelFormatter: tooltipStep, formatter: tooltipValue }}
      />
      {reference !== null && (
        <ReferenceLine y={reference} stroke="var(--line-strong)" strokeDasharray="2 3" />
      )}
      <StillLine
        dataKey="train"
        name={charts.training}
        stroke="var(--series-train)"
        strokeWidth={1.75}
        connectNulls
      />
      {/* Validation is measured now and then, and its dots say when. */}
      <StillLine
        dataKey="validation"
        name={charts.validation}
        stroke="var(--series-validation)"
        strokeWidth={2.25}
        strokeDasharray="6 4"
        dots
        connectNulls
      />
    </LineChart>
  );
});

/** The same array as long as its numbers are the same. */
function useSame(found: readonly number[]): readonly number[] {
  const [kept, keep] = useState(found);
  const isSame = shallow(kept, found);
  if (!isSame) keep(found);
  return isSame ? kept : found;
}

/** The chart in a sentence. */
function describe({ charts }: AllWords, rows: readonly ChartRow[], { format }: Measure): string {
  const first = rows.find(({ train }) => train !== null);
  const last = rows.findLast(({ train }) => train !== null);
  if (first?.train == null || last?.train == null) return charts.nothingYet;
  return charts.spoken({
    from: first.train,
    fromStep: first.step,
    to: last.train,
    toStep: last.step,
    format,
  });
}
