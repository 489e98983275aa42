/** The curves that are drawn: of a long run they stand still to the eye, and drawing them anew takes the training its time. */
import { useState } from "react";
import { shallow } from "zustand/shallow";
import { type ChartRow, maxSeriesPoints } from "./chartRows";
import type { Measure } from "./measures";

export interface Curves {
  readonly runId: number;
  readonly measure: Measure;
  readonly rows: ChartRow[];
  /** Of the vertical axis. */
  readonly ticks: readonly number[];
  readonly training: boolean;
}

const lastStep = ({ rows }: Curves) => rows.at(-1)?.step ?? 0;

/** Whether it can be seen that others are drawn: they are of something else, reach higher or lower, rest, or have another point. */
export function isToBeSeen(now: Curves, drawn: Curves): boolean {
  if (now.runId !== drawn.runId || now.measure !== drawn.measure || !now.training) return true;
  if (!shallow(now.ticks, drawn.ticks)) return true;
  const [last, lastDrawn] = [lastStep(now), lastStep(drawn)];
  return last < lastDrawn || (last - lastDrawn) * maxSeriesPoints >= last;
}

export function useShownCurves(now: Curves): Curves {
  const [drawn, draw] = useState(now);
  if (now === drawn || !isToBeSeen(now, drawn)) return drawn;
  draw(now);
  return now;
}
