/** What stands around the curves of a chart: lines across, both axes, and what a pointer is told. Values go upwards. */
import type { ComponentProps } from "react";
import { CartesianGrid, Text, Tooltip, XAxis, type XAxisTickContentProps, YAxis } from "recharts";
import type { NumberAxis } from "../evaluation/numberAxis";
import { tick, tooltipBox } from "./chartStyle";

interface ChartFrameProps {
  readonly along: ComponentProps<typeof XAxis>;
  readonly upward: ComponentProps<typeof YAxis>;
  readonly tooltip: Omit<ComponentProps<typeof Tooltip>, "ref">;
}

export function ChartFrame({ along, upward, tooltip }: ChartFrameProps) {
  return (
    <>
      <CartesianGrid vertical={false} stroke="var(--line)" />
      <XAxis tick={tick} stroke="var(--line-strong)" {...along} />
      <YAxis tick={tick} axisLine={false} tickLine={false} {...upward} />
      <Tooltip isAnimationActive={false} contentStyle={tooltipBox} {...tooltip} />
    </>
  );
}

/** An axis of numbers as people know them. */
export const numbersUpward = ({ domain, ticks, width, tickFormatter }: NumberAxis) => ({
  domain,
  ticks,
  width,
  tickFormatter,
});

const digitPx = 7;

/** Within the picture, where there is less room left of its plot than half of the name takes. */
function RowName({ x, y, payload, index, tickFormatter, textAnchor, verticalAnchor }: XAxisTickContentProps) {
  const name = tickFormatter?.(payload.value, index) ?? String(payload.value);
  const least = (digitPx * name.length) / 2;
  return (
    <Text
      x={Math.max(Number(x), least)}
      y={y}
      textAnchor={textAnchor}
      verticalAnchor={verticalAnchor}
      {...tick}
    >
      {name}
    </Text>
  );
}

/** Rows of a table along the axis, as many of their names as have room. */
export const rowsAlong = { interval: "equidistantPreserveStart", minTickGap: 28, tick: RowName } as const;

/** As many ticks as have room. */
export const thinned = { interval: "equidistantPreserveStart", minTickGap: 8 } as const;
