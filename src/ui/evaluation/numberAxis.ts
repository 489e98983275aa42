/** The upward axis of a chart of numbers as people know them. */
import { roundTicks, tickText } from "../charts/roundTicks";
import { formatValue } from "../stage/format";
import { decimalsFor } from "../stage/probe/quantityText";

export interface NumberAxis {
  readonly ticks: readonly number[];
  readonly domain: [low: number, high: number];
  readonly tickFormatter: (value: number) => string;
  /** Pixels that the longest label needs. */
  readonly width: number;
  /** A value on the chart: to three figures of what is drawn. */
  readonly valueText: (value: number) => string;
}

const intervals = 5;
const digitPx = 7.5;

/** @param least what the axis reaches down to in any case */
export function numberAxis(values: readonly number[], least?: number): NumberAxis {
  const finite = values.filter(Number.isFinite);
  const given = least === undefined ? finite : [...finite, least];
  const [low, high] = given.length > 0 ? [Math.min(...given), Math.max(...given)] : [0, 1];
  // What is constant is shown with some room around it.
  const room = high > low ? 0 : Math.max(0.1 * Math.abs(high), 1) / 2;
  const ticks = roundTicks(low - room, high + room, intervals);
  const tickFormatter = tickText(ticks);
  const decimals = decimalsFor({ scale: (high - low) / 4 });
  return {
    ticks,
    domain: [ticks[0], ticks[ticks.length - 1]],
    tickFormatter,
    width: Math.ceil(digitPx * Math.max(3, ...ticks.map((tick) => tickFormatter(tick).length)) + 12),
    valueText: (value) => formatValue(value, decimals),
  };
}
