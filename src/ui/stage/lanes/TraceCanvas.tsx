/** A chart of lines over time. */
import { useCallback } from "react";
import { type DrawingArea, SharpCanvas } from "../paint/SharpCanvas";
import { themeColour, traceColourNames } from "../paint/themeColour";
import type { StageView, StageViewStore } from "../stageView";
import { drawTraces } from "./drawTraces";
import styles from "./TraceCanvas.module.css";
import type { Bounds, Trace } from "./traces";

interface TraceCanvasProps {
  readonly view: StageViewStore;
  /** What it shows, for those who do not see it. */
  readonly label: string;
  readonly steps: number;
  /** CSS pixels. */
  readonly height: number;
  readonly traces: (view: StageView) => readonly Trace[];
  readonly bounds: Bounds;
  /** Whether the lines change with every snapshot, or with the sequence only. */
  readonly live: boolean;
  /** The group of lines to be told from the others, or null. */
  readonly emphasised: number | null;
  /** What is written at the upper and the lower end, in units. */
  readonly ends: readonly [upper: string, lower: string] | null;
}

export function TraceCanvas(props: TraceCanvasProps) {
  const { view, label, steps, height, traces, bounds, live, emphasised, ends } = props;
  const draw = useCallback(
    (area: DrawingArea, now: StageView) => {
      const colours = traceColourNames.map(themeColour);
      const zeroLine = themeColour("--line");
      drawTraces(area, { traces: traces(now), steps, bounds, emphasised, colours, zeroLine });
    },
    [traces, steps, bounds, emphasised],
  );
  return (
    <SharpCanvas view={view} label={label} steps={steps} height={height} draw={draw} live={live}>
      {ends && (
        <div className={styles.ends} aria-hidden="true">
          <span>{ends[0]}</span>
          <span>{ends[1]}</span>
        </div>
      )}
    </SharpCanvas>
  );
}
