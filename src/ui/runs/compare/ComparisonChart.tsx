/** The losses of several runs over each other, loaded when first needed, as all that names Recharts is. */
import { type ReactNode, useMemo } from "react";
import { LineChart } from "recharts";
import { ChartFrame } from "../../charts/ChartFrame";
import { margin, size } from "../../charts/chartStyle";
import { plotSides } from "../../charts/plotSides";
import { roundTicks } from "../../charts/roundTicks";
import { StillLine } from "../../charts/StillLine";
import { valueTicks } from "../../charts/valueAxis";
import { useAllWords, useSay } from "../../words/useWords";
import {
  type AxisName,
  type ComparisonRow,
  type CurvePoint,
  comparisonRows,
  type LossName,
} from "./comparedCurve";
import type { ComparedRun } from "./comparison";
import { strokeOf } from "./runStroke";

interface ComparisonChartProps {
  readonly runs: readonly ComparedRun[];
  /** One of each run; null of those that have no place along the axis. */
  readonly curves: readonly (readonly CurvePoint[] | null)[];
  readonly loss: LossName;
  readonly axis: AxisName;
  readonly title: string;
}

const intervals = 6;

export function ComparisonChart({ runs, curves, loss, axis, title }: ComparisonChartProps) {
  const { compare, formats } = useAllWords();
  const say = useSay();
  const rows = useMemo(() => comparisonRows(curves), [curves]);
  const upward = useMemo(() => upwardTicks(rows), [rows]);
  const along = useMemo(() => alongTicks(rows, axis), [rows, axis]);
  const place = (x: ReactNode) => compare.at[axis]({ x: Number(x) });
  const tickOf = (x: number) =>
    axis === "flop" ? compare.flop({ x }) : Number.isInteger(x) ? formats.count(x) : String(x);
  const isTraining = loss === "training";
  return (
    <LineChart responsive style={size} data={[...rows]} margin={margin} title={title}>
      <ChartFrame
        along={{
          dataKey: "x",
          type: "number",
          domain: [along[0], along[along.length - 1]],
          ticks: along,
          niceTicks: "none",
          interval: "preserveStartEnd",
          tickFormatter: tickOf,
        }}
        upward={{
          domain: [upward[0], upward[upward.length - 1]],
          ticks: upward,
          niceTicks: "none",
          interval: 0,
          width: plotSides.left,
        }}
        tooltip={{
          labelFormatter: place,
          formatter: (value: unknown) => formats.decimal(Number(value)),
        }}
      />
      {isTraining &&
        runs.map(({ row, number }, i) => (
          <StillLine
            key={`${row.id} raw`}
            dataKey={({ points }: ComparisonRow) => points[i]?.raw}
            stroke={strokeOf(number).colour}
            strokeWidth={1}
            strokeOpacity={0.3}
            activeDot={false}
            connectNulls
            tooltipType="none"
          />
        ))}
      {runs.map(({ row, number }, i) => {
        const { colour, dashes } = strokeOf(number);
        return (
          <StillLine
            key={row.id}
            dataKey={({ points }: ComparisonRow) => points[i]?.smooth}
            name={say(row.name)}
            stroke={colour}
            strokeWidth={2}
            {...(dashes !== null && { strokeDasharray: dashes })}
            dots={!isTraining}
            connectNulls
          />
        );
      })}
    </LineChart>
  );
}

function upwardTicks(rows: readonly ComparisonRow[]): readonly number[] {
  const points = rows.flatMap((row) => row.points).filter((point) => point !== undefined);
  return valueTicks(points.map(({ x, raw, smooth }) => ({ step: x, train: raw, validation: smooth })));
}

/** Along the axis there is room for this much at least: there are no parts of steps. */
const leastSpans: Readonly<Record<AxisName, number>> = {
  step: intervals,
  epoch: 0.001,
  seconds: 0.001,
  flop: intervals,
};

function alongTicks(rows: readonly ComparisonRow[], axis: AxisName): readonly number[] {
  const [first, last] = [rows[0]?.x ?? 0, rows[rows.length - 1]?.x ?? 0];
  return roundTicks(first, Math.max(last, first + leastSpans[axis]), intervals);
}
