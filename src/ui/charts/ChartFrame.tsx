/** What stands around the curves of a chart: lines across, both axes, and what a pointer is told. Values go upwards. */
import type { ComponentProps } from "react";
import { type BaseTickContentProps, CartesianGrid, Tooltip, XAxis, YAxis } from "recharts";
import type { NumberAxis } from "../evaluation/numberAxis";
import { axisTick } from "./axisTick";
import { tooltipLook } from "./chartStyle";

interface ChartFrameProps {
  readonly along: ComponentProps<typeof XAxis>;
  readonly upward: ComponentProps<typeof YAxis>;
  readonly tooltip: Omit<ComponentProps<typeof Tooltip>, "ref">;
}

export function ChartFrame({ along, upward, tooltip }: ChartFrameProps) {
  return (
    <>
      <CartesianGrid vertical={false} verticalCoordinatesGenerator={none} stroke="var(--line)" />
      <XAxis tick={axisTick} stroke="var(--line-strong)" {...along} />
      <YAxis tick={axisTick} axisLine={false} tickLine={false} {...upward} />
      <Tooltip {...tooltipLook} {...tooltip} />
    </>
  );
}

/** Recharts would work out where vertical lines are even though there are none. */
const none = () => [];

/** An axis of numbers as people know them. */
export const numbersUpward = ({ domain, ticks, width, tickFormatter }: NumberAxis) => ({
  domain,
  ticks,
  interval: 0 as const,
  width,
  tickFormatter,
});

const digitPx = 7;

/** Within the picture, where there is less room left of its plot than half of the name takes. */
function rowTick(props: BaseTickContentProps) {
  const { x, index, payload, tickFormatter } = props;
  const { length } = tickFormatter ? tickFormatter(payload.value, index) : String(payload.value);
  return axisTick({ ...props, x: Math.max(Number(x), (digitPx * length) / 2) });
}

/** Rows of a table along the axis, as many of their names as have room. */
export const rowsAlong = { interval: "equidistantPreserveStart", minTickGap: 28, tick: rowTick } as const;
